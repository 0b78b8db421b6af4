"""What lies in Sayso's folders: how much of each, and removing it for good.

Rules: of what is in use nothing is removed: a recording being spoken is locked (see `app.adapters.journal`),
a dictation that is not written down yet is in no table, the log goes on in its file. Deleted texts are
overwritten, and copies of damaged files, which hold them as well, go with them.
Failure: StorageProblem; what was removed until then is gone.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from app.adapters.disk import storage_problem
from app.adapters.folders import Folders
from app.adapters.journal import FileJournal
from app.adapters.log_file import FILE_NAME
from app.domain.privacy import Amount, Kept, KeptPlace
from app.domain.problems import FolderUnwritable

BUSY_SECONDS: Final = 5.0
BESIDE: Final = ("", "-wal", "-shm")
"""A database, and what SQLite has beside it."""


class KeptThings:
    """All that is kept below `folders`. Used by the thread that writes recordings and history."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._measures: dict[Kept, Callable[[], Amount]] = {
            Kept.SETTINGS: lambda: _amount([folders.settings_file, *_set_aside(folders.settings_file)]),
            Kept.HISTORY: self._history,
            Kept.RECORDINGS: lambda: _amount(self._recordings()),
            Kept.FILES: self._files,
            Kept.COPIES: lambda: _amount(_below(folders.dragged)),
            Kept.MODELS: self._models,
            Kept.LOG: lambda: _amount(self._logs()),
        }
        self._removals: dict[Kept, Callable[[], None]] = {
            Kept.SETTINGS: lambda: _remove(_set_aside(folders.settings_file)),
            Kept.HISTORY: self._clear_history,
            Kept.RECORDINGS: self._clear_recordings,
            Kept.FILES: self._clear_files,
            Kept.COPIES: lambda: shutil.rmtree(folders.dragged, ignore_errors=True),
            Kept.LOG: self._clear_log,
        }

    def amount(self, kept: Kept) -> Amount:
        """How much there is of it. Never raises: what cannot be looked at counts as none."""
        try:
            return self._measures[kept]()
        except (OSError, sqlite3.Error):
            return Amount()

    def remove(self, kept: Kept) -> None:
        """Remove all of it that is not in use, as far as it is not somebody else's to remove: the list of
        files goes by its desk, models by theirs, and settings are set back. Raises StorageProblem."""
        place = next(one.path for one in kept_places(self._folders) if one.kept is kept)
        try:
            self._removals.get(kept, lambda: None)()
        except sqlite3.Error as error:
            raise FolderUnwritable(str(place.parent), f"{type(error).__name__}") from error
        except OSError as error:
            raise storage_problem(error, place if place.is_dir() else place.parent) from error

    # --- the history and its recordings ---

    def _history(self) -> Amount:
        path = self._folders.history_file
        count = _asked(path, "SELECT count(*) FROM dictation")
        return Amount(count, _amount(_database(path)).bytes)

    def _recordings(self) -> Iterator[Path]:
        yield from self._folders.recordings.glob("*.wav")
        yield from (self._folders.data / "journal").glob("*.wav")

    def _clear_history(self) -> None:
        self._clear_recordings()
        _empty(self._folders.history_file, "DELETE FROM dictation")

    def _clear_recordings(self) -> None:
        journal = FileJournal(self._folders.data)
        kept = [path.stem for path in self._folders.recordings.glob("*.wav")]
        # Those that are being spoken are locked, and not among the interrupted ones.
        for recording in (*kept, *(one.recording for one in journal.interrupted())):
            journal.discard(recording)
        _change(self._folders.history_file, "UPDATE dictation SET has_audio = 0 WHERE has_audio")

    # --- files ---

    def _files(self) -> Amount:
        path = self._folders.files_file
        count = _asked(path, "SELECT (SELECT count(*) FROM job) + (SELECT count(*) FROM cached)")
        return Amount(count, _amount(_database(path)).bytes)

    def _clear_files(self) -> None:
        _empty(self._folders.files_file, "DELETE FROM export")

    # --- models and log ---

    def _models(self) -> Amount:
        folder = self._folders.models
        count = sum(1 for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else 0
        return Amount(count, _amount(_below(folder)).bytes)

    def _logs(self) -> list[Path]:
        return [path for path in self._folders.log.glob("*") if path.is_file()]

    def _clear_log(self) -> None:
        for path in self._logs():
            if path.name == FILE_NAME:
                # It is open, and goes on from its beginning.
                os.truncate(path, 0)
            else:
                path.unlink(missing_ok=True)


def kept_places(folders: Folders) -> tuple[KeptPlace, ...]:
    """Where everything is that Sayso keeps."""
    return (
        KeptPlace(Kept.SETTINGS, folders.settings_file),
        KeptPlace(Kept.HISTORY, folders.history_file),
        KeptPlace(Kept.RECORDINGS, folders.recordings),
        KeptPlace(Kept.FILES, folders.files_file),
        KeptPlace(Kept.COPIES, folders.dragged),
        KeptPlace(Kept.MODELS, folders.models),
        KeptPlace(Kept.LOG, folders.log),
    )


def _set_aside(path: Path) -> list[Path]:
    """Copies of `path` that were kept when it could not be read (see `app.adapters.disk.free_name`)."""
    found = path.parent.glob(f"{path.stem}.*-[0-9]*{path.suffix}*")
    return [one for one in found if one.is_file()]


def _database(path: Path) -> list[Path]:
    return [*(Path(f"{path}{end}") for end in BESIDE), *_set_aside(path)]


def _below(folder: Path) -> Iterator[Path]:
    return (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())


def _amount(files: Iterable[Path]) -> Amount:
    """Of those that are there; what goes meanwhile is not counted."""
    count = size = 0
    for path in files:
        try:
            size += path.stat().st_size
        except OSError:
            continue
        count += 1
    return Amount(count, size)


def _remove(files: Iterable[Path]) -> None:
    for path in files:
        path.unlink(missing_ok=True)


def _asked(path: Path, question: str) -> int:
    """The number that a database answers with; 0 where there is none. Raises sqlite3.Error."""
    if not path.is_file():
        return 0
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        return int(connection.execute(question).fetchone()[0] or 0)


def _change(path: Path, statement: str) -> None:
    """Raises sqlite3.Error."""
    if path.is_file():
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            connection.execute(statement)


def _empty(path: Path, statement: str) -> None:
    """Do `statement`, which deletes, and leave no trace of what it deleted: not in search indexes, which keep
    words until they are merged, not in free pages, the write-ahead log, or damaged copies."""
    if path.is_file():
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(statement)
            indexes = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"
            for (name,) in connection.execute(indexes).fetchall():
                connection.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\')')
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    _remove(_set_aside(path))
