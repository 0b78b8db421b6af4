from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import pytest

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.decoding import DecodingOptions
from app.domain.problems import Problem
from tests.benchmarks.decodes import Decodes, RememberingRecognizer
from tests.benchmarks.simulation import BEGINNING, BLOCK, TICK, SimulatedMicrophone, Simulation
from tests.fakes.speech import FakeRecognizer


def compute() -> None:
    """Takes some milliseconds."""
    assert sum(range(200_000)) > 0


class Course:
    """What was done in a simulation, and when, in whole tenths of a second."""

    def __init__(self, simulation: Simulation) -> None:
        self.simulation = simulation
        self.done: list[tuple[str, int]] = []

    def task(
        self, name: str, takes: float = 0.0, then: Callable[[], object] = lambda: None
    ) -> Callable[[], None]:
        """Is noted at its start, computes for `takes` seconds, and then does `then`."""

        def work() -> None:
            clock = self.simulation.clock
            # Its own computing takes at least a tick each time: less than a tenth of a second in all.
            self.done.append((name, int((clock.now() - BEGINNING) * 10)))
            clock.spend(takes, takes)
            then()

        return work


@pytest.fixture
def simulation() -> Simulation:
    return Simulation()


@pytest.fixture
def course(simulation: Simulation) -> Course:
    return Course(simulation)


def test_the_task_that_can_start_first_is_next(simulation: Simulation, course: Course) -> None:
    one, other = simulation.worker(), simulation.worker()
    simulation.at(BEGINNING + 0.2, lambda: one.call(course.task("late")))
    simulation.at(BEGINNING + 0.1, lambda: other.call(course.task("early")))
    simulation.run()
    assert course.done == [("early", 1), ("late", 2)]


def test_what_comes_while_a_worker_computes_waits_for_it(simulation: Simulation, course: Course) -> None:
    speech, microphone = simulation.worker(), simulation.worker()
    speech.call(course.task("decode", 0.5))
    for number in range(1, 4):
        put = course.task(f"block {number}", then=lambda: speech.call(course.task("hear")))
        simulation.at(BEGINNING + number / 10, partial(microphone.call, put))
    simulation.run()
    assert course.done == [
        ("decode", 0),
        ("block 1", 1),
        ("block 2", 2),
        ("block 3", 3),
        *[("hear", 5)] * 3,
    ]


def test_a_task_is_put_in_at_the_moment_it_was_put_in(simulation: Simulation, course: Course) -> None:
    slow, quick, taker = simulation.worker(), simulation.worker(), simulation.worker()
    # Computed first, but it puts in later.
    slow.call(course.task("slow", 0.6, lambda: taker.call(course.task("of the slow"))))
    simulation.at(
        BEGINNING + 0.3,
        lambda: quick.call(course.task("quick", then=lambda: taker.call(course.task("of the quick")))),
    )
    simulation.run()
    assert course.done == [("slow", 0), ("quick", 3), ("of the quick", 3), ("of the slow", 6)]


def test_one_inbox_keeps_its_order(simulation: Simulation, course: Course) -> None:
    worker = simulation.worker()
    for name in "abc":
        worker.call(course.task(name))
    simulation.run()
    assert [name for name, _ in course.done] == ["a", "b", "c"]


def test_what_is_due_goes_before_what_waits(simulation: Simulation, course: Course) -> None:
    worker = simulation.worker()
    worker.call(course.task("long", 0.5))
    worker.call(course.task("waiting"))
    worker.call_later(0.3, course.task("due"))
    worker.call_later(0.8, course.task("not due"))
    simulation.run()
    assert course.done == [("long", 0), ("due", 5), ("waiting", 5), ("not due", 8)]


def test_spare_time_is_when_the_inbox_is_empty(simulation: Simulation, course: Course) -> None:
    worker = simulation.worker()

    def job() -> Iterator[None]:
        for piece in "12":
            course.task(f"piece {piece}", 0.2)()
            yield

    worker.call(lambda: worker.spare(job()))
    worker.call(course.task("first", 0.1))
    simulation.at(BEGINNING + 0.2, lambda: worker.call(course.task("between", 0.1)))
    simulation.run()
    assert course.done == [("first", 0), ("piece 1", 1), ("between", 3), ("piece 2", 4)]


