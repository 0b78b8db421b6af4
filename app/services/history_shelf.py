"""What is looked for in the history, read from it and removed, on the storage thread.

Rules: of all that is found only the ids are told at once; entries are read when they are to be seen. All
public methods may be called from any thread and return at once. What fails is told by Noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from app.domain.history import HistoryEntry
from app.domain.history_search import Search
from app.domain.problems import Problem
from app.services.events import HistoryChanged, HistoryFound, HistoryRead, Noticed
from app.services.history_asking import asked
from app.services.history_export import ExportFile, HistoryExport
from app.services.ports import Clock, HistoryStore, Inbox, Journal, Post

RENEWED: Final = 100
"""Entries of older programs that get all their words at a time: a block of a dictation waits no longer."""


class HistoryShelf:
    """The dictations of the past.

    Args:
        journal: their recordings.
        history: their texts.
        inbox: the storage thread.
        clock: for what "today" is.
        post: gets HistoryFound, HistoryRead, HistoryChanged and Noticed.
    """

    def __init__(
        self, journal: Journal, history: HistoryStore, inbox: Inbox, clock: Clock, post: Post
    ) -> None:
        self._journal = journal
        self._history = history
        self._inbox = inbox
        self._clock = clock
        self._post = post

    def start(self) -> None:
        """Let what older programs wrote be found by all of its texts."""
        self._inbox.call(self._renew)

    def search(self, search: Search) -> None:
        """Posts HistoryFound with the ids of all that are found, newest first."""
        self._inbox.call(partial(self._search, search))

    def read(self, ids: Sequence[int]) -> None:
        """Posts HistoryRead with those of them that there are."""
        self._inbox.call(partial(self._read, tuple(ids)))

    def remove(self, ids: Sequence[int]) -> None:
        """Remove entries and their recordings for good. Posts HistoryChanged."""
        self._inbox.call(partial(self._remove, tuple(ids)))

    def locate(self, recording: str, answer: Callable[[Path | None], None]) -> None:
        """`answer` gets the recording's file, or None where there is none, on the storage thread."""
        self._inbox.call(lambda: answer(self._journal.path(recording) if recording else None))

    def exporter(self, open_file: Callable[[Path], ExportFile]) -> HistoryExport:
        """What writes entries to files."""
        return HistoryExport(self._history, self._inbox, self._post, open_file)

    # --- on the storage thread ---

    def _search(self, search: Search) -> None:
        narrowing = search.narrowing(self._clock.wall())
        found: tuple[int, ...] = ()
        try:
            found = asked(partial(self._history.ids, search.words, narrowing), self._post)
        except Problem as problem:
            self._post(Noticed(problem))
        self._post(HistoryFound(search, found))

    def _read(self, ids: tuple[int, ...]) -> None:
        found: tuple[HistoryEntry, ...] = ()
        try:
            found = asked(partial(self._history.rows, ids), self._post)
        except Problem as problem:
            self._post(Noticed(problem))
        self._post(HistoryRead(found, ids))

    def _remove(self, ids: tuple[int, ...]) -> None:
        removed = []
        try:
            for entry in asked(partial(self._history.rows, ids), self._post):
                # Sound first: were the row gone before it, nothing would tell of the file any more.
                if entry.recording:
                    self._journal.discard(entry.recording)
                removed.append(entry.id)
        except Problem as problem:
            self._post(Noticed(problem))
        try:
            if removed:
                self._history.delete_all(removed)
        except Problem as problem:
            self._post(Noticed(problem))
        self._post(HistoryChanged())

    def _renew(self) -> None:
        try:
            more = asked(partial(self._history.renew_words, RENEWED), self._post)
        except Problem:
            # They are found by the texts that the older program knew of; tried again at the next start.
            return
        if more:
            self._inbox.call(self._renew)
