"""Where in a recording there is speech, from the detector's probabilities; and times back to the recording.

Whisper invents words in silence, so silence is cut out before decoding and the times are put right again
afterwards. The rule is Silero's own (`get_speech_timestamps` of silero-vad, as faster-whisper has it):
speech begins at a window above the threshold and ends where it stays below a lower one for the shortest
silence; every stretch is then padded, so that quiet beginnings and endings are kept. Pure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from app.domain.audio import SAMPLE_RATE
from app.domain.tail import WINDOW_SAMPLES, WINDOW_SECONDS

SPEECH_THRESHOLD: Final = 0.5
SILENCE_THRESHOLD: Final = 0.35
"""Between the two thresholds what was going on goes on (Silero: threshold - 0.15)."""
PADDING_MS: Final = 400


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a recording, in samples."""

    start: int
    end: int

    @property
    def samples(self) -> int:
        """Its length."""
        return self.end - self.start


def speech_regions(
    probabilities: Sequence[float], samples: int, minimum_silence_ms: int, padding_ms: int = PADDING_MS
) -> tuple[Region, ...]:
    """The stretches with speech in a recording of `samples` samples, in order and apart from each other.

    `probabilities` holds one value for each window of 512 samples, the last one padded with zeros.
    """
    found = _stretches(probabilities, samples, minimum_silence_ms * SAMPLE_RATE // 1000)
    return _padded(found, samples, padding_ms * SAMPLE_RATE // 1000)


def _stretches(probabilities: Sequence[float], samples: int, silence: int) -> list[Region]:
    found: list[Region] = []
    start: int | None = None
    quiet_since: int | None = None
    for window, probability in enumerate(probabilities):
        at = window * WINDOW_SAMPLES
        if probability >= SPEECH_THRESHOLD:
            start = at if start is None else start
            quiet_since = None
        elif probability < SILENCE_THRESHOLD and start is not None:
            quiet_since = at if quiet_since is None else quiet_since
            if at - quiet_since >= silence:
                found.append(Region(start, quiet_since))
                start = quiet_since = None
    if start is not None and start < samples:
        found.append(Region(start, samples))
    return found


def _padded(found: Sequence[Region], samples: int, padding: int) -> tuple[Region, ...]:
    """Each stretch wider by `padding` on both sides; where two would meet they share the silence."""
    starts = [max(0, region.start - padding) for region in found]
    ends = [min(samples, region.end + padding) for region in found]
    for index in range(1, len(found)):
        gap = found[index].start - found[index - 1].end
        if gap < 2 * padding:
            ends[index - 1] = found[index - 1].end + gap // 2
            starts[index] = found[index].start - gap // 2
    return tuple(Region(start, end) for start, end in zip(starts, ends, strict=True))


class Timeline:
    """Turns times in the joined regions into times in the recording that they were cut from."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self._regions = tuple(regions)
        self._ends = tuple(accumulate(region.samples for region in regions))

    def span(self, start: float, end: float) -> tuple[float, float]:
        """Where the stretch `start`..`end` (seconds in the joined regions) was in the recording.

        What lies behind the last region is brought back to its end: Whisper rounds up.
        """
        if not self._regions:
            return 0.0, 0.0
        first = self._original(start, min(bisect_right(self._ends, self._at(start)), len(self._ends) - 1))
        last = self._original(end, min(bisect_left(self._ends, self._at(end)), len(self._ends) - 1))
        return first, max(first, last)

    @staticmethod
    def _at(time: float) -> int:
        return round(time * SAMPLE_RATE)

    def _original(self, time: float, index: int) -> float:
        region = self._regions[index]
        begin = self._ends[index] - region.samples
        at = min(region.start + max(0, self._at(time) - begin), region.end)
        return round(at / SAMPLE_RATE, 3)


def windows_between(probabilities: Sequence[float], start: float, end: float) -> Sequence[float]:
    """The probabilities of the windows between two times (seconds), at least one if there are any there."""
    first = int(start * SAMPLE_RATE) // WINDOW_SAMPLES
    last = max(first + 1, -(-int(end * SAMPLE_RATE) // WINDOW_SAMPLES))
    return probabilities[first:last]


def voiced_seconds(speech: Sequence[float]) -> float:
    """How much of the windows is speech."""
    return sum(1 for one in speech if one >= SPEECH_THRESHOLD) * WINDOW_SECONDS
