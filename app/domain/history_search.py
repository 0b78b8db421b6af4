"""What is looked for in the history: words, and what narrows the search beside them.

Pure; what a day is depends on the time zone of this computer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.history import Fate
from app.domain.retention import DAY


class Period(StrEnum):
    """How far back."""

    ALL = "all"
    TODAY = "today"
    WEEK = "7 days"
    MONTH = "30 days"


class Outcome(StrEnum):
    """How they ended."""

    ALL = "all"
    WRITTEN = "written"
    FAILED = "failed"
    """Those that a crash cut off as well."""


FATES: Final = {
    Outcome.ALL: frozenset(Fate),
    Outcome.WRITTEN: frozenset({Fate.WRITTEN}),
    Outcome.FAILED: frozenset({Fate.FAILED, Fate.INTERRUPTED}),
}
_DAYS: Final = {Period.WEEK: 7, Period.MONTH: 30}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What entries must be, whatever their words. `since` is seconds since the epoch; `fates` None: all."""

    since: float | None = None
    fates: frozenset[Fate] | None = None
    with_recording: bool = False


EVERYTHING: Final = Narrowing()


@dataclass(frozen=True, slots=True)
class Search:
    """What the user looks for; each part narrows what the others find."""

    words: str = field(default="", repr=False)
    period: Period = Period.ALL
    outcome: Outcome = Outcome.ALL
    with_recording: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether it is narrowed by more than words."""
        return self.with_recording or self.period is not Period.ALL or self.outcome is not Outcome.ALL

    def narrowing(self, now: float) -> Narrowing:
        """At the moment `now`, in seconds since the epoch."""
        fates = None if self.outcome is Outcome.ALL else FATES[self.outcome]
        return Narrowing(since(self.period, now), fates, self.with_recording)


def since(period: Period, now: float) -> float | None:
    """From when on; None: ever. Seven days are the last seven times 24 hours, today begins at midnight."""
    if period is Period.ALL:
        return None
    if period is Period.TODAY:
        return datetime.fromtimestamp(now).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
    return now - _DAYS[period] * DAY
