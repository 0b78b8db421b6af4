"""What was said to the dictation machine and what it answered, kept from events and effects.

Checks at each effect that it was due; what else must hold is for the test to compare with the state.
"""

from __future__ import annotations

from app.domain.delivery_plan import Plan, Way
from app.domain.dictation_events import (
    CaptureOpened,
    Deliver,
    Drop,
    Effect,
    Enhance,
    EnhanceAgain,
    Event,
    Failed,
    Hurry,
    Offer,
    PatienceEnded,
    Shelve,
    SpeechEnded,
    StartCapture,
    StopEnhancing,
    TextHeard,
)
from app.domain.dictation_states import (
    Dictations,
    Ended,
    Enhancing,
    Finishing,
    Listening,
    Opening,
)
from app.domain.enhancement import (
    Enhanced,
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.problems import MicrophoneProblem, Problem
from app.domain.transcript import Transcript


def is_meant(before: Dictations, event: Event) -> bool:
    """Whether somebody waits for `event` in the state `before`. A request always has its say."""
    match event:
        case CaptureOpened(id):
            return isinstance(before.find(id), Opening)
        case TextHeard(id):
            return isinstance(before.find(id), Listening | Finishing)
        case SpeechEnded(id):
            return isinstance(before.find(id), Finishing)
        case Failed(id):
            return isinstance(before.find(id), Opening | Listening | Finishing)
        case PatienceEnded(id):
            held_up = any(isinstance(one, Ended) and one.id > id for one in before.ongoing)
            return isinstance(before.find(id), Enhancing) and held_up
        case EnhancementBegun(id) | TokenWritten(id) | EnhancementEnded(id):
            return id in [number for number, _ in under_way(before)]
        case EnhancementStopped(id) | EnhancementFailed(id):
            return id in [number for number, _ in under_way(before)]
    return True


def under_way(state: Dictations) -> list[tuple[int, str]]:
    """What the language model does: those that no delivery waits for, then those that one does; their numbers
    and what is written so far."""
    beside = [(one.id, one.written) for one in state.enhancements]
    return beside + [(one.id, one.written) for one in state.enhancing]


class Ledger:
    """Said, wanted, and under way, by the numbers of the dictations and clean-ups."""

    def __init__(self) -> None:
        self.effects: list[Effect] = []
        # What was said.
        self.settled: dict[int, str] = {}
        self.said: dict[int, tuple[Transcript, Plan]] = {}
        self.worth_keeping: set[int] = set()
        self.given_up: set[int] = set()
        self.withdrawn: set[int] = set()
        self.to_tell: list[tuple[int, Problem]] = []
        # What the language model does: each number is in one of the three, until it has come to its end.
        self.written: dict[int, str] = {}
        self.finished: dict[int, Enhanced] = {}
        self.failed: set[int] = set()
        self.impatient: set[int] = set()

    def note(self, before: Dictations, event: Event, after: Dictations, effects: tuple[Effect, ...]) -> None:
        """One step of the machine. An event that nobody waits for must have changed nothing."""
        if is_meant(before, event):
            self._event(before, event)
        else:
            assert (after, effects) == (before, ())
        issued = before.next_id
        for effect in effects:
            if isinstance(effect, StartCapture | EnhanceAgain):
                assert effect.id == issued
                issued += 1
            self._effect(after, effect)
            self.effects.append(effect)
        assert after.next_id == issued
        if isinstance(event, SpeechEnded) and event.id in self.given_up:
            # Only tapped: nothing before it waits for a clean-up any more.
            assert all(one.id > event.id for one in after.enhancing) or not is_meant(before, event)

    def ids(self, kind: type[Effect]) -> list[int]:
        """Those of the effects of one kind, in order."""
        return [effect.id for effect in self.effects if isinstance(effect, kind)]

    def _event(self, before: Dictations, event: Event) -> None:
        match event:
            case TextHeard(id, text) if text.settled.startswith(self.settled.get(id, "")):
                self.settled[id] = text.settled
            case SpeechEnded(id, said, plan) if said.text:
                self.said[id] = said, plan
            case SpeechEnded(id, said):
                is_kept = said.suppressed_text == "Oh." or said.seconds == 4.0
                if not is_kept:
                    self.impatient.update(one.id for one in before.enhancing if one.id < id)
                (self.worth_keeping if is_kept else self.given_up).add(id)
            case Failed(id, problem):
                self.to_tell.append((id, problem))
                match before.find(id):
                    case Opening():
                        self.given_up.add(id)
                    case Finishing() if not isinstance(problem, MicrophoneProblem):
                        self.worth_keeping.add(id)
            case EnhancementBegun(id, written):
                self.written[id] = written
            case TokenWritten(id, token):
                self.written[id] += token
            case EnhancementEnded(id, made):
                del self.written[id]
                self.finished[id] = made
            case EnhancementStopped(id):
                del self.written[id]
                self.failed.add(id)
            case EnhancementFailed(id, problem):
                del self.written[id]
                self.failed.add(id)
                self.to_tell.append((id, problem))
            case PatienceEnded(id):
                self.impatient.add(id)

    def _effect(self, after: Dictations, effect: Effect) -> None:
        """A KeyError here is an end that was not due."""
        match effect:
            case Enhance(id, said):
                assert said == self.said[id][0]
                assert self.said[id][1].way.asks_writer
                assert id not in self.ids(Enhance)
                self.written[id] = ""
            case EnhanceAgain(id):
                self.written[id] = ""
            case StopEnhancing(id):
                del self.written[id]
            case Drop(id):
                self.failed.remove(id)
            case Offer(id, made, replaces):
                assert made == self.finished.pop(id)
                is_newest = self.ids(Deliver)[-1:] == [id]
                assert replaces == (is_newest and self.said[id][1].way is Way.REPLACED)
                assert id in self.ids(Deliver) + self.ids(EnhanceAgain)
            case Deliver(id, said, plan, made):
                assert (said, plan) == self.said[id]
                assert made == self.finished.pop(id, None)
                self.failed.discard(id)
                if plan.way is Way.ENHANCED and id in self.written:
                    assert id in self.impatient
            case Shelve(id, said, plan):
                assert (said, plan) == self.said[id]
                assert id in self.withdrawn
                assert id not in self.written
            case Hurry(id):
                assert id not in self.ids(Hurry)
                assert any(one.id == id for one in after.enhancing)
                assert any(isinstance(one, Ended) and one.id > id for one in after.ongoing)
