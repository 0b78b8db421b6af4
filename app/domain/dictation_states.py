"""The states of a dictation, from the key to its end, and all dictations that are not over.

Values alone: what changes them is `app.domain.dictation`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.delivery_plan import AS_HEARD, Plan
from app.domain.enhancement import Enhanced
from app.domain.problems import Problem
from app.domain.transcript import NO_TEXT, LiveText, Transcript


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
class Enhancing:
    """Written down; the language model cleans it up before it is delivered. `written` is what it wrote so
    far."""

    id: int
    transcript: Transcript
    plan: Plan
    written: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Ended:
    """Over, and waiting for its turn to be delivered."""

    id: int
    outcome: Outcome


Dictation: TypeAlias = Opening | Listening | Finishing | Enhancing | Ended


# --- outcomes ---


@dataclass(frozen=True, slots=True)
class Spoken:
    """There is text; `enhanced` is what the language model made of it, None where it was not waited for."""

    transcript: Transcript
    plan: Plan = AS_HEARD
    enhanced: Enhanced | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """There is text, but the user does not want it at the cursor any more."""

    transcript: Transcript
    plan: Plan = AS_HEARD


@dataclass(frozen=True, slots=True)
class NothingHeard:
    """There was no speech, or only what was taken for invented (`transcript.suppressed`)."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Failure:
    """No text came of it; the recording is kept."""

    problem: Problem


Outcome: TypeAlias = Spoken | Withdrawn | NothingHeard | Failure


# --- all of them ---


@dataclass(frozen=True, slots=True)
class Enhancement:
    """A clean-up that no delivery waits for: its text is delivered as spoken already, or an old one.

    Args:
        id: of the dictation, or its own where it was asked for afterwards.
        written: what the model wrote so far.
        replaces: whether the text at the cursor is to be replaced by it.
    """

    id: int
    written: str = field(default="", repr=False)
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Dictations:
    """All dictations that are not over yet, in the order in which they began, and the clean-ups under way
    that no delivery waits for. Neither: Sayso is idle."""

    ongoing: tuple[Dictation, ...] = ()
    enhancements: tuple[Enhancement, ...] = ()
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

    @property
    def enhancing(self) -> tuple[Enhancing, ...]:
        """Those that are being cleaned up before their delivery, oldest first."""
        return tuple(one for one in self.ongoing if isinstance(one, Enhancing))

    def find(self, id: int) -> Dictation | None:
        """The dictation `id`, unless it is over."""
        return next((one for one in self.ongoing if one.id == id), None)

    def enhancement(self, id: int) -> Enhancement | None:
        """The clean-up `id` that no delivery waits for, while it is under way."""
        return next((one for one in self.enhancements if one.id == id), None)
