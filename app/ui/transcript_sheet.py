"""The sheet of a transcript's page: its text, or, where there is none, one sentence that says why."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from app.ui.controls import label
from app.ui.transcript_view import TranscriptView

LOWEST: Final = 64
"""Logical pixels: however little room there is, some lines can be read."""


class TranscriptSheet(QStackedWidget):
    """Holds `text`."""

    def __init__(self, text: TranscriptView) -> None:
        super().__init__()
        self._empty = label("", "hero", wrap=True)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.addWidget(text)
        self.addWidget(self._empty)
        self.setMinimumHeight(LOWEST)

    def show_text(self, *, is_empty: bool, why: str) -> None:
        """The text; `why` instead of one that is empty."""
        self._empty.setText(why)
        self.setCurrentIndex(1 if is_empty else 0)
