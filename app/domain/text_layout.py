"""Text as it is laid out in lines: what may be parted, how wide it is, and which way it runs.

A width counts columns: Chinese, Japanese and Korean characters take two, signs upon letters none (Unicode
Standard Annex 11). Where lines may break between characters of scripts without spaces follows Annex 14, as
far as speech needs it. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from app.domain.seams import is_spaceless

_BLANKS: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space but the spaces at which nothing may break, as before a French question mark."""
_UNWRITABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of surrogate pairs and what is no character: no file format takes them."""
_FIRST_SPACELESS: Final = "\u0e00"
"""The first character of the first script without spaces, Thai."""
_UNPARTED_BEFORE: Final = frozenset(("Mn", "Mc", "Me", "Cf", "Pe", "Pf", "Po", "Lm"))
"""Marks, closing brackets, punctuation, and signs that lengthen or repeat what is before them."""
_OPENING: Final = ("Ps", "Pi")
_FOLLOWING: Final = frozenset("\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3")
"""Vowels of Thai and Lao that belong to the letter before them and are letters to Unicode."""
_LEADING: Final = frozenset("\u200d\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u17d2\u1039")
"""What belongs to the letter behind it: a joiner, vowels written first, signs that stack letters."""
_WORDLESS: Final = ("THAI", "LAO", "KHMER", "MYANMAR")
_RIGHT_TO_LEFT: Final = ("R", "AL")


class Joint(IntEnum):
    """What is before an atom."""

    SPACE = 0
    CHARACTERS = 1
    """Another character of a script whose lines break between any two."""
    INSIDE = 2
    """Another letter of a script whose lines break between words, which nothing marks."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Text that is never parted; `at` is where it begins in the text it was cut from."""

    text: str
    at: int
    joint: Joint = Joint.SPACE

    @property
    def end(self) -> int:
        """Where it ends in that text."""
        return self.at + len(self.text)


def plain(text: str) -> str:
    """`text` on one line, with single spaces and without characters that no file takes."""
    return _BLANKS.sub(" ", _UNWRITABLE.sub("", _BLANKS.sub(" ", text))).strip(" ")


def atoms(text: str) -> list[Atom]:
    """What plain text may be cut into, in order; with a space before each whose joint is one, but the first,
    they are `text` again."""
    cut: list[Atom] = []
    at = 0
    for word in text.split(" "):
        start, joint = 0, Joint.SPACE
        for place in range(1, len(word)):
            if (following := _joint(word[place - 1], word[place])) is not None:
                cut.append(Atom(word[start:place], at + start, joint))
                start, joint = place, following
        if word:
            cut.append(Atom(word[start:], at + start, joint))
        at += len(word) + 1
    return cut


def _joint(before: str, after: str) -> Joint | None:
    """How two characters of a word are parted, None where they must not be."""
    if max(before, after) < _FIRST_SPACELESS or not (is_spaceless(before) or is_spaceless(after)):
        return None
    if unicodedata.category(after) in _UNPARTED_BEFORE or after in _FOLLOWING:
        return None
    if unicodedata.category(before) in _OPENING or before in _LEADING or _is_number(before):
        return None
    name = unicodedata.name(after, "")
    if " SMALL " in name and not _is_latin(after):  # small kana
        return None
    if _is_latin(before) and _is_latin(after):
        return None
    return Joint.INSIDE if name.startswith(_WORDLESS) else Joint.CHARACTERS


def _is_number(one: str) -> bool:
    """A number is not parted from the character that says what is counted."""
    return unicodedata.category(one) == "Nd"


def _is_latin(one: str) -> bool:
    """Whether it is a Latin letter or a digit, be it a wide one."""
    narrow = unicodedata.normalize("NFKC", one)
    return narrow.isascii() and narrow.isalnum()


def width(text: str) -> int:
    """How many columns a line of `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(one) for one in text)


def _columns(one: str) -> int:
    if unicodedata.category(one) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(one) in ("W", "F") else 1


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` run from right to left."""
    if text.isascii():
        return False
    ways = [unicodedata.bidirectional(one) for one in text]
    return sum(way in _RIGHT_TO_LEFT for way in ways) > ways.count("L")


def begins_left_to_right(line: str) -> bool:
    """Whether its first letter says that the line runs from left to right, as Unicode's bidirectional
    algorithm takes it (Annex 9, rule P2)."""
    for one in line:
        way = unicodedata.bidirectional(one)
        if way == "L" or way in _RIGHT_TO_LEFT:
            return way == "L"
    return False
