"""The way through the guide: every step can be left and come back to, and nothing gets lost on the way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.guide import (
    EVERYWHERE,
    Effect,
    Enter,
    Event,
    Finish,
    Guide,
    GuideClosed,
    GuideSeen,
    GuideStep,
    Keep,
    Leave,
    PermissionsFound,
    StepChosen,
    StepPassed,
    StepProved,
    StepPutOff,
    StepState,
    kept_guide,
    kept_words,
    step,
)

MICROPHONE, KEY, MODEL = GuideStep.MICROPHONE, GuideStep.KEY, GuideStep.MODEL
CLEAN_UP, PERMISSIONS, DICTATION = GuideStep.CLEAN_UP, GuideStep.PERMISSIONS, GuideStep.DICTATION
NEW = Guide()
SEEN, UNSEEN, NEXT, LATER = GuideSeen(True), GuideSeen(False), StepPassed(), StepPutOff()


def walk(*events: Event, guide: Guide = NEW) -> tuple[Guide, list[Effect]]:
    """What becomes of `guide`, and the effects of the last of the events."""
    effects: tuple[Effect, ...] = ()
    for event in events:
        guide, effects = step(guide, event)
    return guide, list(effects)


def test_it_begins_with_the_microphone_when_it_comes_into_view() -> None:
    guide, effects = walk(SEEN)
    assert guide.at is MICROPHONE
    assert guide.is_open
    assert effects == [Enter(MICROPHONE)]


def test_all_steps_passed_in_order_end_it() -> None:
    guide, effects = walk(SEEN, NEXT)
    assert effects == [Leave(MICROPHONE), Keep(), Enter(KEY)]
    guide, effects = walk(*[NEXT] * 3, guide=guide)
    assert guide.at is DICTATION
    guide, effects = walk(NEXT, guide=guide)
    assert effects == [Leave(DICTATION), Keep(), Finish()]
    assert not guide.is_open
    assert guide.passed == set(EVERYWHERE)


def test_the_step_of_the_permissions_is_there_only_where_there_are_some() -> None:
    guide, _ = walk(SEEN, PermissionsFound(True), *[NEXT] * 4)
    assert guide.at is PERMISSIONS
    without, effects = walk(PermissionsFound(False), guide=guide)
    assert without.at is DICTATION
    assert effects == [Leave(PERMISSIONS), Enter(DICTATION)]
    assert walk(SEEN, StepChosen(PERMISSIONS))[0].at is MICROPHONE


def test_what_is_put_off_is_marked_and_the_guide_goes_on() -> None:
    guide, effects = walk(SEEN, LATER)
    assert guide.at is KEY
    assert guide.state_of(MICROPHONE) is StepState.LATER
    assert effects == [Leave(MICROPHONE), Keep(), Enter(KEY)]


def test_what_was_put_off_can_be_gone_to_and_passed() -> None:
    guide, effects = walk(SEEN, LATER, NEXT, StepChosen(MICROPHONE))
    assert effects == [Leave(MODEL), Enter(MICROPHONE)]
    guide, _ = walk(NEXT, guide=guide)
    assert guide.state_of(MICROPHONE) is StepState.PASSED
    assert guide.at is MODEL  # the key is passed already


def test_what_proved_to_work_is_passed_but_stays_in_view() -> None:
    guide, effects = walk(SEEN, StepProved(MICROPHONE))
    assert guide.at is MICROPHONE
    assert guide.state_of(MICROPHONE) is StepState.PASSED
    assert effects == [Keep()]
    assert walk(StepProved(MICROPHONE), guide=guide) == (guide, [])


def test_putting_off_a_step_that_has_proved_does_not_undo_it() -> None:
    guide, _ = walk(SEEN, StepProved(MICROPHONE), LATER)
    assert guide.state_of(MICROPHONE) is StepState.PASSED


def test_putting_the_last_one_off_ends_it_as_well() -> None:
    guide, effects = walk(SEEN, *[LATER] * 5)
    assert effects[-1] == Finish()
    assert not guide.has_proved
    assert guide.later == set(EVERYWHERE)


def test_out_of_sight_no_step_is_at_work_and_back_in_view_the_same_one_is() -> None:
    guide, effects = walk(SEEN, NEXT, UNSEEN)
    assert effects == [Leave(KEY)]
    guide, effects = walk(SEEN, guide=guide)
    assert effects == [Enter(KEY)]


def test_closed_it_is_over_and_comes_back_at_the_first_open_step() -> None:
    guide, effects = walk(SEEN, LATER, NEXT, GuideClosed())
    assert effects == [Leave(MODEL), Finish()]
    guide, effects = walk(UNSEEN, SEEN, guide=guide)
    assert effects == [Enter(MODEL)]


def test_begun_again_after_its_end_all_steps_are_open() -> None:
    guide, effects = walk(SEEN, *[NEXT] * 5, UNSEEN, SEEN)
    assert guide.at is MICROPHONE
    assert not guide.passed
    assert effects == [Keep(), Enter(MICROPHONE)]


def test_a_late_answer_changes_nothing() -> None:
    for late in (StepProved(KEY), NEXT, LATER, StepChosen(MODEL), GuideClosed()):
        assert walk(late) == (Guide(), [])


def test_what_is_kept_brings_the_guide_back_to_where_it_was() -> None:
    guide, _ = walk(SEEN, NEXT, LATER)
    words = kept_words(guide)
    assert words == ("microphone passed", "key later")
    again, effects = walk(SEEN, guide=kept_guide(words))
    assert (again.passed, again.later) == (guide.passed, guide.later)
    assert effects == [Enter(MODEL)]


def test_what_the_file_holds_wrongly_is_passed_over() -> None:
    assert kept_guide(["", "key", "key gone", "door passed", "model passed", "model later"]) == Guide(
        passed=frozenset({MODEL})
    )


events = st.one_of(
    st.builds(GuideSeen, st.booleans()),
    st.builds(PermissionsFound, st.booleans()),
    st.builds(StepProved, st.sampled_from(GuideStep)),
    st.builds(StepChosen, st.sampled_from(GuideStep)),
    st.sampled_from([StepPassed(), StepPutOff(), GuideClosed()]),
)


@given(st.lists(events, max_size=60))
def test_whatever_happens_one_step_at_most_is_at_work_and_each_is_left(happened: list[Event]) -> None:
    guide, at_work = Guide(), None
    for event in happened:
        before = guide
        guide, effects = step(guide, event)
        for effect in effects:
            match effect:
                case Enter(entered):
                    assert at_work is None
                    at_work = entered
                case Leave(left):
                    assert at_work is left
                    at_work = None
        assert at_work is guide.entered
        assert guide.at in guide.steps
        assert not guide.passed & guide.later
        assert (Finish() in effects) == (before.is_open and not guide.is_open)
        kept = replace(kept_guide(kept_words(guide)), steps=guide.steps)
        assert (kept.passed, kept.later) == (guide.passed, guide.later)
