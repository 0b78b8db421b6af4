"""Runs benchmarks from the window, and knows those of before.

Problem: measuring takes minutes and all of the processor, and may take its process with it.
Rules: it is done by the program's own command in a process, which keeps its result itself; here its lines are
    read. One runs at a time. What was begun ends with one BenchEnded, after which no progress comes, and is
    followed by BenchesFound. Looking and saving belong to the thread of the disk, so that they do not wait
    for a run.
Failure: every exception ends as a Problem in an event.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from app.domain.bench import BenchProgress, BenchTable, BenchWish, ModelResult
from app.domain.bench_codec import TableKept, read_line
from app.domain.problems import Problem, Unexpected
from app.services.bench_events import BenchEnded, BenchesFound, BenchExported, BenchProgressed
from app.services.failures import problem_of
from app.services.ports import Inbox, Post


class BenchProcess(Protocol):
    """Runs the command."""

    def run(
        self, on_line: Callable[[bytes], None], arguments: Sequence[str] = (), task: bytes = b""
    ) -> int | None:
        """Run it to its end, telling each line. Its exit status; None where it could not be started or was
        stopped."""

    def stop(self) -> None:
        """End what runs; may be called from any thread."""

    def close(self) -> None:
        """The same, and nothing runs any more."""


class KeptBenchmarks(Protocol):
    """Those made on this computer."""

    def load(self) -> tuple[BenchTable, ...]:
        """All of them, the newest first. Never raises."""

    def export(self, path: Path, table: BenchTable) -> None:
        """Write `table` to the file `path`. Raises FolderUnwritable or DiskFull."""


class BenchDesk:
    """The benchmarks of this computer. All methods may be called from any thread and return at once.

    Args:
        disk: the inbox of the thread that reads and writes files.
        measuring: that of a thread that a run may hold for minutes.
        process: what runs the command.
        kept: those of before.
        post: takes BenchesFound, BenchProgressed, BenchEnded and BenchExported.
    """

    def __init__(
        self, disk: Inbox, measuring: Inbox, process: BenchProcess, kept: KeptBenchmarks, post: Post
    ) -> None:
        self._disk = disk
        self._measuring = measuring
        self._process = process
        self._kept = kept
        self._post = post
        self._lock = threading.Lock()
        self._is_running = False
        self._is_stopped = False
        self._is_closed = False

    def look(self) -> None:
        """Find those of before: BenchesFound."""
        self._disk.call(lambda: self._post(BenchesFound(self._kept.load())))

    def run(self, wish: BenchWish) -> None:
        """Begin to measure; nothing happens while it is done already."""
        with self._lock:
            if self._is_running or self._is_closed:
                return
            self._is_running, self._is_stopped = True, False
        self._post(BenchProgressed(BenchProgress(0, 1)))
        self._measuring.call(lambda: self._run(wish))

    def stop(self) -> None:
        """End the run; nothing of it is kept."""
        with self._lock:
            self._is_stopped = True
        self._process.stop()

    def export(self, path: Path, table: BenchTable) -> None:
        """Write `table` to the file `path`: BenchExported."""
        self._disk.call(lambda: self._export(path, table))

    def close(self) -> None:
        """End the run, and begin none any more."""
        with self._lock:
            self._is_stopped = self._is_closed = True
        self._process.close()

    def _export(self, path: Path, table: BenchTable) -> None:
        try:
            self._kept.export(path, table)
        except Problem as problem:
            self._post(BenchExported(path, problem))
        else:
            self._post(BenchExported(path))

    # --- on the measuring thread ---

    def _run(self, wish: BenchWish) -> None:
        hearing = _Hearing(self._post, self._stop_late)
        status: int | None = None
        try:
            if not self._is_stopped:
                status = self._process.run(hearing.hear, arguments_of(wish))
        except Exception as error:  # what was begun ends with an event
            hearing.problem = problem_of(error, "measuring")
        with self._lock:
            self._is_running = False
            was_stopped = self._is_stopped
        if hearing.table is not None:
            # Whole and kept, even where it was stopped in the last moment.
            self._post(BenchEnded(hearing.table))
        elif was_stopped:
            self._post(BenchEnded())
        else:
            problem = hearing.problem or Unexpected("measuring", detail=f"status {status}")
            self._post(BenchEnded(problem=problem))
        self.look()

    def _stop_late(self) -> None:
        """Stop what was begun just after it was to be stopped."""
        if self._is_stopped:
            self._process.stop()


class _Hearing:
    """Makes events of a run's lines, and remembers how it ended."""

    def __init__(self, post: Post, on_line: Callable[[], None]) -> None:
        self._post = post
        self._on_line = on_line
        self._models: tuple[ModelResult, ...] = ()
        self.table: BenchTable | None = None
        self.problem: Problem | None = None

    def hear(self, line: bytes) -> None:
        """The next line; what is none of ours is passed over."""
        self._on_line()
        match read_line(line):
            case BenchProgress() as progress:
                self._post(BenchProgressed(progress, self._models))
            case ModelResult() as result:
                self._models += (result,)
            case TableKept() as kept:
                self.table = kept.table
            case Problem() as problem:
                self.problem = problem


def arguments_of(wish: BenchWish) -> tuple[str, ...]:
    """What follows `sayso bench` on the command line."""
    models = ("--model", *wish.models) if wish.models else ()
    return ("--lines", *models, *(() if wish.clean_up else ("--no-clean-up",)))
