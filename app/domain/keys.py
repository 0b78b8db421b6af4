"""Chords, and what the key backends say of them.

A chord is any number of modifiers and one key. It is written with plus signs, in any order and case, and
read the same on every system: "f9", "ctrl+alt+space". `super` is the Windows key, or Command on macOS;
`alt` is Option there. A chord that would swallow ordinary typing is refused: a letter, Space or an arrow
needs Ctrl, Alt or Super beside it. What is wrong is told as `HotkeyInvalid`, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.key_names import ALIASES, LABELS, LOCK_KEYS, TYPING_KEYS
from app.domain.problems import HotkeyInvalid


class Modifier(StrEnum):
    CTRL = "ctrl"
    ALT = "alt"
    SHIFT = "shift"
    SUPER = "super"


class KeyAction(StrEnum):
    """What a bound chord is for."""

    TALK = "talk"
    RAW = "raw"
    CANCEL = "cancel"


_MODIFIER_ALIASES: Final = {
    **{modifier.value: modifier for modifier in Modifier},
    "control": Modifier.CTRL,
    "ctl": Modifier.CTRL,
    "option": Modifier.ALT,
    "opt": Modifier.ALT,
    "meta": Modifier.SUPER,
    "win": Modifier.SUPER,
    "windows": Modifier.SUPER,
    "cmd": Modifier.SUPER,
    "command": Modifier.SUPER,
}
_LABELS_BY_SYSTEM: Final = {
    "darwin": {Modifier.CTRL: "⌃", Modifier.ALT: "⌥", Modifier.SHIFT: "⇧", Modifier.SUPER: "⌘"},
    "win32": {Modifier.CTRL: "Ctrl", Modifier.ALT: "Alt", Modifier.SHIFT: "Shift", Modifier.SUPER: "Win"},
    "linux": {Modifier.CTRL: "Ctrl", Modifier.ALT: "Alt", Modifier.SHIFT: "Shift", Modifier.SUPER: "Super"},
}
_MAC_KEY_LABELS: Final = {"enter": "Return", "backspace": "Delete", "delete": "Forward Delete"}


@dataclass(frozen=True, slots=True)
class Chord:
    """Modifiers and one key, by Sayso's own key name (lower case, from `app.domain.key_names`)."""

    modifiers: frozenset[Modifier]
    key: str

    @classmethod
    def parse(cls, text: str, action: KeyAction | None = None) -> Chord:
        """Read "ctrl+alt+space". `action` adds what that action may not be bound to: Escape alone cancels,
        but does not talk, raw or not. Raises HotkeyInvalid with the reason."""
        parts = [_plain(part) for part in text.split("+")]
        if not any(parts):
            raise HotkeyInvalid(text.strip(), "no key is named")
        if not all(parts):
            raise HotkeyInvalid(text, "a plus sign has nothing beside it")
        modifiers = frozenset(_MODIFIER_ALIASES[part] for part in parts if part in _MODIFIER_ALIASES)
        keys = [ALIASES.get(part, part) for part in parts if part not in _MODIFIER_ALIASES]
        for key in keys:
            if key in LOCK_KEYS:
                raise HotkeyInvalid(text, "a lock key changes what the keyboard types")
            if key not in LABELS:
                raise HotkeyInvalid(text, f"no key is called “{key}”")
        if not keys:
            raise HotkeyInvalid(text, "it needs a key beside the modifiers")
        if len(keys) > 1:
            raise HotkeyInvalid(text, "only one key can stand beside the modifiers")
        chord = cls(modifiers, keys[0])
        chord._check(text, action)
        return chord

    def _check(self, text: str, action: KeyAction | None) -> None:
        if self.modifiers - {Modifier.SHIFT}:
            return
        if self.key in TYPING_KEYS:
            raise HotkeyInvalid(text, "typing would lose that key; add Ctrl, Alt or Super")
        if self.key == "escape" and action in (KeyAction.TALK, KeyAction.RAW):
            raise HotkeyInvalid(text, "every program needs Escape; add Ctrl, Alt or Super")

    def __str__(self) -> str:
        """As `parse` reads it, always in the same order: "ctrl+alt+space"."""
        return "+".join([*(modifier.value for modifier in self._ordered()), self.key])

    def label(self, system: str) -> str:
        """As users read it; `system` is a `sys.platform`: "Ctrl+Alt+Space", on macOS "⌃⌥Space"."""
        words = _LABELS_BY_SYSTEM.get(system, _LABELS_BY_SYSTEM["linux"])
        modifiers = [words[modifier] for modifier in self._ordered()]
        if system == "darwin":
            return "".join(modifiers) + _MAC_KEY_LABELS.get(self.key, LABELS[self.key])
        return "+".join([*modifiers, LABELS[self.key]])

    def _ordered(self) -> list[Modifier]:
        return [modifier for modifier in Modifier if modifier in self.modifiers]


def _plain(part: str) -> str:
    """Lower case, and "Page Up", "page-up" and "page_up" alike."""
    part = part.strip().lower()
    return part if len(part) == 1 else part.replace(" ", "").replace("-", "").replace("_", "")


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """A bound chord went down or came up. `at` is monotonic seconds of when the backend heard it."""

    action: KeyAction
    pressed: bool
    at: float
