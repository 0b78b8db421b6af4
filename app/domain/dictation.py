"""The dictation machine: the only code that changes a dictation's state.

`step(dictations, event) -> (dictations, effects)` is pure and total. Every late answer carries the id of
its dictation, and one that comes for a dictation that is over, or out of its turn, changes nothing.

Rules it keeps:
- At most one dictation captures sound. Earlier ones may still be written down while the next one listens.
- Every dictation for which `StartCapture` went out ends with exactly one of `Deliver`, `Keep`, `Abandon`.
- `Deliver` goes out in the order in which the dictations began: one that is ready early waits for its turn.
- A microphone that fails in the middle ends the capture, not the dictation: what was said is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias, assert_never

from app.domain.problems import MicrophoneProblem, Problem
from app.domain.transcript import NO_TEXT, LiveText, Transcript

SHORTEST_KEPT_SECONDS: Final = 1.0
"""A recording in which nothing was heard is kept from this length on; below it the key was only tapped."""


# --- states ---


@dataclass(frozen=True, slots=True)
class Opening:
    """Asked for; no sound has come yet."""

    id: int


@dataclass(frozen=True, slots=True)
class Listening:
    """Sound is coming in."""

    id: int
    text: LiveText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Finishing:
    """The user has let go; what is not yet decoded is being decoded."""

    id: int
    text: LiveText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Ended:
    """Over, and waiting for its turn to be delivered."""

    id: int
    outcome: Outcome


Dictation: TypeAlias = Opening | Listening | Finishing | Ended


# --- outcomes ---


@dataclass(frozen=True, slots=True)
class Spoken:
    """There is text."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class NothingHeard:
    """There was no speech, or only what was taken for invented (`transcript.suppressed`)."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Failure:
    """No text came of it; the recording is kept."""

    problem: Problem


Outcome: TypeAlias = Spoken | NothingHeard | Failure


@dataclass(frozen=True, slots=True)
class Dictations:
    """All dictations that are not over yet, in the order in which they began. None: Sayso is idle."""

    ongoing: tuple[Dictation, ...] = ()
    next_id: int = 1

    @property
    def capturing(self) -> Opening | Listening | None:
        """The one that the microphone is open for."""
        for dictation in self.ongoing:
            if isinstance(dictation, Opening | Listening):
                return dictation
        return None

    @property
    def finishing(self) -> tuple[Finishing, ...]:
        """Those that are being written down, oldest first."""
        return tuple(one for one in self.ongoing if isinstance(one, Finishing))


# --- events ---


@dataclass(frozen=True, slots=True)
class StartRequested:
    """Somebody wants to dictate: key, button, tray or command line."""


@dataclass(frozen=True, slots=True)
class StopRequested:
    """The dictation being captured is complete."""


@dataclass(frozen=True, slots=True)
class CancelRequested:
    """Forget the dictation being captured, or else the newest that is still being written."""


@dataclass(frozen=True, slots=True)
class CaptureOpened:
    """The first real sound has come in."""

    id: int


@dataclass(frozen=True, slots=True)
class TextHeard:
    """Words of a dictation that is still going on."""

    id: int
    text: LiveText


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """All that was captured is decoded."""

    id: int
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that the dictation needs has failed."""

    id: int
    problem: Problem


Event: TypeAlias = (
    StartRequested | StopRequested | CancelRequested | CaptureOpened | TextHeard | SpeechEnded | Failed
)


# --- effects ---


@dataclass(frozen=True, slots=True)
class StartCapture:
    """Open the microphone; its sound goes to the journal and to the recognizer."""

    id: int


@dataclass(frozen=True, slots=True)
class StopCapture:
    """Hear the tail, close the microphone, and let the recognizer finish. Harmless when it has closed."""

    id: int


@dataclass(frozen=True, slots=True)
class Abandon:
    """Close the microphone at once, drop sound and text."""

    id: int


@dataclass(frozen=True, slots=True)
class Deliver:
    """Text for the history first, the cursor second, the screen third."""

    id: int
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Keep:
    """No text for the cursor; the history keeps the recording and what is to be said of it."""

    id: int
    outcome: NothingHeard | Failure


@dataclass(frozen=True, slots=True)
class Tell:
    """A problem the user should know of now."""

    id: int
    problem: Problem


Effect: TypeAlias = StartCapture | StopCapture | Abandon | Deliver | Keep | Tell
Step: TypeAlias = tuple[Dictations, tuple[Effect, ...]]


