"""The place of the settings in the window. The page is made when it is first gone to.

Problem: it holds more widgets than all other pages together, and few dictations need it; the window would
    be on the screen a tenth of a second later for it.
Rule: what the page is told before it is there, it is told when it is made: the last of each kind, in the
    order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.controls import margins
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.settings_page import SettingsPage


class SettingsPlace(QWidget):
    """Stands for the page until there is one, and holds it then."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: SettingsPage | None = None
        self._told: dict[str, Callable[[SettingsPage], None]] = {}
        self._box = QVBoxLayout(self)
        margins(self._box, 0, 0, 0, 0, 0)

    def tell(self, what: str, act: Callable[[SettingsPage], None]) -> None:
        """Do `act` with the page; while there is none, the last of each `what` waits for it."""
        if self._page is not None:
            act(self._page)
        else:
            # The newest goes to the end: it came after the others.
            self._told.pop(what, None)
            self._told[what] = act

    @property
    def page(self) -> SettingsPage:
        """The page, made now where it was not needed before."""
        return self._make() if self._page is None else self._page

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        if self._page is None:
            self._make()
        super().showEvent(event)

    def _make(self) -> SettingsPage:
        from app.ui.settings_page import SettingsPage

        self._page = page = SettingsPage(self._theme)
        for act in self._told.values():
            act(page)
        self._told.clear()
        self._box.addWidget(page)
        page.show()
        return page
