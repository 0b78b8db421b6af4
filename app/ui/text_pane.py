"""The sheet: what is being said, what was said and what the clean-up made of it, and while there is none of
these, what to do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.styles import Styles
from app.domain.transcript import LiveText
from app.services.view import CleanUpStage, Phase, ViewState
from app.ui import clean_up_words, words
from app.ui.controls import Glyph, Line, Tick, label, margins
from app.ui.pane_foot import Offer, PaneFoot, offers
from app.ui.theme import Theme
from app.ui.told import told
from app.ui.two_texts import TwoTexts, has_two

ROOMY: Final = (480, 260)
"""On a sheet narrower or lower than this, what is said and chosen beside the text is in the menu "More"."""


class TextPane(QFrame):
    """The sheet with its text and, at its foot, what can be done with it."""

    copy_requested = Signal()
    insert_again_requested = Signal()
    suppressed_wanted = Signal()
    cancel_requested = Signal()
    stop_enhancing_requested = Signal()
    version_chosen = Signal(object)
    enhance_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._state = ViewState()
        self._styles: Styles | None = None
        self._style = ""
        self.texts = TwoTexts(theme)
        self.text = self.texts.spoken
        self.invitation, self.purpose, empty = self._empty_page()
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(self.texts)
        # However little room there is, a line can be read.
        empty.setMinimumHeight(44)
        self.aside = self._aside(theme)
        self.foot = PaneFoot(theme)
        self.foot.wanted.connect(self._ask_for)
        self.foot.styles.aboutToShow.connect(lambda: self._fill_styles(self.foot.styles))
        self.foot.more.aboutToShow.connect(self._fill_more)
        self.texts.turned.connect(self._show_choices)
        self._lay_out()

    @property
    def shown_text(self) -> str:
        """The text that is looked at; while another dictation is under way, the last one."""
        return self.texts.shown_text if has_two(self._state) else self._state.text

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the tab key reaches, from top to bottom."""
        texts = self.texts
        beside = texts.tabs, texts.spoken, texts.enhanced, self.changes, self.beside
        return (*beside, *self.foot.buttons.values())

    def show_state(self, state: ViewState) -> None:
        """The dictation going on, else the last one, else what this place is for."""
        self._state = state
        busy = state.phase is not Phase.IDLE
        text = state.live if busy else LiveText(state.text)
        two = has_two(state)
        if two:
            self.texts.show_clean_up(state.clean_up, follow=state.clean_up.stage is CleanUpStage.WRITING)
        else:
            self.texts.show_text(text, follow=busy)
        heading, purpose = words.empty_words(state)
        self.invitation.setText(heading)
        self.purpose.setText(purpose)
        self.purpose.setVisible(bool(purpose))
        self.pages.setCurrentIndex(1 if two or text.text else 0)
        self._show_choices()

    def show_styles(self, styles: Styles) -> None:
        """The ways to clean up."""
        self._styles = styles

    def show_style(self, name: str) -> None:
        """The style that is set; empty is the first."""
        self._style = name

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect().width() - 16
        self.foot.fit(inner, self.width())
        self.texts.fit(inner - 4)
        self._show_choices()

    # --- what can be done ---

    def _show_choices(self) -> None:
        state, texts = self._state, self.texts
        is_roomy = self.width() >= ROOMY[0] and self.height() >= ROOMY[1]
        skipped = state.phase is Phase.IDLE and state.clean_up.stage is CleanUpStage.SKIPPED
        two = has_two(state)
        said = clean_up_words.figures_words(state.clean_up) if two else ""
        self.figures.setText(said)
        self.skipped.setText(told(state.clean_up.remark) if skipped else "")
        self.skipped.setVisible(bool(self.skipped.text()))
        hint = clean_up_words.place_hint(state.clean_up.gpu_share) if two else ""
        self._told.setToolTip(hint)
        self.figures.setAccessibleDescription(hint)
        self._told.setVisible(bool(said) and is_roomy)
        self.slow.setVisible(bool(hint))
        for tick, on, possible in (
            (self.changes, texts.marks, texts.can_mark),
            (self.beside, texts.compares, texts.can_compare),
        ):
            tick.setChecked(on)
            tick.setVisible(possible and is_roomy)
        # With the ticks or without: the text ends at the same height whichever tab is looked at.
        self.aside.setMinimumHeight(32 if two else 0)
        shown = (self.skipped, self._told, self.changes, self.beside)
        self.aside.setVisible(any(not each.isHidden() for each in shown))
        has_more = two and not is_roomy and (bool(said) or texts.can_mark)
        self.foot.show_offers(offers(state, texts.looked_at), has_more=has_more)

    def _ask_for(self, offer: Offer) -> None:
        match offer:
            case Offer.USE | Offer.USE_ANYWAY:
                self.version_chosen.emit(self.texts.looked_at)
            case Offer.USE_SPOKEN | Offer.STOP:
                self.stop_enhancing_requested.emit()
            case Offer.ENHANCE_NOW:
                self.enhance_requested.emit("")
            case Offer.CANCEL:
                self.cancel_requested.emit()
            case Offer.SUPPRESSED:
                self.suppressed_wanted.emit()
            case Offer.COPY:
                self.copy_requested.emit()
            case Offer.INSERT:
                self.insert_again_requested.emit()
            case _:
                pass

    def _mark(self, on: bool) -> None:
        self.texts.set_marks(on)
        self._show_choices()

    def _compare(self, on: bool) -> None:
        self.texts.set_compares(on)
        self._show_choices()

    # --- menus ---

    def _fill_styles(self, menu: QMenu) -> None:
        menu.clear()
        if self._styles is None:
            return
        used = self._state.clean_up.style or self._style or self._styles.default.name
        for style in self._styles.all:
            action = menu.addAction(told(style.title).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(style.name == used)
            action.triggered.connect(lambda _=False, name=style.name: self.enhance_requested.emit(name))

    def _fill_more(self) -> None:
        menu, texts = self.foot.more, self.texts
        menu.clear()
        if self.changes.isHidden() and texts.can_mark:
            action = menu.addAction(self.changes.text())
            action.setCheckable(True)
            action.setChecked(texts.marks)
            action.triggered.connect(self._mark)
        if Offer.ENHANCE_AGAIN in self.foot.moved:
            self._fill_styles(menu.addMenu(self.foot.buttons[Offer.ENHANCE_AGAIN].text()))
        if Offer.SUPPRESSED in self.foot.moved:
            action = menu.addAction(self.foot.buttons[Offer.SUPPRESSED].text())
            action.triggered.connect(self.suppressed_wanted)
        if self._told.isHidden() and self.figures.text():
            menu.addSeparator()
            # To be read, not chosen.
            menu.addAction(self.figures.text()).setEnabled(False)

    # --- how ---

    def _empty_page(self) -> tuple[QLabel, QLabel, QWidget]:
        page = QWidget()
        box = QVBoxLayout(page)
        margins(box, 6, 4, 6, 0, 4)
        heading, purpose = label("", "hero", wrap=True), label("", "hint", wrap=True)
        box.addWidget(heading)
        box.addWidget(purpose)
        box.addStretch(1)
        return heading, purpose, page

    def _aside(self, theme: Theme) -> QWidget:
        """Why there was no clean-up, or what it took and how its changes are shown."""
        self.skipped = label("", "hint", wrap=True)
        self.figures = Line("hint")
        self.slow = Glyph(theme, "info", "muted", 16)
        self._told = QWidget()
        told = QHBoxLayout(self._told)
        margins(told, 0, 0, 0, 0, 6)
        told.addWidget(self.slow)
        told.addWidget(self.figures, 1)
        self.changes = Tick(theme, self.tr("Show changes"))
        self.beside = Tick(theme, self.tr("Side by side"))
        self.changes.toggled.connect(self._mark)
        self.beside.toggled.connect(self._compare)
        aside = QWidget()
        row = QHBoxLayout(aside)
        margins(row, 10, 0, 10, 0, 16)
        row.addWidget(self.skipped, 1)
        row.addWidget(self._told, 1)
        row.addStretch(0)
        for tick in (self.changes, self.beside):
            tick.setProperty("kind", "small")
            row.addWidget(tick)
        return aside

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        margins(box, 8, 8, 8, 4, 4)
        inner = QVBoxLayout()
        margins(inner, 4, 0, 0, 0, 0)
        inner.addWidget(self.pages)
        box.addLayout(inner, 1)
        box.addWidget(self.aside)
        box.addWidget(self.foot)
