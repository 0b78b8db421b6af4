"""Segments of a dictation by the times of their words: moved along it, and cut between two words. Pure."""

from __future__ import annotations

from dataclasses import replace

from app.domain.tail import WINDOW_SECONDS
from app.domain.takes import Stretch
from app.domain.transcript import Segment


def moved(segment: Segment, by: float) -> Segment:
    """`segment` with all its times `by` seconds later."""
    words = tuple(replace(word, start=word.start + by, end=word.end + by) for word in segment.words)
    return replace(segment, start=segment.start + by, end=segment.end + by, words=words)


def widest_gap(segment: Segment, stretch: Stretch) -> float | None:
    """The middle of the widest gap between two words of the second half, in seconds; None without words."""
    half = (stretch.start + stretch.end) / 2 * WINDOW_SECONDS
    pairs = [pair for pair in zip(segment.words, segment.words[1:], strict=False) if pair[1].start >= half]
    if not pairs:
        return None
    before, after = max(pairs, key=lambda pair: pair[1].start - pair[0].end)
    return (before.end + after.start) / 2


def words_before(segment: Segment, at: float) -> Segment | None:
    """The words of `segment` that end before `at` seconds; None: there are none."""
    words = tuple(word for word in segment.words if word.end <= at)
    text = "".join(word.text for word in words)
    return replace(segment, text=text, end=at, words=words) if text.strip() else None
