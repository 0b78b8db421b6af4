"""What is told of a clean-up by the language model, and what came of it.

An enhancement is answered once: by EnhancementEnded, EnhancementStopped or EnhancementFailed. It has the id
of its dictation, or one of its own where a text is cleaned up once more. What was said is kept out of every
`repr`, and with that out of every log.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.clean_up_pieces import CleanUp
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class WritingFigures:
    """What an enhancement took after it was asked for.

    Args:
        model: who wrote, and `style` how, by its name.
        first_token_seconds: from the first request to its first token; None when nothing was left to write.
        tokens: written, and `tokens_per_second` while writing; None where the server does not tell.
        ready: how many of the `pieces` were cleaned up before it was asked for.
        gpu_share: how much of the model the graphics card holds, 0 to 1; None where the server does not know.
    """

    model: str
    style: str
    first_token_seconds: float | None
    tokens: int
    tokens_per_second: float | None
    pieces: int
    ready: int
    gpu_share: float | None


@dataclass(frozen=True, slots=True)
class Enhanced:
    """A text cleaned up and judged, and what that took."""

    cleaned: CleanUp
    figures: WritingFigures


@dataclass(frozen=True, slots=True)
class EnhancementBegun:
    """The model is asked. `written` is what was cleaned up while the user spoke; the tokens follow it."""

    id: int
    written: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TokenWritten:
    """The next piece of the text, with its white space."""

    id: int
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnhancementEnded:
    """The whole text is cleaned up and judged."""

    id: int
    enhanced: Enhanced


@dataclass(frozen=True, slots=True)
class EnhancementStopped:
    """It was ended before its end: the spoken text stands."""

    id: int


@dataclass(frozen=True, slots=True)
class EnhancementFailed:
    """No clean-up came of it: the spoken text stands."""

    id: int
    problem: Problem


EnhancementEvent: TypeAlias = (
    EnhancementBegun | TokenWritten | EnhancementEnded | EnhancementStopped | EnhancementFailed
)
