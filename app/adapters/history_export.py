"""A file that is written bit by bit, and is there whole or not at all. Fits the port ExportFile.

Rules: it is written beside its place under a hidden name, and put there when it is finished. A file that has
the name already stays: the new one gets a number. Failure mode: FolderUnwritable or DiskFull; `drop` leaves
nothing behind.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from app.adapters.disk import MORE_ROOM, storage_problem, sync_folder


class NewFile:
    """Opens it at once. Raises FolderUnwritable or DiskFull."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        except OSError as error:
            raise storage_problem(error, path.parent, remedy=MORE_ROOM) from error
        self._hidden = Path(name)
        self._file = os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="")

    def write(self, text: str) -> None:
        """Behind what was written before. Raises FolderUnwritable or DiskFull."""
        try:
            self._file.write(text)
        except OSError as error:
            self.drop()
            raise storage_problem(error, self._path.parent, remedy=MORE_ROOM) from error

    def finish(self) -> Path:
        """Put it in its place, and tell where that is. Raises FolderUnwritable or DiskFull."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            place = _claimed(self._path)
            os.replace(self._hidden, place)
            sync_folder(place.parent)
        except OSError as error:
            self.drop()
            raise storage_problem(error, self._path.parent, remedy=MORE_ROOM) from error
        return place

    def drop(self) -> None:
        """It is not wanted. Never raises."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._hidden.unlink()


def _claimed(path: Path) -> Path:
    """`path`, or the first with a number that nobody has; an empty file is there now. Raises OSError."""
    number, place = 1, path
    while True:
        try:
            os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except FileExistsError:
            number += 1
            place = path.with_name(f"{path.stem} {number}{path.suffix}")
        else:
            return place
