"""Queue, transcripts and cache on disk: real SQLite files, whole, damaged, shared, and cut off."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.sqlite_file import migrate
from app.adapters.transcript_store import MIGRATIONS, SqliteTranscripts
from app.domain.file_origin import Origin, Stamp
from app.domain.file_queue import FileJob, JobState
from app.domain.file_transcript import FileTranscript
from app.domain.file_transcript_codec import transcript_json
from app.domain.kept_files import KeptQueue
from app.domain.problems import DiskFull, FolderUnwritable, StorageProblem, TranscriptsDamaged
from tests.adapters.small_disk import fill, run_on_small_disk
from tests.fakes.files import file_transcript

MUCH = 1 << 30


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "files.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteTranscripts]:
    store = SqliteTranscripts(path)
    yield store
    store.close()


def again(path: Path) -> KeptQueue:
    """The queue as the next start finds it."""
    other = SqliteTranscripts(path)
    kept = other.load()
    other.close()
    return kept


def keep(store: SqliteTranscripts, name: str, *, limit: int = MUCH, seconds: float = 10.0) -> None:
    """Keep a transcript of the file, sound and wish of that name."""
    transcript = file_transcript(name, name, seconds)
    store.keep(transcript, file_key=f"f-{name}", sound_key=f"s-{name}", wish_key="w", limit=limit)


# --- the queue ---


def test_the_queue_comes_back_in_its_order(store: SqliteTranscripts, path: Path) -> None:
    one, two = FileJob(1, "/a.mp3", JobState.DONE, saved=("/a.txt",)), FileJob(2, "/\udcff.mp4", size=9)
    store.save([(0, two), (1, one)], [], is_paused=True)
    assert again(path) == KeptQueue((two, one), is_paused=True, next_id=3)
    store.save([(5, two)], [], is_paused=False)
    assert again(path) == KeptQueue((one, two), is_paused=False, next_id=3)


def test_a_number_is_never_used_again(store: SqliteTranscripts, path: Path) -> None:
    assert store.load() == KeptQueue()
    store.save([(0, FileJob(1, "/a")), (1, FileJob(8, "/b"))], [], is_paused=False)
    store.save([], [1, 8], is_paused=False)
    assert again(path) == KeptQueue((), next_id=9)


def test_a_job_that_cannot_be_read_costs_no_other(store: SqliteTranscripts, path: Path) -> None:
    store.save([(number, FileJob(number, f"/{number}")) for number in (1, 2, 3)], [], is_paused=False)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE job SET record = '{}' WHERE id = 2")
        connection.execute("UPDATE job SET record = x'ff' WHERE id = 3")
    assert [job.id for job in store.load().jobs] == [1]
    assert store.load().next_id == 4


def test_a_transcript_goes_with_its_job_and_leaves_no_word_behind(
    store: SqliteTranscripts, path: Path
) -> None:
    store.save([(0, FileJob(1, "/a")), (1, FileJob(2, "/b"))], [], is_paused=False)
    store.save_transcript(1, file_transcript("/a", "Rumpelstilzchen"))
    store.save_transcript(2, file_transcript("/b", "first"))
    store.save_transcript(2, file_transcript("/b", "second"))
    store.save_unfinished(1, "key", file_transcript("/a", "Rumpelstilzchen too"))
    assert store.transcript(1) == file_transcript("/a", "Rumpelstilzchen")
    assert store.transcript(2) == file_transcript("/b", "second")
    store.save([], [1], is_paused=False)
    # A last word of it may still come.
    store.save_unfinished(1, "key", file_transcript("/a", "Rumpelstilzchen once more"))
    assert store.unfinished(1, "key") is None
    assert store.transcript(1) is None
    assert store.transcript(2) == file_transcript("/b", "second")
    for file in path.parent.iterdir():
        assert b"Rumpelstilzchen" not in file.read_bytes(), file


def test_a_transcript_that_cannot_be_read_is_none(store: SqliteTranscripts, path: Path) -> None:
    store.save_transcript(1, file_transcript("/a"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE transcript SET body = '[]'")
    assert store.transcript(1) is None


def test_hours_of_speech_are_kept(store: SqliteTranscripts) -> None:
    cue = file_transcript("/a", "word " * 20).cues[0]
    long = replace(file_transcript("/a"), cues=tuple(replace(cue, start=n, end=n + 1.0) for n in range(5000)))
    store.save_transcript(1, long)
    assert store.transcript(1) == long


# --- the cache ---


def test_a_transcript_is_found_by_file_and_by_sound(store: SqliteTranscripts) -> None:
    assert store.of_file("f-a") is None
    keep(store, "a")
    assert store.of_file("f-a") == file_transcript("a", "a")
    assert store.of_sound("s-a", "f-other") == file_transcript("a", "a")
    # From now on by the other file as well.
    assert store.of_file("f-other") == file_transcript("a", "a")
    assert store.of_sound("s-b", "f-b") is None
    assert store.of_file("f-b") is None
    size = len(transcript_json(file_transcript("a", "a")))
    assert store.cache_size() == (size, 1)


@pytest.mark.parametrize(
    ("wish", "seconds", "expected"),
    [
        ("w", None, True),
        ("w", 9.1, True),
        ("w", 11.0, True),
        ("w", 8.5, False),
        ("v", 10.0, False),
        ("v", None, False),
    ],
)
def test_whether_there_may_be_one_is_known_by_its_length(
    store: SqliteTranscripts, wish: str, seconds: float | None, expected: bool
) -> None:
    assert not store.may_know("w", None)
    keep(store, "a", seconds=10.0)
    assert store.may_know(wish, seconds) is expected


def test_what_was_used_longest_ago_goes_first(path: Path) -> None:
    moments = iter(range(100))
    store = SqliteTranscripts(path, wall=lambda: float(next(moments)))
    for name in "abc":
        keep(store, name)
    each = store.cache_size()[0] // 3
    store.of_file("f-a")
    keep(store, "d", limit=each * 3)
    assert [bool(store.of_file(f"f-{name}")) for name in "abcd"] == [True, False, True, True]
    store.trim_cache(each)
    assert [bool(store.of_file(f"f-{name}")) for name in "acd"] == [False, False, True]
    # One that is larger than all of it is not kept, and costs no other.
    keep(store, "e", limit=each - 1)
    assert store.cache_size() == (each, 1)
    store.close()


def test_the_same_sound_is_kept_once(store: SqliteTranscripts) -> None:
    keep(store, "a")
    store.keep(file_transcript("a", "a"), file_key="f-2", sound_key="s-a", wish_key="w", limit=MUCH)
    assert store.cache_size()[1] == 1
    assert store.of_file("f-2")


def test_a_cleared_cache_leaves_no_word_and_no_job_without_transcript(
    store: SqliteTranscripts, path: Path
) -> None:
    keep(store, "Rumpelstilzchen")
    store.save_transcript(1, file_transcript("/a"))
    store.trim_cache(0)
    assert store.cache_size() == (0, 0)
    assert store.of_file("f-Rumpelstilzchen") is None
    assert store.transcript(1) == file_transcript("/a")
    for file in path.parent.iterdir():
        assert b"Rumpelstilzchen" not in file.read_bytes(), file


def test_a_cached_transcript_that_cannot_be_read_is_dropped(store: SqliteTranscripts, path: Path) -> None:
    keep(store, "a")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE cached SET body = '?'")
    assert store.of_file("f-a") is None
    assert store.cache_size() == (0, 0)


# --- what was written ---


def test_our_own_files_are_known_until_somebody_changes_them(store: SqliteTranscripts) -> None:
    file, stamp = Path("/x/\udcff.srt"), Stamp(10, 123)
    assert store.origin(file, stamp) is None
    for origin in (
        Origin("/x/\udcfe.mp4", Stamp(7, 8), job=3, is_edited=True),
        Origin("/x/a.mp4"),
        Origin("/x/a.mp4", Stamp(0, 0)),
    ):
        store.wrote(file, stamp, origin)
        assert store.origin(file, stamp) == origin
    assert store.origin(file, Stamp(11, 123)) is None
    assert store.origin(file, Stamp(10, 124)) is None


def test_what_an_older_version_wrote_counts_as_corrected(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        migrate(connection, MIGRATIONS[:1])
        connection.execute("INSERT INTO export VALUES (?, ?, 10, 123)", (b"/x/a.srt", b"/x/a.mp4"))
    store = SqliteTranscripts(path)
    written = store.origin(Path("/x/a.srt"), Stamp(10, 123))
    assert written == Origin("/x/a.mp4", None, 0, is_edited=True)
    store.close()


# --- the file itself ---


def test_the_file_is_for_its_user_alone(store: SqliteTranscripts, path: Path) -> None:
    store.save_transcript(1, file_transcript("/a"))
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob("files*")} == {0o600}


def test_a_damaged_file_is_moved_aside_and_told_once(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)
    store = SqliteTranscripts(path)
    with pytest.raises(TranscriptsDamaged) as told:
        store.load()
    assert str(path.with_name("files.damaged-1.sqlite3")) in told.value.remedy
    assert store.load() == KeptQueue()
    store.save([(0, FileJob(1, "/a"))], [], is_paused=False)
    store.close()
    assert again(path).jobs == (FileJob(1, "/a"),)


def test_what_a_damaged_file_still_gives_is_taken_over(path: Path) -> None:
    store = SqliteTranscripts(path)
    jobs = [(number, FileJob(number, f"/{number}")) for number in range(1, 301)]
    store.save(jobs, [], is_paused=True)
    for number in range(1, 301):
        store.save_transcript(number, file_transcript(f"/{number}", "word " * 100))
    store.wrote(Path("/1.txt"), Stamp(1, 1), Origin("/1", Stamp(2, 2), 1))
    store.close()
    data = bytearray(path.read_bytes())
    page = 4096
    middle = len(data) // page // 2 * page
    data[middle : middle + 3 * page] = b"\xa5" * 3 * page
    path.write_bytes(data)
    store = SqliteTranscripts(path)
    with pytest.raises(TranscriptsDamaged):
        store.load()
    kept = store.load()
    assert [job.id for job in kept.jobs] == list(range(1, 301))
    assert kept.is_paused
    there = [number for number in range(1, 301) if store.transcript(number)]
    assert 200 < len(there) < 300
    assert {1, 300} <= {*there}
    assert store.origin(Path("/1.txt"), Stamp(1, 1)) == Origin("/1", Stamp(2, 2), 1)
    store.close()


def test_another_programs_database_is_not_written_to(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE job (id INTEGER PRIMARY KEY, salary TEXT)")
    store = SqliteTranscripts(path)
    with pytest.raises(TranscriptsDamaged):
        store.load()
    assert store.load() == KeptQueue()
    store.close()
    with closing(sqlite3.connect(path.with_name("files.damaged-1.sqlite3"))) as connection:
        assert [name for (name,) in connection.execute("SELECT name FROM pragma_table_info('job')")] == [
            *("id", "salary")
        ]


def test_a_file_that_was_removed_while_open_is_made_anew(store: SqliteTranscripts, path: Path) -> None:
    store.save_transcript(1, file_transcript("/a"))
    for file in path.parent.glob("files*"):
        file.unlink()
    assert store.transcript(1) is None
    store.save_transcript(2, file_transcript("/b"))
    assert path.exists()


def test_a_newer_program_may_have_added_something(store: SqliteTranscripts, path: Path) -> None:
    store.save([(0, FileJob(1, "/a"))], [], is_paused=False)
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE job ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    assert store.load().jobs == (FileJob(1, "/a"),)
    store.save([(0, FileJob(2, "/b"))], [], is_paused=False)
    assert len(store.load().jobs) == 2


def test_a_folder_that_cannot_be_had_is_told_and_tried_again(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("no folder")
    store = SqliteTranscripts(tmp_path / "in the way" / "files.sqlite3")
    with pytest.raises(FolderUnwritable):
        store.load()
    (tmp_path / "in the way").unlink()
    assert store.load() == KeptQueue()
    store.close()


def test_several_threads_and_a_second_program_write_at_once(store: SqliteTranscripts, path: Path) -> None:
    second = SqliteTranscripts(path)
    problems: list[StorageProblem] = []

    def write(to: SqliteTranscripts, first: int) -> None:
        try:
            for number in range(first, first + 20):
                to.save([(number, FileJob(number, f"/{number}"))], [], is_paused=False)
                to.save_transcript(number, file_transcript(f"/{number}"))
        except StorageProblem as problem:
            problems.append(problem)

    threads = [
        threading.Thread(target=write, args=(to, n)) for n, to in ((1, store), (101, store), (201, second))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    second.close()
    assert problems == []
    assert len(store.load().jobs) == 60


KILLED = """
import os, sys
from pathlib import Path
from app.adapters.sqlite_file import migrate
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_origin import Origin, Stamp
from app.domain.file_queue import FileJob
from tests.fakes.files import file_transcript
store = SqliteTranscripts(Path(sys.argv[1]))
for number in range(1, 100_000):
    store.save([(number, FileJob(number, f"/{number}"))], [], is_paused=False)
    store.save_transcript(number, file_transcript(f"/{number}"))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_what_was_said_to_be_kept_is_there_after_a_kill(path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        told = 0
        while told < 20:
            told = int(child.stdout.readline())
        child.kill()
        rest = child.stdout.read().split()
        told = int(rest[-1]) if rest else told
    store = SqliteTranscripts(path)
    kept = store.load()
    assert [job.id for job in kept.jobs][:told] == list(range(1, told + 1))
    assert all(store.transcript(number) for number in range(1, told + 1))
    store.close()


def fill_the_disk(folder: Path) -> object:
    """What a store says on a disk that is full, and when there is room again."""
    store = SqliteTranscripts(folder / "files.sqlite3")
    store.save([(0, FileJob(1, "/a"))], [], is_paused=False)
    fill(folder)
    said = []
    long = file_transcript("/a", "word " * 30_000)
    try:
        store.save_transcript(1, long)
    except StorageProblem as problem:
        said.append(type(problem).__name__)
    os.unlink(folder / "filling")
    small: FileTranscript = file_transcript("/a")
    store.save_transcript(1, small)
    said.append(json.loads(transcript_json(store.transcript(1) or long))["cues"][0]["text"])
    said.append(str(len(store.load().jobs)))
    store.close()
    return said


def test_a_full_disk_is_told_and_costs_nothing_that_was_there(tmp_path: Path) -> None:
    assert run_on_small_disk(fill_the_disk, tmp_path) == [DiskFull.__name__, "Hello.", "1"]
