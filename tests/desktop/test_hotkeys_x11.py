"""Key grabs on a real X server, with keys pressed by XTEST and a foreign window in focus."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import xcffib
import xcffib.xproto

from app.adapters.hotkeys_x11 import X11Hotkeys
from app.domain.keys import Chord, KeyAction
from app.domain.problems import HotkeyInvalid, HotkeysUnavailable, HotkeyTaken
from tests.desktop.heard import Heard
from tests.desktop.x_server import Server

pytestmark = [pytest.mark.desktop, pytest.mark.light]

F9 = Chord.parse("f9")
TALK_F9 = {KeyAction.TALK: F9}
TWO_KEYS = {**TALK_F9, KeyAction.RAW: Chord.parse("shift+f9")}
ESCAPE = Chord.parse("escape")


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=20)


def setxkbmap(*words: str) -> None:
    subprocess.run(["setxkbmap", *words], check=True, timeout=20)


class Client:
    """Another program: its own connection and, if asked for, a window that has the focus."""

    def __init__(self) -> None:
        connection: Any = xcffib.connect()  # type: ignore[no-untyped-call]
        self.x = connection
        self.root = connection.setup.roots[0].root

    def focus_window(self) -> None:
        window = self.x.generate_id()
        mask = xcffib.xproto.CW.OverrideRedirect | xcffib.xproto.CW.EventMask
        events = xcffib.xproto.EventMask
        wanted = events.KeyPress | events.KeyRelease | events.StructureNotify
        self.x.core.CreateWindow(0, window, self.root, 0, 0, 80, 80, 0, 1, 0, mask, [1, wanted])
        self.x.core.MapWindow(window)
        self.x.flush()
        while type(self.x.wait_for_event()).__name__ != "MapNotifyEvent":
            pass
        self.x.core.SetInputFocus(1, window, 0, is_checked=True).check()

    def keys(self) -> list[tuple[int, bool]]:
        """The (keycode, pressed) of all that has reached the window."""
        self.x.core.GetInputFocus().reply()
        found = []
        while (event := self.x.poll_for_event()) is not None:
            kind = type(event).__name__
            if kind in ("KeyPressEvent", "KeyReleaseEvent"):
                found.append((event.detail, kind == "KeyPressEvent"))
        return found

    def grab_keyboard(self) -> bool:
        return bool(self.x.core.GrabKeyboard(False, self.root, 0, 1, 1).reply().status == 0)

    def ungrab_keyboard(self) -> None:
        self.x.core.UngrabKeyboard(0, is_checked=True).check()

    def grab_key(self, keycode: int) -> None:
        self.x.core.GrabKey(False, self.root, 0, keycode, 1, 1, is_checked=True).check()


KEYCODE_F9, KEYCODE_F10, KEYCODE_A, KEYCODE_SHIFT = 75, 76, 38, 50


@pytest.fixture
def window() -> Iterator[Client]:
    client = Client()
    client.focus_window()
    yield client
    client.x.disconnect()


@pytest.fixture
def other() -> Iterator[Client]:
    client = Client()
    yield client
    client.x.disconnect()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def hotkeys(heard: Heard) -> Iterator[X11Hotkeys]:
    hotkeys = X11Hotkeys()
    hotkeys.start(heard.post, heard.problems.put)
    yield hotkeys
    hotkeys.stop()


PRESS, RELEASE = (KeyAction.TALK, True), (KeyAction.TALK, False)
RAW_PRESS, RAW_RELEASE = (KeyAction.RAW, True), (KeyAction.RAW, False)


def test_a_key_held_into_auto_repeat_is_one_press_and_one_release(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind(TALK_F9)
    xdotool("keydown", "F9", "sleep", "1.5", "keyup", "F9", "key", "a")
    assert hotkeys.is_alive()
    assert heard.all() == [PRESS, RELEASE]
    assert window.keys() == [(KEYCODE_A, True), (KEYCODE_A, False)]


def test_without_a_grab_the_key_is_the_windows(hotkeys: X11Hotkeys, heard: Heard, window: Client) -> None:
    hotkeys.bind(TALK_F9)
    hotkeys.bind({})
    xdotool("key", "F9")
    assert hotkeys.is_alive()
    assert window.keys() == [(KEYCODE_F9, True), (KEYCODE_F9, False)]
    assert heard.all() == []


def test_modifiers_are_exact_and_the_last_key_may_come_up_last(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind({KeyAction.TALK: Chord.parse("ctrl+alt+space")})
    xdotool("key", "space", "key", "ctrl+space", "key", "ctrl+alt+shift+space")
    assert hotkeys.is_alive()
    assert heard.all() == []
    xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "space")
    assert heard.next() == PRESS
    xdotool("keyup", "ctrl")
    assert heard.next() == RELEASE
    xdotool("keyup", "alt", "keyup", "space")
    assert hotkeys.is_alive()
    assert heard.all() == []


def test_the_raw_chord_is_heard_and_swallowed_beside_the_talk_key_whose_key_it_shares(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind(TWO_KEYS)
    xdotool("key", "F9")
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    xdotool("keydown", "shift", "keydown", "F9")
    assert heard.next() == RAW_PRESS
    xdotool("keyup", "F9", "keyup", "shift")
    assert heard.next() == RAW_RELEASE
    assert window.keys() == [(KEYCODE_SHIFT, True), (KEYCODE_SHIFT, False)]
    hotkeys.bind(TALK_F9)
    xdotool("keydown", "shift", "key", "F9", "keyup", "shift")
    assert hotkeys.is_alive()
    assert heard.all() == []
    shift, f9 = KEYCODE_SHIFT, KEYCODE_F9
    assert window.keys() == [(shift, True), (f9, True), (f9, False), (shift, False)]


@pytest.mark.parametrize("locks", [("Caps_Lock",), ("Num_Lock",), ("Caps_Lock", "Num_Lock")])
def test_locks_make_no_difference(hotkeys: X11Hotkeys, heard: Heard, locks: tuple[str, ...]) -> None:
    hotkeys.bind(TWO_KEYS)
    press_locks = ("key", *locks)
    xdotool(*press_locks)
    try:
        xdotool("key", "F9", "key", "shift+F9")
        assert [heard.next() for _ in range(4)] == [PRESS, RELEASE, RAW_PRESS, RAW_RELEASE]
    finally:
        xdotool(*press_locks)


def test_letting_shift_go_first_makes_no_talk_key_of_what_repeats_itself(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind(TWO_KEYS)
    xdotool("keydown", "shift", "keydown", "F9", "sleep", "1", "keyup", "shift", "sleep", "1", "keyup", "F9")
    assert hotkeys.is_alive()
    assert heard.all() == [RAW_PRESS, RAW_RELEASE]
    assert window.keys() == [(KEYCODE_SHIFT, True)]  # whoever grabs gets what is released meanwhile
    xdotool("key", "F9")
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]


def test_one_talk_key_pressed_while_the_other_is_held_is_no_key_for_the_window(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind({KeyAction.TALK: F9, KeyAction.RAW: Chord.parse("f10")})
    xdotool("keydown", "F9", "keydown", "F10", "keyup", "F9", "keyup", "F10")
    assert [heard.next() for _ in range(4)] == [PRESS, RAW_PRESS, RELEASE, RAW_RELEASE]
    # The server ends the grab with the key that began it: a release without a press is all that gets out.
    seen = window.keys()
    assert (KEYCODE_F10, True) not in seen


def test_two_names_of_one_key_in_this_layout_are_told_and_the_first_works(
    hotkeys: X11Hotkeys, heard: Heard
) -> None:
    hotkeys.bind({KeyAction.TALK: Chord.parse("ctrl+minus"), KeyAction.RAW: Chord.parse("ctrl+alt+6")})
    try:
        setxkbmap("fr")  # where the key of the 6 writes a minus
        assert hotkeys.is_alive()
        assert isinstance(heard.problems.get(timeout=10), HotkeyInvalid)
        xdotool("keydown", "ctrl", "key", "15", "keyup", "ctrl")
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    finally:
        setxkbmap("us")


def test_a_key_that_another_program_holds_is_told_and_the_others_are_bound(
    hotkeys: X11Hotkeys, heard: Heard, other: Client
) -> None:
    other.grab_key(KEYCODE_F9)
    with pytest.raises(HotkeyTaken, match="F9"):
        hotkeys.bind({KeyAction.TALK: F9, KeyAction.CANCEL: ESCAPE})
    xdotool("key", "Escape")
    assert heard.next() == (KeyAction.CANCEL, True)
    other.x.disconnect()
    other.x = xcffib.connect()  # type: ignore[no-untyped-call]
    hotkeys.bind(TALK_F9)
    xdotool("key", "F9")
    assert heard.next() == (KeyAction.CANCEL, False)
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]


def test_a_chord_that_is_taken_leaves_none_of_its_grabs_behind(hotkeys: X11Hotkeys, other: Client) -> None:
    other.grab_key(KEYCODE_F9)
    with pytest.raises(HotkeyTaken):
        hotkeys.bind(TALK_F9)
    # With Caps Lock the combination was free; a third program may have it now.
    lock = xcffib.xproto.ModMask.Lock
    other.x.core.GrabKey(False, other.root, lock, KEYCODE_F9, 1, 1, is_checked=True).check()


def test_escape_comes_and_goes_while_the_talk_key_is_held(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind(TALK_F9)
    xdotool("keydown", "F9")
    assert heard.next() == PRESS
    hotkeys.bind({KeyAction.TALK: F9, KeyAction.CANCEL: ESCAPE})
    xdotool("keydown", "Escape")
    assert heard.next() == (KeyAction.CANCEL, True)
    hotkeys.bind(TALK_F9)
    xdotool("keyup", "Escape", "keyup", "F9")
    assert [heard.next(), heard.next()] == [(KeyAction.CANCEL, False), RELEASE]
    xdotool("key", "F9")
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    assert window.keys() == []


def test_escape_cancels_although_the_talk_chords_modifiers_are_held(
    hotkeys: X11Hotkeys, heard: Heard
) -> None:
    hotkeys.bind({KeyAction.TALK: Chord.parse("ctrl+alt+space"), KeyAction.CANCEL: ESCAPE})
    xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "space", "key", "Escape")
    xdotool("keyup", "space", "keyup", "alt", "keyup", "ctrl")
    cancel = [(KeyAction.CANCEL, True), (KeyAction.CANCEL, False)]
    assert [heard.next() for _ in range(4)] == [PRESS, *cancel, RELEASE]


def test_another_key_bound_while_the_old_one_is_held(hotkeys: X11Hotkeys, heard: Heard) -> None:
    hotkeys.bind(TALK_F9)
    xdotool("keydown", "F9")
    assert heard.next() == PRESS
    hotkeys.bind({KeyAction.TALK: Chord.parse("f10")})
    xdotool("keyup", "F9")
    assert heard.next() == RELEASE
    xdotool("key", "F9", "key", "F10")
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    assert hotkeys.is_alive()
    assert heard.all() == []


def test_a_new_layout_moves_the_grab_to_where_the_letter_is_now(
    hotkeys: X11Hotkeys, heard: Heard, window: Client
) -> None:
    hotkeys.bind({KeyAction.TALK: Chord.parse("ctrl+alt+q")})
    try:
        setxkbmap("fr")
        assert hotkeys.is_alive()
        xdotool("keydown", "ctrl", "keydown", "alt", "key", str(KEYCODE_A), "keyup", "alt", "keyup", "ctrl")
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]
        setxkbmap("ru")  # a layout without a q: the place where US keyboards have it
        assert hotkeys.is_alive()
        xdotool("keydown", "ctrl", "keydown", "alt", "key", "24", "keyup", "alt", "keyup", "ctrl")
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    finally:
        setxkbmap("us")
    assert heard.problems.empty()


def test_a_change_of_layout_in_the_middle_of_a_hold(hotkeys: X11Hotkeys, heard: Heard) -> None:
    hotkeys.bind(TALK_F9)
    xdotool("keydown", "F9")
    assert heard.next() == PRESS
    try:
        setxkbmap("de")
        assert hotkeys.is_alive()
        xdotool("keyup", "F9")
        assert heard.next() == RELEASE
    finally:
        setxkbmap("us")


def test_a_key_that_the_keyboard_lacks_is_told(hotkeys: X11Hotkeys) -> None:
    with pytest.raises(HotkeyInvalid, match="no such key"):
        hotkeys.bind({KeyAction.TALK: Chord.parse("f24")})


def test_a_program_that_takes_the_whole_keyboard_silences_the_key_only_for_that_time(
    hotkeys: X11Hotkeys, heard: Heard, other: Client
) -> None:
    hotkeys.bind(TALK_F9)
    assert other.grab_keyboard()
    xdotool("key", "F9")
    assert hotkeys.is_alive()
    assert heard.all() == []
    other.ungrab_keyboard()
    xdotool("keydown", "F9")
    assert heard.next() == PRESS
    assert not other.grab_keyboard()
    xdotool("keyup", "F9")
    assert heard.next() == RELEASE


def test_a_release_that_is_lost_is_noticed(hotkeys: X11Hotkeys, heard: Heard) -> None:
    setxkbmap("-option", "grab:break_actions")
    try:
        hotkeys.bind(TALK_F9)
        xdotool("keydown", "F9")
        assert heard.next() == PRESS
        xdotool("key", "XF86Ungrab", "keyup", "F9")
        assert heard.next() == RELEASE
        xdotool("key", "F9")
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    finally:
        setxkbmap("-option", "")


def test_stop_gives_the_key_back(heard: Heard, window: Client) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start(heard.post, heard.problems.put)
    hotkeys.bind(TALK_F9)
    hotkeys.stop()
    xdotool("key", "F9")
    assert window.keys() == [(KEYCODE_F9, True), (KEYCODE_F9, False)]
    assert not hotkeys.is_alive()
    hotkeys.start(heard.post, heard.problems.put)
    hotkeys.bind(TALK_F9)
    xdotool("key", "F9")
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    hotkeys.stop()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    server = Server()
    monkeypatch.setenv("DISPLAY", server.display)
    yield server
    server.end()


def test_a_server_that_dies_is_noticed_and_hangs_nothing(server: Server, heard: Heard) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start(heard.post, heard.problems.put)
    hotkeys.bind(TALK_F9)
    assert hotkeys.is_alive()
    server.end()
    assert not hotkeys.is_alive()
    with pytest.raises(HotkeysUnavailable):
        hotkeys.bind(TALK_F9)
    hotkeys.stop()
    with pytest.raises(HotkeysUnavailable):
        hotkeys.start(heard.post, heard.problems.put)
    assert [thread for thread in threading.enumerate() if thread.name == "keys"] == []


def test_a_server_that_hangs_is_noticed_and_hangs_nothing(server: Server, heard: Heard) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start(heard.post, heard.problems.put)
    hotkeys.bind(TALK_F9)
    server.process.send_signal(signal.Signals["SIGSTOP"])
    assert not hotkeys.is_alive()
    hotkeys.stop()
    assert not hotkeys.is_alive()


def test_it_is_available_where_a_display_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert X11Hotkeys().is_available()
    assert X11Hotkeys().hint == ""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "Wayland" in X11Hotkeys().hint
    monkeypatch.delenv("DISPLAY")
    assert not X11Hotkeys().is_available()
