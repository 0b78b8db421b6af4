"""Which files are meant by what stands on the command line: files, folders and patterns.

Rules: a name that is there is that file or folder, whatever signs are in it. Otherwise `*`, `?` and `**` make
it a pattern, which Windows' shells leave to the programs; of what it matches, the files that may hold sound
are taken, or all where none may. Folders are walked as in the window. A file that is named twice comes twice;
what folders and patterns hold comes once, and not where it came before.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.adapters.file_places import FilePlaces
from app.domain.media_names import may_hold_sound
from app.domain.problems import Problem

_WILD: Final = ("*", "?")


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its place in the order, counted from 0, how the user calls it, and where it is (absolute).
    `problem` is why there is none behind that name."""

    number: int
    name: str
    path: Path
    problem: Problem | None = None


def sources_of(names: Iterable[str]) -> tuple[Source, ...]:
    """All files that are meant by `names`, in that order."""
    found: list[Source] = []
    seen: set[Path] = set()

    def take(name: str, problem: Problem | None = None) -> None:
        path = _absolute(name)
        seen.add(path)
        found.append(Source(len(found), name, path, problem))

    for name in names:
        if not name.strip():  # a variable of the shell's that is empty; as a path it is the current folder
            take(name, Problem("A name of a file is empty.", "Name a file, a folder or a pattern."))
            continue
        if not os.path.isdir(name) and not _is_pattern(name):
            take(name)
            continue
        held = list(_within(name) if os.path.isdir(name) else _matching(name))
        for one in held:
            if _absolute(one) not in seen:
                take(one)
        if not held:
            take(name, _nothing_in(name))
    return tuple(found)


def _absolute(name: str) -> Path:
    return Path(os.path.abspath(name))


def _is_pattern(name: str) -> bool:
    return any(sign in name for sign in _WILD) and not os.path.lexists(name)


def _within(folder: str) -> Iterator[str]:
    """The files in it and below, called as the user calls the folder."""
    root = os.path.abspath(folder)
    for files in FilePlaces().walk(Path(folder)):
        for path in files:
            yield os.path.join(folder, os.path.relpath(path, root))


def _matching(pattern: str) -> Iterator[str]:
    # Brackets are part of many names of recordings, and no pattern to those who type `*.mp3`.
    plain = pattern.replace("[", "[[]")
    matches = sorted(glob.glob(plain, recursive=True), key=lambda name: (name.casefold(), name))
    files = [name for name in matches if not os.path.isdir(name)]
    speaking = [name for name in files if may_hold_sound(os.path.basename(name))]
    folders = [name for name in matches if os.path.isdir(name)]
    yield from speaking or ([] if folders else files)
    for folder in folders:
        yield from _within(folder)


def _nothing_in(name: str) -> Problem:
    if os.path.isdir(name):
        return Problem(
            f"There is no sound or video in the folder {name}.",
            "Name a file itself where its ending does not tell: whatever is named is tried.",
        )
    return Problem(f"No file matches {name}.", "Check the pattern and the folder.")
