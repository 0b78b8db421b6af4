"""The port of the language model: what clean-up asks of it, and in which words.

As with every port, an adapter fits it by shape and raises nothing but a `app.domain.problems.Problem`, here
a WritingProblem. All calls block and belong on a worker's thread; only `stop` may come from any.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.domain.writing import (
    ModelTraits,
    PullProgress,
    RunningModel,
    WriteEnd,
    WriteRequest,
    WriterModel,
    WritingPart,
)


class Writing(Protocol):
    """One request to the model, run once. Nothing is sent before `run`."""

    def run(self, on_part: Callable[[WritingPart], None] = ...) -> WriteEnd:
        """Send it and wait for its end, on the calling thread, on which `on_part` is called, too.

        `on_part` gets `Loading` at most once and before the first token. What it raises ends the request
        and passes through. A stopped request ends with `EndReason.STOPPED` and what had come until then;
        an answer that is not whole is a WritingProblem, never a result.
        """

    def stop(self) -> None:
        """End it now, from any thread: before `run`, while the model loads, between tokens, or too late.
        Returns at once; no part comes after it but one that is being handed over."""


class Pulling(Protocol):
    """The download of one model, run once."""

    def run(self, on_progress: Callable[[PullProgress], None] = ...) -> bool:
        """Get the model; whether it is there now, False when it was stopped. What has arrived is kept, and
        the next one goes on from there. Raises WriterPullFailed or any other WritingProblem."""

    def stop(self) -> None:
        """End it now, from any thread."""


class Writer(Protocol):
    """A server of language models."""

    @property
    def host(self) -> str:
        """Its address in full."""

    def use_host(self, host: str) -> None:
        """Ask `host` from now on; what runs goes on with the old one. Raises WriterHostInvalid."""

    def version(self) -> str:
        """The server's version; the quickest way to see whether it is there."""

    def models(self) -> tuple[WriterModel, ...]:
        """Those installed."""

    def running(self) -> tuple[RunningModel, ...]:
        """Those loaded."""

    def traits(self, model: str) -> ModelTraits:
        """What `model` can do. Raises WriterModelMissing."""

    def write(self, request: WriteRequest) -> Writing:
        """The answer to `request`."""

    def load(self, request: WriteRequest) -> Writing:
        """Load the model with exactly the options of `request`, and read nothing."""

    def warm(self, request: WriteRequest) -> Writing:
        """Read the messages of `request` into the server's cache: the fixed part of a prompt to come, with
        its other options as they will be. Loads the model first where needed. The end has no text."""

    def unload(self, model: str) -> None:
        """Free its memory now, after what it is doing."""

    def pull(self, model: str) -> Pulling:
        """Get `model` from the server's library."""

    def close(self) -> None:
        """Stop all and free the connection. Never raises; calls after it fail or end as stopped."""
