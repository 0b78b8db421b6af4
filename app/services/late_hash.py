"""Hashes a file while it is transcribed, on a thread of its own: of a film that takes minutes, for which
nobody is to wait before the first words are there.

Rules: it begins when it is told to, and at the latest with `finish`. It stands still and ends as the run
does: it asks behind every piece. But once all is transcribed it stands still no more, as somebody waits.
Failure mode: a file that cannot be read has no hash, and costs its place in the cache alone.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from app.domain.problems import Problem, TaskStopped

logger = logging.getLogger(__name__)


class LateHash:
    """One file's; all methods but `found` belong to the thread of the run.

    Args:
        read: hashes the whole file, and calls what it is given behind every piece of it.
        stand_still: waits while the run is to, or until the event is set.
        is_stopped: whether the run is not wanted any more.
        found: gets the hash, on the thread that has read it.
        digest: the hash, where it is known already: nothing is read then.
    """

    def __init__(
        self,
        read: Callable[[Callable[[], None]], str],
        stand_still: Callable[[threading.Event], None],
        is_stopped: Callable[[], bool],
        found: Callable[[str], None],
        digest: str = "",
    ) -> None:
        self._read = read
        self._stand_still = stand_still
        self._is_stopped = is_stopped
        self._found = found
        self._digest = digest
        self._is_dropped = False
        self._telling = threading.Lock()
        """Held while `found` is told, so that it is not told once the run has ended."""
        self._hurry = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Read from now on, if that was not begun."""
        if not self._digest and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="file hash", daemon=True)
            self._thread.start()

    def finish(self) -> str:
        """The hash, which is waited for; empty where there is none."""
        self.begin()
        self._hurry.set()
        if self._thread is not None:
            self._thread.join()
        return self._digest

    def drop(self) -> None:
        """Nobody wants it any more, and `found` is not called from now on; returns as soon as it is not."""
        with self._telling:
            self._is_dropped = True
        self._hurry.set()

    def _run(self) -> None:
        try:
            digest = self._read(self._between)
            with self._telling:
                if not self._is_dropped:
                    self._found(digest)
            self._digest = digest
        except TaskStopped:
            pass
        except Problem as problem:
            logger.info("a file has no hash: %s %s", type(problem).__name__, problem.detail)
        except Exception:  # the transcript is there all the same
            logger.exception("hashing a file")

    def _between(self) -> None:
        if not self._hurry.is_set():
            self._stand_still(self._hurry)
        if self._is_dropped or self._is_stopped():
            raise TaskStopped
