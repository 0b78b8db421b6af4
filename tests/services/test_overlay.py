"""When the strip is to be seen: with a dictation, and for a moment with what became of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.history import Fate
from app.domain.settings import GeneralSettings, InsertionWay
from app.domain.transcript import LiveText
from app.services.overlay import OUTCOME_SECONDS, PATIENCE, OverlayDirector, OverlayView
from app.services.view import Delivery, Phase, ViewState
from tests.fakes import FakeClock, FakeInbox

IDLE = ViewState()
OPENING = ViewState(phase=Phase.OPENING)
LISTENING = ViewState(phase=Phase.LISTENING, live=LiveText("It is", "raining"))
WRITING = ViewState(phase=Phase.WRITING, live=LiveText("It is raining."))
WRITTEN = ViewState(text="It is raining.")


def pasted() -> Delivery:
    return Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Firefox", 0.2)


class Stage:
    """A director and what it shows."""

    def __init__(self, *, is_on: bool = True) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.shown: list[OverlayView | None] = []
        self.own_in_front = False
        self.director = OverlayDirector(
            self.shown.append, lambda: self.own_in_front, self.inbox, GeneralSettings(overlay=is_on)
        )

    def tell(self, *states: ViewState) -> None:
        for state in states:
            self.director.show_state(state)

    def wait(self, seconds: float) -> None:
        self.inbox.advance(seconds)

    @property
    def now(self) -> OverlayView | None:
        return self.shown[-1] if self.shown else None


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_it_follows_a_dictation_and_shows_its_outcome_for_a_moment(stage: Stage) -> None:
    stage.tell(IDLE, OPENING)
    assert stage.now == OverlayView(OPENING)
    assert stage.now.can_stop
    stage.tell(LISTENING)
    assert stage.now == OverlayView(LISTENING)
    stage.tell(WRITING)
    assert stage.now == OverlayView(WRITING)
    assert not stage.now.can_stop
    # The text is on its way to the cursor.
    stage.tell(WRITTEN)
    assert stage.now == OverlayView(WRITING)
    done = replace(WRITTEN, delivery=pasted())
    stage.tell(done)
    assert stage.now == OverlayView(done, done.delivery)
    stage.wait(OUTCOME_SECONDS - 0.1)
    assert stage.now is not None
    stage.wait(0.2)
    assert stage.now is None


def test_two_outcomes_that_say_the_same_are_both_told(stage: Stage) -> None:
    first = replace(WRITTEN, delivery=pasted())
    stage.tell(LISTENING, WRITTEN, first)
    stage.wait(OUTCOME_SECONDS)
    assert stage.now is None
    stage.tell(replace(LISTENING, delivery=first.delivery), WRITTEN)
    assert stage.now
    assert stage.now.outcome is None
    second = replace(WRITTEN, delivery=pasted())
    assert second == first
    stage.tell(second)
    assert stage.shown[-1] == OverlayView(second, second.delivery)


def test_what_was_cancelled_has_no_outcome(stage: Stage) -> None:
    before = pasted()
    stage.tell(replace(LISTENING, delivery=before, text="old"))
    stage.tell(replace(WRITTEN, delivery=before, text="old"))
    assert stage.now is None
    stage.tell(LISTENING, IDLE)
    assert stage.now is None


def test_nothing_heard_is_an_outcome(stage: Stage) -> None:
    nothing = ViewState(delivery=Delivery(Fate.NOTHING_HEARD))
    stage.tell(LISTENING, nothing)
    assert stage.now == OverlayView(nothing, nothing.delivery)


def test_a_text_that_never_arrives_is_not_waited_for_for_ever(stage: Stage) -> None:
    stage.tell(LISTENING, WRITTEN)
    stage.wait(PATIENCE - 0.1)
    assert stage.now is not None
    stage.wait(0.2)
    assert stage.now is None
    # What comes then is told in the window.
    stage.tell(replace(WRITTEN, delivery=pasted()))
    assert stage.now is None


def test_the_next_dictation_takes_the_place_of_the_outcome(stage: Stage) -> None:
    done = replace(WRITTEN, delivery=pasted())
    stage.tell(LISTENING, WRITTEN, done)
    stage.wait(OUTCOME_SECONDS - 0.1)
    stage.tell(replace(LISTENING, delivery=done.delivery))
    stage.wait(OUTCOME_SECONDS + PATIENCE)
    assert stage.now
    assert stage.now.state.phase is Phase.LISTENING


def test_sayso_s_own_window_needs_none(stage: Stage) -> None:
    stage.own_in_front = True
    stage.tell(OPENING, LISTENING, WRITTEN, replace(WRITTEN, delivery=pasted()))
    assert stage.shown == []
    assert not stage.director.is_shown
    stage.own_in_front = False
    stage.tell(LISTENING)
    assert stage.now == OverlayView(LISTENING)


def test_switched_off_it_is_never_there_and_goes_at_once() -> None:
    stage = Stage(is_on=False)
    stage.tell(OPENING, LISTENING, WRITTEN)
    assert stage.shown == []
    stage.director.apply(GeneralSettings(overlay=True))
    stage.tell(LISTENING)
    assert stage.now == OverlayView(LISTENING)
    stage.director.apply(GeneralSettings(overlay=False))
    assert stage.now is None
    stage.tell(LISTENING)
    assert stage.now is None
