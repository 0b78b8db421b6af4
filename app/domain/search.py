"""What it means to find words in a text: the same for every store, and in every script.

A word is a run of letters and digits; case and accents do not count ("cafe" finds "Café"). A text holds a
query when each of the query's words begins one of the text's words. Scripts that put no space between words
(Chinese, Japanese, Thai and their neighbours) are found anywhere in a run.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import Final

MAX_QUERY_WORDS: Final = 20
"""More words than this narrow no search; the rest of a pasted page is passed over."""

MAX_WORD_LENGTH: Final = 100

_UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0xFF66, 0xFF9F),  # Katakana, half width
    (0x20000, 0x3FFFF),  # Han, rarer
)


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a search, folded. `beginnings` begin a word of the text, `parts` lie anywhere in it."""

    beginnings: tuple[str, ...]
    parts: tuple[str, ...]

    @classmethod
    def parse(cls, words: str) -> Query:
        """What the user typed; punctuation separates and is otherwise nothing."""
        folded = [word[:MAX_WORD_LENGTH] for word in _words(words)[:MAX_QUERY_WORDS]]
        return cls(
            tuple(word for word in folded if not _is_unspaced(word)),
            tuple(word for word in folded if _is_unspaced(word)),
        )

    def is_held_by(self, folded: str) -> bool:
        """Whether a text, as `fold` gives it, holds all the words."""
        spaced = f" {folded}"
        return all(f" {word}" in spaced for word in self.beginnings) and all(
            part in folded for part in self.parts
        )


def fold(text: str) -> str:
    """The words of `text` without case and accents, one space between them."""
    return " ".join(_words(text))


def has_unspaced(text: str) -> bool:
    """Whether there is a word of a script without spaces in it."""
    return not text.isascii() and _is_unspaced(text)


def _words(text: str) -> list[str]:
    # Marks go before the split, so that an accent written as a character of its own does not cut its word.
    decomposed = unicodedata.normalize("NFD", text.casefold())
    plain = (character for character in decomposed if unicodedata.category(character) != "Mn")
    return ["".join(run) for is_word, run in groupby(plain, _is_in_word) if is_word]


def _is_in_word(character: str) -> bool:
    # Mc: the vowel signs of Indic scripts, which belong to their word.
    return character.isalnum() or unicodedata.category(character) == "Mc"


def _is_unspaced(word: str) -> bool:
    return any(low <= ord(character) <= high for character in word for low, high in _UNSPACED)
