"""The X server's keyboard over one connection: its layout, its modifiers, key grabs and key events.

Used on one thread only. Foreign exceptions stop here: a lost connection is `KeyboardGone`, a combination that
another program has grabbed is `GrabRefused`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, TypeVar

from app.adapters.keysyms import KEYSYMS, MODIFIER_KEYSYMS, NUM_LOCK, POSITIONS
from app.domain.keys import Chord, Modifier

Result = TypeVar("Result")
Grab = tuple[int, int]
"""A keycode, and the state of all modifiers and locks that it is grabbed with."""

SHIFT, LOCK, CONTROL, MOD1, MOD2, MOD4 = 1, 2, 4, 8, 16, 64
_USE_CORE_KEYBOARD: Final = 0x100
_DETECTABLE_AUTO_REPEAT: Final = 1
_MAP_EVENTS: Final = 0b11  # XkbNewKeyboardNotify and XkbMapNotify
_ALL_MAP_PARTS: Final = 0xFF


class KeyboardGone(Exception):
    """There is no connection to the X server, or no longer one."""


class GrabRefused(Exception):
    """Another client holds the combination."""


@dataclass(frozen=True, slots=True)
class RawKey:
    """A key event. `state` are the modifiers before it, as the server sends them."""

    keycode: int
    pressed: bool
    state: int


class Keyboard:
    """Raises KeyboardGone from every method but `close`."""

    def __init__(self) -> None:
        # Imported here, on the keys thread: it exists on Linux only, and costs start-up time.
        import xcffib
        import xcffib.xkb
        import xcffib.xproto

        self._x: Any = xcffib
        self._grabs: set[Grab] = set()
        self._connection: Any = self._ask(self._x.connect)
        self._root = self._connection.setup.roots[self._connection.pref_screen].root
        self._ask(self._set_up_xkb)
        self.read_map()

    def _ask(self, request: Callable[[], Result]) -> Result:
        try:
            return request()
        except self._x.XcffibException as error:
            if isinstance(error, self._x.xproto.AccessError):
                raise
            raise KeyboardGone(str(error)) from error

    def _set_up_xkb(self) -> None:
        """Repeats come without releases, and changes of the layout are told."""
        xkb = self._connection(self._x.xkb.key)
        xkb.UseExtension(1, 0).reply()
        flag = _DETECTABLE_AUTO_REPEAT
        xkb.PerClientFlags(_USE_CORE_KEYBOARD, flag, flag, 0, 0, 0).reply()
        # A client of XKB gets no core MappingNotify; these events stand for it.
        select_all = _MAP_EVENTS
        xkb.SelectEvents(
            _USE_CORE_KEYBOARD,
            _MAP_EVENTS,
            0,
            select_all,
            _ALL_MAP_PARTS,
            _ALL_MAP_PARTS,
            [],
            is_checked=True,
        ).check()

    def fileno(self) -> int:
        """For `select`. Call `events` after every other method before waiting: answers bring events along."""
        return int(self._connection.get_file_descriptor())

    def ping(self) -> None:
        """One round trip."""
        self._ask(lambda: self._connection.core.GetInputFocus().reply())

    def events(self) -> Iterator[RawKey | None]:
        """What has come in; None stands for "the layout may have changed"."""
        while (event := self._ask(self._connection.poll_for_event)) is not None:
            match type(event).__name__:
                case "KeyPressEvent" | "KeyReleaseEvent" as kind:
                    yield RawKey(event.detail, kind == "KeyPressEvent", event.state)
                case "MappingNotifyEvent" | "NewKeyboardNotifyEvent" | "MapNotifyEvent":
                    yield None

    def read_map(self) -> None:
        """Read the layout anew."""
        setup = self._connection.setup
        first, last = setup.min_keycode, setup.max_keycode
        core = self._connection.core
        layout = self._ask(lambda: core.GetKeyboardMapping(first, last - first + 1).reply())
        width = layout.keysyms_per_keycode
        keysyms = list(layout.keysyms)
        self._columns = {
            first + index: keysyms[index * width : (index + 1) * width] for index in range(last - first + 1)
        }
        modifiers = self._ask(lambda: core.GetModifierMapping().reply())
        per_modifier = modifiers.keycodes_per_modifier
        keycodes = list(modifiers.keycodes)
        self._read_modifiers([keycodes[row * per_modifier : (row + 1) * per_modifier] for row in range(8)])

    def _read_modifiers(self, rows: list[list[int]]) -> None:
        """`rows`: the keycodes of Shift, Lock, Control and Mod1 to Mod5."""
        masks = {Modifier.SHIFT: SHIFT, Modifier.CTRL: CONTROL, Modifier.ALT: MOD1, Modifier.SUPER: MOD4}
        self._num_lock = MOD2
        for row in range(3, 8):
            for keysym in chain.from_iterable(self._columns.get(code, ()) for code in rows[row] if code):
                if keysym == NUM_LOCK:
                    self._num_lock = 1 << row
                elif keysym in MODIFIER_KEYSYMS:
                    masks[MODIFIER_KEYSYMS[keysym]] = 1 << row
        self._masks = masks
        self._mask_of_key = {code: 1 << row for row in range(8) for code in rows[row] if code}

    def modifiers_after(self, event: RawKey) -> frozenset[Modifier]:
        """Those held once `event` has happened. Of two keys for one modifier, the first to come up counts."""
        own = self._mask_of_key.get(event.keycode, 0)
        state = event.state | own if event.pressed else event.state & ~own
        return frozenset(modifier for modifier, mask in self._masks.items() if state & mask)

    def plan(self, chord: Chord) -> frozenset[Grab]:
        """The grabs that `chord` needs in this layout; none where the layout lacks the key."""
        state = sum(self._masks[modifier] for modifier in chord.modifiers)
        locks = (0, LOCK, self._num_lock, LOCK | self._num_lock)
        return frozenset((code, state | lock) for code in self._keycodes(chord.key) for lock in locks)

    def _keycodes(self, key: str) -> list[int]:
        """The keys that write `key` without Shift in the first layout, else in another, else with Shift."""
        _, keysym = KEYSYMS[key]
        for column in (0, 2, 4, 6, 1, 3):
            found = [c for c, keysyms in self._columns.items() if keysyms[column : column + 1] == [keysym]]
            if found:
                return found
        return [POSITIONS[key]] if key in POSITIONS else []

    def grab(self, wanted: frozenset[Grab]) -> None:
        """Grab them all or, if another client has one of them, none. Raises GrabRefused."""
        new = wanted - self._grabs
        core, mode = self._connection.core, self._x.xproto.GrabMode.Async
        cookies = {
            (code, state): core.GrabKey(False, self._root, state, code, mode, mode, is_checked=True)
            for code, state in new
        }
        refused = False
        for one, cookie in cookies.items():
            try:
                self._ask(cookie.check)
                self._grabs.add(one)
            except self._x.xproto.AccessError:
                refused = True
        if refused:
            self._release(wanted & self._grabs)
            raise GrabRefused

    def release_all_but(self, kept: frozenset[Grab]) -> None:
        """Give back what is not in `kept`. A key that is down stays with this client until it comes up."""
        self._release(frozenset(self._grabs) - kept)

    def _release(self, grabs: frozenset[Grab]) -> None:
        if not grabs:
            return
        for code, state in grabs:
            self._connection.core.UngrabKey(code, self._root, state)
        self._grabs -= grabs
        self.ping()  # whoever was told to free the key can have it once this has returned

    def pressed_keycodes(self) -> frozenset[int]:
        """The keys that are down now, whoever hears them."""
        keys = self._ask(lambda: self._connection.core.QueryKeymap().reply()).keys
        return frozenset(
            8 * byte + bit for byte, bits in enumerate(keys) for bit in range(8) if bits >> bit & 1
        )

    def close(self) -> None:
        """Let go of the server, dead or alive."""
        with contextlib.suppress(self._x.XcffibException):
            self._connection.disconnect()
