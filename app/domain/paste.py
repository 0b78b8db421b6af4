"""When to put text on the clipboard, when to press the paste chord, and when to put back what was there.

    Waiting --keys up--> Offering --on the clipboard--> Settling --chord sent--> Pasting --asked for--> Over

Pasting borrows the user's clipboard, and two things make that hard. The chord must reach the right window
with no other key held, and what was borrowed must be given back late enough for the target and early enough
for the user. A fixed delay is wrong in both directions: a target busy for half a second would paste what was
put back. So the text is rendered only when somebody asks for it, and a request counts only after the chord.

Rules:
- Nothing is touched until ctrl, alt, shift and super are up; held too long, the text waits one key away.
- The window that counts is the one that had the focus when the dictation began. Another one: nothing is sent.
- A hotkey that was held back from the target gives it the focus anew 10 to 20 ms after its release; a
  clipboard manager reads a new clipboard at once. `SETTLE` lets both pass before the chord.
- A request before the chord, or the owner of CLIPBOARD_MANAGER, shows a second reader that may be the one who
  asks after the chord. Then the text stays for `SHARED_HOLD` at the least, and until somebody has asked.
- If somebody else copies, nothing is put back: their copy is newer than what was borrowed.
- When Sayso ends, the clipboard is given back at once, unless the chord is sent: the target would paste what
  was put back.

Failure mode: a target that takes longer than `TIME_OUT` to ask pastes what was put back, and the user has
been told by then that nothing arrived. All times are monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias, assert_never

from app.domain.insertion import Target
from app.domain.problems import FocusMoved, InsertionFailed, Problem

POLL: Final = 0.01
"""Between two looks at the modifiers."""

MODIFIER_TIME_OUT: Final = 2.0
"""How long keys may stay held before the text is left one key away."""

SETTLE: Final = 0.05
"""Between the offer and the chord."""

GRACE: Final = 0.05
"""Between the target's request and giving the clipboard back: a target asks for several formats in a row."""

SHARED_HOLD: Final = 0.8
"""Least time on the clipboard after the chord where a manager reads it too."""

TIME_OUT: Final = 2.0
"""Time on the clipboard after the chord where nobody asks."""

OFFERS: Final = 3
"""How often the text is put on the clipboard when somebody else takes it before the chord."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """For the keys to come up, since `since`. `manager`: one is known to run."""

    target: Target | None
    manager: bool
    since: float


@dataclass(frozen=True, slots=True)
class Offering:
    """The text is being put on the clipboard for the `offers`th time.

    `shared`: a second reader is about. `deadline` is when held keys end it.
    """

    target: Target | None
    shared: bool
    deadline: float
    offers: int = 1


@dataclass(frozen=True, slots=True)
class Settling:
    """The text is on the clipboard since `since`."""

    offer: Offering
    since: float


@dataclass(frozen=True, slots=True)
class Pasting:
    """The chord was sent at `since`. `shared`: a second reader is about; `asked_at`: the first request."""

    shared: bool
    since: float
    asked_at: float | None = None


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing more will happen."""


PasteState: TypeAlias = Waiting | Offering | Settling | Pasting | Over


@dataclass(frozen=True, slots=True)
class Looked:
    """What there was to see: the keys, the window with the focus, whose text is on the clipboard."""

    at: float
    modifiers_up: bool
    focused: Target | None
    ours: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """The text has been put on the clipboard."""

    at: float


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody read the offered text."""

    at: float


@dataclass(frozen=True, slots=True)
class Sent:
    """The paste chord is on its way."""

    at: float


@dataclass(frozen=True, slots=True)
class Refused:
    """The paste chord could not be sent, or the clipboard not be had."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Ending:
    """Sayso ends: no chord is to be sent any more."""


PasteEvent: TypeAlias = Looked | Offered | Asked | Sent | Refused | Ending


@dataclass(frozen=True, slots=True)
class Look:
    """Look again after so many seconds."""

    after: float


@dataclass(frozen=True, slots=True)
class Offer:
    """Keep what is on the clipboard now, and put the text there."""


@dataclass(frozen=True, slots=True)
class SendChord:
    """Press the target's paste chord."""


