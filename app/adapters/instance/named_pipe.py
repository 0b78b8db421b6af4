"""The channel on Windows: a named pipe with a name and a password that only its user can read.

The server draws both at random each time it starts and leaves them in a file of the user's runtime folder.
A name that nobody can foresee cannot be taken beforehand, and a message without the password is not read.
Messages are bytes: nothing of multiprocessing's pickling is used, nor its handshake, which waits for ever.

`family` is AF_PIPE but in tests, which run the same code over a socket.
"""

from __future__ import annotations

import hmac
import os
import secrets
import time
from contextlib import suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import Final, Protocol

from app.adapters.disk import write_whole
from app.domain.remote import MAX_LINE

DOOR_NAME: Final = "sayso.pipe"
_PASSWORD_LENGTH: Final = 64


class _Messages(Protocol):
    """What the connections of all families have in common, of which only the bytes are used."""

    def poll(self, timeout: float | None = 0.0) -> bool: ...
    def recv_bytes(self, maxlength: int | None = None) -> bytes: ...
    def send_bytes(self, buf: bytes) -> None: ...
    def close(self) -> None: ...


class PipeLine:
    """Fits Line. What is sent starts with `password_out`; what comes must start with `password_in`."""

    def __init__(self, connection: _Messages, password_in: bytes, password_out: bytes) -> None:
        self._connection = connection
        self._password_in = password_in
        self._password_out = password_out

    def read(self, deadline: float) -> bytes:
        """A message over MAX_LINE raises OSError, and so does a wrong password."""
        if not self._connection.poll(max(0.0, deadline - time.monotonic())):
            raise TimeoutError("the other end was too slow")
        message = self._connection.recv_bytes(MAX_LINE + _PASSWORD_LENGTH)
        length = len(self._password_in)
        if not hmac.compare_digest(message[:length], self._password_in):
            raise PermissionError("the password is wrong")
        return message[length:]

    def write(self, line: bytes, deadline: float) -> None:
        self._connection.send_bytes(self._password_out + line)

    def close(self) -> None:
        with suppress(OSError):
            self._connection.close()


class PipeEndpoint:
    """Fits Endpoint. Raises OSError, FolderUnwritable or DiskFull."""

    def __init__(self, folder: Path, family: str = "AF_PIPE") -> None:
        self._door = folder / DOOR_NAME
        self._family = family
        self._password = secrets.token_hex(_PASSWORD_LENGTH // 2).encode()
        name = rf"\\.\pipe\sayso-{secrets.token_hex(16)}" if family == "AF_PIPE" else None
        self._listener = Listener(name, family)
        self._address = str(self._listener.address)
        try:
            write_whole(self._door, self._password + b"\n" + os.fsencode(self._address))
        except BaseException:  # an interrupt leaves no pipe open either
            self._listener.close()
            raise

    def accept(self) -> PipeLine | None:
        return PipeLine(self._listener.accept(), self._password, b"")

    def wake(self) -> None:
        with suppress(OSError):
            Client(self._address, self._family).close()

    def close(self) -> None:
        with suppress(OSError):
            self._door.unlink()
        with suppress(OSError):
            self._listener.close()


def connect(folder: Path, deadline: float, family: str = "AF_PIPE") -> PipeLine:
    """To whoever listens for `folder`. Raises OSError when nobody does."""
    password, _, address = (folder / DOOR_NAME).read_bytes().partition(b"\n")
    return PipeLine(Client(os.fsdecode(address), family), b"", password)
