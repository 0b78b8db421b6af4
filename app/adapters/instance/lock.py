"""The lock that at most one process of a user holds, so that there is one Sayso and no race for it.

The system itself keeps it (flock, or LockFile on Windows) and frees it when the process ends, however it
ends: no stale lock needs to be guessed at. The file stays; removing it would let two processes lock two
files of the same name.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Final

from app.adapters.disk import storage_problem
from app.domain.problems import AlreadyRunning

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class InstanceLock:
    """Held from `acquire` to `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Raises AlreadyRunning when another holds it, FolderUnwritable or DiskFull when it can't be made."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise storage_problem(error, self._path.parent) from error
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise AlreadyRunning from error
            raise storage_problem(error, self._path.parent) from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Let another have it. Never raises."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> None:
    """Raises OSError at once where another process holds it."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        # Not lockf: its lock is lost when any other descriptor of the file is closed.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
