"""Ends a dictation by itself after a silence, for where no key is held: on the command line.

It stands in the way of the sound and lets everything pass. Silence counts only once something was said:
who has yet to find the first word is not cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.audio import Samples
from app.domain.dictation_events import StopRequested
from app.domain.tail import WINDOW_SECONDS
from app.services.capture import AudioSink
from app.services.ports import Post

SPEECH: Final = 0.5
"""From this probability on a window counts as speech: the detector's own default."""


class SilenceStop:
    """Fits the capture service's sink, in front of another one.

    Args:
        sink: where everything goes on to.
        post: gets `StopRequested`, once for each dictation.
        silence_seconds: how long a silence ends it.
    """

    def __init__(self, sink: AudioSink, post: Post, silence_seconds: float) -> None:
        self._sink = sink
        self._post = post
        self._limit = silence_seconds
        self._silent: float | None = None

    def begin(self, id: int, recording: str) -> None:
        """Nothing was said yet."""
        self._silent = None
        self._sink.begin(id, recording)

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """Pass it on, and count the silence behind the last speech."""
        self._sink.hear(id, samples, speech)
        for probability in speech:
            if probability >= SPEECH:
                self._silent = 0.0
            elif self._silent is not None:
                before, self._silent = self._silent, self._silent + WINDOW_SECONDS
                if before < self._limit <= self._silent:
                    self._post(StopRequested())

    def released(self, id: int) -> None:
        """Pass it on."""
        self._sink.released(id)

    def finish(self, id: int) -> None:
        """Pass it on."""
        self._sink.finish(id)

    def abandon(self, id: int) -> None:
        """Pass it on."""
        self._sink.abandon(id)
