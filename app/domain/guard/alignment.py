"""Which spoken words came into the written text, and what is left over on both sides.

Equal words are matched first, in order. Between them words may differ in an ending ("walk", "walked"), in one
letter where they are long, or in being joined ("follow up", "followup"). What is then left of the written
text is looked for among what is left of the spoken one, since grammar moves words a little. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from app.domain.guard.language import Language
from app.domain.guard.tokens import Kind, Token

_FARTHEST: Final = 12
"""Tokens between where a word was spoken and where it may be written when a style keeps the order."""
_MOST_PARTS: Final = 3
_LONG: Final = 6
_VERY_LONG: Final = 9


@dataclass(frozen=True, slots=True)
class Alignment:
    """`to_written` gives for each spoken token the place of the written one, or None; `to_spoken` the
    reverse.

    `moved` are the spoken places whose word stands elsewhere than in its turn.
    """

    spoken: Sequence[Token]
    written: Sequence[Token]
    to_written: Sequence[int | None]
    to_spoken: Sequence[int | None]
    moved: frozenset[int]

    def lost(self) -> list[int]:
        """Places of spoken tokens without a written one."""
        return [at for at, place in enumerate(self.to_written) if place is None]

    def new(self) -> list[int]:
        """Places of written tokens without a spoken one."""
        return [at for at, place in enumerate(self.to_spoken) if place is None]


def align(
    spoken: Sequence[Token], written: Sequence[Token], language: Language, *, any_order: bool
) -> Alignment:
    """Matches the tokens of both texts; `any_order` looks for moved words however far away."""
    to_written: list[int | None] = [None] * len(spoken)
    to_spoken: list[int | None] = [None] * len(written)

    def match(one: int, other: int) -> None:
        to_written[one], to_spoken[other] = other, one

    gaps = []
    matcher = SequenceMatcher(None, [one.key for one in spoken], [one.key for one in written], autojunk=False)
    for tag, low, high, low_written, high_written in matcher.get_opcodes():
        if tag == "equal":
            for offset in range(high - low):
                match(low + offset, low_written + offset)
        else:
            gaps.append((range(low, high), range(low_written, high_written)))
    for ours, theirs in gaps:
        for one, other in _alike(spoken, written, ours, theirs, language):
            match(one, other)
    moved = set()
    left = [at for at, place in enumerate(to_written) if place is None]
    expected = 0
    for other, place in enumerate(to_spoken):
        if place is not None:
            expected = place
            continue
        for one in sorted(left, key=lambda at, near=expected: abs(at - near)):  # type: ignore[misc]  # not inferred
            if not any_order and abs(one - expected) > _FARTHEST:
                break
            if spoken[one].key == written[other].key or is_same_word(spoken[one], written[other], language):
                match(one, other)
                moved.add(one)
                left.remove(one)
                break
    return Alignment(spoken, written, to_written, to_spoken, frozenset(moved))


def _alike(
    spoken: Sequence[Token], written: Sequence[Token], ours: range, theirs: range, language: Language
) -> Iterable[tuple[int, int]]:
    """Pairs in a gap between equal words, in order."""
    one = ours.start
    other = theirs.start
    while other < theirs.stop:
        for at in range(one, ours.stop):
            size = _matching(spoken[at : ours.stop], written[other : theirs.stop], language)
            if size is not None:
                up, along = size
                yield from ((at + step, other + min(step, along - 1)) for step in range(up))
                yield from ((at + up - 1, other + step) for step in range(up, along))
                one, other = at + up, other + along - 1
                break
        other += 1


def _matching(
    spoken: Sequence[Token], written: Sequence[Token], language: Language
) -> tuple[int, int] | None:
    """How many of the first tokens of each say the same; None when they differ."""
    if is_same_word(spoken[0], written[0], language):
        return 1, 1
    if spoken[0].number or written[0].number:
        return None
    for up in range(1, min(_MOST_PARTS, len(spoken)) + 1):
        for along in range(1, min(_MOST_PARTS, len(written)) + 1):
            if (up, along) != (1, 1) and 1 in (up, along):
                joined = "".join(one.word for one in spoken[:up])
                other = "".join(one.word for one in written[:along])
                if len(joined) > 3 and (joined == other or (up + along > 2 and _is_slip(joined, other))):
                    return up, along
    return None


def is_same_word(one: Token, other: Token, language: Language) -> bool:
    """Whether both are one word, but for its ending or a slip of the pen; names and numbers are exact."""
    if one.number or other.number:
        return bool(one.number and other.number and set(one.number.readings) & set(other.number.readings))
    if one.key == other.key:
        return True
    if one.word in language.dates or other.word in language.dates:
        return False
    if is_inflected(one.word, other.word, language):
        return True
    named = (one.capital and not one.opens) or (other.capital and not other.opens)
    return (not named or language.nouns_are_capital) and _is_slip(one.word, other.word)


def is_inflected(one: str, other: str, language: Language) -> bool:
    """Whether the words differ in an ending alone."""
    size = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        size += 1
    if size < 3 and not (size == 2 and min(len(one), len(other)) == 2 and max(len(one), len(other)) <= 4):
        return False
    ends = language.suffixes | {""}
    if one[size:] in ends and other[size:] in ends:
        return True
    return not language.code and size >= 4 and size * 5 >= max(len(one), len(other)) * 3


def _is_slip(one: str, other: str) -> bool:
    """A letter too many, too few, changed or swapped in a long word that begins the same."""
    shorter, longer = sorted((len(one), len(other)))
    if one[:1] != other[:1] or shorter < _LONG - 1 or longer - shorter > 2 or longer < _LONG:
        return False
    return distance(one, other) <= (2 if shorter >= _VERY_LONG else 1)


def distance(one: str, other: str) -> int:
    """Letters to insert, delete, change or swap with their neighbour to make one word of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        further = [at] + [0] * len(other)
        for place, against in enumerate(other, 1):
            further[place] = min(row[place] + 1, further[place - 1] + 1, row[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                further[place] = min(further[place], before[place - 2] + 1)
        before, row = row, further
    return row[-1]


def content_of(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that carry content, numbers left out."""
    return [token for token in tokens if token.kind is Kind.CONTENT]
