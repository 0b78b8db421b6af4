"""What is done to a text that is tidied: values, apart from `app.domain.tidy` and its rules for languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that are always written another way: "sayso" as "Sayso", "my address" as a whole address.

    Whole words only, in any case. Where `written` has no capital of its own it takes the case of what was
    said.
    """

    spoken: str
    written: str

    def __post_init__(self) -> None:
        if not self.spoken.split():
            raise ValueError("spoken is empty")


@dataclass(frozen=True, slots=True)
class TidyOptions:
    """What is done."""

    fillers: bool = True
    stutters: bool = True
    capitals: bool = True
    spoken_punctuation: bool = False
    replacements: tuple[Replacement, ...] = ()
