"""Which key gives which character on X11, and how characters that no key gives are typed all the same.

A character that the active layout has without a modifier or with shift is typed with its own key. All others
are put on spare keycodes, as many at once as there are: clients look a keycode up when they get round to it,
so a keycode must keep its meaning until they have. No I/O here.

Keysyms: X11 protocol, appendix A: Latin-1 is itself, everything else is 0x01000000 + its code point.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

NO_SYMBOL: Final = 0
CONTROL_KEYS: Final = {"\n": 0xFF0D, "\t": 0xFF09}
UNICODE_BASE: Final = 0x0100_0000
INSERT: Final = 0xFF63
SHIFT_L: Final = 0xFFE1
CONTROL_L: Final = 0xFFE3
SMALL_V: Final = 0x76


def keysym(character: str) -> int:
    """The keysym of one character; newline is Return, tab is Tab."""
    if character in CONTROL_KEYS:
        return CONTROL_KEYS[character]
    point = ord(character)
    if 0x20 <= point <= 0x7E or 0xA0 <= point <= 0xFF:
        return point
    return UNICODE_BASE + point


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key, with or without shift."""

    keycode: int
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Spare keycodes to be given new keysyms, and the strokes that may then be sent."""

    assigned: dict[int, int]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Keymap:
    """The core keyboard mapping: `width` keysyms for each keycode from `first` on; `group` is the active one.

    In a row, keysyms 0 and 1 are the first group's levels, 2 and 3 the second's (X11 protocol, chapter 5).
    """

    first: int
    width: int
    keysyms: tuple[int, ...]
    group: int = 0

    def row(self, keycode: int) -> tuple[int, ...]:
        """The keysyms of `keycode`."""
        start = (keycode - self.first) * self.width
        return self.keysyms[start : start + self.width]

    @property
    def keycodes(self) -> range:
        """All there are."""
        return range(self.first, self.first + len(self.keysyms) // self.width)

    def spare(self) -> list[int]:
        """Keycodes that mean nothing."""
        return [code for code in self.keycodes if not any(self.row(code))]

    def keycode(self, wanted: int) -> int | None:
        """The key that gives `wanted` without a modifier in any group, the first group's first."""
        for column in range(0, self.width, 2):
            for code in self.keycodes:
                if self.row(code)[column] == wanted:
                    return code
        return None

    def strokes(self) -> dict[int, Stroke]:
        """What the active layout types with a key alone, or with shift: by keysym."""
        found: dict[int, Stroke] = {}
        base = self.group * 2
        if base + 1 >= self.width or self.group > 1:
            return found  # the core mapping tells of two groups only
        for shift in (False, True):
            for code in self.keycodes:
                symbol = self.row(code)[base + shift]
                if symbol:
                    found.setdefault(symbol, Stroke(code, shift))
        return found

    def plan(self, text: str) -> list[Batch]:
        """How to type `text`; empty `text` needs nothing. Raises ValueError if no keycode is spare."""
        own, spare = self.strokes(), self.spare()
        batches: list[Batch] = []
        assigned: dict[int, int] = {}
        strokes: list[Stroke] = []
        for character in text.replace("\r\n", "\n").replace("\r", "\n"):
            symbol = keysym(character)
            stroke = own.get(symbol)
            if stroke is None:
                if not spare:
                    raise ValueError("no spare keycode")
                if symbol not in assigned and len(assigned) == len(spare):
                    batches.append(Batch({code: sym for sym, code in assigned.items()}, tuple(strokes)))
                    assigned, strokes = {}, []
                stroke = Stroke(assigned.setdefault(symbol, spare[len(assigned) % len(spare)]))
            strokes.append(stroke)
        if strokes:
            batches.append(Batch({code: sym for sym, code in assigned.items()}, tuple(strokes)))
        return batches


def runs(keycodes: Iterable[int]) -> list[range]:
    """Neighbouring keycodes together, so that each run is changed by one request."""
    found: list[range] = []
    for code in sorted(keycodes):
        if found and found[-1].stop == code:
            found[-1] = range(found[-1].start, code + 1)
        else:
            found.append(range(code, code + 1))
    return found
