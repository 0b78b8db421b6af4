"""The benchmarks made on this computer, kept as JSON in the user's data folder, one file for each.

Rules: written whole or not at all, so that a window and a command line may keep theirs at the same time.
Loading never raises: what makes no sense, or is of a newer version, is passed over and stays where it is.
Of those that can be read, the newest `MOST` are kept.
Failure: keeping and exporting raise FolderUnwritable or DiskFull.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.adapters.disk import free_name, storage_problem, write_whole
from app.domain.bench import BenchTable
from app.domain.bench_codec import UNREADABLE, read_table, table_json

logger = logging.getLogger(__name__)

FOLDER: Final = "benchmarks"
MOST: Final = 50
LARGEST: Final = 1_000_000
"""Bytes of a file that is looked at; a benchmark of all models takes some ten thousand."""


class BenchFiles:
    """The benchmarks in the folder `benchmarks` of the user's `data` folder, which need not exist."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def load(self) -> tuple[BenchTable, ...]:
        """All that can be read, the newest first. Never raises."""
        return tuple(table for _, table in self._found())

    def keep(self, table: BenchTable) -> Path:
        """Keep `table`; where it lies then. Raises FolderUnwritable or DiskFull."""
        path = self._folder / f"{datetime.fromtimestamp(table.begun, UTC):%Y-%m-%dT%H-%M-%SZ}.json"
        if path.exists():
            path = free_name(path, "also")
        write_whole(path, table_json(table).encode())
        for old, _ in self._found()[MOST:]:
            try:
                old.unlink(missing_ok=True)
            except OSError as error:
                logger.info("an old benchmark cannot be removed: %s", type(error).__name__)
        return path

    def export(self, path: Path, table: BenchTable) -> None:
        """Write `table` where the user wants it, with the rights that files have there.

        Raises FolderUnwritable or DiskFull.
        """
        try:
            path.write_text(table_json(table), encoding="utf-8")
        except OSError as error:
            raise storage_problem(error, path.parent) from error

    def _found(self) -> list[tuple[Path, BenchTable]]:
        found = []
        try:
            paths = sorted(self._folder.glob("*.json"))
        except OSError:
            return []
        for path in paths:
            try:
                if path.stat().st_size > LARGEST:
                    raise ValueError("too large")
                found.append((path, read_table(path.read_bytes())))
            except (OSError, *UNREADABLE) as error:
                logger.warning("a kept benchmark cannot be read: %s", type(error).__name__)
        return sorted(found, key=lambda one: one[1].begun, reverse=True)
