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
import uuid
from pathlib import Path
from typing import Final

from app.domain.problems import DiskFull, FolderUnwritable, NameTooLong, StorageProblem
from app.domain.problems.program import NO_PLACE
from app.domain.problems.sound import CONNECT_IT

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No space, no quota, or more than the file system or the user's limit allows one file."""
_AWAY: Final = frozenset(
    {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN}
)
"""A stick that was pulled out, or a share that does not answer."""
_LONG_ON_WINDOWS: Final = 206
"""ERROR_FILENAME_EXCED_RANGE, which has no number of its own elsewhere."""

_REPLACE_ATTEMPTS: Final = 10 if sys.platform == "win32" else 1
"""Virus scanners and indexers on Windows hold a new file for some milliseconds."""


MORE_ROOM: Final = "Free some space and try again."
MORE_ROOM_TO_GO_ON: Final = "Free some space and try again; what has arrived is kept."
"""The remedies where it is no recording that the disk has no room for."""


def storage_problem(error: OSError, folder: Path, *, remedy: str = "", elsewhere: str = "") -> StorageProblem:
    """What `error`, met while writing into `folder`, is to the user. `remedy` is that of a full disk, where
    it is not the one of recordings; `elsewhere` says how another folder is chosen, where that can be done."""
    detail = f"{type(error).__name__} {error.errno}: {error.strerror}"
    if error.errno in _FULL:
        return DiskFull(str(folder), detail, remedy=remedy)
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", 0) == _LONG_ON_WINDOWS:
        return NameTooLong(str(folder), detail)
    if error.errno in _AWAY:
        return FolderUnwritable(str(folder), detail, remedy=CONNECT_IT)
    read_only = NO_PLACE if error.errno == errno.EROFS else ""
    return FolderUnwritable(str(folder), detail, remedy=elsewhere or read_only)


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


def write_whole(path: Path, data: bytes, *, is_private: bool = True, elsewhere: str = "") -> None:
    """Write `data` to `path` so that after a crash or loss of power the old or the new file is there, whole.

    A symbolic link stays one: its target is replaced. The file is readable by its user alone (0600) or, where
    it is not private, as open as the user's other files, and so are the folders that are made for it.
    `elsewhere` says how another folder is chosen. Raises FolderUnwritable, NameTooLong or DiskFull.
    """
    if is_private:
        make_private_folder(path.parent)
    target = Path(os.path.realpath(path))
    try:
        if not is_private:
            target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = _new_file(target, is_private)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _replace(name, target)
        except BaseException:  # an interrupt leaves no half file behind either
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        sync_folder(target.parent)
    except OSError as error:
        more_room = "" if is_private else MORE_ROOM
        raise storage_problem(error, path.parent, remedy=more_room, elsewhere=elsewhere) from error


def _new_file(target: Path, is_private: bool) -> tuple[int, str]:
    """A file beside `target` under a name of its own, as (descriptor, path)."""
    if is_private:
        return tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    # The system itself takes from 0666 what the user's umask says: asking for that mask would change it for
    # all threads. The name does not grow with the target's, which may be as long as names can be.
    name = str(target.parent / f".sayso-{uuid.uuid4().hex}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(name, flags, 0o666), name


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
