"""Threads that run, and end with whoever asked for them."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from app.adapters.clock import SystemClock
from app.domain.problems import Problem, Unexpected
from app.services.events import Noticed
from app.services.ports import Post
from app.services.worker import JOIN_SECONDS, Worker

NO_PATIENCE: Final = 0.5
"""Seconds to wait at the end for one that computes or asks a network: it cannot be stopped in the middle, and
has nothing to finish that the next start would miss."""


def running_worker(
    name: str, clock: SystemClock, post: Post, stack: ExitStack, patience: float = JOIN_SECONDS
) -> Worker:
    """One that runs; what it fails at is told. At the end it is waited for, for `patience` seconds."""

    def failed(error: Exception) -> None:
        post(Noticed(error if isinstance(error, Problem) else Unexpected(name, detail=type(error).__name__)))

    one = Worker(name, clock, failed)
    one.start()
    stack.callback(one.close, patience)
    return one
