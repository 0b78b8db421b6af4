"""The stack of notices: each once, the newest last, gone when solved."""

from __future__ import annotations

import pytest

from app.domain.problems import (
    Action,
    DiskFull,
    EngineDied,
    FocusMoved,
    HotkeyTaken,
    MicrophoneLost,
    MicrophoneProblem,
    ModelMissing,
    NoMicrophone,
    Problem,
    WriterBusy,
    WriterNotRunning,
)
from app.services.notices import MAX_NOTICES, Notices


def test_a_notice_is_the_problems_sentence_remedy_and_button() -> None:
    notices = Notices()
    notices.add(FocusMoved(), "rec1")
    (notice,) = notices.all
    assert (notice.sentence, notice.remedy) == (FocusMoved().sentence, FocusMoved().remedy)
    assert (notice.action, notice.subject) == (Action.INSERT_AGAIN, "rec1")


def test_told_again_it_moves_to_the_end_and_is_still_one() -> None:
    notices = Notices()
    notices.add(NoMicrophone())
    notices.add(HotkeyTaken("F9"))
    notices.add(NoMicrophone())
    assert [notice.sentence for notice in notices.all] == [
        HotkeyTaken("F9").sentence,
        NoMicrophone().sentence,
    ]


def test_the_same_about_two_recordings_is_two_notices() -> None:
    notices = Notices()
    notices.add(FocusMoved(), "rec1")
    notices.add(FocusMoved(), "rec2")
    assert [notice.subject for notice in notices.all] == ["rec1", "rec2"]
    notices.solved(FocusMoved, subject="rec1")
    assert [notice.subject for notice in notices.all] == ["rec2"]


def test_a_language_model_that_is_not_there_is_told_once_for_all_and_about_the_newest_text() -> None:
    notices = Notices()
    notices.add(WriterNotRunning("http://localhost:11434"), "rec1")
    notices.add(FocusMoved(), "rec1")
    notices.add(WriterBusy(), "rec2")
    notices.add(WriterNotRunning("http://localhost:11434"), "rec3")
    assert [(notice.sentence, notice.subject) for notice in notices.all] == [
        (FocusMoved().sentence, "rec1"),
        (WriterBusy().sentence, "rec2"),
        (WriterNotRunning("http://localhost:11434").sentence, "rec3"),
    ]


@pytest.mark.parametrize("problem", [ModelMissing("base"), DiskFull("/data")])
def test_a_speech_model_that_is_not_there_and_a_full_disk_are_told_once_for_all(problem: Problem) -> None:
    notices = Notices()
    notices.add(problem)
    notices.add(ModelMissing("small"), "rec1")
    for recording in ("rec1", "rec2"):
        notices.add(problem, recording)
    assert [(notice.sentence, notice.subject) for notice in notices.all] == [
        (ModelMissing("small").sentence, "rec1"),
        (problem.sentence, "rec2"),
    ]


def test_what_is_over_is_taken_back_but_for_what_a_recording_still_offers() -> None:
    notices = Notices()
    notices.add(EngineDied(), "rec1")
    notices.add(EngineDied())
    notices.add(NoMicrophone())
    notices.take_back(EngineDied())
    assert [(notice.sentence, notice.subject) for notice in notices.all] == [
        (EngineDied().sentence, "rec1"),
        (NoMicrophone().sentence, ""),
    ]


def test_what_works_again_takes_its_whole_kind_away_and_nothing_else() -> None:
    notices = Notices()
    notices.add(NoMicrophone())
    notices.add(HotkeyTaken("F9"))
    notices.add(MicrophoneLost("Desk"))
    notices.solved(MicrophoneProblem)
    assert [notice.sentence for notice in notices.all] == [HotkeyTaken("F9").sentence]


def test_dismissed_it_is_gone_and_an_unknown_one_is_nothing() -> None:
    notices = Notices()
    notices.add(NoMicrophone())
    notices.dismiss("unknown")
    notices.dismiss(notices.all[0].key)
    notices.dismiss("unknown")
    assert notices.all == ()


def test_the_oldest_go_when_there_are_too_many() -> None:
    notices = Notices()
    for number in range(MAX_NOTICES + 2):
        notices.add(HotkeyTaken(f"F{number}"))
    assert len(notices.all) == MAX_NOTICES
    assert notices.all[0].sentence == HotkeyTaken("F2").sentence