def test_catching_up_does_what_others_would_have_done_by_now(simulation: Simulation, course: Course) -> None:
    speech, microphone = simulation.worker(), simulation.worker()
    released: list[int] = []
    seen: list[list[int]] = []

    def look() -> None:
        seen.append(list(released))
        simulation.catch_up()
        seen.append(list(released))

    speech.call(course.task("decode", 0.5, look))
    for tenth in (3, 4, 6):
        simulation.at(BEGINNING + tenth / 10, partial(released.append, tenth))
    simulation.at(BEGINNING + 0.4, lambda: microphone.call(course.task("block")))
    simulation.at(BEGINNING + 0.4, lambda: speech.call(course.task("hear")))
    simulation.run()
    assert seen == [[], [3, 4]]
    assert course.done == [("decode", 0), ("block", 4), ("hear", 5)]
    assert released == [3, 4, 6]


def test_the_benchmarks_own_work_takes_no_time(simulation: Simulation) -> None:
    clock = simulation.clock
    spans: list[float] = []

    def work() -> None:
        with clock.held():
            began = clock.now()
            compute()
            spans.append(clock.now() - began)

    simulation.worker().call(work)
    simulation.run()
    assert spans == [0.0]


def test_computing_takes_its_real_time_in_ticks(simulation: Simulation) -> None:
    worker = simulation.worker()
    worker.call(compute)
    simulation.run()
    ticks = (worker.free - BEGINNING) / TICK
    assert ticks >= 1
    assert ticks == pytest.approx(round(ticks), abs=1e-6)
    assert simulation.cpu_seconds > 0.0


def test_a_run_ends_when_it_is_over(simulation: Simulation, course: Course) -> None:
    worker = simulation.worker()
    for tenth in range(5):
        worker.call_later(tenth / 10, course.task(str(tenth)))
    simulation.run(lambda: len(course.done) == 3)
    assert [name for name, _ in course.done] == ["0", "1", "2"]


# --- the microphone ---


def no_loss(problem: Problem) -> None:
    raise problem


def test_blocks_come_when_their_last_sample_is_spoken(simulation: Simulation) -> None:
    recording = np.arange(4 * BLOCK, dtype=np.float32)
    microphone = SimulatedMicrophone(simulation, recording)
    heard: list[tuple[float, Samples]] = []

    def deliver(block: Samples) -> None:
        heard.append((simulation.clock.now(), block))
        if len(heard) == 3:
            capture.close()

    capture = microphone.open("", deliver, no_loss)
    simulation.run()
    assert [moment for moment, _ in heard] == pytest.approx([BEGINNING + one * 0.02 for one in (1, 2, 3)])
    assert np.array_equal(np.concatenate([block for _, block in heard]), recording[: 3 * BLOCK])


def test_a_recording_must_outlast_its_dictation(simulation: Simulation) -> None:
    microphone = SimulatedMicrophone(simulation, np.ones(BLOCK, np.float32))
    microphone.open("", lambda block: None, no_loss)
    with pytest.raises(EOFError):
        simulation.run()


# --- decodes ---


def decoded(
    recognizer: FakeRecognizer, decodes: Decodes, wanted: Sequence[tuple[Samples, DecodingOptions]]
) -> tuple[list[str], RememberingRecognizer]:
    """The texts of all that is `wanted`, in a simulation of its own."""
    simulation = Simulation()
    remembering = RememberingRecognizer(recognizer, decodes, simulation)
    texts: list[str] = []

    def transcribe() -> None:
        texts.extend(remembering.transcribe(audio, options).text for audio, options in wanted)

    simulation.worker().call(transcribe)
    simulation.run()
    return texts, remembering


def test_the_same_decode_is_computed_once_and_always_takes_its_time() -> None:
    sound = np.ones(SAMPLE_RATE, np.float32)
    real = FakeRecognizer(lambda: str(sum(range(200_000))), "another")
    decodes = Decodes()
    took = []
    for audio in (sound, sound.copy(), sound[:-1]):
        texts, recognizer = decoded(real, decodes, [(audio, DecodingOptions())])
        (call,) = recognizer.calls
        took.append((texts[0], call.end - call.start))
    first, again, other = took
    assert again[0] == first[0]
    # The clock's own ticks may differ by the microseconds around the call.
    assert again[1] == pytest.approx(first[1], abs=2 * TICK)
    assert first[1] > 0.0
    assert other[0] == "another"
    assert (decodes.computed, decodes.repeated) == (2, 1)
    assert real.heard == [1.0, pytest.approx(1.0, abs=1e-3)]


def test_other_options_are_another_decode() -> None:
    sound = np.ones(SAMPLE_RATE, np.float32)
    wanted = [(sound, DecodingOptions(beam_size=beam)) for beam in (1, 5, 1)]
    texts, _ = decoded(FakeRecognizer("one", "two"), Decodes(), wanted)
    assert texts == ["one", "two", "one"]
