"""The X server as insertion needs it: windows, properties, selections, keys, idleness. The one place that
asks it.

A connection of its own, used on the GUI's thread; each question is a round trip of some 0.1 ms on the local
socket. Nothing but mapping changes and selection answers is ever sent to us, and those are drained with each
question, as the library would keep them for ever.

Failure mode: a window that has gone raises `WindowGone`; a server that has gone, or lacks XTEST or XKB,
raises InsertionUnavailable.
"""

from __future__ import annotations

import itertools
import os
import select
import time
from typing import Any, Final, TypeAlias

from app.adapters.x11_keymap import NO_SYMBOL, Keymap, runs
from app.domain.problems import InsertionUnavailable

Untyped: TypeAlias = Any
"""What the binding hands out: it is generated and carries no types."""

CORE_KEYBOARD: Final = 0x100
KEY_PRESS: Final = 2
KEY_RELEASE: Final = 3
LOCK: Final = 2
HELD: Final = 1 | 4 | 8 | 32 | 64 | 128
"""Shift, Control, Mod1, Mod3, Mod4, Mod5: all but the locks (Lock, Mod2 is Num Lock)."""


class WindowGone(Exception):
    """The window asked about does not exist any more."""


class X11Display:
    """One connection to the X server of DISPLAY. Raises InsertionUnavailable."""

    def __init__(self) -> None:
        # Imported here, so that this module can be imported on systems that have no libxcb.
        import xcffib
        import xcffib.screensaver
        import xcffib.xkb
        import xcffib.xproto
        import xcffib.xtest

        library: Untyped = xcffib
        self._lost: type[Exception] = library.ConnectionException
        self._failed: type[Exception] = library.XcffibException
        self._notify: type = library.xproto.SelectionNotifyEvent
        try:
            self._connection: Untyped = library.connect(display=os.environ.get("DISPLAY", ""))
            self._core = self._connection.core
            self._setup = self._connection.get_setup()
            self._root: int = self._setup.roots[0].root
            self._xtest = self._connection(library.xtest.key)
            self._xkb = self._connection(library.xkb.key)
            self._xkb.UseExtension(1, 0).reply()
            self._xtest.GetVersion(2, 2).reply()
        except Exception as error:  # the library's own plain Exceptions, and a closed socket
            raise InsertionUnavailable(f"X11: {type(error).__name__}") from error
        self._asked: str | None = None
        self._answers: list[Untyped] = []
        self._questions = itertools.cycle(range(16))
        self._screensaver = self._idleness(library.screensaver.key)
        self._atoms: dict[str, int] = {}
        self._requestor = 0

    def _idleness(self, key: Untyped) -> Untyped:
        """The MIT-SCREEN-SAVER extension, or None: no insertion depends on it. Looked for first, as a request
        to one that the server lacks, as XWayland does, ends the whole connection."""
        try:
            if not self._core.QueryExtension(len(key.name), key.name).reply().present:
                return None
            extension = self._connection(key)
            extension.QueryVersion(1, 1).reply()
        except Exception:  # as above
            return None
        return extension

    def close(self) -> None:
        """Let go of the server."""
        self._connection.disconnect()

    def _reply(self, cookie: Untyped) -> Untyped:
        try:
            while (event := self._connection.poll_for_event()) is not None:
                if self._asked and isinstance(event, self._notify):
                    self._answers.append(event)
            return cookie.reply()
        except self._lost as error:
            raise InsertionUnavailable("X11: connection lost") from error
        except self._failed as error:
            raise WindowGone from error

    def atom(self, name: str) -> int:
        """The number of an atom."""
        if name not in self._atoms:
            self._atoms[name] = self._reply(self._core.InternAtom(False, len(name), name)).atom
        return self._atoms[name]

    # --- windows ---

    @property
    def root(self) -> int:
        """The root window of the first screen."""
        return self._root

    def focus(self) -> int:
        """The window that gets the keys; 0 none, 1 whichever is below the pointer."""
        return int(self._reply(self._core.GetInputFocus()).focus)

    def parent(self, window: int) -> int:
        """Its parent; 0 for the root."""
        return int(self._reply(self._core.QueryTree(window)).parent)

    def is_same_client(self, window: int, other: int) -> bool:
        """Whether two windows are of one program: the server gives each connection ids of its own."""
        mask = int(self._setup.resource_id_mask)
        return window & ~mask == other & ~mask

    def property(self, window: int, name: str) -> bytes | None:
        """The raw bytes of a property (its first 4 KB), None where it has none."""
        reply = self._reply(self._core.GetProperty(False, window, self.atom(name), 0, 0, 1024))
        return bytes(reply.value.buf()) if reply.type else None

    def cardinal(self, window: int, name: str) -> int | None:
        """A property of one 32-bit number."""
        data = self.property(window, name)
        return int.from_bytes(data[:4], "little") if data and len(data) >= 4 else None

    # --- selections ---

    def selection_owner(self, name: str) -> int:
        """The window that owns a selection, or 0."""
        return int(self._reply(self._core.GetSelectionOwner(self.atom(name))).owner)

    def clear_selection(self, name: str) -> None:
        """Let nobody own a selection, so that whoever owns it later has taken it since."""
        self._asked = None
        self._core.SetSelectionOwner(0, self.atom(name), 0)
        self._flush()

    def selection_text(self, name: str) -> str | None:
        """A selection as text, its first 64 KB; None until its owner has answered. Each answer is told once,
        and the next call asks anew; never waits. Must not be asked of a selection of our own."""
        if self._asked is None:
            self._asked = f"SAYSO_SELECTED_{next(self._questions)}"
            wanted, prop = self.atom("UTF8_STRING"), self.atom(self._asked)
            self._answers.clear()
            self._core.ConvertSelection(self._requestor_window(), self.atom(name), wanted, prop, 0)
        self._reply(self._core.GetInputFocus())  # takes in what has come
        prop = self.atom(self._asked)
        # Property 0: the owner refuses. An answer to an earlier question names another one.
        if not any(answer.property in (0, prop) for answer in self._answers):
            return None
        self._asked = None
        reply = self._reply(self._core.GetProperty(True, self._requestor_window(), prop, 0, 0, 16384))
        is_text = reply.type == self.atom("UTF8_STRING")
        return bytes(reply.value.buf()).decode("utf-8", "replace") if is_text else ""

    def selection_answers(self, name: str, within: float) -> bool:
        """Whether the owner of a selection answers the question for its TARGETS `within` seconds.

        Must not be asked of a selection of the calling thread's own.
        """
        requestor, prop = self._requestor_window(), self.atom("SAYSO_TARGETS")
        self._reply(self._core.GetInputFocus())  # drains what is left of an earlier question
        self._core.ConvertSelection(requestor, self.atom(name), self.atom("TARGETS"), prop, 0)
        self._flush()
        end = time.monotonic() + within
        while True:
            event = self._connection.poll_for_event()
            if isinstance(event, self._notify):
                self._core.DeleteProperty(requestor, prop)
                self._flush()
                return True
            rest = end - time.monotonic()
            if rest <= 0:
                return False
            if event is None:
                select.select([self._connection.get_file_descriptor()], [], [], rest)

    def _requestor_window(self) -> int:
        """A window of ours that is never shown: selections are answered to a window."""
        if not self._requestor:
            self._requestor = self._connection.generate_id()
            self._core.CreateWindow(0, self._requestor, self._root, -1, -1, 1, 1, 0, 2, 0, 0, [])
        return self._requestor

    # --- keys ---

    def idle_seconds(self) -> float | None:
        """Since the last key or movement of the pointer, XTEST's included; None where no extension tells."""
        if self._screensaver is None:
            return None
        return int(self._reply(self._screensaver.QueryInfo(self._root)).ms_since_user_input) / 1000

    def held_modifiers(self) -> int:
        """The modifiers that are held or latched by sticky keys, as a mask of `HELD`."""
        state = self._reply(self._xkb.GetState(CORE_KEYBOARD))
        return int((state.baseMods | state.latchedMods) & HELD)

    def is_key_down(self) -> bool:
        """Whether any key but the modifiers and locks is held."""
        down = int.from_bytes(bytes(self._reply(self._core.QueryKeymap()).keys), "little")
        for code in self._reply(self._core.GetModifierMapping()).keycodes:
            down &= ~(1 << code)
        return down != 0

    def keymap(self) -> Keymap:
        """The keyboard as it is now."""
        first, last = self._setup.min_keycode, self._setup.max_keycode
        reply = self._reply(self._core.GetKeyboardMapping(first, last - first + 1))
        group = int(self._reply(self._xkb.GetState(CORE_KEYBOARD)).group)
        return Keymap(first, int(reply.keysyms_per_keycode), tuple(reply.keysyms), group)

    def assign(self, keysyms: dict[int, int]) -> None:
        """Give keycodes new keysyms, the same with and without shift; NO_SYMBOL gives them back."""
        for run in runs(keysyms):
            values = [value for code in run for value in (keysyms[code], keysyms[code])]
            self._core.ChangeKeyboardMapping(len(run), run.start, 2, values)
        self._flush()

    def release(self, keycodes: tuple[int, ...]) -> None:
        """Make keycodes mean nothing again."""
        self.assign(dict.fromkeys(keycodes, NO_SYMBOL))

    def caps_lock(self) -> bool:
        """Whether Caps Lock is on."""
        return bool(self._reply(self._xkb.GetState(CORE_KEYBOARD)).lockedMods & LOCK)

    def set_caps_lock(self, on: bool) -> None:
        """Switch Caps Lock."""
        self._xkb.LatchLockState(CORE_KEYBOARD, LOCK, LOCK if on else 0, False, 0, 0, False, 0)
        self._flush()

    def press(self, *keycodes: int) -> None:
        """Press keys in order and let them go in reverse order."""
        for code in keycodes:
            self._xtest.FakeInput(KEY_PRESS, code, 0, self._root, 0, 0, 0)
        for code in reversed(keycodes):
            self._xtest.FakeInput(KEY_RELEASE, code, 0, self._root, 0, 0, 0)
        self._flush()

    def _flush(self) -> None:
        try:
            self._connection.flush()
        except self._failed as error:
            raise InsertionUnavailable("X11: connection lost") from error
