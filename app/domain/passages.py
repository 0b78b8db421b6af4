"""Cuts long text into passages that a language model keeps whole, and puts them together again.

Very long text makes models stop punctuating or drop parts. A passage stays below 2 KB; text is cut between
paragraphs where that suffices, else between sentences, and inside a sentence only where it alone is too long.
Every character is kept: the passages behind each other are the text. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

MAX_BYTES: Final = 2000
"""Of a passage, in UTF-8."""

_ABBREVIATIONS: Final = frozenset(
    one
    for line in (
        "mr mrs ms dr prof sr jr st vs etc approx dept est fig gen gov inc ltd no nos vol pp ed eds e.g i.e",
        "a.m p.m u.s u.k jan feb apr jun jul aug sep sept oct nov dec mon tue wed thu fri",
        "bzw usw ca evtl ggf inkl nr str z.b d.h u.a z.t s.o s.u o.ä u.ä v.a i.d.r hr fr abs abb art bd tel",
        "m mme mlle mm p.ex c.-à-d env éd sra srta dra ud uds ej p.ej pág núm sig dott ing avv dhr mevr bijv",
        "zzgl o.a d.w.z blz exmo exma",
    )
    for one in line.split()
)
"""English; German; French, Spanish, Italian, Dutch and Portuguese."""
_NUMBERED: Final = frozenset(
    ("no", "nos", "fig", "pp", "vol", "nr", "art", "abs", "abb", "bd", "núm", "pág", "ed")
)
"""Abbreviations that are words as well: they end no sentence only before a number."""
_END: Final = re.compile(
    r"(?:(?P<stop>[.!?…]+)[\"'”’»)\]]*(?=\s|$))\s*|(?:[。！？｡]+[」』”’）)]*)\s*|\s*\n\s*", re.UNICODE
)
_WORD_BEFORE: Final = re.compile(r"[^\s(\[\"'“‘«]+$")
_CLAUSE: Final = re.compile(r"[,;:–—、，；：]\s*")
_SPACE: Final = re.compile(r"\s+")


def sentences(text: str) -> tuple[str, ...]:
    """`text` cut behind each sentence, with the white space that follows it; joined, they are `text`."""
    return tuple(_cut(text, sentence_ends(text)))


def sentence_ends(text: str) -> list[int]:
    """Where sentences end, the white space behind them included; ascending, without the end of the text.

    "Dr. No", "3.5", "e.g. this" and "the 3. of May" are no ends; neither are three dots before a small
    letter.
    """
    ends = []
    for match in _END.finditer(text):
        stop = match["stop"]
        if match.end() >= len(text) or not match[0]:
            continue
        if (
            stop is not None
            and "\n" not in match[0]
            and not _ends_sentence(text, match.start(), stop, match.end())
        ):
            continue
        ends.append(match.end())
    return ends


def begins_small(text: str) -> bool:
    """Whether `text` begins with a small letter of a script that has capitals, and not with a name such as
    iPhone. Georgian has none at the beginning of a sentence, though Unicode calls its letters small."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return word[:1].islower() and word[:1].title() != word[:1] and word == word.lower()


def may_be_abbreviation(text: str) -> bool:
    """Whether a full stop behind `text` may be that of its last word: of an abbreviation, an initial, or a
    number."""
    before = _WORD_BEFORE.search(text, max(0, len(text) - 40))
    word = before[0].casefold() if before else ""
    return len(word) <= 1 or "." in word or word in _ABBREVIATIONS or word[-1].isdigit()


def split(text: str, most: int = MAX_BYTES) -> tuple[str, ...]:
    """`text` in passages of at most `most` bytes, each as long as can be; joined, they are `text`.

    Raises ValueError when `most` is too small for any character (below 4).
    """
    if most < 4:
        raise ValueError("a passage needs at least 4 bytes")
    if _size(text) <= most:
        return (text,) if text else ()
    parts: list[str] = []
    for paragraph in _packed(re.findall(r".*?(?:\n\s*\n\s*|\Z)", text, re.DOTALL), most):
        if _size(paragraph) <= most:
            parts.append(paragraph)
        else:
            parts.extend(_packed(_short_enough(sentences(paragraph), most), most))
    return tuple(parts)


def join(passages: Sequence[str], written: Sequence[str]) -> str:
    """The written passages behind each other, with the white space that stood round the spoken ones.

    Raises ValueError when there are not as many of both.
    """
    if len(passages) != len(written):
        raise ValueError(f"{len(written)} written passages for {len(passages)} spoken ones")
    whole = ""
    for spoken, text in zip(passages, written, strict=True):
        lead = spoken[: len(spoken) - len(spoken.lstrip())]
        tail = spoken[len(spoken.rstrip()) :]
        whole += lead + text.strip() + tail if spoken.strip() else spoken
    return whole


def _ends_sentence(text: str, start: int, stop: str, end: int) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    word = before[0].casefold() if before else ""
    following = text[end : end + 1]
    if stop != ".":
        # "wait... what" goes on, "Wait! What" does not.
        return stop[0] in "!?" or not following.islower()
    if word in _ABBREVIATIONS:
        return word in _NUMBERED and not following.isdigit()
    if len(word) == 1 and word.isalpha() and word not in "iyaeo":
        return False
    # "the 3. of May", "am 3. Mai": a short number before a stop is an ordinal, unless a capital follows in
    # a language whose nouns are small; keeping two sentences together does less harm than cutting one.
    if word.isdigit() and len(word) <= 2:
        return False
    return not following.islower()


def _cut(text: str, ends: Iterable[int]) -> list[str]:
    places = [0, *ends, len(text)]
    return [text[start:end] for start, end in pairwise(places) if end > start]


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _packed(parts: Iterable[str], most: int) -> list[str]:
    """Neighbours put together as long as they fit; a part that is too long stays as it is."""
    packed: list[str] = []
    room = 0
    for part in parts:
        size = _size(part)
        if not part:
            continue
        if packed and size <= room:
            packed[-1] += part
            room -= size
        else:
            packed.append(part)
            room = most - size
    return packed


def _short_enough(parts: Iterable[str], most: int) -> list[str]:
    """The parts, those that are too long cut at clauses, then at spaces, then anywhere."""
    short: list[str] = []
    for part in parts:
        if _size(part) <= most:
            short.append(part)
            continue
        for clause in _packed(_cut(part, (match.end() for match in _CLAUSE.finditer(part))), most):
            if _size(clause) <= most:
                short.append(clause)
                continue
            for word in _packed(_cut(clause, (match.end() for match in _SPACE.finditer(clause))), most):
                short.extend([word] if _size(word) <= most else _packed(list(word), most))
    return short
