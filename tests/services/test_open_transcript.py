"""The transcript that is open, among all jobs: what reaches its page, and what its wishes do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_settings import ExportFormat
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import Channels, SoundChoice
from app.domain.problems import AudioCutShort, NoScreen, Problem
from app.services.file_events import (
    CleaningEnded,
    CueCleaned,
    FileCuesHeard,
    FilesChanged,
    FileTranscriptFound,
    FileTranscriptSaved,
    PlayingEnded,
    PlayingMoved,
)
from app.services.open_transcript import OpenTranscript, TranscriptView

LEFT = SoundChoice(1, Channels.FIRST)
TALK = FileJob(1, "/talks/one.wav", JobState.DONE, choice=LEFT)
LONG = FileJob(2, "/talks/two.wav", JobState.RUNNING)
TEXT = FileTranscript("/talks/one.wav", (Cue(0.0, 1.0, "One."),), "en", "base", 1.0, choice=LEFT)
CUES = (Cue(0.0, 2.0, "Two."),)
ONE_MORE = Cue(2.0, 3.0, "More.")


@dataclass
class Others:
    """The shelf, the player and the language model: what each was asked for, in order."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    def open(self, id: int) -> None:
        self.asked.append(("open", id))

    def save(self, id: int, transcript: FileTranscript) -> None:
        self.asked.append(("save", id, transcript))

    def export(self, id: int, formats: Sequence[ExportFormat]) -> None:
        self.asked.append(("export", id, tuple(formats)))

    def play(self, path: Path, choice: SoundChoice, start: float) -> None:
        self.asked.append(("play", path, choice, start))

    def pause(self) -> None:
        self.asked.append(("pause",))

    def close(self) -> None:
        self.asked.append(("close",))

    def clean(self, job: int, transcript: FileTranscript, style: str = "", language: str = "") -> None:
        self.asked.append(("clean", job, transcript))

    def stop(self) -> None:
        self.asked.append(("stop",))


@dataclass
class Page:
    """What a page was told."""

    told: list[tuple[object, ...]] = field(default_factory=list)

    def show_transcript(self, job: FileJob, transcript: FileTranscript) -> None:
        self.told.append(("transcript", job.id, transcript.text))

    def show_cues(self, job_id: int, cues: tuple[Cue, ...]) -> None:
        self.told.append(("cues", job_id, cues))

    def show_stopped(self, job: FileJob) -> None:
        self.told.append(("stopped", job.id, job.state))

    def show_playing(self, seconds: float | None) -> None:
        self.told.append(("playing", seconds))

    def show_cleaned(self, event: CueCleaned) -> None:
        self.told.append(("cleaned", event.first))

    def show_cleaning(self, is_cleaning: bool) -> None:
        self.told.append(("cleaning", is_cleaning))

    def show_saved(self, problem: Problem | None, files: Sequence[str] = ()) -> None:
        self.told.append(("saved", problem, *files))

    def show_problem(self, problem: Problem | None) -> None:
        self.told.append(("problem", problem))


class House:
    """One open transcript between its page and the others."""

    def __init__(self) -> None:
        self.page, self.others, self.turns = Page(), Others(), 0

        def show(what: str, act: Callable[[TranscriptView], None]) -> None:
            act(self.page)

        self.reading = OpenTranscript(self.others, self.others, self.others, show, self._turn)
        self.reading.files_changed(FilesChanged(FileQueue((TALK, LONG))))

    def _turn(self) -> None:
        self.turns += 1

    def became(self, job: FileJob) -> None:
        jobs = tuple(job if one.id == job.id else one for one in (TALK, LONG))
        self.reading.files_changed(FilesChanged(FileQueue(jobs)))


@pytest.fixture
def house() -> House:
    return House()


def open_talk(house: House) -> None:
    house.reading.open(1)
    house.reading.found(FileTranscriptFound(1, TEXT))
    house.others.asked.clear()
    house.page.told.clear()


def test_it_is_shown_once_it_is_found(house: House) -> None:
    house.reading.open(1)
    assert house.turns == 0
    assert ("open", 1) in house.others.asked
    house.reading.found(FileTranscriptFound(2, TEXT))
    assert house.page.told == []
    house.reading.found(FileTranscriptFound(1, TEXT))
    assert house.page.told == [("transcript", 1, "One.")]
    assert house.turns == 1


def test_it_comes_into_view_once_for_each_time_it_is_opened(house: House) -> None:
    open_talk(house)
    house.reading.found(FileTranscriptFound(1, TEXT))
    assert house.turns == 1
    house.reading.open(1)
    house.reading.found(FileTranscriptFound(1, TEXT))
    assert house.turns == 2


