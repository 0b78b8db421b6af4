"""What the user is to see of a dictation that gets a new text, by another look at its sound or at its words.

The old text stays in use until the new one is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.problems import Problem
from app.services.view import Notice


class Choice(StrEnum):
    """Which text is to stay."""

    OLD = "old"
    NEW = "new"
    WHOLE = "whole"
    """All that the language model wrote, with what the guard refused of it."""


@dataclass(frozen=True, slots=True)
class CleanedAnew:
    """How the words are cleaned up once more, and what the guard says of it.

    Args:
        style: by its name; empty is the one of the settings.
        loading: the language model that is being loaded first, or empty.
        is_waiting: for a dictation, which goes first.
        written: what there is of it by now.
        reasons: why the guard refuses all or some of it, sentences.
        is_refused: all of it.
        whole: all that was written, where the guard refused some of it; else empty.
    """

    style: str = ""
    loading: str = ""
    is_waiting: bool = False
    written: str = field(default="", repr=False)
    reasons: tuple[str, ...] = field(default=(), repr=False)
    is_refused: bool = False
    whole: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AnewView:
    """Where it stands.

    Args:
        model: who writes; empty while that is the one in use.
        old: the text in use.
        new: None until it is written.
        cleaned: None where the sound is written down once more.
        trouble: why nothing came of it.
    """

    model: str = ""
    old: str = field(default="", repr=False)
    new: str | None = field(default=None, repr=False)
    cleaned: CleanedAnew | None = None
    trouble: Notice | None = None

    @property
    def is_busy(self) -> bool:
        """Whether more is to come."""
        return self.new is None and self.trouble is None


def trouble_of(problem: Problem, recording: str) -> Notice:
    """The notice of it, which stands in the place of the new text and not in the stack."""
    key = f"anew:{recording}"
    return Notice(key, problem.sentence, problem.remedy, problem.action, recording)
