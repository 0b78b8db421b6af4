"""The sheet: what is being said, what was said, and while there is neither, what to do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.transcript import LiveText
from app.services.view import Phase, ViewState
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import label, margins
from app.ui.live_text import LiveTextEdit
from app.ui.theme import Theme

COMPACT: Final = 420
"""Narrower than this the buttons at the foot are their icons."""


class TextPane(QFrame):
    """The sheet with its text and, at its foot, what can be done with it."""

    copy_requested = Signal()
    insert_again_requested = Signal()
    suppressed_wanted = Signal()
    cancel_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.text = LiveTextEdit(theme)
        self.text.setAccessibleName(self.tr("Text"))
        self.invitation, self.purpose, empty = self._empty_page()
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(self.text)
        # However little room there is, a line can be read.
        self.pages.setMinimumHeight(44)
        self.suppressed = Button(theme, self.tr("Show what was left out"), kind="flat", widest=240)
        self.cancel = Button(theme, self.tr("Cancel (Esc)"), "close", "flat")
        self.copy = Button(theme, self.tr("&Copy"), "copy", "flat")
        self.insert = Button(theme, self.tr("&Insert again"), "insert", "flat")
        self.insert.give_keys("Ctrl+I")
        self.suppressed.clicked.connect(self.suppressed_wanted)
        self.cancel.clicked.connect(self.cancel_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.insert.clicked.connect(self.insert_again_requested)
        self._lay_out()

    def show_state(self, state: ViewState) -> None:
        """The dictation going on, else the last one, else what this place is for."""
        busy = state.phase is not Phase.IDLE
        text = state.live if busy else LiveText(state.text)
        self.text.show_text(text, follow=busy)
        heading, purpose = words.empty_words(state)
        self.invitation.setText(heading)
        self.purpose.setText(purpose)
        self.purpose.setVisible(bool(purpose))
        self.pages.setCurrentIndex(1 if text.text else 0)
        done = not busy and bool(state.text)
        self.copy.setVisible(done)
        self.insert.setVisible(done)
        self.suppressed.setVisible(not busy and state.has_suppressed)
        self.cancel.setVisible(busy)
        self.foot.setVisible(busy or done or state.has_suppressed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        for button in (self.copy, self.insert):
            button.set_compact(self.width() < COMPACT)

    def _empty_page(self) -> tuple[QLabel, QLabel, QWidget]:
        page = QWidget()
        box = QVBoxLayout(page)
        margins(box, 6, 4, 6, 0, 4)
        heading, purpose = label("", "hero", wrap=True), label("", "hint", wrap=True)
        box.addWidget(heading)
        box.addWidget(purpose)
        box.addStretch(1)
        return heading, purpose, page

    def _lay_out(self) -> None:
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        margins(row, 0, 0, 0, 0, 4)
        for button in (self.cancel, self.suppressed):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.copy, self.insert):
            row.addWidget(button)
        box = QVBoxLayout(self)
        margins(box, 8, 8, 8, 4, 4)
        inner = QVBoxLayout()
        margins(inner, 4, 0, 0, 0, 0)
        inner.addWidget(self.pages)
        box.addLayout(inner, 1)
        box.addWidget(self.foot)
