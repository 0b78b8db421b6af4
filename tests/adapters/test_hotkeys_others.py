"""The Windows and macOS ways of hearing keys, with small stand-ins for the systems' libraries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app.adapters.hotkeys_macos import FLAGS_CHANGED, KEY_DOWN, KEY_NAMES, KEY_UP, MacHotkeys
from app.adapters.hotkeys_windows import WindowsHotkeys, key_name
from app.domain.key_names import LABELS
from app.domain.keys import Chord, KeyAction, KeyEvent, Modifier
from app.domain.problems import HotkeysUnavailable

BOUND = {KeyAction.TALK: Chord.parse("ctrl+alt+space"), KeyAction.CANCEL: Chord.parse("escape")}


@dataclass
class RawKey:
    event_type: str
    name: str


class HookLibrary:
    """The `keyboard` library: one hook, fed by the test."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.refuses = refuses
        self.callback: Callable[[Any], bool] | None = None
        self.held: set[Modifier] = set()

    def hook(self, callback: Callable[[Any], bool], suppress: bool) -> object:
        if self.refuses:
            raise OSError("no hook")
        assert suppress
        self.callback = callback
        return callback

    def unhook_all(self) -> None:
        self.callback = None

    def feed(self, name: str, kind: str) -> bool:
        """Whether other programs get the key."""
        assert self.callback
        return self.callback(RawKey(kind, name))


def told(events: list[object]) -> list[tuple[KeyAction, bool]]:
    return [(event.action, event.pressed) for event in events if isinstance(event, KeyEvent)]


def test_windows_swallows_the_last_key_alone() -> None:
    library, events = HookLibrary(), list[object]()
    keys = WindowsHotkeys(library, lambda: frozenset(library.held))
    keys.start(events.append, lambda _: None)
    keys.bind(BOUND)
    assert library.feed("left ctrl", "down")
    library.held.add(Modifier.CTRL)
    assert library.feed("alt", "down")
    library.held.add(Modifier.ALT)
    assert not library.feed("space", "down")
    assert not library.feed("space", "down")
    assert library.feed("x", "down")
    assert not library.feed("space", "up")
    assert told(events) == [(KeyAction.TALK, True), (KeyAction.TALK, False)]


def test_windows_ends_the_chord_when_a_modifier_comes_up_first() -> None:
    library, events = HookLibrary(), list[object]()
    library.held = {Modifier.CTRL, Modifier.ALT}
    keys = WindowsHotkeys(library, lambda: frozenset(library.held))
    keys.start(events.append, lambda _: None)
    keys.bind(BOUND)
    library.feed("space", "down")
    assert library.feed("ctrl", "up")
    assert told(events) == [(KeyAction.TALK, True), (KeyAction.TALK, False)]
    assert not library.feed("space", "up")


F9_WITH_AND_WITHOUT_SHIFT = {KeyAction.TALK: Chord.parse("f9"), KeyAction.RAW: Chord.parse("shift+f9")}


def test_windows_letting_shift_go_first_makes_no_f9_of_shift_f9() -> None:
    library, events = HookLibrary(), list[object]()
    keys = WindowsHotkeys(library, lambda: frozenset(library.held))
    keys.start(events.append, lambda _: None)
    keys.bind(F9_WITH_AND_WITHOUT_SHIFT)
    assert library.feed("shift", "down")
    library.held = {Modifier.SHIFT}
    assert not library.feed("f9", "down")
    assert library.feed("shift", "up")
    library.held = set()
    assert not library.feed("f9", "down")  # F9 repeats itself
    assert not library.feed("f9", "up")
    assert told(events) == [(KeyAction.RAW, True), (KeyAction.RAW, False)]
    assert not library.feed("f9", "down")
    library.held = {Modifier.SHIFT}  # once down it stays what it was
    assert not library.feed("f9", "down")
    assert not library.feed("f9", "up")
    assert told(events)[2:] == [(KeyAction.TALK, True), (KeyAction.TALK, False)]


def test_windows_escape_cancels_under_a_chord_although_it_ends_another() -> None:
    library, events = HookLibrary(), list[object]()
    library.held = {Modifier.CTRL, Modifier.ALT}
    keys = WindowsHotkeys(library, lambda: frozenset(library.held))
    keys.start(events.append, lambda _: None)
    talk, raw, cancel = (Chord.parse(text) for text in ("ctrl+alt+space", "ctrl+escape", "escape"))
    keys.bind({KeyAction.TALK: talk, KeyAction.RAW: raw, KeyAction.CANCEL: cancel})
    library.feed("space", "down")
    assert not library.feed("esc", "down")
    assert told(events) == [(KeyAction.TALK, True), (KeyAction.CANCEL, True)]
    library.feed("esc", "up")
    library.feed("space", "up")
    library.held = {Modifier.CTRL}
    assert not library.feed("esc", "down")
    assert told(events)[4:] == [(KeyAction.RAW, True)]


def test_windows_stopping_ends_what_is_held_and_gives_the_keys_back() -> None:
    library, events = HookLibrary(), list[object]()
    keys = WindowsHotkeys(library, frozenset)
    keys.start(events.append, lambda _: None)
    keys.bind(BOUND)
    library.feed("esc", "down")
    assert keys.is_alive()
    keys.stop()
    assert told(events) == [(KeyAction.CANCEL, True), (KeyAction.CANCEL, False)]
    assert library.callback is None
    assert not keys.is_alive()


