"""The screen is a function of what was told: phase, text, delivery, notices."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.domain.compute import Way
from app.domain.compute_proof import Proof, Verdict
from app.domain.dictation import step
from app.domain.dictation_events import (
    CaptureOpened,
    Event,
    SpeechEnded,
    StartRequested,
    StopRequested,
    TextHeard,
)
from app.domain.dictation_states import Dictations
from app.domain.history import Fate, HistoryEntry, StageTimes
from app.domain.model_budget import Held, wish_of
from app.domain.models import EngineFacts
from app.domain.problems import (
    DiskFull,
    EnglishOnly,
    FocusMoved,
    ModelMissing,
    NoMicrophone,
    OutOfMemory,
    Problem,
)
from app.domain.settings import HotkeySettings, InsertionWay, SpeechSettings
from app.domain.transcript import LiveText
from app.services.events import Inserted, MicrophoneChosen, ModelFailed, ModelLoading, ModelReady
from app.services.hardware_events import ProofBegun, ProofEnded
from app.services.hotkeys import HotkeysChosen
from app.services.notices import MAX_NOTICES, Notices
from app.services.screen import Screen
from app.services.text_actions import NO_DICTATION
from app.services.view import Delivery, Phase, Readiness, ViewState
from tests.fakes import transcript


@pytest.fixture
def shown() -> list[ViewState]:
    return []


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def screen(notices: Notices, shown: list[ViewState]) -> Screen:
    return Screen(notices, shown.append)


def held(model: str) -> Held:
    """`model` in memory, unused."""
    return Held(wish_of(SpeechSettings(model=model)), "cpu", "int8", 1, 0.0, None, in_use=False)


def after(events: Sequence[Event]) -> Dictations:
    state = Dictations()
    for event in events:
        state, _ = step(state, event)
    return state


def written(recording: str) -> HistoryEntry:
    """A text that the user has waited 0.25 s for."""
    times = StageTimes(released=3.0, written=3.25)
    return HistoryEntry(recording, 0.0, Fate.WRITTEN, "one", times=times)


LISTENING = (StartRequested(), CaptureOpened(1), TextHeard(1, LiveText("It", "rains")))


@pytest.mark.parametrize(
    ("events", "phase", "unfinished"),
    [
        ((), Phase.IDLE, 0),
        ((StartRequested(),), Phase.OPENING, 0),
        (LISTENING, Phase.LISTENING, 0),
        ((*LISTENING, StopRequested()), Phase.WRITING, 0),
        ((*LISTENING, StopRequested(), StartRequested()), Phase.OPENING, 1),
        ((*LISTENING, StopRequested(), SpeechEnded(1, transcript("It rains"))), Phase.IDLE, 0),
    ],
)
def test_the_phase_follows_the_dictations(
    screen: Screen, shown: list[ViewState], events: Sequence[Event], phase: Phase, unfinished: int
) -> None:
    screen.draw(after(events), None)
    assert (shown[-1].phase, shown[-1].unfinished) == (phase, unfinished)


def test_live_text_is_seen_while_listening_and_while_it_is_written(
    screen: Screen, shown: list[ViewState]
) -> None:
    screen.draw(after(LISTENING), None)
    screen.draw(after((*LISTENING, StopRequested())), None)
    assert [state.live.text for state in shown] == ["It rains", "It rains"]


def test_nothing_is_drawn_twice(screen: Screen, shown: list[ViewState]) -> None:
    screen.draw(Dictations(), None)
    screen.draw(Dictations(), None)
    assert len(shown) == 1


def test_a_delivery_is_shown_until_the_next_text(screen: Screen, shown: list[ViewState]) -> None:
    first = written("a")
    screen.draw(Dictations(), first)
    assert shown[-1].delivery is None
    screen.inserted(Inserted(1, "Editor", InsertionWay.PASTE, "a"))
    screen.draw(Dictations(), first)
    assert shown[-1].delivery == Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Editor", 0.25)
    screen.draw(Dictations(), HistoryEntry("b", 0.0, Fate.NOTHING_HEARD))
    assert shown[-1].delivery == Delivery(Fate.NOTHING_HEARD)
    assert shown[-1].text == ""


@pytest.mark.parametrize(
    ("inserted", "wait"),
    [
        (Inserted(2, "Editor", InsertionWay.PASTE, "b"), 0.25),
        (Inserted(1, "Editor", InsertionWay.PASTE, "a"), None),
        (Inserted(NO_DICTATION, "Editor", InsertionWay.PASTE, "b"), None),
    ],
    ids=["the last one", "one before", "the last one again"],
)
def test_only_the_last_text_shows_its_wait_and_only_the_first_time(
    screen: Screen, shown: list[ViewState], inserted: Inserted, wait: float | None
) -> None:
    last = written("b")
    screen.draw(Dictations(), last)
    screen.inserted(inserted)
    screen.draw(Dictations(), last)
    assert shown[-1].delivery is not None
    assert shown[-1].delivery.wait == wait


def test_a_later_text_that_is_inserted_leaves_the_notice_about_an_earlier_one(
    screen: Screen, notices: Notices
) -> None:
    for recording in ("a", "b"):
        notices.add(FocusMoved(), recording)
    screen.inserted(Inserted(3, "Editor", InsertionWay.PASTE, "c"))
    assert [notice.subject for notice in notices.all] == ["a", "b"]
    screen.inserted(Inserted(NO_DICTATION, "Editor", InsertionWay.PASTE, "a"))
    assert [notice.subject for notice in notices.all] == ["b"]


def test_the_models_state_is_told_and_its_failure_is_a_notice(
    screen: Screen, shown: list[ViewState], notices: Notices
) -> None:
    screen.model_loading(ModelLoading("base"))
    screen.draw(Dictations(), None)
    screen.model_failed(ModelFailed("base", ModelMissing("base")))
    screen.draw(Dictations(), None)
    assert [state.readiness for state in shown] == [Readiness.LOADING, Readiness.FAILED]
    assert len(shown[-1].notices) == 1
    screen.model_ready(ModelReady(EngineFacts("tiny.en", "cpu", "int8", False, 0.2)))
    screen.draw(Dictations(), None)
    assert (shown[-1].readiness, shown[-1].model, shown[-1].engine) == (
        Readiness.READY,
        "tiny.en",
        "processor, int8",
    )
    assert not shown[-1].notices


def test_a_model_in_use_that_is_unloaded_computes_nothing_until_it_is_there_again(
    screen: Screen, shown: list[ViewState]
) -> None:
    def drawn() -> tuple[Readiness, str, str]:
        screen.draw(Dictations(), None)
        state = shown[-1]
        return state.readiness, state.model, state.engine

    screen.model_loading(ModelLoading("large"))
    screen.models_held(())
    assert drawn() == (Readiness.LOADING, "large", "")
    screen.model_ready(ModelReady(EngineFacts("large", "cpu", "int8", True, 0.2)))
    screen.models_held((held("large"),))
    assert drawn() == (Readiness.READY, "large", "processor, int8")
    screen.models_held((held("base"),))
    assert drawn() == (Readiness.UNLOADED, "large", "")
    assert screen.status.startswith("idle; model large unloaded;")
    screen.models_held((held("base"), held("large")))
    screen.draw(Dictations(), None)
    assert (shown[-1].readiness, shown[-1].engine) == (Readiness.READY, "processor, int8")
    screen.model_failed(ModelFailed("large", ModelMissing("large")))
    screen.models_held(())
    screen.draw(Dictations(), None)
    assert shown[-1].readiness is Readiness.FAILED


def test_where_another_model_cannot_be_had_the_one_in_use_stays_in_view(
    screen: Screen, shown: list[ViewState], notices: Notices
) -> None:
    in_use = EngineFacts("base", "cpu", "int8", True, 0.2)
    screen.model_loading(ModelLoading("/models/mine"))
    screen.model_ready(ModelReady(in_use))
    screen.model_loading(ModelLoading("large"))
    screen.model_failed(ModelFailed("large", ModelMissing("large"), in_use))
    screen.draw(Dictations(), None)
    assert (shown[-1].readiness, shown[-1].model, shown[-1].engine) == (
        Readiness.READY,
        "base",
        "processor, int8",
    )
    assert [notice.sentence for notice in notices.all] == [ModelMissing("large").sentence]
    # In memory it goes by the name that it was asked for by.
    seen = []
    for name in ("/models/mine", "large"):
        screen.models_held((held(name),))
        screen.draw(Dictations(), None)
        seen.append(shown[-1].readiness)
    assert seen == [Readiness.READY, Readiness.UNLOADED]


@pytest.mark.parametrize("refusal", [DiskFull("/cache/base"), OutOfMemory("processor"), ModelMissing("base")])
def test_why_a_model_was_not_there_is_over_once_one_is_ready(
    screen: Screen, notices: Notices, refusal: Problem
) -> None:
    notices.add(DiskFull("/data"), "rec 1")
    screen.model_refused(refusal)
    screen.model_failed(ModelFailed("base", refusal))
    # So does every dictation meanwhile.
    notices.add(refusal, "rec 2")
    screen.model_ready(ModelReady(EngineFacts("base", "cpu", "int8", True, 0.2)))
    assert [notice.sentence for notice in notices.all] == [DiskFull("/data").sentence]


def test_a_model_that_does_not_write_the_language_is_told_of_until_it_does(
    screen: Screen, notices: Notices
) -> None:
    english = ModelReady(EngineFacts("base.en", "cpu", "int8", False, 0.2))
    screen.language("de")
    assert not notices.all
    screen.model_ready(english)
    (notice,) = notices.all
    assert notice.sentence == EnglishOnly("base.en", "de").sentence
    for code in ("", "en"):
        screen.language(code)
        assert not notices.all
    screen.language("fr")
    (notice,) = notices.all
    assert notice.sentence == EnglishOnly("base.en", "fr").sentence
    screen.model_ready(ModelReady(EngineFacts("base", "cpu", "int8", True, 0.2)))
    assert not notices.all


def test_a_microphone_that_works_takes_its_notices_away(
    screen: Screen, shown: list[ViewState], notices: Notices
) -> None:
    notices.add(NoMicrophone())
    notices.add(FocusMoved(), "rec")
    screen.microphone_chosen(MicrophoneChosen("Desk"))
    screen.draw(Dictations(), None)
    assert [notice.subject for notice in shown[-1].notices] == ["rec"]
    assert shown[-1].microphone == "Desk"


def test_the_key_is_shown(screen: Screen, shown: list[ViewState]) -> None:
    screen.key(HotkeySettings(talk="f9"))
    screen.hotkeys_chosen(HotkeysChosen("X11 key grab", "hint"))
    screen.pre_roll(True)
    screen.draw(Dictations(), None)
    state = shown[-1]
    assert (state.hotkey, state.hotkey_mode, state.hotkey_backend, state.hotkey_hint, state.pre_roll) == (
        "F9",
        "hybrid",
        "X11 key grab",
        "hint",
        True,
    )


def test_a_model_on_its_way_says_when_the_graphics_card_is_tried(
    screen: Screen, shown: list[ViewState]
) -> None:
    def seen(event: ProofBegun | ProofEnded) -> Readiness:
        screen.proof_told(event)
        screen.draw(Dictations(), None)
        return shown[-1].readiness

    card, processor = Way("cuda", "float16"), Way("cpu", "int8")
    ended = ProofEnded(card, Proof(Verdict.WORKS))
    screen.model_loading(ModelLoading("base"))
    assert seen(ProofBegun(card)) is Readiness.TRYING
    assert screen.status == "idle; model base trying the graphics card; no key; 0 unfinished"
    screen.model_loading(ModelLoading("small"))
    assert seen(ProofBegun(card)) is Readiness.TRYING
    assert seen(ended) is Readiness.LOADING
    assert seen(ProofBegun(processor)) is Readiness.LOADING
    screen.model_ready(ModelReady(EngineFacts("base", "cpu", "int8", True, 0.2)))
    assert seen(ProofBegun(card)) is Readiness.READY
    screen.model_loading(ModelLoading("base"))
    assert seen(ProofBegun(card, flash_attention=True)) is Readiness.TRYING


def test_what_cannot_be_a_key_is_shown_as_it_is_written(screen: Screen, shown: list[ViewState]) -> None:
    screen.key(HotkeySettings(talk="the red one"))
    screen.draw(Dictations(), None)
    assert shown[-1].hotkey == "the red one"


def test_the_same_notice_is_not_stacked_twice_and_the_oldest_give_way(notices: Notices) -> None:
    notices.add(NoMicrophone())
    notices.add(NoMicrophone())
    assert len(notices.all) == 1
    notices.dismiss(notices.all[0].key)
    assert not notices.all
    for number in range(MAX_NOTICES + 3):
        notices.add(FocusMoved(), f"rec {number}")
    assert [notice.subject for notice in notices.all] == [f"rec {n}" for n in range(3, MAX_NOTICES + 3)]
    notices.solved(FocusMoved, subject="rec 5")
    assert "rec 5" not in [notice.subject for notice in notices.all]
    assert len(notices.all) == MAX_NOTICES - 1


def test_the_status_line_says_phase_model_and_key(screen: Screen) -> None:
    assert screen.status == "idle; model unknown loading; no key; 0 unfinished"
    screen.model_ready(ModelReady(EngineFacts("base", "cpu", "int8", True, 0.2)))
    screen.key(HotkeySettings(talk="f9"))
    screen.hotkeys_chosen(HotkeysChosen("X11 key grab", ""))
    screen.draw(after(LISTENING), None)
    assert screen.status == "listening; model base ready; key F9 by X11 key grab; 0 unfinished"
