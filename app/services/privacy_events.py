"""What is told of that which Sayso keeps, and of reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.privacy import Amount, Kept
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class KeptMeasured:
    """How much there is of each."""

    amounts: Mapping[Kept, Amount]


@dataclass(frozen=True, slots=True)
class KeptRemoved:
    """What went of it, and what is left; or why not all went that was to go."""

    kept: Kept
    removed: Amount
    left: Amount
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ReportEnded:
    """The report is at `path`, or there is a problem."""

    path: Path
    problem: Problem | None = None
