"""The words of a cue and their times, while its text is changed, divided and joined.

Rules: a word that stays keeps its times and its probability. Words that take the place of as many others take
their times one by one; any others share the time between their neighbours by their characters, and have a
probability of 1, since the user wrote them. A cue without words, or whose words do not spell its text, has
none afterwards.

Offsets are counted in characters of the cue's text, times in seconds. Pure, never fails.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from app.domain.file_transcript import Cue
from app.domain.seams import begins_closing
from app.domain.tidy_rules import rules_for
from app.domain.transcript import Word

_SPACELESS: Final = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han, with their punctuation."""
_TOKEN: Final = re.compile(rf"[{_SPACELESS}]|[^\s{_SPACELESS}]+")
_IS_SPACELESS: Final = re.compile(rf"[{_SPACELESS}]")
_KEPT_OFF: Final = tuple(";:!?»")
"""Marks with a space before them in French."""
_LONG: Final = 2000
"""Words that differ, from which on the exact search would take seconds."""

Span: TypeAlias = tuple[int, int]


def spans(cue: Cue) -> tuple[Span, ...]:
    """Where each word stands in the text, without its spaces; nothing where the words do not spell it."""
    whole = "".join(word.text for word in cue.words)
    if not cue.words or whole.strip() != cue.text:
        return ()
    at, found = -(len(whole) - len(whole.lstrip())), []
    for word in cue.words:
        bare = word.text.strip()
        start = at + len(word.text) - len(word.text.lstrip()) if bare else at
        found.append((max(0, start), max(0, start + len(bare))))
        at += len(word.text)
    return tuple(found)


def gap(before: str, after: str, language: str = "") -> str:
    """What belongs between two texts: a space, but nothing between scripts that have none, nor before a
    closing mark. `language` is Whisper's code, where it is known: French has a space before some marks."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    if _IS_SPACELESS.match(before[-1]) and _IS_SPACELESS.match(after[0]):
        return ""
    keeps_off = after.startswith(_KEPT_OFF) and rules_for(language).space_before_marks
    return " " if keeps_off or not begins_closing(after) else ""


def retexted(cue: Cue, text: str) -> Cue:
    """The cue with another text."""
    text = text.strip()
    if text == cue.text:
        return cue
    places = spans(cue)
    if not places or not text:
        return replace(cue, text=text, words=())
    moved = _moved(cue.text, text)
    made: list[Word] = []
    at = old = 0
    for number, (start, end) in enumerate(places):
        new = _kept(moved, start, end)
        if new is None:
            continue
        made += _new_words(text, (at, new), cue, made, (old, number))
        # The space that stands before this word.
        at = max(at, len(text[:new].rstrip()))
        before = text[at:new] or ("" if at else _lead(cue.words[0]))
        made.append(replace(cue.words[number], text=before + text[new : new + end - start]))
        at, old = new + end - start, number + 1
    made += _new_words(text, (at, len(text)), cue, made, (old, len(places)))
    return replace(cue, text=text, words=tuple(made))


def divided(cue: Cue, at: int) -> tuple[Cue, Cue] | None:
    """The cue before and from offset `at` on; None where one of them would have no text. A word that is
    divided gives each part its share of the time."""
    before, after = cue.text[:at].rstrip(), cue.text[at:].lstrip()
    if not 0 < at < len(cue.text) or not before or not after:
        return None
    left: list[Word] = []
    right: list[Word] = []
    for word, (start, end) in zip(cue.words, spans(cue), strict=False):
        if end <= at:
            left.append(word)
        elif start >= at:
            right.append(word)
        else:
            lead, bare = _lead(word), word.text.strip()
            middle = word.start + (word.end - word.start) * (at - start) / (end - start)
            left.append(replace(word, text=lead + bare[: at - start], end=middle))
            right.append(replace(word, text=bare[at - start :], start=middle))
    share = cue.start + (cue.end - cue.start) * at / len(cue.text)
    ends = _within(cue, left[-1].end) if left else share
    begins = _within(cue, right[0].start) if right else share
    return (
        replace(cue, end=ends, text=before, words=tuple(left)),
        replace(cue, start=begins, text=after, words=tuple(right)),
    )


def joined(one: Cue, other: Cue, language: str = "") -> Cue:
    """Both as one cue, which has the speaker of the first that has one. A word that had been divided is one
    again; otherwise `gap` says what is between them, unless their words tell that there was a space."""
    space = gap(one.text, other.text, language)
    words: tuple[Word, ...] = ()
    if _has_all(one) and _has_all(other):
        words = one.words + other.words
        if one.words and other.words:
            space, seam = _seam(one.words[-1], other.words[0], space)
            words = one.words[:-1] + seam + other.words[1:]
    text = one.text + space + other.text
    end = max(one.end, other.end)
    return Cue(min(one.start, other.start), end, text, words, one.speaker or other.speaker)


def word_at(cue: Cue, seconds: float) -> int | None:
    """Which word is heard at that second: the last that has begun; None before the first."""
    found = None
    for number, word in enumerate(cue.words):
        if word.start > seconds:
            break
        found = number
    return found


def seconds_at(cue: Cue, offset: int) -> float:
    """When the word at that offset of the text is heard; its share of the cue's time without words."""
    places = spans(cue)
    for word, (_, end) in zip(cue.words, places, strict=False):
        if offset < end:
            return word.start
    if places:
        return cue.words[-1].start
    return cue.start + (cue.end - cue.start) * min(1.0, offset / max(1, len(cue.text)))


