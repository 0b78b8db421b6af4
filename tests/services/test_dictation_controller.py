"""The controller against recording doubles of its four neighbours: order, times, records, names."""

from __future__ import annotations

import pytest

from app.domain.dictation_events import (
    CancelRequested,
    CaptureOpened,
    Failed,
    SpeechEnded,
    StartRequested,
    StopRequested,
)
from app.domain.history import Fate
from app.domain.insertion import Target
from app.domain.problems import FocusMoved, NoMicrophone, RecognitionFailed
from app.domain.settings import InsertionWay
from app.domain.tidy_settings import TidySettings
from app.services.clean_up import Tidying
from app.services.dictation_controller import REMEMBERED, DictationController, recording_name
from app.services.events import CaptureClosed, Inserted, NotInserted
from app.services.text_actions import NO_DICTATION
from tests.fakes import FakeClock, transcript
from tests.services.controller_bench import Neighbours

AS_IT_IS = TidySettings(fillers=False, stutters=False, capitals=False)


@pytest.fixture
def around() -> Neighbours:
    return Neighbours()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def controller(around: Neighbours, clock: FakeClock) -> DictationController:
    return DictationController(around, around, around, Tidying(AS_IT_IS), clock, around.tell)


def test_the_history_has_the_text_before_the_cursor_does(
    controller: DictationController, around: Neighbours
) -> None:
    for event in (StartRequested(), StopRequested(), SpeechEnded(1, transcript("hello"))):
        controller.handle(event)
    assert around.asked == [
        ("start", 1),
        ("stop", 1),
        ("keep", "hello"),
        ("insert", "hello", Target("7", "Editor")),
    ]


def test_the_window_that_counts_is_the_one_at_the_beginning(
    controller: DictationController, around: Neighbours
) -> None:
    controller.handle(StartRequested())
    around.focused = Target("8", "Other")
    controller.handle(StopRequested())
    controller.handle(SpeechEnded(1, transcript("hello")))
    assert around.asked[-1] == ("insert", "hello", Target("7", "Editor"))


def test_each_stage_leaves_its_time(
    controller: DictationController, around: Neighbours, clock: FakeClock
) -> None:
    def at(moment: float) -> None:
        clock.time = 1000.0 + moment

    controller.handle(StartRequested())
    at(0.5)
    controller.handle(CaptureOpened(1))
    at(3.0)
    controller.handle(StopRequested())
    at(3.25)
    controller.capture_closed(CaptureClosed(1))
    at(4.0)
    controller.handle(SpeechEnded(1, transcript("hello")))
    at(4.5)
    controller.inserted(Inserted(1, "Editor", InsertionWay.PASTE))
    entry = around.only_entry
    assert (entry.times.opened, entry.times.released, entry.times.captured) == (0.5, 3.0, 3.25)
    assert (entry.times.written, entry.times.delivered, entry.times.wait) == (4.0, 4.5, 1.0)
    assert entry.target == "Editor"


def test_a_cancelled_dictation_leaves_no_entry(controller: DictationController, around: Neighbours) -> None:
    controller.handle(StartRequested())
    controller.handle(CancelRequested())
    controller.handle(SpeechEnded(1, transcript("late")))
    assert around.asked == [("start", 1), ("abandon", 1)]


def test_a_failed_recognition_is_told_and_its_recording_kept(
    controller: DictationController, around: Neighbours
) -> None:
    problem = RecognitionFailed()
    for event in (StartRequested(), CaptureOpened(1), StopRequested(), Failed(1, problem)):
        controller.handle(event)
    assert around.asked[2:] == [("tell", problem, True), ("keep", "")]
    assert around.only_entry.fate is Fate.FAILED
    assert around.only_entry.problem == problem.sentence


def test_a_microphone_that_is_not_there_is_told(controller: DictationController, around: Neighbours) -> None:
    problem = NoMicrophone()
    controller.handle(StartRequested())
    controller.handle(Failed(1, problem))
    assert around.asked == [("start", 1), ("abandon", 1), ("tell", problem, False)]


def test_a_text_that_could_not_be_inserted_stays_and_is_told(
    controller: DictationController, around: Neighbours
) -> None:
    problem = FocusMoved()
    for event in (StartRequested(), StopRequested(), SpeechEnded(1, transcript("hello"))):
        controller.handle(event)
    controller.not_inserted(NotInserted(1, problem, around.only_entry.recording, "hello"))
    assert around.told == [(problem, around.only_entry.recording)]
    assert around.only_entry.text == "hello"
    assert controller.last is not None
    assert controller.last.text == "hello"


def test_toggling_starts_and_stops(controller: DictationController, around: Neighbours) -> None:
    controller.toggle()
    controller.toggle()
    assert around.asked == [("start", 1), ("stop", 1)]


def test_names_of_recordings_sort_by_time_and_differ() -> None:
    names = [
        recording_name(1_800_000_000.0, 1),
        recording_name(1_800_000_000.001, 2),
        recording_name(1_800_000_001.0, 3),
    ]
    assert names == sorted(names)
    assert len(set(names)) == 3
    assert names[0] == "2027-01-15T08-00-00-000-1"


def test_a_text_that_could_not_be_inserted_is_remembered_however_many_are_inserted_later(
    controller: DictationController,
) -> None:
    controller.not_inserted(NotInserted(1, FocusMoved(), "first", "one"))
    controller.not_inserted(NotInserted(2, FocusMoved(), "second", "two"))
    for id in range(3, 3 + 2 * REMEMBERED):
        controller.inserted(Inserted(id, "Editor", InsertionWay.PASTE, f"recording {id}"))
    assert (controller.text_of("first"), controller.text_of("second")) == ("one", "two")
    assert controller.text_of("another") == ""


def test_a_text_is_let_go_when_it_is_inserted_after_all_and_the_oldest_give_way(
    controller: DictationController,
) -> None:
    controller.not_inserted(NotInserted(1, FocusMoved(), "first", "one"))
    controller.inserted(Inserted(NO_DICTATION, "Editor", InsertionWay.PASTE, "first"))
    assert controller.text_of("first") == ""
    for number in range(REMEMBERED + 1):
        controller.not_inserted(NotInserted(NO_DICTATION, FocusMoved(), f"recording {number}", "text"))
    assert [controller.text_of(f"recording {number}") for number in (0, 1)] == ["", "text"]


def test_a_text_that_fails_to_be_inserted_again_is_told_about_its_own_recording(
    controller: DictationController, around: Neighbours
) -> None:
    problem = FocusMoved()
    controller.not_inserted(NotInserted(NO_DICTATION, problem, "an old one", "words"))
    assert around.told == [(problem, "an old one")]
    assert controller.text_of("an old one") == "words"
