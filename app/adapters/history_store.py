"""The dictations of the past, in one SQLite file (see `app.adapters.sqlite_file`).

Rules: every save is one transaction. Of a file that is damaged what can still be read is taken over into a
new one, and HistoryDamaged is raised once: the same call made again works.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from app.adapters.history_rows import clean, entry_of, values_of, words_of
from app.adapters.history_schema import COLUMNS, FOLDED_FORM, MIGRATIONS, prepare, selection_for
from app.adapters.sqlite_file import Form, SqliteFile, transaction
from app.domain.history import HistoryEntry
from app.domain.history_search import EVERYTHING, Narrowing
from app.domain.problems import HistoryDamaged, Problem, StorageProblem
from app.domain.search import Query, has_unspaced

logger = logging.getLogger(__name__)

_SELECT: Final = f"SELECT id, {', '.join(COLUMNS)} FROM dictation"
_FOUND_BY: Final = ("folded_form", "unspaced", "folded")
_INSERT: Final = (
    f"INSERT INTO dictation (id, {', '.join((*_FOUND_BY, *COLUMNS))}) "
    f"VALUES (?{', ?' * len((*_FOUND_BY, *COLUMNS))})"
)
_UPDATE: Final = (
    f"UPDATE dictation SET {', '.join(f'{name} = ?' for name in (*_FOUND_BY, *COLUMNS))} WHERE id = ?"
)
_RENEW: Final = f"UPDATE dictation SET {', '.join(f'{name} = ?' for name in _FOUND_BY)} WHERE id = ?"
_TO_RENEW: Final = f"{_SELECT} WHERE folded_form < {FOLDED_FORM} LIMIT ?"

_ALL: Final = "SELECT id FROM dictation INDEXED BY dictation_filtered"
_MATCHING: Final = "SELECT rowid FROM dictation_words WHERE dictation_words MATCH ?"
_BEGINNING: Final = "SELECT id FROM dictation WHERE ' ' || folded LIKE ?"
_WITHIN: Final = "SELECT id FROM dictation INDEXED BY dictation_unspaced WHERE unspaced AND instr(folded, ?)"

MANY: Final = 500
"""Ids that one statement names; SQLite has a limit."""


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
            values = _values(entry)
            with transaction(connection):
                if entry.id:
                    connection.execute(_UPDATE, (*values, entry.id))
                    return entry
                added = connection.execute(_INSERT, (None, *values)).lastrowid
                return replace(entry, id=added or 0)

        return self._file.do(write)

    def save_all(self, entries: Iterable[HistoryEntry]) -> None:
        """Add them all, or none. Raises StorageProblem."""

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                connection.executemany(_INSERT, ((None, *_values(entry)) for entry in entries))

        self._file.do(write)

    def find(self, words: str = "", limit: int = 100, before: int | None = None) -> tuple[HistoryEntry, ...]:
        """Newest first, those whose text, in use or spoken, holds all of `words` as `app.domain.search` means
        it.

        `before` is an id: those saved before it, for the next page. Raises StorageProblem.
        """
        found = self.ids(words)
        start = 0 if before is None else next((n for n, id in enumerate(found) if id < before), len(found))
        return self.rows(found[start : start + limit])

    def ids(self, words: str = "", narrowing: Narrowing = EVERYTHING) -> tuple[int, ...]:
        """All that `find` would give, and that are what `narrowing` asks for. Raises StorageProblem."""
        query = Query.parse(words)

        def read(connection: sqlite3.Connection) -> tuple[int, ...]:
            sought = _beginning(query, has_index=self._has_index)
            sought += [(_WITHIN, clean(part)) for part in query.parts]
            found = [set(chain.from_iterable(connection.execute(sql, (value,)))) for sql, value in sought]
            if found and narrowing == EVERYTHING:
                return tuple(sorted(set.intersection(*found), reverse=True))
            where, values = _narrowed(narrowing)
            ids = chain.from_iterable(connection.execute(f"{_ALL}{where} ORDER BY id DESC", values))
            return tuple(id for id in ids if all(id in each for each in found)) if found else tuple(ids)

        return self._file.do(read)

    def rows(self, ids: Sequence[int]) -> tuple[HistoryEntry, ...]:
        """Those of `ids` that there are, in that order. Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> tuple[HistoryEntry, ...]:
            found: dict[int, HistoryEntry] = {}
            for few in _portions(ids):
                rows = connection.execute(f"{_SELECT} WHERE id IN ({_marks(few)})", few)
                found.update((row[0], entry_of(row)) for row in rows)
            return tuple(found[id] for id in ids if id in found)

        return self._file.do(read)

    def get(self, id: int) -> HistoryEntry | None:
        """One of them. Raises StorageProblem."""
        return self._one("id = ?", id)

    def of_recording(self, recording: str) -> HistoryEntry | None:
        """The one that tells of `recording`, the newest if there are several. Raises StorageProblem."""
        return self._one("recording = ?", clean(recording))

    def delete(self, id: int) -> None:
        """`delete_all` of one."""
        self.delete_all((id,))

    def delete_all(self, ids: Sequence[int]) -> None:
        """Remove them for good: from the table, the search index and the write-ahead log.

        Raises StorageProblem.
        """

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                for few in _portions(ids):
                    connection.execute(f"DELETE FROM dictation WHERE id IN ({_marks(few)})", few)
                if self._has_index:
                    # The index keeps the words of deleted rows until its pieces are merged.
                    connection.execute("INSERT INTO dictation_words (dictation_words) VALUES ('optimize')")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

        self._file.do(write)

    def renew_words(self, limit: int) -> bool:
        """Let the search find up to `limit` entries of older programs by all of their texts; answers whether
        there are more of them. Raises StorageProblem."""

        def write(connection: sqlite3.Connection) -> bool:
            with transaction(connection):
                found = [entry_of(row) for row in connection.execute(_TO_RENEW, (limit,))]
                connection.executemany(_RENEW, [(*_found_by(entry), entry.id) for entry in found])
            return len(found) == limit

        return self._file.do(write)

    def older(self, begun_before: float, limit: int) -> tuple[HistoryEntry, ...]:
        """Up to `limit` that began before that moment (seconds since the epoch), oldest first. Raises
        StorageProblem."""

        def read(connection: sqlite3.Connection) -> tuple[HistoryEntry, ...]:
            rows = connection.execute(
                f"{_SELECT} WHERE begun < ? ORDER BY begun LIMIT ?", (begun_before, limit)
            )
            return tuple(entry_of(row) for row in rows)

        return self._file.do(read)

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


