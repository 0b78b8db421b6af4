"""What the screen shows of a clean-up: waited for, beside a delivered text, and afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.delivery_plan import Plan, Way
from app.domain.dictation import step
from app.domain.dictation_events import Event, SpeechEnded, StartRequested, StopRequested
from app.domain.dictation_states import Dictations, Enhancement
from app.domain.enhancement import TokenWritten
from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, Version
from app.domain.problems import FocusMoved, WriterNotRunning
from app.domain.transcript import LiveText
from app.services.notices import Notices
from app.services.screen import Screen
from app.services.view import CleanUpStage, CleanUpView, Phase, ViewState
from app.services.writing_events import WriterLoading, WriterReady
from tests.fakes import transcript

SAID = SpeechEnded(1, transcript("um hello"), Plan(Way.ENHANCED, "Hello"))
ENDED = HistoryEntry("rec", 0.0, Fate.WRITTEN, text="Hello", heard="um hello", spoken="Hello")
RECORD = EnhancementRecord(
    "Hello.", "Hello.", Judgement.ACCEPTED, style="formal", writer="mini:1b", first_token=0.3, gpu_share=0.0
)


@pytest.fixture
def shown() -> list[ViewState]:
    return []


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def screen(notices: Notices, shown: list[ViewState]) -> Screen:
    return Screen(notices, shown.append)


def after(*events: Event) -> Dictations:
    state = Dictations()
    for event in events:
        state, _ = step(state, event)
    return state


def test_tokens_are_shown_as_they_come_with_the_spoken_text_at_hand(
    screen: Screen, shown: list[ViewState]
) -> None:
    events: list[Event] = [StartRequested(), StopRequested(), SAID, TokenWritten(1, "Hel")]
    screen.draw(after(*events), None)
    screen.draw(after(*events, TokenWritten(1, "lo.")), None)
    assert [state.phase for state in shown] == [Phase.ENHANCING] * 2
    assert [state.clean_up.enhanced for state in shown] == ["Hel", "Hello."]
    assert shown[-1].clean_up.spoken == "Hello"
    assert shown[-1].live == LiveText("um hello")


def test_a_model_that_loads_is_named_until_it_writes(screen: Screen, shown: list[ViewState]) -> None:
    waiting = after(StartRequested(), StopRequested(), SAID)
    screen.writer_loading(WriterLoading("mini:1b"))
    screen.draw(waiting, None)
    assert shown[-1].clean_up.loading == "mini:1b"
    screen.writer_loaded()
    screen.draw(waiting, None)
    assert shown[-1].clean_up.loading == ""


def test_what_loads_in_advance_is_no_concern_of_a_text_that_is_done(
    screen: Screen, shown: list[ViewState]
) -> None:
    screen.writer_loading(WriterLoading("mini:1b"))
    screen.draw(Dictations(), ENDED)
    assert shown[-1].clean_up == CleanUpView(CleanUpStage.SKIPPED, "Hello")


def test_a_later_dictation_counts_the_one_that_is_cleaned_up(screen: Screen, shown: list[ViewState]) -> None:
    screen.draw(after(StartRequested(), StopRequested(), SAID, StartRequested()), None)
    assert (shown[-1].phase, shown[-1].unfinished) == (Phase.OPENING, 1)


def test_a_clean_up_beside_the_last_text(screen: Screen, shown: list[ViewState]) -> None:
    screen.draw(Dictations(), ENDED, Enhancement(7, "Hel"))
    view = shown[-1].clean_up
    assert (view.stage, view.enhanced, view.version) == (CleanUpStage.WRITING, "Hel", Version.SPOKEN)
    assert shown[-1].phase is Phase.IDLE


@pytest.mark.parametrize(
    ("judgement", "stage"),
    [
        (Judgement.ACCEPTED, CleanUpStage.DONE),
        (Judgement.PARTLY, CleanUpStage.PARTLY),
        (Judgement.REFUSED, CleanUpStage.REFUSED),
        (Judgement.OVERRULED, CleanUpStage.OVERRULED),
    ],
)
def test_what_the_guard_said_is_the_stage(
    judgement: Judgement, stage: CleanUpStage, screen: Screen, shown: list[ViewState]
) -> None:
    record = replace(RECORD, judgement=judgement, reasons=("One.", "Two."))
    screen.draw(Dictations(), replace(ENDED, enhancement=record))
    assert shown[-1].clean_up == CleanUpView(
        stage,
        "Hello",
        "Hello.",
        remark="One. Two.",
        style="formal",
        writer="mini:1b",
        first_token_seconds=0.3,
        gpu_share=0.0,
    )


def test_which_text_is_in_use(screen: Screen, shown: list[ViewState]) -> None:
    screen.draw(Dictations(), replace(ENDED, text="Hello.", enhancement=RECORD))
    assert shown[-1].clean_up.version is Version.ENHANCED
    assert shown[-1].text == "Hello."


def test_why_it_was_skipped(screen: Screen, shown: list[ViewState]) -> None:
    screen.draw(Dictations(), replace(ENDED, skipped="Too short."))
    assert shown[-1].clean_up == CleanUpView(CleanUpStage.SKIPPED, "Hello", remark="Too short.")


def test_nothing_said_has_no_clean_up(screen: Screen, shown: list[ViewState]) -> None:
    screen.draw(Dictations(), HistoryEntry("rec", 0.0, Fate.NOTHING_HEARD))
    assert shown[-1].clean_up == CleanUpView()


def test_a_server_that_answers_takes_its_notices_away_and_no_others(
    screen: Screen, notices: Notices, shown: list[ViewState]
) -> None:
    notices.add(WriterNotRunning("http://localhost:11434"))
    notices.add(FocusMoved(), "rec")
    screen.writer_ready(WriterReady("mini:1b", 1.0))
    screen.draw(Dictations(), None)
    assert [notice.sentence for notice in shown[-1].notices] == [FocusMoved().sentence]
