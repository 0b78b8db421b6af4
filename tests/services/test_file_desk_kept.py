"""The file desk over time: starts and crashes, edits, the cache, the watched folder, the engine's memory."""

from __future__ import annotations

import gc
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.clock import SystemClock
from app.adapters.file_places import FilePlaces
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_queue import JobState
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import TaskBegun
from app.domain.file_transcript import Doubt, DoubtKind
from app.domain.model_settings import ModelSettings
from app.domain.problems import FolderUnwritable, TranscriptsDamaged
from app.domain.settings import SpeechSettings
from app.services.events import Noticed
from app.services.file_desk import FileDesk
from app.services.file_desk_parts import FileParts, FileThreads, FileWishes
from app.services.file_events import (
    CacheMeasured,
    FilesChanged,
    FileTranscriptFound,
    FileTranscriptSaved,
)
from app.services.worker import Worker
from tests.fakes.files import (
    FakeExporter,
    FakeFolderWatch,
    FakeMediaFiles,
    ScriptedFileEngine,
    facts_of,
    file_transcript,
)
from tests.services.file_bench import Files

BEGUN = TaskBegun(facts_of())


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


# --- from start to start ---


def test_after_a_crash_the_queue_is_there_and_what_ran_is_done_again(files: Files) -> None:
    files.add("a.mp3", "b.mp3", "c.mp3", "d.mp3")
    seen: list[Files] = []

    def crash() -> None:
        files.desk.pause(3)
        files.desk.move(4, 0)
        files.settle()
        seen.append(files.after_a_crash())

    files.engine.scripts["b.mp3"] = [BEGUN, crash]
    files.work()
    (again,) = seen
    again.desk.begin()
    again.desk_inbox.step()
    told = again.all(FilesChanged)[0].queue
    assert [(job.id, job.state) for job in told.jobs] == [
        (4, JobState.WAITING),
        (1, JobState.DONE),
        (2, JobState.WAITING),
        (3, JobState.PAUSED),
    ]
    again.work()
    assert again.states() == {"d.mp3": "done", "a.mp3": "done", "b.mp3": "done", "c.mp3": "paused"}
    # Numbers go on where they were.
    again.desk.add([again.make("e.mp3")])
    again.work()
    assert again.job("e.mp3").id == 5
    again.desk.open(1)
    again.work()
    assert again.all(FileTranscriptFound)[-1].transcript.text == "a.mp3"


def test_a_pause_of_all_outlives_the_program(files: Files) -> None:
    files.desk.begin()
    files.desk.pause_all()
    files.desk.add([files.make("a.mp3")])
    files.work()
    again = files.again()
    again.desk.begin()
    again.work()
    assert again.queue.is_paused
    assert (again.engine.said, again.states()) == (["hold"], {"a.mp3": "waiting"})
    again.desk.resume_all()
    again.work()
    assert again.states() == {"a.mp3": "done"}


def test_what_is_asked_before_the_beginning_is_done_behind_the_queue_of_last_time(files: Files) -> None:
    files.add("a.mp3")
    files.desk.pause_all()
    files.work()
    again = files.again()
    again.desk.add([again.make("b.mp3")])
    again.desk.resume_all()
    again.work()
    assert (list(again.states()), again.engine.names) == (["a.mp3", "b.mp3"], [])
    again.desk.begin()
    again.work()
    assert again.engine.names == ["a.mp3", "b.mp3"]


def test_a_store_that_cannot_be_had_is_told_once_and_files_are_done_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "files.sqlite3").mkdir()
    files = Files(tmp_path)
    files.add("a.mp3", "b.mp3")
    files.work()
    assert files.states() == {"a.mp3": "done", "b.mp3": "done"}
    told = [type(event.problem) for event in files.all(Noticed)]
    assert told == [FolderUnwritable, FolderUnwritable]  # at the beginning, and at the first change
    assert "cannot write" in files.job("a.mp3").sentence
    # The transcript is not lost for that, and once there is a store all of the queue is in it.
    files.desk.open(1)
    files.work()
    assert files.all(FileTranscriptFound)[-1].transcript.text == "a.mp3"
    (tmp_path / "files.sqlite3").rmdir()
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "Edited."))
    files.work()
    assert files.all(FileTranscriptSaved) == [FileTranscriptSaved(1)]
    assert [job.id for job in files.store.load().jobs] == [1, 2]


