"""Workers and what is outside them over one simulated clock: waiting is free, computing takes its real time.

The problem: a benchmark of dictation would have to sit through every second that is spoken. Here the moments
at which blocks of sound arrive and keys come up are only numbers, and what is put into an inbox is done at
the earliest moment at which its worker could have done it.

The rules:
- Each worker has a moment from which it is free. The next thing done is always the one that can start
  earliest, over all workers and the outside; so all that could have reached it before is there.
- While a task runs, `SimulatedClock.now` is its start and the time that it has really taken so far, rounded
  up to whole ticks: without rounding, jitter of microseconds would decide whether a block of sound still
  counts, and no two runs would hear alike. What the task puts elsewhere carries that moment.
- `SimulatedClock.spend` stands for computing whose time is known; `held` is the benchmark's own work and
  counts as nothing.
- After a long computation, `Simulation.catch_up` lets the others do what they would have done meanwhile, so
  that what they share with the running task is as it would be.
- What happens outside (sound, keys) takes no time.

What is not simulated: that workers compete for cores. A pass in real time has to show that it matters little.

Failure mode: what a task raises ends the simulation.
"""

from __future__ import annotations

import heapq
import itertools
import math
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.devices import InputDevice
from app.domain.problems import Problem
from tests.fakes.sound import FakeCapture

TICK: Final = 0.001
BEGINNING: Final = 1000.0
WALL_OFFSET: Final = 1_800_000_000.0
BLOCK: Final = SAMPLE_RATE // 50
"""Samples that a microphone delivers at a time."""

Task = Callable[[], None]


class Stopwatch:
    """Wall and processor seconds (all threads) since it was made, without those in which it was held."""

    def __init__(self, *, is_held: bool = False) -> None:
        self._wall = self._cpu = 0.0
        self._since: tuple[float, float] | None = None
        if not is_held:
            self.go_on()

    def go_on(self) -> None:
        """Count from now on."""
        self._since = (time.perf_counter(), time.process_time())

    def hold(self) -> None:
        """Count no more."""
        self._wall, self._cpu = self.wall, self.cpu
        self._since = None

    @property
    def wall(self) -> float:
        """Seconds of the wall's clock."""
        return self._wall + (time.perf_counter() - self._since[0] if self._since else 0.0)

    @property
    def cpu(self) -> float:
        """Seconds of computing."""
        return self._cpu + (time.process_time() - self._since[1] if self._since else 0.0)


@dataclass(slots=True)
class _Running:
    """A task under way: its start, what it took itself, and what was spent on its behalf."""

    start: float
    watch: Stopwatch
    spent: float = 0.0
    spent_cpu: float = 0.0

    @property
    def now(self) -> float:
        return self.start + math.ceil(self.watch.wall / TICK) * TICK + self.spent


class SimulatedClock:
    """Fits the Clock port. Between tasks it stands at the start of the last one."""

    def __init__(self) -> None:
        self.time = BEGINNING
        self._running: list[_Running] = []

    def now(self) -> float:
        """Simulated seconds."""
        return self._running[-1].now if self._running else self.time

    def wall(self) -> float:
        """The same on a fixed day."""
        return WALL_OFFSET + self.now()

    def spend(self, seconds: float, cpu_seconds: float) -> None:
        """The running task computes for so long."""
        self._running[-1].spent += seconds
        self._running[-1].spent_cpu += cpu_seconds

    @contextmanager
    def held(self) -> Iterator[None]:
        """Within this the running task's time stands still."""
        watch = self._running[-1].watch
        watch.hold()
        try:
            yield
        finally:
            watch.go_on()

    @contextmanager
    def running(self, start: float, *, is_outside: bool = False) -> Iterator[_Running]:
        """A task begins at `start`; one from outside takes no time."""
        self.time = max(self.time, start)
        task = _Running(start, Stopwatch(is_held=is_outside))
        self._running.append(task)
        try:
            yield task
        finally:
            task.watch.hold()
            self._running.pop()


