"""Files that come to be in a folder, told once they are complete.

Problem: a file that a recorder or a browser is still writing is there long before it can be read to its end.
Rules: a file counts once its size and time have stood still for some looks and it can be opened: not every
    system tells when a file is closed. What is in the folder
    when watching begins is left alone, as is what came while Sayso was not running: nobody knows which of it
    was transcribed elsewhere, and the folder can be dropped on the window. A file that is changed later is
    not told again, but one that is put in its place is. Folders below are not watched.
Failure: a folder that goes away, as that of a stick, is told no more of; watching it again begins anew.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from app.domain.media_names import is_hidden, may_hold_sound
from app.domain.problems import FolderUnwritable

OnFiles = Callable[[Sequence[Path]], None]


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
    """One folder, watched until `close`. Complete are files that stood still for `looks` looks, one every
    `look_seconds`. Raises FolderUnwritable where there is no such folder, or the system watches no more."""

    def __init__(self, folder: Path, on_files: OnFiles, looks: int, look_seconds: float) -> None:
        self._on_files = on_files
        self._ripening = Ripening(looks)
        self._look_seconds = look_seconds
        self._changed = threading.Condition()
        self._came: list[Path] = []
        self._is_closed = False
        self._observer = Observer()
        self._observer.daemon = True
        try:
            if not folder.is_dir():
                raise NotADirectoryError(str(folder))
            self._observer.schedule(_Hearing(self._hear), str(folder), recursive=False)
            self._observer.start()
        except OSError as error:  # no such folder, or more watches than the system allows
            detail = f"{type(error).__name__} {error.errno}"
            raise FolderUnwritable(str(folder), detail) from error
        self._thread = threading.Thread(target=self._run, name="folder watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Tell of no more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._observer.stop()
        for thread in (self._observer, self._thread):
            if thread is not threading.current_thread():
                thread.join(1.0)

    def _hear(self, path: Path) -> None:
        if may_hold_sound(path.name) and not is_hidden(path.name):
            with self._changed:
                self._came.append(path)
                self._changed.notify()

    def _run(self) -> None:
        while self._waited():
            if files := self._ripening.look():
                self._on_files(files)

    def _waited(self) -> bool:
        """Wait until it is time to look; whether there is still anything to look for."""
        with self._changed:
            if self._ripening.is_empty:
                self._changed.wait_for(lambda: self._came or self._is_closed)
            else:
                self._changed.wait_for(lambda: self._is_closed, self._look_seconds)
            for path in self._came:
                self._ripening.came(path)
            self._came.clear()
            return not self._is_closed


class _Hearing(FileSystemEventHandler):
    """Hears of files that come, by whatever way: written there, or moved there from anywhere."""

    def __init__(self, hear: Callable[[Path], None]) -> None:
        self._hear = hear

    def on_created(self, event: DirCreatedEvent | FileCreatedEvent) -> None:
        self._tell(event, event.src_path)

    def on_moved(self, event: DirMovedEvent | FileMovedEvent) -> None:
        self._tell(event, event.dest_path)

    def _tell(self, event: FileSystemEvent, path: bytes | str) -> None:
        if not event.is_directory:
            self._hear(Path(os.fsdecode(path)))


def _state(path: Path) -> tuple[int, int] | None:
    """By what the file is seen to grow; None where there is none any more."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _can_be_read(path: Path) -> bool:
    # On Windows whoever writes a file mostly keeps others out until it is done. An empty one is no recording
    # yet; some programs make the name first.
    with contextlib.suppress(OSError), path.open("rb") as file:
        return bool(file.read(1))
    return False
