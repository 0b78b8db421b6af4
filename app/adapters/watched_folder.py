"""Files that come to be in a folder, told once they are complete.

Problem: a file that a recorder or a browser is still writing is there long before it can be read to its end.
Rules: a file counts once its size and time have stood still for some looks and it can be opened: not every
    system tells when a file is closed. What is in the folder
    when watching begins is left alone, as is what came while Sayso was not running: nobody knows which of it
    was transcribed elsewhere, and the folder can be dropped on the window. A file that is changed later is
    not told again, but one that is put in its place is. Folders below are not watched.
    A folder that goes away, as that of a stick, is told to be lost. Where it is watched again with the same
    `Known`, files that were put there in the meantime have come.
Failure: a file that was changed while its folder was watched, and whose folder went away and came back, is
    told again.
"""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from app.domain.media_names import is_hidden, may_hold_sound
from app.domain.problems import FolderUnwatchable

OnFiles = Callable[[Sequence[Path]], None]
OnLost = Callable[[], None]
COARSE_SECONDS: Final = 2.0
"""In such steps some disks tell when a file was made."""


class Known:
    """Which files of a folder are not new. It outlives the folder: what is there when it comes back has come,
    unless it was there before. Belongs to one thread at a time."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[int, int]] | None = None
        self._missing_since: float | None = None

    def missing(self, wall: float) -> None:
        """There is no such folder at `wall`, seconds since the epoch."""
        if self._missing_since is None:
            self._missing_since = wall

    def take(self, path: Path) -> None:
        """The file is told, and not new any more."""
        if self._files is not None and (state := _state(path)):
            self._files[path.name] = state

    def new_ones(self, folder: Path) -> list[Path]:
        """What has come since; all that is there otherwise is known from now on. Raises OSError."""
        before, files, new = self._files, {}, []
        with os.scandir(folder) as entries:
            for entry in entries:
                path = folder / entry.name
                if not _is_wanted(path) or not (found := _found(path)):
                    continue
                state = found.st_size, found.st_mtime_ns
                has_come = before.get(entry.name) != state if before is not None else self._is_late(found)
                if has_come:
                    new.append(path)
                else:
                    files[entry.name] = state
        # A stick's folder may be there without the stick, and empty: what it held stays known.
        self._files = {**(before or {}), **files}
        return new

    def _is_late(self, found: os.stat_result) -> bool:
        since = self._missing_since
        return since is not None and found.st_ctime >= since - COARSE_SECONDS


class Ripening:
    """Which of the files that came are complete; time passes by `look`. Belongs to one thread."""

    def __init__(self, looks: int) -> None:
        self._looks = looks
        self._seen: dict[Path, tuple[tuple[int, int], int]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is none to wait for."""
        return not self._seen

    def came(self, path: Path) -> None:
        """It is there, or has been put in the place of another."""
        self._seen[path] = ((-1, -1), 0)

    def look(self) -> tuple[Path, ...]:
        """Those that are complete now, by name; of each once."""
        complete = []
        for path, (before, still) in list(self._seen.items()):
            now = _state(path)
            if now is None:
                del self._seen[path]
            elif now != before:
                self._seen[path] = (now, 0)
            elif still + 1 < self._looks or not _can_be_read(path):
                self._seen[path] = (now, still + 1)
            else:
                del self._seen[path]
                complete.append(path)
        return tuple(sorted(complete))


