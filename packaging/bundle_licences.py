"""The licences of all that the bundle carries: texts for the folder `licences`, and a list of names.

Wheels bring theirs along.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TEXTS: Final = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
CODE: Final = (".py", ".pyc", ".so")


def all_needed(project: str, left_out: Iterable[str] = ()) -> list[Distribution]:
    """What is installed of what `project` needs, and what that needs, without its extras; sorted by name."""
    found: dict[str, Distribution] = {}
    waiting = [project]
    passed = {canonicalize_name(name) for name in left_out}
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found or name in passed:
            continue
        found[name] = distribution(name)
        for line in found[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    found.pop(canonicalize_name(project))
    return [found[name] for name in sorted(found)]


def title(one: Distribution) -> str:
    """Its name, version and licence, on one line."""
    facts = one.metadata
    (stated, *_) = facts.get_all("License-Expression") or [""]
    (older, *_) = facts.get_all("License") or [""]
    licence = stated or _classified(facts.get_all("Classifier") or []) or older or "see its text"
    return f"{facts['Name']} {one.version}: {licence.splitlines()[0]}"


def _classified(classifiers: Iterable[str]) -> str:
    """The licences among a package's classifiers."""
    return ", ".join(line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::"))


def write_texts(needed: Iterable[Distribution], folder: Path) -> list[str]:
    """Copy the texts of each into a folder of its own below `folder`; the titles, also where it has none."""
    titles = []
    for one in needed:
        titles.append(title(one))
        for file in one.files or ():
            source = Path(str(one.locate_file(file)))
            if TEXTS.search(file.as_posix()) and source.suffix not in CODE and source.is_file():
                place = folder / one.metadata["Name"]
                place.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, place / "-".join(Path(file).parts[-2:]))
    (folder / "list.txt").write_text("".join(f"{one}\n" for one in titles), encoding="utf-8")
    return titles
