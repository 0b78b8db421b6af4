"""Hold, toggle and hybrid, two talk keys, and everything that keyboards and late news do to them."""

from __future__ import annotations

import pytest

from app.domain.chord_watcher import (
    CancelPressed,
    ChordPressed,
    ChordReleased,
    ChordRules,
    ChordWatcher,
    Input,
    KeysForgotten,
    ListeningChanged,
    Request,
    TimePassed,
)
from app.domain.dictation_events import CancelRequested, StartRequested, StopRequested
from app.domain.settings import HotkeyMode, HotkeySettings

START, RAW_START = StartRequested(), StartRequested(raw=True)
STOP, CANCEL = StopRequested(), CancelRequested()
DOWN, UP, ESCAPE, TIME, FORGET = (
    ChordPressed(),
    ChordReleased(),
    CancelPressed(),
    TimePassed(),
    KeysForgotten(),
)
RAW_DOWN, RAW_UP = ChordPressed(raw=True), ChordReleased(raw=True)
ON, OFF = ListeningChanged(True), ListeningChanged(False)


class Keys:
    """A watcher that is fed in milliseconds."""

    def __init__(self, mode: HotkeyMode, tap: int = 300, grace: int = 40) -> None:
        self.watcher = ChordWatcher(ChordRules(mode, tap / 1000, grace / 1000))

    def at(self, moment: int, *events: Input) -> list[Request]:
        asked: list[Request] = []
        for event in events:
            self.watcher, requests = self.watcher.step(event, moment / 1000)
            asked.extend(requests)
        return asked


def test_rules_come_from_the_settings() -> None:
    rules = ChordRules.of(HotkeySettings(mode=HotkeyMode.TOGGLE, tap_ms=250, release_grace_ms=60))
    assert rules == ChordRules(HotkeyMode.TOGGLE, 0.25, 0.06)


# --- hold ---


def test_hold_starts_at_the_press_and_stops_one_grace_after_the_release() -> None:
    keys = Keys(HotkeyMode.HOLD)
    assert keys.at(0, DOWN) == [START]
    assert keys.watcher.wake_at is None
    assert keys.at(2000, UP) == []
    assert keys.watcher.wake_at == pytest.approx(2.040)
    assert keys.at(2039, TIME) == []
    assert keys.at(2041, TIME) == [STOP]
    assert keys.watcher.wake_at is None
    assert keys.at(2081, TIME) == []


def test_hold_is_stopped_by_whatever_comes_after_the_grace() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, DOWN)
    keys.at(1000, UP)
    assert keys.at(1100, DOWN) == [STOP, START]


def test_auto_repeat_is_swallowed() -> None:
    keys = Keys(HotkeyMode.HOLD)
    assert keys.at(0, DOWN) == [START]
    assert [request for moment in range(500, 3000, 40) for request in keys.at(moment, DOWN)] == []
    assert keys.at(3000, UP) == []
    assert keys.at(3041, TIME) == [STOP]


def test_auto_repeat_that_releases_is_one_hold() -> None:
    keys = Keys(HotkeyMode.HOLD)
    assert keys.at(0, DOWN) == [START]
    for moment in range(500, 3000, 40):
        assert keys.at(moment, UP) == []
        assert keys.at(moment + 1, DOWN) == []
    assert keys.at(3000, UP, UP) == []
    assert keys.at(3041, TIME) == [STOP]


def test_without_a_grace_the_release_counts_at_once() -> None:
    keys = Keys(HotkeyMode.HOLD, grace=0)
    assert keys.at(0, DOWN) == [START]
    assert keys.at(500, UP) == [STOP]


def test_the_first_release_is_the_one_that_counts() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, DOWN)
    keys.at(1000, UP)
    keys.at(1030, UP)
    assert keys.at(1041, TIME) == [STOP]


def test_a_release_without_a_press_is_nothing() -> None:
    keys = Keys(HotkeyMode.HOLD)
    assert keys.at(0, UP) == []
    assert keys.watcher.wake_at is None


# --- toggle ---


def test_toggle_starts_and_stops_at_presses() -> None:
    keys = Keys(HotkeyMode.TOGGLE)
    assert keys.at(0, DOWN) == [START]
    assert keys.at(900, UP) == []
    assert keys.at(941, TIME) == []
    assert keys.at(5000, DOWN) == [STOP]
    assert keys.at(5100, UP) == []
    assert keys.at(9000, DOWN) == [START]


def test_a_flicker_is_no_second_tap() -> None:
    keys = Keys(HotkeyMode.TOGGLE)
    assert keys.at(0, DOWN) == [START]
    assert keys.at(100, UP) == []
    assert keys.at(120, DOWN) == []
    assert keys.at(200, UP) == []
    assert keys.at(241, TIME) == []
    assert keys.at(500, DOWN) == [STOP]