# --- the machine ---


def step(dictations: Dictations, event: Event) -> Step:
    """What `event` makes of `dictations`, and what is to be done about it, in that order."""
    match event:
        case StartRequested():
            return _start(dictations)
        case StopRequested():
            return _stop(dictations)
        case CancelRequested():
            return _cancel(dictations)
        case CaptureOpened(id):
            return _opened(dictations, id)
        case TextHeard(id, text):
            return _heard(dictations, id, text)
        case SpeechEnded(id, transcript):
            return _written(dictations, id, transcript)
        case Failed(id, problem):
            return _failed(dictations, id, problem)
        case _:
            assert_never(event)


def _start(dictations: Dictations) -> Step:
    if dictations.capturing:
        return dictations, ()
    new = Opening(dictations.next_id)
    return Dictations((*dictations.ongoing, new), new.id + 1), (StartCapture(new.id),)


def _stop(dictations: Dictations) -> Step:
    match dictations.capturing:
        case None:
            return dictations, ()
        case Opening(id):
            return _put(dictations, Finishing(id)), (StopCapture(id),)
        case Listening(id, text):
            return _put(dictations, Finishing(id, text)), (StopCapture(id),)


def _cancel(dictations: Dictations) -> Step:
    one = dictations.capturing or next(reversed(dictations.finishing), None)
    return _abandon(dictations, one.id) if one else (dictations, ())


def _opened(dictations: Dictations, id: int) -> Step:
    match _find(dictations, id):
        case Opening():
            return _put(dictations, Listening(id)), ()
        case _:
            return dictations, ()


def _heard(dictations: Dictations, id: int, text: LiveText) -> Step:
    match _find(dictations, id):
        case Listening(text=before) | Finishing(text=before) as one:
            return _put(dictations, replace(one, text=before.followed_by(text))), ()
        case _:
            return dictations, ()


def _written(dictations: Dictations, id: int, transcript: Transcript) -> Step:
    match _find(dictations, id):
        case Finishing():
            outcome = Spoken(transcript) if transcript.text else NothingHeard(transcript)
            return _deliver_ready(_put(dictations, Ended(id, outcome)))
        case _:
            return dictations, ()


def _failed(dictations: Dictations, id: int, problem: Problem) -> Step:
    match _find(dictations, id):
        case Opening():
            after, effects = _abandon(dictations, id)
            return after, (*effects, Tell(id, problem))
        case Listening(text=text):
            return _put(dictations, Finishing(id, text)), (StopCapture(id), Tell(id, problem))
        case Finishing() if isinstance(problem, MicrophoneProblem):
            # The capture is over either way; the recognizer still answers for what was heard.
            return dictations, (Tell(id, problem),)
        case Finishing():
            after, effects = _deliver_ready(_put(dictations, Ended(id, Failure(problem))))
            return after, (Tell(id, problem), *effects)
        case _:
            return dictations, ()


def _abandon(dictations: Dictations, id: int) -> Step:
    rest = tuple(one for one in dictations.ongoing if one.id != id)
    after, effects = _deliver_ready(replace(dictations, ongoing=rest))
    return after, (Abandon(id), *effects)


def _deliver_ready(dictations: Dictations) -> Step:
    """Let go of every ended dictation that no earlier one holds up."""
    effects: list[Effect] = []
    ongoing = list(dictations.ongoing)
    while ongoing and isinstance(first := ongoing[0], Ended):
        effects.append(_last_effect(first))
        del ongoing[0]
    return replace(dictations, ongoing=tuple(ongoing)), tuple(effects)


def _last_effect(ended: Ended) -> Effect:
    match ended.outcome:
        case Spoken(transcript):
            return Deliver(ended.id, transcript)
        case NothingHeard(transcript) as outcome:
            worth_keeping = transcript.suppressed or transcript.seconds >= SHORTEST_KEPT_SECONDS
            return Keep(ended.id, outcome) if worth_keeping else Abandon(ended.id)
        case Failure() as outcome:
            return Keep(ended.id, outcome)
        case _:
            assert_never(ended.outcome)


def _find(dictations: Dictations, id: int) -> Dictation | None:
    return next((one for one in dictations.ongoing if one.id == id), None)


def _put(dictations: Dictations, changed: Dictation) -> Dictations:
    ongoing = tuple(changed if one.id == changed.id else one for one in dictations.ongoing)
    return replace(dictations, ongoing=ongoing)
