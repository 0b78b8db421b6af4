"""The dictations of the past, in one SQLite file (see `app.adapters.sqlite_file`).

Rules: every save is one transaction. Of a file that is damaged what can still be read is taken over into a
new one, and HistoryDamaged is raised once: the same call made again works.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.adapters.history_rows import clean, entry_of, values_of, words_of
from app.adapters.history_schema import COLUMNS, MIGRATIONS, prepare, selection_for
from app.adapters.sqlite_file import Form, SqliteFile, transaction
from app.domain.history import HistoryEntry
from app.domain.problems import HistoryDamaged, Problem, StorageProblem
from app.domain.search import Query

logger = logging.getLogger(__name__)

_SELECT: Final = f"SELECT id, {', '.join(COLUMNS)} FROM dictation"
_INSERT: Final = (
    f"INSERT INTO dictation (id, folded, {', '.join(COLUMNS)}) VALUES (?, ?{', ?' * len(COLUMNS)})"
)
_UPDATE: Final = (
    f"UPDATE dictation SET folded = ?, {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?"
)


class SqliteHistory:
    """Fits the HistoryStore port. Used by one thread at a time; opens `path` at the first call.

    `full_text` False does without FTS5, as on a SQLite that lacks it.
    """

    def __init__(self, path: Path, *, full_text: bool = True) -> None:
        self._file = SqliteFile(path, Form(MIGRATIONS, self._prepare, _salvage, HistoryDamaged))
        self._full_text = full_text
        self._has_index = False

    @classmethod
    def open(cls, path: Path, *, full_text: bool = True) -> tuple[SqliteHistory, tuple[Problem, ...]]:
        """The history in `path`, and what is to be told of it. Never raises: what cannot be had now is
        tried again at each call."""
        history = cls(path, full_text=full_text)
        try:
            history._file.do(lambda _: None)
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

        return self._file.do(write)

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

        return self._file.do(read)

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

        self._file.do(write)

    def expired(self, begun_before: float) -> tuple[HistoryEntry, ...]:
        """Those with a recording that began before that moment (seconds since the epoch), oldest first.
        Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> tuple[HistoryEntry, ...]:
            rows = connection.execute(
                f"{_SELECT} WHERE has_audio AND begun < ? ORDER BY begun", (begun_before,)
            )
            return tuple(entry_of(row) for row in rows)

        return self._file.do(read)

    def close(self) -> None:
        """Nothing is called afterwards. Never raises."""
        self._file.close()

    def _one(self, condition: str, value: object) -> HistoryEntry | None:
        def read(connection: sqlite3.Connection) -> HistoryEntry | None:
            rows = connection.execute(f"{_SELECT} WHERE {condition} ORDER BY id DESC LIMIT 1", (value,))
            row = rows.fetchone()
            return entry_of(row) if row else None

        return self._file.do(read)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        self._has_index = prepare(connection, full_text=self._full_text)


def _salvage(damaged: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    fresh.executemany(_INSERT, _salvaged(damaged))


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


def _salvaged(damaged: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """The rows, for `_INSERT`, that a damaged history still gives: from its beginning up to the damage, and
    from its end back to it."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        # Damaged rows hold anything, in place of texts and numbers, too.
        with suppress(sqlite3.Error, TypeError, ValueError, AttributeError):
            for row in damaged.execute(f"{selection_for(damaged)} ORDER BY id {order}"):
                entry = entry_of(row)
                values = (entry.id, words_of(entry), *values_of(entry))
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield values
    logger.warning("%d dictations of the damaged history were taken over", len(seen))
