"""The dictation machine: a tap of the talk key, with nothing said, takes what waits for its clean-up."""

from __future__ import annotations

from app.domain.dictation_events import (
    Abandon,
    CancelRequested,
    Deliver,
    Offer,
    SpeechEnded,
    StartRequested,
    StopRequested,
)
from app.domain.dictation_states import Dictations, Enhancement, Enhancing
from app.domain.enhancement import EnhancementEnded, TokenWritten
from tests.domain.test_dictation import run
from tests.domain.test_dictation_enhancing import BETTER, ONE, THREE, TWO, WAITS, after_speaking
from tests.fakes import transcript

TAP = transcript("", duration=0.3)


def test_a_tap_takes_every_earlier_text_as_spoken_and_the_clean_ups_go_on() -> None:
    # 1 and 2 are being cleaned up, 3 is tapped, 4 is being cleaned up, too.
    cleaned_up = SpeechEnded(1, ONE, WAITS), TokenWritten(1, "On"), SpeechEnded(2, TWO, WAITS)
    state, _ = run(*cleaned_up, SpeechEnded(4, THREE, WAITS), begin=after_speaking(4))
    state, effects = run(SpeechEnded(3, TAP), begin=state)
    assert effects == [Abandon(3), Deliver(1, ONE, WAITS), Deliver(2, TWO, WAITS)]
    assert state == Dictations((Enhancing(4, THREE, WAITS),), (Enhancement(1, "On"), Enhancement(2)), 5)
    assert run(EnhancementEnded(1, BETTER), begin=state)[1] == [Offer(1, BETTER, replaces=False)]


def test_a_tap_takes_no_text_before_its_turn() -> None:
    state, _ = run(SpeechEnded(2, TWO, WAITS), begin=after_speaking(3))
    state, effects = run(SpeechEnded(3, TAP), begin=state)
    assert effects == [Abandon(3)]
    assert run(SpeechEnded(1, ONE), begin=state)[1] == [Deliver(1, ONE), Deliver(2, TWO, WAITS)]


def test_a_key_that_is_held_in_silence_or_let_go_by_escape_takes_nothing() -> None:
    state, _ = run(SpeechEnded(1, ONE, WAITS), begin=after_speaking(1))
    held = StartRequested(), StopRequested(), SpeechEnded(2, transcript("", duration=4.0))
    escaped = StartRequested(), CancelRequested()
    for events in (held, escaped):
        after, effects = run(*events, begin=state)
        assert not any(isinstance(effect, Deliver) for effect in effects)
        assert after.enhancing == state.enhancing
