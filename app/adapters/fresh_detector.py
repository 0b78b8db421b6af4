"""A voice-activity detector for long recordings: it does not grow deaf to a voice.

The problem: what Silero's recurrent state has heard colours what it hears next. Behind one speaker it may
take half a minute of another, as loud and as clear, for silence. Measured: of 25 s of a man with a cold it
takes 12 s for speech when they come first, and none in the middle of other recordings, behind half a minute
of the same man when he was well. In a dictation the state is new each time; a recording has one stream and
many voices.

Rule: where nothing was taken for speech for `STEP_WINDOWS`, the same sound is given to a detector without any
memory, the likelier of both counts, and the new one goes on. Real silence is silence to both, and the second
look takes a tenth of a millisecond a window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

import numpy as np

from app.domain.audio import Samples
from app.domain.speech_regions import SILENCE_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES

STEP_WINDOWS: Final = 25
"""Eight tenths of a second: longer than the pauses within a sentence."""


class Detector(Protocol):
    """Tells speech, as `app.services.ports.SpeechDetector` does."""

    def feed(self, samples: Samples) -> Sequence[float]: ...


class FreshDetector:
    """The detector of one recording. Fits the port SpeechDetector; used by one thread.

    Args:
        new: makes a detector that has heard nothing yet.
    """

    def __init__(self, new: Callable[[], Detector]) -> None:
        self._new = new
        self._detector = new()
        self._rest: Samples = np.zeros(0, np.float32)
        self._silent = 0
        """So many windows in a row were no speech, since the detector was new."""

    def feed(self, samples: Samples) -> Sequence[float]:
        """The probability of speech of each whole window that `samples` completes, as the port says."""
        audio = np.concatenate((self._rest, samples)).astype(np.float32, copy=False)
        whole = len(audio) // WINDOW_SAMPLES * WINDOW_SAMPLES
        self._rest = audio[whole:]
        found: list[float] = []
        for begin in range(0, whole, STEP_WINDOWS * WINDOW_SAMPLES):
            found.extend(self._heard(audio[begin : min(whole, begin + STEP_WINDOWS * WINDOW_SAMPLES)]))
        return found

    def _heard(self, step: Samples) -> Sequence[float]:
        first = self._detector.feed(step)
        self._silent = 0 if max(first) >= SILENCE_THRESHOLD else self._silent + len(first)
        if self._silent < STEP_WINDOWS:
            return first
        self._detector, self._silent = self._new(), 0
        return [max(pair) for pair in zip(first, self._detector.feed(step), strict=True)]
