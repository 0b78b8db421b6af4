"""What was transcribed of a file before it was stopped, so that it goes on there: after another file had the
engine, after the program was ended or has crashed.

Rules: what is written is kept after each `STEP_SECONDS` of sound, and when the task is stopped. It counts
for the same wishes on the same file alone (`app.domain.cache_key.unfinished_key`). The store drops it with
the transcript that it becomes, or with its job. Nothing is kept of a short recording, which is
done in one go.
Failure: what the store cannot keep or give is transcribed once more; nothing is told of that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final, Protocol

from app.domain.file_transcript import FileTranscript
from app.domain.problems import StorageProblem

logger = logging.getLogger(__name__)

STEP_SECONDS: Final = 120.0
"""Of sound: seconds of work on a fast computer, some minutes on a slow one."""


class UnfinishedStore(Protocol):
    """What is used of `app.services.file_store.TranscriptStore`."""

    def unfinished(self, job: int, key: str) -> FileTranscript | None: ...

    def save_unfinished(self, job: int, key: str, transcript: FileTranscript) -> None: ...


class Unfinished:
    """Of one job. Belongs to the thread that transcribes it.

    Args:
        store: keeps it.
        job: whose it is.
        ask: has the store answer, again where it had to begin anew.
    """

    def __init__(self, store: UnfinishedStore, job: int, ask: Callable[[Callable[[], None]], None]) -> None:
        self._store = store
        self._ask = ask
        self._job = job
        self._key = ""
        self._kept = 0.0

    def begin(self, key: str) -> FileTranscript | None:
        """What was written of what `key` says, which is worked on from now on."""
        self._key = key
        found: FileTranscript | None = None

        def find() -> None:
            nonlocal found
            found = self._store.unfinished(self._job, key)

        try:
            self._ask(find)
        except StorageProblem as problem:
            logger.warning("what was transcribed before: %s %s", type(problem).__name__, problem.detail)
        self._kept = found.seconds if found else 0.0
        return found

    def progressed(self, seconds: float, written: Callable[[], FileTranscript | None]) -> None:
        """So many seconds are transcribed, as `written` gives them."""
        if seconds >= self._kept + STEP_SECONDS:
            self.keep(written())

    def keep(self, transcript: FileTranscript | None) -> None:
        """That much of it is written."""
        if transcript is None or transcript.seconds <= self._kept:
            return
        try:
            self._ask(lambda: self._store.save_unfinished(self._job, self._key, transcript))
        except StorageProblem as problem:
            logger.warning("what is transcribed so far: %s %s", type(problem).__name__, problem.detail)
        # Also where it was refused: not to be tried again with each piece.
        self._kept = transcript.seconds