def _seam(last: Word, first: Word, space: str) -> tuple[str, tuple[Word, ...]]:
    """The last word of a cue and the first of another behind it, and what is between; `space` where nothing
    is known."""
    known = last.text[len(last.text.rstrip()) :] + _lead(first)
    is_one = last.end == first.start and last.probability == first.probability
    if is_one and not known:
        return "", (replace(last, text=last.text + first.text, end=first.end),)
    if known and begins_closing(first.text.lstrip()):
        space = " "
    return space, (replace(last, text=last.text.rstrip()), replace(first, text=space + first.text.lstrip()))


def _has_all(cue: Cue) -> bool:
    return not cue.text or bool(spans(cue))


def _lead(word: Word) -> str:
    return word.text[: len(word.text) - len(word.text.lstrip())]


def _within(cue: Cue, seconds: float) -> float:
    return min(max(seconds, cue.start), max(cue.start, cue.end))


def _kept(moved: Sequence[int], start: int, end: int) -> int | None:
    """Where the characters from `start` to `end` stand now, if they still stand together."""
    if end <= start or moved[start] < 0:
        return None
    stays = all(moved[start + n] == moved[start] + n for n in range(end - start))
    return moved[start] if stays else None


def _moved(old: str, new: str) -> list[int]:
    """For each character of `old` where it is in `new`, or -1."""
    ours, theirs = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    old_keys, new_keys = [each.group() for each in ours], [each.group() for each in theirs]
    low, most = 0, min(len(ours), len(theirs))
    while low < most and old_keys[low] == new_keys[low]:
        low += 1
    tail = 0
    while tail < most - low and old_keys[-1 - tail] == new_keys[-1 - tail]:
        tail += 1
    middle, new_middle = old_keys[low : len(ours) - tail], new_keys[low : len(theirs) - tail]
    is_long = max(len(middle), len(new_middle)) > _LONG
    blocks = SequenceMatcher(None, middle, new_middle, autojunk=is_long).get_matching_blocks()
    pairs = [(n, n) for n in range(low)]
    pairs += [(low + one + n, low + other + n) for one, other, size in blocks for n in range(size)]
    pairs += [(len(ours) - n, len(theirs) - n) for n in range(tail, 0, -1)]
    moved = [-1] * len(old)
    for one, other in pairs:
        start, new_start = ours[one].start(), theirs[other].start()
        for n in range(ours[one].end() - start):
            moved[start + n] = new_start + n
    return moved


def _new_words(text: str, where: Span, cue: Cue, before: Sequence[Word], gone: tuple[int, int]) -> list[Word]:
    """Words for the part `where` of the text, which stands in the place of the cue's words `gone`."""
    found = list(_TOKEN.finditer(text, *where))
    if not found:
        return []
    low, high = gone
    old = cue.words[low:high]
    if old:
        start, end = old[0].start, old[-1].end
    else:
        start = before[-1].end if before else cue.start
        end = cue.words[high].start if high < len(cue.words) else cue.end
    end = max(start, end)
    lengths = [each.end() - each.start() for each in found]
    made, at, done = [], where[0], 0
    for number, (token, length) in enumerate(zip(found, lengths, strict=True)):
        if len(old) == len(found):
            times = old[number].start, old[number].end
        else:
            share = (end - start) / sum(lengths)
            times = start + share * done, start + share * (done + length)
        lead = text[at : token.start()] or (_lead(cue.words[0]) if not at else "")
        made.append(Word(lead + token.group(), *times, 1.0))
        at, done = token.end(), done + length
    return made
