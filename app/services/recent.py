"""The last few texts, for a menu: looked up again whenever the history changes.

Lives on the deciding thread. What was dictated is in here, so nothing of it is logged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.domain.history import HistoryEntry

RECENT: Final = 8
LOOKED_THROUGH: Final = 40
"""Entries: some of the last ones have no text."""


@dataclass(frozen=True, slots=True)
class RecentText:
    """One text and the recording that it is of."""

    recording: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecentFound:
    """The newest texts, the newest first."""

    texts: tuple[RecentText, ...]


class Storage(Protocol):
    """What is asked of the storage service."""

    def newest(self, count: int, answer: Callable[[tuple[HistoryEntry, ...]], None]) -> None: ...


class RecentTexts:
    """Knows the last `RECENT` texts.

    Args:
        storage: has the history.
        post: gets RecentFound.
    """

    def __init__(self, storage: Storage, post: Callable[[object], None]) -> None:
        self._storage = storage
        self._post = post
        self._texts: tuple[RecentText, ...] = ()

    def look(self) -> None:
        """The history has changed. Returns at once."""
        self._storage.newest(LOOKED_THROUGH, self._answer)

    def found(self, event: RecentFound) -> None:
        """The answer."""
        self._texts = event.texts

    def text_of(self, recording: str) -> str:
        """The text of `recording`; empty where it is none of the last ones any more."""
        return next((each.text for each in self._texts if each.recording == recording), "")

    def _answer(self, entries: tuple[HistoryEntry, ...]) -> None:
        """On the storage thread."""
        texts = (RecentText(entry.recording, entry.text) for entry in entries if entry.text.strip())
        self._post(RecentFound(tuple(texts)[:RECENT]))
