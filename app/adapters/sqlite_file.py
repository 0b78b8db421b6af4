"""One SQLite file that survives crashes, full disks and its own damage, for any thread.

Rules: every change is flushed to the disk, and what is deleted is overwritten. A file that cannot be read is
moved aside (files.damaged-1.sqlite3), what can still be read of it is taken over into a new one, and the
owner's own problem is raised once: the same call made again works. A file that cannot be opened now (disk
full, no right) is tried again at the next call; one that somebody removed while it was open would go on
taking what nobody finds, and is made anew. Calls of several threads wait for each other, and another program,
as the command line, may have the file open meanwhile.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from app.adapters.disk import free_name, make_private_folder, storage_problem
from app.domain.problems import DiskFull, FolderUnwritable, StorageProblem

logger = logging.getLogger(__name__)

T = TypeVar("T")

BUSY_SECONDS: Final = 5.0
"""How long a call waits for another program that is writing."""

_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_NO_ACCESS: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})


@dataclass(frozen=True, slots=True)
class Form:
    """What a file of one kind is: `migrations` bring it to its newest form, and are never changed, only added
    to, as `PRAGMA user_version` counts those that are done. `prepare` gets it ready then, and raises
    sqlite3.Error where it is another's; `salvage` takes over what the first, damaged one still gives into the
    second, the new one; `damaged` is what is told, of the path it was moved to and the detail."""

    migrations: Sequence[Sequence[str]]
    prepare: Callable[[sqlite3.Connection], None]
    salvage: Callable[[sqlite3.Connection, sqlite3.Connection], None]
    damaged: Callable[[str, str], StorageProblem]


class SqliteFile:
    """Opens `path` at the first call."""

    def __init__(self, path: Path, form: Form) -> None:
        self._path = path
        self._form = form
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` answers, which changes the file within a transaction. Raises StorageProblem."""
        with self._lock:
            connection = self._connected()
            try:
                return work(connection)
            except sqlite3.Error as error:
                if _code(error) in _DAMAGE:
                    raise self._begin_anew(error) from error
                # A new connection looks at the file afresh, should its form be the trouble.
                self.close()
                raise self._problem(error) from error

    def close(self) -> None:
        """Let the file go. Never raises."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = None

    def _connected(self) -> sqlite3.Connection:
        if self._connection is not None and self._file != _identity(self._path):
            self.close()
        if self._connection is None:
            try:
                self._connection = self._connect()
            except sqlite3.Error as error:
                if _code(error) in _DAMAGE | {0, sqlite3.SQLITE_ERROR}:
                    raise self._begin_anew(error) from error
                raise self._problem(error) from error
            self._file = _identity(self._path)
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        make_private_folder(self._path.parent)
        try:
            # Made here and not by SQLite, for its user alone; the files beside it take over these rights.
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise storage_problem(error, self._path.parent) from error
        connection = _opened(self._path)
        try:
            _make_safe(connection)
            migrate(connection, self._form.migrations)
            self._form.prepare(connection)
        except BaseException:  # an interrupt leaves no file open either
            connection.close()
            raise
        return connection

    def _begin_anew(self, error: sqlite3.Error) -> StorageProblem:
        """What to raise: that it was damaged, or why not even a new one could be begun."""
        self.close()
        logger.error("%s is damaged: %s", self._path.name, error)
        kept = free_name(self._path, "damaged")
        try:
            for end in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    os.rename(f"{self._path}{end}", f"{kept}{end}")
            self._connection = self._connect()
            self._file = _identity(self._path)
            with closing(_opened(kept)) as damaged, transaction(self._connection):
                self._form.salvage(damaged, self._connection)
        except OSError as refusal:
            return storage_problem(refusal, self._path.parent)
        except sqlite3.Error as refusal:
            return self._problem(refusal)
        except StorageProblem as problem:
            return problem
        return self._form.damaged(str(kept), str(error))

    def _problem(self, error: sqlite3.Error) -> StorageProblem:
        folder = self._path.parent
        detail = f"{getattr(error, 'sqlite_errorname', type(error).__name__)}: {error}"
        logger.warning("%s: %s", self._path.name, detail)
        if _code(error) == sqlite3.SQLITE_FULL or (_code(error) not in _NO_ACCESS and _is_full(folder)):
            return DiskFull(str(folder), detail)
        return FolderUnwritable(str(folder), detail)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that nobody else writes in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:  # an interrupt leaves no half change behind either
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _make_safe(connection: sqlite3.Connection) -> None:
    """What is written is on the disk, and what is deleted is gone. Raises sqlite3.Error if damaged."""
    _use_write_ahead_log(connection)
    # Deleted text is overwritten with zeros, not left in free pages.
    connection.execute("PRAGMA secure_delete = ON")
    # One flush a change: it survives a loss of power.
    connection.execute("PRAGMA synchronous = FULL")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("quick_check found damage")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Write behind the file and not into it, from now on. Raises sqlite3.Error."""
    # With it, the command line reads while the window writes. Changing the mode needs the file for oneself
    # and does not wait for it; a second program that comes at the same moment finds it changed.
    if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise


def migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> None:
    """Do those of `migrations` that were not done yet. Raises sqlite3.Error."""
    if _version(connection) >= len(migrations):
        return
    with transaction(connection):
        # Asked again under the lock: another program may have been quicker.
        for number, statements in enumerate(migrations[_version(connection) :], _version(connection) + 1):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _opened(path: Path) -> sqlite3.Connection:
    # The thread that opens it may be another than the one that works with it.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    return connection


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for what Sayso's own check found."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < 64 * 1024
    except OSError:
        return False
