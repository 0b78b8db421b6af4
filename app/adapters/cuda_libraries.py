"""Makes cuBLAS findable before CTranslate2 computes.

CTranslate2 opens libcublas.so.12 (Windows: cublas64_12.dll) by its bare name at the first computation. The
wheel nvidia-cublas-cu12 and Sayso's own folder are no places where a loader looks, so it is loaded from there
first: on Linux into the global namespace, on Windows by adding the folder to those that are searched. Where
neither has it the system's own library is left to be found. Which folder is used is decided by
`app.domain.cuda_runtime`. Never raises; what is missing shows when a model is proved on the graphics card.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.domain.cuda_runtime import LIBRARIES, LibraryFolder, RuntimePlace, whole_folders

logger = logging.getLogger(__name__)

PACKAGE: Final = "nvidia.cublas"
PACKAGE_FOLDERS: Final[Mapping[str, str]] = {"linux": "lib", "win32": "bin"}
"""Where the wheel has its libraries, by `sys.platform`."""
SYSTEM_TOOLS: Final = "/sbin:/usr/sbin:/bin:/usr/bin"
TIMEOUT: Final = 5.0


def prepare_cuda_libraries(user_folder: Path | None = None) -> bool:
    """Load or announce cuBLAS; True when there is one that could be, False when it is left to the system.

    Call it before ctranslate2 is imported; calling it again does no harm, and finds what has come since.

    Args:
        user_folder: what Sayso got is in folders below this one.
    """
    found = whole_folders([*package_libraries(), *own_libraries(user_folder)], sys.platform)
    prepare = _announce if sys.platform == "win32" else _load
    return any(prepare(one.folder) for one in found)


def package_folders(package: str) -> list[Path]:
    """Where an installed package lives, found without importing it; empty when it is not installed."""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return []
    if spec is None or spec.submodule_search_locations is None:
        return []
    return [Path(place) for place in spec.submodule_search_locations]


def package_libraries() -> list[LibraryFolder]:
    """The folders of the installed wheel."""
    inside = PACKAGE_FOLDERS.get(sys.platform)
    if inside is None:
        return []
    return [_seen(RuntimePlace.PACKAGE, folder / inside) for folder in package_folders(PACKAGE)]


def own_libraries(user_folder: Path | None) -> list[LibraryFolder]:
    """The folders below the user's, one for each version."""
    if user_folder is None:
        return []
    try:
        return [_seen(RuntimePlace.FOLDER, folder) for folder in user_folder.iterdir()]
    except OSError:
        return []


def system_libraries(environment: Mapping[str, str] = os.environ) -> list[LibraryFolder]:
    """The folders with cuBLAS in which the system's loader looks by itself. Takes some milliseconds."""
    names = LIBRARIES.get(sys.platform, ())
    if not names:
        return []
    on_windows = sys.platform == "win32"
    searched = environment.get("PATH" if on_windows else "LD_LIBRARY_PATH", "")
    folders = [Path(folder) for folder in searched.split(os.pathsep) if folder]
    if not on_windows:
        folders += cached_folders(loader_cache(), names[-1])
    return [_seen(RuntimePlace.SYSTEM, folder) for folder in folders]


def cached_folders(listing: str, name: str) -> list[Path]:
    """The folders of a library by what `ldconfig -p` lists, lines such as
    "libc.so.6 (libc6,x86-64) => /lib64/libc.so.6"."""
    found = re.findall(rf"^\s*{re.escape(name)} \(.*\) => (/.+)$", listing, re.MULTILINE)
    return [Path(path).parent for path in found]


def loader_cache() -> str:
    """What the loader knows beside its own folders; empty where it cannot be asked."""
    tool = shutil.which("ldconfig", path=SYSTEM_TOOLS)
    if tool is None:
        return ""
    try:
        done = subprocess.run([tool, "-p"], capture_output=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        logger.info("the loader's cache cannot be read: %r", error)
        return ""
    return done.stdout.decode(errors="replace")


def _seen(place: RuntimePlace, folder: Path) -> LibraryFolder:
    """A folder with what is in it now."""
    files: frozenset[str] = frozenset()
    with contextlib.suppress(OSError):
        files = frozenset(name for name in LIBRARIES.get(sys.platform, ()) if (folder / name).is_file())
    return LibraryFolder(place, folder, files)


def _load(folder: Path) -> bool:
    """Load the libraries for all that is loaded later. Whatever has opened one by its path has it by its bare
    name, too (the loader compares the names that libraries give themselves)."""
    try:
        for name in LIBRARIES[sys.platform]:
            ctypes.CDLL(str(folder / name), mode=ctypes.RTLD_GLOBAL)
    except OSError as error:
        logger.warning("cuBLAS could not be loaded: %s", error)
        return False
    return True


def _announce(folder: Path) -> bool:
    """Add the folder to those where Windows looks for libraries."""
    if sys.platform == "win32":
        searched = os.environ.get("PATH", "")
        if str(folder) not in searched.split(os.pathsep):
            os.add_dll_directory(str(folder))
            # CTranslate2 asks the loader by bare name, which looks along PATH alone.
            os.environ["PATH"] = f"{folder}{os.pathsep}{searched}"
        return True
    return False
