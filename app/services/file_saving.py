"""Transcripts as files: beside the source or in one folder, and never over a file of somebody else's.

Rules: "talk.mp4" becomes "talk.srt". Where there is such a file already, it is replaced only if Sayso wrote
it itself, nobody has changed it since, and what it was written of allows that (see `app.domain.file_origin`);
otherwise the name is "talk (2).srt", "talk (3).srt" and so on. So what the user corrected, here or in another
program, is left alone, "talk.mp3" and "talk.mp4" in one folder do not take each other's transcripts, and a
recorder that uses a name again costs no older transcript.
Failure: a place that takes no file costs that file alone, and is told.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from app.domain.file_origin import Origin, may_replace
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.media_names import export_name
from app.domain.problems import Problem, StorageProblem
from app.services.failures import problem_of
from app.services.file_ports import Exporter
from app.services.file_run import FilePlaces
from app.services.file_store import Exports

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saved:
    """The files that were written, and the first thing that went wrong."""

    paths: tuple[str, ...] = ()
    problem: Problem | None = None


class FileSaving:
    """Writes transcripts; any thread, and several at once.

    Args:
        exporter: knows the formats.
        exports: remembers what was written; None takes every file that is there for somebody else's.
        places: tells whether there is a file, and whether it has changed.
    """

    def __init__(self, exporter: Exporter, places: FilePlaces, exports: Exports | None = None) -> None:
        self._exporter = exporter
        self._places = places
        self._exports = exports
        self._naming = threading.Lock()
        self._being_written: set[Path] = set()

    def save(
        self,
        transcript: FileTranscript,
        formats: Sequence[ExportFormat],
        settings: FileSettings,
        origin: Origin,
        *,
        is_asked: bool = False,
    ) -> Saved:
        """Write `transcript`, which is of `origin`, in each of the formats, where `settings` say; `is_asked`
        by the user, of this one. Never raises."""
        source = Path(origin.source)
        folder = Path(settings.folder) if settings.folder else source.parent
        paths: list[str] = []
        problem: Problem | None = None
        for format in formats:
            try:
                names = (folder / export_name(source.name, format.value, number) for number in count(1))
                with self._named(names, origin, is_asked) as path:
                    self._exporter.save(transcript, path, format, settings)
                    self._remember(path, origin)
                paths.append(str(path))
            except Exception as error:  # one format that fails leaves the others
                problem = problem or problem_of(error, "saving a transcript")
        return Saved(tuple(paths), problem)

    @contextmanager
    def _named(self, names: Iterator[Path], origin: Origin, is_asked: bool) -> Iterator[Path]:
        """The first of `names` that may be taken; no other thread is given it until it is written."""
        with self._naming:
            free = (path for path in names if path not in self._being_written)
            path = next(path for path in free if self._may_take(path, origin, is_asked))
            self._being_written.add(path)
        try:
            yield path
        finally:
            with self._naming:
                self._being_written.discard(path)

    def _may_take(self, path: Path, origin: Origin, is_asked: bool) -> bool:
        if not self._places.is_taken(path):
            return True
        stamp = self._places.stamp(path)
        # Taken by a folder it has none.
        if stamp is None or path == Path(origin.source) or self._exports is None:
            return False
        try:
            written = self._exports.origin(path, stamp)
            return written is not None and may_replace(written, origin, is_asked=is_asked)
        except StorageProblem as problem:
            logger.warning("whose a file is cannot be known: %s", problem.detail)
            return False

    def _remember(self, path: Path, origin: Origin) -> None:
        stamp = self._places.stamp(path)
        if self._exports is None or stamp is None:
            return
        try:
            self._exports.wrote(path, stamp, origin)
        except StorageProblem as problem:
            # The next one will stand beside it, under a name of its own.
            logger.warning("a written file could not be remembered: %s", problem.detail)
