"""What the user is to see of a dictation that is written down once more."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AnewView:
    """`model` is empty while the one in use writes; `new` is None until it is written."""

    model: str
    old: str = field(default="", repr=False)
    new: str | None = field(default=None, repr=False)
