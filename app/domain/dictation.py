"""The dictation machine: the only code that changes a dictation's state.

`step(dictations, event) -> (dictations, effects)` is pure and total. Every late answer carries the id of
its dictation, and one that comes for a dictation that is over, or out of its turn, changes nothing.

Rules it keeps:
- At most one dictation captures sound. Earlier ones may still be written down or cleaned up while the next
  one listens.
- Every dictation for which `StartCapture` went out ends with exactly one of `Deliver`, `Shelve`, `Keep`,
  `Abandon`.
- `Deliver` goes out in the order in which the dictations began: one that is ready early waits for its turn,
  but no longer than `Hurry` allows for the clean-up of an earlier one, whose spoken text goes out then.
  What is not for the cursor has no turn: it neither waits nor hurries anything.
- A tap of the talk key, with nothing said, takes the spoken text of every earlier dictation that waits for
  its clean-up: that is the key which works in any window. The clean-up goes on, and is offered.
- Every `Enhance` or `EnhanceAgain` comes to one end: what was written goes out with `Deliver` or by `Offer`;
  or `StopEnhancing` ends it; or the worker did, and `Deliver` goes without it, or `Drop` tells.
- `Offer` replaces a text at the cursor only while no later one has gone there.
- A microphone that fails in the middle ends the capture, not the dictation: what was said is written. A
  clean-up that fails costs the clean-up, not the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias, assert_never

from app.domain.delivery_plan import Way
from app.domain.dictation_events import (
    Abandon,
    CancelRequested,
    CaptureOpened,
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
    Dictation,
    Dictations,
    Ended,
    Enhancement,
    Enhancing,
    Failure,
    Finishing,
    Listening,
    NothingHeard,
    Opening,
    Spoken,
    Withdrawn,
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
from app.domain.transcript import LiveText, Transcript

SHORTEST_KEPT_SECONDS: Final = 1.0
"""A recording in which nothing was heard is kept from this length on; below it the key was only tapped."""

Step: TypeAlias = tuple[Dictations, tuple[Effect, ...]]


def step(dictations: Dictations, event: Event) -> Step:
    """What `event` makes of `dictations`, and what is to be done about it, in that order."""
    after, effects = _step(dictations, event)
    held_before = _holding_up(dictations)
    return after, (*effects, *(Hurry(id) for id in _holding_up(after) if id not in held_before))


def _step(dictations: Dictations, event: Event) -> Step:
    match event:
        case StartRequested(raw):
            return _start(dictations, raw)
        case StopRequested():
            return _stop(dictations)
        case CancelRequested():
            return _cancel(dictations)
        case CaptureOpened(id):
            return _opened(dictations, id)
        case TextHeard(id, text):
            return _heard(dictations, id, text)
        case SpeechEnded():
            return _written(dictations, event)
        case Failed(id, problem):
            return _failed(dictations, id, problem)
        case StopEnhancingRequested(meant):
            newest = (dictations.enhancing or dictations.enhancements)[-1:]
            return _stop_enhancing(dictations, newest[0].id if meant is None and newest else meant)
        case EnhanceRequested():
            return _enhance_again(dictations, event)
        case EnhancementBegun(id, written):
            return _token(dictations, id, written, anew=True)
        case TokenWritten(id, token):
            return _token(dictations, id, token)
        case EnhancementEnded(id, enhanced):
            return _enhanced(dictations, id, enhanced)
        case EnhancementStopped(id):
            return _not_enhanced(dictations, id, None)
        case EnhancementFailed(id, problem):
            return _not_enhanced(dictations, id, problem)
        case PatienceEnded(id):
            return _patience_ended(dictations, id)
        case _:
            assert_never(event)


# --- from the key to the words ---


def _start(dictations: Dictations, raw: bool) -> Step:
    if dictations.capturing:
        return dictations, ()
    new = Opening(dictations.next_id)
    after = replace(dictations, ongoing=(*dictations.ongoing, new), next_id=new.id + 1)
    return after, (StartCapture(new.id, raw),)


def _stop(dictations: Dictations) -> Step:
    match dictations.capturing:
        case None:
            return dictations, ()
        case Opening(id):
            return _put(dictations, Finishing(id)), (StopCapture(id),)
        case Listening(id, text):
            return _put(dictations, Finishing(id, text)), (StopCapture(id),)


def _cancel(dictations: Dictations) -> Step:
    unfinished = (one for one in reversed(dictations.ongoing) if isinstance(one, Finishing | Enhancing))
    match dictations.capturing or next(unfinished, None):
        case None:
            return dictations, ()
        case Enhancing(id, transcript, plan):
            after, effects = _end(dictations, Ended(id, Withdrawn(transcript, plan)))
            return after, (StopEnhancing(id), *effects)
        case one:
            return _abandon(dictations, one.id)


def _opened(dictations: Dictations, id: int) -> Step:
    match dictations.find(id):
        case Opening():
            return _put(dictations, Listening(id)), ()
        case _:
            return dictations, ()


def _heard(dictations: Dictations, id: int, text: LiveText) -> Step:
    match dictations.find(id):
        case Listening(text=before) | Finishing(text=before) as one:
            return _put(dictations, replace(one, text=before.followed_by(text))), ()
        case _:
            return dictations, ()


def _written(dictations: Dictations, event: SpeechEnded) -> Step:
    id, transcript, plan = event.id, event.transcript, event.plan
    if not isinstance(dictations.find(id), Finishing):
        return dictations, ()
    if not transcript.text:
        silent = _end(dictations, Ended(id, NothingHeard(transcript)))
        return silent if _is_worth_keeping(transcript) else _take_spoken(*silent, before=id)
    match plan.way:
        case Way.SPOKEN:
            return _end(dictations, Ended(id, Spoken(transcript, plan)))
        case Way.ENHANCED:
            return _put(dictations, Enhancing(id, transcript, plan)), (Enhance(id, transcript),)
        case Way.SPOKEN_FIRST | Way.REPLACED:
            begun = _beside(dictations, Enhancement(id, replaces=plan.way is Way.REPLACED))
            after, effects = _end(begun, Ended(id, Spoken(transcript, plan)))
            return after, (*effects, Enhance(id, transcript))
        case _:
            assert_never(plan.way)


def _failed(dictations: Dictations, id: int, problem: Problem) -> Step:
    match dictations.find(id):
        case Opening():
            after, effects = _abandon(dictations, id)
            return after, (*effects, Tell(id, problem))
        case Listening(text=text):
            return _put(dictations, Finishing(id, text)), (StopCapture(id), Tell(id, problem))
        case Finishing() if isinstance(problem, MicrophoneProblem):
            # The capture is over either way; the recognizer still answers for what was heard.
            return dictations, (Tell(id, problem),)
        case Finishing():
            after, effects = _end(dictations, Ended(id, Failure(problem)))
            return after, (Tell(id, problem), *effects)
        case _:
            return dictations, ()


# --- from the words to the clean-up ---


def _stop_enhancing(dictations: Dictations, id: int | None) -> Step:
    if id is None:
        return dictations, ()
    match dictations.find(id):
        case Enhancing(_, transcript, plan):
            after, effects = _end(dictations, Ended(id, Spoken(transcript, plan)))
            return after, (StopEnhancing(id), *effects)
    if dictations.enhancement(id):
        return _without(dictations, id), (StopEnhancing(id),)
    return dictations, ()


def _enhance_again(dictations: Dictations, request: EnhanceRequested) -> Step:
    id = dictations.next_id
    begun = _beside(replace(dictations, next_id=id + 1), Enhancement(id))
    return begun, (EnhanceAgain(id, request),)


def _token(dictations: Dictations, id: int, token: str, *, anew: bool = False) -> Step:
    match dictations.find(id):
        case Enhancing(written=before) as one:
            return _put(dictations, replace(one, written=token if anew else before + token)), ()
    if beside := dictations.enhancement(id):
        changed = replace(beside, written=token if anew else beside.written + token)
        rest = tuple(changed if one.id == id else one for one in dictations.enhancements)
        return replace(dictations, enhancements=rest), ()
    return dictations, ()


def _enhanced(dictations: Dictations, id: int, enhanced: Enhanced) -> Step:
    match dictations.find(id):
        case Enhancing(_, transcript, plan):
            return _end(dictations, Ended(id, Spoken(transcript, plan, enhanced)))
        case Ended(_, Spoken() as outcome) if dictations.enhancement(id):
            # Ready before its turn came, so both travel together.
            ready = _put(_without(dictations, id), Ended(id, replace(outcome, enhanced=enhanced)))
            return ready, ()
    if beside := dictations.enhancement(id):
        return _without(dictations, id), (Offer(id, enhanced, beside.replaces),)
    return dictations, ()


def _not_enhanced(dictations: Dictations, id: int, problem: Problem | None) -> Step:
    told = (Tell(id, problem),) if problem else ()
    match dictations.find(id):
        case Enhancing(_, transcript, plan):
            after, effects = _end(dictations, Ended(id, Spoken(transcript, plan)))
            return after, (*effects, *told)
    if dictations.enhancement(id):
        return _without(dictations, id), (*told, Drop(id))
    return dictations, ()


def _patience_ended(dictations: Dictations, id: int) -> Step:
    match dictations.find(id):
        case Enhancing() as waiting if id in _holding_up(dictations):
            return _wait_no_longer(dictations, waiting)
        case _:
            return dictations, ()


def _take_spoken(dictations: Dictations, effects: tuple[Effect, ...], before: int) -> Step:
    """After `effects`, whatever began before the dictation `before` goes out as spoken."""
    for waiting in dictations.enhancing:
        if waiting.id < before:
            dictations, more = _wait_no_longer(dictations, waiting)
            effects = (*effects, *more)
    return dictations, effects


def _wait_no_longer(dictations: Dictations, waiting: Enhancing) -> Step:
    """Its spoken text is ready, and its clean-up goes on beside it."""
    goes_on = _beside(dictations, Enhancement(waiting.id, waiting.written))
    return _end(goes_on, Ended(waiting.id, Spoken(waiting.transcript, waiting.plan)))


# --- the order of delivery ---


def _end(dictations: Dictations, ended: Ended) -> Step:
    """`ended` is over. A text for the cursor waits for its turn; anything else has none, for it would cost an
    earlier dictation its clean-up, and a later one time."""
    if isinstance(ended.outcome, Spoken):
        return _deliver_ready(_put(dictations, ended))
    return _leave(dictations, ended.id, _last_effect(ended))


def _abandon(dictations: Dictations, id: int) -> Step:
    return _leave(dictations, id, Abandon(id))


def _leave(dictations: Dictations, id: int, last: Effect) -> Step:
    """The dictation `id` goes out of turn, with `last`, and those that waited for it alone go too."""
    rest = tuple(one for one in dictations.ongoing if one.id != id)
    after, effects = _deliver_ready(replace(dictations, ongoing=rest))
    return after, (last, *effects)


def _deliver_ready(dictations: Dictations) -> Step:
    """Let go of every ended dictation that no earlier one holds up."""
    effects: list[Effect] = []
    ongoing = list(dictations.ongoing)
    newest = 0
    while ongoing and isinstance(first := ongoing[0], Ended):
        effects.append(_last_effect(first))
        newest = first.id
        del ongoing[0]
    # What stands before the newest text at the cursor is out of reach there.
    enhancements = tuple(
        replace(one, replaces=one.replaces and one.id >= newest) for one in dictations.enhancements
    )
    return replace(dictations, ongoing=tuple(ongoing), enhancements=enhancements), tuple(effects)


def _last_effect(ended: Ended) -> Effect:
    match ended.outcome:
        case Spoken(transcript, plan, enhanced):
            return Deliver(ended.id, transcript, plan, enhanced)
        case Withdrawn(transcript, plan):
            return Shelve(ended.id, transcript, plan)
        case NothingHeard(transcript) as outcome:
            return Keep(ended.id, outcome) if _is_worth_keeping(transcript) else Abandon(ended.id)
        case Failure() as outcome:
            return Keep(ended.id, outcome)
        case _:
            assert_never(ended.outcome)


def _is_worth_keeping(transcript: Transcript) -> bool:
    """Whether a recording without text is more than a tap of the key."""
    return bool(transcript.suppressed) or transcript.seconds >= SHORTEST_KEPT_SECONDS


def _holding_up(dictations: Dictations) -> tuple[int, ...]:
    """The clean-ups that a later text, which is ready, waits for; oldest first."""
    newest_ready = max((one.id for one in dictations.ongoing if isinstance(one, Ended)), default=0)
    return tuple(one.id for one in dictations.enhancing if one.id < newest_ready)


def _beside(dictations: Dictations, enhancement: Enhancement) -> Dictations:
    return replace(dictations, enhancements=(*dictations.enhancements, enhancement))


def _without(dictations: Dictations, id: int) -> Dictations:
    return replace(dictations, enhancements=tuple(one for one in dictations.enhancements if one.id != id))


def _put(dictations: Dictations, changed: Dictation) -> Dictations:
    ongoing = tuple(changed if one.id == changed.id else one for one in dictations.ongoing)
    return replace(dictations, ongoing=ongoing)
