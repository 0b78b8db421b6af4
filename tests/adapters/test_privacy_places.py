"""What is kept, measured and removed: real databases and recordings, with somebody at work on them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.journal import FileJournal
from app.adapters.log_file import open_log
from app.adapters.privacy_places import KeptThings, kept_places
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_origin import Origin, Stamp
from app.domain.file_queue import FileJob, JobState
from app.domain.history import Fate, HistoryEntry
from app.domain.privacy import Amount, Kept
from app.domain.problems import StorageProblem
from tests.fakes.files import file_transcript

WORD = "quetzalcoatlus"
SOUND = np.full(1600, 0.5, np.float32)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = Folders.at(tmp_path)
    folders.create()
    return folders


@pytest.fixture
def things(folders: Folders) -> KeptThings:
    return KeptThings(folders)


@pytest.fixture
def history(folders: Folders) -> Iterator[SqliteHistory]:
    """Open all the while, as in the program."""
    store, problems = SqliteHistory.open(folders.history_file)
    assert problems == ()
    yield store
    store.close()


@pytest.fixture
def journal(folders: Folders) -> Iterator[FileJournal]:
    journal = FileJournal(folders.data)
    yield journal
    journal.close()


def dictate(history: SqliteHistory, journal: FileJournal, name: str) -> HistoryEntry:
    journal.begin(name)
    journal.append(name, SOUND)
    entry = history.save(HistoryEntry(name, 1.0, Fate.WRITTEN, f"{WORD} {name}", has_audio=True))
    journal.finish(name)
    return entry


def holding(folder: Path) -> list[str]:
    """The files below `folder` that hold the word, in whatever letters."""
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and WORD.encode() in path.read_bytes().lower()
    )


def test_an_empty_home_holds_nothing_and_nothing_is_made_in_it(folders: Folders, things: KeptThings) -> None:
    before = sorted(folders.data.rglob("*"))
    assert {kept: things.amount(kept) for kept in Kept} == dict.fromkeys(Kept, Amount())
    for kept in Kept:
        things.remove(kept)
    assert sorted(folders.data.rglob("*")) == before


def test_the_whole_history_leaves_no_word_in_any_file(
    folders: Folders, things: KeptThings, history: SqliteHistory, journal: FileJournal
) -> None:
    for number in range(200):
        history.save(HistoryEntry(f"r{number}", 1.0, Fate.WRITTEN, f"{WORD} {number} " * 20))
    dictate(history, journal, "spoken")
    folders.history_file.with_name("history.damaged-1.sqlite3").write_bytes(WORD.encode())
    assert things.amount(Kept.HISTORY).count == 201
    assert "history.sqlite3" in str(holding(folders.data))
    things.remove(Kept.HISTORY)
    assert holding(folders.data) == []
    assert things.amount(Kept.HISTORY).count == 0
    assert things.amount(Kept.RECORDINGS) == Amount()
    assert history.find() == history.find(WORD) == ()
    # The store that was open all the while goes on.
    history.save(HistoryEntry("new", 2.0, Fate.WRITTEN, "something new"))
    assert [one.text for one in history.find("something")] == ["something new"]


def test_a_dictation_that_is_being_spoken_is_not_lost(
    folders: Folders, things: KeptThings, history: SqliteHistory, journal: FileJournal
) -> None:
    dictate(history, journal, "earlier")
    journal.begin("now")
    journal.append("now", SOUND)
    for kept in (Kept.RECORDINGS, Kept.HISTORY):
        things.remove(kept)
        assert things.amount(Kept.RECORDINGS).count == 1
    journal.append("now", SOUND)
    history.save(HistoryEntry("now", 1.0, Fate.WRITTEN, "kept", has_audio=True))
    journal.finish("now")
    assert len(journal.read("now")) == 2 * len(SOUND)
    assert [(one.text, one.has_audio) for one in history.find()] == [("kept", True)]


def test_recordings_go_and_their_texts_stay(
    folders: Folders, things: KeptThings, history: SqliteHistory, journal: FileJournal
) -> None:
    entry = dictate(history, journal, "one")
    journal.begin("cut-off")
    journal.append("cut-off", SOUND)
    journal.close()
    assert things.amount(Kept.RECORDINGS).count == 2
    things.remove(Kept.RECORDINGS)
    assert things.amount(Kept.RECORDINGS) == Amount()
    (left,) = history.find()
    assert (left.text, left.has_audio) == (entry.text, False)
    assert FileJournal(folders.data).interrupted() == ()


def test_transcripts_that_are_gone_and_names_of_files_leave_no_word(
    folders: Folders, things: KeptThings
) -> None:
    store = SqliteTranscripts(folders.files_file)
    store.save([(0, FileJob(1, f"/x/{WORD}.wav", state=JobState.DONE))], [], is_paused=False)
    store.save_transcript(1, file_transcript(WORD))
    store.keep(file_transcript(WORD), file_key="f", sound_key="s", wish_key="w", limit=1 << 30)
    store.wrote(Path(f"/x/{WORD}.srt"), Stamp(1, 2), Origin(f"/x/{WORD}.wav"))
    assert things.amount(Kept.FILES).count == 2
    # As the desk does it, which owns them.
    store.save([], [1], is_paused=False)
    store.trim_cache(0)
    things.remove(Kept.FILES)
    assert things.amount(Kept.FILES).count == 0
    assert holding(folders.data) == []
    assert store.load().jobs == ()
    store.close()


def test_the_log_goes_on_in_its_emptied_file(folders: Folders, things: KeptThings) -> None:
    end = open_log(folders.log, {})
    logger = logging.getLogger("app.somewhere")
    logger.info("before")
    (folders.log / "sayso.log.1").write_text("long ago", "utf-8")
    assert things.amount(Kept.LOG).count == 2
    things.remove(Kept.LOG)
    logger.info("after")
    end()
    assert [path.name for path in folders.log.iterdir()] == ["sayso.log"]
    text = (folders.log / "sayso.log").read_text("utf-8")
    assert "after" in text
    assert "before" not in text
    assert "\0" not in text


def test_copies_and_settings_that_were_set_aside_go(folders: Folders, things: KeptThings) -> None:
    (folders.dragged / "a").mkdir(parents=True)
    (folders.dragged / "a" / "talk.srt").write_text(WORD, "utf-8")
    folders.settings_file.write_text("version = 1\n", "utf-8")
    folders.settings_file.with_name("settings.broken-1.toml").write_text(WORD, "utf-8")
    assert things.amount(Kept.COPIES) == Amount(1, len(WORD))
    assert things.amount(Kept.SETTINGS).count == 2
    things.remove(Kept.COPIES)
    things.remove(Kept.SETTINGS)
    assert things.amount(Kept.COPIES) == Amount()
    # The file itself is the program's, which sets it back.
    assert things.amount(Kept.SETTINGS).count == 1


def test_models_are_counted_and_left_to_their_desk(folders: Folders, things: KeptThings) -> None:
    (folders.models / "tiny").mkdir(parents=True)
    (folders.models / "tiny" / "model.bin").write_bytes(bytes(1000))
    things.remove(Kept.MODELS)
    assert things.amount(Kept.MODELS) == Amount(1, 1000)


def test_a_database_that_is_none_is_a_storage_problem(folders: Folders, things: KeptThings) -> None:
    folders.history_file.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    assert things.amount(Kept.HISTORY) == Amount()
    with pytest.raises(StorageProblem):
        things.remove(Kept.HISTORY)


def test_each_place_is_told_once(folders: Folders) -> None:
    assert sorted(one.kept for one in kept_places(folders)) == sorted(Kept)
