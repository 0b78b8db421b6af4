"""Replacing inserted texts in real windows of other programs, on a real X server with a real clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.insertion import Target
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotReplaced
from tests.desktop.desk import Desk, desk, layout
from tests.desktop.foreign import ForeignWindow

__all__ = ["desk", "layout"]

pytestmark = [pytest.mark.desktop, pytest.mark.light]

BEFORE = "Dear all, "
OLD = "um so the naïve words"
NEW = "So: the naïve words,\nin two lines."
WAITS = NotReplaced(1, "r", NEW)


def placed(desk: Desk, text: str = OLD, **window: object) -> ForeignWindow:
    """A window with a text at the cursor, behind one that was there before."""
    desk.copy(b"earlier")
    shown = desk.window(**window)  # type: ignore[arg-type]
    desk.service.apply(InsertionSettings(trailing_space=False))
    desk.insert(BEFORE, desk.target(), id=9)
    desk.service.apply(InsertionSettings())
    desk.service.insert(1, text, desk.target(), "r")
    desk.until(lambda: len(desk.events) == 2)
    desk.until(lambda: shown.text == f"{BEFORE}{text} ")
    desk.settled()
    return shown


def replace(desk: Desk, *, old: str = OLD, target: Target | None = None) -> object:
    """What becomes of a replacement."""
    before = len(desk.events)
    desk.service.replace(1, old, NEW, target or desk.target(), "r")
    desk.until(lambda: len(desk.events) > before)
    desk.settled()
    return desk.events[-1]


def replaced(desk: Desk) -> Inserted:
    return Inserted(1, desk.target().name, InsertionWay.PASTE, "r")


def test_the_clean_up_takes_the_place_of_the_spoken_text(desk: Desk) -> None:
    window = placed(desk)
    assert replace(desk) == replaced(desk)
    desk.until(lambda: window.text == f"{BEFORE}{NEW} ")
    assert desk.pasted() == b"earlier"
    desk.xdotool("type", "end")  # the caret is behind it
    desk.until(lambda: window.text == f"{BEFORE}{NEW} end")


@pytest.mark.parametrize("text", ["ok 👍🏽 🙂 ❤️ 👩‍👩‍👧", "Cafe\u0301 नि กำ", "日本語 “quotes” — x"])
def test_characters_of_several_code_points_are_one_step_each(desk: Desk, text: str) -> None:
    window = placed(desk, text)
    assert replace(desk, old=text) == replaced(desk)
    desk.until(lambda: window.text == f"{BEFORE}{NEW} ")


def test_a_window_whose_caret_steps_otherwise_keeps_its_text(desk: Desk) -> None:
    text = "ok क्ष"  # two letters and a sign that joins them: one step there, two by our rules
    window = placed(desk, text)
    assert replace(desk, old=text) == WAITS
    assert window.keys.count("Shift+Left") == 6
    assert window.text == f"{BEFORE}{text} "
    desk.xdotool("type", "end")  # over a selection it would take its place
    desk.until(lambda: window.text == f"{BEFORE}{text} end")
    assert desk.pasted() == b"earlier"


def test_a_long_text_is_replaced(desk: Desk) -> None:
    text = ("forty words of ten letters, more or less " * 45).strip()
    window = placed(desk, text)
    assert replace(desk, old=text) == replaced(desk)
    desk.until(lambda: window.text == f"{BEFORE}{NEW} ")


def test_a_window_of_tk_which_keeps_what_is_selected_gets_no_key(desk: Desk) -> None:
    window = placed(desk, toolkit="tk")
    assert replace(desk) == WAITS
    assert window.text == f"{BEFORE}{OLD} "
    assert "Left" not in window.keys
    desk.xdotool("type", "end")
    desk.until(lambda: window.text == f"{BEFORE}{OLD} end")


def test_a_window_that_is_busy_gets_the_new_text_over_the_old_one(desk: Desk) -> None:
    window = placed(desk, busy_ms=400)
    assert replace(desk) == replaced(desk)
    desk.until(lambda: window.text == f"{BEFORE}{NEW} ")
    assert desk.pasted() == b"earlier"


def test_where_the_user_has_typed_the_text_stays(desk: Desk) -> None:
    window = placed(desk)
    desk.xdotool("type", "and")
    desk.until(lambda: window.text == f"{BEFORE}{OLD} and")
    assert replace(desk) == WAITS
    assert window.text == f"{BEFORE}{OLD} and"
    assert not any("Left" in key for key in window.keys)
    assert desk.pasted() == b"earlier"


def test_where_the_user_has_clicked_the_text_stays(desk: Desk) -> None:
    window = placed(desk)
    desk.xdotool("mousemove", "--window", str(window.window), "8", "10", "click", "1")
    assert replace(desk) == WAITS
    assert window.text == f"{BEFORE}{OLD} "
    assert not any("Left" in key for key in window.keys)


def test_where_another_window_is_in_front_both_stay(desk: Desk) -> None:
    window = placed(desk)
    target = desk.target()
    second = desk.window(title="Second")
    assert replace(desk, target=target) == WAITS
    assert window.text == f"{BEFORE}{OLD} "
    assert (second.text, second.keys) == ("", [])
    assert desk.pasted() == b"earlier"


def test_a_field_that_has_changed_the_text_keeps_it(desk: Desk) -> None:
    text = "um so the words"
    window = placed(desk)
    # As if the field had shortened what was pasted: another text is behind the caret than was inserted.
    desk.service.insert(1, text, desk.target(), "r")
    desk.until(lambda: window.text == f"{BEFORE}{OLD} {text} ")
    desk.settled()
    assert window.ask("clear") is True
    assert replace(desk, old=text) == WAITS
    assert window.text == ""


def test_a_terminal_gets_no_key(desk: Desk) -> None:
    out = desk.terminal()
    desk.service.insert(1, OLD, desk.target(), "r")
    desk.until(lambda: out.read_text() == OLD)
    desk.settled()
    assert replace(desk) == WAITS
    desk.xdotool("type", "end")
    desk.until(lambda: out.read_text().endswith("end"))
    assert out.read_text() == f"{OLD}end"


def test_the_pointer_and_the_keys_are_known_to_be_used(desk: Desk) -> None:
    def idle() -> float:
        seconds = desk.inserter.last_input()
        assert seconds is not None
        return seconds

    desk.until(lambda: idle() > 0.5)
    desk.xdotool("mousemove_relative", "3", "3")
    assert idle() < 0.5
    desk.until(lambda: idle() > 0.5)
    desk.xdotool("key", "F8")
    assert idle() < 0.5


@pytest.mark.parametrize("names", ["ru", "de"])
def test_replacing_with_another_layout(desk: Desk, layout: Callable[[str], None], names: str) -> None:
    layout(names)
    window = placed(desk)
    assert replace(desk) == replaced(desk)
    desk.until(lambda: window.text == f"{BEFORE}{NEW} ")
