"""The shape that the channels of all systems share: lines of bytes between two processes of one user."""

from __future__ import annotations

from typing import Protocol


class Line(Protocol):
    """One connection, for one line there and one back. `deadline` is a moment of `time.monotonic`."""

    def read(self, deadline: float) -> bytes:
        """One line, at most `app.domain.remote.MAX_LINE` bytes of it.
        Raises OSError (TimeoutError at the deadline) or EOFError."""

    def write(self, line: bytes, deadline: float) -> None:
        """Raises OSError."""

    def close(self) -> None:
        """Never raises."""


class Endpoint(Protocol):
    """Where connections come in."""

    def accept(self) -> Line | None:
        """The next connection, waited for; None for one that may not speak. Raises OSError when closed."""

    def wake(self) -> None:
        """Let an `accept` that is waiting return."""

    def close(self) -> None:
        """Free the address. Never raises."""
