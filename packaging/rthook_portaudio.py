"""Runs before the bundle's program: sounddevice asks the system alone where PortAudio is, so it is told here.

Only Linux needs it; elsewhere sounddevice brings its PortAudio along and knows where.
"""

from __future__ import annotations

import ctypes.util
import sys
from pathlib import Path

if sys.platform == "linux":
    _asked_the_system = ctypes.util.find_library
    _bundled = Path(getattr(sys, "_MEIPASS", "")) / "libportaudio.so.2"

    def _find_library(name: str) -> str | None:
        if name == "portaudio" and _bundled.is_file():
            return str(_bundled)
        return _asked_the_system(name)

    ctypes.util.find_library = _find_library
