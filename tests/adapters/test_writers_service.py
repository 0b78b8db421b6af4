"""The desk of language models on its own threads, with the stand-in for Ollama: looking and getting beside
each other, stops and faults at the server; and a style that is tried out with its real small model."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

import pytest

from app.adapters.clock import SystemClock
from app.adapters.ollama import OllamaWriter
from app.domain.problems import WriterDied, WriterNotRunning, WriterPullFailed
from app.services.style_preview import PreviewState, StylePreview
from app.services.worker import Worker
from app.services.writers import WriterDesk
from app.services.writing import WritingService
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from tests.adapters.test_writing_service import SETTINGS, STYLES
from tests.ollama_standin.process import MODEL, PULLABLE, StandInProcess
from tests.services.test_style_preview import wired

LONG = 90.0
SPOKEN = "um so the the train leaves at eight"


class Told:
    """What was posted, from any thread; `until` waits for it."""

    def __init__(self) -> None:
        self.events: list[object] = []
        self._changed = threading.Condition()

    def post(self, event: object) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait(self, is_true: Callable[[], object]) -> None:
        """Until that is true of what was posted."""
        with self._changed:
            assert self._changed.wait_for(is_true, LONG), self.events

    def until(self, kind: type, count: int = 1) -> list[object]:
        """Those of that kind, once there are so many."""
        self.wait(lambda: len(self.of(kind)) >= count)
        return self.of(kind)

    def of(self, kind: type) -> list[object]:
        return [event for event in self.events if isinstance(event, kind)]

    def progress(self) -> list[PullProgressed]:
        return [event for event in self.events if isinstance(event, PullProgressed)]

    def models(self) -> set[str]:
        """Those that the last look found."""
        found = self.of(WritersFound)[-1]
        assert isinstance(found, WritersFound)
        return {model.name for model in found.models}


@contextmanager
def working(*names: str) -> Iterator[list[Worker]]:
    errors: list[Exception] = []
    workers = [Worker(name, SystemClock(), errors.append) for name in names]
    for worker in workers:
        worker.start()
    yield workers
    for worker in workers:
        worker.close()
    assert errors == []


class Deciding:
    """The deciding thread of a preview: what is posted waits until `run`."""

    def __init__(self, writer: OllamaWriter, worker: Worker) -> None:
        self.shown: list[PreviewState] = []
        self._posted: queue.Queue[object] = queue.Queue()
        self.service = WritingService(worker, writer, self._posted.put, STYLES, SETTINGS, lambda: True)
        self.preview = StylePreview(self.service, self.shown.append)
        self._dispatcher = wired(self.preview)

    def run(self, is_enough: Callable[[PreviewState], bool]) -> PreviewState:
        """Until that is true of what is shown."""
        while not is_enough(self.shown[-1]):
            self._dispatcher.dispatch(self._posted.get(timeout=LONG))
        return self.shown[-1]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def desk(writer: OllamaWriter, told: Told) -> Iterator[WriterDesk]:
    with working("questions", "downloads") as (questions, downloads):
        desk = WriterDesk(questions, downloads, writer, SystemClock(), told.post)
        yield desk
        desk.close()


def test_what_the_server_has_is_found(desk: WriterDesk, told: Told, ollama: StandInProcess) -> None:
    desk.look()
    (found,) = told.until(WritersFound)
    assert isinstance(found, WritersFound)
    assert found.host == ollama.host
    assert found.version
    assert MODEL in told.models()
    assert found.running == ()


def test_a_model_is_got_and_found_then(desk: WriterDesk, told: Told) -> None:
    desk.pull(PULLABLE)
    (ended,) = told.until(PullEnded)
    assert ended == PullEnded(PULLABLE, is_there=True)
    told.until(WritersFound)
    assert PULLABLE in told.models()
    assert told.events[0] == PullProgressed(PULLABLE, 0, 0)
    figures = [(one.received, one.total) for one in told.progress()]
    assert figures == sorted(figures)


def test_looking_is_answered_while_a_download_stands_still(
    desk: WriterDesk, told: Told, ollama: StandInProcess
) -> None:
    ollama.order("stall", after=4)
    desk.pull(PULLABLE)
    ollama.wait("held")
    desk.look()
    told.until(WritersFound)
    assert told.of(PullEnded) == []
    # What had arrived by then is told, though nothing comes after it.
    told.wait(lambda: any(one.received > 0 for one in told.progress()))
    desk.stop_pull()
    assert told.until(PullEnded) == [PullEnded(PULLABLE, is_there=False)]
    ollama.wait("cancelled")
    desk.look()
    told.until(WritersFound, 2)
    assert PULLABLE not in told.models()


def test_one_that_was_stopped_is_got_at_the_next_try(
    desk: WriterDesk, told: Told, ollama: StandInProcess
) -> None:
    ollama.order("stall", after=3)
    desk.pull(PULLABLE)
    ollama.wait("held")
    desk.stop_pull()
    told.until(PullEnded)
    desk.pull(PULLABLE)
    assert told.until(PullEnded, 2)[1] == PullEnded(PULLABLE, is_there=True)


@pytest.mark.parametrize(("fault", "words"), [("crash", "disk"), ("eof", "lost"), ("nodone", "broke off")])
def test_a_download_that_fails_says_why_and_the_next_one_works(
    desk: WriterDesk, told: Told, ollama: StandInProcess, fault: str, words: str
) -> None:
    ollama.order(fault, after=2)
    desk.pull(PULLABLE)
    desk.pull("mistrall:7b")
    failed, unknown = told.until(PullEnded, 2)
    assert isinstance(failed, PullEnded)
    assert isinstance(failed.problem, WriterPullFailed)
    assert words in failed.problem.sentence
    assert isinstance(unknown, PullEnded)
    assert isinstance(unknown.problem, WriterPullFailed)
    assert "no such model" in unknown.problem.sentence
    desk.pull(PULLABLE)
    assert told.until(PullEnded, 3)[2] == PullEnded(PULLABLE, is_there=True)


def test_a_server_that_is_gone_is_told_for_both(desk: WriterDesk, told: Told, writer: OllamaWriter) -> None:
    process = StandInProcess()
    process.end()
    writer.use_host(process.host)
    desk.look()
    desk.pull(PULLABLE)
    (gone,) = told.until(WritersNotFound)
    assert isinstance(gone, WritersNotFound)
    assert isinstance(gone.problem, WriterNotRunning)
    (ended,) = told.until(PullEnded)
    assert isinstance(ended, PullEnded)
    assert isinstance(ended.problem, WriterNotRunning)


def test_closing_ends_a_download_that_stands_still(
    desk: WriterDesk, told: Told, ollama: StandInProcess
) -> None:
    ollama.order("stall", after=3)
    desk.pull(PULLABLE)
    ollama.wait("held")
    desk.close()
    assert told.until(PullEnded) == [PullEnded(PULLABLE, is_there=False)]
    ollama.wait("cancelled")


# --- trying a style out ---


@pytest.fixture
def deciding(writer: OllamaWriter) -> Iterator[Deciding]:
    with working("writing") as (worker,):
        deciding = Deciding(writer, worker)
        yield deciding
        deciding.service.close()


def test_a_style_is_tried_out_with_the_real_model(deciding: Deciding) -> None:
    deciding.preview.try_out(SPOKEN, "list")
    last = deciding.run(lambda state: not state.running)
    assert last.problem == ""
    assert last.figures is not None
    assert (last.figures.model, last.figures.style) == (MODEL, "list")
    assert last.figures.first_token_seconds is not None
    loading = [key for key, _ in groupby(state.loading for state in deciding.shown)]
    assert loading == ["", MODEL, ""]
    texts = [state.text for state in deciding.shown if state.running]
    assert texts == sorted(texts, key=len)
    assert texts[-1].strip() == last.text.strip() != ""


def test_a_try_is_stopped_at_the_server_and_the_next_one_works(
    deciding: Deciding, ollama: StandInProcess
) -> None:
    ollama.order("stall", after=3)
    deciding.preview.try_out(SPOKEN, "clean-up")
    ollama.wait("held")
    deciding.run(lambda state: state.text != "")
    deciding.preview.stop()
    last = deciding.run(lambda state: not state.running)
    assert last == PreviewState(text=last.text)
    assert last.text
    ollama.wait("cancelled")
    deciding.preview.try_out(SPOKEN, "clean-up")
    assert deciding.run(lambda state: not state.running).figures is not None


def test_a_try_that_fails_is_a_sentence(deciding: Deciding, ollama: StandInProcess) -> None:
    ollama.order("crash", after=2)
    deciding.preview.try_out(SPOKEN, "clean-up")
    last = deciding.run(lambda state: not state.running)
    assert last.problem == WriterDied(MODEL).sentence
    assert last.figures is None
