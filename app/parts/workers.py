"""Threads that run, and end with whoever asked for them."""

from __future__ import annotations

from contextlib import ExitStack

from app.adapters.clock import SystemClock
from app.domain.problems import Problem, Unexpected
from app.services.events import Noticed
from app.services.ports import Post
from app.services.worker import Worker


def running_worker(name: str, clock: SystemClock, post: Post, stack: ExitStack) -> Worker:
    """One that runs; what it fails at is told."""

    def failed(error: Exception) -> None:
        post(Noticed(error if isinstance(error, Problem) else Unexpected(name, detail=repr(error))))

    one = Worker(name, clock, failed)
    one.start()
    stack.callback(one.close)
    return one
