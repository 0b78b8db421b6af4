"""Shows the newest of what is told, once whoever tells pauses for breath.

Problem: hundreds of files that are answered from the cache change their queue hundreds of times a second, and
    each is a layout. What the user has pressed would wait behind pictures that nobody sees.
Rule: of all that comes within one turn of the event loop, the last is shown, at the end of that turn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer

Told = TypeVar("Told")


class Newest(Generic[Told]):
    """Belongs to the GUI thread. `show` gets the newest."""

    def __init__(self, show: Callable[[Told], None]) -> None:
        self._show = show
        self._waiting: list[Told] = []

    def __call__(self, told: Told) -> None:
        """This is newer than all before."""
        if not self._waiting:
            QTimer.singleShot(0, self._do)
        self._waiting[:] = [told]

    def _do(self) -> None:
        told, self._waiting = self._waiting[-1], []
        self._show(told)
