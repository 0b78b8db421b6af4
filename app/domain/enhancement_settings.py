"""What the user can set of the clean-up by a language model, as one frozen value, checked when it is built.

As with `app.domain.settings`, a field that is out of range raises ValueError naming it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.problems import WriterHostInvalid
from app.domain.styles import MAX_INSTRUCTION
from app.domain.writer_host import DEFAULT_HOST, checked_host

DEFAULT_MODEL: Final = "mistral:7b-instruct"
MAX_TEMPERATURE: Final = 2.0
MAX_KEEP_ALIVE_MINUTES: Final = 7 * 24 * 60
MAX_TERM: Final = 100


class InsertedText(StrEnum):
    """What goes to the cursor of a dictation that is cleaned up."""

    ENHANCED = "enhanced"
    SPOKEN = "spoken"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class EnhancementSettings:
    """Clean-up as the user wants it.

    Args:
        enabled: whether dictations are cleaned up of themselves; asking for it works always.
        insert: ENHANCED waits for the clean-up; SPOKEN and REPLACED insert the spoken text at once, and the
            latter replaces it afterwards.
        always: speech models whose text is cleaned up in any case, by name.
        never: those whose text never is; the others as `app.domain.enhancement_policy` decides.
        host: Ollama's address.
        model: its name with the tag.
        style: by its name; empty is the first.
        temperature: 0 always takes the likeliest token.
        keep_alive_minutes: that the model stays loaded afterwards; -1 for ever, 0 not at all.
        pieces: clean up while the user is still speaking.
        yields_to_speech: with the model on the processor, warming and pieces wait for the recognizer.
        unload_at_exit: free the model's memory when Sayso ends.
        vocabulary: names and terms to spell as here.
        own_style: the instruction of the style "own"; empty leaves it as it comes.
    """

    enabled: bool = True
    insert: InsertedText = InsertedText.ENHANCED
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    host: str = DEFAULT_HOST
    model: str = DEFAULT_MODEL
    style: str = ""
    temperature: float = 0.3
    keep_alive_minutes: float = 30.0
    pieces: bool = True
    yields_to_speech: bool = True
    unload_at_exit: bool = False
    vocabulary: tuple[str, ...] = ()
    own_style: str = ""

    def __post_init__(self) -> None:
        try:
            checked_host(self.host)
        except WriterHostInvalid as problem:
            raise ValueError(f"host must be an address as {DEFAULT_HOST}") from problem
        if not self.model.strip():
            raise ValueError("model must name a model")
        if not 0.0 <= self.temperature <= MAX_TEMPERATURE:
            raise ValueError(f"temperature must be between 0 and {MAX_TEMPERATURE:g}")
        kept = self.keep_alive_minutes
        if kept != -1 and not 0 <= kept <= MAX_KEEP_ALIVE_MINUTES:
            raise ValueError(f"keep_alive_minutes must be -1 or between 0 and {MAX_KEEP_ALIVE_MINUTES}")
        if not all(0 < len(term.strip()) <= MAX_TERM for term in self.vocabulary):
            raise ValueError(f"vocabulary must hold terms of 1 to {MAX_TERM} characters")
        if len(self.own_style) > MAX_INSTRUCTION:
            raise ValueError(f"own_style must have at most {MAX_INSTRUCTION} characters")

    @property
    def keep_alive_seconds(self) -> float:
        """For a request; negative for ever."""
        return self.keep_alive_minutes * 60
