"""The dictation machine under random orders of everything that can happen.

Answers come for dictations that are over, never were, or are not so far, as well as for those they are meant
for. A ledger of what was said and what the language model did is kept from events and effects, and held
against the state.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.delivery_plan import Plan, Way
from app.domain.dictation import step
from app.domain.dictation_events import (
    Abandon,
    CancelRequested,
    CaptureOpened,
    Deliver,
    Effect,
    EnhanceAgain,
    EnhanceRequested,
    Event,
    Failed,
    Hurry,
    Keep,
    PatienceEnded,
    Shelve,
    SpeechEnded,
    StartCapture,
    StartRequested,
    StopCapture,
    StopEnhancing,
    StopEnhancingRequested,
    StopRequested,
    Tell,
    TextHeard,
)
from app.domain.dictation_states import (
    Dictations,
    Ended,
    Enhancing,
    Failure,
    Finishing,
    Listening,
    NothingHeard,
    Opening,
    Spoken,
)
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.problems import MicrophoneLost, NoMicrophone, Problem, RecognitionFailed, WriterSilent
from app.domain.transcript import LiveText, Transcript
from tests.domain.dictation_ledger import Ledger, is_meant, under_way
from tests.fakes import transcript
from tests.fakes.speech import enhanced

PROBLEMS = st.sampled_from([NoMicrophone(), MicrophoneLost(), RecognitionFailed()])
WORDS = st.sampled_from(["", "a", "a b", "c"])
WAYS = st.sampled_from([*Way, Way.ENHANCED, Way.REPLACED])
SILENCES = st.sampled_from(
    [
        None,
        None,
        transcript("", duration=0.3),
        transcript("", duration=4.0),
        transcript("", duration=0.3, suppressed="Oh."),
    ]
)
CHANCE = st.integers(0, 999)


# Where nobody waits for anything, hardly ever anything happens.
ONGOING = precondition(lambda machine: machine.state.ongoing)
FINISHING = precondition(lambda machine: machine.state.finishing)
ENHANCING = precondition(lambda machine: machine.state.enhancing)
UNDER_WAY = precondition(lambda machine: machine.state.enhancing or machine.state.enhancements)


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.state = Dictations()
        self.ledger = Ledger()

    def feed(self, event: Event) -> tuple[Effect, ...]:
        before = self.state
        self.state, effects = step(before, event)
        self.ledger.note(before, event, self.state, effects)
        return effects

    def tell(self, chance: int, make: Callable[[int], Event]) -> None:
        """An answer for some number: mostly one that somebody waits for, else one of those that are not over,
        or any."""
        any_number = list(range(self.state.next_id + 2))
        not_over = [one.id for one in self.state.ongoing] + [one.id for one in self.state.enhancements]
        meant = [id for id in any_number if is_meant(self.state, make(id))]
        choice: list[int] = (any_number, meant, not_over, meant)[chance % 4] or any_number
        self.feed(make(choice[chance // 4 % len(choice)]))

    # --- what the user does ---

    @rule(raw=st.booleans())
    def start(self, raw: bool) -> None:
        id, is_free = self.state.next_id, self.state.capturing is None
        assert self.feed(StartRequested(raw)) == ((StartCapture(id, raw),) if is_free else ())

    @rule()
    def stop(self) -> None:
        capturing = self.state.capturing
        assert self.feed(StopRequested()) == ((StopCapture(capturing.id),) if capturing else ())

    @rule(times=st.integers(1, 3))
    def dictate(self, times: int) -> None:
        for _ in range(times):
            self.start(raw=False)
            self.stop()

    @rule(chance=CHANCE)
    def cancel(self, chance: int) -> None:
        if chance % 3:
            return  # or else hardly anything would come to an end
        newest_first = reversed(self.state.ongoing)
        unfinished = (one for one in newest_first if isinstance(one, Finishing | Enhancing))
        match self.state.capturing or next(unfinished, None):
            case None:
                assert self.feed(CancelRequested()) == ()
            case Enhancing(id):
                self.ledger.withdrawn.add(id)
                said, plan = self.ledger.said[id]
                assert self.feed(CancelRequested())[:2] == (StopEnhancing(id), Shelve(id, said, plan))
            case one:
                self.ledger.given_up.add(one.id)
                assert self.feed(CancelRequested())[0] == Abandon(one.id)

    @ONGOING
    @rule()
    def cancel_a_clean_up(self) -> None:
        self.stop()
        self.all_are_written([Way.ENHANCED])
        self.cancel(0)

    @rule(chance=CHANCE)
    def stop_enhancing(self, chance: int) -> None:
        if chance % 2:
            return
        candidates = under_way(self.state)
        effects = self.feed(StopEnhancingRequested())
        assert effects[:1] == ((StopEnhancing(candidates[-1][0]),) if candidates else ())

    @rule(chance=CHANCE)
    def enhance_again(self, chance: int) -> None:
        if chance % 2:
            return
        request = EnhanceRequested("recording", f"old {chance}")
        assert self.feed(request) == (EnhanceAgain(self.state.next_id - 1, request),)

    # --- what becomes of it ---

    @ONGOING
    @rule(chance=CHANCE)
    def opened(self, chance: int) -> None:
        self.tell(chance, CaptureOpened)

    @ONGOING
    @rule(chance=CHANCE, settled=WORDS)
    def heard(self, chance: int, settled: str) -> None:
        self.tell(chance, lambda id: TextHeard(id, LiveText(settled, "t")))

    @FINISHING
    @rule(chance=CHANCE, way=WAYS, silence=SILENCES)
    def is_written(self, chance: int, way: Way, silence: Transcript | None) -> None:
        plan = Plan(way, f"Words {chance}.")
        self.tell(chance, lambda id: SpeechEnded(id, silence or transcript(f"words {id}"), plan))

    @FINISHING
    @rule(ways=st.lists(WAYS, min_size=1, max_size=4))
    def all_are_written(self, ways: list[Way]) -> None:
        for one, way in zip(self.state.finishing, cycle(ways), strict=False):
            self.feed(SpeechEnded(one.id, transcript(f"words {one.id}"), Plan(way)))

    @ONGOING
    @rule(chance=CHANCE, problem=PROBLEMS)
    def fails(self, chance: int, problem: Problem) -> None:
        self.tell(chance, lambda id: Failed(id, problem))

    @UNDER_WAY
    @rule(chance=CHANCE, written=WORDS)
    def begins_to_write(self, chance: int, written: str) -> None:
        self.tell(chance, lambda id: EnhancementBegun(id, written))

    @UNDER_WAY
    @rule(chance=CHANCE, token=WORDS)
    def writes(self, chance: int, token: str) -> None:
        self.tell(chance, lambda id: TokenWritten(id, token))

    @UNDER_WAY
    @rule(chance=CHANCE)
    def ends_writing(self, chance: int) -> None:
        made = enhanced(f"Written {chance}.")
        self.tell(chance, lambda id: EnhancementEnded(id, made))

    @UNDER_WAY
    @rule(chance=CHANCE, problem=st.sampled_from([None, WriterSilent(60.0)]))
    def does_not_write(self, chance: int, problem: Problem | None) -> None:
        self.tell(chance, lambda id: EnhancementFailed(id, problem) if problem else EnhancementStopped(id))

    @ENHANCING
    @rule(chance=CHANCE)
    def patience_ends(self, chance: int) -> None:
        self.tell(chance, PatienceEnded)

    @ENHANCING
    @rule()
    def all_patience_ends(self) -> None:
        """Then no text waits for a clean-up, only for words that are not written down yet."""
        for id in self.ledger.ids(Hurry):
            self.feed(PatienceEnded(id))
        for ready in (one for one in self.state.ongoing if isinstance(one, Ended)):
            earlier = [one for one in self.state.ongoing if one.id < ready.id]
            assert any(isinstance(one, Opening | Listening | Finishing) for one in earlier)

    # --- what always holds ---

    @invariant()
    def at_most_one_captures_and_each_capture_is_stopped_once(self) -> None:
        capturing = {one.id for one in self.state.ongoing if isinstance(one, Opening | Listening)}
        assert len(capturing) <= 1
        stopped = self.ledger.ids(StopCapture)
        assert len(stopped) == len(set(stopped))
        assert set(self.ledger.ids(StartCapture)) - capturing <= set(stopped) | set(self.ledger.ids(Abandon))

    @invariant()
    def deliveries_keep_the_order_of_beginning(self) -> None:
        ids = [one.id for one in self.state.ongoing]
        assert ids == sorted(set(ids))
        assert self.ledger.ids(Deliver) == sorted(self.ledger.ids(Deliver))

    @invariant()
    def each_dictation_ends_once_and_none_is_forgotten(self) -> None:
        ended = [id for kind in (Deliver, Shelve, Keep, Abandon) for id in self.ledger.ids(kind)]
        ongoing = [one.id for one in self.state.ongoing]
        assert sorted(ended + ongoing) == self.ledger.ids(StartCapture)

    @invariant()
    def no_word_and_no_recording_is_lost(self) -> None:
        out = set(self.ledger.ids(Deliver) + self.ledger.ids(Shelve))
        for one in self.state.ongoing:
            match one:
                case Enhancing(id, said, plan) | Ended(id, Spoken(said, plan)):
                    assert (said, plan) == self.ledger.said[id]
                    out.add(id)
                case Listening(id, text) | Finishing(id, text):
                    assert text.settled == self.ledger.settled.get(id, "")
        assert out == set(self.ledger.said)
        assert sorted(self.ledger.ids(Keep)) == sorted(self.ledger.worth_keeping)
        assert sorted(self.ledger.ids(Abandon)) == sorted(self.ledger.given_up)
        assert sorted(self.ledger.ids(Shelve)) == sorted(self.ledger.withdrawn)

    @invariant()
    def whatever_goes_wrong_is_told(self) -> None:
        assert [(e.id, e.problem) for e in self.ledger.effects if isinstance(e, Tell)] == self.ledger.to_tell
        for kept in (effect for effect in self.ledger.effects if isinstance(effect, Keep)):
            match kept.outcome:
                case Failure(problem):
                    assert (kept.id, problem) in self.ledger.to_tell
                case NothingHeard(said):
                    assert not said.text

    @invariant()
    def only_what_is_held_up_waits_and_it_is_hurried(self) -> None:
        ready = [one for one in self.state.ongoing if isinstance(one, Ended)]
        assert not any(isinstance(one, Ended) for one in self.state.ongoing[:1])
        assert all(isinstance(one.outcome, Spoken) for one in ready)
        held_up = {one.id for one in self.state.enhancing if ready and one.id < ready[-1].id}
        assert held_up <= set(self.ledger.ids(Hurry))

    @invariant()
    def what_the_language_model_does_is_known(self) -> None:
        assert sorted(under_way(self.state)) == sorted(self.ledger.written.items())
        # What has come to its end, but is not told yet, is told with a text that waits.
        waiting = {one.id for one in self.state.ongoing if isinstance(one, Ended)}
        assert self.ledger.finished.keys() | self.ledger.failed <= waiting

    def teardown(self) -> None:
        """Once every worker has answered, nothing is left."""
        self.feed(StopRequested())
        for finishing in self.state.finishing:
            self.feed(SpeechEnded(finishing.id, transcript("end"), Plan(Way.ENHANCED)))
        for id in sorted(self.ledger.written, reverse=True):
            self.feed(EnhancementEnded(id, enhanced("Written.")) if id % 2 else EnhancementStopped(id))
        assert (self.state.ongoing, self.state.enhancements) == ((), ())
        assert (self.ledger.written, self.ledger.finished, self.ledger.failed) == ({}, {}, set())
        self.each_dictation_ends_once_and_none_is_forgotten()
        self.no_word_and_no_recording_is_lost()


AnyOrder.TestCase.settings = settings(max_examples=100, stateful_step_count=50)
TestAnyOrder = AnyOrder.TestCase
