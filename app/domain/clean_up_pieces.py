"""Cleans a dictation up in pieces while it is being spoken, and puts them together to one text.

Problem: the wait after release grows with the length of the text, unless most of it is cleaned up before.
Rules: a piece is whole sentences of settled text, below 2 KB. What was cleaned up is used only as long as the
    text still begins with it and still may be cut there. A spoken correction at the beginning of a sentence
    ("no wait, Thursday") takes back what stands before it: no seam may be there, nor before it, as far as one
    request can hold both; so that the whole comes to the model once more. The spoken pieces behind each other
    are the spoken text, to the character.
Failure: a piece that is refused stands as it was spoken; nothing is lost.

Pure. Sizes are bytes of UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.domain import passages
from app.domain.guard.verdict import Reason, Verdict
from app.domain.passages import MAX_BYTES
from app.domain.styles import MAX_EXAMPLE, Allowance, Example, Style
from app.domain.token_budget import TOKENS_PER_MESSAGE, estimated_tokens

LEAST_BYTES: Final = 30
"""Of a piece: shorter ones tell the model too little."""
SEVERAL_BYTES: Final = 400
"""Up to here, sentences that wait are cleaned up together: small models lose the thread of longer ones, and
of a shorter one that is refused, less stands as it was spoken."""
CONTEXT_TOKENS: Final = 300
"""Of earlier pieces that are sent along, at most: more makes each token slower."""
_TURN_TOKENS: Final = 2 * TOKENS_PER_MESSAGE + 16
"""What stands round an earlier piece."""
_TAIL: Final = 300
"""Characters of an earlier piece that is too long to be sent along whole."""
_LAYOUTS: Final = (Allowance.ADD_GREETING, Allowance.LISTS, Allowance.REORDER)
_STOPPED: Final = re.compile(r"[.!?…。！？｡][\"'”’»)\]」』）]*\s*\Z")
_SPACE: Final = re.compile(r"\s*")


def seams(text: str) -> list[int]:
    """Where `text` may be cut into pieces: ends of sentences (as `passages.sentence_ends`), but none that a
    correction reaches back over."""
    # Read late, as the guard.
    from app.domain.corrections import takes_back

    ends = passages.sentence_ends(text)
    closed: set[int] = set()
    for number, end in enumerate(ends):
        behind = ends[number + 1] if number + 1 < len(ends) else len(text)
        if takes_back(text[end:behind]):
            closed.update(_reached(text, ends[: number + 1], behind))
    return [end for end in ends if end not in closed]


def _reached(text: str, ends: Sequence[int], behind: int) -> list[int]:
    """The last of `ends`, and those before it that lie within what one request can hold up to `behind`."""
    reached = [ends[-1]]
    begins = [0, *ends[:-1]]
    room = MAX_BYTES - _size(text[begins[-1] : behind])
    for at in range(len(begins) - 1, 0, -1):
        room -= _size(text[begins[at - 1] : begins[at]])
        if room < 0:
            break
        reached.append(begins[at])
    return reached


# --- pieces ---


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the spoken text, white space behind it included, how the model wrote it, and whether that
    may be delivered."""

    spoken: str = field(repr=False)
    written: str = field(repr=False)
    verdict: Verdict = field(default=Verdict(), repr=False)

    @property
    def text(self) -> str:
        """What is delivered of it, without the white space round it."""
        return (self.written if self.verdict.accepted else self.spoken).strip()


def judged(
    spoken: str, written: str, style: Style, language: str = "", vocabulary: Iterable[str] = ()
) -> Piece:
    """The piece, with the guard's verdict."""
    # Read late: the guard's words of all languages would hold up the start of the program.
    from app.domain.guard.guard import judge

    return Piece(spoken, written, judge(spoken, written, style, language, vocabulary))


def unwritten(spoken: str, reason: Reason) -> Piece:
    """A piece that the model did not write to its end."""
    return Piece(spoken, "", Verdict((reason,)))


def can_be_pieced(style: Style) -> bool:
    """Whether pieces of `style` behind each other are what it would make of the whole: no e-mail, no list."""
    return not any(style.may(one) for one in _LAYOUTS)


def passage_bytes(style: Style) -> int:
    """How long a passage in `style` is at most, where it may be cut."""
    return SEVERAL_BYTES if can_be_pieced(style) else MAX_BYTES


def standing(pieces: Sequence[Piece], text: str) -> tuple[Piece, ...]:
    """Those of `pieces`, from the first on, that are still true of `text`: it begins with them and may be
    cut behind them."""
    allowed = {*seams(text), len(text)}
    kept: list[Piece] = []
    end = 0
    for piece in pieces:
        said = piece.spoken.rstrip()
        if not text.startswith(said, end):
            break
        # More text may have come behind it, and white space with it.
        space = _SPACE.match(text, end + len(said))
        behind = space.end() if space else len(text)
        if behind not in allowed:
            break
        kept.append(replace(piece, spoken=text[end:behind]))
        end = behind
    return tuple(kept)


def next_piece(text: str, done: Sequence[Piece] = ()) -> str:
    """What of the settled `text` is ready behind the pieces that stand; empty when nothing is.

    The last sentence is taken as well, on the bet that it ends there. Sentences that wait are taken together.
    Where no sentence ends within `MAX_BYTES`, the rest is left for after the release.
    """
    start = _length(done)
    ends = [end for end in seams(text) if end > start]
    if len(text) > start and _STOPPED.search(text):
        ends.append(len(text))
    chosen = ""
    for end in ends:
        piece = text[start:end]
        if chosen and _size(piece) > SEVERAL_BYTES:
            break
        if _size(piece.strip()) >= LEAST_BYTES:
            chosen = piece
    return chosen if _size(chosen) <= MAX_BYTES else ""


