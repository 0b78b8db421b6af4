"""How large a bundle is, by its parts: what PyInstaller had gathered, and what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePath

MB = 1_000_000
SMALL_PARTS = "all others"


def part_of(name: str) -> str:
    """The part that the file `name`, its place below the bundle's inner folder, belongs to."""
    pieces = PurePath(name).parts
    first = pieces[0].removesuffix(".libs")
    if first == "resources" and len(pieces) > 2 and pieces[1] == "models":
        return f"weights of {pieces[2]}"
    if first == "PySide6" or first.startswith(("libicu", "libQt6")):
        return "Qt"
    if len(pieces) == 1:
        return "Python and libraries of the system"
    return first


def sizes(folder: Path) -> Counter[str]:
    """The bytes of each part of the program in `folder`; links count nothing."""
    inner = folder / "_internal"
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = part_of(path.relative_to(inner).as_posix()) if path.is_relative_to(inner) else "program"
            found[part] += path.stat().st_size
    return found


def table(before: Mapping[str, int], after: Mapping[str, int], smallest: int = MB) -> str:
    """A row for each part, the largest first: MB before anything was left out, and in the bundle.

    Parts below `smallest` bytes are added up in one row.
    """
    rows: list[tuple[str, int, int]] = []
    small = small_kept = 0
    for part in sorted({*before, *after}, key=lambda part: (-after.get(part, 0), part)):
        first, second = before.get(part, 0), after.get(part, 0)
        if max(first, second) < smallest:
            small += first
            small_kept += second
        else:
            rows.append((part, first, second))
    rows.append((SMALL_PARTS, small, small_kept))
    rows.append(("in all", sum(before.values()), sum(after.values())))
    width = max(len(part) for part, _, _ in rows)
    head = f"{'MB':<{width}}  {'named':>7}  {'kept':>7}"
    return "\n".join(
        [head, *(f"{part:<{width}}  {first / MB:7.1f}  {second / MB:7.1f}" for part, first, second in rows)]
    )
