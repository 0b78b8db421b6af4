"""Gives Python its own `import` back.

PySide6 takes its place, and reads the source of every module that is imported afterwards, to see whether that
turns one of its features on (`from __feature__ import …`). Nothing here does. For the libraries behind the
window that is a tenth of a second, and 20 MB of sources, which `linecache` keeps for ever.
"""

from __future__ import annotations

import builtins
import linecache


def restore_import() -> None:
    """Call it when Qt is imported. Where PySide6 has left `import` alone nothing happens."""
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
        linecache.clearcache()
