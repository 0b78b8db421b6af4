"""What phrases are measured and described by: the pace of decoding, stretches to decode, and takes.

A window is what the voice-activity detector judges at a time (512 samples, 32 ms). Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.tail import WINDOW_SECONDS
from app.domain.transcript import Segment


def windows(seconds: float) -> int:
    """How many windows of the detector `seconds` are."""
    return round(seconds / WINDOW_SECONDS)


@dataclass(frozen=True, slots=True)
class Pace:
    """The numbers, in seconds; chosen with `python -m tests.benchmarks.latency`."""

    pause: float = 0.8
    short: float = 0.7
    pause_when_short: float = 2.0
    long: float = 4.0
    pause_when_long: float = 0.4
    bet: float = 0.16
    bet_released: float = 0.06
    bet_late: float = 0.25
    least_new: float = 0.5
    settle_from: float = 3.0
    first_draft: float = 0.35
    draft_every: float = 2.0
    longest_draft: float = 4.0
    slow: float = 1.5
    longest: float = 20.0
    padding: float = 0.4


class Purpose(StrEnum):
    """What a take is for."""

    DRAFT = "shows words"
    TAKE = "may be the answer"
    CAREFUL = "is decoded once more, slowly, because the first time looked wrong"
    CUT = "is to be cut by the times of its words"
    AGAIN = "repeats words that stand, for the sake of those behind them"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is to be decoded: windows `start`..`end` of the dictation, for the phrase beginning at `begin`,
    with speech up to `speech_end`."""

    begin: int
    start: int
    end: int
    speech_end: int
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Take:
    """A decode of the open phrase: its speech up to `speech_end` and its sound up to `end`, as `segment`
    (None: no words)."""

    speech_end: int
    end: int
    segment: Segment | None

    @property
    def text(self) -> str:
        """Its words."""
        return self.segment.text.strip() if self.segment else ""
