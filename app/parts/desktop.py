"""The parts that touch the desktop: keys, cursor and clipboard, by what this system offers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from app.services.ports import Hotkeys, Inserter

if TYPE_CHECKING:
    from app.adapters.inserter_macos import MacPasteboard
    from app.adapters.inserter_x11 import X11ClipboardProbe


def hotkey_backends() -> Sequence[Hotkeys]:
    """Every way to hear keys that this system may offer, the best first."""
    if sys.platform == "win32":
        from app.adapters.hotkeys_windows import WindowsHotkeys

        return (WindowsHotkeys(),)
    if sys.platform == "darwin":
        from app.adapters.hotkeys_macos import MacHotkeys

        return (MacHotkeys(),)
    from app.adapters.hotkeys_portal import PortalHotkeys
    from app.adapters.hotkeys_x11 import X11Hotkeys

    # Under Wayland an X server is there, too, but it hears keys only while one of its own windows has them.
    return (PortalHotkeys(), X11Hotkeys())


def inserters() -> Sequence[Inserter]:
    """Every way to send keys that this system may offer, the best first."""
    if sys.platform == "win32":
        from app.adapters.inserter_windows import WindowsInserter

        return (WindowsInserter(),)
    if sys.platform == "darwin":
        from app.adapters.inserter_macos import MacInserter

        return (MacInserter(),)
    from app.adapters.inserter_wayland import WaylandInserter
    from app.adapters.inserter_x11 import X11Inserter

    return (WaylandInserter(), X11Inserter())


def inserter() -> Inserter:
    """The first that works here, or the last, which says why it does not.

    The last is not asked: that would connect to the X server, while the window waits.
    """
    ways = inserters()
    return next((way for way in ways[:-1] if way.is_available()), ways[-1])


def clipboard_system(stack: ExitStack) -> X11ClipboardProbe | MacPasteboard | None:
    """What the system tells of its clipboard beyond Qt; None where there is nothing to ask."""
    if sys.platform == "win32":
        return None
    if sys.platform == "darwin":
        from app.adapters.inserter_macos import MacPasteboard

        return MacPasteboard()
    from app.adapters.inserter_x11 import X11ClipboardProbe

    probe = X11ClipboardProbe()
    stack.callback(probe.close)
    return probe
