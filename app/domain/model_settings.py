"""What the user can set of the speech models as a collection: which are loaded ahead, for how long one that
nobody uses stays, and how much memory all of them may take.

As with `app.domain.settings`, a field that is out of range raises ValueError naming it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

MAX_IDLE_MINUTES: Final = 7 * 24 * 60
MAX_BUDGET_MEGABYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The speech models as the user wants them. Models are named as in `SpeechSettings.model`.

    Args:
        preload: those that are loaded ahead beside the one in use.
        idle_minutes: after so long without use a model is unloaded; 0 never does.
        memory_megabytes: what all models may take of the computer's memory; 0 leaves it to Sayso.
        card_megabytes: the same of the graphics card's.
        on_processor: those that compute on the processor whatever `SpeechSettings.device` says.
        on_card: those that compute on the graphics card in any case.
        folders: those of the user's own, which are listed with the others.
    """

    preload: tuple[str, ...] = ()
    idle_minutes: float = 30.0
    memory_megabytes: int = 0
    card_megabytes: int = 0
    on_processor: tuple[str, ...] = ()
    on_card: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.idle_minutes <= MAX_IDLE_MINUTES:
            raise ValueError(f"idle_minutes must be between 0 and {MAX_IDLE_MINUTES}")
        for name in ("memory_megabytes", "card_megabytes"):
            if not 0 <= getattr(self, name) <= MAX_BUDGET_MEGABYTES:
                raise ValueError(f"{name} must be between 0 and {MAX_BUDGET_MEGABYTES}")
        for name in ("preload", "on_processor", "on_card", "folders"):
            if not all(each.strip() for each in getattr(self, name)):
                raise ValueError(f"{name} must name models")

    def with_preload(self, model: str, *, wanted: bool) -> ModelSettings:
        """The same with `model` loaded ahead, or not loaded ahead, from now on."""
        if wanted == (model in self.preload):
            return self
        others = tuple(one for one in self.preload if one != model)
        return replace(self, preload=(*others, model) if wanted else others)
