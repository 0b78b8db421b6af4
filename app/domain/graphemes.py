"""What a reader takes for one character: a letter with its marks, a flag, a family of emoji. Pure.

By UAX 29, so far as Python's own tables tell; what it knows no better is a character by itself.
"""

from __future__ import annotations

import unicodedata
from typing import Final

JOINER: Final = "\u200d"
JOINS: Final = frozenset({"\u200c", JOINER, "\u0e33", "\u0eb3"})
"""Zero-width joiners, and the Thai and Lao vowel AM, which no caret parts from what is before."""


def cluster_starts(text: str) -> list[int]:
    """The places in `text` at which a grapheme cluster begins, in order."""
    starts, flags, previous = [], 0, ""
    for place, character in enumerate(text):
        is_flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        flags = flags + 1 if is_flag else 0
        is_second_flag = is_flag and flags % 2 == 0
        is_joined = previous == JOINER and unicodedata.category(character) in ("So", "Cn")
        if not previous or not (is_second_flag or is_joined or _extends(character)):
            starts.append(place)
        previous = character
    return starts


def _extends(character: str) -> bool:
    """Whether it belongs to the cluster of the character before it: marks, skin tones, tags, Hangul vowels
    and finals."""
    return (
        character in JOINS
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
        or "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
    )
