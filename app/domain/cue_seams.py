"""Where the cues of two pieces meet: a full stop in the middle of a sentence goes.

Whisper hears each piece by itself, and sets a full stop at its end, as if all were said. The next piece tells
better: it begins with a small letter where the sentence goes on.

Rules: the stop goes ("." or "…" or "..."), and its word's with it, where the next piece begins with a small
letter less than `PAUSE_SECONDS` later. It stays behind abbreviations, initials and numbers, where one of both
pieces begins its sentences with small letters anyway, and in scripts without case. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.domain.file_transcript import Cue
from app.domain.passages import begins_small, may_be_abbreviation
from app.domain.transcript import Word

PAUSE_SECONDS: Final = 0.8
"""Of a longer pause nobody knows whether the sentence goes on. In four minutes of a reader (LJ001, `base`)
six stops were in the middle of a sentence, with pauses of 0.02 to 0.67 s; in Harvard sentences a stop that
was right had a small letter behind it, after 1.18 s."""

_STOP: Final = re.compile(r"\s*(?:(?<!\.)\.|\.\.\.|…)\Z")
_SMALL_AFTER_STOP: Final = re.compile(r"\w{3}[.!?] (\w+)")


def mended(pieces: Sequence[Sequence[Cue]], last: Cue | None = None) -> tuple[list[tuple[Cue, ...]], bool]:
    """The cues of pieces that follow each other, without stops in the middle of a sentence; and whether that
    of `last`, the cue before them, is one: `without_stop` makes what it should be."""
    found = [list(cues) for cues in pieces]
    spoken = [cues for cues in found if cues]
    for before, after in pairwise(spoken):
        if _goes_on(before, after):
            before[-1] = without_stop(before[-1])
    goes_on = bool(last and spoken and _goes_on((last,), spoken[0]))
    return [tuple(cues) for cues in found], goes_on


def without_stop(cue: Cue) -> Cue:
    """The cue without the full stop at its end, also in its words."""
    return replace(cue, text=_STOP.sub("", cue.text), words=_stopless(cue.words))


def _stopless(words: Sequence[Word]) -> tuple[Word, ...]:
    left = list(words)
    while left:
        bare = _STOP.sub("", left[-1].text.rstrip())
        if bare.strip():
            return (*left[:-1], replace(left[-1], text=bare))
        left.pop()  # a word of its own
    return ()


def _goes_on(before: Sequence[Cue], after: Sequence[Cue]) -> bool:
    """Whether the sentence of one piece goes on in the next."""
    ends, begins = before[-1], after[0]
    stop = _STOP.search(ends.text)
    if stop is None or not stop.start() or not begins_small(begins.text):
        return False
    if begins.start - ends.end >= PAUSE_SECONDS or ends.speaker != begins.speaker:
        return False
    if stop[0].strip() == "." and may_be_abbreviation(ends.text[: stop.start()]):
        return False
    return not any(_writes_small(cues) for cues in (before, after))


def _writes_small(cues: Sequence[Cue]) -> bool:
    """Whether sentences in the middle of it begin with small letters."""
    text = " ".join(cue.text for cue in cues)
    return any(begins_small(match[1]) for match in _SMALL_AFTER_STOP.finditer(text))
