"""Where a text goes: the foreign window that has the focus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """The foreign window that has the focus. `id` compares equal while it is the same one."""

    id: str
    name: str
    is_terminal: bool = False
    is_own: bool = False
