"""The foot of the sheet: what can be done with the text looked at.

Which buttons there are is a function of the state (`offers`). Where they have not enough room, those that are
needed least go into a menu, and the words of the others give way to their icons.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.history import Version
from app.services.view import CleanUpStage, Phase, ViewState
from app.ui.buttons import Button
from app.ui.controls import margins
from app.ui.theme import Theme

COMPACT: Final = 420
"""Narrower than this the buttons for every text are their icons in any case."""

_SPACE: Final = 4
_ELIDED: Final = 160
"""Width to which "Show what was left out" may be shortened."""


class Offer(StrEnum):
    """What can be done, in the order of the buttons."""

    USE_SPOKEN = "use spoken"
    STOP = "stop"
    USE = "use"
    USE_ANYWAY = "use anyway"
    ENHANCE_NOW = "enhance now"
    ENHANCE_AGAIN = "enhance again"
    CANCEL = "cancel"
    SUPPRESSED = "suppressed"
    MORE = "more"
    COPY = "copy"
    INSERT = "insert"


_FOR_EVERY_TEXT: Final = (Offer.COPY, Offer.INSERT)
_NEEDED_LEAST: Final = (Offer.ENHANCE_AGAIN, Offer.SUPPRESSED)
_WELL_KNOWN: Final = frozenset((*_FOR_EVERY_TEXT, Offer.CANCEL))
_STEPS: Final = (
    (frozenset[Offer](), False),
    (_WELL_KNOWN, False),
    (frozenset[Offer](), True),
    (_WELL_KNOWN, True),
    (frozenset(Offer), True),
)
"""What gives way, more with each step: the buttons that are icons, and whether there is a menu."""


def offers(state: ViewState, looked_at: Version) -> frozenset[Offer]:
    """What can be done in this state with the text looked at."""
    view = state.clean_up
    if state.phase is Phase.ENHANCING:
        return frozenset((Offer.USE_SPOKEN, Offer.CANCEL))
    if state.phase is not Phase.IDLE:
        return frozenset((Offer.CANCEL,))
    offered = set(_FOR_EVERY_TEXT if state.text else ())
    if state.has_suppressed:
        offered.add(Offer.SUPPRESSED)
    match view.stage:
        case CleanUpStage.NONE:
            pass
        case CleanUpStage.SKIPPED:
            offered.add(Offer.ENHANCE_NOW)
        case CleanUpStage.WRITING:
            offered.add(Offer.STOP)
        case _:
            offered.add(Offer.ENHANCE_AGAIN)
            if looked_at is not view.version:
                refused = view.stage is CleanUpStage.REFUSED and looked_at is Version.ENHANCED
                offered.add(Offer.USE_ANYWAY if refused else Offer.USE)
    return frozenset(offered)


class PaneFoot(QWidget):
    """Each button tells by `wanted` what it offers; the menus are filled by whoever owns them."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offered: frozenset[Offer] = frozenset()
        self._has_more = False
        self._room, self._is_compact = 0, False
        self.moved: frozenset[Offer] = frozenset()
        """What is offered in the menu "More" for want of room."""
        self.buttons = {
            Offer.USE_SPOKEN: Button(theme, self.tr("Use spoken text"), "check", "flat"),
            Offer.STOP: Button(theme, self.tr("Stop"), "stop", "flat"),
            Offer.USE: Button(theme, self.tr("Use this text"), "check", "flat"),
            Offer.USE_ANYWAY: Button(theme, self.tr("Use it all the same"), "check", "flat"),
            Offer.ENHANCE_NOW: Button(theme, self.tr("Enhance now"), "enhance", "flat"),
            Offer.ENHANCE_AGAIN: Button(theme, self.tr("Enhance again"), "enhance", "flat"),
            Offer.CANCEL: Button(theme, self.tr("Cancel (Esc)"), "close", "flat"),
            Offer.SUPPRESSED: Button(theme, self.tr("Show what was left out"), kind="flat", widest=240),
            Offer.MORE: Button(theme, self.tr("More"), "more", "icon"),
            Offer.COPY: Button(theme, self.tr("&Copy"), "copy", "flat"),
            Offer.INSERT: Button(theme, self.tr("&Insert again"), "insert", "flat"),
        }
        for offer, keys in (
            (Offer.USE_SPOKEN, "Ctrl+."),
            (Offer.STOP, "Ctrl+."),
            (Offer.USE, "Ctrl+E"),
            (Offer.USE_ANYWAY, "Ctrl+E"),
            (Offer.ENHANCE_NOW, "Ctrl+Return"),
            (Offer.INSERT, "Ctrl+I"),
        ):
            self.buttons[offer].give_keys(keys)
        self.styles = self._menu_of(Offer.ENHANCE_AGAIN)
        self.buttons[Offer.ENHANCE_AGAIN].has_chevron = True
        self.more = self._menu_of(Offer.MORE)
        self._lay_out()

    def show_offers(self, offered: Collection[Offer], *, has_more: bool) -> None:
        """These buttons and no others; `has_more`: the menu "More" has something to offer in any case."""
        self._offered, self._has_more = frozenset(offered), has_more
        self.setVisible(bool(offered))
        self._fit()

    def fit(self, room: int, pane: int) -> None:
        """There are `room` logical pixels for the buttons, on a sheet of `pane`."""
        self._room, self._is_compact = room, pane < COMPACT
        self._fit()

    def _fit(self) -> None:
        for icons, has_menu in _STEPS:
            if self._is_compact and not icons.issuperset(_FOR_EVERY_TEXT):
                continue
            self._arrange(icons, has_menu)
            if self._width() <= self._room:
                return

    def _arrange(self, icons: frozenset[Offer], has_menu: bool) -> None:
        """`icons` without their words; `has_menu` puts what is needed least into the menu."""
        moved = self._offered.intersection(_NEEDED_LEAST) if has_menu else frozenset[Offer]()
        self.moved = moved
        for offer, button in self.buttons.items():
            is_there = offer in self._offered and offer not in moved
            if offer is Offer.MORE:
                is_there = bool(moved) or self._has_more
            button.setVisible(is_there)
            if offer not in (Offer.SUPPRESSED, Offer.MORE):
                button.set_compact(offer in icons)

    def _width(self) -> int:
        shown = [each for each in self.buttons.items() if not each[1].isHidden()]
        widths = (
            min(button.sizeHint().width(), _ELIDED if offer is Offer.SUPPRESSED else 10_000)
            for offer, button in shown
        )
        return sum(widths) + _SPACE * (len(shown) - 1)

    def _menu_of(self, offer: Offer) -> QMenu:
        menu = QMenu(self.buttons[offer])
        self.buttons[offer].setMenu(menu)
        return menu

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        margins(row, 0, 0, 0, 0, _SPACE)
        for offer, button in self.buttons.items():
            if offer is Offer.COPY:
                row.addStretch(1)
            row.addWidget(button)
            if button.menu() is None:
                button.clicked.connect(lambda _=False, offer=offer: self.wanted.emit(offer))
