"""What is told of the language models, besides the events of `app.domain.enhancement`."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.problems import Problem
from app.domain.writing import RunningModel, WriterModel


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
class WritersFound:
    """The server answers: its version, the models installed and those loaded now."""

    host: str
    version: str
    models: tuple[WriterModel, ...]
    running: tuple[RunningModel, ...]


@dataclass(frozen=True, slots=True)
class WritersNotFound:
    """It does not."""

    host: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class PullProgressed:
    """How far a language model has arrived, in bytes; `total` 0 where not yet known."""

    model: str
    received: int
    total: int


@dataclass(frozen=True, slots=True)
class PullEnded:
    """The model is there, or `problem` says why not; without either the user stopped it."""

    model: str
    is_there: bool
    problem: Problem | None = None
