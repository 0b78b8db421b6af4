"""Keeps the queue of files on the disk: each change at once, and of it only what has changed.

Rules: how far a running job has come is not kept. What the disk refuses is told once, until it takes
something again; the queue in memory goes on, and all of it is written with the next change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.domain.file_queue import FileJob, FileQueue
from app.domain.kept_files import KeptQueue
from app.domain.problems import Problem, TranscriptsDamaged
from app.services.events import Noticed
from app.services.file_store import TranscriptStore
from app.services.ports import Post

Answer = TypeVar("Answer")

_Placed = dict[int, tuple[int, FileJob]]
"""Each job with its place, by its number."""


class QueueKeeper:
    """Belongs to one thread, but for `ask`. `post` takes Noticed."""

    def __init__(self, store: TranscriptStore, post: Post) -> None:
        self._store = store
        self._post = post
        self._saved: _Placed = {}
        self._was_paused = False
        self._is_told = False

    def load(self) -> KeptQueue:
        """The queue of last time; an empty one where it cannot be read, which is told."""
        try:
            kept = self.ask(self._store.load)
        except Problem as problem:
            self._post(Noticed(problem))
            return KeptQueue()
        self._saved = _placed(kept.jobs)
        self._was_paused = kept.is_paused
        return kept

    def keep(self, queue: FileQueue) -> None:
        """`queue` is so from now on."""
        now = _placed(queue.jobs)
        changed = [entry for id, entry in now.items() if _differs(self._saved.get(id), entry)]
        removed = [id for id in self._saved if id not in now]
        if not changed and not removed and queue.is_paused == self._was_paused:
            return
        try:
            self._store.save(changed, removed, is_paused=queue.is_paused)
        except TranscriptsDamaged as problem:
            # The new file holds what could be saved of the old one; now it gets all that is known here.
            self._post(Noticed(problem))
            self._write_all(now, removed, queue)
        except Problem as problem:
            self._tell_once(problem)
        else:
            self._is_kept(now, queue)

    def remove(self, id: int) -> None:
        """Nothing of that job is kept, which is not in the queue any more."""
        try:
            self.ask(lambda: self._store.save([], [id], is_paused=self._was_paused))
        except Problem as problem:
            self._tell_once(problem)

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """What the store answers; one that found itself damaged has begun a new file, and answers again.
        Raises StorageProblem."""
        try:
            return question()
        except TranscriptsDamaged as problem:
            self._post(Noticed(problem))
            return question()

    def _write_all(self, now: _Placed, removed: list[int], queue: FileQueue) -> None:
        try:
            self._store.save(list(now.values()), removed, is_paused=queue.is_paused)
        except Problem as problem:
            self._tell_once(problem)
        else:
            self._is_kept(now, queue)

    def _is_kept(self, now: _Placed, queue: FileQueue) -> None:
        self._saved, self._was_paused, self._is_told = now, queue.is_paused, False

    def _tell_once(self, problem: Problem) -> None:
        if not self._is_told:
            self._is_told = True
            self._post(Noticed(problem))


def _placed(jobs: tuple[FileJob, ...]) -> _Placed:
    return {job.id: (place, job) for place, job in enumerate(jobs)}


def _differs(before: tuple[int, FileJob] | None, now: tuple[int, FileJob]) -> bool:
    """Whether anything differs that is kept. Most jobs are the same object as before, which is seen at
    once."""
    if before is None or before[0] != now[0]:
        return True
    return before[1] is not now[1] and _lasting(before[1]) != _lasting(now[1])


def _lasting(job: FileJob) -> FileJob:
    return replace(job, done_seconds=0.0, seconds_left=None)
