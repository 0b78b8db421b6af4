"""What a clean-up has made of a transcript: each piece comes in as one step that can be taken back, and what
it changed stays marked until the user keeps it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.file_transcript import FileTranscript
from app.domain.transcript_edits import cleaned, retext
from app.services.file_events import CueCleaned
from app.ui.told import told
from app.ui.transcript_bars import ChangesBar
from app.ui.transcript_book import TranscriptBook
from app.ui.transcript_view import Before, TranscriptView


class Changes(QObject):
    """`went` carries the cue that is gone to. Texts of before are known by the times of their cues, which a
    clean-up leaves alone."""

    went = Signal(int)

    def __init__(self, bar: ChangesBar, text: TranscriptView, book: TranscriptBook) -> None:
        super().__init__(bar)
        self._bar, self._text, self._book = bar, text, book
        self._asked: FileTranscript | None = None
        self._before: Before = {}
        self._remark = ""
        bar.stepped.connect(self._step)
        bar.undo_wanted.connect(self._use_spoken)
        bar.accepted.connect(self.keep)

    @property
    def before(self) -> Before:
        """The texts of cues before they were cleaned up."""
        return self._before

    def begin(self) -> None:
        """The transcript as it is kept is going to be cleaned up; pieces count its cues."""
        self._asked, self._remark = self._book.kept, ""
        self._book.seal()

    def show_cleaning(self, is_cleaning: bool) -> None:
        """Whether the language model is at it."""
        if is_cleaning and self._asked is None:
            self.begin()
        elif not is_cleaning:
            self._asked = None

    def take(self, event: CueCleaned) -> None:
        """A piece of the transcript as it was at the beginning."""
        if self._asked is None:
            return
        if not event.kept:
            self._remark = told(event.sentence)
            self.show()
            return
        old = self._book.present
        new = cleaned(old, self._asked, event.first, event.texts)
        for one, other in zip(old.cues, new.cues, strict=True):
            if one.text != other.text:
                self._before.setdefault((other.start, other.end), one.text)
        self._book.edit(new)

    def keep(self) -> None:
        """All of it is right."""
        self._before, self._remark = {}, ""
        self.show()

    def forget(self) -> None:
        """Nothing is marked any more."""
        self._asked, self._before, self._remark = None, {}, ""

    def show(self) -> None:
        """The cue with the cursor, and how many were changed."""
        cues, here = self._book.present.cues, self._text.cue
        text = cues[here].text if here < len(cues) else ""
        before = self._before.get((cues[here].start, cues[here].end), text) if here < len(cues) else ""
        self._text.show_before(self._before)
        self._bar.show_changes(len(self._changed()), before, text, self._remark)

    def _changed(self) -> list[int]:
        if not self._before:
            return []
        cues = enumerate(self._book.present.cues)
        return [n for n, cue in cues if self._before.get((cue.start, cue.end), cue.text) != cue.text]

    def _step(self) -> None:
        changed = self._changed()
        if changed:
            self.went.emit(next((number for number in changed if number > self._text.cue), changed[0]))

    def _use_spoken(self) -> None:
        here = self._text.cue
        cue = self._book.present.cues[here]
        self._book.edit(retext(self._book.present, here, self._before.get((cue.start, cue.end), cue.text)))
