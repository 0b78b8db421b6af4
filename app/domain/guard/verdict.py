"""What the guard says of a clean-up."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.styles import Check


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a clean-up is refused: one sentence for the user, with the words it is about on either side."""

    check: Check
    sentence: str
    spoken: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Accepted when there is no reason against it."""

    reasons: tuple[Reason, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the clean-up may be delivered."""
        return not self.reasons
