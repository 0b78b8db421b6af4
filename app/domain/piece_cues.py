"""Makes cues of a decoded piece: sentences, with times in the recording.

A piece is speech joined from several places, and comes as one long segment. Where the times of its words are
known it is cut at the ends of sentences and in pauses, so that no cue reaches over silence that was left out.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.domain.file_transcript import Cue
from app.domain.seams import CLAUSE_ENDS, CLOSING, SENTENCE_ENDS
from app.domain.speech_regions import Timeline
from app.domain.transcript import Segment, Word

PAUSE_SECONDS: Final = 1.0
"""So long a pause in the recording ends a cue."""
SHORT_SECONDS: Final = 1.0
"""A sentence that is shorter goes with the next one, if no pause comes between."""
LONG_SECONDS: Final = 12.0
"""A cue ends with a word after so long, and after half of it with the next comma."""


def sentences(segments: Sequence[Segment], timeline: Timeline) -> tuple[Segment, ...]:
    """The segments cut into what is read at once, still with times in the piece's joined sound; `timeline`
    says where that was. Without times of words they stay as they are."""
    found: list[Segment] = []
    for segment in segments:
        words = [word for word in segment.words if word.text.strip()]
        if not words:
            found.append(segment)
            continue
        for group in _groups(words, timeline):
            text = "".join(word.text for word in group)
            found.append(replace(segment, text=text, start=group[0].start, end=group[-1].end, words=group))
    return tuple(found)


def cue_of(segment: Segment, timeline: Timeline, *, word_times: bool) -> Cue:
    """A segment as a cue; `word_times`: with its words."""
    start, end = timeline.span(segment.start, segment.end)
    words: list[Word] = []
    for word in segment.words if word_times else ():
        begins, ends = timeline.span(word.start, word.end)
        words.append(replace(word, start=begins, end=ends))
    return Cue(start, end, segment.text.strip(), tuple(words))


def _groups(words: Sequence[Word], timeline: Timeline) -> Iterator[tuple[Word, ...]]:
    spans = [timeline.span(word.start, word.end) for word in words]
    begun = 0
    for index, word in enumerate(words[:-1]):
        pause = spans[index + 1][0] - spans[index][1]
        if pause >= PAUSE_SECONDS or _may_end(word.text, spans[index][1] - spans[begun][0]):
            yield tuple(words[begun : index + 1])
            begun = index + 1
    yield tuple(words[begun:])


def _may_end(text: str, length: float) -> bool:
    """Whether a cue that is `length` seconds long by now ends with this word."""
    bare = text.strip().rstrip(CLOSING)
    return (
        (bare.endswith(SENTENCE_ENDS) and length >= SHORT_SECONDS)
        or (bare.endswith(CLAUSE_ENDS) and length >= LONG_SECONDS / 2)
        or length >= LONG_SECONDS
    )
