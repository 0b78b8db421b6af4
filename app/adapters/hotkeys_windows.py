"""Global hotkeys on Windows, by the low-level hook of the `keyboard` library.

One hook sees every key. Its callback only decides, posts and returns: Windows silently removes a hook that is
slow, and swallowing more than the chord's last key leaves modifiers stuck and breaks the Start menu. After
lock, unlock and sleep the hook may be dead or its state stale; the hotkey service notices such moments and
binds or starts again, and both begin with a clean state and a new hook.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from app.domain.key_names import ALIASES, LABELS
from app.domain.key_tracker import KeyTracker
from app.domain.keys import Chord, KeyAction, Modifier
from app.domain.problems import HotkeysUnavailable, Problem
from app.domain.texts import shown

logger = logging.getLogger(__name__)

# Virtual keys: winuser.h.
_VIRTUAL_KEYS: Final = {
    Modifier.CTRL: (0x11,),
    Modifier.ALT: (0x12,),
    Modifier.SHIFT: (0x10,),
    Modifier.SUPER: (0x5B, 0x5C),
}
_MODIFIER_NAMES: Final = {
    "ctrl": Modifier.CTRL,
    "alt": Modifier.ALT,
    "altgr": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "windows": Modifier.SUPER,
}


class KeyboardHook(Protocol):
    """What is used of the `keyboard` library."""

    def hook(self, callback: Callable[[Any], bool], suppress: bool) -> object:
        """Call `callback` with each key event; what it answers False to is kept from other programs."""

    def unhook_all(self) -> None:
        """End that."""


class WindowsHotkeys:
    """Hears keys by a hook.

    Args:
        library: the `keyboard` library; None loads the real one when it starts.
        held: the modifiers that are down; None asks Windows.
    """

    name = shown("Windows keyboard hook")
    hint = "Keys pressed in programs that run as administrator are not heard."

    def __init__(
        self, library: KeyboardHook | None = None, held: Callable[[], frozenset[Modifier]] | None = None
    ) -> None:
        self._library = library
        self._held = held or _held_modifiers
        self._tracker = KeyTracker()
        self._post: Callable[[object], None] = lambda _: None
        self._is_hooked = False

    def is_available(self) -> bool:
        """On every Windows, and wherever a library was given."""
        return sys.platform == "win32" or self._library is not None

    def start(self, post: Callable[[object], None], on_problem: Callable[[Problem], None]) -> None:
        """Set the hook. Raises HotkeysUnavailable."""
        self._post = post
        if self._library is None:
            self._library = _load()
        self._hook_anew()

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        """Listen for exactly these. What is held stays held: Escape is bound while the talk key is down."""
        self._tracker.bind(chords)

    def is_alive(self) -> bool:
        """Whether the library's listening thread runs."""
        listener = getattr(self._library, "_listener", None)
        thread = getattr(listener, "listening_thread", None)
        return self._is_hooked and (thread is None or bool(thread.is_alive()))

    def stop(self) -> None:
        """Give every key back."""
        self._is_hooked = False
        if self._library is not None:
            try:
                self._library.unhook_all()
            except Exception as error:  # KeyError where the hook is gone already, which is what is wanted
                logger.info("the hook was gone: %r", error)
        for event in self._tracker.forget(time.monotonic()):
            self._post(event)

    def _hook_anew(self) -> None:
        self.stop()
        assert self._library is not None
        try:
            self._library.hook(self._hear, suppress=True)
        except Exception as error:  # whatever the library raises, there is no hotkey by this way
            raise HotkeysUnavailable("Windows refused the keyboard hook", detail=repr(error)) from error
        self._is_hooked = True

    def _hear(self, event: Any) -> bool:  # noqa: ANN401  the library has no types
        """On the hook's thread: whether other programs may have this key."""
        pressed = event.event_type == "down"
        name, modifier = key_name(str(event.name or ""))
        held = self._held()
        if modifier is not None:
            # Windows tells of this key as it was before the event.
            held = held | {modifier} if pressed else held - {modifier}
        verdict = self._tracker.heard(name, pressed, held, time.monotonic())
        for one in verdict.events:
            self._post(one)
        return not verdict.swallow


def key_name(name: str) -> tuple[str | None, Modifier | None]:
    """The library's name of a key as Sayso's, or else the modifier that it is: ("f9", None), (None, CTRL)."""
    lowered = name.lower()
    plain = lowered.removeprefix("left ").removeprefix("right ").replace(" ", "")
    if modifier := _MODIFIER_NAMES.get(plain):
        return None, modifier
    plain = ALIASES.get(plain, plain)
    return (plain if plain in LABELS else None), None


def _load() -> KeyboardHook:
    if sys.platform != "win32":
        raise HotkeysUnavailable("this is not Windows")
    import keyboard

    library: KeyboardHook = keyboard
    return library


def _held_modifiers() -> frozenset[Modifier]:
    if sys.platform != "win32":
        return frozenset()
    import ctypes

    state = ctypes.windll.user32.GetAsyncKeyState
    return frozenset(
        modifier for modifier, keys in _VIRTUAL_KEYS.items() if any(state(key) & 0x8000 for key in keys)
    )
