"""The dictation machine, from the key to the words: its rules one by one."""

from __future__ import annotations

from app.domain.dictation import step
from app.domain.dictation_events import (
    Abandon,
    CancelRequested,
    CaptureOpened,
    Deliver,
    Effect,
    Event,
    Failed,
    Keep,
    SpeechEnded,
    StartCapture,
    StartRequested,
    StopCapture,
    StopRequested,
    Tell,
    TextHeard,
)
from app.domain.dictation_states import (
    Dictations,
    Failure,
    Finishing,
    Listening,
    NothingHeard,
    Opening,
)
from app.domain.problems import MicrophoneLost, NoMicrophone, RecognitionFailed
from app.domain.transcript import LiveText
from tests.fakes import transcript


def run(*events: Event, begin: Dictations | None = None) -> tuple[Dictations, list[Effect]]:
    """The state after `events`, and the effects of them all."""
    state = begin or Dictations()
    effects: list[Effect] = []
    for event in events:
        state, more = step(state, event)
        effects += more
    return state, effects


def test_a_dictation_goes_from_the_key_to_the_text() -> None:
    said = transcript("hello")
    state, effects = run(StartRequested(), CaptureOpened(1), StopRequested(), SpeechEnded(1, said))
    assert state.ongoing == ()
    assert effects == [StartCapture(1), StopCapture(1), Deliver(1, said)]


def test_a_second_start_while_listening_changes_nothing() -> None:
    state, effects = run(StartRequested(), StartRequested(), CaptureOpened(1), StartRequested())
    assert state.ongoing == (Listening(1),)
    assert effects == [StartCapture(1)]


def test_a_key_let_go_before_the_microphone_opened_still_finishes() -> None:
    state, effects = run(StartRequested(), StopRequested(), CaptureOpened(1))
    assert state.ongoing == (Finishing(1),)
    assert effects == [StartCapture(1), StopCapture(1)]


def test_the_next_dictation_listens_while_the_first_is_written() -> None:
    state, _ = run(StartRequested(), CaptureOpened(1), StopRequested(), StartRequested())
    assert state.ongoing == (Finishing(1), Opening(2))
    assert state.capturing == Opening(2)


def test_a_text_that_is_ready_early_waits_for_its_turn() -> None:
    first, second = transcript("one"), transcript("two")
    both = (StartRequested(), StopRequested(), StartRequested(), StopRequested())
    state, effects = run(*both, SpeechEnded(2, second))
    assert not any(isinstance(effect, Deliver) for effect in effects)
    _, effects = run(SpeechEnded(1, first), begin=state)
    assert effects == [Deliver(1, first), Deliver(2, second)]


def test_cancelling_the_first_lets_the_second_go() -> None:
    both = (StartRequested(), StopRequested(), StartRequested(), StopRequested())
    state, _ = run(*both, SpeechEnded(2, transcript("two")))
    state, effects = run(CancelRequested(), begin=state)
    assert effects == [Abandon(1), Deliver(2, transcript("two"))]
    assert state.ongoing == ()


def test_cancel_takes_the_one_that_listens_before_the_one_that_is_written() -> None:
    state, effects = run(StartRequested(), StopRequested(), StartRequested(), CancelRequested())
    assert effects[-1] == Abandon(2)
    assert state.ongoing == (Finishing(1),)


def test_cancel_with_nothing_to_cancel_is_harmless() -> None:
    assert run(CancelRequested()) == (Dictations(), [])


def test_a_microphone_that_cannot_be_opened_ends_the_dictation_and_is_told() -> None:
    problem = NoMicrophone()
    state, effects = run(StartRequested(), Failed(1, problem))
    assert state.ongoing == ()
    assert effects == [StartCapture(1), Abandon(1), Tell(1, problem)]


def test_a_microphone_that_goes_away_in_the_middle_keeps_what_was_said() -> None:
    problem, said = MicrophoneLost(), transcript("as far as here")
    heard = LiveText("as far", "as")
    state, effects = run(StartRequested(), CaptureOpened(1), TextHeard(1, heard), Failed(1, problem))
    assert state.ongoing == (Finishing(1, heard),)
    assert effects[1:] == [StopCapture(1), Tell(1, problem)]
    assert run(SpeechEnded(1, said), begin=state)[1] == [Deliver(1, said)]


def test_a_microphone_lost_in_the_tail_does_not_end_the_writing() -> None:
    problem = MicrophoneLost()
    state, effects = run(StartRequested(), CaptureOpened(1), StopRequested(), Failed(1, problem))
    assert state.ongoing == (Finishing(1),)
    assert effects[-1] == Tell(1, problem)


def test_a_failed_recognition_keeps_the_recording() -> None:
    problem = RecognitionFailed()
    state, effects = run(StartRequested(), CaptureOpened(1), StopRequested(), Failed(1, problem))
    assert state.ongoing == ()
    assert effects[2:] == [Tell(1, problem), Keep(1, Failure(problem))]


def test_a_tap_leaves_nothing_behind_but_a_long_silence_is_kept() -> None:
    asked = (StartRequested(), StopRequested())
    tap, long = transcript("", duration=0.3), transcript("", duration=4.0)
    assert run(*asked, SpeechEnded(1, tap))[1][-1] == Abandon(1)
    assert run(*asked, SpeechEnded(1, long))[1][-1] == Keep(1, NothingHeard(long))


def test_what_is_not_for_the_cursor_waits_for_no_turn() -> None:
    problem, long = RecognitionFailed(), transcript("", duration=4.0)
    three = (StartRequested(), StopRequested()) * 3
    state, effects = run(*three, Failed(2, problem), SpeechEnded(3, long))
    assert effects[-3:] == [Tell(2, problem), Keep(2, Failure(problem)), Keep(3, NothingHeard(long))]
    assert state.ongoing == (Finishing(1),)


def test_nothing_heard_in_the_first_lets_the_second_go() -> None:
    both = (StartRequested(), StopRequested()) * 2
    state, _ = run(*both, SpeechEnded(2, transcript("two")))
    state, effects = run(SpeechEnded(1, transcript("", duration=0.3)), begin=state)
    assert effects == [Abandon(1), Deliver(2, transcript("two"))]
    assert state.ongoing == ()


def test_what_was_suppressed_is_kept_however_short() -> None:
    invented = transcript("", duration=0.5, suppressed="Thank you.")
    effects = run(StartRequested(), StopRequested(), SpeechEnded(1, invented))[1]
    assert effects[-1] == Keep(1, NothingHeard(invented))


def test_the_wish_for_the_text_as_heard_goes_to_the_capture() -> None:
    assert run(StartRequested(raw=True))[1] == [StartCapture(1, raw=True)]


def test_late_answers_change_nothing() -> None:
    state, _ = run(StartRequested(), CaptureOpened(1), CancelRequested(), StartRequested())
    late = (CaptureOpened(1), TextHeard(1, LiveText("old")), SpeechEnded(1, transcript("old")))
    assert run(*late, Failed(1, RecognitionFailed()), begin=state) == (state, [])


def test_settled_text_is_never_taken_back() -> None:
    state, _ = run(StartRequested(), CaptureOpened(1), TextHeard(1, LiveText("It is", "rai")))
    state, _ = run(TextHeard(1, LiveText("Is it", "raining")), begin=state)
    assert state.ongoing == (Listening(1, LiveText("It is", "raining")),)