@dataclass(frozen=True, slots=True)
class Report:
    """Tell how it went: None, or what went wrong. At most once."""

    problem: Problem | None


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Put back what was kept, if the offered text is still there; the next insertion may begin."""


PasteEffect: TypeAlias = Look | Offer | SendChord | Report | GiveBack
Step: TypeAlias = tuple[PasteState, tuple[PasteEffect, ...]]


def begin(target: Target | None, manager: bool, at: float) -> Step:
    """The first state. `target` None: the system does not tell, or no window had the focus."""
    return Waiting(target, manager, at), (Look(0.0),)


def has_moved(target: Target | None, focused: Target | None) -> bool:
    """Whether keys sent now would reach another window than `target`."""
    if target is None:
        return focused is not None and focused.is_own
    return focused is None or focused.id != target.id


def keys_held() -> Problem:
    """Told when modifiers stay down."""
    return InsertionFailed("Ctrl, Alt, Shift or the system key is being held down")


def step(state: PasteState, event: PasteEvent) -> Step:
    """The next state, and what to do about it. Pure and total; late events change nothing."""
    match state:
        case Waiting():
            return _waiting(state, event)
        case Offering():
            return _offering(state, event)
        case Settling():
            return _settling(state, event)
        case Pasting():
            return _pasting(state, event)
        case Over():
            return state, ()
        case _:
            assert_never(state)


def _waiting(state: Waiting, event: PasteEvent) -> Step:
    if isinstance(event, Refused):
        return Over(), (Report(event.problem), GiveBack())
    if isinstance(event, Ending):
        return Over(), (GiveBack(),)
    if not isinstance(event, Looked):
        return state, ()
    if not event.modifiers_up:
        if event.at - state.since >= MODIFIER_TIME_OUT:
            return Over(), (Report(keys_held()), GiveBack())
        return state, (Look(POLL),)
    if has_moved(state.target, event.focused):
        return Over(), (Report(FocusMoved()), GiveBack())
    deadline = state.since + MODIFIER_TIME_OUT + SETTLE
    return Offering(state.target, state.manager, deadline), (Offer(),)


def _offering(state: Offering, event: PasteEvent) -> Step:
    match event:
        case Offered():
            return Settling(state, event.at), (Look(SETTLE),)
        case Refused():
            return Over(), (Report(event.problem), GiveBack())
        case Asked():
            return replace(state, shared=True), ()
        case Ending():
            return Over(), (GiveBack(),)
        case Looked() | Sent():
            return state, ()
        case _:
            assert_never(event)


def _settling(state: Settling, event: PasteEvent) -> Step:
    match event:
        case Asked():
            return replace(state, offer=replace(state.offer, shared=True)), ()
        case Sent():
            shared = state.offer.shared
            return Pasting(shared, event.at), (Look(SHARED_HOLD if shared else TIME_OUT),)
        case Refused():
            return Over(), (Report(event.problem), GiveBack())
        case Looked():
            return _settled(state, event)
        case Ending():
            return Over(), (GiveBack(),)
        case Offered():
            return state, ()
        case _:
            assert_never(event)


def _settled(state: Settling, event: Looked) -> Step:
    offer = state.offer
    rest = state.since + SETTLE - event.at
    if rest > 0:
        return state, (Look(rest),)
    if not event.ours:
        if offer.offers >= OFFERS:
            taken = InsertionFailed("another program keeps taking the clipboard")
            return Over(), (Report(taken), GiveBack())
        return replace(offer, offers=offer.offers + 1), (Offer(),)
    if not event.modifiers_up:
        if event.at >= offer.deadline:
            return Over(), (Report(keys_held()), GiveBack())
        return state, (Look(POLL),)
    if has_moved(offer.target, event.focused):
        return Over(), (Report(FocusMoved()), GiveBack())
    return state, (SendChord(),)


def _pasting(state: Pasting, event: PasteEvent) -> Step:
    match event:
        case Asked():
            if state.asked_at is not None:
                return state, ()
            return replace(state, asked_at=event.at), (Report(None), Look(GRACE))
        case Looked():
            return _pasted(state, event)
        case Refused():
            told = state.asked_at is not None
            return Over(), (GiveBack(),) if told else (Report(event.problem), GiveBack())
        case Offered() | Sent() | Ending():
            return state, ()
        case _:
            assert_never(event)


def _pasted(state: Pasting, event: Looked) -> Step:
    if state.asked_at is not None:
        until = state.asked_at + GRACE
        if state.shared:
            until = max(until, state.since + SHARED_HOLD)
        if event.at >= until or not event.ours:
            return Over(), (GiveBack(),)
        return state, (Look(until - event.at),)
    until = state.since + TIME_OUT
    if event.ours and event.at < until:
        return state, (Look(until - event.at),)
    # Where the manager has read it, some systems do not tell of further readers: take it as arrived.
    problem = None if state.shared else InsertionFailed("the window did not take it")
    return Over(), (Report(problem), GiveBack())
