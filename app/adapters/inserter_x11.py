"""Sends keys to the focused window on X11, by the XTEST extension.

Pasting is Ctrl+V, in terminals Shift+Insert, and Shift+Insert too where no layout has a `v`. Typing uses
each character's own key, and spare keycodes for what the layout lacks: they are given their characters,
clients get `MAPPED` to hear of it, and `ANSWERED` to look the last stroke up before they are given back.

A selection is made by Shift+Left. What came of it is read off PRIMARY, which programs take when something is
selected in them; nobody owns it when the selecting begins, so that what was on it before is lost, as with any
selecting. Tk's programs are left out: they keep what is selected beside what is pasted.

Failure mode: a program that is busy for longer than `ANSWERED` loses typed characters that its layout lacks;
pasting waits for it instead. Half-typed text stays; the keycodes are given back whatever happens.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import Final

from app.adapters.terminals import is_x11_terminal
from app.adapters.x11_display import WindowGone, X11Display
from app.adapters.x11_keymap import CONTROL_L, INSERT, SHIFT_L, SMALL_V, Batch, Keymap
from app.domain.insertion import Target
from app.domain.problems import InsertionFailed, InsertionUnavailable

MAPPED: Final = 0.05
ANSWERED: Final = 0.3
CHUNK: Final = 4
"""Strokes sent at once; slow programs lose keys when their queue overflows."""
CHUNK_SECONDS: Final = 0.03
POINTER_ROOT: Final = 1
KEY_PATIENCE: Final = 0.3
"""How long a key that is no modifier holds insertion back: it may be the talk key, which has taken the
keyboard, while the news of it is still on its way. Held longer it is another key, and no reason to wait."""
SELECT_CHUNK: Final = 20
"""Steps of the caret sent at once, and the seconds until the next: these keys insert nothing."""
SELECT_SECONDS: Final = 0.01
LEFT: Final = 0xFF51
RIGHT: Final = 0xFF53
"""Keysyms of the arrows."""
LOOKS: Final = 3
"""Windows come and go while they are asked about."""


class X11Inserter:
    """Keys and focus on X11. Belongs to the GUI thread; connects when first asked for something."""

    name = "X11 (XTEST)"

    def __init__(self) -> None:
        self._opened: X11Display | None = None
        self._key_down_since: float | None = None

    @property
    def _display(self) -> X11Display:
        if self._opened is None:
            self._opened = X11Display()
        return self._opened

    def is_available(self) -> bool:
        """Not under Wayland: XTEST reaches X11 programs only there, and no window tells of its focus."""
        if not os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
            return False
        try:
            return bool(self._display)
        except InsertionUnavailable:
            return False

    def close(self) -> None:
        """Let go of the X server."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def target(self) -> Target | None:
        for _ in range(LOOKS):
            try:
                window = self._focused_window()
                return self._describe(window) if window else None
            except WindowGone:
                continue
            except InsertionUnavailable:
                return None
        return None

    def _focused_window(self) -> int:
        """The top-level window of the focus, or 0.

        The focus is often on a child or a proxy of it; the window manager marks top-level windows with
        WM_STATE (ICCCM 4.1.3.1). The active window is asked only where the focus says nothing, as keys go to
        the focus and nowhere else.
        """
        display = self._display
        active = display.cardinal(display.root, "_NET_ACTIVE_WINDOW")
        focus = display.focus()
        if focus in (0, POINTER_ROOT, display.root):
            return active or 0
        window = top = focus
        while window and window != display.root:
            if display.property(window, "WM_STATE") is not None:
                return window
            top, window = window, display.parent(window)
        if active is not None:
            return active
        return top  # no window manager

    def _describe(self, window: int) -> Target:
        display = self._display
        parts = (display.property(window, "WM_CLASS") or b"").decode("latin-1").split("\0")
        names = [part for part in parts if part]
        pid = display.cardinal(window, "_NET_WM_PID")
        return Target(
            id=f"x11:{window:#x}",
            name=names[-1] if names else "",
            is_terminal=any(is_x11_terminal(name) for name in names),
            is_own=pid == os.getpid(),
        )

    def modifiers_are_up(self) -> bool:
        """Also not, for a moment, while any other key is down: see `KEY_PATIENCE`."""
        try:
            return not self._display.held_modifiers() and not self._has_new_key_down()
        except (InsertionUnavailable, WindowGone):
            return True

    def _has_new_key_down(self) -> bool:
        if not self._display.is_key_down():
            self._key_down_since = None
            return False
        now = time.monotonic()
        if self._key_down_since is None:
            self._key_down_since = now
        return now - self._key_down_since < KEY_PATIENCE

    def last_input(self) -> float | None:
        try:
            return self._display.idle_seconds()
        except (InsertionUnavailable, WindowGone):
            return None

    def select_left(self, steps: int, target: Target | None) -> Iterator[float]:
        """Not in terminals, where these keys select nothing, and not in Tk."""
        try:
            if target is None or target.is_terminal or self._is_tk():
                raise InsertionFailed("pasting takes the place of nothing in this window")
        except WindowGone as error:
            raise InsertionFailed("the window has gone") from error
        return self._select(steps, self._key(SHIFT_L), self._key(LEFT))

    def _select(self, steps: int, shift: int, left: int) -> Iterator[float]:
        self._display.clear_selection("PRIMARY")
        for start in range(0, steps, SELECT_CHUNK):
            for _ in range(min(SELECT_CHUNK, steps - start)):
                self._display.press(shift, left)
            yield SELECT_SECONDS

    def _is_tk(self) -> bool:
        """Whether the focused window is of Tk, whose programs enter a window and a name of theirs into a list
        on the root window (Tk's `send` command). One that was killed stays in it."""
        display = self._display
        window = self._focused_window()
        listed = display.property(display.root, "InterpRegistry") or b""
        entries = [int(entry.split(b" ")[0], 16) for entry in listed.split(b"\0") if entry]
        return any(display.is_same_client(window, entry) and self._has_name(entry) for entry in entries)

    def _has_name(self, window: int) -> bool:
        try:
            return self._display.property(window, "TK_APPLICATION") is not None
        except WindowGone:
            return False

    def selected(self) -> str | None:
        try:
            if not self._display.selection_owner("PRIMARY"):
                return ""
            # The question waits in the program behind our keys: its answer tells what came of all of them.
            return self._display.selection_text("PRIMARY") or ""
        except WindowGone:
            return ""

    def unselect(self) -> None:
        self._display.press(self._key(RIGHT))

    def _key(self, symbol: int) -> int:
        keycode = self._keymap().keycode(symbol)
        if not keycode:
            raise InsertionFailed("this keyboard layout has no arrow keys")
        return keycode

    def wants_primary(self, target: Target | None) -> bool:
        return bool(target and target.is_terminal)

    def paste(self, target: Target | None) -> None:
        """Ctrl+V or Shift+Insert. Raises InsertionFailed where no window has the focus or no key is right."""
        if target is None and self.target() is None:
            raise InsertionFailed("no window has the focus")
        keymap = self._keymap()
        control, letter = keymap.keycode(CONTROL_L), keymap.keycode(SMALL_V)
        shift, insert = keymap.keycode(SHIFT_L), keymap.keycode(INSERT)
        terminal = target is not None and target.is_terminal
        if not terminal and control and letter:
            self._display.press(control, letter)
        elif shift and insert:
            self._display.press(shift, insert)
        else:
            raise InsertionFailed("this keyboard layout has no key for pasting")

    def spare_keycodes(self) -> list[int]:
        """The keycodes that typing may borrow."""
        return self._keymap().spare()

    def _keymap(self) -> Keymap:
        try:
            return self._display.keymap()
        except WindowGone as error:
            raise InsertionUnavailable("X11: no keyboard mapping") from error

    def type_text(self, text: str) -> Iterator[float]:
        if self.target() is None:
            raise InsertionFailed("no window has the focus")
        keymap = self._keymap()
        shift = keymap.keycode(SHIFT_L) or 0
        try:
            batches = keymap.plan(text)
        except ValueError as error:
            raise InsertionFailed("this keyboard layout has no free key for typing") from error
        caps = self._display.caps_lock()
        used = tuple({code for batch in batches for code in batch.assigned})
        try:
            if caps:
                self._display.set_caps_lock(False)
            for batch in batches:
                yield from self._type_batch(batch, shift)
        finally:
            if used:
                self._display.release(used)
            if caps:
                self._display.set_caps_lock(True)

    def _type_batch(self, batch: Batch, shift: int) -> Iterator[float]:
        if batch.assigned:
            self._display.assign(batch.assigned)
            yield MAPPED
        for start in range(0, len(batch.strokes), CHUNK):
            for stroke in batch.strokes[start : start + CHUNK]:
                if stroke.shift:
                    self._display.press(shift, stroke.keycode)
                else:
                    self._display.press(stroke.keycode)
            yield CHUNK_SECONDS
        if batch.assigned:
            yield ANSWERED


class X11ClipboardProbe:
    """What Qt does not tell of the clipboard on X11: who manages it, and whether its owner is alive."""

    def __init__(self) -> None:
        self._opened: X11Display | None = None

    def has_manager(self) -> bool:
        """Whether a program owns CLIPBOARD_MANAGER (freedesktop.org's clipboard manager specification)."""
        try:
            self._opened = self._opened or X11Display()
            return self._opened.selection_owner("CLIPBOARD_MANAGER") != 0
        except (InsertionUnavailable, WindowGone):
            return False

    def owner_answers(self, primary: bool, within: float) -> bool:
        """Whether the owner of CLIPBOARD, or of PRIMARY, answers `within` seconds; True if there is none."""
        name = "PRIMARY" if primary else "CLIPBOARD"
        try:
            self._opened = self._opened or X11Display()
            return not self._opened.selection_owner(name) or self._opened.selection_answers(name, within)
        except (InsertionUnavailable, WindowGone):
            return True

    def conceal(self) -> None:
        """The marks that Qt sets are all there is on X11."""

    def close(self) -> None:
        """Let go of the X server."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
