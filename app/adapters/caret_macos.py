"""Where the user writes on macOS: the foremost ordinary window. To ask for that needs no leave.

Areas are points, as Qt's are. Failure mode: what cannot be asked is not told.
"""

from __future__ import annotations

import sys

from app.domain.overlay_place import Area, Focused


class MacFocusedPlace:
    """Asks when asked."""

    def look(self) -> Focused | None:
        """None where no program has a window."""
        if sys.platform != "darwin":
            return None
        import Quartz

        wanted = Quartz.kCGWindowListOptionOnScreenOnly | Quartz.kCGWindowListExcludeDesktopElements
        # From front to back; layer 0 is that of ordinary windows.
        for window in Quartz.CGWindowListCopyWindowInfo(wanted, Quartz.kCGNullWindowID) or ():
            if window.get("kCGWindowLayer") == 0:
                bounds = window["kCGWindowBounds"]
                return Focused(Area(bounds["X"], bounds["Y"], bounds["Width"], bounds["Height"]))
        return None

    def has_compositor(self) -> bool:
        """Always."""
        return True