def test_one_that_runs_grows_and_is_read_anew_when_it_is_done(house: House) -> None:
    house.reading.open(2)
    house.reading.heard(FileCuesHeard(2, CUES))
    house.reading.heard(FileCuesHeard(1, CUES))
    assert house.page.told == [("transcript", 2, ""), ("cues", 2, CUES)]
    assert house.turns == 1
    house.others.asked.clear()
    house.became(replace(LONG, done_seconds=1.0))
    assert house.others.asked == []
    house.became(replace(LONG, state=JobState.DONE))
    assert house.others.asked == [("open", 2)]


def test_what_was_on_its_way_when_it_was_opened_is_shown_once(house: House) -> None:
    cues = tuple(Cue(float(n), n + 1.0, f"{n}.") for n in range(4))
    house.reading.open(2)
    # Told before the shelf was asked for all of it, and heard here behind that.
    house.reading.heard(FileCuesHeard(2, cues[1:2], 1))
    house.reading.heard(FileCuesHeard(2, cues[:3]))
    house.reading.heard(FileCuesHeard(2, cues[2:3], 2))
    house.reading.heard(FileCuesHeard(2, cues[2:], 2))
    assert house.page.told[1:] == [("cues", 2, cues[:3]), ("cues", 2, cues[3:])]


def test_one_that_is_transcribed_again_begins_anew(house: House) -> None:
    open_talk(house)
    house.became(replace(TALK, state=JobState.RUNNING))
    assert house.page.told == [("transcript", 1, "")]
    assert house.turns == 1


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED, JobState.WAITING, JobState.PAUSED])
def test_one_that_does_not_go_on_is_told_so_and_what_there_was_before_is_asked_for(
    house: House, state: JobState
) -> None:
    house.reading.open(2)
    house.reading.heard(FileCuesHeard(2, CUES))
    house.others.asked.clear()
    house.became(replace(LONG, state=state))
    assert house.page.told == [("transcript", 2, ""), ("cues", 2, CUES), ("stopped", 2, state)]
    # What is paused stays in view as far as it had come.
    assert house.others.asked == ([] if state is JobState.PAUSED else [("open", 2)])


def test_what_was_heard_before_a_pause_is_there_when_it_goes_on(house: House) -> None:
    house.reading.open(2)
    house.reading.heard(FileCuesHeard(2, CUES))
    house.became(replace(LONG, state=JobState.PAUSED))
    house.others.asked.clear()
    house.became(LONG)
    assert house.others.asked == [("open", 2)]
    house.page.told.clear()
    house.reading.heard(FileCuesHeard(2, CUES))
    house.reading.heard(FileCuesHeard(2, (ONE_MORE,), 1))
    assert house.page.told == [("cues", 2, CUES), ("cues", 2, (ONE_MORE,))]


def test_one_that_is_given_up_after_a_pause_is_told_once_more(house: House) -> None:
    house.reading.open(2)
    house.became(replace(LONG, state=JobState.PAUSED, done_seconds=9.0))
    house.others.asked.clear()
    house.page.told.clear()
    house.became(replace(LONG, state=JobState.PAUSED))
    house.became(replace(LONG, state=JobState.CANCELLED))
    assert house.page.told == [("stopped", 2, JobState.PAUSED), ("stopped", 2, JobState.CANCELLED)]
    assert house.others.asked == [("open", 2)]


def test_the_earlier_one_may_be_changed_again_when_nothing_is_to_take_its_place(house: House) -> None:
    open_talk(house)
    house.others.asked.clear()
    for state in (JobState.WAITING, JobState.PAUSED, JobState.CANCELLED):
        house.became(replace(TALK, state=state))
    assert house.others.asked == [("open", 1), ("open", 1)]


def test_it_is_played_from_its_own_file_and_track(house: House) -> None:
    house.reading.play(3.0)
    assert house.others.asked == []
    open_talk(house)
    house.reading.play(3.0)
    assert house.others.asked == [("play", Path("/talks/one.wav"), LEFT, 3.0)]
    house.reading.moved(PlayingMoved(3.5))
    house.reading.ended(PlayingEnded(4.0, problem := NoScreen()))
    ended = [("playing", 3.5), ("playing", None), ("problem", problem)]
    assert house.page.told == [("problem", None), *ended]


