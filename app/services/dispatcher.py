"""Brings each event to those who asked for its kind, on the deciding thread.

After the handlers of one event, `settled` is called once: that is where the screen is drawn anew. A
handler that raises is a defect of Sayso's own; it is told, and the other handlers and events go on.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

logger = logging.getLogger(__name__)

Kind = TypeVar("Kind")


class Dispatcher:
    """A table from kinds of events to handlers.

    Args:
        settled: called after each event has been handled.
        on_error: gets what a handler raised.
    """

    def __init__(self, settled: Callable[[], None], on_error: Callable[[Exception], None]) -> None:
        self._handlers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)
        self._settled = settled
        self._on_error = on_error

    def on(self, kind: type[Kind], handler: Callable[[Kind], None]) -> None:
        """Call `handler` with every event of exactly this kind."""
        self._handlers[kind].append(handler)

    def dispatch(self, event: object) -> None:
        """Handle `event` now."""
        handlers = self._handlers.get(type(event))
        if handlers is None:
            logger.warning("nobody handles %s", type(event).__name__)
            return
        for handler in handlers:
            try:
                handler(event)
            except Exception as error:
                logger.exception("handling %s failed", type(event).__name__)
                self._on_error(error)
        self._settled()
