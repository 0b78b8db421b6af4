"""What the user does with dictations of the past: find, copy, insert, transcribe again, delete, recover.

Lives on the deciding thread. Texts travel from the store to the cursor by entry id; a recording that a
crash cut off becomes an entry like any other as soon as it is found, so that it cannot be lost again,
and is offered for transcription by a notice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.domain.audio import Samples
from app.domain.delivery_plan import Plan
from app.domain.dictation_events import EnhanceRequested
from app.domain.history import Fate, HistoryEntry
from app.domain.history_changes import transcribed_anew
from app.domain.problems import DictationInterrupted, Problem
from app.domain.transcript import Transcript
from app.services.events import HistoryFound, NotTranscribedAgain, RecoveryFound, TranscribedAgain
from app.services.ports import Post


class Storage(Protocol):
    """What is asked of the storage service."""

    def search(self, words: str, before: int | None = None) -> None: ...
    def keep(self, entry: HistoryEntry) -> None: ...
    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None: ...
    def delete(self, id: int) -> None: ...
    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None: ...
    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None: ...


class Transcriber(Protocol):
    """What is asked of the speech service."""

    def transcribe_again(self, recording: str, samples: Samples) -> None: ...


class HistoryController:
    """The history page's requests and their answers.

    Args:
        storage: keeps entries and recordings.
        speech: decodes a recording once more.
        post: for answers that come from other threads.
        plan: what becomes of a text that was decoded once more.
        tell: gets problems, with the recording each is about.
        show: gets the entries to be shown and whether there are more.
    """

    def __init__(
        self,
        storage: Storage,
        speech: Transcriber,
        post: Post,
        plan: Callable[[Transcript], Plan],
        tell: Callable[[Problem, str], None],
        show: Callable[[tuple[HistoryEntry, ...], bool], None],
    ) -> None:
        self._storage = storage
        self._speech = speech
        self._post = post
        self._plan = plan
        self._tell = tell
        self._show = show
        self._words = ""
        self._entries: tuple[HistoryEntry, ...] = ()

    def search(self, words: str) -> None:
        """Show the newest entries that hold `words`."""
        self._words = words
        self._storage.search(words)

    def more(self, before: int) -> None:
        """Show older ones, too."""
        self._storage.search(self._words, before)

    def refresh(self) -> None:
        """The store has changed."""
        self._storage.search(self._words)

    def found(self, event: HistoryFound) -> None:
        """The answer to a search; one that came too late is dropped."""
        if event.words != self._words:
            return
        kept = self._entries if event.before is not None else ()
        self._entries = (*kept, *event.entries)
        self._show(self._entries, event.more)

    def recording(self, id: int) -> str:
        """The name of the recording of one of the entries in view."""
        entry = self._entry(id)
        return entry.recording if entry else ""

    def delete(self, id: int) -> None:
        """Remove an entry and its recording for good."""
        self._storage.delete(id)

    # --- transcribing stored recordings ---

    def recovery_found(self, event: RecoveryFound) -> None:
        """Dictations that a crash cut off: into the history at once, and offered."""
        for found in event.recordings:
            self._storage.keep(
                HistoryEntry(found.recording, found.begun, Fate.INTERRUPTED, seconds=found.seconds)
            )
            self._tell(DictationInterrupted(found.seconds), found.recording)

    def transcribe_entry_again(self, id: int) -> None:
        """Decode the recording of one of the entries in view once more."""
        if entry := self._entry(id):
            self.transcribe_again(entry.recording)

    def transcribe_again(self, recording: str) -> None:
        """Decode a stored recording once more; the answer is `TranscribedAgain` or `NotTranscribedAgain`."""

        def loaded(answer: Samples | Problem) -> None:
            if isinstance(answer, Problem):
                self._post(NotTranscribedAgain(recording, answer))
            else:
                self._speech.transcribe_again(recording, answer)

        self._storage.load_recording(recording, loaded)

    def enhance_again(self, recording: str) -> None:
        """Clean the text of `recording` up once more, or after all: posts EnhanceRequested."""

        def found(entry: HistoryEntry | None) -> None:
            if entry and entry.heard:
                self._post(EnhanceRequested(recording, entry.heard, entry.language))

        self._storage.find(recording, found)

    def transcribed_again(self, event: TranscribedAgain) -> None:
        """Write the new text into the entry of that recording."""
        change = transcribed_anew(event.transcript, self._plan(event.transcript))
        self._storage.amend(event.recording, change)

    def not_transcribed_again(self, event: NotTranscribedAgain) -> None:
        """The entry stays as it was."""
        self._tell(event.problem, event.recording)

    def _entry(self, id: int) -> HistoryEntry | None:
        return next((entry for entry in self._entries if entry.id == id), None)
