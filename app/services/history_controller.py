"""What the user does with dictations of the past: find, transcribe again, delete, recover.

Lives on the deciding thread. What is deleted can be brought back for some seconds; a recording that a
crash cut off becomes an entry like any other as soon as it is found, so that it cannot be lost again,
and is offered for transcription by a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from app.domain.audio import Samples
from app.domain.delivery_plan import Plan
from app.domain.dictation_events import EnhanceRequested
from app.domain.history import Fate, HistoryEntry
from app.domain.history_changes import transcribed_anew
from app.domain.history_search import Search
from app.domain.problems import DictationInterrupted, Problem
from app.domain.transcript import Transcript
from app.services.events import (
    HistoryFound,
    HistoryRead,
    NotTranscribedAgain,
    RecoveryFound,
    TranscribedAgain,
)
from app.services.ports import Inbox, Post

UNDO_SECONDS: Final = 10.0
"""So long, what was deleted can be brought back."""


class Storage(Protocol):
    """What is asked of the storage service."""

    def keep(self, entry: HistoryEntry) -> None: ...
    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None: ...
    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None: ...
    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None: ...


class Shelf(Protocol):
    """What is asked of the history."""

    def search(self, search: Search) -> None: ...
    def read(self, ids: Sequence[int]) -> None: ...
    def remove(self, ids: Sequence[int]) -> None: ...


class Transcriber(Protocol):
    """What is asked of the speech service."""

    def transcribe_again(self, recording: str, samples: Samples) -> None: ...


class View(Protocol):
    """Shows the history."""

    def show_found(self, search: Search, ids: Sequence[int]) -> None: ...
    def show_entries(self, entries: Sequence[HistoryEntry], ids: Sequence[int]) -> None: ...
    def show_deleted(self, count: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Ways:
    """To whom the controller turns. `plan` says what becomes of a text that was decoded once more."""

    storage: Storage
    shelf: Shelf
    speech: Transcriber
    plan: Callable[[Transcript], Plan]


class HistoryController:
    """The history page's requests and their answers.

    Args:
        ways: to the store and the recognizer.
        inbox: of the deciding thread.
        post: for answers that come from other threads.
        tell: gets problems, with the recording each is about.
        view: shows what is found.
    """

    def __init__(
        self,
        ways: Ways,
        inbox: Inbox,
        post: Post,
        tell: Callable[[Problem, str], None],
        view: View,
    ) -> None:
        self._storage, self._shelf, self._speech = ways.storage, ways.shelf, ways.speech
        self._plan = ways.plan
        self._inbox = inbox
        self._post = post
        self._tell = tell
        self._view = view
        self._search = Search()
        self._ids: tuple[int, ...] = ()
        self._deleted: frozenset[int] = frozenset()
        self._deletions = 0

    # --- looking into it ---

    def search(self, search: Search) -> None:
        """Show the newest entries that `search` finds."""
        self._search = search
        self._shelf.search(search)

    def refresh(self) -> None:
        """The store has changed."""
        self._shelf.search(self._search)

    def found(self, event: HistoryFound) -> None:
        """The answer to a search; one that came too late is dropped."""
        if event.search == self._search:
            self._ids = event.ids
            self._show_found()

    def read(self, ids: Sequence[int]) -> None:
        """These are to be seen."""
        self._shelf.read(ids)

    def entries_read(self, event: HistoryRead) -> None:
        """The answer to `read`."""
        self._view.show_entries(event.entries, event.ids)

    def _show_found(self) -> None:
        self._view.show_found(self._search, tuple(id for id in self._ids if id not in self._deleted))

    # --- deleting ---

    def delete(self, ids: Sequence[int]) -> None:
        """Remove entries and their recordings: from view at once, for good when nobody brought them back in
        `UNDO_SECONDS`. Those deleted before are gone for good now."""
        self.delete_for_good()
        self._deleted = frozenset(ids)
        self._deletions += 1
        number = self._deletions
        self._inbox.call_later(UNDO_SECONDS, lambda: self._time_is_up(number))
        self._show_found()
        self._view.show_deleted(len(self._deleted))

    def bring_back(self) -> None:
        """What was deleted last is not."""
        self._deleted = frozenset()
        self._view.show_deleted(0)
        self._show_found()

    def delete_for_good(self) -> None:
        """What waits for that. Called as well when Sayso ends."""
        if self._deleted:
            gone, self._deleted = self._deleted, frozenset()
            # Until the store answers they must not come back into view.
            self._ids = tuple(id for id in self._ids if id not in gone)
            self._shelf.remove(sorted(gone))
            self._view.show_deleted(0)

    def _time_is_up(self, number: int) -> None:
        if number == self._deletions:
            self.delete_for_good()

    # --- transcribing stored recordings ---

    def recovery_found(self, event: RecoveryFound) -> None:
        """Dictations that a crash cut off: into the history at once, and offered."""
        for found in event.recordings:
            self._storage.keep(
                HistoryEntry(found.recording, found.begun, Fate.INTERRUPTED, seconds=found.seconds)
            )
            self._tell(DictationInterrupted(found.seconds), found.recording)

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
