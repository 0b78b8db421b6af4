"""The queue of files, their transcripts and the cache, in one SQLite file (see `app.adapters.sqlite_file`).

Rules: every change is one transaction, so that the queue is there after a crash. Jobs and transcripts are
JSON of a version of their own: one that cannot be read is left out, and costs no other. The cache knows each
transcript by its sound, and that by as many files as hold it; where it is full, those that were used longest
ago go. Transcripts of jobs are apart from it, and stay.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.adapters.sqlite_file import Form, SqliteFile, transaction
from app.domain.file_job_codec import job_json, read_job
from app.domain.file_origin import Origin, Stamp
from app.domain.file_queue import FileJob, JobState
from app.domain.file_transcript import FileTranscript
from app.domain.file_transcript_codec import read_transcript, transcript_json
from app.domain.kept_files import KeptQueue
from app.domain.problems import TranscriptsDamaged

logger = logging.getLogger(__name__)

LENGTH_SECONDS: Final = 1.0
"""By how much the lengths of one sound may differ from container to container."""

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    (
        """CREATE TABLE job (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            place INTEGER NOT NULL,
            record TEXT NOT NULL
        )""",
        "CREATE TABLE transcript (job INTEGER PRIMARY KEY, body TEXT NOT NULL)",
        "CREATE TABLE queue (is_paused INTEGER NOT NULL)",
        "INSERT INTO queue (is_paused) VALUES (0)",
        """CREATE TABLE cached (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sound TEXT NOT NULL UNIQUE,
            wish TEXT NOT NULL,
            seconds REAL NOT NULL,
            bytes INTEGER NOT NULL,
            used REAL NOT NULL,
            body TEXT NOT NULL
        )""",
        "CREATE INDEX cached_by_wish ON cached (wish, seconds)",
        "CREATE TABLE cached_file (file TEXT PRIMARY KEY, cached INTEGER NOT NULL)",
        "CREATE INDEX cached_file_of ON cached_file (cached)",
        # Names of files are no text everywhere: they are kept as bytes.
        """CREATE TABLE export (
            path BLOB PRIMARY KEY,
            source BLOB NOT NULL,
            size INTEGER NOT NULL,
            changed INTEGER NOT NULL
        )""",
    ),
    (
        # Of what was written before nobody knows whether it holds corrections: it counts as if it did.
        "ALTER TABLE export ADD COLUMN job INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE export ADD COLUMN heard_size INTEGER",
        "ALTER TABLE export ADD COLUMN heard_changed INTEGER",
        "ALTER TABLE export ADD COLUMN is_edited INTEGER NOT NULL DEFAULT 1",
    ),
    ("CREATE TABLE unfinished (job INTEGER PRIMARY KEY, wish TEXT NOT NULL, body TEXT NOT NULL)",),
)
"""Append-only."""

_EXPORT: Final = "path, source, size, changed, job, heard_size, heard_changed, is_edited"
_TABLES: Final = {
    "job": "id, place, record",
    "transcript": "job, body",
    "unfinished": "job, wish, body",
    "queue": "is_paused",
    "export": _EXPORT,
}
"""What is taken over from a damaged file: all but the cache, which can be made again."""


class SqliteTranscripts:
    """Fits the port TranscriptStore. `wall` is the clock by which the cache knows what was used when."""

    def __init__(self, path: Path, *, wall: Callable[[], float] = time.time) -> None:
        self._file = SqliteFile(path, Form(MIGRATIONS, _check, _salvage, TranscriptsDamaged))
        self._wall = wall

    def close(self) -> None:
        """Nothing is called afterwards. Never raises."""
        self._file.close()

    # --- the queue ---

    def load(self) -> KeptQueue:
        """The queue. What cannot be read of it is left out. Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> KeptQueue:
            jobs, unfinished = [], set()
            for id, record in connection.execute("SELECT id, record FROM job ORDER BY place, id"):
                unfinished.add(id)
                try:
                    jobs.append(read_job(id, record))
                except ValueError as error:
                    logger.warning("a job of the queue of files cannot be read: %s", error)
                else:
                    if jobs[-1].state is JobState.DONE:
                        unfinished.remove(id)
            _sweep(connection, unfinished)
            is_paused = connection.execute("SELECT max(is_paused) FROM queue").fetchone()[0]
            last = connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'job'").fetchone()[0]
            return KeptQueue(tuple(jobs), bool(is_paused), (last or 0) + 1)

        return self._file.do(read)

    def save(
        self, changed: Sequence[tuple[int, FileJob]], removed: Sequence[int], *, is_paused: bool
    ) -> None:
        """These jobs, each with its place, are so from now on; those removed are gone, with their
        transcripts. Raises StorageProblem."""

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                connection.executemany("DELETE FROM job WHERE id = ?", [(id,) for id in removed])
                connection.executemany("DELETE FROM transcript WHERE job = ?", [(id,) for id in removed])
                connection.executemany("DELETE FROM unfinished WHERE job = ?", [(id,) for id in removed])
                connection.executemany(
                    "INSERT INTO job (id, place, record) VALUES (?, ?, ?)"
                    " ON CONFLICT (id) DO UPDATE SET place = excluded.place, record = excluded.record",
                    [(job.id, place, job_json(job)) for place, job in changed],
                )
                connection.execute("UPDATE queue SET is_paused = ?", (is_paused,))
            if removed:
                # What was said in them is not left behind in the log either.
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

        self._file.do(write)

    def transcript(self, job: int) -> FileTranscript | None:
        """That of a job; None where there is none that can be read. Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> FileTranscript | None:
            row = connection.execute("SELECT body FROM transcript WHERE job = ?", (job,)).fetchone()
            return _readable(row[0]) if row else None

        return self._file.do(read)

    def save_transcript(self, job: int, transcript: FileTranscript, *, is_new: bool = False) -> None:
        """It is that of the job from now on; `is_new`: nothing of it is unfinished any more. Raises
        StorageProblem."""
        body = transcript_json(transcript)

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                connection.execute("INSERT OR REPLACE INTO transcript (job, body) VALUES (?, ?)", (job, body))
                if is_new:
                    connection.execute("DELETE FROM unfinished WHERE job = ?", (job,))

        self._file.do(write)

    def unfinished(self, job: int, key: str) -> FileTranscript | None:
        """What was transcribed of a job before it was stopped, wanted as `key` says; None where there is none
        that can be read. Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> FileTranscript | None:
            row = connection.execute(
                "SELECT body FROM unfinished WHERE job = ? AND wish = ?", (job, key)
            ).fetchone()
            return _readable(row[0]) if row else None

        return self._file.do(read)

    def save_unfinished(self, job: int, key: str, transcript: FileTranscript) -> None:
        """So much is, where the job is not gone. Raises StorageProblem."""
        values = (job, key, transcript_json(transcript), job)

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                # A job may be removed before its last words come.
                connection.execute(
                    "INSERT OR REPLACE INTO unfinished (job, wish, body)"
                    " SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM job WHERE id = ?)",
                    values,
                )

        self._file.do(write)

    # --- the cache ---

    def of_file(self, file_key: str) -> FileTranscript | None:
        """That of a file with these bytes. Raises StorageProblem."""

        def find(connection: sqlite3.Connection) -> FileTranscript | None:
            row = connection.execute(
                "SELECT id, body FROM cached WHERE id = (SELECT cached FROM cached_file WHERE file = ?)",
                (file_key,),
            ).fetchone()
            return self._used(connection, row)

        return self._file.do(find)

    def of_sound(self, sound_key: str, file_key: str) -> FileTranscript | None:
        """That of this sound, which `of_file` finds by `file_key` as well from now on.
        Raises StorageProblem."""

        def find(connection: sqlite3.Connection) -> FileTranscript | None:
            row = connection.execute("SELECT id, body FROM cached WHERE sound = ?", (sound_key,)).fetchone()
            found = self._used(connection, row)
            if found:
                with transaction(connection):
                    connection.execute("INSERT OR REPLACE INTO cached_file VALUES (?, ?)", (file_key, row[0]))
            return found

        return self._file.do(find)

    def may_know(self, wish_key: str, seconds: float | None) -> bool:
        """Whether there is any that is wanted in the same way and of about the same length; of any length
        where `seconds` is None. Raises StorageProblem."""

        def find(connection: sqlite3.Connection) -> bool:
            question = "SELECT EXISTS (SELECT 1 FROM cached WHERE wish = ?"
            values: tuple[object, ...] = (wish_key,)
            if seconds is not None:
                question += " AND seconds BETWEEN ? AND ?"
                values += (seconds - LENGTH_SECONDS, seconds + LENGTH_SECONDS)
            return bool(connection.execute(f"{question})", values).fetchone()[0])

        return self._file.do(find)

    def keep(
        self, transcript: FileTranscript, *, file_key: str, sound_key: str, wish_key: str, limit: int
    ) -> None:
        """Keep it; those that were used longest ago go, so that all take at most `limit` bytes: where it is
        more than that by itself, it is not kept. Raises StorageProblem."""
        body = transcript_json(transcript)
        if len(body) > limit:
            return

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                _drop(connection, "sound = ?", (sound_key,))
                values = (sound_key, wish_key, transcript.seconds, len(body), self._wall(), body)
                added = connection.execute(
                    "INSERT INTO cached (sound, wish, seconds, bytes, used, body) VALUES (?, ?, ?, ?, ?, ?)",
                    values,
                ).lastrowid
                connection.execute("INSERT OR REPLACE INTO cached_file VALUES (?, ?)", (file_key, added))
                _trim(connection, limit)

        self._file.do(write)

    def cache_size(self) -> tuple[int, int]:
        """Bytes that the cache takes, and how many transcripts are in it. Raises StorageProblem."""

        def read(connection: sqlite3.Connection) -> tuple[int, int]:
            size, number = connection.execute("SELECT total(bytes), count(*) FROM cached").fetchone()
            return int(size), int(number)

        return self._file.do(read)

    def trim_cache(self, limit: int) -> None:
        """Let those that were used longest ago go, until all take at most `limit` bytes. The disk gets its
        space back. Raises StorageProblem."""

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                gone = _trim(connection, limit)
            if gone:
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

        self._file.do(write)

    def _used(self, connection: sqlite3.Connection, row: tuple[int, str] | None) -> FileTranscript | None:
        """The transcript in that row, which is in use now; one that cannot be read is dropped."""
        if row is None:
            return None
        found = _readable(row[1])
        with transaction(connection):
            if found is None:
                _drop(connection, "id = ?", (row[0],))
            else:
                connection.execute("UPDATE cached SET used = ? WHERE id = ?", (self._wall(), row[0]))
        return found

    # --- what was written ---

    def origin(self, path: Path, stamp: Stamp) -> Origin | None:
        """Of what `path` was written; None where it was not, or somebody has changed it since.
        Raises StorageProblem."""
        values = (_bytes(str(path)), stamp.size, stamp.changed)

        def read(connection: sqlite3.Connection) -> Origin | None:
            row = connection.execute(
                "SELECT source, heard_size, heard_changed, job, is_edited FROM export"
                " WHERE path = ? AND size = ? AND changed = ?",
                values,
            ).fetchone()
            if row is None:
                return None
            source, size, changed, job, is_edited = row
            heard = None if size is None or changed is None else Stamp(size, changed)
            return Origin(_name(source), heard, job, bool(is_edited))

        return self._file.do(read)

    def wrote(self, path: Path, stamp: Stamp, origin: Origin) -> None:
        """It was, and is as `stamp` says. Raises StorageProblem."""
        heard = (None, None) if origin.heard is None else (origin.heard.size, origin.heard.changed)
        name, source = _bytes(str(path)), _bytes(origin.source)
        values = (name, source, stamp.size, stamp.changed, origin.job, *heard, origin.is_edited)

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                connection.execute(
                    f"INSERT OR REPLACE INTO export ({_EXPORT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values
                )

        self._file.do(write)


