"""The speech that a benchmark is measured with: the clip that comes with Sayso, a folder with a list, a file.

A folder's list is `manifest.jsonl`: one JSON object a line, with `file` (inside the folder), and as far as
known `language`, `reference` (what is said) and `seconds`; lines without a reference are passed over.

Failure: AudioMissing for a file that is not there, AudioUnreadable for a list that makes no sense.
"""

from __future__ import annotations

import importlib.resources
import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from app.domain.problems import AudioMissing, AudioUnreadable

LIST_FILE: Final = "manifest.jsonl"
BUNDLED_LIST: Final = "bench.toml"
IDEAL_SECONDS: Final = 13.0
"""The clip of about this length is timed: the plan's figures are of so much speech."""


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A recording. `path` None is the one that comes with Sayso; language and reference are empty where they
    are not known."""

    path: Path | None
    language: str = ""
    reference: str = field(default="", repr=False)


def bundled_clip() -> ClipFile:
    """The clip that comes with Sayso: 13 s, an English synthetic voice."""
    table = _bundled_list()
    return ClipFile(None, str(table["language"]), str(table["reference"]).strip())


@contextmanager
def path_of(clip: ClipFile) -> Iterator[Path]:
    """Where the recording can be read while the context lasts."""
    if clip.path is not None:
        yield clip.path
        return
    bundled = importlib.resources.files("resources").joinpath(str(_bundled_list()["file"]))
    with importlib.resources.as_file(bundled) as path:
        yield path


def clips_in(folder: Path) -> tuple[ClipFile, ...]:
    """The recordings of the folder's list that have a reference, the one to be timed first: that whose length
    is nearest to `IDEAL_SECONDS`, as far as lengths are told. Raises AudioMissing or
    AudioUnreadable."""
    list_file = folder / LIST_FILE
    try:
        lines = list_file.read_text("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AudioMissing(str(list_file)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise AudioUnreadable(str(list_file), "it is no list of recordings", detail=repr(error)) from error
    found: list[tuple[float, ClipFile]] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found += _row(list_file, number, line)
    if not found:
        raise AudioUnreadable(str(list_file), "none of its recordings has a reference")
    timed = min(found, key=lambda row: abs(row[0] - IDEAL_SECONDS))
    return tuple(clip for _, clip in (timed, *(row for row in found if row is not timed)))


def _row(list_file: Path, number: int, line: str) -> list[tuple[float, ClipFile]]:
    """The recording of a line and its length, or none."""
    try:
        row: dict[str, Any] = json.loads(line)
        reference = str(row.get("reference") or "").strip()
        seconds = float(row.get("seconds") or 0.0)
        path = list_file.parent / str(row["file"])
        language = str(row.get("language") or "")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AudioUnreadable(str(list_file), f"its line {number} makes no sense") from error
    if not reference:
        return []
    if not path.is_file():
        raise AudioMissing(str(path))
    return [(seconds, ClipFile(path, language, reference))]


def _bundled_list() -> dict[str, Any]:
    return tomllib.loads(importlib.resources.files("resources").joinpath(BUNDLED_LIST).read_text("utf-8"))
