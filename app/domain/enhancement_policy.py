"""Whether a dictation is cleaned up by the language model, and what is said when it is not.

The small speech models mishear and punctuate poorly, so their text is cleaned up; medium and larger ones
write well enough to save the wait. The rule can be set for each model. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.tidy import without_fillers

LEAST_WORDS: Final = 3
LEAST_CHARACTERS: Final = 5
"""Of a text without spaces, as Chinese has none."""
_INACCURATE: Final = frozenset(("tiny", "base", "small"))
_ACCURATE: Final = frozenset(("medium", "large", "turbo"))


class Rule(StrEnum):
    """What the user wants for a speech model."""

    AUTOMATIC = "automatic"
    ALWAYS = "always"
    NEVER = "never"


class Skipped(StrEnum):
    """Why a dictation is not cleaned up."""

    SWITCHED_OFF = "switched off"
    NEVER = "never"
    ACCURATE_ENOUGH = "accurate enough"
    TOO_SHORT = "too short"
    NOTHING_SAID = "nothing said"


@dataclass(frozen=True, slots=True)
class Decision:
    """`skipped` is None when the text is to be cleaned up. `sentence` says why not, for the user."""

    skipped: Skipped | None = None
    sentence: str = ""

    @property
    def enhance(self) -> bool:
        """Whether the language model gets the text."""
        return self.skipped is None

    @property
    def can_enhance_now(self) -> bool:
        """Whether it makes sense to offer the clean-up all the same."""
        return self.skipped not in (None, Skipped.NOTHING_SAID)


def decide(
    text: str, language: str, model: str, *, switched_on: bool = True, rules: Mapping[str, Rule] | None = None
) -> Decision:
    """What is done with `text`, which `model` wrote down.

    Args:
        language: a Whisper code, or empty.
        model: a name of the catalogue, or the folder of a model.
        rules: by model; those not named are automatic.
    """
    words = re.findall(r"[^\W_]+", without_fillers(text, language))
    if not words:
        return _skip(Skipped.NOTHING_SAID, model)
    if why := skipped_for(model, switched_on=switched_on, rules=rules):
        return _skip(why, model)
    characters = sum(map(len, words))
    dense = not any(word.isascii() for word in words) and characters >= LEAST_CHARACTERS
    if len(words) < LEAST_WORDS and not dense:
        return _skip(Skipped.TOO_SHORT, model)
    return Decision()


def skipped_for(
    model: str, *, switched_on: bool = True, rules: Mapping[str, Rule] | None = None
) -> Skipped | None:
    """Why nothing that `model` writes is cleaned up, whatever it is; None where it depends on the text."""
    if not switched_on:
        return Skipped.SWITCHED_OFF
    rule = (rules or {}).get(model, Rule.AUTOMATIC)
    if rule is Rule.NEVER:
        return Skipped.NEVER
    if rule is Rule.AUTOMATIC and is_accurate(model):
        return Skipped.ACCURATE_ENOUGH
    return None


def is_accurate(model: str) -> bool:
    """Whether the speech model is known to write well without help. A folder is judged by its name."""
    name = short_name(model).casefold()
    parts = set(re.split(r"[^a-z0-9]+", name))
    return bool(parts & _ACCURATE) and not parts & _INACCURATE


def short_name(model: str) -> str:
    """A speech model as its transcripts name it: the last part of a folder."""
    return re.split(r"[/\\]", model.rstrip("/\\"))[-1]


def _skip(why: Skipped, model: str) -> Decision:
    name = short_name(model)
    sentences = {
        Skipped.SWITCHED_OFF: "Clean-up is switched off.",
        Skipped.NEVER: f"Clean-up is switched off for {name}.",
        Skipped.ACCURATE_ENOUGH: f"Not cleaned up: {name} writes well enough without it.",
        Skipped.TOO_SHORT: "Not cleaned up: too short to need it.",
        Skipped.NOTHING_SAID: "No words to clean up.",
    }
    return Decision(why, sentences[why])