def test_a_store_that_is_damaged_meanwhile_gets_the_queue_anew(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    files.work()
    files.store.close()
    (files.root / "files.sqlite3").write_bytes(b"no database" * 1000)
    files.desk.move(2, 0)
    files.work()
    assert [type(event.problem) for event in files.all(Noticed)] == [TranscriptsDamaged]
    assert [job.id for job in files.store.load().jobs] == [2, 1]
    # Its transcripts are gone with it: that is said of the job, where it is asked for.
    files.desk.open(1)
    files.work()
    assert (files.job("a.mp3").state, files.job("a.mp3").sentence) == (
        JobState.FAILED,
        "The transcript of this file cannot be read any more.",
    )


# --- edits ---


def test_edits_are_kept_and_files_written_only_when_asked_for(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    edited = replace(
        file_transcript(files.folder / "a.mp3", "Edited."), doubts=(Doubt(DoubtKind.UNSURE, 0.0, 1.0),)
    )
    files.desk.save(1, edited)
    files.work()
    assert files.all(FileTranscriptSaved) == [FileTranscriptSaved(1)]
    assert (files.job("a.mp3").is_edited, files.job("a.mp3").doubts) == (True, 1)
    assert files.text("a.txt") == "txt: a.mp3"
    assert files.job("a.mp3").outdated == files.job("a.mp3").saved
    files.desk.export(1, [ExportFormat.TXT])
    files.work()
    assert files.job("a.mp3").outdated == ()
    assert files.text("a.txt") == "txt: Edited."
    written = FileTranscriptSaved(1, files=(str(files.folder / "a.txt"),))
    assert files.all(FileTranscriptSaved) == [FileTranscriptSaved(1), written]
    assert files.job("a.mp3").saved == (str(files.folder / "a.txt"),)
    again = files.again()
    again.desk.begin()
    again.desk.open(1)
    again.work()
    assert again.all(FileTranscriptFound) == [FileTranscriptFound(1, edited)]
    assert again.job("a.mp3").is_edited


def test_a_correction_during_an_export_is_not_in_its_files(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.desk.export(1, [ExportFormat.TXT])
    files.desk_inbox.run()  # the export is on its way
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "Edited."))
    files.work()
    assert files.text("a.txt") == "txt: a.mp3"
    assert files.job("a.mp3").outdated == (str(files.folder / "a.txt"),)


def test_transcribed_again_it_is_as_it_was_heard(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "Edited."))
    files.desk.retry(1)
    files.work()
    job = files.job("a.mp3")
    assert (job.is_edited, job.is_from_cache) == (False, True)
    files.desk.open(1)
    files.work()
    assert files.all(FileTranscriptFound)[-1].transcript.text == "a.mp3"


