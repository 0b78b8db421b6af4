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
    the spoken text, `cleaned` the end of the clean-up, `delivered` the text at the cursor.
    """

    opened: float | None = None
    released: float | None = None
    captured: float | None = None
    written: float | None = None
    cleaned: float | None = None
    delivered: float | None = None

    @property
    def wait(self) -> float | None:
        """Seconds from release to the spoken text."""
        if self.released is None or self.written is None:
            return None
        return self.written - self.released


class Version(StrEnum):
    """Which text of a dictation is meant."""

    SPOKEN = "spoken"
    ENHANCED = "enhanced"


class Judgement(StrEnum):
    """What the guard, or the user against it, said of a clean-up."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    OVERRULED = "overruled"


@dataclass(frozen=True, slots=True)
class EnhancementRecord:
    """What the language model made of a dictation, as kept.

    Args:
        text: what may be delivered of it: passages that the guard refused stand as spoken.
        answer: all that the model wrote.
        judgement: PARTLY where some passages were refused, REFUSED where all were; OVERRULED: the user took
            the answer all the same.
        reasons: why passages were refused, sentences for the user.
        style: its name, and `writer` the language model's.
        first_token: seconds; None when nothing was left to write.
        gpu_share: of the model, 0 to 1; None where the server did not know.
    """

    text: str = field(repr=False)
    answer: str = field(repr=False)
    judgement: Judgement
    reasons: tuple[str, ...] = field(default=(), repr=False)
    style: str = ""
    writer: str = ""
    first_token: float | None = None
    tokens_per_second: float | None = None
    gpu_share: float | None = None

    @property
    def shown(self) -> str:
        """The enhanced text as it is shown: the whole answer where nothing of it, or all against the guard,
        is used."""
        return self.answer if self.judgement in (Judgement.REFUSED, Judgement.OVERRULED) else self.text


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One dictation as kept. `begun` is seconds since the epoch; `recording` a file's name or empty.

    `text` is the text in use: `spoken`, or what `enhancement` made of it. `heard` is what the recognizer
    wrote, `spoken` the same tidied. `skipped` says why the language model did not get it, for the user.
    `suppressed` is the text that was taken for invented; `problem` the sentence the user was told.
    `timing` has the words of `heard` and when they are heard, as `app.domain.word_timing` writes them.
    `id` is 0 until the store has given it one.
    """

    recording: str
    begun: float
    fate: Fate
    text: str = ""
    heard: str = ""
    spoken: str = ""
    skipped: str = ""
    enhancement: EnhancementRecord | None = None
    suppressed: str = ""
    language: str = ""
    language_probability: float = 0.0
    model: str = ""
    seconds: float = 0.0
    target: str = ""
    problem: str = ""
    has_audio: bool = False
    times: StageTimes = field(default_factory=StageTimes)
    timing: str = field(default="", repr=False)
    id: int = 0

    @property
    def version(self) -> Version:
        """Which text is in use; where both are the same, the enhanced one."""
        is_enhanced = self.enhancement is not None and self.text == self.enhancement.shown
        return Version.ENHANCED if is_enhanced else Version.SPOKEN


@dataclass(frozen=True, slots=True)
class InterruptedRecording:
    """A dictation that a crash cut off. `begun` is seconds since the epoch."""

    recording: str
    begun: float
    seconds: float
