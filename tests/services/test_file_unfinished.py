"""A file that was stopped in the middle goes on behind what was written of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.domain.file_queue import JobState
from app.domain.file_task import TaskProgressed
from app.domain.file_transcript import FileTranscript
from app.domain.media import Channels, SoundChoice
from app.domain.problems import DiskFull
from app.domain.settings import SpeechSettings
from app.services.file_events import FilesChanged
from app.services.file_unfinished import STEP_SECONDS, Unfinished
from tests.fakes.files import file_transcript
from tests.services.file_bench import BEGUN, HALF, MORE, Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_one_that_is_stopped_by_the_end_goes_on_next_time(files: Files) -> None:
    files.add("a.mp3")
    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), files.desk.close, files.settle]
    files.work()
    assert "close" in files.engine.said
    again = files.again()
    again.desk.begin()
    again.desk_inbox.step()
    assert [job.state for job in again.all(FilesChanged)[0].queue.jobs] == [JobState.WAITING]
    again.work()
    assert again.states() == {"a.mp3": "done"}
    assert [one and (one.seconds, one.cues) for one in again.engine.before] == [(5.0, HALF)]


def test_one_that_is_paused_stands_where_it_was_next_time(files: Files) -> None:
    files.add("a.mp3", "b.mp3")

    def pause() -> None:
        files.desk.pause(1)
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), pause]
    files.work()
    again = files.again()
    again.desk.begin()
    again.work()
    assert (again.states()["a.mp3"], again.job("a.mp3").done_seconds) == ("paused", 5.0)
    again.desk.resume(1)
    again.work()
    assert [one and one.seconds for one in again.engine.before] == [5.0]


def test_after_a_crash_no_more_than_some_minutes_are_transcribed_again(files: Files) -> None:
    files.add("a.mp3")
    files.media.lengths["a.mp3"] = 1000.0
    kept: list[Files] = []
    files.engine.scripts["a.mp3"] = [
        BEGUN,
        TaskProgressed(90.0, HALF),
        TaskProgressed(STEP_SECONDS + 5.0, MORE),
        TaskProgressed(2 * STEP_SECONDS, MORE),
        lambda: kept.append(files.after_a_crash()),
    ]
    files.work()
    again = kept[0]
    again.desk.begin()
    again.work()
    assert again.states() == {"a.mp3": "done"}
    behind = [one and (one.seconds, one.cues) for one in again.engine.before]
    assert behind == [(STEP_SECONDS + 5.0, (*HALF, *MORE))]


@pytest.mark.parametrize("what", ["words", "bytes", "track"])
def test_what_was_written_counts_for_the_same_sound_and_wishes_alone(files: Files, what: str) -> None:
    files.add("a.mp3")
    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), files.desk.close, files.settle]
    files.work()
    again = files.again()
    again.engine.scripts["a.mp3"] = [BEGUN]
    if what == "words":
        again.desk.apply_speech(SpeechSettings(language="en", hints=("Sayso",)))
    elif what == "bytes":
        again.make("a.mp3", "another sound")
    else:
        again.desk.choose(1, SoundChoice(0, Channels.FIRST))
    again.desk.begin()
    again.work()
    assert again.engine.before == [None]


@pytest.mark.parametrize("is_closed", [False, True])
def test_of_one_that_is_removed_meanwhile_no_word_stays(files: Files, is_closed: bool) -> None:
    files.add("a.mp3")

    def remove() -> None:
        files.desk.remove(1)
        if is_closed:
            files.desk.close()
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(STEP_SECONDS, HALF), remove]
    files.work()
    assert files.unfinished(1) == []


def test_one_that_is_cancelled_goes_on_when_it_is_wanted_after_all(files: Files) -> None:
    files.add("a.mp3")

    def cancel() -> None:
        files.desk.cancel(1)
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), cancel]
    files.work()
    assert (files.states(), files.job("a.mp3").done_seconds) == ({"a.mp3": "cancelled"}, 0.0)
    files.engine.scripts.clear()
    files.desk.retry(1)
    files.work()
    assert files.states() == {"a.mp3": "done"}
    assert [one and one.seconds for one in files.engine.before] == [None, 5.0]
    # And one that is done is transcribed from its beginning.
    files.desk.clear_cache()
    files.desk.retry(1)
    files.work()
    assert files.engine.before[2:] == [None]


def test_rows_tell_no_place_that_counts_no_more(files: Files) -> None:
    files.add("a.mp3", "b.mp3")

    def pause() -> None:
        files.desk.pause(1)
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), pause]
    files.work()
    assert files.job("a.mp3").done_seconds == 5.0
    files.desk.apply(replace(files.settings, cache_megabytes=1))
    files.work()
    assert files.job("a.mp3").done_seconds == 5.0
    files.desk.apply_speech(SpeechSettings(language="de"))
    files.work()
    assert files.job("a.mp3").done_seconds == 0.0


def test_a_place_that_was_told_and_not_kept_is_put_right_when_it_begins(files: Files) -> None:
    files.add("a.mp3", "b.mp3")

    def pause() -> None:
        files.desk.pause(1)
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), pause]
    files.work()
    again = files.again()
    again.make("a.mp3", "another sound")
    again.desk.begin()
    seen: list[float] = []

    def look() -> None:
        again.settle()
        seen.append(again.job("a.mp3").done_seconds)

    again.engine.scripts["a.mp3"] = [look, BEGUN, look]
    again.desk.resume(1)
    again.work()
    assert seen == [5.0, 0.0]


def test_a_correction_of_the_earlier_transcript_costs_nothing_of_the_new_one(files: Files) -> None:
    files.add("a.mp3")
    files.work()
    files.desk.clear_cache()
    files.desk.retry(1)

    def cancel() -> None:
        files.desk.cancel(1)
        files.settle()

    files.engine.scripts["a.mp3"] = [BEGUN, TaskProgressed(5.0, HALF), cancel]
    files.work()
    files.desk.save(1, file_transcript(files.folder / "a.mp3", "Corrected."))
    files.work()
    files.engine.scripts.clear()
    files.desk.retry(1)
    files.work()
    assert [one and one.seconds for one in files.engine.before] == [None, None, 5.0]


class FullDisk:
    """Keeps nothing."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    def unfinished(self, job: int, key: str) -> FileTranscript | None:
        raise DiskFull("/home")

    def save_unfinished(self, job: int, key: str, transcript: FileTranscript) -> None:
        self.asked.append(transcript.seconds)
        raise DiskFull("/home")


def test_a_disk_that_takes_nothing_stops_nobody_and_is_not_asked_for_each_piece() -> None:
    disk = FullDisk()
    unfinished = Unfinished(disk, 1, lambda question: question())
    assert unfinished.begin("key") is None
    for seconds in (STEP_SECONDS - 1, STEP_SECONDS, STEP_SECONDS + 1, 2 * STEP_SECONDS):
        unfinished.progressed(seconds, partial(file_transcript, "/a", seconds=seconds))
    unfinished.keep(None)
    unfinished.keep(file_transcript("/a", seconds=2 * STEP_SECONDS))
    assert disk.asked == [STEP_SECONDS, 2 * STEP_SECONDS]
