"""Whether the computer slept between two looks at the clocks.

After a sleep, releases of keys are lost and hooks may be dead, so everything about keys is set up anew. Two
signs, because systems differ: on Linux and macOS the monotonic clock stands still during sleep while the wall
clock goes on; on Windows both go on, but nothing looks at them for as long. A wall clock that is set forward
looks the same as a sleep, which costs no more than setting up once too often; one set back is no sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

JUMP_SECONDS: Final = 2.0
"""More than any correction of the clock by the network, which is slewed."""

GAP_SECONDS: Final = 15.0
"""Longer than a busy computer keeps a thread from running."""


@dataclass(frozen=True, slots=True)
class SleepWatch:
    """The last look: `wall` seconds since the epoch, `monotonic` seconds."""

    wall: float
    monotonic: float

    def look(self, wall: float, monotonic: float, expected: float) -> tuple[SleepWatch, bool]:
        """A new look, which was due `expected` seconds after the last; says whether there was a sleep."""
        passed = monotonic - self.monotonic
        jumped = (wall - self.wall) - passed > JUMP_SECONDS
        return SleepWatch(wall, monotonic), jumped or passed - expected > GAP_SECONDS
