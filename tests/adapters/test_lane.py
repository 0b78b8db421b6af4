"""Calls into a library that may hang. Events stand for the library, so nothing depends on speed."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from app.adapters.lane import Lane, LaneHangs

LONG = 30.0
SHORT = 0.05


@pytest.fixture
def lane() -> Lane:
    return Lane("test")


def test_a_call_gives_what_the_task_gives_on_the_lane_s_thread(lane: Lane) -> None:
    name = lane.call(lambda: threading.current_thread().name, LONG)
    assert name == "test"


def test_a_call_raises_what_the_task_raises(lane: Lane) -> None:
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        lane.call(fail, LONG)
    assert lane.call(lambda: 1, LONG) == 1


def test_calls_are_done_in_order(lane: Lane) -> None:
    done: list[int] = []
    for number in range(10):
        lane.submit(partial(done.append, number))
    lane.call(lambda: None, LONG)
    assert done == list(range(10))


def test_a_task_that_fails_does_not_end_the_lane(lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError

    lane.submit(fail)
    assert lane.call(lambda: 2, LONG) == 2
    assert "test lane" in caplog.text


def test_a_call_that_hangs_is_given_up_and_its_late_result_undone(lane: Lane) -> None:
    back, undone = threading.Event(), threading.Event()
    late: list[str] = []

    def hang() -> str:
        back.wait(LONG)
        return "opened"

    def undo(result: str) -> None:
        late.append(result)
        undone.set()

    with pytest.raises(LaneHangs):
        lane.call(hang, SHORT, undo)
    assert lane.hangs
    back.set()
    assert undone.wait(LONG)
    assert late == ["opened"]
    assert lane.call(lambda: 3, LONG) == 3
    assert not lane.hangs


def test_a_call_given_up_before_its_turn_is_left_out(lane: Lane) -> None:
    back = threading.Event()
    done: list[str] = []

    def hang() -> None:
        back.wait(LONG)

    lane.submit(hang)
    with pytest.raises(LaneHangs):
        lane.call(lambda: done.append("given up"), SHORT)
    back.set()
    lane.call(lambda: done.append("later"), LONG)
    assert done == ["later"]


def test_a_result_in_time_is_not_undone(lane: Lane) -> None:
    late: list[int] = []
    assert lane.call(lambda: 4, LONG, late.append) == 4
    lane.call(lambda: None, LONG)
    assert late == []