# --- hybrid ---


def test_hybrid_tap_stays_on_until_the_next_press() -> None:
    keys = Keys(HotkeyMode.HYBRID)
    assert keys.at(0, DOWN) == [START]
    assert keys.at(120, UP) == []
    assert keys.at(161, TIME) == []
    assert keys.at(5000, DOWN) == [STOP]
    assert keys.at(5500, UP) == []
    assert keys.at(5541, TIME) == []


@pytest.mark.parametrize(("held", "asked"), [(299, []), (300, [STOP])])
def test_hybrid_tells_a_tap_from_a_hold_by_the_time_of_the_release(held: int, asked: list[Request]) -> None:
    keys = Keys(HotkeyMode.HYBRID)
    keys.at(0, DOWN)
    assert keys.at(held, UP) == []
    # Looked at late: the release is what counts.
    assert keys.at(10_000, TIME) == asked


def test_a_flicker_in_the_middle_of_a_hybrid_hold_does_not_make_it_a_tap() -> None:
    keys = Keys(HotkeyMode.HYBRID)
    keys.at(0, DOWN)
    keys.at(500, UP)
    keys.at(510, DOWN)
    keys.at(600, UP)
    assert keys.at(641, TIME) == [STOP]


# --- two talk keys ---


@pytest.mark.parametrize(
    ("mode", "asked"), [(HotkeyMode.HOLD, [STOP]), (HotkeyMode.HYBRID, [STOP]), (HotkeyMode.TOGGLE, [])]
)
def test_the_raw_key_asks_for_raw_text_and_is_read_like_the_other(
    mode: HotkeyMode, asked: list[Request]
) -> None:
    keys = Keys(mode)
    assert keys.at(0, RAW_DOWN) == [RAW_START]
    assert keys.at(500, RAW_DOWN) == []
    assert keys.at(1000, RAW_UP) == []
    assert keys.at(1010, RAW_DOWN) == []
    assert keys.at(1100, RAW_UP) == []
    assert keys.watcher.wake_at == pytest.approx(1.140)
    assert keys.at(1141, TIME) == asked


@pytest.mark.parametrize("mode", [HotkeyMode.TOGGLE, HotkeyMode.HYBRID])
@pytest.mark.parametrize(
    ("first", "second"), [((DOWN, UP), (RAW_DOWN, RAW_UP)), ((RAW_DOWN, RAW_UP), (DOWN, UP))]
)
def test_either_key_stops_what_a_tap_of_the_other_left_on(
    mode: HotkeyMode, first: tuple[Input, Input], second: tuple[Input, Input]
) -> None:
    keys = Keys(mode)
    keys.at(0, first[0])
    keys.at(100, first[1])
    keys.at(141, TIME)
    assert keys.at(5000, second[0]) == [STOP]
    assert keys.at(5100, second[1]) == []
    assert keys.at(5141, TIME) == []
    assert keys.at(6000, first[0]) == [RAW_START if first[0] == RAW_DOWN else START]


@pytest.mark.parametrize("mode", list(HotkeyMode))
def test_a_dictation_begun_by_a_button_is_stopped_by_the_raw_key(mode: HotkeyMode) -> None:
    keys = Keys(mode)
    keys.at(0, ON)
    assert keys.at(1000, RAW_DOWN) == [STOP]


def test_while_one_is_held_the_other_does_nothing() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, RAW_DOWN)
    assert keys.at(500, DOWN, DOWN) == []
    assert keys.at(600, UP) == []
    assert keys.watcher.wake_at is None
    assert keys.at(700, TIME) == []
    assert keys.at(1000, RAW_UP) == []
    assert keys.at(1041, TIME) == [STOP]
    assert keys.at(2000, DOWN) == [START]


def test_a_key_that_was_passed_over_stays_so_until_it_really_comes_up() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, DOWN)
    keys.at(500, RAW_DOWN)
    keys.at(1000, UP)
    assert keys.at(1041, TIME) == [STOP]
    # Still down, it repeats itself, also in the way that releases in between.
    assert keys.at(1100, RAW_DOWN) == []
    assert keys.at(1200, RAW_UP) == []
    assert keys.at(1201, RAW_DOWN) == []
    # The key that was held is free meanwhile.
    assert keys.at(2000, DOWN) == [START]
    assert keys.at(2500, UP) == []
    assert keys.at(2541, TIME) == [STOP]
    assert keys.at(3000, RAW_UP) == []
    assert keys.at(3041, RAW_DOWN) == [RAW_START]


def test_without_a_grace_a_key_that_was_passed_over_comes_up_at_once() -> None:
    keys = Keys(HotkeyMode.HOLD, grace=0)
    assert keys.at(0, DOWN, RAW_DOWN, RAW_UP, UP) == [START, STOP]
    assert keys.at(0, RAW_DOWN) == [RAW_START]


