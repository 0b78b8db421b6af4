"""Folders and files that only their user may see, and the disk's refusals in the program's own words.

Rules: a file is written whole or not at all; what is made is made for the user alone (0700 and 0600; on
Windows the folders of the user's profile are private already). Every refusal becomes a StorageProblem.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from app.domain.problems import DiskFull, FolderUnwritable, StorageProblem

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No space, no quota, or more than the file system or the user's limit allows one file."""

_REPLACE_ATTEMPTS: Final = 10 if sys.platform == "win32" else 1
"""Virus scanners and indexers on Windows hold a new file for some milliseconds."""


def storage_problem(error: OSError, folder: Path) -> StorageProblem:
    """What `error`, met while writing into `folder`, is to the user."""
    detail = f"{type(error).__name__} {error.errno}: {error.strerror}"
    kind = DiskFull if error.errno in _FULL else FolderUnwritable
    return kind(str(folder), detail)


def make_private_folder(folder: Path) -> None:
    """Make `folder` and what leads to it, for this user alone; one that is there is left as it is.

    Raises FolderUnwritable or DiskFull.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise storage_problem(error, folder) from error


def make_guarded_folder(folder: Path) -> None:
    """Like `make_private_folder`, but certain: the folder itself is this user's own and closed to all others.

    For folders whose name another user could have taken first. Raises FolderUnwritable or DiskFull.
    """
    make_private_folder(folder)
    if sys.platform == "win32":
        return
    try:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise FolderUnwritable(str(folder), "it belongs to another user or is no folder")
        if found.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise storage_problem(error, folder) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that after a crash or loss of power the old or the new file is there, whole.

    A symbolic link stays one: its target is replaced. The file is readable by its user alone (0600).
    Raises FolderUnwritable or DiskFull.
    """
    make_private_folder(path.parent)
    target = Path(os.path.realpath(path))
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _replace(name, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        sync_folder(target.parent)
    except OSError as error:
        raise storage_problem(error, path.parent) from error


def sync_folder(folder: Path) -> None:
    """Put the names in `folder` on the disk, where the system lets a folder be flushed."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network and FUSE file systems cannot flush a folder; the file itself is safe there.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def free_name(path: Path, word: str) -> Path:
    """The first of settings.broken-1.toml, settings.broken-2.toml … that is not taken beside `path`."""
    number = 1
    while os.path.lexists(candidate := path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")):
        number += 1
    return candidate


def _replace(name: str, target: Path) -> None:
    for attempt in range(1, _REPLACE_ATTEMPTS + 1):
        try:
            os.replace(name, target)
        except PermissionError:
            if attempt == _REPLACE_ATTEMPTS:
                raise
            time.sleep(0.02)
        else:
            return
