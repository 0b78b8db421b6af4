"""What is kept of a file that was stopped, until it is finished."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_queue import FileJob, JobState
from tests.fakes.files import file_transcript


def test_what_is_unfinished_is_there_for_the_same_wishes_until_it_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "files.sqlite3"
    store = SqliteTranscripts(path)
    store.save([(0, FileJob(1, "/a"))], [], is_paused=False)
    assert store.unfinished(1, "key") is None
    store.save_unfinished(1, "key", file_transcript("/a", "first", 120.0))
    store.save_unfinished(1, "key", file_transcript("/a", "second", 240.0))
    store.close()
    store = SqliteTranscripts(path)
    assert store.unfinished(1, "key") == file_transcript("/a", "second", 240.0)
    assert store.unfinished(1, "another") is None
    assert store.unfinished(2, "key") is None
    assert store.transcript(1) is None
    store.save_transcript(1, file_transcript("/a", "an earlier one, corrected"))
    assert store.unfinished(1, "key") == file_transcript("/a", "second", 240.0)
    store.save_transcript(1, file_transcript("/a", "all of it"), is_new=True)
    assert store.unfinished(1, "key") is None
    store.close()


def test_what_an_earlier_version_has_left_of_jobs_that_are_gone_or_done_goes(tmp_path: Path) -> None:
    path = tmp_path / "files.sqlite3"
    store = SqliteTranscripts(path)
    store.save([(id, FileJob(id, f"/{id}")) for id in range(1, 5)], [], is_paused=False)
    for id in range(1, 5):
        store.save_unfinished(id, "key", file_transcript(f"/{id}", f"Rumpelstilzchen {id}"))
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM job WHERE id = 1")
        (record,) = connection.execute("SELECT record FROM job WHERE id = 2").fetchone()
        done = json.dumps(json.loads(record) | {"state": JobState.DONE.value})
        connection.execute("UPDATE job SET record = ? WHERE id = 2", (done,))
        connection.execute("UPDATE job SET record = '{' WHERE id = 3")
    store = SqliteTranscripts(path)
    assert [job.id for job in store.load().jobs] == [2, 4]
    found = [store.unfinished(id, "key") is not None for id in range(1, 5)]
    # A job that cannot be read may be a newer version's.
    assert found == [False, False, True, True]
    for file in tmp_path.iterdir():
        assert b"Rumpelstilzchen 1" not in file.read_bytes(), file
    store.close()
