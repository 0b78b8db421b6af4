"""Which request to the language model runs for whom, so that it can be ended from any thread at any moment.

Rules: one request runs at a time, on the worker. Whatever is stopped before it runs does not run at all. An
    enhancement is answered once, unless it was abandoned: by the worker, or by the thread that stops it while
    it still waits in the inbox. Numbers of dictations are not used twice.
Failure: none; stopping what is over or never began changes nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.domain.enhancement import EnhancementEnded, EnhancementFailed, EnhancementStopped
from app.domain.writing import EndReason, WriteEnd, WritingPart
from app.services.ports import Post
from app.services.writing_ports import Writing

Answer = EnhancementEnded | EnhancementStopped | EnhancementFailed
WARMING = 0
"""Stands for no dictation: those are numbered from 1."""


class Runs:
    """The running request, and those that wait.

    Args:
        post: takes the answers.
    """

    def __init__(self, post: Post) -> None:
        self._post = post
        self._lock = threading.Lock()
        self._is_closed = False
        self._over: set[int] = set()
        self._abandoned: set[int] = set()
        self._wanted: set[int] = set()
        self._begun: set[int] = set()
        self._running: tuple[int, Writing] | None = None

    # --- from any thread ---

    def want(self, id: int) -> None:
        """An enhancement is asked for: what is written in advance for others makes way."""
        with self._lock:
            is_over, is_abandoned = id in self._over, id in self._abandoned
            if not is_over:
                self._wanted.add(id)
                if self._running and self._running[0] not in (id, WARMING, *self._begun):
                    self._running[1].stop()
        if is_over and not is_abandoned:
            self._post(EnhancementStopped(id))

    def stop(self, id: int) -> None:
        """End it; one that waits is answered at once."""
        with self._lock:
            self._end(id)
            is_waiting = id in self._wanted and id not in self._begun
            if is_waiting:
                self._wanted.discard(id)
        if is_waiting:
            self._post(EnhancementStopped(id))

    def abandon(self, id: int) -> None:
        """End it without an answer."""
        with self._lock:
            self._end(id)
            self._abandoned.add(id)
            self._wanted.discard(id)

    def close(self) -> None:
        """End what runs, and let nothing run any more."""
        with self._lock:
            self._is_closed = True
            if self._running:
                self._running[1].stop()

    def is_over(self, id: int) -> bool:
        """Whether it was stopped or abandoned."""
        return id in self._over or self._is_closed

    # --- on the worker ---

    def begin(self, id: int) -> bool:
        """The turn of an enhancement has come; False where it is wanted no more."""
        with self._lock:
            if id not in self._wanted:
                return False
            self._begun.add(id)
            return True

    def answer(self, id: int, answer: Answer) -> None:
        """Post what became of it, unless it was abandoned; stopped, when that came first."""
        with self._lock:
            is_wanted = id in self._wanted
            is_stopped = id in self._over
            self._wanted.discard(id)
            self._begun.discard(id)
        if is_wanted:
            self._post(EnhancementStopped(id) if is_stopped else answer)

    def run(self, id: int, writing: Writing, on_part: Callable[[WritingPart], None]) -> WriteEnd:
        """Run it for the dictation `id`, unless that is over or has to make way."""
        with self._lock:
            makes_way = id not in self._begun and bool(self._wanted - {id})
            if id in self._over or self._is_closed or makes_way:
                return WriteEnd(EndReason.STOPPED)
            self._running = (id, writing)
        try:
            return writing.run(on_part)
        finally:
            with self._lock:
                self._running = None

    def _end(self, id: int) -> None:
        self._over.add(id)
        if self._running and self._running[0] == id:
            self._running[1].stop()
