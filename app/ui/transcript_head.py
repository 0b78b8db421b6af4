"""The head of a transcript's page: what it is the text of, and what can be done with it.

Two lines where there is room; where there is little, one button after the other is its icon alone, and on
the smallest windows undo, redo and the speakers are in the menu "More".
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.file_transcript import FileTranscript
from app.ui import transcript_words as words
from app.ui.buttons import Button
from app.ui.controls import Line, label, margins
from app.ui.theme import Theme
from app.ui.transcript_drag import DragHandle
from app.ui.transcript_words import Extent

NARROW: Final = 420
"""Narrower than this, what is also in a menu is only there."""


class TranscriptHead(QWidget):
    """Buttons and words; `menu` is what "More" opens and `formats` what Export opens."""

    def __init__(self, theme: Theme, handle: DragHandle) -> None:
        super().__init__()
        self.handle = handle
        self.title, self.facts = Line("title"), Line("hint")
        self.back = Button(theme, self.tr("Back to the files"), "back", "icon")
        self.play = Button(theme, self.tr("Play"), "play")
        self.pause = Button(theme, self.tr("Pause"), "pause")
        self.place = label("", "hint")
        self.place.setAccessibleName(self.tr("Place in the sound"))
        # Where the sound is, and how long it is: in that order in each language.
        self.place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.search = Button(theme, self.tr("Find and replace"), "search", "icon")
        self.undo = Button(theme, self.tr("Undo"), "undo", "icon")
        self.redo = Button(theme, self.tr("Redo"), "redo", "icon")
        self.speaker = Button(theme, self.tr("Who speaks"), "speaker", "icon")
        self.more = Button(theme, self.tr("More"), "more", "icon")
        self.clean_up = Button(theme, self.tr("Clean up"), "enhance")
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.export = Button(theme, self.tr("Export"), "export")
        self.export.has_chevron = True
        self.menu, self.formats = QMenu(self.more), QMenu(self.export)
        self.more.setMenu(self.menu)
        self.export.setMenu(self.formats)
        # Of two that take turns only the one in view is pressed.
        for turn in (self.play, self.pause):
            turn.give_keys("Ctrl+Return")
        self.pause.hide()
        self.stop.hide()
        self._is_playing = False
        self._lay_out()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the tab key reaches, in its order."""
        tools = self.search, self.speaker, self.undo, self.redo, self.more
        return (self.back, self.play, self.pause, *tools, self.clean_up, self.stop, self.export)

    def show_transcript(self, transcript: FileTranscript, extent: Extent, *, told: str = "") -> None:
        """What it is the text of; `told` is said behind the facts."""
        self.title.setText(words.file_name(transcript))
        facts = words.facts_words(transcript, extent)
        self.facts.setText(" · ".join(part for part in (facts, told) if part))
        # Files are made of the finished text.
        self.export.setEnabled(extent.is_complete)

    def show_editable(self, editable: bool, *, can_undo: bool, can_redo: bool) -> None:
        """What can be changed."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        self.speaker.setEnabled(editable)
        self.clean_up.setEnabled(editable)

    def show_playing(self, is_playing: bool, place: str) -> None:
        """Whether sound is heard, and where it is."""
        if self.place.text() != place:
            is_longer = len(self.place.text()) != len(place)
            self.place.setText(place)
            if is_longer:
                self._fit()
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            _take_turns(self.play, self.pause, other=is_playing)
            self._fit()

    def show_cleaning(self, is_cleaning: bool) -> None:
        """Whether the language model is at it: then the button stops it."""
        _take_turns(self.clean_up, self.stop, other=is_cleaning)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for each in (self.undo, self.redo, self.speaker):
            each.setVisible(self.width() >= NARROW)
        giving_way = (self.export,), (self.play, self.pause), (self.clean_up, self.stop)
        for each in chain.from_iterable(giving_way):
            each.set_compact(False)
        for turn in giving_way:
            # A row within a column is not told that its parts have another size.
            self._tools.invalidate()
            if self._tools.sizeHint().width() <= self.width():
                return
            for each in turn:
                each.set_compact(True)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        margins(names, 0, 0, 0, 0, 0)
        names.addWidget(self.title)
        names.addWidget(self.facts)
        top = QHBoxLayout()
        margins(top, 0, 0, 0, 0, 8)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(names, 1)
        top.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tools = tools = QHBoxLayout()
        margins(tools, 0, 0, 0, 0, 4)
        tools.addWidget(self.play)
        tools.addWidget(self.pause)
        tools.addSpacing(4)
        tools.addWidget(self.place)
        tools.addStretch(1)
        for each in (self.search, self.speaker, self.undo, self.redo, self.more):
            tools.addWidget(each)
        tools.addSpacing(4)
        tools.addWidget(self.clean_up)
        tools.addWidget(self.stop)
        tools.addWidget(self.export)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 8)
        box.addLayout(top)
        box.addLayout(tools)


def _take_turns(one: Button, other_one: Button, *, other: bool) -> None:
    """Show one of two; the focus stays where it was."""
    leaving, coming = (one, other_one) if other else (other_one, one)
    had_focus = leaving.hasFocus()
    coming.show()
    if had_focus:
        coming.setFocus()
    leaving.hide()