def _check(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.Error where it is another program's."""
    for table, columns in _TABLES.items():
        connection.execute(f"SELECT {columns} FROM {table} LIMIT 0")
    connection.execute("SELECT id, sound, wish, seconds, bytes, used, body FROM cached LIMIT 0")


def _salvage(damaged: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Each table from its beginning up to the damage, and from its end back to it."""
    for table, columns in _TABLES.items():
        places = ", ".join("?" * len(columns.split(",")))
        for order in ("ASC", "DESC"):
            with suppress(sqlite3.DatabaseError):
                for row in damaged.execute(f"SELECT {columns} FROM {table} ORDER BY rowid {order}"):
                    # Damaged rows hold anything in place of numbers.
                    with suppress(sqlite3.IntegrityError):
                        fresh.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})", row)


def _sweep(connection: sqlite3.Connection, unfinished: Collection[int]) -> None:
    """What is kept of other jobs than these goes: an earlier version removes and ends jobs without a thought
    of it, and of a damaged file they may be lost."""
    kept = {id for (id,) in connection.execute("SELECT job FROM unfinished")}
    if gone := kept.difference(unfinished):
        with transaction(connection):
            connection.executemany("DELETE FROM unfinished WHERE job = ?", [(id,) for id in gone])
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _trim(connection: sqlite3.Connection, limit: int) -> int:
    """How many went."""
    total = int(connection.execute("SELECT total(bytes) FROM cached").fetchone()[0])
    going = []
    for id, size in connection.execute("SELECT id, bytes FROM cached ORDER BY used, id"):
        if total <= limit:
            break
        going.append(id)
        total -= size
    for id in going:
        _drop(connection, "id = ?", (id,))
    return len(going)


def _drop(connection: sqlite3.Connection, condition: str, values: tuple[object, ...]) -> None:
    connection.execute(
        f"DELETE FROM cached_file WHERE cached IN (SELECT id FROM cached WHERE {condition})", values
    )
    connection.execute(f"DELETE FROM cached WHERE {condition}", values)


def _readable(body: str) -> FileTranscript | None:
    try:
        return read_transcript(body)
    except ValueError as error:
        logger.warning("a transcript cannot be read: %s", error)
        return None


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _name(written: bytes) -> str:
    return written.decode("utf-8", "surrogatepass")
