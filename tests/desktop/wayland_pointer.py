"""A mouse for a Wayland desktop that has none, by `zwlr_virtual_pointer_v1`, which sway and its kin offer.

Spoken on the socket of the compositor. A message is the number of the object, its own length and the number
of the request, and the arguments in words of 32 bits.
"""

from __future__ import annotations

import socket
import struct
import sys
from pathlib import Path
from typing import Final

LEFT: Final = 0x110
"""BTN_LEFT of linux/input-event-codes.h."""
_MANAGER: Final = "zwlr_virtual_pointer_manager_v1"
_DISPLAY, _REGISTRY, _CALLBACK, _MANAGER_ID, _POINTER = range(1, 6)


def _connected(path: Path) -> socket.socket:
    if sys.platform == "win32":
        raise OSError("Windows has no Wayland")
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.connect(str(path))
    return line


class WaylandPointer:
    """It is there until it is closed. `size` is that of all screens together.

    Raises OSError and LookupError where the compositor has gone or offers none.
    """

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self._size = size
        self._line = _connected(path)
        self._send(_DISPLAY, 1, _REGISTRY)
        self._send(_DISPLAY, 0, _CALLBACK)
        name = self._offered()
        text = _MANAGER.encode() + b"\0"
        padded = struct.pack("=I", len(text)) + text + b"\0" * (-len(text) % 4)
        self._send(_REGISTRY, 0, name, padded, 1, _MANAGER_ID)
        self._send(_MANAGER_ID, 0, 0, _POINTER)

    def move(self, x: int, y: int) -> None:
        """To that place of all the screens."""
        self._send(_POINTER, 1, 0, x, y, *self._size)
        self._send(_POINTER, 4)

    def click(self) -> None:
        """The left button."""
        for is_down in (1, 0):
            self._send(_POINTER, 2, 0, LEFT, is_down)
            self._send(_POINTER, 4)

    def close(self) -> None:
        self._line.close()

    def _offered(self) -> int:
        """The name by which the registry knows the manager: of all that it tells until the callback."""
        with self._line.makefile("rb", buffering=0) as events:
            while True:
                sender, what = struct.unpack("=II", events.read(8))
                body = events.read((what >> 16) - 8)
                if sender == _CALLBACK:
                    raise LookupError(_MANAGER)
                if sender == _REGISTRY and body[8:].startswith(_MANAGER.encode() + b"\0"):
                    return int(struct.unpack_from("=I", body)[0])

    def _send(self, target: int, request: int, *arguments: int | bytes) -> None:
        body = b"".join(one if isinstance(one, bytes) else struct.pack("=I", one) for one in arguments)
        self._line.sendall(struct.pack("=II", target, (8 + len(body)) << 16 | request) + body)
