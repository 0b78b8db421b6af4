"""The history on disk: real SQLite files, whole, damaged, shared, and cut off in the middle of saving."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.adapters.history_store import SqliteHistory
from app.domain.history import Fate, HistoryEntry, StageTimes
from app.domain.problems import FolderUnwritable, HistoryDamaged


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteHistory]:
    store, problems = SqliteHistory.open(path)
    assert problems == ()
    yield store
    store.close()


def entry(text: str, begun: float = 1.0, recording: str = "", **more: Any) -> HistoryEntry:  # noqa: ANN401 - any of its fields
    return replace(HistoryEntry(recording or text, begun, Fate.WRITTEN, text), **more)


def texts(found: tuple[HistoryEntry, ...]) -> list[str]:
    return [one.text for one in found]


def test_an_entry_comes_back_as_it_was(store: SqliteHistory, path: Path) -> None:
    kept = entry(
        "Grüße 🙂\nsecond line",
        heard="grüße 🙂\nsecond line",
        spoken="Grüße 🙂\nsecond line",
        suppressed="Thank you.",
        language="de",
        language_probability=0.75,
        model="base",
        seconds=3.5,
        target="Editor",
        problem="A sentence.",
        has_audio=True,
        times=StageTimes(0.1, 3.0, 3.2, 3.9),
    )
    saved = store.save(kept)
    assert saved == replace(kept, id=saved.id)
    assert saved.id > 0
    other, _ = SqliteHistory.open(path)
    assert other.get(saved.id) == saved
    assert other.of_recording(kept.recording) == saved
    other.close()


def test_saving_again_replaces_and_deleting_removes(store: SqliteHistory) -> None:
    saved = store.save(entry("first"))
    store.save(replace(saved, text="second"))
    assert texts(store.find()) == ["second"]
    assert texts(store.find("first")) == []
    store.delete(saved.id)
    assert store.find() == ()
    assert store.get(saved.id) is None
    assert store.find("second") == ()


def test_the_newest_come_first_page_by_page(store: SqliteHistory) -> None:
    for number in range(25):
        store.save(entry(f"text {number}"))
    first = store.find(limit=10)
    second = store.find(limit=10, before=first[-1].id)
    assert texts(first) == [f"text {n}" for n in range(24, 14, -1)]
    assert texts(second) == [f"text {n}" for n in range(14, 4, -1)]


@pytest.mark.parametrize("full_text", [True, False])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rain", ["The rain in Spain", "Raining again"]),
        ("rain spain", ["The rain in Spain"]),
        ("strasse", []),
        ("Ärger", ["Großer Ärger"]),
        ('"', ['He said "no" AND left']),
        ("AND", ['He said "no" AND left']),
        ("*", []),
        ("- NOT (", []),
        ("", ['He said "no" AND left', "Großer Ärger", "The rain in Spain", "Raining again"]),
    ],
)
def test_a_search_finds_all_the_words_and_no_sign_of_it_is_a_command(
    path: Path, full_text: bool, words: str, expected: list[str]
) -> None:
    store, _ = SqliteHistory.open(path, full_text=full_text)
    for text in ("Raining again", "The rain in Spain", "Großer Ärger", 'He said "no" AND left'):
        store.save(entry(text))
    found = texts(store.find(words))
    store.close()
    if not any(character.isalnum() for character in words):
        # Signs alone: what matters is that they are taken for text, or for nothing.
        assert set(found) <= {'He said "no" AND left', "Großer Ärger", "The rain in Spain", "Raining again"}
    else:
        assert found == expected


def test_recordings_of_before_a_moment(store: SqliteHistory) -> None:
    store.save(entry("old", begun=10.0, has_audio=True))
    store.save(entry("old, no sound", begun=10.0))
    store.save(entry("new", begun=30.0, has_audio=True))
    assert texts(store.expired(20.0)) == ["old"]


def test_two_programs_at_once(store: SqliteHistory, path: Path) -> None:
    other, _ = SqliteHistory.open(path)
    store.save(entry("from the window"))
    other.save(entry("from the command line"))
    assert len(store.find()) == len(other.find()) == 2
    other.close()


def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)
    store, problems = SqliteHistory.open(path)
    assert [type(problem) for problem in problems] == [HistoryDamaged]
    store.save(entry("new"))
    assert texts(store.find()) == ["new"]
    store.close()
    aside = [other for other in path.parent.iterdir() if b"no database at all" in other.read_bytes()]
    assert len(aside) == 1
    assert aside[0].name in str(problems[0])


def test_a_place_that_cannot_be_written_is_told_and_tried_again(tmp_path: Path) -> None:
    in_the_way = tmp_path / "place"
    in_the_way.write_text("")
    store, problems = SqliteHistory.open(in_the_way / "history.sqlite3")
    assert [type(problem) for problem in problems] == [FolderUnwritable]
    with pytest.raises(FolderUnwritable):
        store.save(entry("too early"))
    in_the_way.unlink()
    store.save(entry("now"))
    assert texts(store.find()) == ["now"]
    store.close()


WRITER = """
import sys, pathlib
from app.adapters.history_store import SqliteHistory
from app.domain.history import Fate, HistoryEntry
store, _ = SqliteHistory.open(pathlib.Path(sys.argv[1]))
for number in range(100_000):
    store.save(HistoryEntry(f"rec {number}", float(number), Fate.WRITTEN, f"text {number}"))
    print(number, flush=True)
"""


def test_killed_in_the_middle_of_saving_what_was_saved_is_there(path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    told = [int(next(writer.stdout)) for _ in range(50)]
    writer.kill()
    told += [int(line) for line in writer.stdout.read().split()]
    writer.wait()
    writer.stdout.close()
    store, problems = SqliteHistory.open(path)
    assert problems == ()
    kept = {one.text for one in store.find(limit=100_000)}
    assert {f"text {number}" for number in told} <= kept
    store.close()
