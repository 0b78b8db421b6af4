"""Which shared libraries the bundle needs of the system, and which Debian packages have them.

Problem: a list of needs kept by hand goes stale with every release of a library, and what is missing shows on
    other people's computers alone.
Rules: what the bundle's files name and the bundle has not is read from the files themselves (`readelf`). What
    is opened by name while the program runs no file tells, so it stands here, with its reason. Which package
    has a library is asked of dpkg, on the system that builds; one without dpkg goes by a list.
Failure mode: a library that no installed package has, raises LookupError with its name and who needs it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

OPENED_BY_NAME: Final[Mapping[str, str]] = {
    "libxcb.so.1": "the global key and insertion on X11",
    "libpulse.so.0": "the list of microphones",
}
"""Libraries that the running program opens, and what for."""

FOR_LIBRARIES: Final = ("libasound2-plugins", "xkb-data")
"""Packages that libraries read from: ALSA's way to PulseAudio and PipeWire; the layouts for our copy of
libxkbcommon."""

ASKED_FOR: Final = ("libpython*", "libportaudio.so*")
"""Libraries that the program itself opens, so no other file need name them."""

DEBIAN_PACKAGES: Final[Mapping[str, str]] = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libasound.so.2": "libasound2",
    "libc.so.6": "libc6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdl.so.2": "libc6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "liblzma.so.5": "liblzma5",
    "libm.so.6": "libc6",
    "libmvec.so.1": "libc6",
    "libpthread.so.0": "libc6",
    "libpulse.so.0": "libpulse0",
    "librt.so.1": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""For a system that has no dpkg to ask. Newer releases have other names for some, and provide these."""

MAGIC: Final = b"\x7fELF"
FILES_AT_ONCE: Final = 100


@dataclass(frozen=True)
class Library:
    """A file of machine code: the libraries it names, its own name, the newest glibc that it asks for."""

    needs: frozenset[str] = frozenset()
    name: str = ""
    glibc: tuple[int, ...] = (0,)


@dataclass
class Needs:
    """What all files of a folder ask of the system: each library, with the files that name it."""

    libraries: dict[str, list[str]] = field(default_factory=dict)
    glibc: tuple[int, ...] = (0,)


def parse_readelf(text: str) -> dict[str, Library]:
    """What `readelf -dVW FILE...` says, by file."""
    found: dict[str, Library] = {}
    for part in re.split(r"^File: ", text, flags=re.MULTILINE)[1:]:
        file, _, facts = part.partition("\n")
        name = re.search(r"\(SONAME\)\s+Library soname: \[(.+?)\]", facts)
        versions = re.findall(r"Name: GLIBC_([\d.]+)", facts)
        found[file.strip()] = Library(
            frozenset(re.findall(r"\(NEEDED\)\s+Shared library: \[(.+?)\]", facts)),
            name[1] if name else "",
            max((tuple(map(int, version.split("."))) for version in versions), default=(0,)),
        )
    return found


def code_files(folder: Path) -> list[Path]:
    """The files below `folder` that hold machine code, each once."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(MAGIC)) == MAGIC:
                    found.append(path)
    return found


def needs_of(folder: Path) -> Needs:
    """What the bundle in `folder` asks of the system. Raises OSError where there is no readelf."""
    return outside(read_libraries(code_files(folder)), (path.name for path in folder.rglob("*")))


def read_libraries(paths: Sequence[Path]) -> dict[str, Library]:
    """What each of these files asks for. Raises OSError where there is no readelf."""
    seen: dict[str, Library] = {}
    for first in range(0, len(paths), FILES_AT_ONCE):
        some = [str(path) for path in paths[first : first + FILES_AT_ONCE]]
        if len(some) == 1:
            some.append(some[0])  # of a single file readelf does not tell the name
        done = subprocess.run(
            ["readelf", "-dVW", *some],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
        seen |= parse_readelf(done.stdout)
    return seen


def orphans(seen: Mapping[str, Library]) -> set[str]:
    """Of files by their place in the bundle: the libraries of the system that were taken in, lie at its top,
    and that none of the others asks for any more."""
    kept = dict(seen)
    while True:
        asked = {library for one in kept.values() for library in one.needs}
        gone = {name for name in kept if _is_of_the_system(name) and name not in asked}
        if not gone:
            return seen.keys() - kept.keys()
        for name in gone:
            del kept[name]


def _is_of_the_system(name: str) -> bool:
    if "/" in name or not name.startswith("lib") or ".so" not in name:
        return False
    return not any(fnmatchcase(name, pattern) for pattern in ASKED_FOR)


def outside(seen: Mapping[str, Library], present: Iterable[str]) -> Needs:
    """What these files ask for beside one another; `present` are the names of all files there."""
    inside = {*present, *(one.name for one in seen.values())}
    needs = Needs()
    for file, one in seen.items():
        needs.glibc = max(needs.glibc, one.glibc)
        for library in one.needs - inside:
            needs.libraries.setdefault(library, []).append(Path(file).name)
    return needs


def debian_packages(libraries: Collection[str]) -> dict[str, str]:
    """The Debian package of each library. Raises LookupError where one has none."""
    if not shutil.which("dpkg"):
        if unknown := sorted(set(libraries) - DEBIAN_PACKAGES.keys()):
            raise LookupError(f"not in the list of Debian's packages: {', '.join(unknown)}")
        return {library: DEBIAN_PACKAGES[library] for library in libraries}
    cache = subprocess.run(
        [shutil.which("ldconfig", path="/sbin:/usr/sbin:/bin:/usr/bin") or "ldconfig", "-p"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return {library: _package_of(library, cache) for library in libraries}


def _package_of(library: str, cache: str) -> str:
    places = re.findall(rf"^\s*{re.escape(library)} \(.*x86-64.*\) => (/.+)$", cache, re.MULTILINE)
    places += re.findall(rf"^\s*{re.escape(library)} \(.*\) => (/.+)$", cache, re.MULTILINE)
    for place in places:
        # A system whose /lib is a link to /usr/lib knows a file by one of its names alone.
        for name in (place, place.removeprefix("/usr"), f"/usr{place}", str(Path(place).resolve())):
            done = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.split(":")[0]
    raise LookupError(f"no installed package has {library}")


def depends(needs: Needs, packages: Mapping[str, str]) -> list[str]:
    """What the package needs, in Debian's form. `packages` has the package of each library."""
    names = {packages[library] for library in (*needs.libraries, *OPENED_BY_NAME)}
    glibc = f"libc6 (>= {'.'.join(map(str, needs.glibc))})"
    return [glibc, *sorted((names | {*FOR_LIBRARIES}) - {"libc6"})]
