"""What the strip of a dictation in progress needs of this system."""

from __future__ import annotations

import sys
from contextlib import ExitStack

from app.services.overlay import FocusedPlace


def focused_place(stack: ExitStack) -> FocusedPlace:
    """Tells where the user writes; nothing is asked before that is wanted."""
    if sys.platform == "win32":
        from app.adapters.caret_windows import WindowsFocusedPlace

        return WindowsFocusedPlace()
    if sys.platform == "darwin":
        from app.adapters.caret_macos import MacFocusedPlace

        return MacFocusedPlace()
    from app.adapters.caret_x11 import X11FocusedPlace

    place = X11FocusedPlace()
    stack.callback(place.close)
    return place
