"""Asks once more before what the user has written goes: a transcript with corrections is not in any cache.

A line above the list, not a box in front of it: the queue goes on, and whoever does not answer loses nothing.
It goes away with the answer, and when what it asks of is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.file_queue import FileQueue
from app.ui.buttons import Button
from app.ui.controls import Glyph, Reflow, label, margins
from app.ui.theme import Theme

_TURN: Final = 560
"""Narrower than this, its buttons stand below its words."""


class FilesQuestion(QWidget):
    """Hidden while there is nothing to ask; `left` tells that it had the keyboard when it went."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._jobs = frozenset[int]()
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
        line = Reflow(_TURN, 8)
        line.row.addWidget(self.words, 1)
        line.row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(Glyph(theme, "triangle", "live", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(line, 1)
        self.hide()

    def ask(self, jobs: Iterable[int], sentence: str, go_on: str, do: Callable[[], None]) -> None:
        """Ask of these jobs in a sentence; `go_on` is the button that does it after all."""
        self._jobs, self._do = frozenset(jobs), do
        self.words.setText(sentence)
        self.go_on.setText(go_on)
        self.show()
        # The harmless answer: whoever presses a key out of habit loses nothing.
        self.keep.setFocus()

    def show_queue(self, queue: FileQueue) -> None:
        """There is nothing to ask of jobs that are gone, or whose corrections are."""
        edited = {job.id for job in queue.jobs if job.is_edited}
        if self._do is not None and not self._jobs <= edited:
            self.forget()

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
