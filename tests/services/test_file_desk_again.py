"""The file desk where there is something already: exported files, transcripts, and files in the list."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.file_queue import JobState
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import TaskBegun
from app.services.events import Noticed
from app.services.file_events import FilesAdded, FileTranscriptFound
from tests.fakes.files import facts_of, file_transcript
from tests.services.file_bench import Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


# --- exported files ---


def test_no_save_by_itself_takes_the_place_of_exported_corrections(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "Edited."))
    files.desk.export(1, [ExportFormat.TXT])
    files.work()
    assert files.text("a.txt") == "txt: Edited."
    # The same file by itself once more, and transcribed anew.
    files.desk.add([files.folder / "a.mp3"])
    files.work()
    files.desk.retry(1)
    files.work()
    assert [Path(job.saved[0]).name for job in files.queue.jobs] == ["a (2).txt", "a (2).txt"]
    assert (files.text("a.txt"), files.text("a (2).txt")) == ("txt: Edited.", "txt: a.mp3")
    # The user's own export of what has no corrections any more does not, either.
    files.desk.export(1, [ExportFormat.TXT])
    files.work()
    assert (files.text("a.txt"), files.all(Noticed)) == ("txt: Edited.", [])


def test_a_recorder_that_uses_a_name_again_costs_no_older_transcript(tmp_path: Path) -> None:
    settings = FileSettings(watched_folder=str(tmp_path / "files"), formats=(ExportFormat.TXT,))
    files = Files(tmp_path, settings)
    files.desk.begin()
    files.work()
    for sound in ("first recording", "second one"):
        files.watch.on_files([files.make("REC001.flac", sound)])
        files.work()
    assert (files.text("REC001.txt"), files.text("REC001 (2).txt")) == (
        "txt: first recording",
        "txt: second one",
    )
    # What the first one is exported to by hand is its own.
    files.desk.export(1, [ExportFormat.TXT, ExportFormat.SRT])
    files.desk.export(2, [ExportFormat.TXT, ExportFormat.SRT])
    files.work()
    assert (files.text("REC001.txt"), files.text("REC001 (2).txt")) == (
        "txt: first recording",
        "txt: second one",
    )
    assert files.text("REC001 (2).srt") == "srt: second one"


# --- transcripts of an earlier time ---


def with_corrections(files: Files) -> None:
    """ "a.mp3" is done, and its transcript corrected."""
    files.add("a.mp3")
    files.work()
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "Edited."))
    files.work()


def opened(files: Files) -> str:
    """The text that the transcript of the first job is opened with."""
    files.events.clear()
    files.desk.open(1)
    files.work()
    (found,) = files.all(FileTranscriptFound)
    return found.transcript.text


def test_a_corrected_transcript_is_there_when_it_was_not_transcribed_anew_after_all(files: Files) -> None:
    with_corrections(files)
    files.desk.clear_cache()
    files.engine.scripts["a.mp3"] = [lambda: files.desk.cancel(1), files.settle]
    files.desk.retry(1)
    files.work()
    job = files.job("a.mp3")
    assert (job.state, job.has_transcript, job.is_precious) == (JobState.CANCELLED, True, True)
    assert opened(files) == "Edited."
    # And after the next start, to be corrected and exported.
    again = files.again()
    again.desk.begin()
    assert opened(again) == "Edited."
    again.desk.save(1, file_transcript(again.folder / "a.mp3", "Edited twice."))
    again.desk.export(1, [ExportFormat.SRT])
    again.work()
    assert again.text("a.srt") == "srt: Edited twice."
    assert again.job("a.mp3").state is JobState.CANCELLED


def test_a_corrected_transcript_outlives_its_source(files: Files) -> None:
    with_corrections(files)
    (files.folder / "a.mp3").unlink()
    files.desk.retry(1)
    files.work()
    job = files.job("a.mp3")
    assert (job.state, job.has_transcript, job.is_edited) == (JobState.FAILED, True, True)
    assert opened(files) == "Edited."
    # Why it failed is still told after an export.
    files.desk.export(1, [ExportFormat.SRT])
    files.work()
    assert (files.text("a.srt"), files.job("a.mp3").sentence) == ("srt: Edited.", job.sentence)


def test_one_that_waits_or_is_paused_gives_its_earlier_transcript(files: Files) -> None:
    with_corrections(files)
    files.desk.clear_cache()
    files.desk.pause_all()
    files.desk.retry(1)
    files.work()
    assert (files.states(), opened(files)) == ({"a.mp3": "waiting"}, "Edited.")
    seen: list[str] = []

    def pause() -> None:
        files.desk.pause(1)
        files.settle()
        files.events.clear()
        files.desk.open(1)
        files.settle()
        seen.extend(event.transcript.text for event in files.all(FileTranscriptFound))
        files.desk.resume(1)
        files.settle()

    files.engine.scripts["a.mp3"] = [TaskBegun(facts_of()), pause]
    files.desk.resume_all()
    files.work()
    # In the middle of its run it is the earlier one, too: the new one is not whole.
    assert seen == ["Edited."]
    assert (files.job("a.mp3").state, opened(files)) == (JobState.DONE, "a.mp3")


def test_an_earlier_transcript_that_is_gone_is_not_offered_any_more(files: Files) -> None:
    with_corrections(files)
    files.desk.pause_all()
    files.desk.retry(1)
    files.desk.cancel(1)
    files.work()
    with closing(sqlite3.connect(files.root / "files.sqlite3")) as connection, connection:
        connection.execute("DELETE FROM transcript")
    files.desk.open(1)
    files.work()
    job = files.job("a.mp3")
    assert (job.state, job.has_transcript, job.is_precious) == (JobState.CANCELLED, False, False)
    assert job.sentence == "The transcript of this file cannot be read any more."


# --- what is handed in once more ---


def test_of_a_folder_only_what_is_new_is_done(files: Files) -> None:
    for name in ("in/a.mp3", "in/b.mp3", "in/below/c.mp3"):
        files.make(name)
    files.desk.begin()
    files.desk.add([files.folder / "in"])
    files.work()
    assert (len(files.queue.jobs), files.all(FilesAdded)) == (3, [])
    files.make("in/d.mp3")
    # The same name and another recording.
    files.make("in/b.mp3", "another one")
    files.desk.add([files.folder / "in"])
    files.work()
    assert [Path(job.path).name for job in files.queue.jobs[3:]] == ["b.mp3", "d.mp3"]
    assert files.all(FilesAdded) == [FilesAdded(2, 2)]
    # The next start knows it as well; what is handed in by itself is done again.
    again = files.again()
    again.desk.begin()
    again.desk.add([again.folder / "in"])
    again.desk.add([again.folder / "in/a.mp3"])
    again.work()
    assert again.all(FilesAdded) == [FilesAdded(0, 4)]
    assert [Path(job.path).name for job in again.queue.jobs[5:]] == ["a.mp3"]


def test_what_gives_no_row_is_told(files: Files) -> None:
    (files.folder / "empty/below").mkdir(parents=True)
    files.make("empty/notes.txt")
    files.make("in/b.mp3")
    files.desk.begin()
    files.desk.pause_all()
    files.add("a.mp3")
    files.desk.add([files.folder / "empty"])
    files.desk.add([files.folder / "a.mp3"])
    # Twice in one drop is once.
    files.desk.add([files.folder / "in", files.folder / "in/b.mp3", files.folder / "empty"])
    files.desk.add([files.folder / "in", files.folder / "a.mp3"])
    files.work()
    empty, a, b = (str(files.folder / name) for name in ("empty", "a.mp3", "in/b.mp3"))
    assert files.all(FilesAdded) == [
        FilesAdded(empty=(empty,)),
        FilesAdded(listed=(a,)),
        FilesAdded(1, empty=(empty,)),
        FilesAdded(listed=(b, a)),
    ]
    assert [job.path for job in files.queue.jobs] == [a, b]


def test_what_the_watched_folder_shows_once_more_is_not_done_again(tmp_path: Path) -> None:
    files = Files(tmp_path, FileSettings(watched_folder=str(tmp_path / "files"), formats=()))
    files.desk.begin()
    files.work()
    file = files.make("a.mp3")
    files.watch.on_files([file])
    files.watch.on_files([file])
    files.work()
    assert files.all(FilesAdded) == []
    files.watch.on_files([file, files.make("b.mp3")])
    files.work()
    assert files.states() == {"a.mp3": "done", "b.mp3": "done"}
    assert (len(files.queue.jobs), files.all(FilesAdded)) == (2, [FilesAdded(1, 1)])
