"""The file desk while files are done: cancelled, paused, moved, removed, overtaken by a dictation."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.file_settings import ExportFormat
from app.domain.file_task import TaskProgressed
from app.domain.media import SoundChoice
from app.domain.problems import AudioUnreadable, Problem
from app.services.file_events import FileCuesHeard, FilesChanged, FileTranscriptSaved
from tests.fakes.files import file_transcript
from tests.services.file_bench import BEGUN, HALF, MORE, Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_a_running_job_is_cancelled_and_the_next_is_done(files: Files) -> None:
    files.add("a.mp3", "b.mp3")
    files.engine.scripts["a.mp3"] = [BEGUN, lambda: files.desk.cancel(1), files.settle, BEGUN]
    files.work()
    assert files.states() == {"a.mp3": "cancelled", "b.mp3": "done"}
    assert "stop" in files.engine.said
    assert not (files.folder / "a.txt").exists()


def test_a_waiting_job_is_cancelled_or_paused_and_passed_over(files: Files) -> None:
    files.add("a.mp3", "b.mp3", "c.mp3", "d.mp3")

    def ask() -> None:
        files.desk.cancel(2)
        files.desk.pause(3)
        files.settle()

    files.engine.scripts["a.mp3"] = [ask]
    files.work()
    assert files.engine.names == ["a.mp3", "d.mp3"]
    files.desk.resume(3)
    files.work()
    assert files.states()["c.mp3"] == "done"


def test_the_only_job_is_paused_where_it_is_and_goes_on_there(files: Files) -> None:
    files.add("a.mp3")

    def pause() -> None:
        files.settle()
        files.desk.pause(1)
        files.settle()
        assert (files.states()["a.mp3"], files.job("a.mp3").done_seconds) == ("paused", 5.0)
        assert files.engine.said == ["hold"]
        files.clock.time += 600
        files.desk.resume(1)
        files.settle()
        assert files.states()["a.mp3"] == "running"
        assert files.engine.said == ["hold", "go on"]

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0), pause]
    files.work()
    assert (files.states(), files.engine.names) == ({"a.mp3": "done"}, ["a.mp3"])


def test_a_paused_job_gives_its_place_to_one_that_comes(files: Files) -> None:
    files.add("a.mp3")

    def pause() -> None:
        files.settle()
        files.desk.pause(1)
        files.settle()
        files.desk.add([files.make("b.mp3")])
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), pause]
    files.work()
    assert files.engine.said == ["hold", "stop", "go on"]  # stopped before it could compute once more
    assert files.states() == {"a.mp3": "paused", "b.mp3": "done"}
    assert files.job("a.mp3").done_seconds == 5.0
    files.desk.pause_all()
    files.desk.resume(1)
    files.work()
    assert (files.states()["a.mp3"], files.job("a.mp3").done_seconds) == ("waiting", 5.0)
    files.desk.resume_all()

    def two_seconds() -> None:
        files.settle()
        files.clock.time += 2.0

    files.engine.scripts["a.mp3"] = [BEGUN, two_seconds, TaskProgressed(9.0, MORE)]
    files.events.clear()
    files.work()
    assert files.engine.names == ["a.mp3", "b.mp3", "a.mp3"]
    assert files.states() == {"a.mp3": "done", "b.mp3": "done"}
    behind = files.engine.before[-1]
    assert behind is not None
    assert (behind.seconds, behind.cues) == (5.0, HALF)
    # Whoever looks at it sees all of it.
    assert files.all(FileCuesHeard) == [FileCuesHeard(1, HALF), FileCuesHeard(1, MORE, 1)]
    # Four seconds of sound took two; the five before took none.
    left = [job.seconds_left for event in files.all(FilesChanged) for job in event.queue.jobs]
    assert 0.5 in left
    # With its transcript nothing is left of that.
    assert files.unfinished(1) == []


def test_all_stand_still_and_go_on(files: Files) -> None:
    files.add("a.mp3", "b.mp3")

    def pause() -> None:
        files.desk.pause_all()
        assert files.engine.said == ["hold"]  # at once
        files.settle()
        assert files.queue.is_paused
        assert files.states() == {"a.mp3": "running", "b.mp3": "waiting"}

    # The engine of the test ends all the same, as one may that was held in its last moment.
    files.engine.scripts["a.mp3"] = [BEGUN, pause]
    files.work()
    assert files.states() == {"a.mp3": "done", "b.mp3": "waiting"}
    files.desk.resume_all()
    files.work()
    assert files.engine.said == ["hold", "go on"]
    assert files.states() == {"a.mp3": "done", "b.mp3": "done"}


def test_a_dictation_holds_the_engine_before_it_returns(files: Files) -> None:
    files.add("a.mp3", "b.mp3")

    def dictate() -> None:
        files.settle()
        files.desk.dictation(True)
        assert files.engine.said == ["hold"]
        files.settle()
        assert files.queue.is_overtaken
        files.clock.time += 60.0
        files.desk.pause_all()
        files.desk.dictation(False)
        files.settle()
        assert files.engine.said == ["hold"]  # it is paused, too
        files.desk.resume_all()
        assert files.engine.said == ["hold"]
        files.settle()
        assert files.engine.said == ["hold", "go on"]
        assert not files.queue.is_overtaken
        files.clock.time += 2.0

    files.engine.scripts["a.mp3"] = [BEGUN, dictate, TaskProgressed(4.0), files.settle]
    files.work()
    # The minute of waiting is not the file's pace.
    assert 3.0 in [job.seconds_left for event in files.all(FilesChanged) for job in event.queue.jobs]
    assert files.states() == {"a.mp3": "done", "b.mp3": "done"}


def test_no_file_is_begun_or_looked_into_while_a_dictation_goes_on(files: Files) -> None:
    files.desk.dictation(True)
    files.add("a.mp3")
    files.work()
    assert (files.engine.names, files.media.looked) == ([], [])
    assert files.queue.is_overtaken
    files.desk.dictation(False)
    files.work()
    assert files.states() == {"a.mp3": "done"}


def test_a_dictation_without_files_is_nobodys_news(files: Files) -> None:
    files.desk.begin()
    files.work()
    files.events.clear()
    files.desk.dictation(True)
    files.desk.dictation(False)
    files.work()
    assert files.events == []


def test_another_order_is_done_in_that_order(files: Files) -> None:
    files.add("a.mp3", "b.mp3", "c.mp3")
    files.engine.scripts["a.mp3"] = [lambda: files.desk.move(3, 0), files.settle]
    files.work()
    assert files.engine.names == ["a.mp3", "c.mp3", "b.mp3"]
    assert list(files.states()) == ["c.mp3", "a.mp3", "b.mp3"]


def test_another_sound_of_a_running_file_begins_it_anew(files: Files) -> None:
    files.add("a.mp3")
    other = SoundChoice(1)
    files.engine.scripts["a.mp3"] = [BEGUN, lambda: files.desk.choose(1, other), files.settle, BEGUN]
    files.work()
    assert [task.choice for task in files.engine.tasks] == [SoundChoice(), other]
    assert files.states() == {"a.mp3": "done"}


def test_a_job_is_removed_with_its_transcript_whatever_it_does(files: Files) -> None:
    files.add("a.mp3", "b.mp3", "c.mp3")

    def remove() -> None:
        files.desk.remove(1)
        files.desk.remove(2)
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, remove]
    files.work()
    assert files.states() == {"c.mp3": "done"}
    files.desk.remove(3)
    files.work()
    assert files.queue.jobs == ()
    assert [files.store.transcript(id) for id in (1, 2, 3)] == [None] * 3
    # What was written stays.
    assert files.text("c.txt") == "txt: c.mp3"


def test_one_removed_in_its_last_moment_leaves_nothing_behind(files: Files) -> None:
    files.add("a.mp3")
    files.desk_inbox.run()
    files.running.step()  # done, and nobody was told yet
    files.desk.remove(1)
    files.store.save_transcript(1, file_transcript("/a"))
    files.work()
    assert files.queue.jobs == ()
    assert files.store.transcript(1) is None


def test_those_that_are_over_are_cleared_away(files: Files) -> None:
    files.add("a.mp3", "b.mp3", "c.mp3")
    files.engine.scripts["a.mp3"] = [AudioUnreadable("a.mp3", "no")]
    files.desk_inbox.run()
    files.desk.pause(3)
    files.work()
    files.desk.clear()
    files.work()
    assert files.states() == {"c.mp3": "paused"}
    assert files.store.transcript(2) is None


def test_what_comes_for_a_job_that_is_gone_changes_nothing(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.events.clear()
    desk = files.desk
    for ask in (desk.pause, desk.resume, desk.cancel, desk.retry, desk.remove, desk.open):
        ask(99)
    desk.move(99, 0)
    desk.choose(99, SoundChoice(1))
    desk.export(99, [ExportFormat.TXT])
    files.work()
    (told,) = files.events
    assert isinstance(told, FileTranscriptSaved)
    assert (told.job, told.files, type(told.problem)) == (99, (), Problem)
