"""PyTorch as a source of facts, where it is installed: nothing here needs it, and nothing computes with it.

Importing it takes seconds and wakes the graphics card's driver, so that the program itself only sees whether
it is installed; `ask` is for a process of its own (`app.commands.prove_compute`).
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
from typing import Final

from app.domain.hardware import Torch

PACKAGE: Final = "torch"


def is_installed() -> bool:
    """Whether PyTorch is installed; nothing of it is imported."""
    try:
        return importlib.util.find_spec(PACKAGE) is not None
    except (ImportError, ValueError):  # a name that something else has taken
        return False


def version() -> str:
    """PyTorch's version, without importing it; empty where that is not told."""
    try:
        return importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        return ""


def ask() -> Torch:
    """What it can compute on. Imports it: raises whatever a damaged PyTorch or a driver raises."""
    # By its name, because it is no part of Sayso's own installation.
    library = importlib.import_module(PACKAGE)
    return Torch(
        version=version() or str(library.__version__),
        cuda=library.version.cuda or "",
        uses_cuda=bool(library.cuda.is_available()),
        uses_metal=bool(library.backends.mps.is_available()),
    )
