"""What is ordered of the stand-in and what it notes: the state behind `/_standin/…`.

Nothing here depends on speed: a fault that holds a request holds it until it is released or the client
leaves, and whoever wants to know that something has happened waits for it.
"""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, Final

LONGEST_WAIT: Final = 60.0
POLL_SECONDS: Final = 0.02
FAULTS: Final = (
    "http500",  # the runner dies before the first part
    "busy",  # the queue is full
    "memory",  # the model does not fit
    "crash",  # an error line after some parts
    "eof",  # the connection is reset after some parts
    "nodone",  # the stream ends in order, but without its last part
    "odd",  # a line that is not JSON after some parts
    "stall",  # held after some parts
    "slowload",  # held before the model loads
)


@dataclass(frozen=True)
class Fault:
    """One of `FAULTS`, for the next chat or pull. `after`: how many parts come before it."""

    kind: str = ""
    after: int = 1


@dataclass(frozen=True)
class Generation:
    """One answer in tokens: how many of the prompt were `cached` and how many `read`, how many `written`."""

    cached: int
    read: int
    written: int


@dataclass
class Seen:
    """What was asked, as it came, and what was done."""

    requests: list[dict[str, Any]] = field(default_factory=list)
    generations: list[Generation] = field(default_factory=list)
    loads: int = 0
    unloads: int = 0
    held: int = 0
    cancelled: int = 0


class Control:
    """Orders and notes. Used from all the server's threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._seen = Seen()
        self._fault = Fault()
        self._released = 0

    def order(self, kind: str, after: int = 1) -> None:
        """The next chat or pull goes wrong so. Raises ValueError for an unknown kind."""
        if kind not in FAULTS:
            raise ValueError(f"no such fault: {kind}")
        with self._changed:
            self._fault = Fault(kind, after)

    def take_fault(self) -> Fault:
        """The fault that was ordered, which is done with that."""
        with self._changed:
            fault, self._fault = self._fault, Fault()
            return fault

    def note(self, change: Callable[[Seen], None]) -> None:
        with self._changed:
            change(self._seen)
            self._changed.notify_all()

    def hold(self, client: socket.socket) -> bool:
        """Wait for a release; False when the client left meanwhile."""
        with self._changed:
            mine = self._released
            self._seen.held += 1
            self._changed.notify_all()
            while self._released == mine:
                if has_left(client):
                    return False
                self._changed.wait(POLL_SECONDS)
        return True

    def release(self) -> None:
        with self._changed:
            self._released += 1
            self._changed.notify_all()

    def wait(self, what: str, at_least: int) -> bool:
        """Wait until that figure of `Seen` (or the length of that list) is so large."""
        with self._changed:
            return self._changed.wait_for(lambda: self._figure(what) >= at_least, LONGEST_WAIT)

    def _figure(self, what: str) -> int:
        value = getattr(self._seen, what)
        return value if isinstance(value, int) else len(value)

    def seen(self) -> dict[str, Any]:
        with self._changed:
            return asdict(self._seen)

    def reset(self) -> None:
        """As if just started."""
        with self._changed:
            self._seen = Seen()
            self._fault = Fault()
            self._released += 1
            self._changed.notify_all()


def has_left(client: socket.socket) -> bool:
    """Whether the other side closed the connection."""
    try:
        readable, _, _ = select.select([client], [], [], 0)
        return bool(readable) and client.recv(1, socket.MSG_PEEK) == b""
    except (OSError, ValueError):
        return True
