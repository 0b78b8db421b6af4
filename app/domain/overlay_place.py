"""Where the strip stands while somebody dictates: on the screen of the caret, near an edge, beside the caret.

Pure. Areas are in logical pixels where nothing else is said. The place is remembered as shares of the room
that a screen leaves it, so that it means the same on a screen of another size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MARGIN: Final = 12
"""Between the strip and the edge of the screen."""
CLEARANCE: Final = 16
"""Between the strip and the caret."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: Area) -> float:
        """How much of both is the same, in square pixels."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(0.0, across) * max(0.0, down)

    def wider(self, by: float) -> Area:
        """With so much more on each side."""
        return Area(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class Place:
    """`across` and `down`: 0 at the left and the top, 1 at the right and the bottom of the room there is."""

    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Focused:
    """What the user writes into, in the system's own pixels: the caret where it is told, else the window."""

    window: Area | None = None
    caret: Area | None = None


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen: `whole` in the system's own pixels; `room` is what panels leave of it, in logical ones, of
    which each is `ratio` of the system's. Both count from the same corner."""

    whole: Area
    room: Area
    corner: tuple[float, float]
    ratio: float

    def logical(self, area: Area) -> Area:
        """An area of this screen in logical pixels."""
        x, y = self.corner
        return Area(
            x + (area.x - self.whole.x) / self.ratio,
            y + (area.y - self.whole.y) / self.ratio,
            area.width / self.ratio,
            area.height / self.ratio,
        )


def screen_of(screens: Sequence[ScreenFacts], focused: Focused | None) -> int:
    """The number of the screen on which the user writes; the first where nobody tells."""
    asked = (focused.caret or focused.window) if focused else None
    if asked is None or not screens:
        return 0
    # A caret may be no more than a line.
    sizes = [one.whole.overlap(asked.wider(1)) for one in screens]
    return sizes.index(max(sizes))


def corner_of(room: Area, size: tuple[float, float], place: Place, caret: Area | None) -> tuple[float, float]:
    """The upper left corner of a strip of `size` at `place` in `room`; from a caret that it would cover it
    makes way to the side that has the room, below or above it."""
    width, height = size
    x = room.x + MARGIN + place.across * max(0.0, room.width - width - 2 * MARGIN)
    y = room.y + MARGIN + place.down * max(0.0, room.height - height - 2 * MARGIN)
    if caret is None or not Area(x, y, width, height).overlap(caret.wider(CLEARANCE)):
        return x, y
    above = caret.y - CLEARANCE - height
    below = caret.y + caret.height + CLEARANCE
    fits_above = above >= room.y
    fits_below = below + height <= room.y + room.height
    if fits_above and (not fits_below or abs(above - y) <= abs(below - y)):
        return x, above
    if fits_below:
        return x, below
    # A screen as low as that: to the side with more room.
    left = caret.x - CLEARANCE - width
    return (left if left >= room.x else caret.x + caret.width + CLEARANCE), y


def place_at(room: Area, size: tuple[float, float], corner: tuple[float, float]) -> Place:
    """The place that a strip with that upper left corner has in `room`."""

    def share(at: float, start: float, extent: float, own: float) -> float:
        free = extent - own - 2 * MARGIN
        return min(1.0, max(0.0, (at - start - MARGIN) / free)) if free > 0 else 0.0

    return Place(
        round(share(corner[0], room.x, room.width, size[0]), 3),
        round(share(corner[1], room.y, room.height, size[1]), 3),
    )
