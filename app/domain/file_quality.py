"""Judges the pieces of a file's transcription: what is decoded once more, which decode is kept, what remains
in doubt.

A batch is decoded quickly, and now and then a piece of it goes wrong: the decoder repeats itself, stops
early, or writes what is unlikely. Such a piece is decoded once more by itself and with care, the better of
both is kept, and where that is still not believed, the place is told to the user as a `Doubt`. Text that
repeats itself or stops early is told by `app.domain.phrase_judge`; that words are missing in the middle of a
piece is told by their times: speech for which there is no word. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from app.domain.file_transcript import DoubtKind
from app.domain.phrase_judge import COMPRESSION_RATIO_THRESHOLD, Decoded, Fault, fault, repetition
from app.domain.sound_pieces import quietest
from app.domain.speech_regions import SILENCE_THRESHOLD, voiced_seconds, windows_between
from app.domain.tail import WINDOW_SECONDS
from app.domain.transcript import Segment, Word

MISSING_SECONDS: Final = 3.0
"""Of speech without a word. Alignment stretches words over what is not written, and people draw theirs out,
but not so far."""

MISSING_AT_EDGE: Final = 1.5
"""The same before the first word and behind the last one: there the decoder is more apt to leave out a
clause, and no word is drawn out over it."""

SOON_WINDOWS: Final = 16
"""Half a second: within that behind the last word there is the pause after it, if there is one."""

LEAST_PROBABILITY: Final = 0.4
"""Of a sentence's words, on average; in recorded speech it is above 0.7 for nearly all."""

_KINDS: Final = {
    Fault.REPETITIVE: DoubtKind.REPEATED,
    Fault.CUT_OFF: DoubtKind.REPEATED,
    Fault.TOO_MANY: DoubtKind.UNSURE,
    Fault.UNSURE: DoubtKind.UNSURE,
    Fault.UNFINISHED: DoubtKind.UNSURE,
    Fault.TOO_FEW: DoubtKind.MISSING,
}
_GRAVITY: Final = (None, DoubtKind.UNSURE, DoubtKind.MISSING, DoubtKind.REPEATED)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a piece, in seconds of its joined sound."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Take:
    """One decode of a piece: its segments, with times in the piece's joined sound, and whether the decoder
    had to be stopped."""

    segments: tuple[Segment, ...]
    reached_limit: bool = False

    @property
    def text(self) -> str:
        """All of it on one line."""
        return "".join(one.text for one in self.segments).strip()


def verdict(take: Take, speech: Sequence[float]) -> DoubtKind | None:
    """Why a take is not believed, or None. `speech` is the detector's probability of each of the piece's
    windows."""
    voiced = voiced_seconds(speech)
    decoded = Decoded(
        take.text,
        _log_probability(take),
        _compression_ratio(take),
        voiced,
        take.reached_limit,
        # A piece of a file may end in the middle of a sentence: that it has no end means nothing.
        pause=0.0,
    )
    found = fault(decoded)
    if found:
        return _KINDS[found]
    return DoubtKind.MISSING if untold(take, speech) else None


def better(first: Take, second: Take, speech: Sequence[float]) -> Take:
    """The take to keep: the one that less speaks against. Of two that are unsure the likelier one; of two
    that repeat themselves or lack words the one with more different words, as a loop adds none, while people
    do say a word five times. The second, which was decoded with care, where they are alike."""
    one, other = verdict(first, speech), verdict(second, speech)
    if one is not other:
        return first if _GRAVITY.index(one) < _GRAVITY.index(other) else second
    if one in (DoubtKind.MISSING, DoubtKind.REPEATED):
        return first if _different_words(first) > _different_words(second) else second
    return first if _log_probability(first) > _log_probability(second) else second


def is_said_so(first: Take, second: Take) -> bool:
    """Whether two searches repeat the same words as often, and come to an end by themselves: then somebody
    said them as often, as two loops of the decoder would hardly be alike."""
    found = repetition(first.text)
    return (
        found is not None and found == repetition(second.text) and not (_is_loop(first) or _is_loop(second))
    )


def untold(take: Take, speech: Sequence[float]) -> tuple[Span, ...]:
    """The stretches with `MISSING_SECONDS` of speech or more and no word, or a single one; at either end
    those with `MISSING_AT_EDGE`."""
    words = [word for segment in take.segments for word in _words(segment)]
    edges = [0.0]
    for word in words:
        edges.extend((word.start, word.end))
    edges.append(len(speech) * WINDOW_SECONDS)
    stretches = [Span(start, end) for start, end in pairwise(edges)]
    last = len(stretches) - 1
    return tuple(
        one
        for place, one in enumerate(stretches)
        if one.end > one.start
        and voiced_seconds(windows_between(speech, one.start, one.end))
        >= (MISSING_AT_EDGE if place in (0, last) else MISSING_SECONDS)
    )


def unwritten_from(take: Take, speech: Sequence[float]) -> float | None:
    """The second of the piece behind which a take has no more words, though there is speech; None where it
    is written to its end, or not at all. It is in the pause soon behind the last word, or, in the middle of a
    sentence, right behind it."""
    spans = untold(take, speech)
    if not spans or not spans[-1].start or spans[-1].end < len(speech) * WINDOW_SECONDS:
        return None
    first = int(spans[-1].start / WINDOW_SECONDS)
    pause = quietest(speech, first, min(first + SOON_WINDOWS, len(speech)))
    return (pause if speech[pause] < SILENCE_THRESHOLD else first) * WINDOW_SECONDS


def followed_by(take: Take, rest: Take, start: float) -> Take:
    """A take and what was decoded of the sound from second `start` on."""
    return Take((*take.segments, *(_later(one, start) for one in rest.segments)), rest.reached_limit)


def is_unsure(segment: Segment) -> bool:
    """Whether the model itself holds the words of a sentence for unlikely."""
    words = segment.words
    return bool(words) and sum(word.probability for word in words) / len(words) < LEAST_PROBABILITY


def _words(segment: Segment) -> Sequence[Word]:
    """A segment without times of its words covers all of its time, as many short words would."""
    if segment.words:
        return segment.words
    steps = max(1, round(segment.end - segment.start))
    length = (segment.end - segment.start) / steps
    return [
        Word("", segment.start + step * length, segment.start + (step + 1) * length, 1.0)
        for step in range(steps)
    ]


def _later(segment: Segment, seconds: float) -> Segment:
    words = tuple(replace(word, start=word.start + seconds, end=word.end + seconds) for word in segment.words)
    return replace(segment, start=segment.start + seconds, end=segment.end + seconds, words=words)


def _different_words(take: Take) -> int:
    return len(set(take.text.casefold().split()))


def _is_loop(take: Take) -> bool:
    return take.reached_limit or _compression_ratio(take) > COMPRESSION_RATIO_THRESHOLD


def _compression_ratio(take: Take) -> float:
    """The highest of its segments."""
    return max((one.compression_ratio for one in take.segments), default=0.0)


def _log_probability(take: Take) -> float:
    """The least sure segment's."""
    return min((one.average_log_probability for one in take.segments), default=0.0)
