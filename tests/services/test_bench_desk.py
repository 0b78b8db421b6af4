"""Benchmarks from the window: run, stopped, failed, saved."""

from __future__ import annotations

from pathlib import Path

from app.domain.bench import BenchProgress, BenchStep, BenchWish, Step
from app.domain.bench_codec import TableKept
from app.domain.problems import DiskFull, ModelMissing, Problem, Unexpected
from app.services.bench_desk import BenchDesk, arguments_of
from app.services.bench_events import BenchEnded, BenchesFound, BenchExported, BenchProgressed
from tests.fakes import FakeClock, FakeInbox
from tests.fakes.bench import BASE, TABLE, TINY, WITHOUT, FakeKept, ScriptedBench

LOADING = BenchProgress(0, 8, "tiny.en", Step.LOADING)
BEGUN = BenchProgressed(BenchProgress(0, 1))


class Bench:
    """A desk on two inboxes of its own, with what it posted."""

    def __init__(self, process: ScriptedBench, kept: FakeKept | None = None) -> None:
        self.events: list[object] = []
        self.disk, self.measuring = FakeInbox(FakeClock()), FakeInbox(FakeClock())
        self.kept = kept or FakeKept()
        self.desk = BenchDesk(self.disk, self.measuring, process, self.kept, self.events.append)

    def work(self) -> list[object]:
        """Do what waits; what was posted since the last time."""
        self.measuring.run()
        self.disk.run()
        posted, self.events[:] = list(self.events), []
        return posted


def test_a_run_tells_how_far_it_is_and_what_is_measured_so_far() -> None:
    process = ScriptedBench(LOADING, TINY, LOADING, b"of a library\n", BASE, TableKept(TABLE))
    bench = Bench(process, FakeKept(TABLE, WITHOUT))
    bench.desk.run(BenchWish(("tiny.en", "base")))
    assert bench.events == [BEGUN]
    assert bench.work() == [
        BEGUN,
        BenchProgressed(LOADING),
        BenchProgressed(LOADING, (TINY,)),
        BenchEnded(TABLE),
        BenchesFound((TABLE, WITHOUT)),
    ]
    assert process.asked == [("--lines", "--model", "tiny.en", "base")]


def test_a_wish_is_said_on_the_command_line() -> None:
    assert arguments_of(BenchWish()) == ("--lines",)
    assert arguments_of(BenchWish(("a",), clean_up=False)) == ("--lines", "--model", "a", "--no-clean-up")


def test_one_runs_at_a_time_and_another_after_it() -> None:
    process = ScriptedBench(TableKept(TABLE))
    bench = Bench(process)
    bench.desk.run(BenchWish())
    bench.desk.run(BenchWish(("base",)))
    bench.work()
    assert process.asked == [("--lines",)]
    bench.desk.run(BenchWish(("base",)))
    bench.work()
    assert process.asked[1:] == [("--lines", "--model", "base")]


def test_stopped_it_ends_without_table_and_without_problem() -> None:
    process = ScriptedBench()
    bench = Bench(process)
    process.said = (LOADING, bench.desk.stop, BASE, TableKept(TABLE))
    bench.desk.run(BenchWish())
    assert bench.work() == [BEGUN, BenchProgressed(LOADING), BenchEnded(), BenchesFound(())]
    # And the next one is not stopped by it.
    process.said = (TableKept(TABLE),)
    bench.desk.run(BenchWish())
    assert BenchEnded(TABLE) in bench.work()


def test_stopped_before_it_has_begun_nothing_is_started() -> None:
    process = ScriptedBench(TableKept(TABLE))
    bench = Bench(process)
    bench.desk.run(BenchWish())
    bench.desk.stop()
    assert BenchEnded() in bench.work()
    assert process.asked == []


def test_stopped_while_it_starts_its_first_line_ends_it() -> None:
    process = ScriptedBench()
    bench = Bench(process)

    def starting() -> None:
        bench.desk.stop()
        process.is_stopped = False  # it did not hear of it

    process.said = (starting, LOADING, LOADING)
    bench.desk.run(BenchWish())
    assert bench.work() == [BEGUN, BenchProgressed(LOADING), BenchEnded(), BenchesFound(())]


def test_what_the_command_says_went_wrong_is_the_end() -> None:
    bench = Bench(ScriptedBench(Problem("There is no model.", "Get one."), status=1))
    bench.desk.run(BenchWish())
    ended = next(each for each in bench.work() if isinstance(each, BenchEnded))
    assert ended.problem is not None
    assert str(ended.problem) == "There is no model. Get one."


def test_one_that_dies_without_a_word_is_told() -> None:
    for status in (-11, None):
        bench = Bench(ScriptedBench(LOADING, status=status))
        bench.desk.run(BenchWish())
        ended = next(each for each in bench.work() if isinstance(each, BenchEnded))
        assert isinstance(ended.problem, Unexpected)


def test_a_table_with_models_that_failed_is_a_table() -> None:
    bench = Bench(ScriptedBench(TableKept(WITHOUT), status=1))
    bench.desk.run(BenchWish())
    assert BenchEnded(WITHOUT) in bench.work()


def test_a_failure_of_the_port_is_an_event() -> None:
    def fail() -> None:
        raise RuntimeError("no pipe")

    bench = Bench(ScriptedBench(fail))
    bench.desk.run(BenchWish())
    ended = next(each for each in bench.work() if isinstance(each, BenchEnded))
    assert isinstance(ended.problem, Unexpected)
    assert ended.problem.detail == "RuntimeError"


def test_looking_does_not_wait_for_a_run() -> None:
    bench = Bench(ScriptedBench(TableKept(TABLE)), FakeKept(WITHOUT))
    bench.desk.run(BenchWish())
    bench.desk.look()
    bench.disk.run()
    assert bench.events == [BEGUN, BenchesFound((WITHOUT,))]


def test_saving_tells_where_or_why_not() -> None:
    bench = Bench(ScriptedBench())
    path = Path("figures.json")
    bench.desk.export(path, TABLE)
    assert bench.work() == [BenchExported(path)]
    assert bench.kept.exported == {path: TABLE}
    bench.kept.refuses = DiskFull("somewhere")
    bench.desk.export(path, TABLE)
    assert bench.work() == [BenchExported(path, bench.kept.refuses)]


def test_closed_it_ends_what_runs_and_begins_nothing() -> None:
    process = ScriptedBench(TableKept(TABLE))
    bench = Bench(process)
    bench.desk.close()
    bench.desk.run(BenchWish())
    assert bench.work() == []
    assert process.is_closed


def test_steps_of_one_model_are_not_for_the_window() -> None:
    bench = Bench(ScriptedBench(BenchStep(Step.FIRST), ModelMissing("x"), status=1))
    bench.desk.run(BenchWish())
    kinds = [type(each) for each in bench.work()]
    assert kinds == [BenchProgressed, BenchEnded, BenchesFound]
