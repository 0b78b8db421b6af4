"""The watcher of the talk keys beside the real dictation machine, in any order of keys and of late news."""

from __future__ import annotations

from collections import deque

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
from app.domain.dictation import step
from app.domain.dictation_events import CaptureOpened, Failed, StartCapture, StartRequested, StopRequested
from app.domain.dictation_states import Dictations
from app.domain.problems import NoMicrophone
from app.domain.settings import HotkeyMode

START, STOP, TIME = StartRequested(), StopRequested(), TimePassed()
KEYS: dict[str, Input] = {
    "down": ChordPressed(),
    "up": ChordReleased(),
    "raw down": ChordPressed(raw=True),
    "raw up": ChordReleased(raw=True),
    "escape": CancelPressed(),
    "forget": KeysForgotten(),
    "time": TIME,
}


class World:
    """The watcher beside the real dictation machine, which hears of requests late and tells late."""

    def __init__(self, mode: HotkeyMode) -> None:
        self.watcher = ChordWatcher(ChordRules(mode, 0.3, 0.04))
        self.now = 0.0
        self.dictations = Dictations()
        self.begun_by_key: set[int] = set()
        self.raw: dict[int, bool] = {}
        self.requests: deque[tuple[Request, bool]] = deque()
        self.news: deque[bool] = deque()
        self.may_start = True

    def feed(self, event: Input) -> None:
        held = self.watcher.held
        self.watcher, requests = self.watcher.step(event, self.now)
        if held and held.released_at is None and event == ChordPressed(raw=not held.raw):
            assert requests == (), "the other key while one is held"
        for request in requests:
            if isinstance(request, StartRequested):
                assert self.may_start, "two starts, and nothing between them"
                assert event == ChordPressed(request.raw), "raw text by the one key, and by that alone"
            self.may_start = not isinstance(request, StartRequested)
            self.requests.append((request, True))

    def handle(self) -> None:
        """The machine takes the oldest request; its news of it is on the way."""
        if self.requests:
            self.do(*self.requests.popleft())

    def do(self, event: Request | Failed | CaptureOpened, by_key: bool) -> None:
        before = self.dictations.capturing
        self.dictations, effects = step(self.dictations, event)
        self.raw |= {effect.id: effect.raw for effect in effects if isinstance(effect, StartCapture)}
        after = self.dictations.capturing
        if (before is None) != (after is None):
            self.news.append(after is not None)
        if after and by_key and isinstance(event, StartRequested) and before is None:
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
    st.sampled_from(sorted(KEYS)),
    st.sampled_from(["handle", "tell", "button", "fail"]),
    st.floats(0.001, 0.5),
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(HotkeyMode), st.lists(moves, max_size=40))
def test_in_any_order_nothing_raises_and_no_microphone_stays_on(
    mode: HotkeyMode, script: list[str | float]
) -> None:
    world = World(mode)
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
                world.feed(KEYS[move])
    world.now += 0.001
    world.feed(KEYS["up"])
    world.feed(KEYS["raw up"])
    if world.watcher.wake_at is not None:
        world.now = world.watcher.wake_at
        world.feed(TIME)
    assert world.watcher.wake_at is None
    assert world.watcher.held is None
    world.settle()
    capturing = world.dictations.capturing
    assert world.watcher.listening == (capturing is not None)
    if mode is HotkeyMode.HOLD and capturing:
        assert capturing.id not in world.begun_by_key
    # And both keys work again.
    world.now += 1.0
    world.feed(TIME)
    assert world.watcher.passed_over is None


milliseconds = st.integers(50, 1000).filter(lambda held: abs(held - 300) > 1)


presses_of_either = st.lists(
    st.tuples(
        milliseconds, milliseconds, st.booleans(), st.booleans(), st.sampled_from(["no", "within", "beyond"])
    ),
    max_size=12,
)


@settings(deadline=None)
@given(st.sampled_from(HotkeyMode), presses_of_either)
def test_where_news_is_fresh_each_press_means_what_its_mode_says(
    mode: HotkeyMode, presses: list[tuple[int, int, bool, bool, str]]
) -> None:
    """`presses`: how long each is held, the pause before it, whether it is the raw key, whether it flickers
    and repeats, and whether the other key is pressed meanwhile and comes up before or after it."""
    world = World(mode)

    def happens(event: Input, after: float = 0.0) -> bool:
        """Whether a dictation is being captured once everybody knows of `event`."""
        world.now += after
        world.feed(event)
        world.settle()
        return world.dictations.capturing is not None

    for held, pause, raw, flickers, other in presses:
        down, up = ChordPressed(raw), ChordReleased(raw)
        was_on = world.dictations.capturing is not None
        assert happens(down, pause / 1000) is not was_on
        if capturing := world.dictations.capturing:
            assert world.raw[capturing.id] is raw
        if flickers:
            happens(up, 0.005)
            assert happens(down, 0.005) is not was_on
            assert happens(down, 0.005) is not was_on
        if other != "no":
            assert happens(ChordPressed(not raw), 0.005) is not was_on
            assert happens(ChordPressed(not raw), 0.005) is not was_on
        if other == "within":
            assert happens(ChordReleased(not raw)) is not was_on
        happens(up, held / 1000 - 0.015 * flickers - 0.01 * (other != "no"))
        stays_on = mode is HotkeyMode.TOGGLE or (mode is HotkeyMode.HYBRID and held < 300)
        stays_on = not was_on and stays_on
        assert happens(TIME, 0.041) is stays_on
        if other == "beyond":
            assert happens(ChordPressed(not raw), 0.005) is stays_on
            assert happens(ChordReleased(not raw)) is stays_on
