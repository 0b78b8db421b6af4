"""What Windows and macOS want to be told about the program: the version resource, the keys of Info.plist.

The version and the words come from where the project keeps them, so that no place says another.
"""

from __future__ import annotations

import plistlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
PROJECT: Final[Mapping[str, Any]] = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))[
    "project"
]
VERSION: Final = str(PROJECT["version"])
SUMMARY: Final = str(PROJECT["description"])
AUTHORS: Final = str(PROJECT["authors"][0]["name"])
YEAR: Final = "2026"

VERSION_RESOURCE: Final = """\
VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
    kids=[
        StringFileInfo([StringTable("040904B0", [
            StringStruct("CompanyName", {authors!r}),
            StringStruct("FileDescription", "Sayso"),
            StringStruct("FileVersion", {version!r}),
            StringStruct("InternalName", {name!r}),
            StringStruct("LegalCopyright", {copyright!r}),
            StringStruct("OriginalFilename", {file!r}),
            StringStruct("ProductName", "Sayso"),
            StringStruct("ProductVersion", {version!r}),
        ])]),
        VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
    ],
)
"""


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares; what is not a number counts for nothing."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:4]]
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def windows_version(folder: Path, name: str) -> str:
    """Write the version resource of the program `name` into `folder`, in PyInstaller's form; its path."""
    path = folder / f"{name}-version.txt"
    text = VERSION_RESOURCE.format(
        numbers=version_numbers(VERSION),
        version=VERSION,
        authors=AUTHORS,
        name=name,
        file=f"{name}.exe",
        copyright=f"Copyright (c) {YEAR} {AUTHORS}",
    )
    path.write_text(text, encoding="utf-8")
    return str(path)


def mac_information() -> dict[str, Any]:
    """The keys of Info.plist beside those that PyInstaller writes."""
    with (HERE / "macos" / "Info.plist").open("rb") as file:
        keys: dict[str, Any] = plistlib.load(file)
    return {**keys, "CFBundleVersion": VERSION, "NSHumanReadableCopyright": f"Copyright (c) {YEAR} {AUTHORS}"}
