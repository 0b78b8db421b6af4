"""Which folder is watched for files: one at a time, or none. How one is, see `app.adapters.watched_folder`,
which is loaded with the first: most people watch none.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.problems import FolderUnwatchable

if TYPE_CHECKING:
    from app.adapters.watched_folder import Known, WatchedFolder


STILL_SECONDS: Final = 2.0
"""As long must a file stand still to be complete."""
LOOK_SECONDS: Final = 0.5
"""As often is that asked."""
LOST_SECONDS: Final = 3.0
"""As often is asked whether the folder is still there."""


class FolderWatcher:
    """Fits the port FolderWatch. Any thread."""

    def __init__(
        self,
        *,
        still_seconds: float = STILL_SECONDS,
        look_seconds: float = LOOK_SECONDS,
        lost_seconds: float = LOST_SECONDS,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._looks = max(1, round(still_seconds / look_seconds))
        self._look_seconds = look_seconds
        self._lost_seconds = lost_seconds
        self._wall = wall
        self._lock = threading.Lock()
        self._watched: WatchedFolder | None = None
        self._known: tuple[Path, Known] | None = None

    def watch(
        self, folder: Path, on_files: Callable[[Sequence[Path]], None], on_lost: Callable[[], None]
    ) -> None:
        """From now on, and no other folder. `on_files` gets those that are complete, on a thread of its own;
        `on_lost` is called there once, when the folder has gone away. Watched again, it tells of what was put
        there in the meantime.
        Raises FolderUnwatchable where there is no such folder, or the system watches no more of them."""
        from app.adapters.watched_folder import Known, WatchedFolder

        with self._lock:
            self._end()
            folder = Path(os.path.abspath(folder))
            if self._known is None or self._known[0] != folder:
                self._known = folder, Known()
            known = self._known[1]
            try:
                self._watched = WatchedFolder(
                    folder,
                    on_files,
                    on_lost,
                    known,
                    looks=self._looks,
                    look_seconds=self._look_seconds,
                    lost_seconds=self._lost_seconds,
                )
            except FolderUnwatchable:
                known.missing(self._wall())
                raise

    def close(self) -> None:
        """No folder any more."""
        with self._lock:
            self._end()
            self._known = None

    def _end(self) -> None:
        watched, self._watched = self._watched, None
        if watched:
            watched.close()
