"""Global hotkeys on macOS, by a Quartz event tap on a thread of its own.

The tap sees every key by its code and answers with the event, or with None to keep it from other programs.
macOS switches a tap off that was slow or while a password is typed, and says so to the tap itself, which
switches it on again. Without the user's permission there is no tap: that is told, with the way to grant it.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from app.domain.key_tracker import KeyTracker
from app.domain.keys import Chord, KeyAction, Modifier
from app.domain.problems import HotkeysUnavailable, Problem
from app.domain.texts import shown

START_SECONDS: Final = 2.0

# CGEventTypes.h
KEY_DOWN: Final = 10
KEY_UP: Final = 11
FLAGS_CHANGED: Final = 12
SWITCHED_OFF: Final = frozenset({0xFFFFFFFE, 0xFFFFFFFF})
_FLAGS: Final = {
    Modifier.SHIFT: 0x0002_0000,
    Modifier.CTRL: 0x0004_0000,
    Modifier.ALT: 0x0008_0000,
    Modifier.SUPER: 0x0010_0000,
}

# HIToolbox/Events.h: the virtual keys, which do not depend on the layout.
_LETTERS: Final = (
    dict(zip("asdfhgzxcv", range(10), strict=True))
    | {"b": 11, "q": 12, "w": 13, "e": 14, "r": 15, "y": 16, "t": 17, "o": 31, "u": 32, "i": 34, "p": 35}
    | {
        "l": 37,
        "j": 38,
        "k": 40,
        "n": 45,
        "m": 46,
    }
)
_OTHERS: Final = {
    "1": 18,
    "2": 19,
    "3": 20,
    "4": 21,
    "6": 22,
    "5": 23,
    "equal": 24,
    "9": 25,
    "7": 26,
    "minus": 27,
    "8": 28,
    "0": 29,
    "bracketright": 30,
    "bracketleft": 33,
    "enter": 36,
    "apostrophe": 39,
    "semicolon": 41,
    "backslash": 42,
    "comma": 43,
    "slash": 44,
    "period": 47,
    "tab": 48,
    "space": 49,
    "grave": 50,
    "backspace": 51,
    "escape": 53,
    "f17": 64,
    "numdecimal": 65,
    "nummultiply": 67,
    "numadd": 69,
    "numdivide": 75,
    "numenter": 76,
    "numsubtract": 78,
    "f18": 79,
    "f19": 80,
    "num0": 82,
    "num1": 83,
    "num2": 84,
    "num3": 85,
    "num4": 86,
    "num5": 87,
    "num6": 88,
    "num7": 89,
    "f20": 90,
    "num8": 91,
    "num9": 92,
    "f5": 96,
    "f6": 97,
    "f7": 98,
    "f3": 99,
    "f8": 100,
    "f9": 101,
    "f11": 103,
    "f13": 105,
    "f16": 106,
    "f14": 107,
    "f10": 109,
    "menu": 110,
    "f12": 111,
    "f15": 113,
    "insert": 114,
    "home": 115,
    "pageup": 116,
    "delete": 117,
    "f4": 118,
    "end": 119,
    "f2": 120,
    "pagedown": 121,
    "f1": 122,
    "left": 123,
    "right": 124,
    "down": 125,
    "up": 126,
}
KEY_NAMES: Final = {code: name for name, code in (_LETTERS | _OTHERS).items()}


class MacHotkeys:
    """Hears keys by an event tap.

    Args:
        quartz: the Quartz library; None loads the real one when it starts.
    """

    name = shown("macOS event tap")
    hint = ""

    def __init__(self, quartz: Any = None) -> None:  # noqa: ANN401  Quartz has no types
        self._quartz: Any = quartz
        self._tracker = KeyTracker()
        self._post: Callable[[object], None] = lambda _: None
        self._tap: Any = None
        self._loop: Any = None
        self._thread: threading.Thread | None = None

    def is_available(self) -> bool:
        """On every macOS, and wherever a library was given."""
        return sys.platform == "darwin" or self._quartz is not None

    def start(self, post: Callable[[object], None], on_problem: Callable[[Problem], None]) -> None:
        """Set the tap. Raises HotkeysUnavailable."""
        self.stop()
        self._post = post
        if self._quartz is None:
            self._quartz = _load()
        if not self._quartz.CGPreflightListenEventAccess():
            self._quartz.CGRequestListenEventAccess()
            raise HotkeysUnavailable(
                "macOS has not allowed Sayso to watch keys; allow it under Privacy & Security, Accessibility"
            )
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="keys", daemon=True)
        self._thread.start()
        if not ready.wait(START_SECONDS) or self._tap is None:
            raise HotkeysUnavailable("macOS refused the event tap")

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        """Listen for exactly these. What is held stays held."""
        self._tracker.bind(chords)

    def is_alive(self) -> bool:
        """Whether the tap is on and its thread runs."""
        if self._tap is None or self._thread is None or not self._thread.is_alive():
            return False
        return bool(self._quartz.CGEventTapIsEnabled(self._tap))

    def stop(self) -> None:
        """Give every key back."""
        if self._loop is not None:
            self._quartz.CFRunLoopStop(self._loop)
        if self._thread is not None:
            self._thread.join(START_SECONDS)
        self._tap = self._loop = self._thread = None
        for event in self._tracker.forget(time.monotonic()):
            self._post(event)

    def _run(self, ready: threading.Event) -> None:
        """The thread: a run loop that feeds the tap."""
        quartz = self._quartz
        mask = sum(quartz.CGEventMaskBit(kind) for kind in (KEY_DOWN, KEY_UP, FLAGS_CHANGED))
        tap = quartz.CGEventTapCreate(
            quartz.kCGSessionEventTap,
            quartz.kCGHeadInsertEventTap,
            quartz.kCGEventTapOptionDefault,
            mask,
            self._hear,
            None,
        )
        if tap is None:
            ready.set()
            return
        source = quartz.CFMachPortCreateRunLoopSource(None, tap, 0)
        loop = quartz.CFRunLoopGetCurrent()
        quartz.CFRunLoopAddSource(loop, source, quartz.kCFRunLoopCommonModes)
        quartz.CGEventTapEnable(tap, True)
        self._tap, self._loop = tap, loop
        ready.set()
        quartz.CFRunLoopRun()
        quartz.CGEventTapEnable(tap, False)

    def _hear(self, proxy: object, kind: int, event: Any, data: object) -> Any:  # noqa: ANN401  as above
        """On the tap's thread: the event for other programs, or None to keep it from them."""
        now = time.monotonic()
        if kind in SWITCHED_OFF:
            for one in self._tracker.forget(now):
                self._post(one)
            self._quartz.CGEventTapEnable(self._tap, True)
            return event
        flags = int(self._quartz.CGEventGetFlags(event))
        held = frozenset(modifier for modifier, flag in _FLAGS.items() if flags & flag)
        name = None
        if kind != FLAGS_CHANGED:
            code = self._quartz.CGEventGetIntegerValueField(event, self._quartz.kCGKeyboardEventKeycode)
            name = KEY_NAMES.get(int(code))
        verdict = self._tracker.heard(name, kind == KEY_DOWN, held, now)
        for one in verdict.events:
            self._post(one)
        return None if verdict.swallow else event


def _load() -> Any:  # noqa: ANN401  as above
    if sys.platform != "darwin":
        raise HotkeysUnavailable("this is not macOS")
    import Quartz

    return Quartz