@dataclass(slots=True)
class SimulatedInbox:
    """One worker's inbox, with the order of `app.services.worker.Worker`: what was for later and is due, what
    was put in, spare-time jobs."""

    clock: SimulatedClock
    order: Iterator[int]
    free: float = BEGINNING
    is_busy: bool = False
    _inbox: list[tuple[float, int, Task]] = field(default_factory=list)
    _later: list[tuple[float, int, Task]] = field(default_factory=list)
    _jobs: deque[tuple[float, Iterator[None]]] = field(default_factory=deque)

    def call(self, task: Task) -> None:
        """Do `task` after all that was put in before now."""
        heapq.heappush(self._inbox, (self.clock.now(), next(self.order), task))

    def call_later(self, delay: float, task: Task) -> None:
        """Do `task` no sooner than `delay` seconds from now."""
        heapq.heappush(self._later, (self.clock.now() + delay, next(self.order), task))

    def spare(self, job: Iterator[None]) -> None:
        """Run `job` piece by piece whenever the inbox is empty."""
        self._jobs.append((self.clock.now(), job))

    def next_start(self) -> float | None:
        """When it could begin with the next thing; None when it is busy or there is nothing."""
        if self.is_busy:
            return None
        known = [waiting[0][0] for waiting in (self._later, self._inbox, self._jobs) if waiting]
        return max(self.free, min(known)) if known else None

    def take(self, start: float) -> Task:
        """The next thing, when it begins at `start`."""
        for waiting in (self._later, self._inbox):
            if waiting and waiting[0][0] <= start:
                return heapq.heappop(waiting)[2]
        return self._resume

    def _resume(self) -> None:
        """One piece of the oldest job."""
        try:
            next(self._jobs[0][1])
        except StopIteration:
            self._jobs.popleft()


class Simulation:
    """Workers over one clock. `cpu_seconds` is what they have computed, all threads together."""

    def __init__(self) -> None:
        self.clock = SimulatedClock()
        self.cpu_seconds = 0.0
        self._order = itertools.count()
        self._workers: list[SimulatedInbox] = []
        self._outside: list[tuple[float, int, Task]] = []

    def worker(self) -> SimulatedInbox:
        """The inbox of another worker."""
        self._workers.append(SimulatedInbox(self.clock, self._order))
        return self._workers[-1]

    def at(self, moment: float, task: Task) -> None:
        """At `moment` this happens outside of all workers."""
        heapq.heappush(self._outside, (moment, next(self._order), task))

    def run(self, is_over: Callable[[], bool] = lambda: False) -> None:
        """Go on until `is_over` or nothing is left to do."""
        while not is_over() and self._step(math.inf):
            pass

    def catch_up(self) -> None:
        """Let all that is not busy do what it would have begun by now."""
        now = self.clock.now()
        with self.clock.held():
            while self._step(now):
                pass

    def _step(self, before: float) -> bool:
        """Do the next thing if it starts before that moment."""
        outside = self._outside[0][0] if self._outside else math.inf
        starts = [(start, worker) for worker in self._workers if (start := worker.next_start()) is not None]
        start, worker = min(starts, key=lambda one: one[0], default=(math.inf, None))
        if min(start, outside) >= before:
            return False
        if worker is None or outside <= start:
            with self.clock.running(outside, is_outside=True):
                heapq.heappop(self._outside)[2]()
        else:
            self._work(worker, start)
        return True

    def _work(self, worker: SimulatedInbox, start: float) -> None:
        task = worker.take(start)
        worker.is_busy = True
        with self.clock.running(start) as running:
            task()
        worker.is_busy = False
        worker.free = running.now
        self.cpu_seconds += running.watch.cpu + running.spent_cpu


class SimulatedMicrophone:
    """Fits the Microphone port: delivers a recording (float32 mono 16 kHz) in blocks of 20 ms, each at the
    moment at which its last sample is spoken. `opened` is when its first sample is."""

    def __init__(self, simulation: Simulation, recording: Samples) -> None:
        self._simulation = simulation
        self._recording = recording
        self.opened: float | None = None

    def devices(self) -> tuple[InputDevice, ...]:
        """Just this one."""
        return (InputDevice("recording", "recording", True),)

    def refresh(self) -> None:
        """There is nothing to look for."""

    def open(
        self, device: str, deliver: Callable[[Samples], None], lost: Callable[[Problem], None]
    ) -> FakeCapture:
        """Begin to play. Raises EOFError, at the moment when the recording is over and still listened to."""
        opened = self.opened = self._simulation.clock.now()
        capture = FakeCapture(device or "recording")

        def play(place: int) -> None:
            if capture.is_closed:
                return
            block = self._recording[place : place + BLOCK]
            if len(block) < BLOCK:
                raise EOFError("the recording is over, and nobody has closed the microphone")
            deliver(block.copy())
            following(place + BLOCK)

        def following(place: int) -> None:
            self._simulation.at(opened + (place + BLOCK) / SAMPLE_RATE, lambda: play(place))

        following(0)
        return capture
