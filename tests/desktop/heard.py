"""What a key backend posts, as a test waits for it."""

from __future__ import annotations

import queue

from app.domain.keys import KeyAction, KeyEvent
from app.domain.problems import Problem

SECONDS = 10


class Heard:
    """Give `post` and `problems.put` to the backend."""

    def __init__(self) -> None:
        self._events: queue.Queue[KeyEvent] = queue.Queue()
        self.problems: queue.Queue[Problem] = queue.Queue()

    def post(self, event: object) -> None:
        assert isinstance(event, KeyEvent)
        self._events.put(event)

    def next(self) -> tuple[KeyAction, bool]:
        """The next key and whether it went down, waited for."""
        event = self._events.get(timeout=SECONDS)
        return event.action, event.pressed

    def all(self) -> list[tuple[KeyAction, bool]]:
        """Those that are there already."""
        found = []
        while not self._events.empty():
            found.append(self.next())
        return found