def rest(text: str, done: Sequence[Piece] = (), most: int = MAX_BYTES) -> tuple[str, ...]:
    """What is left of the whole `text` behind the pieces that stand, in passages of at most `most` bytes, or
    more where it may not be cut within that; inside a correction only above `MAX_BYTES`."""
    start = _length(done)
    found: list[str] = []
    begin = start
    ends = [*(end for end in seams(text) if end > start), len(text)]
    for number, end in enumerate(ends):
        following = ends[number + 1] if number + 1 < len(ends) else None
        if following is None or _size(text[begin:following]) > most:
            found.extend(passages.split(text[begin:end]))
            begin = end
    return tuple(found)


def context(done: Sequence[Piece], room: int) -> tuple[Example, ...]:
    """Earlier pieces to send along, so that the next one goes on as they do.

    Only those that the guard accepted: a model repeats its mistakes. A run of them keeps its beginning as
    long as it fits, because what a request has in common with the one before it is not read again.

    Args:
        room: tokens that they may take.
    """
    most = min(room, CONTEXT_TOKENS)
    examples = [example for piece in done if (example := _example(piece)) is not None]
    run: list[Example] = []
    taken = 0
    for example in examples:
        tokens = _TURN_TOKENS + estimated_tokens(example.spoken) + estimated_tokens(example.written)
        if taken + tokens > most:
            run, taken = [], 0
        if tokens <= most:
            run.append(example)
            taken += tokens
    return tuple(run)


def _example(piece: Piece) -> Example | None:
    if not piece.verdict.accepted or not piece.written.strip() or not piece.spoken.strip():
        return None
    spoken, written = piece.spoken.strip(), piece.written.strip()
    if max(len(spoken), len(written)) <= MAX_EXAMPLE:
        return Example(spoken, written)
    # Of a long one the last sentences, where it has as many on both sides.
    ours, theirs = passages.sentences(spoken), passages.sentences(written)
    if len(ours) != len(theirs):
        return None
    for first in range(1, len(ours)):
        said, wrote = "".join(ours[first:]).strip(), "".join(theirs[first:]).strip()
        if max(len(said), len(wrote)) <= _TAIL and said and wrote:
            return Example(said, wrote)
    return None


# --- the whole ---


@dataclass(frozen=True, slots=True)
class CleanUp:
    """A whole dictation, cleaned up and judged.

    Args:
        text: what is delivered: refused passages stand as they were spoken.
        written: all that the model wrote, for a look at it and for overruling the guard; where it wrote
            nothing whole, the spoken passage.
        verdict: the reasons of all refused passages; accepted when there is none.
        pieces: from the first to the last, each with what became of it.
    """

    spoken: str = field(repr=False)
    text: str = field(repr=False)
    written: str = field(repr=False)
    verdict: Verdict = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)

    @property
    def refused(self) -> int:
        """How many pieces stand as they were spoken."""
        return sum(not piece.verdict.accepted for piece in self.pieces)


def whole(
    pieces: Sequence[Piece], style: Style, language: str = "", vocabulary: Iterable[str] = ()
) -> CleanUp:
    """The pieces of a text put together, and judged together.

    Neighbours are judged as one up to `MAX_BYTES`, which is what the guard is calibrated for: what is amiss
    only between them, as a name that is lost at a seam, shows there. When they are refused together, all of
    them stand as they were spoken.
    """
    terms = tuple(vocabulary)
    final: list[Piece] = []
    for neighbours in _groups(pieces):
        group = neighbours
        if len(group) > 1 and any(piece.verdict.accepted for piece in group):
            spoken = "".join(piece.spoken for piece in group)
            together = judged(spoken, join(group, style), style, language, terms).verdict
            if not together.accepted:
                group = [replace(one, verdict=_both(one.verdict, together)) for one in group]
        final.extend(group)
    reasons = dict.fromkeys(reason for piece in final for reason in piece.verdict.reasons)
    return CleanUp(
        spoken="".join(piece.spoken for piece in final),
        text=join(final, style),
        written=join([replace(one, verdict=Verdict()) if one.written else one for one in final], style),
        verdict=Verdict(tuple(reasons)),
        pieces=tuple(final),
    )


def join(pieces: Sequence[Piece], style: Style) -> str:
    """What is delivered of `pieces`, with the white space that stood round the spoken ones; the points of
    lists on lines of their own."""
    spoken = [piece.spoken for piece in pieces]
    if style.may(Allowance.LISTS):
        spoken = [_on_a_line(one) for one in spoken[:-1]] + spoken[-1:]
    return passages.join(spoken, [piece.text for piece in pieces])


def gap(spoken: str, style: Style) -> str:
    """What stands behind the piece `spoken` when another one follows."""
    return (_on_a_line(spoken) if style.may(Allowance.LISTS) else spoken)[len(spoken.rstrip()) :]


def _on_a_line(spoken: str) -> str:
    space = spoken[len(spoken.rstrip()) :]
    return spoken if "\n" in space else f"{spoken.rstrip()}\n"


def _both(one: Verdict, together: Verdict) -> Verdict:
    return Verdict(tuple(dict.fromkeys((*one.reasons, *together.reasons))))


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    room = 0
    for piece in pieces:
        size = _size(piece.spoken)
        if groups and size <= room:
            groups[-1].append(piece)
            room -= size
        else:
            groups.append([piece])
            room = MAX_BYTES - size
    return groups


def _length(done: Sequence[Piece]) -> int:
    return sum(len(piece.spoken) for piece in done)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
