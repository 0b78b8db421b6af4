"""Whether somebody on this X server takes icons into a tray (the manager selection `_NET_SYSTEM_TRAY_S0`).

Belongs to the thread that asks. The connection is kept, as it is asked every few seconds until there is one.
Failure mode: a server that cannot be asked has no tray.
"""

from __future__ import annotations

import os
from typing import Final

from app.adapters.x11_display import WindowGone, X11Display
from app.domain.problems import InsertionUnavailable

SELECTION: Final = "_NET_SYSTEM_TRAY_S0"


class X11TrayManager:
    """Connects when first asked."""

    def __init__(self) -> None:
        self._display: X11Display | None = None

    def is_there(self) -> bool:
        """Quick, never raises."""
        if not os.environ.get("DISPLAY"):
            return False
        try:
            if self._display is None:
                self._display = X11Display()
            return self._display.selection_owner(SELECTION) != 0
        except (InsertionUnavailable, WindowGone):
            self.close()
            return False

    def close(self) -> None:
        """Let go of the X server."""
        if self._display is not None:
            self._display.close()
            self._display = None
