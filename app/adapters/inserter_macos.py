"""Sends keys to the frontmost program on macOS, by Quartz events.

Pasting is Command+V everywhere, terminals included. Typing sends the characters themselves, up to
`key_plans.MAC_UNITS` at a time, so that the layout does not matter. A selection is made by Shift+Left.
`QuartzKeys` here is all that touches the system, beside `mac_selection`.

Failure mode: without the user's leave (System Settings, Privacy, Accessibility) macOS drops the keys in
silence, so that leave is asked for first and its lack is told as InsertionUnavailable: the text is copied.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from app.adapters.key_plans import MAC_MODIFIERS, MacKey, mac_paste, mac_typing
from app.adapters.mac_selection import Accessibility
from app.domain.insertion import Target
from app.domain.problems import InsertionFailed, InsertionUnavailable

PIECE_SECONDS: Final = 0.01
SELECT_CHUNK: Final = 20
"""Steps of the caret sent at once while selecting."""
# Virtual keys of HIToolbox/Events.h; arrows count as keys of the keypad and of the function row.
ARROW: Final = 0x0020_0000 | 0x0080_0000
STEP_LEFT: Final = MacKey(123, flags=0x0002_0000 | ARROW)
"""With Shift."""
RIGHT: Final = MacKey(124, flags=ARROW)
CONCEALED: Final = "org.nspasteboard.ConcealedType"
"""The mark that clipboard histories on macOS heed: nspasteboard.org."""


@dataclass(frozen=True, slots=True)
class FrontWindow:
    """The frontmost program and its frontmost window; `window` is 0 where the system does not tell."""

    process: int
    window: int
    name: str


class MacKeys(Protocol):
    """What is needed of macOS."""

    def may_send(self) -> bool:
        """Whether the user lets this program send keys."""

    def front(self) -> FrontWindow | None:
        """Who would get them."""

    def flags(self) -> int:
        """The modifiers that are physically held, as CGEventFlags."""

    def idle(self) -> float:
        """Seconds since the last key or movement of the pointer."""

    def selected(self) -> str | None:
        """The text that is selected in the field that has the focus; None where its program does not tell."""

    def send(self, key: MacKey) -> None:
        """Press a key and let it go."""


class MacInserter:
    """Keys and focus on macOS. `keys` None stands for the real ones."""

    name = "macOS (Quartz)"

    def __init__(self, keys: MacKeys | None = None) -> None:
        self._keys = keys or _real_keys()

    def is_available(self) -> bool:
        return self._keys is not None and self._keys.may_send()

    def target(self) -> Target | None:
        front = self._keys.front() if self._keys else None
        if front is None:
            return None
        own = front.process == os.getpid()
        return Target(f"mac:{front.process}:{front.window}", front.name, is_own=own)

    def modifiers_are_up(self) -> bool:
        return self._keys is None or not self._keys.flags() & MAC_MODIFIERS

    def last_input(self) -> float | None:
        return self._keys.idle() if self._keys else None

    def select_left(self, steps: int, target: Target | None) -> Iterator[float]:
        """Not where the program does not tell what is selected."""
        keys = self._allowed()
        if target is None or target.is_terminal or keys.selected() is None:
            raise InsertionFailed("this window does not tell what is selected")
        return self._select(keys, steps)

    def _select(self, keys: MacKeys, steps: int) -> Iterator[float]:
        for start in range(0, steps, SELECT_CHUNK):
            for _ in range(min(SELECT_CHUNK, steps - start)):
                keys.send(STEP_LEFT)
            yield PIECE_SECONDS

    def selected(self) -> str | None:
        return self._keys.selected() if self._keys else None

    def unselect(self) -> None:
        self._allowed().send(RIGHT)

    def wants_primary(self, target: Target | None) -> bool:
        return False

    def paste(self, target: Target | None) -> None:
        self._allowed().send(mac_paste())

    def type_text(self, text: str) -> Iterator[float]:
        keys = self._allowed()
        for key in mac_typing(text):
            keys.send(key)
            yield PIECE_SECONDS

    def _allowed(self) -> MacKeys:
        if self._keys is None or not self._keys.may_send():
            raise InsertionUnavailable("macOS: no leave to send keys")
        return self._keys


class QuartzKeys:
    """`MacKeys` of the running session."""

    def __init__(self) -> None:
        # Imported here, as these libraries exist on macOS alone.
        import AppKit
        import Quartz

        self._quartz: Any = Quartz
        self._workspace: Any = AppKit.NSWorkspace.sharedWorkspace()
        self._accessibility = _accessibility()

    def may_send(self) -> bool:
        return bool(self._quartz.CGPreflightPostEventAccess())

    def front(self) -> FrontWindow | None:
        app = self._workspace.frontmostApplication()
        if app is None:
            return None
        process = int(app.processIdentifier())
        return FrontWindow(process, self._window_of(process), str(app.localizedName() or ""))

    def _window_of(self, process: int) -> int:
        """The number of its frontmost ordinary window; the list is in front-to-back order."""
        quartz = self._quartz
        options = quartz.kCGWindowListOptionOnScreenOnly | quartz.kCGWindowListExcludeDesktopElements
        for window in quartz.CGWindowListCopyWindowInfo(options, quartz.kCGNullWindowID) or ():
            is_its = int(window.get(quartz.kCGWindowOwnerPID, 0)) == process
            if is_its and int(window.get(quartz.kCGWindowLayer, 0)) == 0:
                return int(window.get(quartz.kCGWindowNumber, 0))
        return 0

    def flags(self) -> int:
        return int(self._quartz.CGEventSourceFlagsState(self._quartz.kCGEventSourceStateHIDSystemState))

    def idle(self) -> float:
        session = self._quartz.kCGEventSourceStateCombinedSessionState
        any_input = self._quartz.kCGAnyInputEventType
        return float(self._quartz.CGEventSourceSecondsSinceLastEventType(session, any_input))

    def selected(self) -> str | None:
        return self._accessibility.selected() if self._accessibility else None

    def send(self, key: MacKey) -> None:
        quartz = self._quartz
        for down in (True, False):
            event = quartz.CGEventCreateKeyboardEvent(None, key.keycode, down)
            if key.text:
                units = len(key.text.encode("utf-16-le")) // 2
                quartz.CGEventKeyboardSetUnicodeString(event, units, key.text)
            quartz.CGEventSetFlags(event, key.flags)
            quartz.CGEventPost(quartz.kCGHIDEventTap, event)


def _accessibility() -> Accessibility | None:
    try:
        return Accessibility()
    except (OSError, AttributeError):
        return None  # texts are inserted without it; they are only not replaced


class MacPasteboard:
    """What Qt cannot do to the clipboard of macOS: set the mark of what histories must not keep."""

    def has_manager(self) -> bool:
        """macOS does not tell."""
        return False

    def owner_answers(self, primary: bool, within: float) -> bool:
        """Contents belong to the system, not to a program that may hang."""
        return True

    def conceal(self) -> None:
        """Mark what has just been put there."""
        import AppKit

        board = AppKit.NSPasteboard.generalPasteboard()
        board.addTypes_owner_([CONCEALED], None)
        board.setString_forType_("", CONCEALED)


def _real_keys() -> MacKeys | None:
    if sys.platform == "darwin":
        return QuartzKeys()
    return None
