"""Asks once more before what the user has written goes, or a transcript of an earlier time: none of them is
sure to be in the cache.

It goes away with the answer, and when what it asks of is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.file_queue import FileQueue
from app.ui.question import Question
from app.ui.theme import Theme


class FilesQuestion(Question):
    """Of the files of which something would be lost."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._jobs = frozenset[int]()

    def ask_of(self, jobs: Iterable[int], sentence: str, go_on: str, do: Callable[[], None]) -> None:
        """Ask of these jobs."""
        self._jobs = frozenset(jobs)
        self.ask(sentence, go_on, do)

    def show_queue(self, queue: FileQueue) -> None:
        """There is nothing to ask of jobs that are gone, or whose corrections are."""
        precious = {job.id for job in queue.jobs if job.is_precious}
        if self.is_asked and not self._jobs <= precious:
            self.forget()
