"""The second talk key, for raw text, over fake backends."""

from __future__ import annotations

import pytest

from app.domain.dictation_events import StartRequested, StopRequested
from app.domain.keys import KeyAction
from app.domain.problems import HotkeyInvalid, HotkeyTaken
from app.domain.settings import HotkeyMode, HotkeySettings
from tests.fakes import FakeHotkeys
from tests.services.hotkeys_bench import HOLD, Desk

START, RAW_START, STOP = StartRequested(), StartRequested(raw=True), StopRequested()
TWO_KEYS = HotkeySettings(raw="shift+f9", mode=HotkeyMode.HOLD)


def test_a_hold_of_the_raw_key_is_a_start_for_raw_text_and_a_stop() -> None:
    desk = Desk(settings=TWO_KEYS)
    assert desk.bound() == {KeyAction.TALK: "f9", KeyAction.RAW: "shift+f9"}
    desk.key(True, KeyAction.RAW)
    desk.listen(True)
    assert desk.bound() == {
        KeyAction.TALK: "f9",
        KeyAction.RAW: "shift+f9",
        KeyAction.CANCEL: "escape",
    }
    desk.key(False, KeyAction.RAW)
    desk.inbox.advance(0.1)
    assert desk.take() == [RAW_START, STOP]


def test_the_other_key_pressed_while_one_is_held_asks_for_nothing_and_keeps_the_text_waiting() -> None:
    desk = Desk(settings=TWO_KEYS)
    desk.key(True)
    desk.key(True, KeyAction.RAW)
    desk.key(False)
    desk.inbox.advance(0.1)
    # X11 still gives every key to whoever grabbed the one that is down.
    assert desk.held() == [True]
    desk.key(False, KeyAction.RAW)
    desk.inbox.advance(0.1)
    assert desk.held() == [True, False]
    assert desk.take() == [START, STOP]


def test_the_raw_key_stops_what_a_tap_of_the_talk_key_began() -> None:
    desk = Desk(settings=HotkeySettings(raw="f10", mode=HotkeyMode.HYBRID))
    desk.key(True)
    desk.key(False)
    desk.inbox.advance(1.0)
    desk.key(True, KeyAction.RAW)
    desk.key(False, KeyAction.RAW)
    desk.inbox.advance(1.0)
    assert desk.take() == [START, STOP]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (" Shift + F9 ", "“ Shift + F9 ” cannot be a hotkey: it is the talk key already."),
        ("ctrl+esc", "“ctrl+esc” cannot be a hotkey: it is the cancel key already."),
        ("escape", "“escape” cannot be a hotkey: every program needs Escape; add Ctrl, Alt or Super."),
        ("f99", "“f99” cannot be a hotkey: no key is called “f99”."),
    ],
)
def test_a_raw_key_that_cannot_be_is_told_once_and_the_others_work(raw: str, reason: str) -> None:
    settings = HotkeySettings(talk="shift+f9", raw=raw, cancel="ctrl+escape", mode=HotkeyMode.HOLD)
    desk = Desk(settings=settings)
    assert desk.bound() == {KeyAction.TALK: "shift+f9"}
    desk.listen(True)
    assert desk.bound() == {KeyAction.TALK: "shift+f9", KeyAction.CANCEL: "ctrl+escape"}
    assert desk.sentences() == [reason]
    desk.listen(False)
    desk.key(True)
    assert desk.take() == [START]


def test_a_talk_key_that_cannot_be_leaves_the_raw_key_alone() -> None:
    desk = Desk(settings=HotkeySettings(talk="a", raw="f10"))
    assert desk.problems() == [HotkeyInvalid]
    assert desk.bound() == {KeyAction.RAW: "f10"}
    desk.key(True, KeyAction.RAW)
    assert desk.take() == [RAW_START]


def test_a_raw_key_that_another_program_holds_is_told_and_the_talk_key_works() -> None:
    backend = FakeHotkeys()
    backend.taken = {"f10": HotkeyTaken("F10")}
    desk = Desk(backend, settings=HotkeySettings(raw="f10", mode=HotkeyMode.HOLD))
    assert desk.problems() == [HotkeyTaken]
    assert desk.bound() == {KeyAction.TALK: "f9"}


def test_taking_the_raw_key_away_while_it_is_held_ends_the_hold() -> None:
    desk = Desk(settings=TWO_KEYS)
    desk.key(True, KeyAction.RAW)
    desk.service.apply(HOLD)
    desk.inbox.run()
    assert desk.bound() == {KeyAction.TALK: "f9"}
    assert desk.held() == [True, False]
    assert desk.take() == [RAW_START, STOP]
