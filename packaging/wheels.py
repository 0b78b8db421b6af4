"""Checks that everything Sayso needs can be had as wheels on the systems that no test runs on.

Problem: a release of some library, far down in the tree, comes without a wheel for Windows or for Apple's
    processors, and nobody here sees it: there a user's set-up would try to compile it, and fail.
Rules: wheels only. The tested set (constraints.txt) is what is checked. pip judges markers such as
    `sys_platform == "win32"` by the machine it runs on, so it is asked about single packages and never
    about what those need; that is read from their metadata and judged here, for the target. What is asked
    of a package only grows, so the walk ends.
Failure: a table with what is missing for which system and which Python, and exit status 1; exit status 2
    when the package index cannot be asked at all.

    python packaging/wheels.py [--extras base-model,test] [--unpinned]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
NO_DEPS = HERE / "no-deps.txt"
BUILT_BY = "setuptools>=77"  # what an installation from the sources fetches besides


@dataclass(frozen=True, eq=False)
class Target:
    """A system and a Python, as pip names them and as markers see them."""

    name: str
    python: str
    pip_platforms: tuple[str, ...]
    markers: Mapping[str, str]

    def applies(self, requirement: Requirement, extras: Iterable[str] = ("",)) -> bool:
        """Whether it holds on this target for any of `extras` (of the package that states it)."""
        marker = requirement.marker
        return marker is None or any(marker.evaluate(self.environment(extra)) for extra in extras)

    def environment(self, extra: str) -> dict[str, str]:
        """All variables of environment markers (packaging.python.org, dependency specifiers)."""
        return {
            **self.markers,
            "extra": extra,
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_version": "",
        }


WINDOWS = {
    "sys_platform": "win32",
    "os_name": "nt",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
}
MACOS = {
    "sys_platform": "darwin",
    "os_name": "posix",
    "platform_system": "Darwin",
    "platform_machine": "arm64",
}
PYTHONS = ("3.11", "3.14")
TARGETS = tuple(
    Target(name, python, platforms, markers)
    for name, platforms, markers in (
        ("Windows x64", ("win_amd64",), WINDOWS),
        # pip takes the wheels of all earlier releases with it. 14 is the oldest that Apple looks after.
        ("macOS arm64", ("macosx_14_0_arm64",), MACOS),
    )
    for python in PYTHONS
)


@dataclass
class Wanted:
    """All that is asked of one package."""

    requirements: set[str] = field(default_factory=set)
    extras: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Wheel:
    """A file that pip chose, and what it needs in its turn."""

    name: str
    version: str
    file: str
    needs: tuple[str, ...]


class IndexUnreachable(Exception):
    """pip could not ask the index, so nothing is known."""


class NoWheel(Exception):
    """There is none; the text is pip's own."""


Index = Callable[[Target, Iterable[str]], list[Wheel]]
"""Gives the wheels for exactly these requirements, as `choose` does; raises NoWheel or IndexUnreachable."""


