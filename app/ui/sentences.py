"""What is said below the windows, put into the language of the windows.

Problem: the domain says whole sentences with names and figures already in them, and it says them in English:
    the log and the command line take them as they are, some come from another process or out of the history
    of last year. A window has to show them in its own language.
Rules: a text that is known is translated as it is. Any other is compared with the texts that have gaps, those
    with the most letters first; what is found in the gaps is translated in its turn, and put into the
    translation's gaps. What stands between “ and ” there is somebody's own and stays. Where nothing fits, the
    sentences of it are taken one by one. Of half a sentence with commas the parts come first.
Failure mode: what is not recognised stays English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

Translate = Callable[[str], str | None]
"""The translation of a text, None where there is none."""
Figure = Callable[[float, int], str]
"""A number with so many decimals, as the language writes it."""

_GAP: Final = re.compile(r"%[1-9]")
_BORDER: Final = re.compile(r"(?<=[.!?…]) (?=[A-Z“%0-9])")
_ENDS: Final = (".", "!", "?", "…")
_STRONG: Final = re.compile(r"[A-Za-z]{4,}")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_DECIMAL: Final = re.compile(r"\d+\.(\d+)")
_MOST_KEPT: Final = 2000


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text with gaps: what stands before the first, between them and behind the last."""

    text: str
    pieces: tuple[str, ...]

    @property
    def letters(self) -> int:
        """How much of it is said whatever is in the gaps."""
        return sum(map(len, self.pieces))

    @property
    def is_strong(self) -> bool:
        """Whether it has a word by which it is known: “%1 and %2” fits the names of too many files."""
        return any(_STRONG.search(piece) for piece in self.pieces)

    def gaps(self, text: str) -> list[str] | None:
        """What is in its gaps where it is `text`; None where it is not. A gap is never empty, holds no border
        of two sentences, and ends where what follows it stands first."""
        first, *rest = self.pieces
        if not text.startswith(first):
            return None
        found, at = [], len(first)
        for number, piece in enumerate(rest, start=1):
            is_last = number == len(rest)
            end = len(text) - len(piece) if is_last else text.find(piece, at + 1)
            if end <= at or not text.startswith(piece, end):
                return None
            found.append(text[at:end])
            at = end + len(piece)
        return None if any(_BORDER.search(gap) for gap in found) else found

    def quotes(self, number: int) -> bool:
        """Whether gap `number` (from 0) stands between quotation marks."""
        return self.pieces[number].endswith("“") and self.pieces[number + 1].startswith("”")


class Sentences:
    """Recognises the texts that it is given; see the module's header."""

    def __init__(
        self,
        texts: Iterable[str],
        translate: Translate,
        figure: Figure,
        own: Callable[[str], str] = str,
    ) -> None:
        """`own` sets a name apart from the words of Sayso's that it stands among."""
        self._translate, self._figure, self._own = translate, figure, own
        known = list(texts)
        self._known = frozenset(known)
        patterns = (Pattern(text, tuple(_GAP.split(text))) for text in known if _GAP.search(text))
        self._patterns = sorted(patterns, key=lambda pattern: -pattern.letters)
        self._told: dict[str, str | None] = {}

    def told(self, text: str) -> str:
        """`text` in the language of the windows; as it is where it is not recognised."""
        whole = self._recognised(text)
        if whole is not None:
            return whole
        sentences = _BORDER.split(text)
        if len(sentences) == 1:
            return text
        return " ".join(self._recognised(sentence) or sentence for sentence in sentences)

    def _recognised(self, text: str) -> str | None:
        if text not in self._told:
            if len(self._told) >= _MOST_KEPT:
                self._told.clear()
            self._told[text] = self._found(text)
        return self._told[text]

    def _found(self, text: str) -> str | None:
        if text in self._known:
            return self._translate(text)
        if not text.endswith(_ENDS) and (parts := self._of_parts(text)) is not None:
            return parts
        for pattern in self._patterns:
            gaps = pattern.gaps(text)
            if gaps is not None and (filled := self._filled(pattern, gaps)) is not None:
                return filled
        return None

    def _filled(self, pattern: Pattern, gaps: list[str]) -> str | None:
        put: list[str] = []
        for number, gap in enumerate(gaps):
            is_quoted = pattern.quotes(number)
            if is_quoted and ("“" in gap or "”" in gap):
                return None
            said = gap if is_quoted else self._recognised(gap)
            if said is None and not pattern.is_strong:
                return None
            put.append(self._number(gap, pattern.pieces[number + 1]) if said is None else said)
        translated = self._translate(pattern.text)
        if translated is None:
            return None
        return _GAP.sub(lambda found: put[int(found.group()[1]) - 1], translated)

    def _number(self, gap: str, behind: str) -> str:
        """A gap that is a figure, as the language writes it; any other as it is. Of decimals only seconds are
        figures: the rest are versions."""
        if _THOUSANDS.fullmatch(gap):
            return self._figure(float(gap.replace(",", "")), 0)
        decimal = _DECIMAL.fullmatch(gap)
        return self._figure(float(gap), len(decimal[1])) if decimal and behind.startswith(" s") else gap

    def _of_parts(self, text: str) -> str | None:
        """Half a sentence whose parts are set apart by commas; None where no part is recognised."""
        parts = text.split(", ")
        if len(parts) == 1 or _BORDER.search(text):
            return None
        said = [self._recognised(part) for part in parts]
        if not any(said):
            return None
        return ", ".join(one or self._own(part) for one, part in zip(said, parts, strict=True))
