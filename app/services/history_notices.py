"""What the buttons beside notices do with a dictation of the past.

Rules: where there is nothing to lose, the new text comes at once: an entry without a text is transcribed, one
without a clean-up is cleaned up beside its spoken text. Where there is, its old text stays, the history is
opened, and the user compares both there. Lives on the deciding thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.history import HistoryEntry
from app.services.ports import Post


@dataclass(frozen=True, slots=True)
class NoticeEntryRead:
    """The entry of a notice's recording, None where there is none, and what is to be done with it."""

    recording: str
    is_clean_up: bool
    entry: HistoryEntry | None


class Storage(Protocol):
    """What is asked of the storage service."""

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None: ...


class AtOnce(Protocol):
    """Takes the new text when it comes."""

    def transcribe_again(self, recording: str) -> None: ...
    def enhance_again(self, recording: str) -> None: ...


class Compared(Protocol):
    """Keeps the old text until the user has chosen."""

    def transcribe(self, recording: str, model: str = "") -> None: ...
    def enhance(self, recording: str, style: str = "") -> None: ...


class HistoryNotices:
    """See the module.

    Args:
        storage: has the entries.
        at_once: for those with nothing to lose.
        compared: for the others; `open_entry` shows them, by their ids.
        post: for answers that come from other threads.
    """

    def __init__(
        self,
        storage: Storage,
        at_once: AtOnce,
        compared: Compared,
        open_entry: Callable[[int], None],
        post: Post,
    ) -> None:
        self._storage = storage
        self._at_once = at_once
        self._compared = compared
        self._open_entry = open_entry
        self._post = post

    def transcribe_again(self, recording: str) -> None:
        """Write the sound down once more."""
        self._storage.find(recording, lambda entry: self._post(NoticeEntryRead(recording, False, entry)))

    def enhance_again(self, recording: str) -> None:
        """Clean the words up once more, or after all."""
        self._storage.find(recording, lambda entry: self._post(NoticeEntryRead(recording, True, entry)))

    def entry_read(self, event: NoticeEntryRead) -> None:
        """What there is to lose is known."""
        recording, entry = event.recording, event.entry
        if event.is_clean_up:
            if entry is None or entry.enhancement is None:
                self._at_once.enhance_again(recording)
            else:
                self._compared.enhance(recording)
                self._open_entry(entry.id)
        elif entry is None or not entry.text:
            self._at_once.transcribe_again(recording)
        else:
            self._compared.transcribe(recording)
            self._open_entry(entry.id)
