"""Chords, and what the key backends say of them.

A chord is any number of modifiers and one key. It is written with plus signs, in any order and case, and
read the same on every system: "f9", "ctrl+alt+space". `super` is the Windows key, or Command on macOS;
`alt` is Option there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Modifier(StrEnum):
    CTRL = "ctrl"
    ALT = "alt"
    SHIFT = "shift"
    SUPER = "super"


class KeyAction(StrEnum):
    """What a bound chord is for."""

    TALK = "talk"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Chord:
    """Modifiers and one key, by Sayso's own key name (lower case)."""

    modifiers: frozenset[Modifier]
    key: str


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """A bound chord went down or came up. `at` is monotonic seconds of when the backend heard it."""

    action: KeyAction
    pressed: bool
    at: float
