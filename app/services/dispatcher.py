"""Brings each event to those who asked for its kind, on the deciding thread.

After the handlers of one event comes what is to be done after each: that is where the screen is drawn anew.
Events that come before those who handle them are there can be kept (`hold`, `go_on`).
A handler that raises is a defect of Sayso's own; it is told, and the other handlers and events go on.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from app.domain.texts import shown

logger = logging.getLogger(__name__)

Kind = TypeVar("Kind")


class Dispatcher:
    """A table from kinds of events to handlers.

    Args:
        on_error: gets what a handler raised.
    """

    def __init__(self, on_error: Callable[[Exception], None]) -> None:
        self._handlers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)
        self._afterwards: list[Callable[[], None]] = []
        self._on_error = on_error
        self._kept: list[object] | None = None

    def on(self, kind: type[Kind], handler: Callable[[Kind], None]) -> None:
        """Call `handler` with every event of exactly this kind."""
        self._handlers[kind].append(handler)

    def afterwards(self, act: Callable[[], None]) -> None:
        """Call `act` after each event that somebody has handled."""
        self._afterwards.append(act)

    def hold(self) -> None:
        """Keep events from now on."""
        self._kept = []

    def go_on(self) -> None:
        """Handle those that were kept, in order, and all others as they come."""
        kept, self._kept = self._kept or [], None
        for event in kept:
            self.dispatch(event)

    def dispatch(self, event: object) -> None:
        """Handle `event` now, or keep it."""
        if self._kept is not None:
            self._kept.append(event)
            return
        handlers = self._handlers.get(type(event))
        if handlers is None:
            logger.warning("nobody handles %s", type(event).__name__)
            return
        for handler in handlers:
            self._guarded(partial(handler, event), type(event).__name__)
        for act in self._afterwards:
            self._guarded(act, shown("what follows an event"))

    def _guarded(self, act: Callable[[], None], what: str) -> None:
        try:
            act()
        except Exception as error:  # the other handlers are called all the same
            logger.exception("handling %s failed", what)
            self._on_error(error)
