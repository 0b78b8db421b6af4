"""What is told of benchmarks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from app.domain.bench import BenchProgress, BenchTable, ModelResult
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class BenchesFound:
    """All benchmarks made on this computer, the newest first."""

    tables: tuple[BenchTable, ...]


@dataclass(frozen=True, slots=True)
class BenchProgressed:
    """A benchmark is so far, and these models are measured."""

    progress: BenchProgress
    models: tuple[ModelResult, ...] = ()


@dataclass(frozen=True, slots=True)
class BenchEnded:
    """A benchmark ended: with its table, with a problem, or with neither, as it was stopped."""

    table: BenchTable | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class BenchExported:
    """A benchmark was written to the file `path`, or there is a problem."""

    path: Path
    problem: Problem | None = None


BenchEvent: TypeAlias = BenchesFound | BenchProgressed | BenchEnded | BenchExported
