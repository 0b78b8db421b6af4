"""Which folder is watched for files: one at a time, or none. How one is, see `app.adapters.watched_folder`,
which is loaded with the first: most people watch none.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.adapters.watched_folder import WatchedFolder


class FolderWatcher:
    """Fits the port FolderWatch. Any thread.

    Args:
        still_seconds: how long a file must stand still to be complete; the usual time when left out.
        look_seconds: how often that is asked; as often as usual when left out.
    """

    def __init__(self, *, still_seconds: float | None = None, look_seconds: float | None = None) -> None:
        self._still_seconds = still_seconds
        self._look_seconds = look_seconds
        self._lock = threading.Lock()
        self._watched: WatchedFolder | None = None

    def watch(self, folder: Path, on_files: Callable[[Sequence[Path]], None]) -> None:
        """From now on, and no other folder. `on_files` gets those that are complete, on a thread of its own.
        Raises FolderUnwritable where there is no such folder, or the system watches no more of them."""
        from app.adapters.watched_folder import LOOK_SECONDS, STILL_SECONDS, WatchedFolder

        look_seconds = self._look_seconds or LOOK_SECONDS
        looks = max(1, round((self._still_seconds or STILL_SECONDS) / look_seconds))
        with self._lock:
            self._end()
            self._watched = WatchedFolder(Path(os.path.abspath(folder)), on_files, looks, look_seconds)

    def close(self) -> None:
        """No folder any more."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        watched, self._watched = self._watched, None
        if watched:
            watched.close()
