"""The sheet: what is being said, what was said, and while there is neither, what to do.

Settled words are plain and tentative ones muted and dotted-underlined, so that the two can be told
without colour. Only what has changed since the last state is rewritten: a selection or a scrolled place in
the settled text stays where it is, and a long dictation costs no more than a short one.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from app.domain.transcript import LiveText
from app.services.view import Phase, ViewState
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import label, margins
from app.ui.theme import Theme

COMPACT: Final = 420
"""Narrower than this the buttons at the foot are their icons."""

LINE_HEIGHT: Final = 150.0
"""Per cent of the font's own line."""

_SELECTABLE: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    if other.startswith(one):
        return len(one)
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))


def _qt_length(text: str) -> int:
    """Length as Qt's cursors count it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _block_format() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


class LiveTextEdit(QTextEdit):
    """Read-only text that can be selected by mouse and keyboard and grows at its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._settled, self._tentative = "", ""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        theme.changed.connect(self._repaint_tentative)

    @property
    def shown(self) -> LiveText:
        """What is in it."""
        return LiveText(self._settled, self._tentative)

    def show_text(self, text: LiveText, *, follow: bool = False) -> None:
        """Settled and tentative words; rewrites only from the first difference on. `follow` keeps the end
        in view as it grows, unless the user has scrolled away from it."""
        if text == self.shown:
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        kept = _common(self._settled, text.settled)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_qt_length(text.settled[:kept]))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if not kept:
            cursor.setBlockFormat(_block_format())
        cursor.insertText(text.settled[kept:], QTextCharFormat())
        gap = " " if text.settled and text.tentative else ""
        cursor.insertText(gap, QTextCharFormat())
        cursor.insertText(text.tentative, self._tentative_format())
        self._settled, self._tentative = text.settled, text.tentative
        if follow and at_end:
            bar.setValue(bar.maximum())
        elif not kept:
            bar.setValue(0)

    def _tentative_format(self) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setForeground(self._theme.colours.muted)
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        shape.setUnderlineColor(self._theme.colours.muted)
        return shape

    def _repaint_tentative(self) -> None:
        text = self.shown
        self.show_text(LiveText(text.settled))
        self.show_text(text)


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
        self.invitation.setText(self._heading(state))
        self.purpose.setText("" if busy else self._purpose())
        self.purpose.setVisible(not busy)
        self.pages.setCurrentIndex(1 if text.text else 0)
        done = not busy and bool(state.text)
        self.copy.setVisible(done)
        self.insert.setVisible(done)
        self.suppressed.setVisible(not busy and state.has_suppressed)
        self.cancel.setVisible(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        for button in (self.copy, self.insert):
            button.set_compact(self.width() < COMPACT)

    def _heading(self, state: ViewState) -> str:
        if state.phase is Phase.IDLE:
            return words.invitation(state.hotkey, state.hotkey_mode)
        if state.phase is Phase.LISTENING:
            return self.tr("Speak now.")
        return ""

    def _purpose(self) -> str:
        return self.tr("Your words appear here, and where the cursor is.")

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
        foot = QWidget()
        # The foot keeps its height when nothing is in it: the text must not jump.
        foot.setMinimumHeight(self.copy.sizeHint().height())
        row = QHBoxLayout(foot)
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
        box.addWidget(foot)
