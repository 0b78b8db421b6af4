"""Takes new settings: gives each service the part it needs, when that part has changed, and saves the whole.

What cannot be saved holds all the same until Sayso ends; the reason is told by whoever saves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from app.domain.settings import Settings

Part = TypeVar("Part")
Applier: TypeAlias = Callable[[Settings, Settings], None]


def part(of: Callable[[Settings], Part], apply: Callable[[Part], None]) -> Applier:
    """Gives `apply` the part that `of` picks, when it differs between the old and the new settings."""

    def applier(old: Settings, new: Settings) -> None:
        if of(old) != of(new):
            apply(of(new))

    return applier


class SettingsController:
    """The settings in force.

    Args:
        settings: as loaded; the services have them already.
        appliers: who gets what, in this order.
        save: writes them down; returns at once.
    """

    def __init__(
        self, settings: Settings, appliers: Sequence[Applier], save: Callable[[Settings], None]
    ) -> None:
        self.current = settings
        self._appliers = list(appliers)
        self._save = save

    def follow(self, applier: Applier) -> None:
        """One more who gets new settings, after the others."""
        self._appliers.append(applier)

    def keep(self) -> None:
        """Write down those in force, though nothing has changed."""
        self._save(self.current)

    def accept(self, new: Settings) -> None:
        """Use `new` from now on."""
        old, self.current = self.current, new
        if new == old:
            return
        for apply in self._appliers:
            apply(old, new)
        self._save(new)
