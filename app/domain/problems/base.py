"""What every problem is."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a button beside a problem can do about it."""

    OPEN_SETTINGS = "open settings"
    OPEN_MODELS = "open models"
    OPEN_PRIVACY = "open privacy"
    CHOOSE_MICROPHONE = "choose microphone"
    TRY_AGAIN = "try again"
    INSERT_AGAIN = "insert again"
    COPY = "copy"
    TRANSCRIBE_AGAIN = "transcribe again"
    RECOVER = "recover"
    SHOW_SUPPRESSED = "show suppressed"
    ENHANCE_AGAIN = "enhance again"
    GET_WRITER = "get writer"
    HEAR_KEYS = "hear keys"


class Problem(Exception):
    """One clear sentence and a remedy.

    Args:
        sentence: what happened, in the user's terms, ending with a full stop.
        remedy: what to do about it, one sentence; empty only where there is nothing to do.
        action: what a button may offer to do.
        detail: for the log alone; never what was said.
    """

    def __init__(
        self, sentence: str, remedy: str = "", *, action: Action | None = None, detail: str = ""
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy
        self.action = action
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()
