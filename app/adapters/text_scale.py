"""The size of text that the user has chosen for the whole system.

Windows has one for text alone (Settings, Accessibility, Text size) and leaves it to each program to follow.
X11 has it as a part of the screen's resolution, which Qt follows by itself; macOS has none.
"""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from typing import Final

from app.domain.text_scale import scale_of

SCALE: Final = "QT_SCALE_FACTOR"


def follow_text_size(environment: MutableMapping[str, str], percent: object = None) -> None:
    """Have Qt draw everything as much larger as the user wants text to be. Before the application is built,
    as it looks only then; what somebody has set by hand stays. `percent` is asked of the system when left
    out."""
    factor = scale_of(_percent() if percent is None else percent)
    if factor is not None:
        environment.setdefault(SCALE, f"{factor:g}")


def _percent() -> object:
    """None where the system has no such setting, or where it was never touched."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Accessibility") as key:
                return winreg.QueryValueEx(key, "TextScaleFactor")[0]
        except OSError:
            return None
    return None
