"""What happens to dictations, and what is to be done about it.

Events are what `app.domain.dictation.step` is told, effects what it answers with. An event says what is
wanted or what has become of something, never which key or which thread it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.delivery_plan import AS_HEARD, Plan
from app.domain.dictation_states import Failure, NothingHeard
from app.domain.enhancement import Enhanced, EnhancementEvent
from app.domain.problems import Problem
from app.domain.transcript import LiveText, Transcript

# --- what the user wants ---


@dataclass(frozen=True, slots=True)
class StartRequested:
    """Somebody wants to dictate: key, button, tray or command line. `raw` asks for the text exactly as it is
    heard, without any clean-up."""

    raw: bool = False


@dataclass(frozen=True, slots=True)
class StopRequested:
    """The dictation being captured is complete."""


@dataclass(frozen=True, slots=True)
class CancelRequested:
    """Forget the dictation being captured, or else the newest that is still being written; one that is
    written down and being cleaned up is kept, but not for the cursor."""


@dataclass(frozen=True, slots=True)
class StopEnhancingRequested:
    """Wait for the clean-up `id` no more; the spoken text stands. None: one that holds up a text, the newest
    first, or else the newest beside a text that is delivered."""

    id: int | None = None


@dataclass(frozen=True, slots=True)
class EnhanceRequested:
    """Clean a text up that is delivered already or was kept: again, or because it was skipped.

    Args:
        recording: the dictation it is from.
        heard: the text as it was heard.
        language: its Whisper code, or empty.
        style: by its name; empty is the one of the settings.
    """

    recording: str
    heard: str = field(repr=False)
    language: str = ""
    style: str = ""


# --- what became of it ---


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
    """All that was captured is decoded. `plan` says what becomes of the text."""

    id: int
    transcript: Transcript
    plan: Plan = AS_HEARD


@dataclass(frozen=True, slots=True)
class PatienceEnded:
    """A later dictation has waited long enough for the clean-up of `id`."""

    id: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that the dictation needs has failed."""

    id: int
    problem: Problem


Event: TypeAlias = (
    StartRequested
    | StopRequested
    | CancelRequested
    | StopEnhancingRequested
    | EnhanceRequested
    | CaptureOpened
    | TextHeard
    | SpeechEnded
    | PatienceEnded
    | Failed
    | EnhancementEvent
)


# --- effects ---


@dataclass(frozen=True, slots=True)
class StartCapture:
    """Open the microphone; its sound goes to the journal and to the recognizer."""

    id: int
    raw: bool = False


@dataclass(frozen=True, slots=True)
class StopCapture:
    """Hear the tail, close the microphone, and let the recognizer finish. Harmless when it has closed."""

    id: int


@dataclass(frozen=True, slots=True)
class Abandon:
    """Close the microphone at once, drop sound and text."""

    id: int


@dataclass(frozen=True, slots=True)
class Enhance:
    """Give the text to the language model; the answer is an EnhancementEvent."""

    id: int
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class EnhanceAgain:
    """The same for a text of the past, under the new `id`."""

    id: int
    request: EnhanceRequested


@dataclass(frozen=True, slots=True)
class StopEnhancing:
    """The clean-up is wanted no more."""

    id: int


@dataclass(frozen=True, slots=True)
class Hurry:
    """A later text waits for the clean-up of `id`: say PatienceEnded when it has waited long enough."""

    id: int


@dataclass(frozen=True, slots=True)
class Deliver:
    """Text for the history first, the cursor second, the screen third."""

    id: int
    transcript: Transcript
    plan: Plan = AS_HEARD
    enhanced: Enhanced | None = None


@dataclass(frozen=True, slots=True)
class Shelve:
    """Text for the history and the screen, not for the cursor."""

    id: int
    transcript: Transcript
    plan: Plan = AS_HEARD


@dataclass(frozen=True, slots=True)
class Offer:
    """The clean-up of a text that is delivered already: for the history and the screen, and for the cursor
    where it `replaces` the spoken text there."""

    id: int
    enhanced: Enhanced
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """No clean-up comes of `id` after all; the text stays as it is."""

    id: int


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


Effect: TypeAlias = (
    StartCapture
    | StopCapture
    | Abandon
    | Enhance
    | EnhanceAgain
    | StopEnhancing
    | Hurry
    | Deliver
    | Shelve
    | Offer
    | Drop
    | Keep
    | Tell
)
