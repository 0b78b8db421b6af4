"""Makes cuBLAS findable before CTranslate2 is imported.

CTranslate2 opens libcublas.so.12 (Windows: cublas64_12.dll) by its bare name at the first computation. The
wheel nvidia-cublas-cu12 puts it where no loader looks, so it is loaded from there first: on Linux into the
global namespace, on Windows by adding the folder to those that are searched. Where the wheel is not
installed the system's own library is left to be found. Never raises; what is missing shows when a model is
proved on the graphics card.
"""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)

PACKAGE: Final = "nvidia.cublas"
LIBRARIES: Final = ("libcublasLt.so.12", "libcublas.so.12")
"""In this order: the second needs the first."""


def prepare_cuda_libraries() -> bool:
    """Load or announce the cuBLAS of an installed wheel; True when there is one and it could be.

    Call it before ctranslate2 is imported; calling it again does no harm.
    """
    folders = package_folders(PACKAGE)
    if sys.platform == "win32":
        return _announce([folder / "bin" for folder in folders])
    return _load([folder / "lib" for folder in folders])


def package_folders(package: str) -> list[Path]:
    """Where an installed package lives, found without importing it; empty when it is not installed."""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return []
    if spec is None or spec.submodule_search_locations is None:
        return []
    return [Path(place) for place in spec.submodule_search_locations]


def _load(folders: Iterable[Path]) -> bool:
    """Load the libraries from the first folder that has them, for all that is loaded later."""
    for folder in folders:
        files = [folder / name for name in LIBRARIES]
        if not all(file.is_file() for file in files):
            continue
        try:
            for file in files:
                ctypes.CDLL(str(file), mode=ctypes.RTLD_GLOBAL)
        except OSError as error:
            logger.warning("cuBLAS could not be loaded: %s", error)
            continue
        return True
    return False


def _announce(folders: Iterable[Path]) -> bool:
    """Add the folders that exist to those where Windows looks for libraries."""
    found = False
    if sys.platform == "win32":
        for folder in folders:
            if folder.is_dir():
                os.add_dll_directory(str(folder))
                # CTranslate2 asks the loader by bare name, which looks along PATH alone.
                os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
                found = True
    return found
