"""Looks into files beside the one that is being transcribed: how long they are, and which tracks they have.

Rules: on a thread of its own, so that a row shows its length while the first file takes an hour; one file at
a time, so that what else is asked of that thread comes in between; none while a dictation goes on, as each
look takes some processor time. What is found goes to `found`, on that thread.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

from app.domain.media import MediaFacts
from app.domain.problems import Problem
from app.services.failures import problem_of
from app.services.file_ports import MediaFiles
from app.services.ports import Inbox


class FileLooks:
    """All methods may be called from any thread and return at once."""

    def __init__(
        self, inbox: Inbox, media: MediaFiles, found: Callable[[int, MediaFacts | Problem], None]
    ) -> None:
        self._inbox = inbox
        self._media = media
        self._found = found
        self._lock = threading.Lock()
        self._waiting: deque[tuple[int, str]] = deque()
        self._is_on_its_way = False
        self._is_held = False

    def want(self, job: int, path: str) -> None:
        """Look into the file of that job, after those that were asked for before."""
        with self._lock:
            self._waiting.append((job, path))
        self._go()

    def drop(self, job: int) -> None:
        """Nobody wants to know any more."""
        with self._lock:
            self._waiting = deque(one for one in self._waiting if one[0] != job)

    def hold(self, held: bool) -> None:
        """Look into none from now on, or go on."""
        with self._lock:
            self._is_held = held
        self._go()

    def _go(self) -> None:
        with self._lock:
            if self._is_held or self._is_on_its_way or not self._waiting:
                return
            self._is_on_its_way = True
        self._inbox.call(self._look)

    def _look(self) -> None:
        with self._lock:
            self._is_on_its_way = False
            if self._is_held or not self._waiting:
                return
            job, path = self._waiting.popleft()
        answer: MediaFacts | Problem
        try:
            answer = self._media.look(Path(path))
        except Exception as error:  # the next one is looked into all the same
            answer = problem_of(error, "looking into a file")
        self._found(job, answer)
        self._go()
