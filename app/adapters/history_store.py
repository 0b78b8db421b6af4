"""The dictations of the past, in one SQLite file that survives crashes, full disks and its own damage.

Rules: every save is one transaction, flushed to the disk. What is deleted is overwritten. A file that cannot
be read is moved aside (history.damaged-1.sqlite3), what can still be read of it is taken over into a new
one, and HistoryDamaged is raised once: the same call made again works. A file that cannot be opened now
(disk full, no right) is tried again at the next call. The command line may have the file open meanwhile.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from app.adapters.disk import free_name, make_private_folder, storage_problem
from app.adapters.history_rows import clean, entry_of, values_of, words_of
from app.adapters.history_schema import COLUMNS, prepare, selection_for, transaction
from app.domain.history import HistoryEntry
from app.domain.problems import DiskFull, FolderUnwritable, HistoryDamaged, Problem, StorageProblem
from app.domain.search import Query

logger = logging.getLogger(__name__)

T = TypeVar("T")

BUSY_SECONDS: Final = 5.0
"""How long a call waits for another program that is writing."""

_SELECT: Final = f"SELECT id, {', '.join(COLUMNS)} FROM dictation"
_INSERT: Final = (
    f"INSERT INTO dictation (id, folded, {', '.join(COLUMNS)}) VALUES (?, ?{', ?' * len(COLUMNS)})"
)
_UPDATE: Final = (
    f"UPDATE dictation SET folded = ?, {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?"
)

_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_NO_ACCESS: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})


class SqliteHistory:
    """Fits the HistoryStore port. Used by one thread at a time; opens `path` at the first call.

    `full_text` False does without FTS5, as on a SQLite that lacks it.
    """

    def __init__(self, path: Path, *, full_text: bool = True) -> None:
        self._path = path
        self._full_text = full_text
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._has_index = False

    @classmethod
    def open(cls, path: Path, *, full_text: bool = True) -> tuple[SqliteHistory, tuple[Problem, ...]]:
        """The history in `path`, and what is to be told of it. Never raises: what cannot be had now is
        tried again at each call."""
        history = cls(path, full_text=full_text)
        try:
            history._connected()
        except StorageProblem as problem:
            return history, (problem,)
        return history, ()

    def save(self, entry: HistoryEntry) -> HistoryEntry:
        """Add it (`id` 0) or replace the one of the same `id`; one deleted meanwhile stays deleted.

        Answers with the id filled in. Raises StorageProblem.
        """

        def write(connection: sqlite3.Connection) -> HistoryEntry:
            values = (words_of(entry), *values_of(entry))
            with transaction(connection):
                if entry.id:
                    connection.execute(_UPDATE, (*values, entry.id))
                    return entry
                added = connection.execute(_INSERT, (None, *values)).lastrowid
                return replace(entry, id=added or 0)

        return self._do(write)

    def find(self, words: str = "", limit: int = 100, before: int | None = None) -> tuple[HistoryEntry, ...]:
        """Newest first, those whose text, in use or spoken, holds all of `words` as `app.domain.search` means
        it.

        `before` is an id: those saved before it, for the next page. Raises StorageProblem.
        """
        query = Query.parse(words)

        def read(connection: sqlite3.Connection) -> tuple[HistoryEntry, ...]:
            conditions, values = _conditions(query, self._has_index)
            if before is not None:
                conditions.append("id < ?")
                values.append(before)
            where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
            rows = connection.execute(f"{_SELECT}{where} ORDER BY id DESC LIMIT ?", (*values, limit))
            return tuple(entry_of(row) for row in rows)

        return self._do(read)

    def get(self, id: int) -> HistoryEntry | None:
        """One of them. Raises StorageProblem."""
        return self._one("id = ?", id)

    def of_recording(self, recording: str) -> HistoryEntry | None:
        """The one that tells of `recording`, the newest if there are several. Raises StorageProblem."""
        return self._one("recording = ?", clean(recording))

    def delete(self, id: int) -> None:
        """Remove it for good: from the table, the search index and the write-ahead log.

        Raises StorageProblem.
        """

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                connection.execute("DELETE FROM dictation WHERE id = ?", (id,))
                if self._has_index:
                    # The index keeps the words of deleted rows until its pieces are merged.
                    connection.execute("INSERT INTO dictation_words (dictation_words) VALUES ('optimize')")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

        self._do(write)

    def expired(self, begun_before: float) -> tuple[HistoryEntry, ...]:
        """Those with a recording that began before that moment (seconds since the epoch), oldest first.
        Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> tuple[HistoryEntry, ...]:
            rows = connection.execute(
                f"{_SELECT} WHERE has_audio AND begun < ? ORDER BY begun", (begun_before,)
            )
            return tuple(entry_of(row) for row in rows)

        return self._do(read)

    def close(self) -> None:
        """Nothing is called afterwards. Never raises."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _one(self, condition: str, value: object) -> HistoryEntry | None:
        def read(connection: sqlite3.Connection) -> HistoryEntry | None:
            rows = connection.execute(f"{_SELECT} WHERE {condition} ORDER BY id DESC LIMIT 1", (value,))
            row = rows.fetchone()
            return entry_of(row) if row else None

        return self._do(read)

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._connected()
        try:
            return work(connection)
        except sqlite3.Error as error:
            if _code(error) in _DAMAGE:
                raise self._begin_anew(error) from error
            # A new connection looks at the file afresh, should its form be the trouble.
            self.close()
            raise self._problem(error) from error

    def _connected(self) -> sqlite3.Connection:
        # A history that somebody removed while it was open would go on taking entries that nobody finds.
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
        # The thread that opens it may be another than the one that works with it.
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.text_factory = _decode
            self._has_index = prepare(connection, full_text=self._full_text)
        except BaseException:  # an interrupt leaves no file open either
            connection.close()
            raise
        return connection

    def _begin_anew(self, error: sqlite3.Error) -> StorageProblem:
        """Move the damaged file aside and begin a new one with what the old one still gives.

        The answer is what to raise: HistoryDamaged, or why even that was not possible.
        """
        self.close()
        logger.error("the history is damaged: %s", error)
        kept = free_name(self._path, "damaged")
        try:
            for end in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    os.rename(f"{self._path}{end}", f"{kept}{end}")
            self._connection = self._connect()
            self._file = _identity(self._path)
            with transaction(self._connection):
                self._connection.executemany(_INSERT, _salvaged(kept))
        except OSError as refusal:
            return storage_problem(refusal, self._path.parent)
        except sqlite3.Error as refusal:
            return self._problem(refusal)
        except StorageProblem as problem:
            return problem
        return HistoryDamaged(str(kept), str(error))

    def _problem(self, error: sqlite3.Error) -> StorageProblem:
        folder = self._path.parent
        detail = f"{getattr(error, 'sqlite_errorname', type(error).__name__)}: {error}"
        logger.warning("the history: %s", detail)
        if _code(error) == sqlite3.SQLITE_FULL or (_code(error) not in _NO_ACCESS and _is_full(folder)):
            return DiskFull(str(folder), detail)
        return FolderUnwritable(str(folder), detail)


def _conditions(query: Query, has_index: bool) -> tuple[list[str], list[object]]:
    """The WHERE of a search. Folded words hold letters and digits only: nothing in them is syntax, neither
    to FTS5, where they are quoted, nor to LIKE."""
    conditions: list[str] = []
    values: list[object] = []
    if has_index and query.beginnings:
        conditions.append("id IN (SELECT rowid FROM dictation_words WHERE dictation_words MATCH ?)")
        values.append(" ".join(f'"{clean(word)}"*' for word in query.beginnings))
    elif query.beginnings:
        for word in query.beginnings:
            conditions.append("' ' || folded LIKE ?")
            values.append(f"% {clean(word)}%")
    for part in query.parts:
        conditions.append("folded LIKE ?")
        values.append(f"%{clean(part)}%")
    return conditions, values


def _salvaged(path: Path) -> Iterator[tuple[object, ...]]:
    """The rows, for `_INSERT`, that a damaged history still gives: from its beginning up to the damage, and
    from its end back to it."""
    seen: set[int] = set()
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        connection.text_factory = _decode
        for order in ("ASC", "DESC"):
            # Damaged rows hold anything, in place of texts and numbers, too.
            with suppress(sqlite3.Error, TypeError, ValueError, AttributeError):
                for row in connection.execute(f"{selection_for(connection)} ORDER BY id {order}"):
                    entry = entry_of(row)
                    values = (entry.id, words_of(entry), *values_of(entry))
                    if entry.id not in seen:
                        seen.add(entry.id)
                        yield values
    logger.warning("%d dictations of the damaged history were taken over", len(seen))


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for what Sayso's own check found."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "replace")


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
