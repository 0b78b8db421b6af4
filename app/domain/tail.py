"""When a dictation that was let go is complete: the tail after release.

The problem: people let go of the key while the last word is still in the air, and what they said just
before is still under way from the microphone. Cutting at the release loses words; waiting a fixed time
makes every dictation slow.

The rule: nothing ends before all sound up to the moment of release has been heard. Then the tail ends
as soon as `SILENCE_SECONDS` without speech have been heard, silence before the release included, and at
the latest when `tail_seconds` of sound after the release have been heard.

Failure mode: without a detector there is no silence to be heard, so each tail has its full length.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.audio import SAMPLE_RATE

WINDOW_SAMPLES: Final = 512
"""What the voice-activity detector judges at a time (32 ms); Silero's only size at 16 kHz."""
WINDOW_SECONDS: Final = WINDOW_SAMPLES / SAMPLE_RATE

SILENCE_SECONDS: Final = 0.120
"""Silence that ends a tail: longer than the closure of a plosive, shorter than a pause between words."""

SPEECH_PROBABILITY: Final = 0.35
"""A window below this is silent: Silero's own threshold for the end of speech (0.5 less 0.15)."""

_SILENT_WINDOWS: Final = math.ceil(SILENCE_SECONDS * SAMPLE_RATE / WINDOW_SAMPLES)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one dictation has heard so far: samples, windows judged, and how many of the last ones were
    silent."""

    samples: int = 0
    windows: int = 0
    silent_windows: int = 0

    @property
    def seconds(self) -> float:
        """How long it is, in seconds."""
        return self.samples / SAMPLE_RATE

    @property
    def seconds_judged(self) -> float:
        """How much of it the detector has judged, in seconds."""
        return self.windows * WINDOW_SECONDS

    def plus(self, samples: int, speech: Sequence[float]) -> Heard:
        """After `samples` more, and with them the probabilities of the windows that they completed."""
        silent = self.silent_windows
        for probability in speech:
            silent = silent + 1 if probability < SPEECH_PROBABILITY else 0
        return Heard(self.samples + samples, self.windows + len(speech), silent)


def tail_is_over(heard: Heard, released_at: float, tail_seconds: float) -> bool:
    """Whether a dictation that was let go is complete.

    Args:
        heard: what has been heard.
        released_at: where in its sound the release was, in seconds from its beginning; negative when it was
            released before the first sound.
        tail_seconds: the longest tail.
    """
    if heard.seconds >= max(released_at, 0.0) + tail_seconds and heard.samples:
        return True
    return heard.seconds_judged >= released_at and heard.silent_windows >= _SILENT_WINDOWS


class SoundTimes:
    """Which moment of the clock a place in a dictation's sound belongs to.

    Blocks arrive late by the microphone's latency and, now and then, by much more when the computer is
    busy; never early. So the smallest lateness of the last second is the true one. Only the last
    second, because a stream that was held up goes on with a new one.
    """

    _BLOCKS: Final = 50

    def __init__(self) -> None:
        self._beginnings: deque[float] = deque(maxlen=self._BLOCKS)

    def note(self, arrived: float, latency: float, end: float) -> None:
        """A block that arrived at `arrived` (clock), `latency` seconds after its last sample was spoken,
        ends `end` seconds into the sound."""
        self._beginnings.append(arrived - latency - end)

    def place_of(self, moment: float) -> float:
        """Where in the sound (seconds from its beginning) `moment` of the clock is; negative: before it."""
        return moment - min(self._beginnings)
