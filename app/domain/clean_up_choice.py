"""Whether dictations are cleaned up, as one choice of three that suits a menu. Pure: new settings come back.

The settings have a switch, and a rule for each speech model; here both are asked, and set, for the one
in use.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from app.domain.settings import Settings


class CleanUpChoice(StrEnum):
    """What becomes of the texts of the speech model in use."""

    ALWAYS = "always"
    BY_MODEL = "by model"
    """As the model needs it (`app.domain.enhancement_policy`)."""
    OFF = "off"


def clean_up_choice(settings: Settings) -> CleanUpChoice:
    """What holds for the speech model in use."""
    part, model = settings.enhancement, settings.speech.model
    if not part.enabled or model in part.never:
        return CleanUpChoice.OFF
    return CleanUpChoice.ALWAYS if model in part.always else CleanUpChoice.BY_MODEL


def with_clean_up(settings: Settings, choice: CleanUpChoice) -> Settings:
    """Have it so. OFF switches it off for every model and leaves their rules; the other two switch it on,
    and change the rule of the model in use alone."""
    part, model = settings.enhancement, settings.speech.model
    if choice is CleanUpChoice.OFF:
        return replace(settings, enhancement=replace(part, enabled=False))
    always = tuple(name for name in part.always if name != model)
    if choice is CleanUpChoice.ALWAYS:
        always = part.always if model in part.always else (*part.always, model)
    never = tuple(name for name in part.never if name != model)
    return replace(settings, enhancement=replace(part, enabled=True, always=always, never=never))
