"""What becomes of a text once it is written down: as it was spoken, cleaned up, or one after the other.

Decided once for each dictation, when its last word is decoded, from the settings in force then. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.domain.enhancement_policy import Rule, Skipped, decide, short_name, skipped_for
from app.domain.enhancement_settings import EnhancementSettings, InsertedText
from app.domain.tidy import tidy
from app.domain.tidy_settings import TidySettings
from app.domain.transcript import Transcript


class Way(StrEnum):
    """What the cursor gets, and when."""

    SPOKEN = "spoken"
    ENHANCED = "enhanced"
    SPOKEN_FIRST = "spoken first"
    REPLACED = "replaced"

    @property
    def asks_writer(self) -> bool:
        """Whether the language model gets the text."""
        return self is not Way.SPOKEN


@dataclass(frozen=True, slots=True)
class Plan:
    """How one text is delivered.

    Args:
        way: SPOKEN: as it was spoken, and that is all. ENHANCED: cleaned up, for which it waits.
            SPOKEN_FIRST: as spoken at once; the clean-up is shown beside it. REPLACED: as spoken at once, and
            the clean-up takes its place at the cursor.
        spoken: the text as spoken, tidied; empty is exactly as it was heard.
        skipped: why the language model does not get it, a sentence for the user; empty where it does, or
            where that needs no telling.
    """

    way: Way = Way.SPOKEN
    spoken: str = field(default="", repr=False)
    skipped: str = ""


AS_HEARD: Final = Plan()
"""Nothing is done to it."""

_WAYS: Final = {
    InsertedText.ENHANCED: Way.ENHANCED,
    InsertedText.SPOKEN: Way.SPOKEN_FIRST,
    InsertedText.REPLACED: Way.REPLACED,
}


def plan_for(transcript: Transcript, tidying: TidySettings, enhancement: EnhancementSettings) -> Plan:
    """What becomes of `transcript`."""
    spoken = tidy(transcript.text, transcript.language, tidying.options)
    decision = decide(
        transcript.text,
        transcript.language,
        transcript.model,
        switched_on=enhancement.enabled,
        rules=rules_of(enhancement),
    )
    if decision.enhance:
        return Plan(_WAYS[enhancement.insert], spoken)
    # Who has switched it off need not be told after each text.
    return Plan(spoken=spoken, skipped="" if decision.skipped is Skipped.SWITCHED_OFF else decision.sentence)


def may_enhance(model: str, enhancement: EnhancementSettings) -> bool:
    """Whether the language model will get what the speech model `model` writes, if it is not too short."""
    rules = rules_of(enhancement)
    return skipped_for(model, switched_on=enhancement.enabled, rules=rules) is None


def rules_of(enhancement: EnhancementSettings) -> dict[str, Rule]:
    """What the user wants for single speech models, by the name that they are chosen by and by the one that
    their transcripts bear."""
    always = dict.fromkeys(_both_names(enhancement.always), Rule.ALWAYS)
    return always | dict.fromkeys(_both_names(enhancement.never), Rule.NEVER)


def _both_names(models: Iterable[str]) -> set[str]:
    return {name for model in models for name in (model, short_name(model))}
