"""Several files at once: each of some engines takes the next file as soon as it is through with one.

Rules: each engine has a thread of its own, and what they tell comes together in one queue, which is read by
the thread that prints. Every source ends with one `FileEnded`, unless all were stopped. What fails costs its
file alone.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.commands.transcribe_sources import Source
from app.domain.file_task import FileTask, TaskNews
from app.domain.problems import Problem, TaskStopped
from app.services.failures import problem_of
from app.services.file_run import FileOutcome, FileRun, RunControl

STEP_SECONDS: Final = 0.2
"""Windows hears Ctrl+C only between two waits."""
PATIENCE_SECONDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class FileTaken:
    """An engine has begun with it."""

    source: Source


@dataclass(frozen=True, slots=True)
class FileNews:
    """What the engine tells of it; nothing of what the cache answers."""

    source: Source
    news: TaskNews


@dataclass(frozen=True, slots=True)
class FileEnded:
    """It is over: `outcome`, or `problem`, is what came of it."""

    source: Source
    outcome: FileOutcome | None = None
    problem: Problem | None = None


JobEvent = FileTaken | FileNews | FileEnded


class TranscribeJobs:
    """Transcribes `sources`; belongs to one thread.

    Args:
        runs: one for each engine, which is closed at the end.
        task: how a file is transcribed.
    """

    def __init__(
        self, sources: Sequence[Source], runs: Sequence[FileRun], task: Callable[[Path], FileTask]
    ) -> None:
        self._waiting = iter(sources)
        self._number = len(sources)
        self._runs = runs
        self._task = task
        self._control = RunControl()
        self._taking = threading.Lock()
        self._events: queue.SimpleQueue[JobEvent] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, args=(run,), name=f"transcribe {number}", daemon=True)
            for number, run in enumerate(runs)
        ]

    def events(self) -> Iterator[JobEvent | None]:
        """All that happens, until every source has ended; None where nothing did for a moment."""
        for thread in self._threads:
            thread.start()
        ended = 0
        while ended < self._number:
            try:
                event = self._events.get(timeout=STEP_SECONDS)
            except queue.Empty:
                yield None
                continue
            ended += isinstance(event, FileEnded)
            yield event

    def close(self) -> None:
        """Stop what still runs, and end the engines."""
        self._control.stop()
        for run in self._runs:
            run.engine.stop()
            run.engine.close()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(PATIENCE_SECONDS)

    # --- on the threads ---

    def _work(self, run: FileRun) -> None:
        while (source := self._next()) is not None and not self._control.is_stopped:
            try:
                self._events.put(self._ended(run, source))
            except TaskStopped:
                return

    def _next(self) -> Source | None:
        with self._taking:
            return next(self._waiting, None)

    def _ended(self, run: FileRun, source: Source) -> FileEnded:
        """Raises TaskStopped."""
        if source.problem:
            return FileEnded(source, problem=source.problem)
        self._events.put(FileTaken(source))
        try:
            outcome = run.transcribe(
                self._task(source.path),
                lambda news: self._events.put(FileNews(source, news)),
                self._control,
            )
        except TaskStopped:
            raise
        except Exception as error:  # the other files go on
            if self._control.is_stopped:
                raise TaskStopped from error
            return FileEnded(source, problem=problem_of(error, "transcribing a file"))
        return FileEnded(source, outcome)
