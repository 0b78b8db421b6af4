"""Asks the history, which may find itself damaged at any question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.domain.problems import HistoryDamaged
from app.services.events import Noticed
from app.services.ports import Post

Answer = TypeVar("Answer")


def asked(question: Callable[[], Answer], post: Post) -> Answer:
    """What the history answers; one that found itself damaged has begun a new file, and answers again.
    Raises StorageProblem."""
    try:
        return question()
    except HistoryDamaged as problem:
        post(Noticed(problem))
        return question()
