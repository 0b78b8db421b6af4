"""What the writing worker tells the deciding thread.

An enhancement is answered once: by EnhancementEnded, EnhancementStopped or EnhancementFailed. What was said
is kept out of every `repr`, and with that out of every log.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.clean_up_pieces import CleanUp
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class WriterLoading:
    """A language model is being loaded; the first token waits for that."""

    model: str


@dataclass(frozen=True, slots=True)
class WriterReady:
    """The language model is loaded. `gpu_share` is how much of it the graphics card holds, 0 to 1; None where
    the server does not know."""

    model: str
    gpu_share: float | None


@dataclass(frozen=True, slots=True)
class Enhancing:
    """An enhancement begins. `written` is what was cleaned up while the user spoke; the tokens follow it."""

    id: int
    written: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TokenWritten:
    """The next piece of the text, with its white space."""

    id: int
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WritingFigures:
    """What an enhancement took after it was asked for.

    Args:
        model: who wrote.
        first_token_seconds: from the first request to its first token; None when nothing was left to write.
        tokens: written, and `tokens_per_second` while writing; None where the server does not tell.
        ready: how many of the `pieces` were cleaned up before it was asked for.
    """

    model: str
    first_token_seconds: float | None
    tokens: int
    tokens_per_second: float | None
    pieces: int
    ready: int
    gpu_share: float | None


@dataclass(frozen=True, slots=True)
class EnhancementEnded:
    """The whole text is cleaned up and judged."""

    id: int
    cleaned: CleanUp
    figures: WritingFigures


@dataclass(frozen=True, slots=True)
class EnhancementStopped:
    """The user has stopped it: the spoken text stands."""

    id: int


@dataclass(frozen=True, slots=True)
class EnhancementFailed:
    """No clean-up came of it: the spoken text stands."""

    id: int
    problem: Problem
