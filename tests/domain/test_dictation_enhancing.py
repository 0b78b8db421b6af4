"""The dictation machine, from the words to the clean-up: its rules one by one."""

from __future__ import annotations

import pytest

from app.domain.delivery_plan import AS_HEARD, Plan, Way
from app.domain.dictation_events import (
    Abandon,
    CancelRequested,
    Deliver,
    Drop,
    Effect,
    Enhance,
    EnhanceAgain,
    EnhanceRequested,
    Event,
    Failed,
    Hurry,
    Keep,
    Offer,
    PatienceEnded,
    Shelve,
    SpeechEnded,
    StartRequested,
    StopEnhancing,
    StopEnhancingRequested,
    StopRequested,
    Tell,
)
from app.domain.dictation_states import (
    Dictations,
    Ended,
    Enhancement,
    Enhancing,
    Failure,
    Finishing,
    NothingHeard,
    Opening,
    Spoken,
)
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementEvent,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.problems import MicrophoneLost, RecognitionFailed, WriterNotRunning, WriterSilent
from tests.domain.test_dictation import run
from tests.fakes import transcript
from tests.fakes.speech import enhanced

WAITS = Plan(Way.ENHANCED, "The train leaves.")
SPOKEN_FIRST = Plan(Way.SPOKEN_FIRST, "The train leaves.")
REPLACED = Plan(Way.REPLACED, "The train leaves.")
SKIPPED = Plan(Way.SPOKEN, "Okay.", skipped="Too short.")
ONE, TWO, THREE = transcript("one"), transcript("two"), transcript("three")
BETTER, OTHER = enhanced("One."), enhanced("Two.")
SILENT = WriterSilent(60.0)
AGAIN = EnhanceRequested("2026-11-26", "old words", "en", "formal")


def after_speaking(times: int) -> Dictations:
    """So many dictations, none of them written down yet."""
    return run(*(StartRequested(), StopRequested()) * times)[0]


def waiting(*events: Event) -> Dictations:
    """Two dictations; the first is being cleaned up, the second is ready and waits; then `events`."""
    begun = SpeechEnded(1, ONE, WAITS), SpeechEnded(2, TWO)
    return run(*begun, *events, begin=after_speaking(2))[0]


# --- waiting for the clean-up ---


def test_a_text_waits_for_its_clean_up_and_is_delivered_with_it() -> None:
    state, effects = run(SpeechEnded(1, ONE, WAITS), begin=after_speaking(1))
    assert state.ongoing == state.enhancing == (Enhancing(1, ONE, WAITS),)
    assert effects == [Enhance(1, ONE)]
    state, effects = run(EnhancementEnded(1, BETTER), begin=state)
    assert effects == [Deliver(1, ONE, WAITS, BETTER)]
    assert (state.ongoing, state.enhancements) == ((), ())


def test_a_text_that_is_skipped_is_delivered_with_its_plan_and_nothing_is_asked() -> None:
    state, effects = run(SpeechEnded(1, ONE, SKIPPED), begin=after_speaking(1))
    assert effects == [Deliver(1, ONE, SKIPPED)]
    assert (state.ongoing, state.enhancements) == ((), ())


@pytest.mark.parametrize("plan", [WAITS, SPOKEN_FIRST, REPLACED])
def test_where_nothing_was_heard_nothing_is_cleaned_up(plan: Plan) -> None:
    silence = transcript("", duration=4.0)
    state, effects = run(SpeechEnded(1, silence, plan), begin=after_speaking(1))
    assert effects == [Keep(1, NothingHeard(silence))]
    assert (state.ongoing, state.enhancements) == ((), ())


def test_what_the_model_writes_grows() -> None:
    tokens = TokenWritten(1, "The"), TokenWritten(1, " train")
    state, effects = run(SpeechEnded(1, ONE, WAITS), *tokens, begin=after_speaking(1))
    assert state.ongoing == (Enhancing(1, ONE, WAITS, "The train"),)
    assert effects == [Enhance(1, ONE)]


