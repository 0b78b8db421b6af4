"""How true clean-ups are to what was spoken, in words: what the guard lets pass, and what the model kept.

The share that is accepted says what the user gets of a clean-up; the share of kept words says how faithful
the model was, whatever the guard made of it. What the model did not write to its end counts as nothing kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.clean_up_pieces import Piece
from app.domain.guard.alignment import align
from app.domain.guard.excuses import excused
from app.domain.guard.tokens import Kind, tokens_of
from app.domain.guard.words_more import language_for


@dataclass(frozen=True, slots=True)
class Quality:
    """Spoken words, counted.

    Args:
        words: all of them, `accepted` those in passages that the guard accepted.
        due: those that a good clean-up keeps: content words and numbers, but for repeats and corrections that
            were left out; `kept` those of them that the model wrote.
    """

    words: int = 0
    accepted: int = 0
    due: int = 0
    kept: int = 0

    def __add__(self, other: Quality) -> Quality:
        return Quality(
            self.words + other.words,
            self.accepted + other.accepted,
            self.due + other.due,
            self.kept + other.kept,
        )

    @property
    def accepted_share(self) -> float:
        """0 to 1; of no words it is 0."""
        return self.accepted / self.words if self.words else 0.0

    @property
    def kept_share(self) -> float:
        """0 to 1; of no words it is 0."""
        return self.kept / self.due if self.due else 0.0


def quality_of(piece: Piece, language: str) -> Quality:
    """Of one passage that was written and judged; `language` is its Whisper code."""
    spoken_in = language_for(language)
    alignment = align(
        tokens_of(piece.spoken, spoken_in), tokens_of(piece.written, spoken_in), spoken_in, any_order=False
    )
    free = excused(alignment, spoken_in)
    words = len(piece.spoken.split())
    due = {
        at
        for at, token in enumerate(alignment.spoken)
        if token.kind in (Kind.CONTENT, Kind.NUMBER) and at not in free
    }
    kept = due.difference(alignment.lost())
    return Quality(words, words if piece.verdict.accepted else 0, len(due), len(kept))


def total(qualities: list[Quality]) -> Quality:
    """All together."""
    return sum(qualities, Quality())
