"""Coroutines whose parts and end come to a thread that waits, and that end whenever they are told to."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest

from app.adapters.event_loop import EventLoopThread, Run

LONG = 30.0
Emit = Callable[[int], None]


async def nothing() -> None:
    """The last thing to do before the loop ends."""


@pytest.fixture
def loop() -> Iterator[EventLoopThread]:
    thread = EventLoopThread("test")
    yield thread
    thread.close(nothing)


class Endless:
    """Emits 1 and then waits for ever; notes how it ended."""

    def __init__(self) -> None:
        self.is_cancelled = threading.Event()

    async def __call__(self, emit: Emit) -> str:
        emit(1)
        try:
            await asyncio.Event().wait()
        finally:
            self.is_cancelled.set()
        return "never"


def test_parts_and_the_end_come_in_order_on_the_thread_that_waits(loop: EventLoopThread) -> None:
    seen: list[tuple[int, str]] = []

    async def work(emit: Emit) -> str:
        for number in range(5):
            emit(number)
            await asyncio.sleep(0)
        return threading.current_thread().name

    def on_part(part: int) -> None:
        seen.append((part, threading.current_thread().name))

    assert Run(loop, work).run(on_part) == "test"
    assert seen == [(number, threading.current_thread().name) for number in range(5)]


def test_what_the_work_raises_comes_out(loop: EventLoopThread) -> None:
    async def work(emit: Emit) -> str:
        raise KeyError("x")

    with pytest.raises(KeyError):
        Run(loop, work).run(lambda part: None)


def test_it_is_stopped_from_another_thread(loop: EventLoopThread) -> None:
    work = Endless()
    run = Run(loop, work)
    stopper = threading.Thread(target=run.stop)
    assert run.run(lambda part: stopper.start()) is None
    stopper.join(LONG)
    assert work.is_cancelled.wait(LONG)


def test_stopped_before_it_begins_nothing_is_begun(loop: EventLoopThread) -> None:
    begun: list[int] = []

    async def work(emit: Emit) -> str:
        begun.append(1)
        return "end"

    run = Run(loop, work)
    run.stop()
    assert run.run(begun.append) is None
    assert begun == []


def test_a_stop_that_comes_too_late_changes_nothing(loop: EventLoopThread) -> None:
    async def work(emit: Emit) -> str:
        return "end"

    run = Run(loop, work)
    assert run.run(lambda part: None) == "end"
    run.stop()


def test_after_a_stop_no_part_is_handed_over(loop: EventLoopThread) -> None:
    seen: list[int] = []

    async def work(emit: Emit) -> str:
        for number in range(100):
            emit(number)
        return "end"

    run = Run(loop, work)

    def on_part(part: int) -> None:
        seen.append(part)
        run.stop()

    run.run(on_part)
    assert seen == [0]


def test_what_the_receiver_raises_stops_the_work(loop: EventLoopThread) -> None:
    work = Endless()

    def on_part(part: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Run(loop, work).run(on_part)
    assert work.is_cancelled.wait(LONG)


def test_closing_ends_what_runs_as_stopped_and_lets_nothing_begin(loop: EventLoopThread) -> None:
    work = Endless()
    closer = threading.Thread(target=loop.close, args=(nothing,))
    assert Run(loop, work).run(lambda part: closer.start()) is None
    closer.join(LONG)
    assert work.is_cancelled.is_set()
    assert Run(loop, work).run(lambda part: None) is None
    assert threading.current_thread() in threading.enumerate()
    assert "test" not in [thread.name for thread in threading.enumerate()]


def test_closing_one_that_never_began_does_nothing() -> None:
    loop = EventLoopThread("idle")
    loop.close(nothing)
    loop.close(nothing)