def test_what_was_written_while_speaking_comes_first_and_takes_the_place_of_what_there_is() -> None:
    told = EnhancementBegun(1), TokenWritten(1, "x"), EnhancementBegun(1, "Ready."), TokenWritten(1, " More")
    state, _ = run(SpeechEnded(1, ONE, WAITS), *told, begin=after_speaking(1))
    assert state.ongoing == (Enhancing(1, ONE, WAITS, "Ready. More"),)


def test_the_next_dictation_listens_while_the_first_is_cleaned_up() -> None:
    state, effects = run(SpeechEnded(1, ONE, WAITS), StartRequested(), begin=after_speaking(1))
    assert state.ongoing == (Enhancing(1, ONE, WAITS), Opening(2))
    assert not any(isinstance(effect, Hurry) for effect in effects)
    state, effects = run(EnhancementEnded(1, BETTER), begin=state)
    assert effects == [Deliver(1, ONE, WAITS, BETTER)]
    assert state.ongoing == (Opening(2),)


def test_a_clean_up_that_fails_costs_no_text_and_is_told_after_it_went_out() -> None:
    problem = WriterNotRunning("http://localhost:11434")
    state, effects = run(SpeechEnded(1, ONE, WAITS), EnhancementFailed(1, problem), begin=after_speaking(1))
    assert effects == [Enhance(1, ONE), Deliver(1, ONE, WAITS), Tell(1, problem)]
    assert (state.ongoing, state.enhancements) == ((), ())


def test_one_that_the_worker_stopped_leaves_the_spoken_text_and_nothing_to_tell() -> None:
    asked = SpeechEnded(1, ONE, WAITS), TokenWritten(1, "The"), EnhancementStopped(1)
    state, effects = run(*asked, begin=after_speaking(1))
    assert effects == [Enhance(1, ONE), Deliver(1, ONE, WAITS)]
    assert state.ongoing == ()


@pytest.mark.parametrize(
    "late",
    [
        Failed(1, MicrophoneLost()),
        Failed(1, RecognitionFailed()),
        SpeechEnded(1, TWO),
        SpeechEnded(1, TWO, WAITS),
    ],
)
def test_what_comes_late_from_the_capture_does_not_touch_the_clean_up(late: Event) -> None:
    state, _ = run(SpeechEnded(1, ONE, WAITS), begin=after_speaking(1))
    assert run(late, begin=state) == (state, [])


# --- the user ends it ---


def test_the_user_stops_the_clean_up_and_the_spoken_text_goes_out() -> None:
    state, effects = run(SpeechEnded(1, ONE, WAITS), StopEnhancingRequested(), begin=after_speaking(1))
    assert effects == [Enhance(1, ONE), StopEnhancing(1), Deliver(1, ONE, WAITS)]
    assert (state.ongoing, state.enhancements) == ((), ())


def test_after_a_stop_nothing_of_the_clean_up_counts_any_more() -> None:
    # The first still waits for its turn when the late answers come, so it could still be changed.
    state, _ = run(SpeechEnded(2, TWO, WAITS), StopEnhancingRequested(), begin=after_speaking(2))
    assert state.ongoing == (Finishing(1), Ended(2, Spoken(TWO, WAITS)))
    late: tuple[EnhancementEvent, ...] = (
        EnhancementBegun(2, "Ready."),
        TokenWritten(2, "late"),
        EnhancementEnded(2, OTHER),
        EnhancementStopped(2),
        EnhancementFailed(2, SILENT),
    )
    assert run(*late, PatienceEnded(2), begin=state) == (state, [])
    assert run(SpeechEnded(1, ONE), begin=state)[1] == [Deliver(1, ONE), Deliver(2, TWO, WAITS)]


def four_clean_ups() -> Dictations:
    """1 and 4 beside a text that is delivered, 2 and 3 waited for."""
    first, second = SpeechEnded(1, ONE, SPOKEN_FIRST), SpeechEnded(2, TWO, WAITS)
    return run(first, second, SpeechEnded(3, THREE, WAITS), AGAIN, begin=after_speaking(3))[0]


def test_stop_takes_what_is_waited_for_first_and_of_each_the_newest() -> None:
    assert run(*[StopEnhancingRequested()] * 5, begin=four_clean_ups())[1] == [
        StopEnhancing(3),
        Hurry(2),
        StopEnhancing(2),
        Deliver(2, TWO, WAITS),
        Deliver(3, THREE, WAITS),
        StopEnhancing(4),
        StopEnhancing(1),
    ]


