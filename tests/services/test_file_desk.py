"""The file desk: what becomes of files that are handed in, with everything that may come in between."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.file_queue import JobState
from app.domain.file_settings import ExportFormat
from app.domain.file_task import TaskBegun, TaskProgressed
from app.domain.file_transcript import Cue, Doubt, DoubtKind
from app.domain.media import Channels, SoundChoice
from app.domain.problems import AudioUnreadable, FolderUnwritable
from app.domain.settings import SpeechSettings
from app.services.file_events import FileCuesHeard, FilesChanged, FileTranscriptFound
from tests.fakes.files import facts_of, file_transcript
from tests.services.file_bench import Files

BEGUN = TaskBegun(facts_of())


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


# --- from file to transcript ---


def test_files_are_done_one_after_the_other_and_saved_at_once(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    saved_while_b_runs: list[str] = []
    files.engine.scripts["b.mp3"] = [lambda: saved_while_b_runs.append(files.text("a.txt"))]
    files.work()
    assert files.engine.names == ["a.mp3", "b.mp3"]
    assert files.states() == {"a.mp3": "done", "b.mp3": "done"}
    assert saved_while_b_runs == ["txt: a.mp3"]
    job = files.job("a.mp3")
    assert job.saved == (str(files.folder / "a.txt"),)
    assert (job.done_seconds, job.seconds, job.sentence) == (10.0, 10.0, "")
    files.desk.open(job.id)
    files.work()
    assert files.events[-1] == FileTranscriptFound(job.id, file_transcript(job.path, "a.mp3"))


def test_how_a_file_was_computed_is_told_behind_what_is_wrong_with_it(files: Files) -> None:
    files.engine.remarks = ("No graphics card was found, so the processor is used.",)
    files.engine.scripts["b.mp3"] = [replace(file_transcript(files.folder / "b.mp3", "b"), cut_short=4.0)]
    files.add("a.mp3", "b.mp3")
    files.work()
    assert files.job("a.mp3").sentence == "No graphics card was found, so the processor is used."
    sentence = files.job("b.mp3").sentence
    assert sentence.endswith(" No graphics card was found, so the processor is used.")
    assert "4" in sentence.removesuffix(files.engine.remarks[0])
    # What is kept was not computed now.
    files.add("a.mp3")
    files.work()
    assert files.job("a.mp3").is_from_cache
    assert files.job("a.mp3").sentence == ""


def test_a_row_shows_its_length_and_tracks_before_its_turn(files: Files) -> None:
    files.media.tracks = 2
    files.add("a.mp3", "b.mp3")
    seen: list[tuple[float | None, int]] = []

    def look() -> None:
        files.settle()
        seen.append((files.job("b.mp3").seconds, len(files.job("b.mp3").tracks)))

    files.engine.scripts["a.mp3"] = [look]
    files.work()
    assert seen == [(10.0, 2)]
    assert files.media.looked == ["a.mp3", "b.mp3"]
    assert files.job("b.mp3").size == len("b.mp3")


def test_a_file_that_does_not_say_its_length_is_looked_into_while_it_runs(files: Files) -> None:
    files.add("a.mp3")
    files.desk_inbox.run()  # the look has to wait
    seen: list[float | None] = []
    files.engine.scripts["a.mp3"] = [
        TaskBegun(facts_of(None)),
        files.desk_inbox.run,
        lambda: seen.append(files.job("a.mp3").seconds),
        files.settle,
        lambda: seen.append(files.job("a.mp3").seconds),
    ]
    files.running.step()
    assert seen == [None, 10.0]


def test_a_file_of_unknown_length_is_looked_into_again_at_the_next_start(files: Files) -> None:
    files.media.lengths["a.mp3"] = None
    files.make("a.mp3")
    files.desk.add([files.folder / "a.mp3"])
    files.settle()
    assert files.job("a.mp3").seconds is None
    again = files.again()
    again.desk.pause_all()
    again.settle()
    assert again.job("a.mp3").seconds == 10.0


def test_of_a_file_in_which_nobody_speaks_no_empty_files_are_written(files: Files) -> None:
    formats = (ExportFormat.TXT, ExportFormat.SRT, ExportFormat.JSON)
    files.desk.apply(replace(files.settings, formats=formats))
    files.add("a.mp3", "b.mp3")
    files.engine.scripts["a.mp3"] = [BEGUN, file_transcript(files.folder / "a.mp3", "")]
    files.work()
    assert files.job("a.mp3").is_silent
    assert [Path(path).name for path in files.job("a.mp3").saved] == ["a.json"]
    assert not (files.folder / "a.txt").exists()
    assert not files.job("b.mp3").is_silent
    assert len(files.job("b.mp3").saved) == 3
    # By hand it is written all the same, and what the user writes is a text.
    files.desk.export(1, [ExportFormat.TXT])
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "A bird."))
    files.work()
    assert (files.folder / "a.txt").exists()
    assert not files.job("a.mp3").is_silent


def test_a_folder_gives_what_speaks_in_it(files: Files) -> None:
    files.make("in/b.mp3")
    files.make("in/below/c.mkv")
    files.make("in/notes.txt")
    files.desk.begin()
    files.desk.add([files.folder / "in", files.make("odd name")])
    files.work()
    assert list(files.states()) == ["b.mp3", "c.mkv", "odd name"]


def test_a_file_that_waits_is_not_added_twice_and_one_that_is_done_is(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    files.engine.scripts["a.mp3"] = [lambda: files.desk.add([files.folder / "b.mp3"]), files.settle]
    files.work()
    assert list(files.states().values()) == ["done", "done"]
    files.desk.add([files.folder / "b.mp3"])
    files.work()
    assert [job.is_from_cache for job in files.queue.jobs] == [False, False, True]


def test_progress_is_told_with_the_time_that_is_left(files: Files) -> None:
    files.add("a.mp3", "b.mp3")

    def later(seconds: float) -> None:
        files.settle()
        files.clock.time += seconds

    cues = (Cue(0.0, 4.0, "One."), Cue(4.0, 8.0, "Two."))
    files.engine.scripts["a.mp3"] = [
        BEGUN,
        lambda: later(2.0),
        TaskProgressed(4.0, cues[:1]),
        lambda: later(0.02),
        TaskProgressed(5.0),  # too soon after the other to be told
        lambda: later(1.98),
        TaskProgressed(8.0, cues[1:]),
        lambda: later(0.0),
    ]
    files.work()
    told = [event.queue for event in files.all(FilesChanged)]
    done = [queue.jobs[0].done_seconds for queue in told if queue.running and queue.running.id == 1]
    assert sorted({*done}) == [0.0, 4.0, 8.0]
    at_eight = next(queue for queue in told if queue.jobs and queue.jobs[0].done_seconds == 8.0)
    assert at_eight.jobs[0].seconds_left == 1.0  # two seconds of sound in each
    assert at_eight.seconds_left == 6.0
    assert files.all(FileCuesHeard)[:2] == [FileCuesHeard(1, cues[:1]), FileCuesHeard(1, cues[1:], 1)]


def test_a_running_job_is_opened_as_far_as_it_is(files: Files) -> None:
    files.add("a.mp3")
    cues = (Cue(0.0, 4.0, "One."), Cue(4.0, 8.0, "Two."))
    files.engine.scripts["a.mp3"] = [
        BEGUN,
        TaskProgressed(4.0, cues[:1]),
        TaskProgressed(8.0, cues[1:]),
        lambda: files.desk.open(1),
        files.settle,
    ]
    files.work()
    assert files.all(FileCuesHeard)[-1] == FileCuesHeard(1, cues)


def test_loading_is_told_until_the_file_is_begun_and_not_for_the_cache(files: Files) -> None:
    files.add("a.mp3")
    loading: list[bool] = []

    def look() -> None:
        files.settle()
        loading.append(files.queue.is_loading)

    files.engine.scripts["a.mp3"] = [look, BEGUN, look]
    files.work()
    assert loading == [True, False]
    files.desk.retry(1)
    files.events.clear()
    files.work()
    assert files.job("a.mp3").is_from_cache
    assert not any(event.queue.is_loading for event in files.all(FilesChanged))


def test_the_task_is_what_the_user_has_set(files: Files) -> None:
    files.add("a.mp3")
    files.desk.apply(
        replace(files.settings, model="small", word_times=False, language_by_piece=True, batch=4)
    )
    files.desk.apply_speech(SpeechSettings(model="base", beam_size=3))
    files.work()
    files.desk.choose(1, SoundChoice(0, Channels.SECOND))
    files.work()
    task = files.engine.tasks[-1]
    assert (task.speech.model, task.decoding.beam_size, task.decoding.word_times) == ("small", 3, False)
    assert (task.language_by_piece, task.batch, task.choice) == (True, 4, SoundChoice(0, Channels.SECOND))
    # A language that is set is that of every piece.
    files.desk.apply_speech(SpeechSettings(language="de"))
    files.desk.retry(1)
    files.work()
    assert (files.engine.tasks[-1].language_by_piece, files.engine.tasks[-1].decoding.language) == (
        False,
        "de",
    )


# --- what goes wrong ---


def test_a_blank_model_is_that_of_dictation(files: Files) -> None:
    files.desk.apply(replace(files.settings, model=" "))
    files.add("a.mp3")
    files.work()
    assert [task.speech.model for task in files.engine.tasks] == [SpeechSettings().model]
    assert files.states() == {"a.mp3": "done"}


def test_one_that_fails_is_told_and_the_next_is_done(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    files.engine.scripts["a.mp3"] = [BEGUN, AudioUnreadable("a.mp3", "it is cut")]
    files.work()
    assert files.states() == {"a.mp3": "failed", "b.mp3": "done"}
    assert files.job("a.mp3").sentence == "a.mp3 cannot be read: it is cut."
    assert files.job("a.mp3").remedy
    files.engine.scripts.clear()
    files.desk.retry(1)
    files.work()
    assert (files.job("a.mp3").state, files.job("a.mp3").sentence) == (JobState.DONE, "")


def test_a_file_that_cannot_be_read_is_told_before_its_turn(files: Files) -> None:
    files.media.problems["b.mp3"] = AudioUnreadable("b.mp3", "it holds no sound")
    files.add("a.mp3", "b.mp3")
    states: list[str] = []
    files.engine.scripts["a.mp3"] = [files.settle, lambda: states.append(files.states()["b.mp3"])]
    files.work()
    assert states == ["failed"]
    assert files.engine.names == ["a.mp3"]
    files.desk.add([files.folder / "gone.mp3"])
    files.work()
    assert files.states()["gone.mp3"] == "failed"


def test_a_defect_of_the_engine_ends_the_job_alone(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    nothing: dict[str, str] = {}
    files.engine.scripts["a.mp3"] = [lambda: nothing["a defect"]]
    files.work()
    assert files.states() == {"a.mp3": "failed", "b.mp3": "done"}
    assert "defect" not in files.job("a.mp3").sentence


def test_a_folder_that_cannot_be_written_costs_the_file_alone(files: Files) -> None:
    files.exporter.refuses[ExportFormat.TXT] = FolderUnwritable("/x")
    files.add("a.mp3")
    files.work()
    job = files.job("a.mp3")
    assert (job.state, job.saved) == (JobState.DONE, ())
    assert (job.sentence, bool(job.remedy)) == ("Sayso cannot write to /x.", True)
    files.desk.open(1)
    files.work()
    assert files.all(FileTranscriptFound)
    # Once it can be written the remark goes.
    files.exporter.refuses.clear()
    files.desk.export(1, [ExportFormat.TXT, ExportFormat.SRT])
    files.work()
    assert [Path(path).name for path in files.job("a.mp3").saved] == ["a.txt", "a.srt"]
    assert files.job("a.mp3").sentence == ""


def test_what_is_damaged_is_done_as_far_as_it_goes_and_said(files: Files) -> None:
    files.add("a.mp3")
    doubts = (Doubt(DoubtKind.UNSURE, 1.0, 2.0), Doubt(DoubtKind.MISSING, 3.0, 4.0))
    transcript = replace(file_transcript(files.folder / "a.mp3"), cut_short=8.0, doubts=doubts)
    files.engine.scripts["a.mp3"] = [BEGUN, transcript]
    files.work()
    job = files.job("a.mp3")
    assert (job.state, job.doubts) == (JobState.DONE, 2)
    assert "ends after 8.0 seconds" in job.sentence
