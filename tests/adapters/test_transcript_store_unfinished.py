"""What is kept of a file that was stopped, until it is finished."""

from __future__ import annotations

from pathlib import Path

from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_queue import FileJob
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
    store.save_transcript(1, file_transcript("/a", "all of it"))
    assert store.unfinished(1, "key") is None
    store.close()
