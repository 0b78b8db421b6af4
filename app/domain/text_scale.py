"""How much larger everything is drawn where the user wants larger text.

Sayso's sizes are in proportion to one another, so larger text means a larger window of the same shape.
"""

from __future__ import annotations

from typing import Final

USUAL: Final = 100
MOST: Final = 225
"""Per cent: the most that Windows offers."""


def scale_of(percent: object) -> float | None:
    """The factor for a text size in per cent, as the system's settings have it; None where there is nothing
    to do, or where it is no such size."""
    if not isinstance(percent, int) or not USUAL < percent <= MOST:
        return None
    return percent / USUAL
