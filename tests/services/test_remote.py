"""Requests from outside: answered at once, carried out elsewhere."""

from __future__ import annotations

import pytest

from app.domain.remote import Command, Reply, Request
from app.services.remote import RemoteControl


class Desk:
    def __init__(self) -> None:
        self.posted: list[object] = []
        self.control = RemoteControl(self.posted.append, lambda: "idle; model base ready")


@pytest.mark.parametrize(
    "command", [Command.START, Command.STOP, Command.TOGGLE, Command.CANCEL, Command.SHOW]
)
def test_what_changes_something_is_posted_as_it_is_and_answered_at_once(command: Command) -> None:
    desk = Desk()
    assert desk.control.answer(Request(command)) == Reply(ok=True)
    assert desk.posted == [Request(command)]


def test_what_is_asked_for_raw_text_is_posted_so() -> None:
    desk = Desk()
    assert desk.control.answer(Request(Command.TOGGLE, raw=True)) == Reply(ok=True)
    assert desk.posted == [Request(Command.TOGGLE, raw=True)]


def test_a_model_to_be_loaded_ahead_is_posted_with_its_name() -> None:
    desk = Desk()
    request = Request(Command.PRELOAD, model="small", off=True)
    assert desk.control.answer(request) == Reply(ok=True)
    assert desk.posted == [request]


def test_what_is_known_is_answered_and_changes_nothing() -> None:
    desk = Desk()
    assert desk.control.answer(Request(Command.PING)) == Reply(ok=True)
    assert desk.control.answer(Request(Command.STATUS)) == Reply(ok=True, text="idle; model base ready")
    assert desk.posted == []


def test_another_may_come_to_know_what_is_being_done() -> None:
    desk = Desk()
    desk.control.ask(lambda: "listening")
    assert desk.control.answer(Request(Command.STATUS)) == Reply(ok=True, text="listening")
