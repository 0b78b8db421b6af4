"""Events reach the GUI thread from any thread: in order, all of them, and past a task that raises."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from app.ui.event_pump import EventPump


def post_all(pump: EventPump, numbers: range) -> None:
    for number in numbers:
        pump.post(number)


@pytest.fixture
def errors() -> list[Exception]:
    return []


def test_events_from_other_threads_arrive_in_order_on_the_gui_thread(
    qtbot: QtBot, errors: list[Exception]
) -> None:
    seen: list[tuple[object, str]] = []
    pump = EventPump(lambda event: seen.append((event, threading.current_thread().name)), errors.append)
    gui = threading.current_thread().name
    threads = [
        threading.Thread(target=post_all, args=(pump, range(start, start + 500))) for start in (0, 1000)
    ]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(seen) == 1000)
    for thread in threads:
        thread.join()
    numbers = [event for event, _ in seen if isinstance(event, int)]
    assert [n for n in numbers if n < 1000] == list(range(500))
    assert [n for n in numbers if n >= 1000] == list(range(1000, 1500))
    assert {name for _, name in seen} == {gui}


def test_nothing_is_handled_before_the_poster_has_returned(qtbot: QtBot, errors: list[Exception]) -> None:
    seen: list[object] = []
    pump = EventPump(seen.append, errors.append)
    pump.post("later")
    assert seen == []
    qtbot.waitUntil(lambda: seen == ["later"])


def test_a_task_that_raises_does_not_stop_the_others(qtbot: QtBot, errors: list[Exception]) -> None:
    seen: list[str] = []
    pump = EventPump(lambda _: None, errors.append)

    def fail() -> None:
        raise ValueError("broken")

    pump.call(fail)
    pump.call(lambda: seen.append("next"))
    qtbot.waitUntil(lambda: seen == ["next"])
    assert [str(error) for error in errors] == ["broken"]


def test_later_tasks_come_in_the_order_of_their_time(qtbot: QtBot, errors: list[Exception]) -> None:
    seen: list[str] = []
    pump = EventPump(lambda _: None, errors.append)
    pump.call_later(0.05, lambda: seen.append("late"))
    pump.call_later(0.0, lambda: seen.append("soon"))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["soon", "late"]


def test_a_closed_pump_carries_nothing(qtbot: QtBot, errors: list[Exception]) -> None:
    seen: list[object] = []
    pump = EventPump(seen.append, errors.append)
    pump.post("dropped")
    pump.close()
    pump.post("dropped too")
    other = EventPump(seen.append, errors.append)
    other.post("end")
    qtbot.waitUntil(lambda: "end" in seen)
    assert seen == ["end"]


def test_a_later_task_that_raises_is_told(qtbot: QtBot, errors: list[Exception]) -> None:
    pump = EventPump(lambda _: None, errors.append)

    def fail() -> None:
        raise ValueError("broken")

    pump.call_later(0.0, fail)
    qtbot.waitUntil(lambda: bool(errors))
    assert [str(error) for error in errors] == ["broken"]


def test_a_later_task_of_an_object_nobody_else_holds_is_done(qtbot: QtBot, errors: list[Exception]) -> None:
    seen: list[str] = []

    class Doer:
        def do(self) -> None:
            seen.append("done")

    pump = EventPump(lambda _: None, errors.append)
    pump.call_later(0.01, Doer().do)
    qtbot.waitUntil(lambda: seen == ["done"])
