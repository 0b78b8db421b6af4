"""Files as they lie in folders: what is dropped with a folder, and whether a file has changed.

Rules: links to folders are not followed, as they may lead round in circles; links to files are files. What
the system or its name calls hidden is passed over. A folder that cannot be read holds nothing: nobody has
asked for that one by name.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from app.domain.file_origin import Stamp
from app.domain.media_names import is_hidden, may_hold_sound


class FilePlaces:
    """Fits the port of that name. Any thread."""

    def stamp(self, path: Path) -> Stamp | None:
        """By what the file is seen to change; None where there is no file. Never raises."""
        try:
            found = path.stat()
        except (OSError, ValueError):  # a name with a zero byte is no name
            return None
        return Stamp(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None

    def is_taken(self, path: Path) -> bool:
        """Whether there is anything under that name. Never raises."""
        try:
            return os.path.lexists(path)
        except ValueError:
            return False

    def is_folder(self, path: Path) -> bool:
        """Whether `walk` looks for files in it. Never raises."""
        try:
            return path.is_dir()
        except (OSError, ValueError):
            return False

    def walk(self, path: Path) -> Iterator[tuple[Path, ...]]:
        """What is dropped with `path`: itself where it is no folder, and otherwise the files in it and below
        that may hold sound, sorted, folder by folder. Never raises."""
        path = Path(os.path.abspath(path))
        if not self.is_folder(path):
            yield (path,)
            return
        waiting = [path]
        while waiting:
            files, folders = _listed(waiting.pop())
            # From the end of the list: the first folder is next, and what is below it before its neighbours.
            waiting += reversed(folders)
            yield tuple(files)


def _listed(folder: Path) -> tuple[list[Path], list[Path]]:
    """Its files that may hold sound, and its folders."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_hidden(entry.name) or _is_hidden_by_system(entry):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif may_hold_sound(entry.name) and entry.is_file():
                    files.append(Path(entry.path))
    except OSError:
        pass
    return sorted(files, key=_by_name), sorted(folders, key=_by_name)


def _by_name(path: Path) -> tuple[str, str]:
    return path.name.casefold(), path.name


def _is_hidden_by_system(entry: os.DirEntry[str]) -> bool:
    if sys.platform == "win32":
        return bool(entry.stat(follow_symlinks=False).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN)
    if sys.platform == "darwin":
        return bool(entry.stat(follow_symlinks=False).st_flags & stat.UF_HIDDEN)
    return False
