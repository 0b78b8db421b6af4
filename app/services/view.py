"""What the windows show: the screen is a function of this one value.

`ViewState` is built by the controllers after every event and handed to window, tray and (later) overlay
alike. The level of the microphone moves too often for that and goes its own way (`show_level`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.history import Fate, Version
from app.domain.problems import Action
from app.domain.settings import InsertionWay
from app.domain.transcript import NO_TEXT, LiveText


class Phase(StrEnum):
    """What Sayso is doing, as the state line says it."""

    IDLE = "idle"
    OPENING = "opening"
    LISTENING = "listening"
    WRITING = "writing"
    ENHANCING = "enhancing"


class Readiness(StrEnum):
    """Whether the speech model can be used."""

    LOADING = "loading"
    TRYING = "trying the graphics card"
    """It is being loaded, and its device is tried first: some seconds, minutes with a card that hangs."""
    READY = "ready"
    UNLOADED = "unloaded"
    """For want of use or of room: it is loaded again while the first words are spoken."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line above the pane. `key` names it, so that the same notice is not stacked twice;
    `subject` is what its button acts on (a recording's name), or empty."""

    key: str
    sentence: str
    remedy: str = ""
    action: Action | None = None
    subject: str = ""
    is_trouble: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was done with the last text. `way` None: it waits in the pane; `wait` is the seconds from release
    to text. A `fate` other than WRITTEN says that there was no text to deliver."""

    fate: Fate
    way: InsertionWay | None = None
    target: str = ""
    wait: float | None = None


class CleanUpStage(StrEnum):
    """How far the clean-up of the text in view is."""

    NONE = "none"
    SKIPPED = "skipped"
    WRITING = "writing"
    DONE = "done"
    PARTLY = "partly"
    REFUSED = "refused"
    OVERRULED = "overruled"


@dataclass(frozen=True, slots=True)
class CleanUpView:
    """The clean-up of the text in view: of the dictation that waits for it, or of the last one.

    Args:
        spoken: the text as spoken, tidied.
        enhanced: what the language model has written; grows in the stage WRITING.
        version: which of the two is in use. With WRITING, SPOKEN means that nothing waits for it.
        loading: the language model that is being loaded first, or empty.
        remark: why it was skipped, or refused; sentences.
        style: its name, or empty for that of the settings.
        writer: the language model that wrote.
        gpu_share: of it, 0 to 1; None where not known.
    """

    stage: CleanUpStage = CleanUpStage.NONE
    spoken: str = field(default="", repr=False)
    enhanced: str = field(default="", repr=False)
    version: Version = Version.SPOKEN
    loading: str = ""
    remark: str = ""
    style: str = ""
    writer: str = ""
    first_token_seconds: float | None = None
    tokens_per_second: float | None = None
    gpu_share: float | None = None


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything a window needs to draw itself.

    `live` is the text of the dictation going on; `text` that of the last finished one. `delivery` says
    what was done with it. `unfinished` counts dictations still being written while another one listens.
    `key_paused`: the keys are other programs' for now. `pre_roll` is True while the microphone is open
    before the key.
    """

    phase: Phase = Phase.IDLE
    live: LiveText = NO_TEXT
    text: str = ""
    delivery: Delivery | None = None
    clean_up: CleanUpView = CleanUpView()
    has_suppressed: bool = False
    unfinished: int = 0
    microphone: str = ""
    model: str = ""
    readiness: Readiness = Readiness.LOADING
    engine: str = ""
    hotkey: str = ""
    hotkey_mode: str = ""
    hotkey_backend: str = ""
    hotkey_hint: str = ""
    key_paused: bool = False
    pre_roll: bool = False
    notices: tuple[Notice, ...] = ()
