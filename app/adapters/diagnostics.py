"""A report as a zip file, and what is read for it: the log, and what crashes have left."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import os
import platform
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from app import __version__
from app.adapters.crash_file import CRASH_FILE
from app.adapters.disk import write_whole
from app.adapters.log_file import FILE_NAME, KEPT_FILES
from app.domain.diagnostics import MANIFEST, ReportFile, manifest

SESSION: Final = ("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "LANG")
"""Of the environment, what says on which desktop Sayso is."""
LIBRARIES: Final = (
    "PySide6-Essentials",
    "av",
    "ctranslate2",
    "faster-whisper",
    "huggingface-hub",
    "numpy",
    "ollama",
    "onnxruntime",
    "openai-whisper",
    "sounddevice",
    "soxr",
    "xcffib",
)


def save_report(path: Path, files: Sequence[ReportFile]) -> None:
    """Write `files` and their manifest into a zip file, whole or not at all. Raises StorageProblem."""
    contents = [(one.name, one.text.encode("utf-8", "replace")) for one in files]
    listed = [(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in contents]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((MANIFEST, manifest(listed).encode()), *contents):
            # A fixed time: when it was made is in the log already.
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    write_whole(path, packed.getvalue())


def about(environment: Mapping[str, str] = os.environ) -> str:
    """Versions, the system and the desktop."""
    lines = [
        f"Sayso {__version__}" + (" (bundle)" if getattr(sys, "frozen", False) else ""),
        f"Python {platform.python_version()}",
        platform.platform(),
        platform.machine(),
        *(f"{name} {_version(name)}" for name in LIBRARIES),
        *(f"{name}={environment[name]}" for name in SESSION if name in environment),
    ]
    return "\n".join(lines) + "\n"


def log_words(folder: Path) -> str:
    """All of the log that is kept, the oldest first."""
    names = [*(f"{FILE_NAME}.{number}" for number in range(KEPT_FILES, 0, -1)), FILE_NAME]
    return "".join(_text(folder / name) for name in names) or "The log is empty.\n"


def crash_words(folder: Path) -> str:
    """Where Sayso was each time that it crashed."""
    return _text(folder / CRASH_FILE) or "None is known.\n"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "is not here"


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
