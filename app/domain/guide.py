"""The guide of the first start: which step it is at, and which are passed, put off, or open.

`step(guide, event) -> (guide, effects)` is pure and total, as that of the dictations is. What a step shows
and tries is others' business; here is only the way through.

Rules it keeps:
- Each step can be put off, and each be gone to at any time, forward or back.
- What proves to work passes its step at once, but the user goes on from there: he is to see that it does.
- The guide goes on to the next step that is not passed; behind the last one it is over, whatever was put off.
- Whoever closes it has seen it: it opens by itself once, and goes on where it was when the program was
  ended within it.
- Between `Enter` of a step and `Leave` of it no other is entered; out of sight, no step is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias, assert_never


class GuideStep(StrEnum):
    """The steps in their order."""

    MICROPHONE = "microphone"
    KEY = "key"
    MODEL = "model"
    CLEAN_UP = "clean-up"
    PERMISSIONS = "permissions"
    DICTATION = "dictation"


class StepState(StrEnum):
    """What became of a step."""

    OPEN = "open"
    PASSED = "passed"
    LATER = "later"


EVERYWHERE: Final = tuple(one for one in GuideStep if one is not GuideStep.PERMISSIONS)
"""The steps on a system that gives no permissions."""


@dataclass(frozen=True, slots=True)
class Guide:
    """`steps` are those that this system has. `is_open`: it has been begun and not ended. `is_seen`: its
    place in the window is in view."""

    steps: tuple[GuideStep, ...] = EVERYWHERE
    at: GuideStep = GuideStep.MICROPHONE
    passed: frozenset[GuideStep] = frozenset()
    later: frozenset[GuideStep] = frozenset()
    is_open: bool = False
    is_seen: bool = False

    def state_of(self, step: GuideStep) -> StepState:
        """What became of `step`."""
        if step in self.passed:
            return StepState.PASSED
        return StepState.LATER if step in self.later else StepState.OPEN

    @property
    def has_proved(self) -> bool:
        """Whether a dictation has worked: there is no need of it any more."""
        return GuideStep.DICTATION in self.passed

    @property
    def entered(self) -> GuideStep | None:
        """The step that is at work now."""
        return self.at if self.is_open and self.is_seen else None


# --- events ---


@dataclass(frozen=True, slots=True)
class GuideSeen:
    """Its place came into view, which begins it where it had ended; or went out of it."""

    is_seen: bool


@dataclass(frozen=True, slots=True)
class StepProved:
    """What `step` is about was seen to work."""

    step: GuideStep


@dataclass(frozen=True, slots=True)
class StepPassed:
    """The user is content with the step he is at, and goes on."""


@dataclass(frozen=True, slots=True)
class StepPutOff:
    """He leaves the step he is at for later, and goes on."""


@dataclass(frozen=True, slots=True)
class StepChosen:
    """He goes to `step`."""

    step: GuideStep


@dataclass(frozen=True, slots=True)
class PermissionsFound:
    """Whether this system has permissions to give."""

    are_there: bool


@dataclass(frozen=True, slots=True)
class GuideClosed:
    """The user closes it before its end."""


Event: TypeAlias = (
    GuideSeen | StepProved | StepPassed | StepPutOff | StepChosen | PermissionsFound | GuideClosed
)


# --- effects ---


@dataclass(frozen=True, slots=True)
class Enter:
    """`step` is in view: what it shows and tries begins."""

    step: GuideStep


@dataclass(frozen=True, slots=True)
class Leave:
    """It is not any more: what it tries ends."""

    step: GuideStep


@dataclass(frozen=True, slots=True)
class Keep:
    """The states of the steps are to be kept, for the next start."""


@dataclass(frozen=True, slots=True)
class Finish:
    """It is over, and does not open by itself any more."""


Effect: TypeAlias = Enter | Leave | Keep | Finish
Step: TypeAlias = tuple[Guide, tuple[Effect, ...]]


def step(guide: Guide, event: Event) -> Step:
    """What `event` makes of `guide`, and what is to be done about it, in that order."""
    after, is_over = _step(guide, event)
    effects: list[Effect] = []
    if guide.entered is not after.entered:
        effects += [Leave(guide.entered)] if guide.entered is not None else []
    if (after.passed, after.later) != (guide.passed, guide.later):
        effects.append(Keep())
    effects += [Finish()] if is_over else []
    if after.entered is not None and after.entered is not guide.entered:
        effects.append(Enter(after.entered))
    return after, tuple(effects)


def _step(guide: Guide, event: Event) -> tuple[Guide, bool]:
    """The guide afterwards, and whether that was its end."""
    match event:
        case GuideSeen(is_seen):
            return replace(_begin(guide) if is_seen else guide, is_seen=is_seen), False
        case PermissionsFound(are_there):
            return _with_permissions(guide, are_there), False
        case _ if not guide.is_open:
            # A late answer, or a wish that crossed its end.
            return guide, False
        case StepProved(proved):
            return _pass(guide, proved), False
        case StepPassed():
            return _go_on(_pass(guide, guide.at))
        case StepPutOff():
            later = guide.later if guide.at in guide.passed else guide.later | {guide.at}
            return _go_on(replace(guide, later=later))
        case StepChosen(chosen):
            return replace(guide, at=chosen if chosen in guide.steps else guide.at), False
        case GuideClosed():
            return replace(guide, is_open=False), True
        case _:
            assert_never(event)


def _begin(guide: Guide) -> Guide:
    """At the first step that is open; where none is, all of them are again. One that is begun stays."""
    if guide.is_open:
        return guide
    is_open = [one for one in guide.steps if guide.state_of(one) is StepState.OPEN]
    if not is_open:
        return replace(guide, is_open=True, at=guide.steps[0], passed=frozenset(), later=frozenset())
    return replace(guide, is_open=True, at=is_open[0])


def _pass(guide: Guide, passed: GuideStep) -> Guide:
    if passed not in guide.steps:
        return guide
    return replace(guide, passed=guide.passed | {passed}, later=guide.later - {passed})


def _next(guide: Guide) -> GuideStep | None:
    """The step behind the present one that is not passed."""
    behind = guide.steps[guide.steps.index(guide.at) + 1 :]
    return next((one for one in behind if one not in guide.passed), None)


def _go_on(guide: Guide) -> tuple[Guide, bool]:
    following = _next(guide)
    if following is None:
        return replace(guide, is_open=False), True
    return replace(guide, at=following), False


def _with_permissions(guide: Guide, are_there: bool) -> Guide:
    steps = tuple(GuideStep) if are_there else EVERYWHERE
    at = guide.at if guide.at in steps else GuideStep.DICTATION
    return replace(guide, steps=steps, at=at)


# --- what is kept ---


def kept_words(guide: Guide) -> tuple[str, ...]:
    """The states of the steps as plain texts, "key passed"; open ones are left out."""
    states = ((one, guide.state_of(one)) for one in GuideStep)
    return tuple(f"{one} {state}" for one, state in states if state is not StepState.OPEN)


def kept_guide(words: Iterable[str]) -> Guide:
    """The guide that `words` tell of. What is no step or no state is passed over: the file is the user's."""
    found: dict[StepState, set[GuideStep]] = {state: set() for state in StepState}
    for each in words:
        name, _, state = each.partition(" ")
        if name in set(GuideStep) and state in set(StepState):
            found[StepState(state)].add(GuideStep(name))
    passed = frozenset(found[StepState.PASSED])
    return Guide(passed=passed, later=frozenset(found[StepState.LATER]) - passed)
