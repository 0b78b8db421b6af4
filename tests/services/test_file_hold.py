"""What holds the work on files, on and off in any order, and what time it costs."""

from __future__ import annotations

import threading

import pytest

from app.domain.problems import TaskStopped
from app.services.file_hold import FileHold, Reason
from tests.fakes import FakeClock
from tests.fakes.files import ScriptedFileEngine


def test_the_engine_is_told_only_of_the_first_and_the_last_reason() -> None:
    engine = ScriptedFileEngine()
    hold = FileHold(engine, FakeClock())
    hold.set(Reason.DICTATION, False)
    assert engine.said == []
    hold.set(Reason.DICTATION, True)
    hold.set(Reason.DICTATION, True)
    hold.set(Reason.PAUSE, True)
    hold.set(Reason.DICTATION, False)
    assert (engine.said, hold.is_held) == (["hold"], True)
    hold.set(Reason.PAUSE, False)
    assert (engine.said, hold.is_held) == (["hold", "go on"], False)


def test_time_that_was_held_is_no_working_time() -> None:
    clock = FakeClock()
    hold = FileHold(ScriptedFileEngine(), clock)
    began = hold.working_time()
    clock.time += 3.0
    hold.set(Reason.DICTATION, True)
    clock.time += 100.0
    assert hold.working_time() - began == 3.0
    hold.set(Reason.PAUSE, True)
    hold.set(Reason.DICTATION, False)
    clock.time += 100.0
    hold.set(Reason.PAUSE, False)
    clock.time += 4.0
    assert hold.working_time() - began == 7.0


def test_one_that_waits_goes_on_when_nothing_holds_it() -> None:
    hold, stop, passed = FileHold(ScriptedFileEngine(), FakeClock()), threading.Event(), threading.Event()
    hold.set(Reason.PAUSE, True)

    def wait() -> None:
        hold.wait(stop)
        passed.set()

    thread = threading.Thread(target=wait)
    thread.start()
    assert not passed.is_set()
    hold.set(Reason.PAUSE, False)
    thread.join(30)
    assert passed.is_set()
    hold.wait(stop)  # not held, it does not wait at all


def test_one_that_is_stopped_does_not_wait() -> None:
    hold, stop = FileHold(ScriptedFileEngine(), FakeClock()), threading.Event()
    hold.set(Reason.PAUSE, True)
    stop.set()
    with pytest.raises(TaskStopped):
        hold.wait(stop)
