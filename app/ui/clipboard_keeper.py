"""Keeps what is on the clipboard beyond Sayso's end, where nobody else would.

On X11 what was copied lives in the program that copied it. After a paste that is Sayso, though it is the
user's own, and where no clipboard manager runs it would go with Sayso. So a small process is left behind, a
hidden command of the program's own, which holds it until another program copies.

Failure mode: where the process cannot be started, the clipboard is empty after Sayso's end.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QGuiApplication

from app.ui.clipboard import Kept, Mode, QtClipboard, Snapshot

_NAMES: Final = {"clipboard": Mode.Clipboard, "primary": Mode.Selection}


def hand_over(clipboard: QtClipboard, leave_behind: Callable[[bytes], object]) -> None:
    """Give what Sayso holds on `clipboard`, if it would go with it, to a process that `leave_behind` starts.
    Only X11 has no place of its own for it: elsewhere Qt leaves it with the system."""
    if QGuiApplication.platformName() != "xcb":
        return
    held = clipboard.held()
    if held.modes and not clipboard.has_manager():
        leave_behind(pack(held))


def pack(held: Snapshot) -> bytes:
    """`held` as JSON, the bytes of each format in base64. An image that Qt alone can write is left out: on
    X11 every image has its bytes."""
    table = {
        name: {kind: b64encode(data).decode("ascii") for kind, data in held.modes[mode].formats.items()}
        for name, mode in _NAMES.items()
        if mode in held.modes
    }
    return json.dumps(table).encode("ascii")


def unpack(data: bytes) -> Snapshot:
    """What `pack` was given."""
    table: dict[str, dict[str, str]] = json.loads(data)
    return Snapshot(
        {
            _NAMES[name]: Kept({kind: b64decode(text) for kind, text in formats.items()})
            for name, formats in table.items()
        }
    )


def keep(data: bytes, ready: Callable[[], None]) -> int:
    """Hold what `data` (of `pack`) says until other programs have copied; `ready` is called as soon as it is
    held. Answers with the exit status."""
    application = QGuiApplication(["sayso"])
    clipboard = application.clipboard()
    QtClipboard(clipboard).hold(unpack(data))

    def is_over() -> bool:
        return not (clipboard.ownsClipboard() or clipboard.ownsSelection())

    clipboard.changed.connect(lambda _: application.quit() if is_over() else None)
    ready()
    return 0 if is_over() else application.exec()
