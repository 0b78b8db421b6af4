"""What the window shows of trying a speech model out: seconds of speech, and what the model makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TrialStage(StrEnum):
    """How far a trial is."""

    IDLE = "idle"
    LISTENING = "listening"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TrialView:
    """One trial. `model` is a name of the catalogue or a folder, empty while there is none.

    `seconds_left` is how long it still listens. `level_dbfs` is that of the microphone, relative to full
    scale; None while nothing is heard. `text` is what the model wrote, and `seconds` how long that took it;
    `sentence` is what there is to say of it, such as why it failed.
    """

    model: str = ""
    stage: TrialStage = TrialStage.IDLE
    seconds_left: float = 0.0
    level_dbfs: float | None = None
    text: str = field(default="", repr=False)
    seconds: float = 0.0
    sentence: str = ""
