"""What the strip of a dictation in progress needs of this system."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack

from app.domain.overlay_place import Place
from app.services.overlay import FocusedPlace, StripProcess


def focused_place(stack: ExitStack) -> FocusedPlace:
    """Tells where the user writes; nothing is asked before that is wanted."""
    if sys.platform == "win32":
        from app.adapters.caret_windows import WindowsFocusedPlace

        return WindowsFocusedPlace()
    if sys.platform == "darwin":
        from app.adapters.caret_macos import MacFocusedPlace

        return MacFocusedPlace()
    if os.environ.get("SWAYSOCK"):
        from app.adapters.caret_sway import SwayFocusedPlace

        return SwayFocusedPlace()
    from app.adapters.caret_x11 import X11FocusedPlace

    place = X11FocusedPlace()
    stack.callback(place.close)
    return place


def strip_process(told: Callable[[Place | None], None], stack: ExitStack) -> StripProcess:
    """The process that draws the strip where this one may not, begun when that is wanted; `told` as for
    `OverlayProcess`."""
    from app.adapters.overlay_process import OverlayProcess
    from app.adapters.own_process import DRAW_STRIP, own_command

    process = OverlayProcess(own_command(DRAW_STRIP), told)
    stack.callback(process.close)
    return process
