"""Carries events and tasks from any thread to the GUI thread, in order and without blocking either.

One queued Qt signal wakes the GUI however many events wait, and all that wait are handled in that one turn.
A task that raises is told to `on_error`; the events behind it are handled all the same.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

logger = logging.getLogger(__name__)


class EventPump(QObject):
    """`post` and the GUI thread's own inbox. Made on the GUI thread.

    Args:
        handle: gets each posted event on the GUI thread.
        on_error: gets what a task raised.
    """

    _arrived = Signal()

    def __init__(self, handle: Callable[[object], None], on_error: Callable[[Exception], None]) -> None:
        super().__init__()
        self._on_error = on_error
        self._handle = handle
        self._tasks: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._is_awake = False
        self._is_closed = False
        self._arrived.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def post(self, event: object) -> None:
        """Hand `event` to the GUI thread; from any thread."""
        self.call(lambda: self._handle(event))

    def call(self, task: Callable[[], None]) -> None:
        """Do `task` on the GUI thread after all that was put in before; from any thread."""
        with self._lock:
            if self._is_closed:
                return
            self._tasks.append(task)
            if self._is_awake:
                return
            self._is_awake = True
        self._arrived.emit()

    def call_later(self, delay: float, task: Callable[[], None]) -> None:
        """Do `task` on the GUI thread no sooner than `delay` seconds from now; from any thread."""
        milliseconds = max(0, round(delay * 1000))

        def due() -> None:
            self._do(task)

        # Qt keeps a plain function alive, but not the object behind a bound method.
        self.call(lambda: QTimer.singleShot(milliseconds, self, due))

    def close(self) -> None:
        """Nothing is carried from now on; workers that still post are not disturbed."""
        with self._lock:
            self._is_closed = True
            self._tasks.clear()

    def _drain(self) -> None:
        with self._lock:
            tasks, self._tasks = self._tasks, deque()
            self._is_awake = False
        for task in tasks:
            if not self._is_closed:
                self._do(task)

    def _do(self, task: Callable[[], None]) -> None:
        try:
            task()
        except Exception as error:  # the event loop goes on, and whoever minds it tells
            logger.exception("a task of the GUI thread failed")
            self._on_error(error)
