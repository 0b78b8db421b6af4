"""Which folder is watched for files: one at a time, or none. How one is, see `app.adapters.watched_folder`,
which is loaded with the first: most people watch none.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.adapters.watched_folder import WatchedFolder


STILL_SECONDS: Final = 2.0
"""As long must a file stand still to be complete."""
LOOK_SECONDS: Final = 0.5
"""As often is that asked."""


class FolderWatcher:
    """Fits the port FolderWatch. Any thread."""

    def __init__(self, *, still_seconds: float = STILL_SECONDS, look_seconds: float = LOOK_SECONDS) -> None:
        self._looks = max(1, round(still_seconds / look_seconds))
        self._look_seconds = look_seconds
        self._lock = threading.Lock()
        self._watched: WatchedFolder | None = None

    def watch(self, folder: Path, on_files: Callable[[Sequence[Path]], None]) -> None:
        """From now on, and no other folder. `on_files` gets those that are complete, on a thread of its own.
        Raises FolderUnwritable where there is no such folder, or the system watches no more of them."""
        from app.adapters.watched_folder import WatchedFolder

        with self._lock:
            self._end()
            folder = Path(os.path.abspath(folder))
            self._watched = WatchedFolder(folder, on_files, self._looks, self._look_seconds)

    def close(self) -> None:
        """No folder any more."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        watched, self._watched = self._watched, None
        if watched:
            watched.close()
