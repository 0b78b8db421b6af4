"""Pasting into real windows of other programs, on a real X server with a real clipboard."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from app.adapters.hotkeys_x11 import X11Hotkeys
from app.domain.keys import Chord, KeyAction
from app.domain.problems import FocusMoved, InsertionFailed
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted
from app.ui.clipboard import Mode
from tests.desktop.desk import WORLD, Desk, desk, layout

__all__ = ["desk", "layout"]

pytestmark = [pytest.mark.desktop, pytest.mark.light]


def png() -> bytes:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 60))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


# --- pasting ---


@pytest.mark.parametrize("toolkit", ["qt", "tk"])
def test_text_arrives_and_the_clipboard_is_back(desk: Desk, toolkit: str) -> None:
    desk.copy("earlier, ü 🙂\n".encode())
    window = desk.window(toolkit)
    assert desk.insert(WORLD, desk.target()) == Inserted(1, desk.target().name, InsertionWay.PASTE)
    desk.until(lambda: window.text == WORLD)
    desk.settled()
    assert desk.pasted() == "earlier, ü 🙂\n".encode()


def test_an_image_is_back_byte_for_byte(desk: Desk) -> None:
    picture = png()
    desk.copy(picture, "image/png")
    window = desk.window()
    desk.insert("words", desk.target())
    desk.settled()
    assert window.text == "words"
    assert desk.pasted("image/png") == picture


def test_five_megabytes_are_back_byte_for_byte(desk: Desk) -> None:
    picture = os.urandom(5_000_000)
    desk.copy(picture, "image/png")
    window = desk.window()
    desk.insert("words", desk.target())
    desk.settled()
    assert window.text == "words"
    assert desk.pasted("image/png") == picture


def test_an_empty_clipboard_is_empty_again(desk: Desk) -> None:
    window = desk.window()
    desk.insert("words", desk.target())
    desk.settled()
    assert window.text == "words"
    assert desk.pasted() == b""


def test_the_text_stays_copied_where_it_is_not_to_be_given_back(desk: Desk) -> None:
    desk.service.apply(InsertionSettings(trailing_space=True, restore_clipboard=False))
    desk.copy(b"earlier")
    window = desk.window()
    desk.insert("words", desk.target())
    desk.settled()
    assert window.text == "words "
    assert desk.pasted() == b"words"


def test_a_target_busy_for_half_a_second_gets_the_new_text(desk: Desk) -> None:
    desk.copy(b"OLD")
    window = desk.window(busy_ms=500)
    desk.insert("new", desk.target())
    desk.settled()
    assert window.text == "new"
    assert desk.pasted() == b"OLD"


@pytest.mark.parametrize("options", [(), ("--owns-selection",), ("--owns-selection", "--late-ms", "70")])
def test_a_clipboard_manager_that_reads_everything_does_not_bring_the_old_text(
    desk: Desk, options: tuple[str, ...]
) -> None:
    manager = desk.manager(*options)
    assert desk.clipboard.has_manager() is ("--owns-selection" in options)
    desk.copy(b"OLD")
    window = desk.window(busy_ms=500)
    assert isinstance(desk.insert("new", desk.target()), Inserted)
    desk.settled()
    assert window.text == "new"
    assert desk.pasted() == b"OLD"
    read = [line for line in manager.lines if isinstance(line, dict) and line["text"] == "new"]
    assert read
    assert "x-kde-passwordManagerHint" in read[0]["formats"]


def test_the_offer_carries_the_mark_of_a_password(desk: Desk) -> None:
    desk.clipboard.offer("words", primary=False, concealed=True, on_request=lambda: None)
    assert b"x-kde-passwordManagerHint" in desk.pasted("TARGETS").splitlines()
    assert desk.pasted("x-kde-passwordManagerHint") == b"secret"
    assert desk.pasted() == b"words"


def test_a_copy_in_the_middle_is_not_overwritten(desk: Desk) -> None:
    desk.manager("--owns-selection")  # makes it hold for long enough
    desk.copy(b"OLD")
    window = desk.window()
    desk.insert("new", desk.target())
    assert desk.clipboard.is_ours()
    # The first to ask may have been the manager: the window is still to have what was offered.
    desk.until(lambda: window.text == "new")
    desk.copy(b"copied in the middle")
    desk.settled()
    desk.insert("next", desk.target())
    desk.settled()
    assert window.text == "newnext"
    assert desk.pasted() == b"copied in the middle"


def test_twenty_in_a_row_arrive_in_order(desk: Desk) -> None:
    desk.copy(b"OLD")
    window = desk.window()
    target = desk.target()
    for number in range(20):
        desk.service.insert(number, f"line {number}\n", target)
    desk.until(lambda: len(desk.events) == 20)
    assert [event.id for event in desk.events if isinstance(event, Inserted)] == list(range(20))
    desk.settled()
    assert window.text == "".join(f"line {number}\n" for number in range(20))
    assert desk.pasted() == b"OLD"


def test_a_hung_owner_of_the_clipboard_does_not_hold_it_up(desk: Desk) -> None:
    desk.stop(desk.copy(b"OLD"))
    assert not desk.probe.owner_answers(False, 0.2)
    window = desk.window()
    assert isinstance(desk.insert("words", desk.target()), Inserted)
    assert window.text == "words"


def test_what_was_given_back_is_held_by_us_and_what_others_copied_is_not(desk: Desk) -> None:
    picture = png()
    desk.copy(picture, "image/png")
    desk.window()
    desk.insert("words", desk.target())
    desk.settled()
    assert desk.clipboard.held().modes[Mode.Clipboard].formats["image/png"] == picture
    desk.copy(b"another program's")
    assert Mode.Clipboard not in desk.clipboard.held().modes


# --- focus and keys ---


def test_the_target_is_described(desk: Desk) -> None:
    window = desk.window(title="Notes")
    target = desk.target()
    assert target.id == f"x11:{window.window:#x}"
    assert target.name
    assert not target.is_own
    assert not target.is_terminal


def test_another_window_in_front_gets_nothing(desk: Desk) -> None:
    desk.copy(b"OLD")
    first = desk.window()
    target = desk.target()
    second = desk.window(title="Second")
    assert desk.target() != target
    event = desk.insert("words", target)
    assert isinstance(event, NotInserted)
    assert isinstance(event.problem, FocusMoved)
    assert first.text == second.text == ""
    assert second.keys == []
    assert desk.pasted() == b"OLD"


def test_our_own_window_is_known_and_gets_nothing(desk: Desk) -> None:
    own = QWidget()
    desk.bot.addWidget(own)
    own.show()
    desk.until(own.isActiveWindow)
    target = desk.target()
    assert target.is_own
    assert desk.insert("words", target) == NotInserted(1, None, text="words")


def test_held_modifiers_are_waited_for(desk: Desk) -> None:
    window = desk.window()
    target = desk.target()
    desk.xdotool("keydown", "alt", "keydown", "shift")
    assert not desk.inserter.modifiers_are_up()
    desk.service.insert(1, "words", target)
    QTimer.singleShot(600, lambda: desk.start("xdotool", "keyup", "shift", "keyup", "alt"))
    desk.until(lambda: desk.events)
    assert isinstance(desk.events[0], Inserted)
    desk.until(lambda: window.text == "words")


def test_a_talk_key_whose_news_is_late_takes_no_chord(desk: Desk) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start(lambda _: None, lambda _: None)
    hotkeys.bind({KeyAction.TALK: Chord.parse("f9")})
    desk.copy(b"OLD")
    window = desk.window()
    target = desk.target()
    desk.xdotool("keydown", "F9")
    desk.service.insert(1, "words", target)
    QTimer.singleShot(150, lambda: desk.service.pause(True))
    QTimer.singleShot(600, lambda: desk.start("xdotool", "keyup", "F9"))
    QTimer.singleShot(900, lambda: desk.service.pause(False))
    desk.until(lambda: desk.events)
    hotkeys.stop()
    assert isinstance(desk.events[0], Inserted)
    desk.until(lambda: window.text == "words")
    desk.settled()
    assert desk.pasted() == b"OLD"


def test_another_key_held_on_holds_nothing_up(desk: Desk) -> None:
    window = desk.window()
    target = desk.target()
    desk.xdotool("keydown", "F8")
    assert not desk.inserter.modifiers_are_up()
    desk.service.insert(1, "words", target)
    desk.until(lambda: desk.events)
    desk.xdotool("keyup", "F8")
    assert isinstance(desk.events[0], Inserted)
    desk.until(lambda: window.text == "words")


def test_modifiers_held_on_leave_the_text_one_key_away(desk: Desk) -> None:
    desk.copy(b"OLD")
    window = desk.window()
    target = desk.target()
    desk.xdotool("keydown", "ctrl")
    event = desk.insert("words", target)
    desk.xdotool("keyup", "ctrl")
    assert isinstance(event, NotInserted)
    assert isinstance(event.problem, InsertionFailed)
    assert window.text == ""
    assert desk.pasted() == b"OLD"


@pytest.mark.parametrize("way", [InsertionWay.PASTE, InsertionWay.TYPE])
def test_no_window_with_the_focus_is_told(desk: Desk, way: InsertionWay) -> None:
    desk.service.apply(InsertionSettings(way=way))
    desk.copy(b"OLD")
    desk.until(lambda: desk.inserter.target() is None)
    event = desk.insert("words", None)
    assert isinstance(event, NotInserted)
    assert isinstance(event.problem, InsertionFailed)
    assert desk.pasted() == b"OLD"


def test_a_target_that_has_gone_is_told(desk: Desk) -> None:
    desk.window()
    target = desk.target()
    desk.windows[0].close()
    desk.until(lambda: desk.inserter.target() is None)
    event = desk.insert("words", target)
    assert isinstance(event, NotInserted)
    assert isinstance(event.problem, FocusMoved)


def test_a_terminal_gets_its_own_chord_and_both_selections_are_back(desk: Desk) -> None:
    desk.copy(b"OLD")
    desk.copy(b"OLD PRIMARY", selection="primary")
    out = desk.terminal()
    assert desk.target().name == "XTerm"
    assert isinstance(desk.insert("words, ü 🙂", desk.target()), Inserted)
    desk.until(lambda: out.read_bytes() == "words, ü 🙂".encode())
    desk.settled()
    assert desk.pasted() == b"OLD"
    assert desk.pasted(selection="primary") == b"OLD PRIMARY"


@pytest.mark.parametrize("toolkit", ["qt", "tk"])
@pytest.mark.parametrize(("names", "group"), [("ru", 0), ("us,ru", 1), ("gr", 0), ("de", 0), ("fr", 0)])
def test_pasting_with_another_layout(
    desk: Desk, layout: Callable[[str], None], names: str, group: int, toolkit: str
) -> None:
    layout(names)
    desk.switch_layout(group)
    window = desk.window(toolkit)
    assert isinstance(desk.insert(WORLD, desk.target()), Inserted)
    desk.until(lambda: window.text == WORLD)


def test_pasting_with_caps_lock_on(desk: Desk) -> None:
    window = desk.window("tk")
    desk.xdotool("key", "Caps_Lock")
    desk.insert("words", desk.target())
    desk.xdotool("key", "Caps_Lock")
    desk.until(lambda: window.text == "words")
