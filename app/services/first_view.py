"""What the window shows before anything stands behind it: what the settings alone say."""

from __future__ import annotations

import sys

from app.domain.keys import Chord
from app.domain.problems import HotkeyProblem
from app.domain.settings import Settings
from app.services.view import ViewState


def first_view(settings: Settings) -> ViewState:
    """The key, and whether the microphone will be open before it."""
    return ViewState(
        hotkey=key_label(settings.hotkeys.talk),
        hotkey_mode=settings.hotkeys.mode,
        pre_roll=settings.microphone.pre_roll_seconds > 0,
    )


def key_label(talk: str) -> str:
    """The key as the user reads it on this system; what cannot be a key as it is written."""
    try:
        return Chord.parse(talk).label(sys.platform)
    except HotkeyProblem:
        return talk
