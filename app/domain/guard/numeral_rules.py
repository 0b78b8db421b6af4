"""What a language's number words are made of, for numerals.py.

Values below 100 are units, teens and tens; 100 and more multiply. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def row(text: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """Words in counting order; spellings of one number are parted by "/"."""
    return {word: first + place * step for place, slot in enumerate(text.split()) for word in slot.split("/")}


@dataclass(frozen=True, slots=True)
class Numerals:
    """`atoms` by word; `ordinals` likewise; `ands` may stand inside a number; `points` before its decimals.

    `articles` are one only before another number word. `halves` end "three and a half"; `half_before` is said
    before the hour that is to come, `half_after` behind the hour that is over. `past` and `before` stand
    between minutes and hour; `fixed` are words with a reading of their own.
    """

    atoms: Mapping[str, int]
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ands: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    zeros: frozenset[str] = frozenset()
    halves: tuple[tuple[str, ...], ...] = ()
    half_after: tuple[tuple[str, ...], ...] = ()
    half_before: tuple[tuple[str, ...], ...] = ()
    half_past_first: tuple[tuple[str, ...], ...] = ()
    quarter_past_first: tuple[tuple[str, ...], ...] = ()
    quarter_to_first: tuple[tuple[str, ...], ...] = ()
    quarter_after: tuple[tuple[str, ...], ...] = ()
    quarter_less: tuple[tuple[str, ...], ...] = ()
    twenties: bool = False
    multiplies: bool = False
    past: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    fixed: Mapping[str, str] = field(default_factory=dict)


def phrases_of(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split()) for one in text.split("|"))
