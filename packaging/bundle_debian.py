"""Makes the Debian package of a bundle: where its files lie, what it says of itself, and the archive.

Rules: the program lies in /usr/lib/sayso, the command is a link to it. The archive is the same for the same
    files: sorted, owned by root, dated by the release. dpkg-deb makes it where it is there; elsewhere the
    three parts are written here, as deb(5) has them.
Failure mode: raises OSError or CalledProcessError; an archive has another name until it is whole.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from typing import BinaryIO, Final

MAINTAINER: Final = "The Sayso authors <sayso@localhost>"
DESCRIPTION: Final = """\
 Hold a key anywhere, speak, let go: the text is where the cursor is. Whisper
 recognises on this computer, and a language model that Ollama runs cleans up
 where one is there. Recordings and videos become transcripts and subtitles.
 .
 No word leaves the computer.
"""
INSIDE: Final = Path("usr/lib/sayso")
COMPRESSION: Final = "xz"


@dataclass(frozen=True)
class Release:
    """What the package says of itself. `architecture` is Debian's name, such as amd64."""

    version: str
    architecture: str
    moment: datetime
    depends: tuple[str, ...]
    level: int = 6  # of the compression, 0 to 9


def control(release: Release, installed_kib: int) -> str:
    """The file `control` (deb-control(5))."""
    fields = {
        "Package": "sayso",
        "Version": release.version,
        "Architecture": release.architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(installed_kib),
        "Depends": ", ".join(release.depends),
        "Recommends": "pulseaudio | pipewire-pulse, xdg-utils",
        "Suggests": "wtype, ydotool",
        "Section": "sound",
        "Priority": "optional",
        "Description": "push-to-talk dictation that never leaves this computer",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + DESCRIPTION


def changelog(release: Release) -> str:
    """The file `changelog.Debian` (deb-changelog(5))."""
    date = format_datetime(release.moment)
    return (
        f"sayso ({release.version}) stable; urgency=medium\n\n"
        f"  * Release {release.version}.\n\n"
        f" -- {MAINTAINER}  {date}\n"
    )


def copyright_file(licence: str, others: Iterable[str]) -> str:
    """The file `copyright` (machine-readable, 1.0): Sayso's own licence, and where those of others are."""
    indented = "".join(f" {line}\n" if line.strip() else " .\n" for line in licence.strip().splitlines())
    listed = "".join(f"  {name}\n" for name in others)
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Sayso\n"
        "Comment: The program carries libraries of others, each under its own licence. The texts are in\n"
        f" /{INSIDE.as_posix()}/_internal/licences. Qt is used under the LGPL 3, linked dynamically: its\n"
        " libraries can be replaced by others. The libraries are\n"
        f"{listed}\n"
        "Files: *\n"
        "Copyright: 2026 The Sayso authors\n"
        "License: Expat\n"
        f"{indented}"
    )


def write_package(
    root: Path,
    release: Release,
    licence: str,
    others: Iterable[str],
    target: Path,
    *,
    own_tools: bool = False,
) -> None:
    """Make the package `target` of the tree `root`, which has the program and its `usr/share` already.

    `own_tools` makes it without dpkg-deb.
    """
    documents = root / "usr/share/doc/sayso"
    documents.mkdir(parents=True, exist_ok=True)
    (documents / "copyright").write_text(copyright_file(licence, others), encoding="utf-8")
    with gzip.GzipFile(documents / "changelog.gz", "wb", mtime=0) as file:
        file.write(changelog(release).encode())
    command = root / "usr/bin/sayso"
    command.parent.mkdir(parents=True, exist_ok=True)
    command.unlink(missing_ok=True)
    command.symlink_to(Path("..", *INSIDE.parts[1:], "sayso"))
    _set_modes(root)
    files = {
        "control": control(release, installed_kib(root)).encode(),
        "md5sums": md5sums(root).encode(),
    }
    unfinished = target.with_suffix(".unfinished")
    if shutil.which("dpkg-deb") and not own_tools:
        _by_dpkg(root, files, unfinished, release.level)
    else:
        unfinished.write_bytes(_archive(root, files, release))
    unfinished.replace(target)


def installed_kib(root: Path) -> int:
    """What the files take when installed, as dpkg reckons it: whole KiB, at least one for each entry."""
    total = 0
    for path in root.rglob("*"):
        is_file = path.is_file() and not path.is_symlink()
        total += max(1, -(-path.lstat().st_size // 1024)) if is_file else 1
    return total


def md5sums(root: Path) -> str:
    """The file `md5sums`, by which dpkg finds files that have changed."""
    lines = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "md5").hexdigest()
            lines.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    return "".join(lines)


def _set_modes(root: Path) -> None:
    """All may read, none but root may write; what could be run can be."""
    root.chmod(0o755)
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o111 else 0o644)


def _by_dpkg(root: Path, files: dict[str, bytes], target: Path, level: int) -> None:
    about = root / "DEBIAN"
    about.mkdir()
    try:
        for name, content in files.items():
            (about / name).write_bytes(content)
        about.chmod(0o755)
        options = ["--root-owner-group", f"-Z{COMPRESSION}", f"-z{level}"]
        subprocess.run(
            ["dpkg-deb", *options, "--build", str(root), str(target)], check=True, capture_output=True
        )
    finally:
        shutil.rmtree(about)


def _archive(root: Path, files: dict[str, bytes], release: Release) -> bytes:
    """The package as deb(5) has it: an ar archive of a version, the facts and the files."""
    seconds = int(release.moment.timestamp())
    about = io.BytesIO()
    with tarfile.open(fileobj=about, mode="w:xz", format=tarfile.GNU_FORMAT) as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.size, entry.mtime = len(content), seconds
            tar.addfile(entry, io.BytesIO(content))
    packed = io.BytesIO()
    write_tree(root, seconds, packed, release.level)
    parts = [
        ("debian-binary", b"2.0\n"),
        ("control.tar.xz", about.getvalue()),
        ("data.tar.xz", packed.getvalue()),
    ]
    return b"!<arch>\n" + b"".join(_ar_part(name, body, seconds) for name, body in parts)


def _ar_part(name: str, body: bytes, seconds: int) -> bytes:
    head = f"{name:<16}{seconds:<12}{0:<6}{0:<6}{'100644':<8}{len(body):<10}`\n".encode()
    return head + body + b"\n" * (len(body) % 2)


def write_tree(root: Path, seconds: int, target: BinaryIO, level: int, prefix: str = ".") -> None:
    """Write a .tar.xz of all that is in `root`, below `prefix`: sorted, of one date, owned by root."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = seconds
        return entry

    with (
        lzma.open(target, "wb", preset=level) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in sorted([root, *root.rglob("*")]):
            name = path.relative_to(root).as_posix()
            tar.add(path, f"{prefix}/{name}" if name != "." else prefix, recursive=False, filter=plain)
