"""How many words of a reference were written otherwise: the word error rate, counted simply.

Both texts are made alike first: small letters, no punctuation, no apostrophes; nothing else. So "20" for
"twenty" or "colour" for "color" counts as an error here, which Whisper's own normaliser would forgive: a rate
is to be compared with others of the same reference, not with published ones. Where a script does not part its
words by blanks (Chinese, Japanese, Thai), each character counts as a word.

Pure, and linear in memory; the time is the product of both lengths.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_APOSTROPHES: Final = re.compile(r"['’ʼ`´]")
_UNPARTED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""A character of Thai, kana or Han (Unicode blocks)."""
_BLANKS: Final = ("P", "S", "Z", "C")
"""Unicode's categories of what parts words: punctuation, symbols, separators, control characters. Marks stay:
in Hindi they are vowels."""


@dataclass(frozen=True, slots=True)
class WordErrors:
    """So many edits (words replaced, left out, added) lead from what was heard to a reference of so many
    words."""

    edits: int = 0
    words: int = 0

    def __add__(self, other: WordErrors) -> WordErrors:
        return WordErrors(self.edits + other.edits, self.words + other.words)

    @property
    def percent(self) -> float | None:
        """All edits over all words, in per cent; above 100 where more was added than said. None without a
        reference."""
        return 100.0 * self.edits / self.words if self.words else None


def words_of(text: str) -> list[str]:
    """The words of `text` as they are compared."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    return "".join(map(_as_compared, plain)).split()


def _as_compared(character: str) -> str:
    if _UNPARTED.match(character):
        return f" {character} "
    return " " if unicodedata.category(character)[0] in _BLANKS else character


def word_errors(reference: str, heard: str) -> WordErrors:
    """The fewest edits (Levenshtein's distance, over words) from `heard` to `reference`."""
    wanted, found = words_of(reference), words_of(heard)
    row = list(range(len(found) + 1))
    for number, word in enumerate(wanted, start=1):
        diagonal, row[0] = row[0], number
        for at, other in enumerate(found, start=1):
            best = min(row[at] + 1, row[at - 1] + 1, diagonal + (word != other))
            diagonal, row[at] = row[at], best
    return WordErrors(row[-1], len(wanted))
