"""Writes dictations of the past to a file of the user's, in portions, on the storage thread.

Rules: a block of a dictation going on waits for one portion at most. What was deleted meanwhile is left out.
Answered once, by HistoryExported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from app.domain.history_formats import HistoryDocument, HistoryFormat
from app.domain.problems import Problem
from app.services.failures import problem_of
from app.services.history_asking import asked
from app.services.ports import HistoryStore, Inbox, Post

PORTION: Final = 200


class ExportFile(Protocol):
    """A file that is there whole or not at all. All raise StorageProblem but `drop`, which never does."""

    def write(self, text: str) -> None: ...
    def finish(self) -> Path: ...
    def drop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class HistoryExported:
    """The file is written, or why it is not."""

    path: Path
    problem: Problem | None = None


class HistoryExport:
    """See the module.

    Args:
        history: what is written.
        inbox: the storage thread.
        post: gets HistoryExported and Noticed.
        open_file: begins a file.
    """

    def __init__(
        self, history: HistoryStore, inbox: Inbox, post: Post, open_file: Callable[[Path], ExportFile]
    ) -> None:
        self._history = history
        self._inbox = inbox
        self._post = post
        self._open_file = open_file

    def save(self, ids: Sequence[int], path: Path, format: HistoryFormat) -> None:
        """Write these, in that order. From any thread; returns at once."""
        self._inbox.call(lambda: self._begin(tuple(ids), path, HistoryDocument(format)))

    def _begin(self, ids: tuple[int, ...], path: Path, document: HistoryDocument) -> None:
        try:
            file = self._open_file(path)
        except Problem as problem:
            self._post(HistoryExported(path, problem))
            return
        self._write(ids, path, document, file, begun=False)

    def _write(
        self, ids: tuple[int, ...], path: Path, document: HistoryDocument, file: ExportFile, *, begun: bool
    ) -> None:
        try:
            if not begun:
                file.write(document.begin())
            for entry in asked(partial(self._history.rows, ids[:PORTION]), self._post):
                file.write(document.entry(entry))
            if rest := ids[PORTION:]:
                self._inbox.call(lambda: self._write(rest, path, document, file, begun=True))
                return
            file.write(document.end())
            written = HistoryExported(file.finish())
        except Exception as error:  # no half file is left behind, and whoever asked hears of it
            file.drop()
            written = HistoryExported(path, problem_of(error, "writing the history to a file"))
        self._post(written)
