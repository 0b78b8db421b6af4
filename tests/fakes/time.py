"""Time that passes only when told to."""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable, Iterator


class FakeClock:
    """Time that passes only when told to. `wall` runs beside it from a fixed day on."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.wall_offset = 1_800_000_000.0

    def now(self) -> float:
        return self.time

    def wall(self) -> float:
        return self.wall_offset + self.time

    def sleep(self, duration: float) -> None:
        """The computer sleeps: the wall clock goes on, the monotonic one does not."""
        self.wall_offset += duration


class FakeInbox:
    """A worker's inbox on the test's own thread: `run` does what waits, `advance` lets time pass."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self._tasks: list[Callable[[], None]] = []
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._jobs: deque[Iterator[None]] = deque()

    def spare(self, job: Iterator[None]) -> None:
        self._jobs.append(job)

    def call(self, task: Callable[[], None]) -> None:
        self._tasks.append(task)

    def call_later(self, delay: float, task: Callable[[], None]) -> None:
        heapq.heappush(self._later, (self.clock.now() + delay, next(self._order), task))

    def run(self) -> None:
        """Do all that is due now, and what that puts in."""
        while self.step():
            pass

    def step(self) -> bool:
        """Do one thing as a worker would: what is due, what was put in, or a piece of a spare job."""
        if self._later and self._later[0][0] <= self.clock.now():
            heapq.heappop(self._later)[2]()
        elif self._tasks:
            self._tasks.pop(0)()
        elif self._jobs:
            if next(self._jobs[0], self) is self:
                self._jobs.popleft()
        else:
            return False
        return True

    def advance(self, duration: float) -> None:
        """Let `duration` seconds pass, doing each thing at its own moment."""
        self.run()
        end = self.clock.now() + duration
        while self._later and self._later[0][0] <= end:
            self.clock.time = max(self.clock.time, self._later[0][0])
            self.run()
        self.clock.time = end
        self.run()

    @property
    def waiting(self) -> int:
        """How many things wait for later."""
        return len(self._later)
