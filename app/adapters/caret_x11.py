"""Where the user writes on X11: the window that has the focus. Carets are not told by the server.

Asked on the GUI's thread when a dictation begins, a few round trips of 0.1 ms each.
Failure mode: a server or a window that has gone tells nothing.
"""

from __future__ import annotations

import os
from typing import Final

from app.adapters.x11_display import WindowGone, X11Display
from app.domain.overlay_place import Area, Focused
from app.domain.problems import InsertionUnavailable

COMPOSITOR: Final = "_NET_WM_CM_S0"
NO_WINDOW: Final = (0, 1)
"""Nothing has the focus, or whatever is below the pointer."""


class _Windows(X11Display):
    """The server, asked for areas as well."""

    def area(self, window: int) -> Area:
        """Of a window on the screen, in pixels. Raises WindowGone."""
        size = self._reply(self._core.GetGeometry(window))
        at = self._reply(self._core.TranslateCoordinates(window, self.root, 0, 0))
        return Area(int(at.dst_x), int(at.dst_y), int(size.width), int(size.height))


class X11FocusedPlace:
    """Connects when first asked."""

    def __init__(self) -> None:
        self._opened: _Windows | None = None

    def look(self) -> Focused | None:
        """The window in use; None where there is none."""
        try:
            display = self._display()
            # The focus may be on a child; keys go there and nowhere else, so its screen is the right one.
            window = display.focus()
            if window in (*NO_WINDOW, display.root):
                window = display.cardinal(display.root, "_NET_ACTIVE_WINDOW") or 0
            return Focused(display.area(window)) if window else None
        except (InsertionUnavailable, WindowGone):
            return None

    def has_compositor(self) -> bool:
        """Whether windows may be see-through."""
        try:
            return self._display().selection_owner(COMPOSITOR) != 0
        except (InsertionUnavailable, WindowGone):
            return False

    def close(self) -> None:
        """Let go of the X server."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _display(self) -> _Windows:
        if not os.environ.get("DISPLAY"):
            raise InsertionUnavailable("X11: no display")
        if self._opened is None:
            self._opened = _Windows()
        return self._opened