def test_an_edit_of_one_that_is_gone_is_told(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.desk.remove(1)
    files.desk.save(1, file_transcript("/a"))
    files.work()
    (saved,) = files.all(FileTranscriptSaved)
    assert saved.problem is not None
    assert files.store.transcript(1) is None


# --- the cache ---


def test_a_copy_is_answered_from_the_cache(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.desk.add([files.make("copy.mp3", "a.mp3")])
    files.work()
    assert files.engine.names == ["a.mp3"]
    assert (files.job("copy.mp3").is_from_cache, files.job("a.mp3").is_from_cache) == (True, False)
    assert files.text("copy.txt") == "txt: a.mp3"


def test_the_cache_is_measured_trimmed_and_cleared(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    files.work()
    files.desk.measure_cache()
    files.work()
    (measured,) = files.all(CacheMeasured)
    assert measured.transcripts == 2
    assert measured.bytes > 0
    files.desk.apply(replace(files.settings, cache_megabytes=0))
    files.work()
    assert files.all(CacheMeasured)[-1] == CacheMeasured(0, 0)
    # Without a cache nothing is put in.
    files.desk.add([files.make("c.mp3")])
    files.desk.measure_cache()
    files.work()
    assert files.all(CacheMeasured)[-1] == CacheMeasured(0, 0)
    files.desk.apply(files.settings)
    files.desk.retry(1)
    files.work()
    assert not files.job("a.mp3").is_from_cache
    files.desk.clear_cache()
    files.work()
    assert files.all(CacheMeasured)[-1] == CacheMeasured(0, 0)
    assert files.store.transcript(1) is not None


# --- the engine's memory ---


def test_an_idle_engine_gives_its_memory_back_once(files: Files) -> None:
    files.desk.apply_speech(SpeechSettings(), ModelSettings(idle_minutes=10))
    files.desk.begin()
    files.wait(3600)
    assert files.engine.said == []  # it had loaded nothing
    files.desk.add([files.make("a.mp3")])
    files.wait(599)
    assert files.engine.said == []
    files.desk.add([files.make("b.mp3")])
    files.wait(599)
    assert files.engine.said == []
    files.wait(2)
    assert files.engine.said == ["unload"]
    files.wait(3600)
    assert files.engine.said == ["unload"]


def test_without_a_time_it_stays(files: Files) -> None:
    files.desk.apply_speech(SpeechSettings(), ModelSettings(idle_minutes=0))
    files.add("a.mp3")
    files.wait(1e6)
    assert files.engine.said == []


# --- real threads ---


def test_on_real_threads_a_hundred_files_are_done_and_one_is_cancelled(tmp_path: Path) -> None:
    clock, events, all_done = SystemClock(), list[object](), threading.Event()

    def post(event: object) -> None:
        events.append(event)
        if isinstance(event, FilesChanged) and len(event.queue.jobs) == 101:
            over = [job.state for job in event.queue.jobs if job.is_over]
            if len(over) == 101:
                all_done.set()

    defects: list[Exception] = []
    workers = [Worker(name, clock, defects.append) for name in ("files", "running", "looking")]
    desk_worker, running, looking = workers
    engine, is_running = ScriptedFileEngine(), threading.Event()
    store = SqliteTranscripts(tmp_path / "files.sqlite3")
    parts = FileParts(
        FakeMediaFiles(),
        engine,
        store,
        FakeExporter(),
        FilePlaces(),
        FakeFolderWatch(),
        lambda speech: speech.model,
    )
    desk = FileDesk(
        FileThreads(desk_worker, running, looking), parts, FileWishes(FileSettings()), clock, post
    )
    go_on = threading.Event()
    engine.scripts["first.mp3"] = [BEGUN, is_running.set, lambda: go_on.wait(30), BEGUN]
    names = ["first.mp3", *(f"{number:03}.mp3" for number in range(100))]
    for name in names:
        (tmp_path / name).write_text(name)
    for worker in workers:
        worker.start()
    desk.begin()
    desk.add([tmp_path / name for name in names])
    assert is_running.wait(30)
    desk.dictation(True)
    desk.cancel(1)
    desk.dictation(False)
    go_on.set()
    assert all_done.wait(60)
    desk.close()
    for worker in workers:
        worker.close()
    store.close()
    last = [event for event in events if isinstance(event, FilesChanged)][-1].queue
    assert [job.state for job in last.jobs] == [JobState.CANCELLED, *[JobState.DONE] * 100]
    assert defects == []
    assert engine.names == names
    gc.collect()  # a file or database left open would warn here


def test_an_export_that_fails_is_told_where_it_was_asked_for(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.exporter.refuses[ExportFormat.DOCX] = FolderUnwritable("/talks")
    files.desk.export(1, [ExportFormat.DOCX])
    files.work()
    (told,) = files.all(FileTranscriptSaved)
    assert isinstance(told.problem, FolderUnwritable)
    assert files.all(Noticed) == []
    assert files.job("a.mp3").sentence == told.problem.sentence
