"""Benchmarks, and what they are made with. The figures are made up, but such as they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.domain.bench import BenchTable, CleanUpResult, Machine, ModelResult, Speech
from app.domain.bench_codec import Line, line_of
from app.domain.problems import Problem
from app.domain.word_errors import WordErrors

NOW: Final = 1_760_000_000.0
TINY: Final = ModelResult(
    "tiny.en",
    "cpu",
    "int8_float32",
    1,
    0.82,
    0.41,
    (0.39, 0.4, 0.42, 0.41, 0.4),
    66.2,
    184.9,
    errors=WordErrors(1, 33),
)
BASE: Final = ModelResult(
    "base",
    "cpu",
    "int8_float32",
    5,
    1.42,
    1.22,
    (1.19, 1.2, 1.24, 1.2, 1.21),
    146.6,
    289.7,
    errors=WordErrors(0, 33),
)
DISTIL: Final = replace(BASE, model="distil-small.en", load_s=3.1, first_s=3.4, rounds_s=(3.3, 3.32, 3.31))
CARD: Final = replace(
    BASE,
    model="large-v3",
    device="cuda",
    compute_type="int8_float16",
    load_s=2.6,
    first_s=0.61,
    rounds_s=(0.52, 0.53, 0.51),
    card_mb=1934.0,
    fallbacks=("The graphics card, int8, could not be used: it does not offer it.",),
)
NO_ROOM: Final = ModelResult("small", problem="There is not enough memory on the processor for the model.")
CLEANED: Final = CleanUpResult("mistral:7b-instruct", 12.1, 0.31, 4.2, 46, 24.0, 0.0, True)
AWAY: Final = CleanUpResult("mistral:7b-instruct", problem="Ollama is not running at http://localhost:11434.")
TABLE: Final = BenchTable(
    NOW,
    "0.1.0",
    Machine("AMD Ryzen 7 5800X", 16, 32_000),
    Speech("", 12.59),
    (TINY, BASE),
    CLEANED,
)
WITHOUT: Final = replace(TABLE, begun=NOW - 90_000, clean_up=AWAY, models=(TINY, BASE, DISTIL, NO_ROOM))
ON_CARD: Final = replace(
    TABLE,
    begun=NOW - 180_000,
    machine=replace(TABLE.machine, card="NVIDIA GeForce RTX 3060"),
    speech=Speech("recordings/of my own", 31.4, 24),
    models=(BASE, CARD),
    clean_up=None,
)
TABLES: Final = (TABLE, WITHOUT, ON_CARD)


class FakeMeter:
    """A memory that takes `grows` bytes more at each look."""

    def __init__(self, grows: int = 40_000_000, card: int | None = None) -> None:
        self.grows, self.card = grows, card
        self.looks = 0

    def used(self) -> int | None:
        self.looks += 1
        return self.grows * self.looks

    def peak_above(self) -> int | None:
        return 3 * self.grows

    def card_used(self) -> int | None:
        if self.card is not None:
            self.card += 500_000_000
        return self.card


class ScriptedBench:
    """A process that says given lines; a callable among them is called in its turn, which may stop it."""

    def __init__(self, *said: Line | bytes | Callable[[], None], status: int | None = 0) -> None:
        self.said, self.status = said, status
        self.asked: list[tuple[str, ...]] = []
        self.tasks: list[bytes] = []
        self.is_stopped = False
        self.is_closed = False

    def run(
        self, on_line: Callable[[bytes], None], arguments: Sequence[str] = (), task: bytes = b""
    ) -> int | None:
        self.asked.append(tuple(arguments))
        self.tasks.append(task)
        self.is_stopped = False
        for each in self.said:
            if self.is_stopped:
                return None
            if callable(each):
                each()
            else:
                on_line(each if isinstance(each, bytes) else line_of(each).encode() + b"\n")
        return None if self.is_stopped else self.status

    def stop(self) -> None:
        self.is_stopped = True

    def close(self) -> None:
        self.is_closed = True
        self.stop()


class FakeKept:
    """Benchmarks in memory; `refuses` is what exporting raises."""

    def __init__(self, *tables: BenchTable) -> None:
        self.tables = tables
        self.refuses: Problem | None = None
        self.exported: dict[Path, BenchTable] = {}

    def load(self) -> tuple[BenchTable, ...]:
        return self.tables

    def export(self, path: Path, table: BenchTable) -> None:
        if self.refuses:
            raise self.refuses
        self.exported[path] = table
