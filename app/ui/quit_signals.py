"""Lets the program end in order when the system asks it to (SIGTERM, Ctrl+C in its terminal).

Python runs signal handlers only between its own instructions, and Qt's loop sleeps outside of them. So the
signal's number is written into a socket that Qt watches, and the GUI thread wakes up for it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class QuitSignals(QObject):
    """Calls `ask_to_quit` on the GUI thread for each such signal, until `close`. Made on the main thread."""

    def __init__(self, ask_to_quit: Callable[[], None]) -> None:
        super().__init__()
        self._ask_to_quit = ask_to_quit
        self._read, self._write = socket.socketpair()
        self._write.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _heard) for one in SIGNALS}
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def close(self) -> None:
        """Put everything back as it was."""
        self._notifier.setEnabled(False)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._read.close()
        self._write.close()

    def _wake(self) -> None:
        numbers = self._read.recv(64)
        if any(number in {int(one) for one in SIGNALS} for number in numbers):
            self._ask_to_quit()


def _heard(number: int, frame: FrameType | None) -> None:
    """The socket has told the GUI thread already; without a handler Python would end the program."""
