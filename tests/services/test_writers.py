"""The desk of language models: looking, getting, stopping, at each moment and with every failure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from app.domain.problems import (
    Problem,
    Unexpected,
    WriterAnswerOdd,
    WriterNotRunning,
    WriterPullFailed,
    WriterSilent,
)
from app.domain.writer_host import DEFAULT_HOST
from app.domain.writing import PullProgress, RunningModel, WriterModel
from app.services.pace import PROGRESS_SECONDS
from app.services.writers import WriterDesk
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from tests.fakes import FakeClock, FakeInbox, ScriptedWriter
from tests.fakes.writer import ScriptedPulling

Step = int | Exception | Callable[[], None]
"""Of a download: so many of 1,000 bytes have arrived, or it fails, or something happens meanwhile."""
HERE = WriterModel("mini:1b", 1000, "Q4_0", "1B", "llama")
LOADED = RunningModel("mini:1b", 1200, 1.0, None, 2048)


class SteppedWriter(ScriptedWriter):
    """Downloads go in the given steps, the same ones for each; without any, as those of ScriptedWriter."""

    def __init__(self, *steps: Step) -> None:
        super().__init__()
        self.steps = steps
        self.pulled: list[str] = []
        self.refuses_to_begin: Problem | None = None

    def pull(self, model: str) -> ScriptedPulling:
        if self.refuses_to_begin:
            raise self.refuses_to_begin
        self.pulled.append(model)
        return SteppedPulling(self, model, self.steps) if self.steps else super().pull(model)


class SteppedPulling(ScriptedPulling):
    """One download."""

    def __init__(self, writer: ScriptedWriter, model: str, steps: tuple[Step, ...]) -> None:
        super().__init__(writer, model)
        self._steps = steps

    def run(self, on_progress: Callable[[PullProgress], None] = lambda _: None) -> bool:
        for step in self._steps:
            if self.is_stopped:
                return False
            if isinstance(step, Exception):
                raise step
            if isinstance(step, int):
                on_progress(PullProgress(step, 1000, "pulling"))
            else:
                step()
        return not self.is_stopped


class Bench:
    """A desk whose two threads are worked off by hand; `when` is asked at every event that is posted."""

    def __init__(self, *steps: Step) -> None:
        self.clock = FakeClock()
        self.questions, self.downloads = FakeInbox(self.clock), FakeInbox(self.clock)
        self.writer = SteppedWriter(*steps)
        self.posted: list[object] = []
        self.times: list[float] = []
        self.when: Callable[[object], None] = lambda _: None
        self.desk = WriterDesk(self.questions, self.downloads, self.writer, self.clock, self._post)

    def _post(self, event: object) -> None:
        self.posted.append(event)
        self.times.append(self.clock.now())
        self.when(event)

    def look(self) -> object:
        self.desk.look()
        self.questions.run()
        return self.posted[-1]

    def pull(self, model: str = "mini:1b") -> None:
        self.desk.pull(model)
        self.downloads.run()

    @property
    def progress(self) -> list[int]:
        return [event.received for event in self.posted if isinstance(event, PullProgressed)]

    @property
    def ended(self) -> list[PullEnded]:
        return [event for event in self.posted if isinstance(event, PullEnded)]


# --- looking ---


def test_what_is_installed_and_loaded_is_found() -> None:
    bench = Bench()
    bench.writer.installed, bench.writer.loaded = [HERE], [LOADED]
    assert bench.look() == WritersFound(DEFAULT_HOST, "0.33.0", (HERE,), (LOADED,))
    assert len(bench.posted) == 1


def test_a_server_without_models_is_found_all_the_same() -> None:
    assert Bench().look() == WritersFound(DEFAULT_HOST, "0.33.0", (), ())


@pytest.mark.parametrize(
    "problem",
    [WriterNotRunning(DEFAULT_HOST), WriterAnswerOdd(DEFAULT_HOST), WriterSilent(10.0)],
    ids=lambda problem: type(problem).__name__,
)
def test_a_server_that_does_not_answer_is_told_and_the_next_look_works(problem: Problem) -> None:
    bench = Bench()
    bench.writer.refuses = problem
    assert bench.look() == WritersNotFound(DEFAULT_HOST, problem)
    bench.writer.refuses = None
    assert isinstance(bench.look(), WritersFound)


def test_a_defect_while_looking_is_told_as_one_and_the_next_look_works() -> None:
    bench = Bench()
    bench.writer.refuses = RuntimeError("what the server said")
    told = bench.look()
    assert isinstance(told, WritersNotFound)
    assert isinstance(told.problem, Unexpected)
    assert "server said" not in f"{told.problem} {told.problem.detail}"
    bench.writer.refuses = None
    assert isinstance(bench.look(), WritersFound)


def test_it_looks_where_the_settings_say_at_that_moment() -> None:
    bench = Bench()
    bench.writer.use_host("http://other:1234")
    found = bench.look()
    assert isinstance(found, WritersFound)
    assert found.host == "http://other:1234"


def test_looks_that_wait_are_one() -> None:
    bench = Bench()
    bench.desk.look()
    bench.desk.look()
    bench.questions.run()
    assert len(bench.posted) == 1
    bench.look()
    assert len(bench.posted) == 2


# --- getting ---


def test_a_model_is_got_with_its_progress_and_looked_for_then() -> None:
    bench = Bench()
    bench.pull()
    assert bench.posted == [PullProgressed("mini:1b", 0, 0), PullEnded("mini:1b", is_there=True)]
    bench.questions.run()
    found = bench.posted[-1]
    assert isinstance(found, WritersFound)
    assert [model.name for model in found.models] == ["mini:1b"]


def test_progress_comes_at_most_ten_times_a_second_and_is_the_newest_each_time() -> None:
    bench = Bench()
    bench.writer.steps = tuple(
        step for received in range(0, 1001, 10) for step in (received, lambda: bench.questions.advance(0.03))
    )
    bench.pull()
    times = [
        time
        for time, event in zip(bench.times, bench.posted, strict=True)
        if isinstance(event, PullProgressed)
    ]
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps) == pytest.approx(PROGRESS_SECONDS)
    assert max(gaps) == pytest.approx(PROGRESS_SECONDS)
    assert bench.progress == sorted(bench.progress)
    # Three steps of 10 bytes in each tenth of a second, and the newest one of them.
    assert max(after - before for before, after in pairwise(bench.progress)) <= 40
    assert bench.ended == [PullEnded("mini:1b", is_there=True)]


def test_the_last_figures_come_while_nothing_more_is_heard() -> None:
    bench = Bench()
    bench.writer.steps = (400, 1000, lambda: bench.questions.advance(60.0))
    bench.pull()
    assert bench.progress == [0, 1000]
    assert bench.times[1] - bench.times[0] == pytest.approx(PROGRESS_SECONDS)


def test_the_same_figures_are_told_once() -> None:
    bench = Bench()

    def wait() -> None:
        bench.questions.advance(1.0)

    bench.writer.steps = (wait, 500, wait, 500, wait, 500)
    bench.pull()
    assert bench.progress == [0, 500]


def test_nothing_is_told_of_a_download_after_its_end() -> None:
    bench = Bench(500, 1000)
    bench.pull()
    assert bench.posted[-1] == PullEnded("mini:1b", is_there=True)
    told = len(bench.posted)
    bench.questions.advance(10.0)
    assert not any(isinstance(event, PullProgressed) for event in bench.posted[told:])


def test_a_question_is_answered_while_a_download_runs() -> None:
    bench = Bench()
    bench.writer.steps = (100, bench.desk.look, bench.questions.run, 200)
    bench.pull()
    kinds = [type(event) for event in bench.posted]
    assert kinds.index(WritersFound) < kinds.index(PullEnded)


def test_one_that_is_on_its_way_is_not_asked_for_again_and_another_comes_after_it() -> None:
    bench = Bench()

    def ask_for_more() -> None:
        bench.writer.steps = (200, 1000)
        for model in ("mini", "mini:latest", "other:1b", "other:1b", " other:1b ", "", "  "):
            bench.desk.pull(model)

    bench.writer.steps = (100, ask_for_more)
    bench.pull("mini")
    assert bench.writer.pulled == ["mini", "other:1b"]
    assert [event.model for event in bench.ended] == ["mini", "other:1b"]
    assert all(event.is_there for event in bench.ended)


def test_one_that_is_there_may_be_got_anew() -> None:
    bench = Bench(500)
    bench.pull()
    bench.pull()
    assert bench.ended == [PullEnded("mini:1b", is_there=True)] * 2


def test_the_pace_holds_from_one_download_to_the_next() -> None:
    bench = Bench()
    bench.desk.pull("mini:1b")
    bench.desk.pull("other:1b")
    bench.downloads.run()
    bench.questions.advance(1.0)
    assert [event.model for event in bench.ended] == ["mini:1b", "other:1b"]
    assert bench.progress == [0]


# --- failing ---


def test_one_that_fails_is_told_nothing_is_looked_for_and_the_next_one_works() -> None:
    failure = WriterPullFailed("mini:1b", "its library cannot be reached")
    bench = Bench(300, failure)
    bench.pull()
    assert bench.ended == [PullEnded("mini:1b", False, failure)]
    bench.questions.run()
    assert not any(isinstance(event, WritersFound) for event in bench.posted)
    bench.writer.steps = (1000,)
    bench.pull()
    assert bench.ended[1:] == [PullEnded("mini:1b", is_there=True)]


def test_a_defect_while_getting_is_told_as_one_and_those_behind_it_come() -> None:
    bench = Bench(RuntimeError("what the server said"))
    bench.desk.pull("mini:1b")
    bench.desk.pull("other:1b")
    bench.downloads.run()
    assert [event.model for event in bench.ended] == ["mini:1b", "other:1b"]
    for event in bench.ended:
        assert isinstance(event.problem, Unexpected)
        assert "server said" not in f"{event.problem} {event.problem.detail}"


def test_a_writer_that_cannot_even_begin_is_told() -> None:
    bench = Bench()
    bench.writer.refuses_to_begin = WriterNotRunning(DEFAULT_HOST)
    bench.pull()
    (ended,) = bench.ended
    assert isinstance(ended.problem, WriterNotRunning)
    assert not ended.is_there


def test_a_look_after_the_download_that_fails_leaves_the_download_a_success() -> None:
    bench = Bench()
    bench.pull()
    bench.writer.refuses = WriterNotRunning(DEFAULT_HOST)
    bench.questions.run()
    assert bench.ended == [PullEnded("mini:1b", is_there=True)]
    assert isinstance(bench.posted[-1], WritersNotFound)


# --- stopping ---


def test_a_stop_in_the_middle_ends_it_without_a_problem() -> None:
    bench = Bench()
    bench.writer.steps = (300, bench.desk.stop_pull, 600)
    bench.pull()
    bench.questions.run()
    assert bench.ended == [PullEnded("mini:1b", is_there=False)]
    assert not any(isinstance(event, WritersFound) for event in bench.posted)


def test_a_stop_at_its_first_sign_ends_it_before_anything_is_asked() -> None:
    bench = Bench()
    bench.when = lambda event: bench.desk.stop_pull() if isinstance(event, PullProgressed) else None
    bench.pull()
    assert bench.ended == [PullEnded("mini:1b", is_there=False)]
    assert bench.writer.installed == []


def test_what_fails_because_it_was_stopped_is_no_problem() -> None:
    bench = Bench()
    lost = WriterPullFailed("mini:1b", "the connection to Ollama was lost")

    def stop_and_fail() -> None:
        bench.desk.stop_pull()
        raise lost

    bench.writer.steps = (300, stop_and_fail)
    bench.pull()
    assert bench.ended == [PullEnded("mini:1b", is_there=False)]


def test_a_stop_that_comes_too_late_leaves_it_there() -> None:
    bench = Bench(1000)
    bench.pull()
    bench.desk.stop_pull()
    bench.downloads.run()
    assert bench.ended == [PullEnded("mini:1b", is_there=True)]


def test_one_that_waits_is_stopped_at_once_and_those_behind_it_come() -> None:
    bench = Bench()
    bench.desk.pull("mini:1b")
    bench.desk.pull("other:1b")
    bench.desk.stop_pull()
    assert bench.posted == [PullEnded("mini:1b", is_there=False)]
    bench.downloads.run()
    assert [(event.model, event.is_there) for event in bench.ended] == [
        ("mini:1b", False),
        ("other:1b", True),
    ]


def test_a_stop_without_a_download_does_nothing() -> None:
    bench = Bench()
    bench.desk.stop_pull()
    assert bench.posted == []
    bench.pull()
    assert bench.ended == [PullEnded("mini:1b", is_there=True)]


def test_one_that_was_stopped_can_be_asked_for_again() -> None:
    bench = Bench()
    bench.writer.steps = (300, bench.desk.stop_pull, 600)
    bench.pull()
    bench.writer.steps = (600, 1000)
    bench.pull()
    assert [event.is_there for event in bench.ended] == [False, True]


def test_closing_ends_what_runs_and_what_waits_and_takes_nothing_up() -> None:
    bench = Bench()

    def close() -> None:
        bench.desk.pull("other:1b")
        bench.desk.look()
        bench.desk.close()

    bench.writer.steps = (300, close, 600)
    bench.pull()
    bench.desk.pull("third:1b")
    bench.desk.look()
    bench.questions.run()
    bench.downloads.run()
    assert [(event.model, event.is_there) for event in bench.ended] == [
        ("other:1b", False),
        ("mini:1b", False),
    ]
    assert all(event.problem is None for event in bench.ended)
    assert bench.writer.pulled == ["mini:1b"]
    assert not any(isinstance(event, WritersFound | WritersNotFound) for event in bench.posted)