@pytest.mark.parametrize("id", [1, 2, 3, 4])
def test_stop_ends_the_one_that_is_meant_and_no_other(id: int) -> None:
    after, effects = run(StopEnhancingRequested(id), begin=four_clean_ups())
    assert [one for one in effects if isinstance(one, StopEnhancing)] == [StopEnhancing(id)]
    left = {one.id for one in after.enhancing} | {one.id for one in after.enhancements}
    assert left == {1, 2, 3, 4} - {id}
    assert run(StopEnhancingRequested(id), begin=after) == (after, [])


def test_stopping_when_nothing_is_cleaned_up_is_harmless() -> None:
    state = after_speaking(1)
    assert run(StopEnhancingRequested(), begin=state) == (state, [])


def test_cancel_while_cleaning_up_keeps_the_text_but_not_for_the_cursor() -> None:
    state, effects = run(SpeechEnded(1, ONE, WAITS), CancelRequested(), begin=after_speaking(1))
    assert effects == [Enhance(1, ONE), StopEnhancing(1), Shelve(1, ONE, WAITS)]
    assert (state.ongoing, state.enhancements) == ((), ())


def test_cancel_takes_the_newest_that_is_written_down_or_cleaned_up() -> None:
    state, _ = run(SpeechEnded(1, ONE, WAITS), begin=after_speaking(2))
    assert run(CancelRequested(), CancelRequested(), begin=state)[1] == [
        Abandon(2),
        StopEnhancing(1),
        Shelve(1, ONE, WAITS),
    ]


def test_a_cancelled_text_waits_for_no_turn_and_lets_those_go_that_waited_for_it() -> None:
    both = SpeechEnded(1, ONE, WAITS), SpeechEnded(2, TWO, WAITS), SpeechEnded(3, THREE)
    state, _ = run(*both, begin=after_speaking(3))
    state, effects = run(CancelRequested(), begin=state)
    assert effects == [StopEnhancing(2), Shelve(2, TWO, WAITS)]
    assert state.ongoing == (Enhancing(1, ONE, WAITS), Ended(3, Spoken(THREE)))
    state, effects = run(CancelRequested(), begin=state)
    assert effects == [StopEnhancing(1), Shelve(1, ONE, WAITS), Deliver(3, THREE)]


# --- as spoken at once ---


@pytest.mark.parametrize(("plan", "replaces"), [(SPOKEN_FIRST, False), (REPLACED, True)])
def test_as_spoken_at_once_and_the_clean_up_is_offered_later(plan: Plan, replaces: bool) -> None:
    state, effects = run(SpeechEnded(1, ONE, plan), begin=after_speaking(1))
    assert effects == [Deliver(1, ONE, plan), Enhance(1, ONE)]
    assert state == Dictations((), (Enhancement(1, replaces=replaces),), 2)
    told = TokenWritten(1, "x"), EnhancementBegun(1, "On"), TokenWritten(1, "e.")
    state, effects = run(*told, begin=state)
    assert (state.enhancement(1), effects) == (Enhancement(1, "One.", replaces), [])
    state, effects = run(EnhancementEnded(1, BETTER), begin=state)
    assert (state.enhancements, effects) == ((), [Offer(1, BETTER, replaces)])


def test_a_text_that_is_not_the_newest_at_the_cursor_any_more_is_not_replaced() -> None:
    both = SpeechEnded(1, ONE, REPLACED), SpeechEnded(2, TWO, REPLACED)
    state, _ = run(*both, begin=after_speaking(2))
    assert run(EnhancementEnded(1, BETTER), EnhancementEnded(2, OTHER), begin=state)[1] == [
        Offer(1, BETTER, replaces=False),
        Offer(2, OTHER, replaces=True),
    ]


def test_a_text_is_still_replaced_when_what_came_after_it_did_not_go_to_the_cursor() -> None:
    after = SpeechEnded(2, transcript("", duration=4.0)), SpeechEnded(3, THREE, WAITS), CancelRequested()
    state, _ = run(SpeechEnded(1, ONE, REPLACED), *after, begin=after_speaking(3))
    assert run(EnhancementEnded(1, BETTER), begin=state)[1] == [Offer(1, BETTER, replaces=True)]


