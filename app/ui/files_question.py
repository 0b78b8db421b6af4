"""Asks once more before what the user has written goes: a transcript with corrections is not in any cache.

It goes away with the answer, and when what it asks of is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.file_queue import FileQueue
from app.ui.question import Question
from app.ui.theme import Theme


class FilesQuestion(Question):
    """Of the files with corrections."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._jobs = frozenset[int]()

    def ask_of(self, jobs: Iterable[int], sentence: str, go_on: str, do: Callable[[], None]) -> None:
        """Ask of these jobs."""
        self._jobs = frozenset(jobs)
        self.ask(sentence, go_on, do)

    def show_queue(self, queue: FileQueue) -> None:
        """There is nothing to ask of jobs that are gone, or whose corrections are."""
        edited = {job.id for job in queue.jobs if job.is_edited}
        if self.is_asked and not self._jobs <= edited:
            self.forget()
