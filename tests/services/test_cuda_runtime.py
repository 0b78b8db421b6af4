"""The desk of NVIDIA's library: when it is offered, getting, stopping and removing it, with every failure."""

from __future__ import annotations

import queue
from collections.abc import Callable

import pytest

from app.adapters.clock import SystemClock
from app.domain.compute import CPU, CUDA
from app.domain.compute_proof import Proof, Verdict
from app.domain.cuda_runtime import CudaOffer, CudaRuntimeState, RuntimePlace
from app.domain.hardware import Computer, Cost, Graphics, GraphicsCard
from app.domain.problems import CudaLibraryInUse, CudaLibraryNotGot, Unexpected
from app.domain.settings import ComputeType
from app.services.cuda_events import (
    CudaRuntimeArriving,
    CudaRuntimeEnded,
    CudaRuntimeFound,
    CudaRuntimeRemoved,
)
from app.services.cuda_runtime import CudaRuntimeDesk
from app.services.hardware_events import ComputeTypeFacts, DeviceFacts, HardwareFound
from app.services.pace import PROGRESS_SECONDS
from app.services.worker import Worker
from tests.fakes import FakeClock, FakeInbox
from tests.fakes.cuda import SIZE, WHEEL, Step, SteppedRuntime

SECRET = "what the library said"
CARD = Graphics("570.86.10", (GraphicsCard("NVIDIA GeForce RTX 4070"),))
OFFER = CudaOffer("NVIDIA GeForce RTX 4070", "12.9.1.4", "pypi.org", SIZE, 3000)
HERE = CudaRuntimeState(RuntimePlace.FOLDER, "12.9.1.4", 3000)
FAILED = Proof(Verdict.REFUSED, "NVIDIA's library cuBLAS 12 is missing")
WORKS = Proof(Verdict.WORKS)


def hardware(
    graphics: Graphics = CARD, *, is_there: bool = True, proof: Proof | None = None
) -> HardwareFound:
    """What the hardware's service tells; the processor has always proved to work."""

    def device(name: str, is_there: bool, proof: Proof | None) -> DeviceFacts:
        cost = Cost(None, "Fast.", "Accurate.")
        return DeviceFacts(
            name, is_there, "", (ComputeTypeFacts(ComputeType.FLOAT32, True, cost, proof, ""),)
        )

    devices = (device(CUDA, is_there, proof), device(CPU, True, WORKS))
    return HardwareFound(Computer("A processor", 8), graphics, "4.8.0", "base", devices, None)


class Bench:
    """A desk whose thread is worked off by hand; `when` is asked at every event that is posted."""

    def __init__(self, *steps: Step) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.runtime = SteppedRuntime(*steps)
        self.posted: list[object] = []
        self.when: Callable[[object], None] = lambda _: None
        self.desk = CudaRuntimeDesk(self.inbox, self.runtime, self.clock, self._post)

    def _post(self, event: object) -> None:
        self.posted.append(event)
        self.when(event)

    def look(self, found: HardwareFound | None = None) -> CudaRuntimeFound:
        self.desk.look(found)
        self.inbox.run()
        told = self.posted[-1]
        assert isinstance(told, CudaRuntimeFound)
        return told

    def get(self) -> None:
        self.desk.get()
        self.inbox.run()


# --- looking ---


@pytest.mark.parametrize("proof", [None, FAILED])
def test_it_is_offered_where_a_card_is_there_and_the_library_is_not(proof: Proof | None) -> None:
    assert Bench().look(hardware(proof=proof)) == CudaRuntimeFound(CudaRuntimeState(), OFFER)


@pytest.mark.parametrize(
    "found", [hardware(Graphics()), hardware(is_there=False), hardware(proof=WORKS), None]
)
def test_it_is_not_offered_where_it_would_not_help(found: HardwareFound | None) -> None:
    assert Bench().look(found) == CudaRuntimeFound(CudaRuntimeState(), None)


def test_it_is_not_offered_where_it_is_or_where_there_is_none() -> None:
    bench = Bench()
    bench.runtime.found = CudaRuntimeState(RuntimePlace.SYSTEM)
    assert bench.look(hardware()).offer is None
    bench.runtime.found = CudaRuntimeState()
    bench.runtime.wheel = None
    assert bench.look().offer is None


def test_looks_that_wait_are_one_and_the_hardware_of_the_last_time_is_kept() -> None:
    bench = Bench()
    bench.desk.look(hardware(Graphics()))
    bench.desk.look(hardware())
    bench.desk.look()
    bench.inbox.run()
    assert bench.posted == [CudaRuntimeFound(CudaRuntimeState(), OFFER)]
    assert bench.look().offer == OFFER


# --- getting ---


def test_getting_it_begins_ends_and_is_followed_by_a_look() -> None:
    bench = Bench(300, SIZE)
    bench.desk.look(hardware())
    bench.get()
    assert bench.posted == [
        CudaRuntimeArriving(0, 0),
        CudaRuntimeFound(CudaRuntimeState(), OFFER),
        CudaRuntimeArriving(300, SIZE),
        CudaRuntimeArriving(SIZE, SIZE),
        CudaRuntimeEnded(is_there=True),
        CudaRuntimeFound(HERE, None),
    ]


def test_progress_is_told_at_most_ten_times_a_second_and_the_last_of_it_always() -> None:
    bench = Bench()

    def later(seconds: float) -> Callable[[], None]:
        return lambda: setattr(bench.clock, "time", bench.clock.time + seconds)

    bench.runtime.steps = (
        100,
        later(PROGRESS_SECONDS * 0.4),
        200,
        later(PROGRESS_SECONDS * 0.7),
        300,
        SIZE,
        SIZE,
    )
    bench.get()
    told = [event.received for event in bench.posted if isinstance(event, CudaRuntimeArriving)]
    assert told == [0, 100, 300, SIZE]