def test_it_is_saved_and_written_to_files_under_its_own_number(house: House) -> None:
    house.reading.export(ExportFormat.SRT)
    assert house.others.asked == []
    open_talk(house)
    house.reading.save(1, TEXT)
    house.reading.export(ExportFormat.SRT)
    assert house.others.asked == [("save", 1, TEXT), ("export", 1, (ExportFormat.SRT,))]
    house.reading.saved(FileTranscriptSaved(2))
    house.reading.saved(FileTranscriptSaved(1))
    house.reading.saved(FileTranscriptSaved(1, None, ("/talks/one.srt",)))
    assert house.page.told == [("saved", None), ("saved", None, "/talks/one.srt")]


def test_what_is_told_late_is_saved_under_its_own_number(house: House) -> None:
    open_talk(house)
    house.reading.open(2)
    house.others.asked.clear()
    house.reading.save(1, TEXT)
    assert house.others.asked == [("save", 1, TEXT)]


def test_its_clean_up_is_told_and_that_of_another_is_not(house: House) -> None:
    open_talk(house)
    house.reading.clean(TEXT)
    assert house.others.asked == [("clean", 1, TEXT)]
    house.reading.cleaned(CueCleaned(2, 0, ("Two.",)))
    house.reading.cleaned(CueCleaned(1, 0, ("One!",)))
    house.reading.cleaning_ended(CleaningEnded(2))
    house.reading.cleaning_ended(CleaningEnded(1, problem := NoScreen()))
    assert house.page.told == [
        ("cleaning", True),
        ("cleaned", 0),
        ("cleaning", False),
        ("problem", problem),
    ]


def test_another_one_ends_the_playing_and_the_clean_up_of_the_one_before(house: House) -> None:
    open_talk(house)
    house.reading.open(2)
    assert house.others.asked == [("pause",), ("stop",), ("open", 2)]


def test_whoever_goes_back_is_not_called_to_it_again(house: House) -> None:
    house.reading.open(1)
    house.reading.leave()
    house.reading.found(FileTranscriptFound(1, TEXT))
    assert house.turns == 0


def test_nothing_is_wrong_with_a_job_that_was_removed(house: House) -> None:
    open_talk(house)
    house.reading.files_changed(FilesChanged(FileQueue((LONG,))))
    house.reading.found(FileTranscriptFound(1, TEXT))
    house.reading.play(1.0)
    assert house.page.told == []
    assert house.others.asked == []


def test_one_that_grows_is_known_to_be_as_long_as_its_file(house: House) -> None:
    lengths = list[float]()

    def show(what: str, act: Callable[[TranscriptView], None]) -> None:
        act(page)

    class Measuring(Page):
        def show_transcript(self, job: FileJob, transcript: FileTranscript) -> None:
            lengths.append(transcript.seconds)

    page = Measuring()
    reading = OpenTranscript(house.others, house.others, house.others, show, lambda: None)
    reading.files_changed(FilesChanged(FileQueue((replace(LONG, seconds=90.0),))))
    reading.open(2)
    assert lengths == [90.0]


def test_that_a_file_is_damaged_is_told_at_the_first_end_of_its_playing_alone(house: House) -> None:
    open_talk(house)
    damaged = AudioCutShort("one.wav", 61.0)
    for _ in range(3):
        house.reading.ended(PlayingEnded(61.0, damaged))
    told = [("playing", None), ("problem", damaged), ("playing", None), ("playing", None)]
    assert house.page.told == told
    house.reading.ended(PlayingEnded(5.0, lost := NoScreen()))
    assert house.page.told == [*told, ("playing", None), ("problem", lost)]
    house.reading.open(2)
    house.page.told.clear()
    house.reading.ended(PlayingEnded(61.0, damaged))
    assert house.page.told[-1] == ("problem", damaged)


def test_what_comes_to_nothing_shows_the_earlier_transcript_again(house: House) -> None:
    open_talk(house)
    for state in (JobState.WAITING, JobState.RUNNING, JobState.CANCELLED):
        house.others.asked.clear()
        house.became(replace(TALK, state=state))
        assert house.others.asked == [("open", 1)]
    # In the middle of its run it stays as it is.
    house.became(replace(TALK, state=JobState.RUNNING))
    house.others.asked.clear()
    house.became(replace(TALK, state=JobState.PAUSED))
    assert house.others.asked == []


def test_an_earlier_transcript_is_played_as_the_sound_that_it_is_of(house: House) -> None:
    open_talk(house)
    house.became(replace(TALK, state=JobState.CANCELLED, choice=SoundChoice(7)))
    house.reading.found(FileTranscriptFound(1, TEXT))
    house.reading.play(3.0)
    assert house.others.asked[-1] == ("play", Path("/talks/one.wav"), LEFT, 3.0)
