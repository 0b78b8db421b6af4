"""A thread of its own for a library that may hang, with a time limit on every call.

The problem: when a sound server stops answering, calls into its library never return, not even those
that close a stream. A worker that made such a call would hang with it.

The rules: all calls into the library go through one `Lane`, one after another, on one thread. The caller
waits for at most a limit. A call that was given up before its turn is left out; one that was under way
goes on, and if it comes to an end after all, its result goes to `late`, which undoes it.

Failure mode: while a call hangs, every further one fails after a short wait, until the library comes
back; then the lane works as before. The thread is a daemon, so it never holds up the program's end.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Final, Generic, TypeVar

logger = logging.getLogger(__name__)

T = TypeVar("T")
HANGING_LIMIT: Final = 0.3
"""How long a call waits for a lane that is known to hang, in seconds."""


class LaneHangs(Exception):
    """The call did not come back in time."""


class _Call(Generic[T]):
    """One call and what became of it. `_lock` decides between the caller who gives up and the result."""

    def __init__(self, task: Callable[[], T], late: Callable[[T], None] | None) -> None:
        self._task = task
        self._late = late
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._given_up = False
        self._result: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        """On the lane's thread."""
        with self._lock:
            if self._given_up:
                return
        result: list[T] = []
        error: BaseException | None = None
        try:
            result.append(self._task())
        except BaseException as raised:  # it is raised on the caller's thread, which waits for it
            error = raised
        with self._lock:
            self._result, self._error = result, error
            given_up = self._given_up
            self._ended.set()
        if given_up and result and self._late:
            self._late(result[0])

    def wait(self, limit: float) -> T:
        """On the caller's thread. Raises what the task raised, or LaneHangs."""
        self._ended.wait(limit)
        with self._lock:
            if not self._ended.is_set():
                self._given_up = True
                raise LaneHangs
        if self._error is not None:
            raise self._error
        return self._result[0]


class Lane:
    """One thread that does calls one after another. `name` is the thread's name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._hangs = False

    @property
    def hangs(self) -> bool:
        """Whether the last call that was waited for did not come back."""
        return self._hangs

    def call(self, task: Callable[[], T], limit: float, late: Callable[[T], None] | None = None) -> T:
        """Do `task` on the lane and wait for it, at most `limit` seconds.

        `late` gets a result that came after the limit, on the lane's thread. Raises whatever `task` raised,
        or LaneHangs.
        """
        call = _Call(task, late)
        self._put(call.run)
        try:
            result = call.wait(min(limit, HANGING_LIMIT) if self._hangs else limit)
        except LaneHangs:
            self._hangs = True
            raise
        except BaseException:  # whatever the task raised, it came back
            self._hangs = False
            raise
        self._hangs = False
        return result

    def submit(self, task: Callable[[], None]) -> None:
        """Do `task` on the lane after all that was put in before; returns at once."""
        self._put(task)

    def _put(self, task: Callable[[], None]) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
        self._calls.put(task)

    def _run(self) -> None:
        while True:
            try:
                self._calls.get()()
            except Exception:  # the lane lives on, whatever a task raises
                logger.exception("a task on the %s lane failed", self._name)