def test_it_is_not_got_twice_at_once() -> None:
    bench = Bench()
    bench.desk.get()
    bench.desk.get()
    bench.inbox.run()
    assert bench.runtime.gets == 1
    assert [event for event in bench.posted if isinstance(event, CudaRuntimeEnded)] == [
        CudaRuntimeEnded(True)
    ]


def test_a_stop_keeps_what_has_arrived_and_the_next_get_goes_on() -> None:
    bench = Bench()
    bench.runtime.steps = (300, bench.desk.stop, 600, SIZE)
    bench.get()
    assert bench.posted[-2:] == [
        CudaRuntimeEnded(is_there=False),
        CudaRuntimeFound(CudaRuntimeState(arrived_bytes=600), None),
    ]
    bench.runtime.steps = (SIZE,)
    bench.get()
    assert bench.posted[-2:] == [CudaRuntimeEnded(is_there=True), CudaRuntimeFound(HERE, None)]


def test_a_stop_before_its_turn_asks_nobody() -> None:
    bench = Bench()
    bench.desk.get()
    bench.desk.stop()
    bench.inbox.run()
    assert bench.runtime.gets == 0
    assert bench.posted[:2] == [CudaRuntimeArriving(0, 0), CudaRuntimeEnded(is_there=False)]


def test_a_stop_where_nothing_is_got_does_not_stop_the_next() -> None:
    bench = Bench()
    bench.desk.stop()
    bench.get()
    assert CudaRuntimeEnded(is_there=True) in bench.posted


def test_what_fails_is_told_with_its_remedy_and_can_be_tried_again() -> None:
    problem = CudaLibraryNotGot("the package index is busy")
    bench = Bench(problem)
    bench.get()
    assert bench.posted[-2] == CudaRuntimeEnded(is_there=False, problem=problem)
    bench.runtime.steps = (SIZE,)
    bench.get()
    assert bench.posted[-2] == CudaRuntimeEnded(is_there=True)


def test_what_fails_because_it_was_stopped_is_no_problem() -> None:
    bench = Bench()
    bench.runtime.steps = (bench.desk.stop, OSError("closed"))
    bench.get()
    assert bench.posted[-2] == CudaRuntimeEnded(is_there=False)


def test_a_mistake_is_told_without_its_text() -> None:
    bench = Bench(RuntimeError(SECRET))
    bench.get()
    ended = bench.posted[-2]
    assert isinstance(ended, CudaRuntimeEnded)
    assert isinstance(ended.problem, Unexpected)
    assert SECRET not in f"{ended.problem} {ended.problem.detail}"


def test_whoever_hears_that_it_failed_may_try_again_at_once() -> None:
    bench = Bench(CudaLibraryNotGot("the package index is busy"))

    def again(event: object) -> None:
        if isinstance(event, CudaRuntimeEnded) and not event.is_there:
            bench.runtime.steps = (SIZE,)
            bench.desk.get()

    bench.when = again
    bench.get()
    ends = [event.is_there for event in bench.posted if isinstance(event, CudaRuntimeEnded)]
    assert ends == [False, True]


# --- removing, closing ---


def test_removing_tells_what_it_freed_and_offers_it_again() -> None:
    bench = Bench()
    bench.desk.look(hardware())
    bench.get()
    bench.desk.remove()
    bench.inbox.run()
    assert bench.posted[-2:] == [CudaRuntimeRemoved(3000), CudaRuntimeFound(CudaRuntimeState(), OFFER)]


def test_what_cannot_be_removed_is_told() -> None:
    bench = Bench()
    bench.runtime.refuses = problem = CudaLibraryInUse()
    bench.desk.remove()
    bench.inbox.run()
    assert bench.posted[0] == CudaRuntimeRemoved(0, problem)


def test_what_is_on_its_way_is_not_removed() -> None:
    bench = Bench()
    bench.runtime.steps = (300, bench.desk.remove, SIZE)
    bench.get()
    assert not [event for event in bench.posted if isinstance(event, CudaRuntimeRemoved)]
    assert bench.posted[-1] == CudaRuntimeFound(HERE, None)


def test_closing_ends_what_is_going_on_and_takes_nothing_up() -> None:
    bench = Bench()
    bench.runtime.steps = (300, bench.desk.close, 600, SIZE)
    bench.get()
    assert bench.posted[-1] == CudaRuntimeEnded(is_there=False)
    before = list(bench.posted)
    for ask in (bench.desk.get, bench.desk.look, bench.desk.remove):
        ask()
    bench.inbox.run()
    assert bench.posted == before


def test_a_real_thread_is_stopped_in_the_middle() -> None:
    clock, events = SystemClock(), queue.Queue[object]()
    failures: list[Exception] = []
    worker = Worker("cuda", clock, failures.append)
    runtime = SteppedRuntime()
    desk = CudaRuntimeDesk(worker, runtime, clock, events.put)
    runtime.steps = (1, desk.stop, *range(2, SIZE))
    worker.start()
    desk.get()
    taken: list[object] = []
    while CudaRuntimeEnded(is_there=False) not in taken:
        taken.append(events.get(timeout=30))
    assert runtime.found.arrived_bytes == 2
    desk.close()
    worker.close()
    assert failures == []


def test_the_fakes_wheel_is_as_large_as_it_says() -> None:
    assert (WHEEL.size_bytes, WHEEL.unpacked_bytes, WHEEL.source) == (SIZE, 3000, "pypi.org")
