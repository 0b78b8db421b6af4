"""Global hotkeys on X11, by key grabs: the server itself keeps the key from every other program.

`X11Hotkeys` owns a connection of its own on a thread of its own, which alone talks to the server; whoever
calls waits for that thread, a millisecond as a rule. Each chord is grabbed with and without Caps Lock and Num
Lock, since the server wants the exact modifiers. Auto-repeat is told from real releases by XKB's detectable
auto-repeat. A change of layout grabs again what has moved, and leaves alone what has not, so that a held key
stays held. Two chords may end in one key (F9, Shift+F9); where two of Sayso's key names are one key of this
layout, the later chord is refused.

While a grabbed key is down the server sends every key here and to nobody else. The grab can be broken from
outside (XF86Ungrab, some screen lockers); then the release is lost, so the keyboard is looked at four times a
second while a key is held. Failure mode: when the server goes or hangs, `is_alive` says so within a second
and `stop` still ends.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import select
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

from app.adapters.call_queue import CallQueue, NoAnswer
from app.adapters.x11_keyboard import Grab, GrabRefused, Keyboard, KeyboardGone
from app.domain.key_tracker import KeyTracker
from app.domain.keys import Chord, KeyAction, Modifier
from app.domain.problems import HotkeyInvalid, HotkeyProblem, HotkeysUnavailable, HotkeyTaken, Problem
from app.domain.texts import shown

logger = logging.getLogger(__name__)

HELD_LOOK_SECONDS: Final = 0.25
ANSWER_SECONDS: Final = 2.0
PING_SECONDS: Final = 1.0
START_SECONDS: Final = 5.0


class X11Hotkeys:
    """Hears keys by grabbing them from the X server that `DISPLAY` names."""

    name = shown("X11 key grab")

    def __init__(self) -> None:
        self._calls: CallQueue | None = None
        self._thread: threading.Thread | None = None
        self._session: _Session | None = None

    @property
    def hint(self) -> str:
        """Under Wayland an X11 grab is half a hotkey; say so."""
        if os.environ.get("WAYLAND_DISPLAY"):
            return (
                "On Wayland the key is heard only in X11 programs; "
                "bind a key of your desktop to “sayso toggle” for all of them."
            )
        return ""

    def is_available(self) -> bool:
        """Whether there is an X server to ask and a way to talk to it."""
        return (
            sys.platform == "linux"
            and bool(os.environ.get("DISPLAY"))
            and importlib.util.find_spec("xcffib") is not None
        )

    def start(self, post: Callable[[object], None], on_problem: Callable[[Problem], None]) -> None:
        """Connect. Raises HotkeysUnavailable."""
        self._calls = CallQueue()
        self._session = _Session(self._calls, post, on_problem)
        self._thread = threading.Thread(target=self._session.run, name="keys", daemon=True)
        self._thread.start()
        try:
            self._calls.call(self._session.ping, START_SECONDS)
        except (NoAnswer, KeyboardGone):
            raise HotkeysUnavailable("the X server does not answer") from None

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        """Grab exactly these. Raises HotkeyTaken, HotkeyInvalid or HotkeysUnavailable."""
        session, calls = self._session, self._calls
        if session is None or calls is None:
            raise HotkeysUnavailable("it was not started")
        wanted = dict(chords)
        try:
            calls.call(lambda: session.bind(wanted), ANSWER_SECONDS)
        except (NoAnswer, KeyboardGone):
            raise HotkeysUnavailable("the X server does not answer") from None

    def is_alive(self) -> bool:
        """Whether the server still answers."""
        if self._session is None or self._calls is None:
            return False
        try:
            self._calls.call(self._session.ping, PING_SECONDS)
        except (NoAnswer, KeyboardGone):
            # Gone before the call, or in the middle of it.
            return False
        return True

    def stop(self) -> None:
        """Give every key back. A thread that hangs in a dead server is left behind; it is a daemon."""
        if self._session is None or self._calls is None or self._thread is None:
            return
        try:
            self._calls.call(self._session.end, ANSWER_SECONDS)
        except NoAnswer:
            logger.warning("the X server does not answer; its connection is left to itself")
        else:
            self._thread.join(ANSWER_SECONDS)
        self._calls = self._session = self._thread = None


class _Session:
    """One connection, from start to end; everything but the constructor runs on the keys thread."""

    def __init__(
        self, calls: CallQueue, post: Callable[[object], None], on_problem: Callable[[Problem], None]
    ) -> None:
        self._calls = calls
        self._post = post
        self._on_problem = on_problem
        self._tracker = KeyTracker()
        self._keyboard: Keyboard | None = None
        self._chords: dict[KeyAction, Chord] = {}
        self._names: dict[int, str] = {}
        self._is_ending = False

    def run(self) -> None:
        """The thread."""
        try:
            self._keyboard = Keyboard()
            while not self._is_ending:
                self._once(self._keyboard)
        except KeyboardGone as error:
            logger.warning("the X server is gone: %s", error)
        finally:
            self._calls.close()
            if self._keyboard:
                self._keyboard.close()

    def ping(self) -> None:
        """Make the server answer."""
        self._connected().ping()

    def end(self) -> None:
        """Leave the loop."""
        self._is_ending = True

    def bind(self, chords: dict[KeyAction, Chord]) -> None:
        """Grab these, and give back what is no longer wanted. Raises the first problem after all are done."""
        self._chords = chords
        problems = self._grab()
        if problems:
            raise problems[0]

    def _connected(self) -> Keyboard:
        if self._keyboard is None:
            raise KeyboardGone
        return self._keyboard

    def _once(self, keyboard: Keyboard) -> None:
        """Wait for the server or a caller, and serve them."""
        timeout = HELD_LOOK_SECONDS if self._tracker.held_keys else None
        ready, _, _ = select.select([keyboard.fileno(), self._calls.fileno()], [], [], timeout)
        if not ready:
            self._release_lost(keyboard)
        if self._calls.fileno() in ready:
            self._calls.serve()
        # Any answer from the server may have brought events along, which `select` no longer sees.
        self._take_events(keyboard)

    def _take_events(self, keyboard: Keyboard) -> None:
        map_changed = False
        for event in keyboard.events():
            if event is None:
                map_changed = True
                continue
            name = self._names.get(event.keycode)
            self._hear(name, event.pressed, keyboard.modifiers_after(event))
        if map_changed:
            keyboard.read_map()
            for problem in self._grab():
                self._on_problem(problem)
            self._take_events(keyboard)

    def _hear(self, name: str | None, pressed: bool, modifiers: frozenset[Modifier]) -> None:
        now = time.monotonic()
        for heard in self._tracker.heard(name, pressed, modifiers, now).events:
            self._post(heard)
        if not self._tracker.held_keys:
            # The grab is over: releases of what else was pressed during it go to somebody else.
            self._tracker.forget(now)

    def _release_lost(self, keyboard: Keyboard) -> None:
        """Let go of keys that are held as far as is known here, but up according to the server."""
        held = self._tracker.held_keys
        down = {self._names.get(keycode) for keycode in keyboard.pressed_keycodes()}
        for name in held - down:
            logger.info("the release of a hotkey was lost")
            self._hear(name, False, frozenset())

    def _grab(self) -> list[HotkeyProblem]:
        """Make the grabs match `_chords` under the present layout; answers with what could not be had."""
        keyboard = self._connected()
        problems: list[HotkeyProblem] = []
        granted: dict[KeyAction, Chord] = {}
        names: dict[int, str] = {}
        plans: dict[KeyAction, frozenset[Grab]] = {}
        for action, chord in self._chords.items():
            plan = keyboard.plan(chord)
            own = {keycode: chord.key for keycode, _ in plan}
            if not plan:
                problems.append(HotkeyInvalid(str(chord), "this keyboard has no such key"))
            elif any(names.get(keycode, chord.key) != chord.key for keycode in own):
                problems.append(HotkeyInvalid(str(chord), "on this keyboard another hotkey has that key"))
            else:
                plans[action] = plan
                names |= own
        keyboard.release_all_but(frozenset().union(*plans.values()))
        for action, plan in plans.items():
            try:
                keyboard.grab(plan)
            except GrabRefused:
                problems.append(HotkeyTaken(self._chords[action].label("linux")))
            else:
                granted[action] = self._chords[action]
        # The names of keys that are held are kept: their releases are still to come.
        held = self._tracker.held_keys
        self._names = {code: name for code, name in self._names.items() if name in held} | names
        self._tracker.bind(granted)
        return problems