def test_windows_refusing_the_hook_is_told() -> None:
    with pytest.raises(HotkeysUnavailable):
        WindowsHotkeys(HookLibrary(refuses=True)).start(lambda _: None, lambda _: None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("f9", ("f9", None)),
        ("esc", ("escape", None)),
        ("page up", ("pageup", None)),
        ("left", ("left", None)),
        ("right ctrl", (None, Modifier.CTRL)),
        ("left windows", (None, Modifier.SUPER)),
        ("alt gr", (None, Modifier.ALT)),
        ("-", ("minus", None)),
        ("unheard of", (None, None)),
    ],
)
def test_the_librarys_names_are_understood(name: str, expected: tuple[str | None, Modifier | None]) -> None:
    assert key_name(name) == expected


class EventTap:
    """Quartz: one tap whose run loop the test is."""

    kCGSessionEventTap = kCGHeadInsertEventTap = kCGEventTapOptionDefault = 0  # noqa: N815 - Quartz's names
    kCFRunLoopCommonModes = kCGKeyboardEventKeycode = 0  # noqa: N815 - as above

    def __init__(self, *, allowed: bool = True, gives_tap: bool = True) -> None:
        self.allowed, self.gives_tap = allowed, gives_tap
        self.asked = False
        self.enabled = False
        self.callback: Callable[..., Any] | None = None

    def __getattr__(self, name: str) -> Callable[..., object]:
        answers: dict[str, Callable[..., object]] = {
            "CGPreflightListenEventAccess": lambda: self.allowed,
            "CGRequestListenEventAccess": lambda: setattr(self, "asked", True),
            "CGEventMaskBit": lambda kind: 1 << kind,
            "CGEventTapCreate": self._create,
            "CGEventTapEnable": lambda tap, on: setattr(self, "enabled", on),
            "CGEventTapIsEnabled": lambda tap: self.enabled,
            "CGEventGetFlags": lambda event: event[1],
            "CGEventGetIntegerValueField": lambda event, field: event[0],
            "CFMachPortCreateRunLoopSource": lambda *_: "source",
            "CFRunLoopGetCurrent": lambda: "loop",
            "CFRunLoopAddSource": lambda *_: None,
            "CFRunLoopRun": lambda: None,
            "CFRunLoopStop": lambda loop: None,
        }
        return answers[name]

    def _create(self, *arguments: Any) -> object:  # noqa: ANN401 - Quartz has no types
        self.callback = arguments[4]
        return "tap" if self.gives_tap else None

    def feed(self, kind: int, key: str, flags: int = 0) -> bool:
        """Whether other programs get the key."""
        assert self.callback
        code = next(code for code, name in KEY_NAMES.items() if name == key)
        return self.callback(None, kind, (code, flags), None) is not None


CTRL_ALT = 0x0004_0000 | 0x0008_0000


def test_macos_swallows_the_last_key_alone() -> None:
    quartz, events = EventTap(), list[object]()
    keys = MacHotkeys(quartz)
    keys.start(events.append, lambda _: None)
    keys.bind(BOUND)
    assert quartz.feed(FLAGS_CHANGED, "a", CTRL_ALT)
    assert not quartz.feed(KEY_DOWN, "space", CTRL_ALT)
    assert quartz.feed(KEY_DOWN, "a", CTRL_ALT)
    assert not quartz.feed(KEY_UP, "space", CTRL_ALT)
    assert told(events) == [(KeyAction.TALK, True), (KeyAction.TALK, False)]


SHIFT = 0x0002_0000


def test_macos_letting_shift_go_first_makes_no_f9_of_shift_f9() -> None:
    quartz, events = EventTap(), list[object]()
    keys = MacHotkeys(quartz)
    keys.start(events.append, lambda _: None)
    keys.bind(F9_WITH_AND_WITHOUT_SHIFT)
    assert not quartz.feed(KEY_DOWN, "f9", SHIFT)
    assert quartz.feed(FLAGS_CHANGED, "a", 0)
    assert not quartz.feed(KEY_DOWN, "f9")
    assert not quartz.feed(KEY_UP, "f9")
    assert told(events) == [(KeyAction.RAW, True), (KeyAction.RAW, False)]
    assert not quartz.feed(KEY_DOWN, "f9")
    assert not quartz.feed(KEY_UP, "f9")
    assert told(events)[2:] == [(KeyAction.TALK, True), (KeyAction.TALK, False)]


def test_macos_switching_the_tap_off_ends_what_is_held_and_switches_it_on_again() -> None:
    quartz, events = EventTap(), list[object]()
    keys = MacHotkeys(quartz)
    keys.start(events.append, lambda _: None)
    keys.bind(BOUND)
    quartz.feed(KEY_DOWN, "escape")
    quartz.enabled = False
    assert quartz.callback
    quartz.callback(None, 0xFFFFFFFE, None, None)
    assert quartz.enabled
    assert told(events) == [(KeyAction.CANCEL, True), (KeyAction.CANCEL, False)]


def test_macos_without_permission_asks_for_it_and_says_so() -> None:
    quartz = EventTap(allowed=False)
    with pytest.raises(HotkeysUnavailable):
        MacHotkeys(quartz).start(lambda _: None, lambda _: None)
    assert quartz.asked


def test_macos_refusing_the_tap_is_told() -> None:
    with pytest.raises(HotkeysUnavailable):
        MacHotkeys(EventTap(gives_tap=False)).start(lambda _: None, lambda _: None)


def test_every_mac_key_is_one_that_chords_know() -> None:
    assert set(KEY_NAMES.values()) <= set(LABELS)
