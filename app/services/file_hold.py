"""Whether the work on files stands still, for how many reasons, and how long it did.

Problem: a dictation, a pause of all and one of a single file hold the same engine, on and off, in any order.
Rules: it is held while there is any reason. Time that was held is not counted as working time, so that the
    pace of a file that waited for a dictation is still its own.
"""

from __future__ import annotations

import threading
from enum import StrEnum
from typing import Final

from app.domain.problems import TaskStopped
from app.services.file_ports import FileEngine
from app.services.ports import Clock

LOOK_SECONDS: Final = 0.25
"""How soon one that waits sees that it is not wanted any more."""


class Reason(StrEnum):
    """Why it stands still."""

    DICTATION = "dictation"
    PAUSE = "pause"
    JOB_PAUSE = "job pause"


class FileHold:
    """All methods may be called from any thread; all but `wait` return at once."""

    def __init__(self, engine: FileEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._changed = threading.Condition()
        self._reasons: set[Reason] = set()
        self._held_since = 0.0
        self._held_seconds = 0.0

    @property
    def is_held(self) -> bool:
        """Whether anything holds it."""
        return bool(self._reasons)

    def set(self, reason: Reason, wanted: bool) -> None:
        """Hold it for `reason`, or no longer for that one."""
        with self._changed:
            was_held = bool(self._reasons)
            if wanted:
                self._reasons.add(reason)
            else:
                self._reasons.discard(reason)
            if bool(self._reasons) == was_held:
                return
            # Under the lock: the engine is told in the order in which it is so.
            if was_held:
                self._held_seconds += self._clock.now() - self._held_since
                self._engine.go_on()
            else:
                self._held_since = self._clock.now()
                self._engine.hold()
            self._changed.notify_all()

    def working_time(self) -> float:
        """Seconds of a clock that stands still while it is held."""
        with self._changed:
            now = self._held_since if self._reasons else self._clock.now()
            return now - self._held_seconds

    def wait(self, stop: threading.Event) -> None:
        """Return once nothing holds it. Raises TaskStopped as soon as `stop` is set."""
        with self._changed:
            while self._reasons and not stop.is_set():
                self._changed.wait(LOOK_SECONDS)
        if stop.is_set():
            raise TaskStopped()
