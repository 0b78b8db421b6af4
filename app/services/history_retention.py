"""Removes recordings and texts when they have been kept for as long as is set.

Rules: at the start, when the setting changes, and every hour, in small portions, so that the blocks of a
dictation going on never wait long. On the storage thread alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from app.domain.problems import Problem
from app.domain.retention import DAY, is_expired
from app.domain.settings import HistorySettings
from app.services.events import HistoryChanged, Noticed
from app.services.history_asking import asked
from app.services.ports import Clock, HistoryStore, Inbox, Journal, Post

RETENTION_SECONDS: Final = 3600.0
"""Hourly and not daily: the clock of waiting stands still while the computer sleeps."""

RETENTION_PORTION: Final = 10


class HistoryRetention:
    """See the module.

    Args:
        journal: the recordings.
        history: the texts.
        inbox: the storage thread.
        clock: for their age.
        post: gets Noticed and HistoryChanged.
        settings: for how many days each is kept.
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
        self._clock = clock
        self._post = post
        self.settings = settings

    def begin(self) -> None:
        """Now and every hour."""
        self._remove()
        self._inbox.call_later(RETENTION_SECONDS, self.begin)

    def apply(self, settings: HistorySettings) -> None:
        """Keep them as long as `settings` say from now on."""
        self.settings = settings
        self._remove()

    def _remove(self) -> None:
        try:
            texts, recordings = self._remove_texts(), self._remove_recordings()
        except Problem as problem:
            # Tried again in an hour.
            self._post(Noticed(problem))
            return
        if texts or recordings:
            self._post(HistoryChanged())
        if max(texts, recordings) > RETENTION_PORTION:
            self._inbox.call(self._remove)

    def _remove_texts(self) -> int:
        """How many there were to be removed, one more than a portion at most."""
        days, now = self.settings.text_days, self._clock.wall()
        if not days:
            return 0
        question = partial(self._history.older, now - days * DAY, RETENTION_PORTION + 1)
        old = asked(question, self._post)
        for entry in old[:RETENTION_PORTION]:
            if entry.recording:
                self._journal.discard(entry.recording)
        if old:
            self._history.delete_all([entry.id for entry in old[:RETENTION_PORTION]])
        return len(old)

    def _remove_recordings(self) -> int:
        days, now = self.settings.audio_days, self._clock.wall()
        expired = asked(partial(self._history.expired, now - days * DAY), self._post)
        old = [entry for entry in expired if is_expired(entry, days, now)]
        for entry in old[:RETENTION_PORTION]:
            self._journal.discard(entry.recording)
            self._history.save(replace(entry, has_audio=False))
        return len(old)