def choose(target: Target, asked: Iterable[str], constraints: Path | None) -> list[Wheel]:
    """The wheels that pip would install for exactly these requirements, without what they need.

    Raises NoWheel or IndexUnreachable.
    """
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.json")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps"]
        command += ["--disable-pip-version-check", "--ignore-installed", "--only-binary=:all:"]
        command += ["--target", str(Path(scratch, "target")), "--report", str(report)]
        command += ["--implementation", "cp", "--python-version", target.python]
        command += [f"--platform={platform}" for platform in target.pip_platforms]
        command += ["--constraint", str(constraints)] if constraints else []
        done = subprocess.run([*command, *sorted(asked)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return [_wheel(item) for item in json.loads(report.read_text("utf-8"))["install"]]
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR: ")]
    unreachable = "Retrying (" in done.stderr  # pip then ends with "No matching distribution", too
    if not unreachable and any(
        "No matching distribution" in line or "ResolutionImpossible" in line for line in said
    ):
        raise NoWheel(said[-1].removeprefix("ERROR: "))
    raise IndexUnreachable(done.stderr.strip())


def _wheel(item: Mapping[str, Mapping[str, object]]) -> Wheel:
    metadata, download = item["metadata"], item["download_info"]
    needs = metadata.get("requires_dist", [])
    assert isinstance(needs, list)
    file = str(download["url"]).rsplit("/", 1)[-1]
    return Wheel(canonicalize_name(str(metadata["name"])), str(metadata["version"]), file, tuple(needs))


def walk(
    target: Target, roots: Iterable[str], index: Index, alone: Iterable[str] = ()
) -> tuple[dict[str, Wheel], list[str]]:
    """All wheels that `roots` come to on `target`, and a sentence for each package that has none.

    Those in `alone` are installed without what they need.
    """
    wanted: dict[str, Wanted] = {}
    chosen: dict[str, Wheel] = {}
    missing: dict[str, str] = {}
    fresh = ask_for(target, wanted, roots, ("",))
    while fresh:
        wheels = {wheel.name: wheel for wheel in _choose_or_tell(target, wanted, fresh, index, missing)}
        chosen |= wheels
        fresh = set()
        for name, wheel in wheels.items():
            fresh |= ask_for(target, wanted, wheel.needs, ("", *wanted[name].extras))
        fresh -= missing.keys()
    single = ask_for(target, wanted, alone, ("",))
    chosen |= {wheel.name: wheel for wheel in _choose_or_tell(target, wanted, single, index, missing)}
    return chosen, list(missing.values())


def ask_for(
    target: Target, wanted: dict[str, Wanted], stated: Iterable[str], extras: Iterable[str]
) -> set[str]:
    """Adds what `stated` asks for on `target`; the names of which more is asked now than before."""
    grown: set[str] = set()
    for requirement in map(Requirement, stated):
        if not target.applies(requirement, extras):
            continue
        name = canonicalize_name(requirement.name)
        entry = wanted.setdefault(name, Wanted())
        plain = f"{name}{requirement.specifier}"
        if plain not in entry.requirements or not requirement.extras <= entry.extras:
            grown.add(name)
        entry.requirements.add(plain)
        entry.extras |= requirement.extras
    return grown


def _choose_or_tell(
    target: Target,
    wanted: Mapping[str, Wanted],
    names: Iterable[str],
    index: Index,
    missing: dict[str, str],
) -> list[Wheel]:
    """All `names` in one call of pip; when that fails, halves of them, until those at fault stand alone."""
    found: list[Wheel] = []
    groups = deque([sorted(names)])
    while groups:
        group = groups.popleft()
        try:
            found += index(target, {text for name in group for text in wanted[name].requirements})
        except NoWheel as reason:
            if len(group) == 1:
                missing[group[0]] = str(reason)
            else:
                half = len(group) // 2
                groups += [group[:half], group[half:]]
    return found


def declared(extras: Iterable[str]) -> list[str]:
    """What the project asks for, with these extras and for building it."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    optional = project["optional-dependencies"]
    return [BUILT_BY, *project["dependencies"], *(line for extra in extras for line in optional[extra])]


def declared_alone(extras: Iterable[str]) -> list[str]:
    """What comes with these extras without what it needs, from no-deps.txt."""
    if "test" not in extras:
        return []
    lines = (line.split("--hash")[0].rstrip(" \\") for line in NO_DEPS.read_text("utf-8").splitlines())
    return [line for line in lines if line.strip() and not line.startswith("#")]


def table(results: Mapping[Target, tuple[Mapping[str, Wheel], list[str]]]) -> str:
    """A row for each package, a column for each target: the kind of wheel, or what is missing."""
    names = sorted({name for wheels, _ in results.values() for name in wheels})
    head = ["package", *(f"{target.name} {target.python}" for target in results)]
    rows = [head]
    for name in names:
        found = [wheels.get(name) for wheels, _ in results.values()]
        rows.append([name, *(_cell(wheel) for wheel in found)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _cell(wheel: Wheel | None) -> str:
    if wheel is None:
        return "-"
    platform = wheel.file.removesuffix(".whl").rsplit("-", 1)[-1]
    return f"{wheel.version} {platform.split('.')[-1]}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Are there wheels of everything for Windows and macOS?")
    parser.add_argument("--extras", default="base-model,test", help="comma-separated (default: %(default)s)")
    parser.add_argument("--unpinned", action="store_true", help="the newest releases, not the tested set")
    options = parser.parse_args()
    extras = [extra for extra in options.extras.split(",") if extra]
    roots, alone = declared(extras), declared_alone(extras)
    index = partial(choose, constraints=None if options.unpinned else HERE / "constraints.txt")
    results = {}
    try:
        for target in TARGETS:
            print(f"asking for {target.name}, Python {target.python}", file=sys.stderr)
            results[target] = walk(target, roots, index, alone)
    except IndexUnreachable as reason:
        print(f"The package index could not be asked:\n{reason}", file=sys.stderr)
        return 2
    print(table(results))
    complaints = [f"{t.name} {t.python}: {text}" for t, (_, texts) in results.items() for text in texts]
    print("\n".join(["", *complaints]) if complaints else "\nEverything is there as wheels.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
