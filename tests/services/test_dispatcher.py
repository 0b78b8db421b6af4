"""The dispatcher: who gets what, and what happens when a handler fails."""

from __future__ import annotations

from app.services.dispatcher import Dispatcher


def test_each_event_goes_to_those_who_asked_for_its_kind_and_then_the_screen_settles() -> None:
    seen: list[object] = []
    dispatcher = Dispatcher(seen.append)
    dispatcher.afterwards(lambda: seen.append("settled"))
    dispatcher.on(int, seen.append)
    dispatcher.on(int, lambda number: seen.append(number * 10))
    dispatcher.on(str, seen.append)
    dispatcher.dispatch(1)
    dispatcher.dispatch("a")
    assert seen == [1, 10, "settled", "a", "settled"]


def test_an_event_nobody_asked_for_is_dropped() -> None:
    seen: list[object] = []
    dispatcher = Dispatcher(seen.append)
    dispatcher.afterwards(lambda: seen.append("settled"))
    dispatcher.dispatch(1.5)
    assert seen == []


def test_a_handler_that_fails_is_told_and_the_others_go_on() -> None:
    seen: list[object] = []
    errors: list[Exception] = []
    dispatcher = Dispatcher(errors.append)
    dispatcher.afterwards(lambda: seen.append("settled"))

    def fail(_: int) -> None:
        raise ValueError("broken")

    dispatcher.on(int, fail)
    dispatcher.on(int, seen.append)
    dispatcher.dispatch(1)
    assert seen == [1, "settled"]
    assert [str(error) for error in errors] == ["broken"]


def test_what_comes_before_anybody_is_there_is_kept_and_handled_in_order() -> None:
    seen: list[object] = []
    dispatcher = Dispatcher(seen.append)
    dispatcher.hold()
    dispatcher.dispatch(1)
    dispatcher.dispatch("a")
    dispatcher.on(int, seen.append)
    dispatcher.on(str, seen.append)
    assert seen == []
    dispatcher.go_on()
    dispatcher.dispatch(2)
    assert seen == [1, "a", 2]
