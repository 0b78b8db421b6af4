"""What the history keeps of a dictation: its text always, its stages' times, its recording as set."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """How a dictation ended, as the history tells it."""

    WRITTEN = "written"
    NOTHING_HEARD = "nothing heard"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class StageTimes:
    """Seconds from the request to start (monotonic clock) at which each stage was reached; None: never.

    `opened` first real sound, `released` the request to stop, `captured` the end of the tail, `written`
    the finished text, `delivered` the text at the cursor.
    """

    opened: float | None = None
    released: float | None = None
    captured: float | None = None
    written: float | None = None
    delivered: float | None = None

    @property
    def wait(self) -> float | None:
        """Seconds from release to the finished text: what the user waits for."""
        if self.released is None or self.written is None:
            return None
        return self.written - self.released


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One dictation as kept. `begun` is seconds since the epoch; `recording` a file's name or empty.

    `suppressed` is the text that was taken for invented; `problem` the sentence the user was told.
    `id` is 0 until the store has given it one.
    """

    recording: str
    begun: float
    fate: Fate
    text: str = ""
    suppressed: str = ""
    language: str = ""
    language_probability: float = 0.0
    model: str = ""
    seconds: float = 0.0
    target: str = ""
    problem: str = ""
    has_audio: bool = False
    times: StageTimes = field(default_factory=StageTimes)
    id: int = 0


@dataclass(frozen=True, slots=True)
class InterruptedRecording:
    """A dictation that a crash cut off. `begun` is seconds since the epoch."""

    recording: str
    begun: float
    seconds: float
