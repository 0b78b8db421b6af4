"""Asks once more before something goes that cannot be had back.

A line within the page, no box in front of it: everything goes on, and whoever does not answer loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.buttons import Button
from app.ui.controls import Glyph, Reflow, label, margins
from app.ui.theme import Theme

TURN: Final = 560
"""Narrower than this, its buttons stand below its words."""


class Question(QWidget):
    """Hidden while there is nothing to ask; `left` tells that it had the keyboard when it went.

    Args:
        about: what goes, where several of these are on a page: then each button has it in its name.
    """

    left = Signal()

    def __init__(self, theme: Theme, about: str = "") -> None:
        super().__init__()
        self._about = about
        self._do: Callable[[], None] | None = None
        self.words = label("", "good", wrap=True)
        self.go_on = Button(theme, "", kind="danger", widest=240)
        self.keep = Button(theme, self.tr("Keep"), widest=240)
        self.go_on.clicked.connect(self._answer)
        self.keep.clicked.connect(self.forget)
        buttons = QWidget()
        beside = QHBoxLayout(buttons)
        margins(beside, 0, 0, 0, 0, 8)
        beside.addWidget(self.keep)
        beside.addWidget(self.go_on)
        line = Reflow(TURN, 8)
        line.row.addWidget(self.words, 1)
        line.row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        margins(row, 4, 0, 0, 0, 8)
        row.addWidget(Glyph(theme, "triangle", "live", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(line, 1)
        self.hide()

    def ask(self, sentence: str, go_on: str, do: Callable[[], None]) -> None:
        """Ask in a sentence; `go_on` is the button that does it after all."""
        self._do = do
        self.words.setText(sentence)
        self.go_on.setText(go_on)
        self.go_on.setAccessibleDescription(sentence)
        if self._about:
            self.keep.setAccessibleName(self.tr("Keep: %1").replace("%1", self._about))
            self.go_on.setAccessibleName(self.tr("Yes, %1").replace("%1", f"{go_on}: {self._about}"))
        self.show()
        # The harmless answer: whoever presses a key out of habit loses nothing.
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asked(self) -> bool:
        """Whether it waits for its answer."""
        return self._do is not None

    def forget(self) -> None:
        """All stays as it is."""
        self._do, focus = None, self.window().focusWidget()
        has_keys = focus is not None and self.isVisible() and self.isAncestorOf(focus)
        self.hide()
        if has_keys:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        do = self._do
        self.forget()
        if do is not None:
            do()
