"""A text with its changes marked: added words underlined, removed ones struck, and both on a quiet tint.

The marks can be told without colour. What was removed is shown and no part of the text: it is never copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from app.domain.differences import Change, Run
from app.domain.transcript import NO_TEXT, LiveText
from app.ui.live_text import LiveTextEdit, part, units
from app.ui.theme import Theme, blend

REMOVED_TINT: Final = 0.09
"""Share of the text's colour behind words that were removed."""


class MarkedTextEdit(LiveTextEdit):
    """Shows a growing text, or the runs of one that is compared with another.

    `copies` are the changes whose words belong to its own text: those of the spoken or of the enhanced one.
    """

    def __init__(self, theme: Theme, copies: Change) -> None:
        super().__init__(theme)
        self._copies = copies
        self._runs: tuple[Run, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """Those that are shown; none while the text is plain."""
        return self._runs

    def show_text(self, text: LiveText, *, follow: bool = False) -> None:
        if not self._runs:
            super().show_text(text, follow=follow)
            return
        place = self._place_in(text.text)
        self._runs = ()
        self._write(text, follow=follow)
        if not follow:
            self.verticalScrollBar().setValue(place)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """These runs, one after the other, with their marks."""
        # As the text is kept: every offset counts from there.
        runs = tuple(replace(run, text=run.text.replace("\r\n", "\n")) for run in runs)
        if runs == self._runs:
            return
        place = self._place_in(self._own(runs))
        self._runs = runs
        self._write(LiveText("".join(run.text for run in runs)))
        self._mark()
        self.verticalScrollBar().setValue(place)

    def _own(self, runs: Sequence[Run]) -> str:
        return "".join(run.text for run in runs if run.change in (Change.KEPT, self._copies))

    def _place_in(self, text: str) -> int:
        """Where to scroll to: with or without marks, the same text stays about where it is."""
        shown = self._own(self._runs) if self._runs else self.shown.text
        return self.verticalScrollBar().value() if text == shown else 0

    def _write(self, text: LiveText, *, follow: bool = False) -> None:
        super().show_text(NO_TEXT)
        super().show_text(text, follow=follow)

    def createMimeDataFromSelection(self) -> QMimeData:
        if not self._runs:
            return super().createMimeDataFromSelection()
        cursor, data = self.textCursor(), QMimeData()
        start, end = self._offset(cursor.selectionStart()), self._offset(cursor.selectionEnd())
        own, at = "", 0
        for run in self._runs:
            low, high = max(start, at), min(end, at + units(run.text))
            if low < high and run.change in (Change.KEPT, self._copies):
                own += part(run.text, low - at, high - at)
            at += units(run.text)
        data.setText(own)
        return data

    def _follow_theme(self) -> None:
        super()._follow_theme()
        self._mark()

    def _mark(self) -> None:
        edit, at = QTextCursor(self.document()), 0
        edit.beginEditBlock()
        for run in self._runs:
            if run.change is not Change.KEPT:
                words = run.text.rstrip()
                start = at + units(run.text[: len(run.text) - len(run.text.lstrip())])
                self._colour(edit, start, at + units(words), self._look(run))
            at += units(run.text)
        edit.endEditBlock()

    def _look(self, run: Run) -> QTextCharFormat:
        look, colours = QTextCharFormat(), self._theme.colours
        look.setForeground(colours.text)
        tokens = self._theme.tokens
        removed = QColor(blend(tokens.text, tokens.surface, REMOVED_TINT))
        look.setBackground(colours.selected if run.change is Change.ADDED else removed)
        if run.change is Change.ADDED:
            look.setFontUnderline(True)
        elif run.is_small:
            # The old form of what only got a capital or a comma: struck it would read as taken out.
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        else:
            look.setFontStrikeOut(True)
        return look
