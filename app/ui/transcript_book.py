"""The transcript that is being changed, with its past: tells when it is another, and what is to be kept."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.file_transcript import FileTranscript
from app.domain.transcript_edits import Edits, without_empty

REST_MS: Final = 700
"""How long the user rests before what was changed is told."""

MOST_MS: Final = 5000
"""After which it is told all the same: whoever writes without a rest must not lose more."""


ON_THEIR_WAY: Final = 8
"""Told transcripts that may still be on their way to where they are kept, and back."""


class TranscriptBook(QObject):
    """`changed` tells that there is another transcript, or another past; `saved` carries the transcript as it
    is to be kept."""

    changed = Signal()
    saved = Signal(object)

    def __init__(self, parent: QObject, rest_ms: int = REST_MS, most_ms: int = MOST_MS) -> None:
        super().__init__(parent)
        nothing = FileTranscript("", (), "", "", 0.0)
        self._edits, self._is_saved = Edits(nothing), True
        self._told = deque([nothing], ON_THEIR_WAY)
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._most = QTimer(self, singleShot=True, interval=most_ms)
        for timer in (self._rest, self._most):
            timer.timeout.connect(self.flush)

    @property
    def present(self) -> FileTranscript:
        """As it is now; a cue may have lost its text."""
        return self._edits.present

    @property
    def kept(self) -> FileTranscript:
        """As it is to be kept."""
        return without_empty(self._edits.present)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to be taken back."""
        return bool(self._edits.past)

    @property
    def can_redo(self) -> bool:
        """Whether one was taken back."""
        return bool(self._edits.future)

    def open(self, transcript: FileTranscript) -> None:
        """Another transcript, without a past. What is not yet told of the one before is lost: see `flush`."""
        self._rest.stop()
        self._most.stop()
        self._edits, self._is_saved = Edits(transcript), True
        self._told = deque([transcript], ON_THEIR_WAY)

    def has_told(self, transcript: FileTranscript) -> bool:
        """Whether it was opened or told here, now or just before: who finds it kept has this book's own, of
        which more may have been written meanwhile."""
        return transcript in self._told

    def edit(self, transcript: FileTranscript, kind: str = "") -> None:
        """One step."""
        self._take(self._edits.do(transcript, kind))

    def seal(self) -> None:
        """What follows is a step of its own."""
        self._edits = self._edits.sealed()

    def undo(self) -> int | None:
        """Take the last step back; answers with the first cue that is another now."""
        return self._go(self._edits.undo())

    def redo(self) -> int | None:
        """Do again what was taken back; answers as `undo` does."""
        return self._go(self._edits.redo())

    def flush(self) -> None:
        """Tell what was changed now, if anything was."""
        self._rest.stop()
        self._most.stop()
        if not self._is_saved:
            self._is_saved = True
            self._told.append(self.kept)
            self.saved.emit(self._told[-1])

    def _go(self, edits: Edits) -> int | None:
        before, after = self.present.cues, edits.present.cues
        self._take(edits)
        pairs = enumerate(zip(before, after, strict=False))
        place = next((number for number, (one, other) in pairs if one != other), None)
        if place is None and len(before) != len(after):
            place = max(0, min(len(before), len(after)) - 1)
        return place

    def _take(self, edits: Edits) -> None:
        if edits is self._edits:
            return
        self._edits, self._is_saved = edits, False
        self._rest.start()
        if not self._most.isActive():
            self._most.start()
        self.changed.emit()
