"""Sends each dictation's sound two ways at once: to the journal on disk and to the recognizer.

Called on the microphone thread, in order; both receivers only put what they get into an inbox of their own.
The journal comes first, so that sound is on its way to the disk before anything is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.audio import Samples

REMEMBERED = 64
"""Dictations whose recording is known after their sound has ended, so that they can still be abandoned."""


class JournalWay(Protocol):
    """What is asked of the storage service."""

    def begin(self, recording: str) -> None: ...
    def hear(self, recording: str, samples: Samples) -> None: ...
    def discard(self, recording: str) -> None: ...


class SpeechWay(Protocol):
    """What is asked of the speech service."""

    def begin(self, id: int, recording: str) -> None: ...
    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None: ...
    def released(self, id: int) -> None: ...
    def finish(self, id: int) -> None: ...
    def abandon(self, id: int) -> None: ...


class FanOut:
    """Fits the capture service's sink."""

    def __init__(self, journal: JournalWay, speech: SpeechWay) -> None:
        self._journal = journal
        self._speech = speech
        self._recordings: dict[int, str] = {}
        self._listening: set[int] = set()

    def begin(self, id: int, recording: str) -> None:
        """A dictation begins; nothing has been heard yet."""
        self._recordings[id] = recording
        self._listening.add(id)
        if len(self._recordings) > REMEMBERED:
            del self._recordings[next(iter(self._recordings))]
        self._journal.begin(recording)
        self._speech.begin(id, recording)

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """The next samples (float32 mono 16 kHz), and the probabilities of speech in the windows they end."""
        if id in self._listening:
            self._journal.hear(self._recordings[id], samples)
            self._speech.hear(id, samples, speech)

    def released(self, id: int) -> None:
        """The user has let go, which only the recognizer need know."""
        if id in self._listening:
            self._speech.released(id)

    def finish(self, id: int) -> None:
        """Nothing more comes. The recording stays open in the journal until the history has the text."""
        if id in self._listening:
            self._listening.discard(id)
            self._speech.finish(id)

    def abandon(self, id: int) -> None:
        """Neither sound nor text is wanted any more, whether the sound has ended already or not."""
        self._listening.discard(id)
        if recording := self._recordings.pop(id, None):
            self._journal.discard(recording)
        self._speech.abandon(id)
