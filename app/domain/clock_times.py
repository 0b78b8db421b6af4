"""Places in sound, and lengths of it, as a clock shows them. Seconds are rounded down, as clocks do. Pure."""

from __future__ import annotations


def full_clock(seconds: float) -> str:
    """Such as 0:04:10: as wide for each place, in texts that are read elsewhere."""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{second:02}"


def short_clock(seconds: float, whole: float = 0.0) -> str:
    """Such as 12:03, and 1:02:03 where it, or the `whole` that it is a place in, is an hour or more."""
    if max(seconds, whole) >= 3600:
        return full_clock(seconds)
    minutes, second = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{second:02}"
