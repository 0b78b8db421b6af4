"""Runs before the bundle's program: what Sayso starts sees the loader's path as whoever started Sayso set it.

The bundle's starter puts its own folder into LD_LIBRARY_PATH. This process has read that already; a browser
or a system tool that it starts would load our libraries in place of its own, and end.
"""

from __future__ import annotations

import os
import sys

if sys.platform == "linux":
    _own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if _own is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = _own
    # The starter skips that step where a parent says that it is done, and Sayso's own commands need it.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
