"""What a screen reader is told by itself: each change of state once, and nothing for each word or level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.history import Fate, Version
from app.domain.problems import MicrophoneLost, NewerVersion, NoMicrophone
from app.domain.settings import InsertionWay
from app.domain.transcript import LiveText
from app.services.notices import Notices
from app.services.view import CleanUpStage, CleanUpView, Delivery, Phase, Readiness, ViewState
from app.ui.announcements import Announcer
from app.ui.screen_reader import Announcement

READY = ViewState(readiness=Readiness.READY, hotkey="F9", hotkey_mode="hybrid", model="base")
LISTENING = replace(READY, phase=Phase.LISTENING)
WRITING = replace(READY, phase=Phase.WRITING)
TIDYING = replace(READY, phase=Phase.ENHANCING, clean_up=CleanUpView(CleanUpStage.WRITING, "it rains", "It"))
PASTED = Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Firefox", 0.2)
TIDIED = CleanUpView(CleanUpStage.DONE, "it rains", "It rains.", Version.ENHANCED)


class Reader:
    """What a screen reader is told while these states are shown, one after the other."""

    def __init__(self, first: ViewState = READY) -> None:
        self.told: list[Announcement] = []
        self._announcer = Announcer(self.told.append)
        self.hear(first)

    def hear(self, *states: ViewState) -> list[str]:
        """The words that were told since the last time."""
        before = len(self.told)
        for state in states:
            self._announcer.show_state(state)
        return [said.words for said in self.told[before:]]


def test_a_dictation_is_told_from_listening_to_the_cursor() -> None:
    reader = Reader()
    opening = replace(READY, phase=Phase.OPENING)
    done = replace(READY, text="It rains.")
    assert reader.hear(opening, LISTENING) == ["Listening"]
    assert reader.hear(WRITING, done) == ["Writing it down"]
    assert reader.hear(replace(done, delivery=PASTED)) == ["Pasted into Firefox"]
    assert [said.is_urgent for said in reader.told] == [True, False, False]


def test_the_clean_up_is_told_when_it_begins_and_by_what_came_of_it() -> None:
    reader = Reader(WRITING)
    assert reader.hear(TIDYING) == ["Tidying up"]
    done = replace(READY, text="It rains.", clean_up=TIDIED)
    assert reader.hear(done, replace(done, delivery=PASTED)) == ["Tidied up", "Pasted into Firefox"]


def test_a_clean_up_that_is_not_used_says_why() -> None:
    reader = Reader(TIDYING)
    refused = replace(TIDIED, stage=CleanUpStage.REFUSED, remark="It answers what you said.")
    said = reader.hear(replace(READY, text="it rains", clean_up=refused, delivery=PASTED))
    assert said == ["Enhanced text not used: It answers what you said.", "Pasted into Firefox"]


def test_a_language_model_that_is_loaded_first_is_told_of() -> None:
    loading = replace(TIDYING, clean_up=replace(TIDYING.clean_up, enhanced="", loading="mistral:7b"))
    assert Reader(WRITING).hear(loading, TIDYING) == ["Loading mistral…", "Tidying up"]


def test_words_tokens_and_how_many_wait_are_not_told() -> None:
    reader = Reader(LISTENING)
    grown = [
        replace(LISTENING, live=LiveText("It is " * count, "raining"), unfinished=count % 3)
        for count in range(50)
    ]
    assert reader.hear(*grown) == []
    reader.hear(TIDYING)
    tokens = [replace(TIDYING, clean_up=replace(TIDYING.clean_up, enhanced="a " * n)) for n in range(200)]
    assert reader.hear(*tokens) == []


@pytest.mark.parametrize(
    ("end", "told"),
    [
        pytest.param(READY, "Ready", id="cancelled"),
        pytest.param(
            replace(READY, delivery=Delivery(Fate.NOTHING_HEARD)), "Nothing heard", id="nothing heard"
        ),
        pytest.param(
            replace(READY, text="It rains.", delivery=Delivery(Fate.WRITTEN)),
            "Kept here: copy it or insert it again",
            id="kept",
        ),
    ],
)
def test_a_dictation_without_a_text_at_the_cursor_says_so(end: ViewState, told: str) -> None:
    reader = Reader()
    reader.hear(LISTENING)
    assert reader.hear(end) == [told]


def test_the_same_outcome_of_another_text_is_told_again() -> None:
    reader = Reader()
    for _ in range(2):
        again = replace(READY, text="Yes.", delivery=replace(PASTED))
        assert reader.hear(LISTENING, WRITING, replace(again, delivery=None), again)[-1] == (
            "Pasted into Firefox"
        )


def test_while_somebody_speaks_no_outcome_is_told_to_the_microphone() -> None:
    reader = Reader(WRITING)
    delivered = replace(LISTENING, text="It rains.", delivery=PASTED)
    assert reader.hear(LISTENING, delivered) == ["Listening"]
    assert reader.hear(replace(READY, text="It rains.", delivery=PASTED)) == ["Pasted into Firefox"]


def test_a_notice_is_told_once_and_trouble_interrupts() -> None:
    notices, reader = Notices(), Reader()
    notices.add(NoMicrophone())
    shown = replace(READY, notices=notices.all)
    assert reader.hear(shown, replace(shown, model="tiny")) == [
        f"{NoMicrophone().sentence} {NoMicrophone().remedy}"
    ]
    notices.add(NewerVersion("2.0", "1.0"))
    reader.hear(replace(READY, notices=notices.all))
    assert [said.is_urgent for said in reader.told] == [True, False]
    assert reader.hear(READY) == []


def test_what_is_urgent_is_told_first_as_it_would_cut_the_rest_short() -> None:
    notices, reader = Notices(), Reader(LISTENING)
    lost = MicrophoneLost("Yeti")
    notices.add(lost)
    end = replace(READY, text="It rains.", delivery=PASTED, notices=notices.all)
    assert reader.hear(end) == [f"{lost.sentence} {lost.remedy}", "Pasted into Firefox"]


def test_a_model_that_is_ready_is_told_but_not_what_is_known_at_the_start() -> None:
    loading = replace(READY, readiness=Readiness.LOADING)
    reader = Reader(loading)
    assert reader.told == []
    assert reader.hear(READY) == ["Ready"]
    assert reader.hear(replace(READY, readiness=Readiness.UNLOADED), READY) == []
    assert reader.hear(replace(READY, key_paused=True)) == ["Ready, keys paused"]
