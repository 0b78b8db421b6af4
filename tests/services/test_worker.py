"""The worker: order, lateness, spare time, failure and the end, on a real thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from app.adapters.clock import SystemClock
from app.services.worker import Worker

WAIT = 10.0


@pytest.fixture
def errors() -> list[Exception]:
    return []


@pytest.fixture
def worker(errors: list[Exception]) -> Iterator[Worker]:
    worker = Worker("test", SystemClock(), errors.append)
    worker.start()
    yield worker
    worker.close()


def test_tasks_are_done_in_order_on_the_named_thread(worker: Worker) -> None:
    done: list[object] = []
    end = threading.Event()
    worker.call(lambda: done.append(threading.current_thread().name))
    for number in range(100):
        worker.call(partial(done.append, number))
    worker.call(end.set)
    assert end.wait(WAIT)
    assert done == ["test", *range(100)]


def test_what_is_for_later_comes_in_the_order_of_its_time(worker: Worker) -> None:
    done: list[str] = []
    end = threading.Event()
    worker.call_later(0.06, end.set)
    worker.call_later(0.04, lambda: done.append("second"))
    worker.call_later(0.02, lambda: done.append("first"))
    worker.call(lambda: done.append("now"))
    assert end.wait(WAIT)
    assert done == ["now", "first", "second"]


def test_a_job_waits_while_there_is_anything_in_the_inbox(worker: Worker) -> None:
    done: list[str] = []
    end = threading.Event()

    def job() -> Iterator[None]:
        for piece in range(3):
            done.append(f"piece {piece}")
            if piece == 0:
                worker.call(lambda: done.append("dictation"))
                worker.call(lambda: done.append("dictation goes on"))
            yield
        end.set()

    worker.spare(job())
    assert end.wait(WAIT)
    assert done == ["piece 0", "dictation", "dictation goes on", "piece 1", "piece 2"]


def test_a_task_that_raises_is_told_and_the_worker_lives_on(worker: Worker, errors: list[Exception]) -> None:
    end = threading.Event()

    def fail() -> None:
        raise ValueError("broken")

    def broken_job() -> Iterator[None]:
        yield
        raise KeyError("job")

    worker.call(fail)
    worker.spare(broken_job())
    worker.call_later(0.05, end.set)
    assert end.wait(WAIT)
    assert [type(error) for error in errors] == [ValueError, KeyError]


def test_closing_does_what_is_waiting_but_not_what_is_for_later(worker: Worker) -> None:
    done: list[str] = []
    gate = threading.Event()
    worker.call(lambda: done.append("before" if gate.wait(WAIT) else "never"))
    worker.call(lambda: done.append("waiting"))
    worker.call_later(60, lambda: done.append("later"))
    gate.set()
    worker.close()
    worker.call(lambda: done.append("after"))
    assert done == ["before", "waiting"]


def test_what_cannot_be_stopped_is_not_waited_for_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    worker = Worker("busy", SystemClock(), lambda _: None)
    began, go = threading.Event(), threading.Event()
    done: list[bool] = []

    def compute() -> None:
        began.set()
        done.append(go.wait(WAIT))

    worker.start()
    worker.call(compute)
    assert began.wait(WAIT)
    worker.close(patience=0.0)
    assert done == []
    assert "the busy worker did not end in time" in caplog.text
    go.set()
    worker.close()
    assert done == [True]
