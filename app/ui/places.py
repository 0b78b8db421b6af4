"""The places of the window, in the order of the rail; behind them those that are a part of another."""

from __future__ import annotations

from enum import IntEnum


class Place(IntEnum):
    """The value is the page's number in the window."""

    DICTATE = 0
    FILES = 1
    HISTORY = 2
    MODELS = 3
    SETTINGS = 4
    BENCHMARK = 5
    TRANSCRIPT = 6
    GUIDE = 7

    @property
    def in_rail(self) -> Place:
        """The place of the rail that is marked for it."""
        within = {
            Place.BENCHMARK: Place.MODELS,
            Place.TRANSCRIPT: Place.FILES,
            Place.GUIDE: Place.DICTATE,
        }
        return within.get(self, self)
