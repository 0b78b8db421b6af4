"""Where the user writes on sway and its kin: the window that has the focus, by the compositor's own socket.

Its protocol is i3's: a header of the magic word, the length and the kind, and JSON. Areas are the
compositor's logical pixels, which are those of its X server as well.
Failure mode: a socket that is gone, or does not answer within `PATIENCE_SECONDS`, tells nothing.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
from collections.abc import Iterator
from typing import Any, Final

from app.domain.overlay_place import Area, Focused

PATIENCE_SECONDS: Final = 0.2
_MAGIC: Final = b"i3-ipc"
_HEADER: Final = struct.Struct("=6sII")
_GET_TREE: Final = 4


class SwayFocusedPlace:
    """Asks when asked."""

    def look(self) -> Focused | None:
        """The window in use; the whole screen where none is."""
        try:
            tree = _asked(os.environ["SWAYSOCK"])
            for node in _nodes(tree):
                if node.get("focused"):
                    at = node["rect"]
                    return Focused(Area(at["x"], at["y"], at["width"], at["height"]))
        except (OSError, ValueError, KeyError, TypeError, struct.error, AttributeError):
            return None
        return None

    def has_compositor(self) -> bool:
        """Always."""
        return True


def _asked(path: str) -> Any:  # noqa: ANN401 - JSON
    if sys.platform == "win32":
        raise OSError("no such sockets")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE_SECONDS)
        line.connect(path)
        line.sendall(_HEADER.pack(_MAGIC, 0, _GET_TREE))
        with line.makefile("rb") as answer:
            magic, length, _ = _HEADER.unpack(answer.read(_HEADER.size))
            if magic != _MAGIC:
                raise ValueError("not an answer")
            return json.loads(answer.read(length))


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """It and all below it."""
    yield node
    for child in (*node["nodes"], *node["floating_nodes"]):
        yield from _nodes(child)
