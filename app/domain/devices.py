"""Microphones as the user knows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone as the user knows it; `name` is what the settings remember."""

    name: str
    label: str
    is_default: bool = False
