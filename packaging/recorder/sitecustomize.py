"""Writes down each module that a Python imports, and those that it starts: a line each, into SAYSO_MODULES.

Python imports this file at its start where its folder is in PYTHONPATH. Nothing else changes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


class Recorder:
    """Stands before all finders of modules, asks them, and tells what was found."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._asked: set[str] = set()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        for finder in sys.meta_path:
            if finder is not self:
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    if name not in self._asked:
                        self._asked.add(name)
                        os.write(self._file, f"{name}\n".encode())
                    return spec
        return None


if "SAYSO_MODULES" in os.environ:
    sys.meta_path.insert(0, Recorder(os.environ["SAYSO_MODULES"]))
