"""The dictation machine: its rules one by one, then random orders of everything that can happen."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.dictation import (
    Abandon,
    CancelRequested,
    CaptureOpened,
    Deliver,
    Dictation,
    Dictations,
    Effect,
    Event,
    Failed,
    Failure,
    Finishing,
    Keep,
    Listening,
    NothingHeard,
    Opening,
    SpeechEnded,
    StartCapture,
    StartRequested,
    StopCapture,
    StopRequested,
    Tell,
    TextHeard,
    step,
)
from app.domain.problems import (
    MicrophoneLost,
    MicrophoneProblem,
    NoMicrophone,
    Problem,
    RecognitionFailed,
)
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
    state, effects = run(StartRequested(), CaptureOpened(1), Failed(1, problem))
    assert state.ongoing == (Finishing(1),)
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


def test_what_was_suppressed_is_kept_however_short() -> None:
    invented = transcript("", duration=0.5, suppressed="Thank you.")
    effects = run(StartRequested(), StopRequested(), SpeechEnded(1, invented))[1]
    assert effects[-1] == Keep(1, NothingHeard(invented))


def test_late_answers_change_nothing() -> None:
    state, _ = run(StartRequested(), CaptureOpened(1), CancelRequested(), StartRequested())
    late = (CaptureOpened(1), TextHeard(1, LiveText("old")), SpeechEnded(1, transcript("old")))
    assert run(*late, Failed(1, RecognitionFailed()), begin=state) == (state, [])


def test_settled_text_is_never_taken_back() -> None:
    state, _ = run(StartRequested(), CaptureOpened(1), TextHeard(1, LiveText("It is", "rai")))
    state, _ = run(TextHeard(1, LiveText("Is it", "raining")), begin=state)
    assert state.ongoing == (Listening(1, LiveText("It is", "raining")),)


PROBLEMS = st.sampled_from([NoMicrophone(), MicrophoneLost(), RecognitionFailed()])


class AnyOrder(RuleBasedStateMachine):
    """Requests and answers in any order, answers for dictations that are over or never were among them."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Dictations()
        self.effects: list[Effect] = []
        self.answered: dict[int, str] = {}
        self.worth_keeping: set[int] = set()
        self.given_up: set[int] = set()

    def state_of(self, id: int) -> Dictation | None:
        return next((one for one in self.state.ongoing if one.id == id), None)

    def feed(self, event: Event) -> None:
        self.state, more = step(self.state, event)
        self.effects += more

    def ids(self, kind: type[Effect]) -> list[int]:
        return [effect.id for effect in self.effects if isinstance(effect, kind)]

    @rule()
    def start(self) -> None:
        self.feed(StartRequested())

    @rule()
    def stop(self) -> None:
        self.feed(StopRequested())

    @rule()
    def cancel(self) -> None:
        unwanted = self.state.capturing or next(reversed(self.state.finishing), None)
        if unwanted:
            self.given_up.add(unwanted.id)
        self.feed(CancelRequested())

    @rule(id=st.integers(0, 8))
    def opened(self, id: int) -> None:
        self.feed(CaptureOpened(id))

    @rule(id=st.integers(0, 8), settled=st.sampled_from(["", "a", "a b", "c"]))
    def heard(self, id: int, settled: str) -> None:
        self.feed(TextHeard(id, LiveText(settled, "t")))

    @rule(
        id=st.integers(0, 8),
        text=st.sampled_from(["", "words"]),
        duration=st.sampled_from([0.3, 4.0]),
        suppressed=st.sampled_from(["", "Thank you."]),
    )
    def written(self, id: int, text: str, duration: float, suppressed: str) -> None:
        text = text and f"{text} {id}"
        if isinstance(self.state_of(id), Finishing):
            if text:
                self.answered[id] = text
            elif suppressed or duration > 1.0:
                self.worth_keeping.add(id)
            else:
                self.given_up.add(id)
        self.feed(SpeechEnded(id, transcript(text, duration=duration, suppressed=suppressed)))

    @rule(id=st.integers(0, 8), problem=PROBLEMS)
    def failed(self, id: int, problem: Problem) -> None:
        match self.state_of(id):
            case Opening():
                self.given_up.add(id)
            case Finishing() if not isinstance(problem, MicrophoneProblem):
                self.worth_keeping.add(id)
        self.feed(Failed(id, problem))

    @invariant()
    def at_most_one_capture(self) -> None:
        capturing = [one for one in self.state.ongoing if isinstance(one, Opening | Listening)]
        assert len(capturing) <= 1

    @invariant()
    def they_stay_in_order(self) -> None:
        ids = [one.id for one in self.state.ongoing]
        assert ids == sorted(set(ids))
        delivered = self.ids(Deliver)
        assert delivered == sorted(set(delivered))

    @invariant()
    def each_ends_at_most_once_and_none_is_forgotten(self) -> None:
        ended = self.ids(Deliver) + self.ids(Keep) + self.ids(Abandon)
        assert len(ended) == len(set(ended))
        ongoing = [one.id for one in self.state.ongoing]
        assert sorted(ended + ongoing) == self.ids(StartCapture)

    @invariant()
    def no_word_is_lost(self) -> None:
        delivered = {e.id: e.transcript.text for e in self.effects if isinstance(e, Deliver)}
        waiting = {one.id for one in self.state.ongoing}
        for id, text in self.answered.items():
            assert id in waiting or delivered.get(id) == text

    @invariant()
    def no_recording_is_lost(self) -> None:
        waiting = {one.id for one in self.state.ongoing}
        assert self.worth_keeping <= waiting | set(self.ids(Keep))

    @invariant()
    def nothing_is_dropped_but_what_was_given_up(self) -> None:
        assert set(self.ids(Abandon)) <= self.given_up

    @invariant()
    def whatever_goes_wrong_is_told(self) -> None:
        assert {e.id for e in self.effects if isinstance(e, Keep) and isinstance(e.outcome, Failure)} <= set(
            self.ids(Tell)
        )

    @invariant()
    def a_capture_that_is_over_was_stopped(self) -> None:
        over = {one.id for one in self.state.ongoing if not isinstance(one, Opening | Listening)}
        assert over <= set(self.ids(StopCapture))

    def teardown(self) -> None:
        """Once every answer has come, nothing is left."""
        self.feed(StopRequested())
        for one in self.state.finishing:
            self.feed(SpeechEnded(one.id, transcript("end")))
        assert self.state.ongoing == ()
        self.each_ends_at_most_once_and_none_is_forgotten()


AnyOrder.TestCase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
TestAnyOrder = AnyOrder.TestCase
