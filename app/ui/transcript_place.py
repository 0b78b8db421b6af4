"""Where the sound of a transcript is, and from where it is played next."""

from __future__ import annotations

from typing import Final

OVER: Final = 0.5
"""Seconds before the end from which on there is nothing left to hear."""


class Place:
    """Times are seconds of the sound."""

    def __init__(self) -> None:
        self._seconds: float | None = None
        self._is_playing = self._cursor_moved = False

    @property
    def seconds(self) -> float:
        """The last that was heard."""
        return self._seconds or 0.0

    @property
    def heard(self) -> float | None:
        """What is heard now; None where nothing is."""
        return self._seconds if self._is_playing else None

    def begin(self) -> None:
        """Nothing was heard of it yet."""
        self._seconds, self._cursor_moved = None, False

    def take(self, seconds: float | None) -> None:
        """Sound is heard at that second; None where it is paused or over."""
        if seconds is not None:
            self._seconds = seconds
            self._cursor_moved = self._cursor_moved and self._is_playing
        self._is_playing = seconds is not None

    def move_cursor(self) -> None:
        """The user has put the cursor elsewhere."""
        self._cursor_moved = True

    def next(self, cursor: float, whole: float) -> float:
        """On from where it was paused; from the `cursor` if the user has put it elsewhere, or it is over.
        `whole` is how long it is."""
        if self._seconds is None or self._cursor_moved or self._seconds > whole - OVER:
            return cursor
        return self._seconds