@pytest.mark.parametrize("plan", [SPOKEN_FIRST, REPLACED])
def test_a_clean_up_that_is_ready_before_its_turn_travels_with_the_text(plan: Plan) -> None:
    state, effects = run(SpeechEnded(2, TWO, plan), EnhancementEnded(2, OTHER), begin=after_speaking(2))
    assert effects == [Enhance(2, TWO)]
    assert state.enhancements == ()
    assert run(EnhancementEnded(2, BETTER), begin=state) == (state, [])
    assert run(SpeechEnded(1, ONE), begin=state)[1] == [Deliver(1, ONE), Deliver(2, TWO, plan, OTHER)]


@pytest.mark.parametrize(
    ("ending", "effects"),
    [
        (EnhancementFailed(1, SILENT), [Tell(1, SILENT), Drop(1)]),
        (EnhancementStopped(1), [Drop(1)]),
        (StopEnhancingRequested(), [StopEnhancing(1)]),
    ],
)
def test_no_clean_up_comes_of_a_text_that_is_delivered(ending: Event, effects: list[Effect]) -> None:
    state, _ = run(SpeechEnded(1, ONE, REPLACED), TokenWritten(1, "On"), begin=after_speaking(1))
    state, told = run(ending, begin=state)
    assert (state.enhancements, told) == ((), effects)
    late = TokenWritten(1, "e."), EnhancementEnded(1, BETTER), EnhancementFailed(1, SILENT)
    assert run(*late, begin=state) == (state, [])


def test_a_clean_up_that_fails_before_its_turn_leaves_the_text_in_its_place() -> None:
    state, effects = run(SpeechEnded(2, TWO, REPLACED), EnhancementFailed(2, SILENT), begin=after_speaking(2))
    assert isinstance(effects[-1], Drop)
    assert state.ongoing == (Finishing(1), Ended(2, Spoken(TWO, REPLACED)))
    assert run(SpeechEnded(1, ONE), begin=state)[1] == [Deliver(1, ONE), Deliver(2, TWO, REPLACED)]


# --- patience ---


def test_a_later_text_that_is_ready_hurries_the_clean_up_that_it_waits_for() -> None:
    state, _ = run(SpeechEnded(1, ONE, WAITS), begin=after_speaking(2))
    state, effects = run(SpeechEnded(2, TWO), begin=state)
    assert effects == [Hurry(1)]
    assert state.ongoing == (Enhancing(1, ONE, WAITS), Ended(2, Spoken(TWO, AS_HEARD)))


def test_in_time_the_clean_up_still_travels_with_its_text() -> None:
    effects = run(EnhancementEnded(1, BETTER), begin=waiting())[1]
    assert effects == [Deliver(1, ONE, WAITS, BETTER), Deliver(2, TWO)]


def test_when_patience_ends_the_spoken_text_goes_out_and_the_clean_up_is_offered() -> None:
    state, effects = run(PatienceEnded(1), begin=waiting(TokenWritten(1, "On")))
    assert effects == [Deliver(1, ONE, WAITS), Deliver(2, TWO)]
    assert state == Dictations((), (Enhancement(1, "On"),), 3)
    effects = run(TokenWritten(1, "e."), EnhancementEnded(1, BETTER), begin=state)[1]
    assert effects == [Offer(1, BETTER, replaces=False)]


def test_after_patience_has_ended_the_clean_up_can_still_be_in_time() -> None:
    # The first is not even written down, so the second has lost nothing by waiting on.
    three = after_speaking(3)
    state, effects = run(SpeechEnded(2, TWO, WAITS), SpeechEnded(3, THREE), PatienceEnded(2), begin=three)
    assert effects == [Enhance(2, TWO), Hurry(2)]
    effects = run(EnhancementEnded(2, OTHER), SpeechEnded(1, ONE), begin=state)[1]
    assert effects == [Deliver(1, ONE), Deliver(2, TWO, WAITS, OTHER), Deliver(3, THREE)]


