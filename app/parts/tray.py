"""What the tray needs of this system."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack


def tray_manager(stack: ExitStack) -> Callable[[], bool]:
    """Whether this X server has a tray; nothing is asked, and nothing imported, before it is called."""
    if not sys.platform.startswith("linux"):
        return lambda: False
    from app.adapters.tray_manager_x11 import X11TrayManager

    manager = X11TrayManager()
    stack.callback(manager.close)
    return manager.is_there
