"""What the guide shows of what it tries; speech models and language models tell of themselves elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.guide import Guide
from app.domain.microphone_report import MicrophoneReport
from app.domain.permissions import PermissionState
from app.domain.problems import Problem


class CheckStage(StrEnum):
    """How far the check of the microphone is."""

    IDLE = "idle"
    OPENING = "opening"
    LISTENING = "listening"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MicrophoneCheckView:
    """A check. `level_dbfs` is what is heard now, relative to full scale; None while nothing is.
    `seconds_left` is how long it still listens. `report` with DONE; `sentence` is why it FAILED, with the
    remedy."""

    stage: CheckStage = CheckStage.IDLE
    level_dbfs: float | None = None
    seconds_left: float = 0.0
    report: MicrophoneReport | None = None
    sentence: str = ""


class KeyStage(StrEnum):
    """What was seen of the talk key since it is looked for."""

    WAITING = "waiting"
    HELD = "held"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class KeyView:
    """The try of the talk key. `problem` is why it is not heard, or a key of the settings is not."""

    stage: KeyStage = KeyStage.WAITING
    problem: Problem | None = None


class TryStage(StrEnum):
    """How far the first dictation is."""

    WAITING = "waiting"
    UNDER_WAY = "under way"
    WORKED = "worked"
    NOTHING_HEARD = "nothing heard"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TryView:
    """The first dictation. `wait_seconds` from letting go to the text, None where not known. `sentence` is
    why it failed, with the remedy."""

    stage: TryStage = TryStage.WAITING
    text: str = field(default="", repr=False)
    wait_seconds: float | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class GuideView:
    """All of it. `permissions` are those of this system."""

    guide: Guide = field(default_factory=Guide)
    microphone: MicrophoneCheckView = MicrophoneCheckView()
    key: KeyView = KeyView()
    permissions: tuple[PermissionState, ...] = ()
    dictation: TryView = TryView()
