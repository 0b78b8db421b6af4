"""Hold, toggle and hybrid, with everything that keyboards and late news do to them."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from app.domain.dictation import (
    CancelRequested,
    CaptureOpened,
    Dictations,
    Failed,
    StartRequested,
    StopRequested,
    step,
)
from app.domain.problems import NoMicrophone
from app.domain.settings import HotkeyMode, HotkeySettings

START, STOP, CANCEL = StartRequested(), StopRequested(), CancelRequested()
DOWN, UP, ESCAPE, TIME, FORGET = (
    ChordPressed(),
    ChordReleased(),
    CancelPressed(),
    TimePassed(),
    KeysForgotten(),
)
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


# --- any order ---


class World:
    """The watcher beside the real dictation machine, which hears of requests late and tells late."""

    def __init__(self, mode: HotkeyMode) -> None:
        self.watcher = ChordWatcher(ChordRules(mode, 0.3, 0.04))
        self.now = 0.0
        self.dictations = Dictations()
        self.begun_by_key: set[int] = set()
        self.requests: deque[tuple[Request, bool]] = deque()
        self.news: deque[bool] = deque()
        self.may_start = True

    def feed(self, event: Input) -> None:
        self.watcher, requests = self.watcher.step(event, self.now)
        for request in requests:
            if request == START:
                assert self.may_start, "two starts, and nothing between them"
            self.may_start = request != START
            self.requests.append((request, True))

    def handle(self) -> None:
        """The machine takes the oldest request; its news of it is on the way."""
        if self.requests:
            self.do(*self.requests.popleft())

    def do(self, event: Request | Failed | CaptureOpened, by_key: bool) -> None:
        before = self.dictations.capturing
        self.dictations, _ = step(self.dictations, event)
        after = self.dictations.capturing
        if (before is None) != (after is None):
            self.news.append(after is not None)
        if after and by_key and event == START and before is None:
            self.begun_by_key.add(after.id)

    def tell(self) -> None:
        if self.news:
            listening = self.news.popleft()
            self.may_start = self.may_start or not listening
            self.feed(ListeningChanged(listening))

    def fail(self) -> None:
        if capturing := self.dictations.capturing:
            self.do(Failed(capturing.id, NoMicrophone()), False)

    def settle(self) -> None:
        while self.requests or self.news:
            self.handle()
            self.tell()


moves = st.one_of(
    st.sampled_from(["down", "up", "escape", "forget", "time", "handle", "tell", "button", "fail"]),
    st.floats(0.001, 0.5),
)


@settings(max_examples=300)
@given(st.sampled_from(HotkeyMode), st.lists(moves, max_size=40))
def test_in_any_order_nothing_raises_and_no_microphone_stays_on(
    mode: HotkeyMode, script: list[str | float]
) -> None:
    world = World(mode)
    simple: dict[str, Input] = {"down": DOWN, "up": UP, "escape": ESCAPE, "forget": FORGET, "time": TIME}
    for move in script:
        match move:
            case float():
                world.now += move
            case "handle":
                world.handle()
            case "tell":
                world.tell()
            case "button":
                world.requests.append((STOP if world.dictations.capturing else START, False))
            case "fail":
                world.fail()
            case _:
                world.feed(simple[move])
    world.now += 0.001
    world.feed(UP)
    if world.watcher.wake_at is not None:
        world.now = world.watcher.wake_at
        world.feed(TIME)
    assert world.watcher.wake_at is None
    assert world.watcher.pressed_at is None
    world.settle()
    capturing = world.dictations.capturing
    assert world.watcher.listening == (capturing is not None)
    if mode is HotkeyMode.HOLD and capturing:
        assert capturing.id not in world.begun_by_key


milliseconds = st.integers(50, 1000).filter(lambda held: abs(held - 300) > 1)


@given(
    st.sampled_from(HotkeyMode),
    st.lists(st.tuples(milliseconds, milliseconds, st.booleans()), max_size=12),
)
def test_where_news_is_fresh_each_press_means_what_its_mode_says(
    mode: HotkeyMode, presses: list[tuple[int, int, bool]]
) -> None:
    """`presses`: how long each is held, the pause before it, and whether the key flickers and repeats."""
    world = World(mode)

    def happens(event: Input, after: float = 0.0) -> bool:
        """Whether a dictation is being captured once everybody knows of `event`."""
        world.now += after
        world.feed(event)
        world.settle()
        return world.dictations.capturing is not None

    for held, pause, flickers in presses:
        was_on = world.dictations.capturing is not None
        assert happens(DOWN, pause / 1000) is not was_on
        if flickers:
            happens(UP, 0.005)
            assert happens(DOWN, 0.005) is not was_on
            assert happens(DOWN, 0.005) is not was_on
        happens(UP, held / 1000 - 0.015 * flickers)
        stays_on = mode is HotkeyMode.TOGGLE or (mode is HotkeyMode.HYBRID and held < 300)
        assert happens(TIME, 0.041) is (not was_on and stays_on)
