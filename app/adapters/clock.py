"""The computer's clocks."""

from __future__ import annotations

import time


class SystemClock:
    """Fits the Clock port."""

    def now(self) -> float:
        """Monotonic seconds; stands still while the computer sleeps on some systems."""
        return time.monotonic()

    def wall(self) -> float:
        """Seconds since the epoch."""
        return time.time()