class WatchedFolder:
    """One folder, watched until `close`, or until it is lost.

    Args:
        folder: absolute.
        on_files: gets those that are complete, on a thread of this folder's own.
        on_lost: called there once, when the folder is gone or another is in its place; nothing is told then.
        known: which files are not new.
        looks: so many times a file must have stood still to be complete.
        look_seconds: between two of those.
        lost_seconds: as often is looked whether the folder is there.

    Raises FolderUnwatchable where there is no such folder, or the system watches no more.
    """

    def __init__(
        self,
        folder: Path,
        on_files: OnFiles,
        on_lost: OnLost,
        known: Known,
        *,
        looks: int,
        look_seconds: float,
        lost_seconds: float,
    ) -> None:
        self._folder = folder
        self._on_files = on_files
        self._on_lost = on_lost
        self._known = known
        self._ripening = Ripening(looks)
        self._look_seconds = look_seconds
        self._lost_seconds = lost_seconds
        self._changed = threading.Condition()
        self._is_deleted = False
        self._is_closed = False
        self._observer = Observer()
        self._observer.daemon = True
        try:
            self._identity = _identity(folder)
            if self._identity is None:
                raise NotADirectoryError(str(folder))
            self._observer.schedule(_Hearing(folder, self._hear, self._deleted), str(folder), recursive=False)
            self._observer.start()
            self._came = known.new_ones(folder)
        except OSError as error:  # no such folder, or more watches than the system allows
            self._stop_observer()
            detail = f"{type(error).__name__} {error.errno}"
            raise FolderUnwatchable(str(folder), detail) from error
        self._thread = threading.Thread(target=self._run, name="folder watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Tell of no more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._stop_observer()
        if self._thread is not threading.current_thread():
            self._thread.join(1.0)

    def _stop_observer(self) -> None:
        self._observer.stop()
        if self._observer.is_alive():
            self._observer.join(1.0)

    # --- on the observer's thread ---

    def _hear(self, path: Path) -> None:
        if _is_wanted(path):
            with self._changed:
                self._came.append(path)
                self._changed.notify()

    def _deleted(self) -> None:
        with self._changed:
            self._is_deleted = True
            self._changed.notify()

    # --- on its own ---

    def _run(self) -> None:
        while self._waited():
            if self._is_lost():
                self._on_lost()
                return
            files = self._ripening.look()
            for file in files:
                self._known.take(file)
            if files:
                self._on_files(files)

    def _waited(self) -> bool:
        """Wait until it is time to look; whether there is still anything to look for."""
        with self._changed:
            if self._ripening.is_empty:
                self._changed.wait_for(
                    lambda: self._came or self._is_deleted or self._is_closed, self._lost_seconds
                )
            else:
                self._changed.wait_for(lambda: self._is_closed, self._look_seconds)
            for path in self._came:
                self._ripening.came(path)
            self._came.clear()
            return not self._is_closed

    def _is_lost(self) -> bool:
        # A folder that was made anew may have the number of the one before: that it was deleted is heard.
        return self._is_deleted or _identity(self._folder) != self._identity


class _Hearing(FileSystemEventHandler):
    """Hears of files that come, by whatever way: written there, or moved there from anywhere. And of the
    folder itself, when it is deleted."""

    def __init__(self, folder: Path, hear: Callable[[Path], None], deleted: Callable[[], None]) -> None:
        self._folder = folder
        self._hear = hear
        self._deleted = deleted

    def on_created(self, event: DirCreatedEvent | FileCreatedEvent) -> None:
        self._tell(event, event.src_path)

    def on_moved(self, event: DirMovedEvent | FileMovedEvent) -> None:
        self._tell(event, event.dest_path)

    def on_deleted(self, event: DirDeletedEvent | FileDeletedEvent) -> None:
        if event.is_directory and Path(os.fsdecode(event.src_path)) == self._folder:
            self._deleted()

    def _tell(self, event: FileSystemEvent, path: bytes | str) -> None:
        if not event.is_directory:
            self._hear(Path(os.fsdecode(path)))


def _state(path: Path) -> tuple[int, int] | None:
    """By what the file is seen to grow; None where there is none any more."""
    found = _found(path)
    return (found.st_size, found.st_mtime_ns) if found else None


def _found(path: Path) -> os.stat_result | None:
    """None where there is no such file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return None if stat.S_ISDIR(found.st_mode) else found


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of its name; None where there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def _is_wanted(path: Path) -> bool:
    return may_hold_sound(path.name) and not is_hidden(path.name)


def _can_be_read(path: Path) -> bool:
    # On Windows whoever writes a file mostly keeps others out until it is done. An empty one is no recording
    # yet; some programs make the name first.
    with contextlib.suppress(OSError), path.open("rb") as file:
        return bool(file.read(1))
    return False
