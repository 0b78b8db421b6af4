"""All that goes to the disk of a dictation: its sound while it is spoken, its text when it is written.

Rules:
- A recording is discarded only after its text is in the history. Where the history cannot be written, the
  entry waits in memory and is tried again, and its recording stays unfinished: should Sayso end first, it
  is found as interrupted at the next start.
- A disk that takes nothing costs the recording, not the dictation; it is told once for each dictation.
- Open recordings are flushed every two seconds. What else the storage thread does (`history_shelf`,
  `history_retention`) it does in small portions: the blocks of a dictation going on never wait long.

All public methods may be called from any thread and return at once; the work is done on the storage thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from app.domain.audio import Samples
from app.domain.history import HistoryEntry
from app.domain.problems import Problem
from app.domain.retention import keeps_recording
from app.domain.settings import HistorySettings
from app.services.events import EntrySaved, HistoryChanged, Noticed, RecoveryFound
from app.services.history_asking import asked
from app.services.history_retention import HistoryRetention
from app.services.history_shelf import HistoryShelf
from app.services.ports import Clock, HistoryStore, Inbox, Journal, Post

logger = logging.getLogger(__name__)

SYNC_SECONDS: Final = 2.0
RETRY_SECONDS: Final = 30.0


class StorageService:
    """Keeps recordings and the history.

    Args:
        journal: recordings on disk.
        history: the dictations of the past.
        inbox: the storage thread.
        clock: for the age of recordings.
        post: gets Noticed, EntrySaved, HistoryChanged and RecoveryFound, and what `shelf` tells.
        settings: how long recordings and texts are kept.

    `shelf` is what has been kept, for those who look into it.
    """

    def __init__(
        self,
        journal: Journal,
        history: HistoryStore,
        inbox: Inbox,
        clock: Clock,
        post: Post,
        settings: HistorySettings,
    ) -> None:
        self._journal = journal
        self._history = history
        self._inbox = inbox
        self._post = post
        self.shelf = HistoryShelf(journal, history, inbox, clock, post)
        self._retention = HistoryRetention(journal, history, inbox, clock, post, settings)
        # Only the storage thread touches what follows.
        self._open: set[str] = set()
        self._interrupted: set[str] = set()
        self._waiting: list[HistoryEntry] = []
        self._told: set[tuple[str, type[Problem]]] = set()
        self._is_syncing = False
        self._is_retrying = False

    # --- from any thread ---

    def start(self) -> None:
        """Look for interrupted dictations (RecoveryFound), and begin to remove what is old."""
        self.find_interrupted()
        self._inbox.call(self._retention.begin)
        self.shelf.start()

    def apply(self, settings: HistorySettings) -> None:
        """Keep recordings and texts as long as `settings` say from now on."""
        self._inbox.call(partial(self._retention.apply, settings))

    def begin(self, recording: str) -> None:
        """A dictation begins."""
        self._inbox.call(partial(self._begin, recording))

    def hear(self, recording: str, samples: Samples) -> None:
        """Sound of a dictation going on, float32 mono 16 kHz."""
        self._inbox.call(partial(self._hear, recording, samples))

    def discard(self, recording: str) -> None:
        """The dictation was cancelled: remove its sound."""
        self._inbox.call(partial(self._discard, recording))

    def keep(self, entry: HistoryEntry) -> None:
        """The dictation has ended. Posts EntrySaved and HistoryChanged when it is in the history."""
        self._inbox.call(partial(self._keep, entry))

    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None:
        """Replace the entry of `recording` by what `change` makes of it; one that was deleted stays so.
        Posts HistoryChanged."""
        self._inbox.call(partial(self._amend, recording, change))

    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None:
        """`answer` gets the sound (float32 mono 16 kHz), or why there is none, on the storage thread."""
        self._inbox.call(partial(self._load, recording, answer))

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        """`answer` gets the entry of `recording`, or None where there is none, on the storage thread."""
        self._inbox.call(partial(self._find, recording, answer))

    def newest(self, count: int, answer: Callable[[tuple[HistoryEntry, ...]], None]) -> None:
        """`answer` gets the last `count` entries, newest first, on the storage thread."""
        self._inbox.call(partial(self._newest, count, answer))

    def find_interrupted(self) -> None:
        """Posts RecoveryFound with the dictations that a crash cut off and nobody was told of yet; when
        there are none, posts nothing."""
        self._inbox.call(self._find_interrupted)

    def close(self) -> None:
        """Save what waits, flush the disk, close the history. Nothing is called afterwards."""
        self._inbox.call(self._close)

    # --- recordings, on the storage thread ---

    def _begin(self, recording: str) -> None:
        try:
            self._journal.begin(recording)
        except Problem as problem:
            self._tell_once(problem, recording)
            return
        self._open.add(recording)
        if not self._is_syncing:
            self._is_syncing = True
            self._inbox.call_later(SYNC_SECONDS, self._sync)

    def _hear(self, recording: str, samples: Samples) -> None:
        if recording not in self._open:
            return
        try:
            self._journal.append(recording, samples)
        except Problem as problem:
            self._tell_once(problem, recording)

    def _sync(self) -> None:
        self._is_syncing = bool(self._open)
        if not self._is_syncing:
            return
        try:
            self._journal.sync()
        except Problem as problem:
            for recording in self._open:
                self._tell_once(problem, recording)
        self._inbox.call_later(SYNC_SECONDS, self._sync)

    def _discard(self, recording: str) -> None:
        self._forget(recording)
        try:
            self._journal.discard(recording)
        except Problem as problem:
            self._post(Noticed(problem, recording))

    def _load(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None:
        try:
            samples = self._journal.read(recording)
        except Problem as problem:
            answer(problem)
        else:
            answer(samples)

    def _find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        try:
            entry = asked(partial(self._history.of_recording, recording), self._post)
        except Problem as problem:
            self._post(Noticed(problem, recording))
            entry = None
        answer(entry)

    def _newest(self, count: int, answer: Callable[[tuple[HistoryEntry, ...]], None]) -> None:
        try:
            entries = asked(partial(self._history.find, "", count), self._post)
        except Problem as problem:
            self._post(Noticed(problem))
            entries = ()
        answer(entries)

    def _find_interrupted(self) -> None:
        found = []
        for one in self._journal.interrupted():
            if one.recording in self._open | self._interrupted:
                continue
            self._interrupted.add(one.recording)
            if not self._is_in_history(one.recording):
                found.append(one)
        if found:
            self._post(RecoveryFound(tuple(found)))

    def _is_in_history(self, recording: str) -> bool:
        """When the crash came between the saving of the text and the end of the recording, end it now."""
        try:
            entry = asked(partial(self._history.of_recording, recording), self._post)
            if entry is not None:
                self._store(entry)
        except Problem as problem:
            self._tell_once(problem, recording)
            return False
        return entry is not None

    # --- entries, on the storage thread ---

    def _keep(self, entry: HistoryEntry) -> None:
        self._save_waiting()
        try:
            saved = self._store(entry)
        except Problem as problem:
            self._tell_once(problem, entry.recording)
            self._wait(entry)
        else:
            self._announce(saved)

    def _amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None:
        waiting = [entry.recording for entry in self._waiting]
        if recording in waiting:
            place = waiting.index(recording)
            self._waiting[place] = change(self._waiting[place])
            self._save_waiting()
            return
        try:
            entry = asked(partial(self._history.of_recording, recording), self._post)
            if entry is not None:
                self._store(change(entry))
                self._post(HistoryChanged())
        except Problem as problem:
            self._tell_once(problem, recording)

    def _store(self, entry: HistoryEntry) -> HistoryEntry:
        """Text first, sound second. Raises Problem when the text could not be saved."""
        is_recorded = bool(entry.recording) and (
            entry.recording in self._open or self._journal.path(entry.recording) is not None
        )
        has_audio = is_recorded and keeps_recording(entry, self._retention.settings.audio_days)
        saved = asked(partial(self._history.save, replace(entry, has_audio=has_audio)), self._post)
        try:
            if not has_audio and entry.recording:
                self._journal.discard(entry.recording)
            elif entry.recording in self._open | self._interrupted:
                self._journal.finish(entry.recording)
        except Problem as problem:
            self._tell_once(problem, entry.recording)
        self._forget(entry.recording)
        return saved

    def _announce(self, saved: HistoryEntry) -> None:
        self._post(EntrySaved(saved))
        self._post(HistoryChanged())

    def _wait(self, entry: HistoryEntry) -> None:
        self._waiting.append(entry)
        # Its file stays unfinished, but no more is written to it.
        self._open.discard(entry.recording)
        self._interrupted.add(entry.recording)
        if not self._is_retrying:
            self._is_retrying = True
            self._inbox.call_later(RETRY_SECONDS, self._retry)

    def _retry(self) -> None:
        self._save_waiting()
        self._is_retrying = bool(self._waiting)
        if self._is_retrying:
            self._inbox.call_later(RETRY_SECONDS, self._retry)

    def _save_waiting(self) -> None:
        while self._waiting:
            try:
                saved = self._store(self._waiting[0])
            except Problem as problem:
                logger.warning("%d entries wait for the history: %s", len(self._waiting), problem.detail)
                return
            del self._waiting[0]
            self._announce(saved)

    # --- housekeeping, on the storage thread ---

    def _close(self) -> None:
        self._save_waiting()
        try:
            self._journal.sync()
        except Problem as problem:
            logger.warning("the recordings could not be flushed: %s", problem.detail)
        self._history.close()

    def _tell_once(self, problem: Problem, recording: str) -> None:
        if (recording, type(problem)) not in self._told:
            self._told.add((recording, type(problem)))
            self._post(Noticed(problem, recording))

    def _forget(self, recording: str) -> None:
        self._open.discard(recording)
        self._interrupted.discard(recording)
        self._told = {told for told in self._told if told[0] != recording}
