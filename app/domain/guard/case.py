"""What the guard's checks look at, and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.guard.alignment import Alignment
from app.domain.guard.language import Language
from app.domain.guard.tokens import Kind, Token
from app.domain.styles import Style
from app.domain.texts import shown


@dataclass(frozen=True, slots=True)
class Case:
    """Both texts, how they are aligned, and what of the spoken one may be lost.

    `target` is the language of the written text, another one only where the style may change it. `excused`
    are lost spoken places that fillers, stutters and corrections explain. `respelled` are the places, on both
    sides, of words that the user's vocabulary spells otherwise.
    """

    spoken_text: str
    written_text: str
    style: Style
    language: Language
    target: Language
    alignment: Alignment
    excused: frozenset[int]
    respelled: tuple[frozenset[int], frozenset[int]]
    vocabulary: frozenset[str]

    @property
    def spoken(self) -> Sequence[Token]:
        """The spoken tokens."""
        return self.alignment.spoken

    @property
    def written(self) -> Sequence[Token]:
        """The written tokens."""
        return self.alignment.written

    def lost(self) -> list[int]:
        """Spoken places that are missing without an excuse, words of every kind."""
        gone = self.excused | self.respelled[0]
        return [at for at in self.alignment.lost() if at not in gone]

    def new(self) -> list[int]:
        """Written places that nothing spoken explains, words of every kind."""
        return [at for at in self.alignment.new() if at not in self.respelled[1]]


def quoted(words: Iterable[str], most: int = 4) -> str:
    """Words for a sentence: “a”, “b” and “c”."""
    found = list(dict.fromkeys(word for word in words if word))
    marked = [shown(f"“{word}”") for word in found[:most]]
    if len(found) > most:
        return shown(f"{', '.join(marked)} and more")
    return shown(f"{', '.join(marked[:-1])} and {marked[-1]}") if len(marked) > 1 else "".join(marked)


def is_name(token: Token, language: Language) -> bool:
    """Whether a capital in the middle of a sentence makes it a name; tells nothing in German."""
    return (
        token.capital
        and not token.opens
        and token.number is None
        and not language.nouns_are_capital
        and token.kind in (Kind.CONTENT, Kind.SOFT)
        and token.word not in language.dates
        and token.word != "i"
    )
