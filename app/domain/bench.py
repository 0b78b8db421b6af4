"""What a benchmark measured on this computer, and the figures of the plan that Sayso began as, beside it.

    BenchTable: when, on which computer, with which speech
    ├── ModelResult, one for each speech model: load, first, steady, memory, errors; or why there are none
    └── CleanUpResult: ready, first token, total; or why there are none

Values and rules alone; `app.domain.bench_codec` writes and reads them.
Times are seconds, sizes MB of 1,000,000 bytes, rates per cent. Nothing here holds what was said.

What the figures are:
- load: from nothing but the libraries to a model that is ready, the proof included, which transcribes a short
  clip twice. So the first transcription after it has nothing left to pay for.
- first: the first transcription of the clip after that; steady: the median of the same clip again.
- memory: what the process takes above its state before loading, when it has transcribed; peak: the most that
  it took meanwhile. Each model is measured in a fresh process.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.texts import shown
from app.domain.word_errors import WordErrors

NO_ERRORS: Final = WordErrors()
"""Of speech without a reference."""

STEADY_ROUNDS: Final = 5
"""Of the same clip, after the first."""


@dataclass(frozen=True, slots=True)
class ModelResult:
    """What one speech model took. With a `problem` nothing else holds but what names it.

    Args:
        model: by its name, or the name of its folder.
        device, compute_type: really in use, as read back; `beam_size` as decoded with.
        rounds_s: each steady round.
        memory_mb: above the state before loading; None where the system does not tell, as `peak_mb`.
        card_mb: what became less on the graphics card meanwhile; None where the processor computes.
        errors: over all clips with a reference.
        fallbacks: what could not be had, in words.
        problem: one sentence for the user.
    """

    model: str
    device: str = ""
    compute_type: str = ""
    beam_size: int = 0
    load_s: float = 0.0
    first_s: float = 0.0
    rounds_s: tuple[float, ...] = ()
    memory_mb: float | None = None
    peak_mb: float | None = None
    card_mb: float | None = None
    errors: WordErrors = NO_ERRORS
    fallbacks: tuple[str, ...] = ()
    problem: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether there are figures."""
        return not self.problem and bool(self.rounds_s)

    @property
    def steady_s(self) -> float:
        """The median of the rounds; 0 where there are none."""
        return statistics.median(self.rounds_s) if self.rounds_s else 0.0

    def times_real_time(self, speech_s: float) -> float | None:
        """How many seconds of speech are written down in one; None where it was not measured."""
        return speech_s / self.steady_s if self.is_measured and self.steady_s > 0 else None


@dataclass(frozen=True, slots=True)
class CleanUpResult:
    """What one clean-up took. With a `problem` nothing else holds.

    Args:
        model: of the language model's server.
        ready_s: to have the model loaded and its fixed prompt read, which Sayso does while the user speaks.
        first_token_s: from the request to its first token, after that; None where none came.
        total_s: from the request to the last token.
        tokens_per_second: while writing; None where the server does not tell.
        gpu_share: how much of the model the graphics card holds, 0 to 1; None where the server does not know.
        is_kept: whether the guard let the result pass.
        problem: one sentence for the user.
    """

    model: str
    ready_s: float = 0.0
    first_token_s: float | None = None
    total_s: float = 0.0
    tokens: int = 0
    tokens_per_second: float | None = None
    gpu_share: float | None = None
    is_kept: bool = False
    problem: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether there are figures."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class Machine:
    """What was measured on: the processor's name, its logical cores, the memory, the graphics cards."""

    processor: str
    cores: int
    memory_mb: int | None = None
    card: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """What was written down: the length of the clip that the times are of, and over how many clips with a
    reference the errors were counted. `name` is that of a file or folder; empty is the clip that comes with
    Sayso."""

    name: str
    seconds: float
    clips: int = 1


@dataclass(frozen=True, slots=True)
class BenchTable:
    """One run. `begun` is in seconds since the epoch and names it. `clean_up` is None where it was left out.
    `version` is Sayso's."""

    begun: float
    version: str
    machine: Machine
    speech: Speech
    models: tuple[ModelResult, ...]
    clean_up: CleanUpResult | None = None


# --- while it runs ---


@dataclass(frozen=True, slots=True)
class BenchWish:
    """What is to be measured: `models` by their names, without any those on this computer up to small; and a
    clean-up, or not."""

    models: tuple[str, ...] = ()
    clean_up: bool = True


class Step(StrEnum):
    """What is being measured."""

    STARTING = "starting"
    LOADING = "loading"
    FIRST = "first"
    STEADY = "steady"
    ERRORS = "errors"
    WARMING = "warming"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class BenchProgress:
    """How far a run is: `done` of `total` steps. `step` of `model` is next, the `number`th `of` so many of
    its kind."""

    done: int
    total: int
    model: str = ""
    step: Step = Step.STARTING
    number: int = 1
    of: int = 1

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0


@dataclass(frozen=True, slots=True)
class BenchStep:
    """The same as seen from one model."""

    step: Step
    number: int = 1
    of: int = 1


CLEAN_UP_STEPS: Final = 2


def steps_of_model(clips: int) -> int:
    """How many steps measuring one model takes, with so many clips that have a reference."""
    return 2 + STEADY_ROUNDS + clips


# --- the plan ---


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most, in seconds."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What the plan told of the program it was to make faster, and what it aimed at.

    Args:
        machine: on which, and `source` who says so.
        speech_s: how long was spoken; `recognizer` wrote it down in `recognition`, the first time with
            `load_s` more.
        writer: cleaned up in `clean_up_s`; all together took `total_s`.
        aimed_recognition, aimed_clean_up: the plan's goals.
    """

    machine: str
    source: str
    speech_s: float
    recognizer: str
    recognition: Span
    load_s: float
    writer: str
    clean_up_s: float
    total_s: float
    aimed_recognition: Span
    aimed_clean_up: Span


PLAN: Final = PlanFigures(
    machine="RTX 5090",
    source="told by the plan for the web version that Sayso began as, not measured here",
    speech_s=13.0,
    recognizer="OpenAI Whisper base",
    recognition=Span(5.0, 10.0),
    load_s=10.0,
    writer=shown("8B language model"),
    clean_up_s=55.0,
    total_s=65.0,
    aimed_recognition=Span(0.8, 2.0),
    aimed_clean_up=Span(15.0, 20.0),
)