def _values(entry: HistoryEntry) -> tuple[object, ...]:
    return (*_found_by(entry), *values_of(entry))


def _found_by(entry: HistoryEntry) -> tuple[object, ...]:
    """In the order of `_FOUND_BY`."""
    words = words_of(entry)
    return FOLDED_FORM, has_unspaced(words), words


def _beginning(query: Query, *, has_index: bool) -> list[tuple[str, str]]:
    """What finds the words of the query that begin a word. Folded words hold letters and digits only: nothing
    in them is syntax, neither to FTS5, where they are quoted, nor to LIKE."""
    words = [clean(word) for word in query.beginnings]
    if not words:
        return []
    if has_index:
        return [(_MATCHING, " ".join(f'"{word}"*' for word in words))]
    return [(_BEGINNING, f"% {word}%") for word in words]


def _narrowed(narrowing: Narrowing) -> tuple[str, list[object]]:
    """The WHERE of what is asked for beside the words, with its values."""
    conditions: list[str] = []
    values: list[object] = []
    if narrowing.since is not None:
        conditions.append("begun >= ?")
        values.append(narrowing.since)
    if narrowing.fates is not None:
        conditions.append(f"fate IN ({_marks(tuple(narrowing.fates))})")
        values += sorted(narrowing.fates)
    if narrowing.with_recording:
        conditions.append("has_audio")
    return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + MANY] for start in range(0, len(ids), MANY))


def _salvaged(damaged: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """The rows, for `_INSERT`, that a damaged history still gives: from its beginning up to the damage, and
    from its end back to it."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        # Damaged rows hold anything, in place of texts and numbers, too.
        with suppress(sqlite3.Error, TypeError, ValueError, AttributeError):
            for row in damaged.execute(f"{selection_for(damaged)} ORDER BY id {order}"):
                entry = entry_of(row)
                values = (entry.id, *_values(entry))
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield values
    logger.warning("%d dictations of the damaged history were taken over", len(seen))
