"""Of what is told faster than it can be shown, the newest."""

from __future__ import annotations

import pytest

from app.ui.event_pump import EventPump
from app.ui.newest import Newest
from tests.ui.windows import settle

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_burst_is_shown_once_and_each_that_comes_alone() -> None:
    shown: list[object] = []
    newest = Newest[object](shown.append)
    pump = EventPump(newest, lambda error: None)
    for number in range(100):
        pump.post(number)
    settle()
    assert shown == [99]
    for number in (100, 101):
        pump.post(number)
        settle()
    assert shown == [99, 100, 101]


def test_what_is_told_while_it_is_shown_is_shown_next() -> None:
    shown: list[int] = []

    def show(told: int) -> None:
        shown.append(told)
        if told < 3:
            newest(told + 1)

    newest = Newest[int](show)
    newest(1)
    settle()
    assert shown == [1, 2, 3]
