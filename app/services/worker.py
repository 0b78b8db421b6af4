"""One thread with one inbox: the only way in which Sayso runs anything beside the GUI.

What is put into the inbox is done in order on the worker's thread. What is to be done later waits in a
heap of its own and goes first once its time has come. A long job is a plain generator that yields after
each piece; it is resumed only while the inbox is empty, so that a dictation overtakes a file at the next
piece's border. A task that raises is told to `on_error`, and the worker lives on.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator

from app.services.ports import Clock

logger = logging.getLogger(__name__)

Task = Callable[[], None]
JOIN_SECONDS = 5.0


class Worker:
    """A named thread that does what its inbox holds.

    Args:
        name: the thread's name, as in the table of threads.
        clock: what "later" is measured with.
        on_error: gets what a task or a job raised; called on the worker's thread.
    """

    def __init__(self, name: str, clock: Clock, on_error: Callable[[Exception], None]) -> None:
        self._clock = clock
        self._on_error = on_error
        self._changed = threading.Condition()
        self._inbox: deque[Task] = deque()
        self._later: list[tuple[float, int, Task]] = []
        self._order = itertools.count()
        self._jobs: deque[Iterator[None]] = deque()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def call(self, task: Task) -> None:
        """Do `task` after all that was put in before. After `close` it is dropped."""
        with self._changed:
            if not self._closing:
                self._inbox.append(task)
                self._changed.notify()

    def call_later(self, delay: float, task: Task) -> None:
        """Do `task` no sooner than `delay` seconds from now."""
        with self._changed:
            if not self._closing:
                heapq.heappush(self._later, (self._clock.now() + delay, next(self._order), task))
                self._changed.notify()

    def spare(self, job: Iterator[None]) -> None:
        """Run `job` piece by piece whenever the inbox is empty."""
        with self._changed:
            if not self._closing:
                self._jobs.append(job)
                self._changed.notify()

    def close(self, patience: float = JOIN_SECONDS) -> None:
        """Do what is in the inbox, drop what was for later, and end; waits at most `patience` seconds."""
        with self._changed:
            self._closing = True
            self._later.clear()
            self._jobs.clear()
            self._changed.notify()
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(patience)
            if self._thread.is_alive():
                logger.warning("the %s worker did not end in time", self._thread.name)

    def _run(self) -> None:
        while (task := self._next()) is not None:
            try:
                task()
            except Exception as error:  # the thread lives on
                logger.exception("the %s worker failed at a task", self._thread.name)
                self._on_error(error)

    def _next(self) -> Task | None:
        """The next thing to do, waited for; None when closed and nothing is left."""
        with self._changed:
            while True:
                wait = self._later[0][0] - self._clock.now() if self._later else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._later)[2]
                if self._inbox:
                    return self._inbox.popleft()
                if self._closing:
                    return None
                if self._jobs:
                    return self._resume
                self._changed.wait(wait)

    def _resume(self) -> None:
        """One piece of the oldest job."""
        job = self._jobs[0]
        try:
            next(job)
        except StopIteration:
            self._drop(job)
        except Exception:  # the job goes, and the worker tells of it
            self._drop(job)
            raise

    def _drop(self, job: Iterator[None]) -> None:
        with self._changed:
            if self._jobs and self._jobs[0] is job:
                self._jobs.popleft()