def test_each_clean_up_is_hurried_once_and_all_that_hold_something_up() -> None:
    cleaned_up = [SpeechEnded(1, ONE, WAITS), SpeechEnded(2, TWO, WAITS), SpeechEnded(5, ONE, WAITS)]
    state, effects = run(*cleaned_up, begin=after_speaking(5))
    assert not any(isinstance(effect, Hurry) for effect in effects)
    state, effects = run(SpeechEnded(3, THREE), begin=state)
    assert effects == [Hurry(1), Hurry(2)]
    assert run(SpeechEnded(4, TWO), PatienceEnded(2), PatienceEnded(5), begin=state)[1] == []
    assert run(PatienceEnded(1), PatienceEnded(2), begin=state)[1] == [
        Deliver(1, ONE, WAITS),
        Deliver(2, TWO, WAITS),
        Deliver(3, THREE),
    ]


def test_a_clean_up_that_begins_when_a_later_text_waits_already_is_hurried_at_once() -> None:
    state, _ = run(SpeechEnded(2, TWO), begin=after_speaking(2))
    assert run(SpeechEnded(1, ONE, WAITS), begin=state)[1] == [Enhance(1, ONE), Hurry(1)]


def test_what_is_not_for_the_cursor_costs_no_earlier_text_its_clean_up() -> None:
    state, _ = run(SpeechEnded(1, ONE, WAITS), begin=after_speaking(4))
    silence, problem = transcript("", duration=4.0), RecognitionFailed()
    events = SpeechEnded(2, silence), Failed(3, problem), SpeechEnded(4, TWO, WAITS), CancelRequested()
    state, effects = run(*events, PatienceEnded(1), begin=state)
    assert not any(isinstance(effect, Hurry) for effect in effects)
    assert [type(effect) for effect in effects] == [Keep, Tell, Keep, Enhance, StopEnhancing, Shelve]
    assert Keep(3, Failure(problem)) in effects
    assert state.ongoing == (Enhancing(1, ONE, WAITS),)


def test_patience_that_ends_when_nothing_waits_changes_nothing() -> None:
    state, _ = run(SpeechEnded(1, ONE, WAITS), StartRequested(), begin=after_speaking(1))
    assert run(PatienceEnded(1), begin=state) == (state, [])
    stopped, _ = run(EnhancementEnded(1, BETTER), begin=waiting())
    assert run(PatienceEnded(1), PatienceEnded(2), begin=stopped) == (stopped, [])


def test_patience_says_nothing_to_a_clean_up_that_nothing_waits_for() -> None:
    state = run(SpeechEnded(1, ONE, REPLACED), begin=after_speaking(1))[0]
    assert run(PatienceEnded(1), begin=state) == (state, [])


# --- once more ---


def test_a_text_of_the_past_is_cleaned_up_under_a_number_of_its_own() -> None:
    state, effects = run(AGAIN, StartRequested(), AGAIN)
    assert effects[0] == EnhanceAgain(1, AGAIN)
    assert effects[2] == EnhanceAgain(3, AGAIN)
    assert state == Dictations((Opening(2),), (Enhancement(1), Enhancement(3)), 4)
    state, effects = run(TokenWritten(3, "On"), EnhancementEnded(1, BETTER), begin=state)
    assert (state.enhancements, effects) == ((Enhancement(3, "On"),), [Offer(1, BETTER, replaces=False)])
    assert run(EnhancementFailed(3, SILENT), begin=state)[1] == [Tell(3, SILENT), Drop(3)]


def test_a_number_that_is_not_of_a_dictation_means_nothing_to_the_microphone() -> None:
    state, _ = run(AGAIN)
    late = SpeechEnded(1, ONE, WAITS), Failed(1, RecognitionFailed()), PatienceEnded(1), CancelRequested()
    assert run(*late, begin=state) == (state, [])


def test_numbers_that_never_were_change_nothing() -> None:
    state = waiting()
    for id in (0, 2, 3, 99):
        never: tuple[Event, ...] = (
            EnhancementBegun(id, "x"),
            TokenWritten(id, "x"),
            EnhancementEnded(id, BETTER),
            EnhancementStopped(id),
            EnhancementFailed(id, SILENT),
            PatienceEnded(id),
        )
        assert run(*never, begin=state) == (state, [])