@pytest.mark.parametrize(
    ("mode", "asked"),
    [
        (HotkeyMode.HOLD, [STOP, RAW_START]),
        (HotkeyMode.HYBRID, [STOP, RAW_START]),
        (HotkeyMode.TOGGLE, [STOP]),
    ],
)
def test_a_finger_that_goes_over_to_the_other_key_within_the_grace_loses_nothing(
    mode: HotkeyMode, asked: list[Request]
) -> None:
    keys = Keys(mode)
    keys.at(0, DOWN)
    keys.at(1000, UP)
    assert keys.at(1020, RAW_DOWN) == asked
    assert keys.at(1030, DOWN, UP) == []
    assert keys.at(2000, RAW_UP) == []
    assert keys.at(2041, TIME) == ([STOP] if mode is not HotkeyMode.TOGGLE else [])


def test_cancel_ends_a_raw_hold_too() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, RAW_DOWN)
    assert keys.at(1000, ESCAPE) == [CANCEL]
    assert keys.at(1100, RAW_DOWN, DOWN, UP) == []
    assert keys.at(1200, RAW_UP) == []
    assert keys.at(1241, TIME) == []
    assert keys.at(2000, RAW_DOWN) == [RAW_START]


def test_after_the_lock_either_key_counts() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, RAW_DOWN, DOWN)
    assert keys.at(100, FORGET) == [STOP]
    assert keys.at(5000, DOWN) == [START]


# --- in step with what happens elsewhere ---


@pytest.mark.parametrize("mode", list(HotkeyMode))
def test_after_a_dictation_that_ended_by_itself_a_tap_starts(mode: HotkeyMode) -> None:
    keys = Keys(mode)
    keys.at(0, DOWN)
    keys.at(100, UP, ON)
    keys.at(2000, OFF)
    assert keys.at(3000, DOWN) == [START]


@pytest.mark.parametrize("mode", list(HotkeyMode))
def test_a_dictation_begun_by_a_button_is_stopped_by_a_tap(mode: HotkeyMode) -> None:
    keys = Keys(mode)
    keys.at(0, ON)
    assert keys.at(1000, DOWN) == [STOP]
    assert keys.at(2000, UP) == []
    assert keys.at(2041, TIME) == []
    assert keys.at(3000, DOWN) == [START]


@pytest.mark.parametrize("mode", list(HotkeyMode))
def test_cancel_ends_the_hold_and_the_next_press_starts(mode: HotkeyMode) -> None:
    keys = Keys(mode)
    keys.at(0, DOWN)
    assert keys.at(1000, ESCAPE) == [CANCEL]
    assert keys.at(1100, DOWN) == []  # auto-repeat of the key still held
    assert keys.at(1200, UP) == []
    assert keys.at(1300, TIME) == []
    assert keys.at(2000, DOWN) == [START]


def test_stale_news_leaves_no_microphone_on() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, DOWN)
    keys.at(100, UP)
    assert keys.at(200, DOWN) == [STOP, START]
    # Only now the first two requests are carried out, while the third still waits.
    keys.at(210, ON, OFF)
    keys.at(300, UP)
    assert keys.at(341, TIME) == [STOP]


# --- lock, sleep, lost releases ---


@pytest.mark.parametrize(
    ("mode", "asked"), [(HotkeyMode.HOLD, [STOP]), (HotkeyMode.HYBRID, [STOP]), (HotkeyMode.TOGGLE, [])]
)
def test_a_hold_whose_release_was_lost_is_stopped(mode: HotkeyMode, asked: list[Request]) -> None:
    keys = Keys(mode)
    keys.at(0, DOWN, ON)
    assert keys.at(100, FORGET) == asked
    assert keys.at(200, UP) == []  # it comes after all
    assert keys.at(241, TIME) == []


def test_a_toggled_dictation_outlives_a_lock() -> None:
    keys = Keys(HotkeyMode.HYBRID)
    keys.at(0, DOWN)
    keys.at(100, UP)
    assert keys.at(110, FORGET) == []
    assert keys.at(9000, FORGET) == []
    assert keys.at(9500, DOWN) == [STOP]


def test_a_release_within_its_grace_at_the_lock_is_taken_as_it_is() -> None:
    keys = Keys(HotkeyMode.HYBRID)
    keys.at(0, DOWN)
    keys.at(1000, UP)
    assert keys.at(1010, FORGET) == [STOP]
    assert keys.watcher.wake_at is None


def test_after_the_lock_the_first_press_counts() -> None:
    keys = Keys(HotkeyMode.HOLD)
    keys.at(0, DOWN)
    keys.at(100, FORGET)
    assert keys.at(5000, DOWN) == [START]
