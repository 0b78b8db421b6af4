"""How long a file's sound is where it does not say so, as one that a browser records: by the times of its
packets.

Rules: nothing is decoded, but all of the file is read, so there is a limit to how long that may take. Times
that begin anew, as in recordings that were put together, go on where they were, as when it is decoded.
Failure: behind damage there is nothing more to measure, and nothing to decode either. What cannot be measured
in time stays unknown.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import av
import av.container
import av.error

from app.adapters.media_facts import sensible
from app.domain.media import MediaFacts

MOST_SECONDS: Final = 5.0
"""As long may it take: a film on a slow disk is not worth more."""
ANEW_SECONDS: Final = 1.0
"""Times that go back by more have begun anew."""


def measured(
    container: av.container.InputContainer, facts: MediaFacts, now: Callable[[], float] = time.monotonic
) -> MediaFacts:
    """`facts` with the length of each track, where the file says none at all. The container is read then, and
    of no further use. Raises MemoryError."""
    if facts.seconds is not None:
        return facts
    lengths = _lengths(container, now, now() + MOST_SECONDS)
    if lengths is None:
        return facts
    known = [sensible(length) for length in lengths]
    tracks = tuple(replace(track, seconds=length) for track, length in zip(facts.tracks, known, strict=True))
    longest = max((length for length in known if length is not None), default=None)
    return replace(facts, seconds=longest, tracks=tracks)


def _lengths(
    container: av.container.InputContainer, now: Callable[[], float], until: float
) -> list[float] | None:
    """Of each sound track, 0 where it has no times; None where that took too long."""
    zero = (container.start_time or 0) / av.time_base
    ends = {stream.index: _End(zero, float(stream.time_base or 0)) for stream in container.streams.audio}
    try:
        for packet in container.demux(*container.streams.audio):
            if now() > until:
                return None
            if packet.pts is not None:  # as of what ends a stream
                ends[packet.stream_index].take(packet.pts, packet.duration or 0)
    except av.error.MemoryError:
        raise
    except av.error.FFmpegError:
        pass
    return [end.seconds for end in ends.values()]


class _End:
    """How far the packets of one track reach, in seconds from `zero`, the beginning of the file. `tick` is
    what their times count, in seconds: PyAV makes a fraction of it for each packet."""

    def __init__(self, zero: float, tick: float) -> None:
        self.seconds = 0.0
        self._zero = zero
        self._tick = tick

    def take(self, at: int, length: int) -> None:
        """The next packet, in ticks."""
        begin = at * self._tick - self._zero
        if begin < self.seconds - ANEW_SECONDS:
            self._zero += begin - self.seconds
            begin = self.seconds
        self.seconds = max(self.seconds, begin + length * self._tick)
