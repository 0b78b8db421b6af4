"""Typing into real windows of other programs, on a real X server."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.problems import InsertionFailed
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted
from tests.desktop.desk import Desk, desk, layout

__all__ = ["desk", "layout"]

pytestmark = [pytest.mark.desktop, pytest.mark.light]


# --- typing ---


def typing(desk: Desk) -> None:
    desk.service.apply(InsertionSettings(way=InsertionWay.TYPE, trailing_space=False))


@pytest.mark.parametrize("toolkit", ["qt", "tk"])
def test_typing_reaches_characters_outside_the_layout(desk: Desk, toolkit: str) -> None:
    typing(desk)
    desk.copy(b"OLD")
    window = desk.window(toolkit)
    text = 'Straße, "Café" @ 100% — 日本語 Ωβ\nsecond LINE\tтест'
    text += " 🙂" if toolkit == "qt" else ""
    spare = desk.inserter.spare_keycodes()
    assert desk.insert(text, desk.target()) == Inserted(1, desk.target().name, InsertionWay.TYPE)
    desk.until(lambda: window.text == text)
    assert desk.inserter.spare_keycodes() == spare
    assert desk.pasted() == b"OLD"


def test_typing_in_a_terminal(desk: Desk) -> None:
    typing(desk)
    out = desk.terminal()
    desk.insert('Grüße, 日本 🙂 "x"', desk.target())
    desk.until(lambda: out.read_text() == 'Grüße, 日本 🙂 "x"')


def test_typing_while_the_second_layout_is_active(desk: Desk, layout: Callable[[str], None]) -> None:
    layout("us,ru")
    desk.switch_layout(1)
    typing(desk)
    window = desk.window()
    desk.insert("Latin и кириллица", desk.target())
    desk.until(lambda: window.text == "Latin и кириллица")


def test_typing_more_different_characters_than_there_are_keycodes(
    desk: Desk, layout: Callable[[str], None]
) -> None:
    layout("ru")
    typing(desk)
    window = desk.window()
    text = "The quick brown fox jumps over the lazy dog, ÄÖÜ äöü; съешь ещё этих булок. 0123456789"
    desk.insert(text, desk.target())
    desk.until(lambda: window.text == text)


def test_typing_with_caps_lock_on(desk: Desk) -> None:
    typing(desk)
    window = desk.window()
    desk.xdotool("key", "Caps_Lock")
    desk.insert("Mixed CASE ß", desk.target())
    desk.until(lambda: window.text == "Mixed CASE ß")
    desk.xdotool("key", "a")
    desk.xdotool("key", "Caps_Lock")
    desk.until(lambda: window.text == "Mixed CASE ßA")


def test_typing_stops_when_another_window_comes_to_the_front(desk: Desk) -> None:
    typing(desk)
    first = desk.window()
    desk.service.insert(1, "long text " * 60 + "ß", desk.target())
    desk.until(lambda: first.text)
    second = desk.window(title="Second")
    desk.until(lambda: desk.events)
    (event,) = desk.events
    assert isinstance(event, NotInserted)
    assert isinstance(event.problem, InsertionFailed)
    assert "ß" not in second.text
