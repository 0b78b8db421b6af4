"""The channel on Linux and macOS: a Unix domain socket that only its user can reach.

Three walls: the folder is the user's own (0700), the socket too (0600), and the kernel is asked whose process
is at the other end. Whoever listens holds the instance lock, so a socket file that is there already was left
by a crash and is removed.
"""

from __future__ import annotations

import hashlib
import os
import socket
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.adapters.disk import make_guarded_folder, storage_problem
from app.domain.remote import MAX_LINE

assert sys.platform != "win32"

SOCKET_NAME: Final = "sayso.socket"
MAX_ADDRESS: Final = 100
"""Bytes of a socket's path: sun_path holds 104 on macOS, 108 on Linux, with a zero at the end."""

_SOL_LOCAL: Final = 0
_LOCAL_PEERCRED: Final = 1
"""macOS, sys/un.h: fills in a struct xucred, which begins with a version (0) and the user."""


def address_of(folder: Path) -> Path:
    """The socket for `folder`: in it, or where its path is too long for the system, one below /tmp that is
    named after it and lies in a folder of this user's own. Raises FolderUnwritable or DiskFull."""
    near = Path(os.path.realpath(folder)) / SOCKET_NAME
    if len(os.fsencode(near)) <= MAX_ADDRESS:
        return near
    short = Path(f"/tmp/sayso-{os.getuid()}")
    make_guarded_folder(short)
    return short / f"{hashlib.sha256(os.fsencode(near)).hexdigest()[:16]}.socket"


def peer_user(connection: socket.socket) -> int | None:
    """The user id of the process at the other end; None where the system does not tell."""
    if sys.platform == "linux":
        pid_user_group = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        return int(struct.unpack("3i", pid_user_group)[1])
    if sys.platform == "darwin":
        version, user = struct.unpack("2I", connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76)[:8])
        return int(user) if version == 0 else None
    return None


class SocketLine:
    """Fits Line."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def read(self, deadline: float) -> bytes:
        """A line that is longer than MAX_LINE comes as MAX_LINE + 1 bytes, for the reader to refuse."""
        received = b""
        while b"\n" not in received and len(received) <= MAX_LINE:
            self._wait_until(deadline)
            piece = self._connection.recv(MAX_LINE + 1 - len(received))
            if not piece:
                raise EOFError("the line has no end")
            received += piece
        return received

    def write(self, line: bytes, deadline: float) -> None:
        self._wait_until(deadline)
        self._connection.sendall(line)

    def close(self) -> None:
        with suppress(OSError):
            self._connection.close()

    def _wait_until(self, deadline: float) -> None:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError("the other end was too slow")
        self._connection.settimeout(remaining)


class SocketEndpoint:
    """Fits Endpoint. `owner` is the user whose processes may speak. Raises FolderUnwritable or DiskFull."""

    def __init__(self, folder: Path, owner: int | None = None) -> None:
        self._owner = os.getuid() if owner is None else owner
        self._address = address_of(folder)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._address.unlink(missing_ok=True)
            self._socket.bind(os.fspath(self._address))
            self._address.chmod(0o600)
            self._socket.listen(16)
        except OSError as error:
            self._socket.close()
            raise storage_problem(error, self._address.parent) from error

    def accept(self) -> SocketLine | None:
        connection, _ = self._socket.accept()
        if peer_user(connection) not in (self._owner, None):
            connection.close()
            return None
        return SocketLine(connection)

    def wake(self) -> None:
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(1.0)
            connection.connect(os.fspath(self._address))

    def close(self) -> None:
        with suppress(OSError):
            self._address.unlink()
        with suppress(OSError):
            self._socket.close()


def connect(folder: Path, deadline: float) -> SocketLine:
    """To whoever listens for `folder`. Raises OSError when nobody does, or somebody else's process."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(max(0.01, deadline - time.monotonic()))
        connection.connect(os.fspath(address_of(folder)))
        if peer_user(connection) not in (os.getuid(), None):
            raise ConnectionRefusedError("another user's process listens there")
    except BaseException:  # an interrupt leaves no socket open either
        connection.close()
        raise
    return SocketLine(connection)
