"""The jobs of the queue as a list that follows what it is told.

A new queue is compared with the last one: what came, went and moved is told as such, so that selection and
scrolled place stay. Progress, which comes ten times a second, is told by `redrawn` alone: a view that hears
of changed data lays out all its rows anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)

from app.domain.clock_times import short_clock
from app.domain.file_queue import FileJob, FileQueue
from app.ui import files_words as words
from app.ui.file_row import JOB_ROLE

ROWS_TYPE: Final = "application/x-sayso-rows"
"""What is dragged within the list."""

AnyIndex = QModelIndex | QPersistentModelIndex


class FileModel(QAbstractListModel):
    """The jobs, in the order in which they are done."""

    redrawn = Signal(list)
    """The rows that look different, of which nothing but the progress has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = FileQueue()
        self._jobs: list[FileJob] = []

    @property
    def jobs(self) -> tuple[FileJob, ...]:
        """All of them."""
        return tuple(self._jobs)

    def show_queue(self, queue: FileQueue) -> None:
        """Exactly the jobs of `queue`."""
        before, self._queue = self._queue, queue
        self._remove_missing({job.id for job in queue.jobs})
        known = {job.id for job in self._jobs}
        self._append([job for job in queue.jobs if job.id not in known])
        if [job.id for job in self._jobs] != [job.id for job in queue.jobs]:
            self._reorder(queue.jobs)
        self._tell_changes(queue.jobs, all_of_them=_of_all(before) != _of_all(queue))

    def job(self, row: int) -> FileJob:
        """The one in that row."""
        return self._jobs[row]

    def row_of(self, job: int) -> int:
        """Its row, or -1."""
        return next((row for row, each in enumerate(self._jobs) if each.id == job), -1)

    # --- Qt's ---

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._jobs):
            return None
        job = self._jobs[index.row()]
        if role == JOB_ROLE:
            return job
        if role == Qt.ItemDataRole.DisplayRole:
            return words.name_of(job)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            length = "" if job.seconds is None else short_clock(job.seconds)
            said = " ".join(words.job_words(job, self._queue).split())
            return ". ".join(part for part in (words.name_of(job), length, said) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return job.path
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [ROWS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """For the list itself their numbers; for other programs the files that were saved of them."""
        jobs = [self._jobs[index.row()] for index in sorted(indexes, key=lambda each: each.row())]
        data = QMimeData()
        data.setData(ROWS_TYPE, " ".join(str(job.id) for job in jobs).encode())
        saved = [path for job in jobs for path in job.saved]
        if saved:
            data.setUrls([QUrl.fromLocalFile(path) for path in saved])
        return data

    # --- within ---

    def _remove_missing(self, ids: set[int]) -> None:
        """In runs, from the end on."""
        last = len(self._jobs) - 1
        while last >= 0:
            if self._jobs[last].id in ids:
                last -= 1
                continue
            first = last
            while first > 0 and self._jobs[first - 1].id not in ids:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._jobs[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _append(self, jobs: list[FileJob]) -> None:
        if jobs:
            self.beginInsertRows(QModelIndex(), len(self._jobs), len(self._jobs) + len(jobs) - 1)
            self._jobs += jobs
            self.endInsertRows()

    def _reorder(self, jobs: tuple[FileJob, ...]) -> None:
        """The same ones in another order; what points to one of them goes with it."""
        self.layoutAboutToBeChanged.emit()
        pointed = self.persistentIndexList()
        ids = [self._jobs[index.row()].id for index in pointed]
        known = {job.id: job for job in self._jobs}
        self._jobs = [known[job.id] for job in jobs]
        rows = {job.id: row for row, job in enumerate(self._jobs)}
        self.changePersistentIndexList(pointed, [self.index(rows[each]) for each in ids])
        self.layoutChanged.emit()

    def _tell_changes(self, jobs: tuple[FileJob, ...], *, all_of_them: bool) -> None:
        before, self._jobs = self._jobs, list(jobs)
        redrawn = []
        for row, (old, new) in enumerate(zip(before, jobs, strict=True)):
            if old == new:
                if all_of_them:
                    redrawn.append(row)
            elif _standing(old) == _standing(new):
                redrawn.append(row)
            else:
                self.dataChanged.emit(self.index(row), self.index(row))
                redrawn.append(row)
        if redrawn:
            self.redrawn.emit(redrawn)


def _of_all(queue: FileQueue) -> tuple[bool, bool, bool]:
    """What rows say of the whole queue."""
    return queue.is_paused, queue.is_overtaken, queue.is_loading


def _standing(job: FileJob) -> FileJob:
    """Without what changes often, and of thousands of rows one by one: each change that is told to the view
    lays all of them out anew."""
    return replace(job, done_seconds=0.0, seconds_left=None, seconds=None, tracks=())
