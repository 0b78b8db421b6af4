"""The pace at which progress is told: at most ten times a second, and nothing twice."""

from __future__ import annotations

import math
from typing import Final

from app.services.ports import Clock, Post

PROGRESS_SECONDS: Final = 0.1


class Pace:
    """Belongs to one thread: what it tells of comes often enough that what is passed over is soon followed by
    newer."""

    def __init__(self, clock: Clock, post: Post) -> None:
        self._clock = clock
        self._post = post
        self._told: object = None
        self._told_at = -math.inf

    def begin(self, told: object) -> None:
        """Something else is told of from now on, of which `told` was told already."""
        self._told = told

    def tell(self, event: object, *, is_last: bool = False) -> None:
        """How far it has come; the last that there is to tell goes whatever was told just before."""
        now = self._clock.now()
        if event != self._told and (is_last or now - self._told_at >= PROGRESS_SECONDS):
            self._told, self._told_at = event, now
            self._post(event)
