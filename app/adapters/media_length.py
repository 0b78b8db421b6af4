"""How long a file's sound is where it does not say so, as one that a browser records: by the times of its
packets.

Rules: nothing is decoded, but all of the file is read, so there is a limit to how long that may take. Times
that begin anew, as in recordings that were put together, go on where they were, as when it is decoded.
Failure: behind damage there is nothing more to measure, and nothing to decode either. What cannot be measured
in time stays unknown.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from app.adapters.media_facts import Piece, sensible
from app.domain.media import MediaFacts

MOST_SECONDS: Final = 5.0
"""As long may it take: a film on a slow disk is not worth more."""
ANEW_SECONDS: Final = 1.0
"""Times that go back by more have begun anew."""


def measured(
    facts: MediaFacts, pieces: Iterable[Piece], now: Callable[[], float] = time.monotonic
) -> MediaFacts:
    """`facts` with the length of each track, where the file says none at all: by its packets, which are read
    only then."""
    if facts.seconds is not None:
        return facts
    ends = {track.place: _End() for track in facts.tracks}
    until = now() + MOST_SECONDS
    for place, begin, seconds in pieces:
        if now() > until:
            return facts
        ends[place].take(begin, seconds)
    tracks = tuple(replace(track, seconds=sensible(ends[track.place].seconds)) for track in facts.tracks)
    known = [track.seconds for track in tracks if track.seconds is not None]
    return replace(facts, seconds=max(known, default=None), tracks=tracks)


class _End:
    """How far the packets of one track reach, in seconds from the beginning of the file."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._zero = 0.0

    def take(self, at: float, seconds: float) -> None:
        """The next packet."""
        begin = at - self._zero
        if begin < self.seconds - ANEW_SECONDS:
            self._zero += begin - self.seconds
            begin = self.seconds
        self.seconds = max(self.seconds, begin + seconds)
