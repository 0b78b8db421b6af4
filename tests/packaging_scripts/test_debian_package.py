"""The Debian package: what it says of itself, what is in it, and what it needs of the system."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.packaging_scripts.scripts import script

if sys.platform == "win32":
    pytest.skip("a package for Linux, with links in it", allow_module_level=True)

debian = script("bundle_debian")
libraries = script("bundle_libraries")

MOMENT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
PROGRAM = b"\x7fELF program"


def release() -> Any:  # noqa: ANN401  of a script that is no package
    return debian.Release("1.2.3", "amd64", MOMENT, ("libc6 (>= 2.36)", "libegl1"))


def tree(folder: Path) -> Path:
    """A bundle's tree, with modes as a careless user has them."""
    root = folder / "tree"
    program = root / debian.INSIDE
    (program / "_internal").mkdir(parents=True)
    (program / "sayso").write_bytes(PROGRAM)
    (program / "sayso").chmod(0o700)
    (program / "_internal" / "data").write_bytes(b"x" * 2000)
    (program / "_internal" / "data").chmod(0o600)
    return root


def test_the_control_file_has_all_that_dpkg_wants() -> None:
    text = debian.control(release(), 1234)
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Package"] == "sayso"
    assert fields["Version"] == "1.2.3"
    assert fields["Architecture"] == "amd64"
    assert fields["Installed-Size"] == "1234"
    assert fields["Depends"] == "libc6 (>= 2.36), libegl1"
    assert fields["Maintainer"].endswith(">")
    assert all(len(line) <= 80 for line in text.splitlines() if line.startswith(" "))
    assert text.endswith("\n")


def test_the_changelog_tells_version_and_date() -> None:
    first, *_, last = debian.changelog(release()).splitlines()
    assert first == "sayso (1.2.3) stable; urgency=medium"
    assert last.endswith("  Wed, 04 Mar 2026 05:06:07 +0000")


def test_the_copyright_file_has_the_licence_and_names_the_others() -> None:
    text = debian.copyright_file("MIT License\n\nPermission is granted", ["numpy 2: BSD"])
    assert "  numpy 2: BSD\n" in text
    assert "License: Expat\n MIT License\n .\n Permission is granted\n" in text


def test_sizes_and_sums_are_those_of_the_files(tmp_path: Path) -> None:
    root = tree(tmp_path)
    (root / "link").symlink_to("usr")
    # usr, lib, sayso, _internal, the link: 1 KiB each; two files of one and two.
    assert debian.installed_kib(root) == 5 + 1 + 2
    data = hashlib.md5(b"x" * 2000).hexdigest()
    assert f"{data}  usr/lib/sayso/_internal/data\n" in debian.md5sums(root)
    assert "link" not in debian.md5sums(root)


def made(folder: Path, *, own_tools: bool) -> Path:
    package = folder / "sayso.deb"
    debian.write_package(tree(folder), release(), "MIT", ["numpy"], package, own_tools=own_tools)
    return package


@pytest.mark.parametrize("own_tools", [True, False])
@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="reads the package with Debian's own tool")
def test_debian_reads_the_package(tmp_path: Path, own_tools: bool) -> None:
    package = made(tmp_path, own_tools=own_tools)
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == ["sayso.deb"]
    facts = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Package", "Version", "Depends"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert facts.splitlines() == ["Package: sayso", "Version: 1.2.3", "Depends: libc6 (>= 2.36), libegl1"]
    subprocess.run(["dpkg-deb", "--control", str(package), str(tmp_path / "facts")], check=True)
    assert "usr/lib/sayso/sayso\n" in (tmp_path / "facts" / "md5sums").read_text()
    packed = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", str(package)], capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        entries = {entry.name: entry for entry in tar.getmembers()}
        program = entries["./usr/lib/sayso/sayso"]
        content = tar.extractfile(program)
        assert content is not None
        assert content.read() == PROGRAM
    assert program.mode & 0o777 == 0o755
    assert entries["./usr/lib/sayso/_internal/data"].mode & 0o777 == 0o644
    assert entries["./usr/bin/sayso"].linkname == "../lib/sayso/sayso"
    assert {(entry.uid, entry.gid, entry.uname) for entry in entries.values()} == {(0, 0, "root")}
    assert {"./usr/share/doc/sayso/copyright", "./usr/share/doc/sayso/changelog.gz"} <= entries.keys()


def test_the_same_tree_gives_the_same_archive(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
    assert made(first, own_tools=True).read_bytes() == made(second, own_tools=True).read_bytes()


# --- needs ---

READELF = """
File: /b/sayso

Dynamic section at offset 0x1 contains 3 entries:
  Tag        Type                         Name/Value
 0x0000000000000001 (NEEDED)             Shared library: [libinner.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]

Version needs section '.gnu.version_r' contains 2 entries:
  0x0010:   Name: GLIBC_2.9  Flags: none  Version: 4
  0x0020:   Name: GLIBC_2.17  Flags: none  Version: 3

File: /b/_internal/inner.so
 0x0000000000000001 (NEEDED)             Shared library: [libEGL.so.1]
 0x000000000000000e (SONAME)             Library soname: [libinner.so.1]
  0x0020:   Name: GLIBC_2.4  Flags: none  Version: 3
"""


def test_what_files_name_is_read_from_them() -> None:
    seen = libraries.parse_readelf(READELF)
    assert seen["/b/sayso"].needs == {"libinner.so.1", "libc.so.6"}
    assert seen["/b/sayso"].glibc == (2, 17)
    assert seen["/b/_internal/inner.so"].name == "libinner.so.1"


def test_what_the_bundle_has_is_not_asked_of_the_system() -> None:
    needs = libraries.outside(libraries.parse_readelf(READELF), ["sayso", "inner.so"])
    assert needs.libraries == {"libc.so.6": ["sayso"], "libEGL.so.1": ["inner.so"]}
    packages = {
        "libc.so.6": "libc6",
        "libEGL.so.1": "libegl1",
        "libxcb.so.1": "libxcb1",
        "libpulse.so.0": "libpulse0",
    }
    assert libraries.depends(needs, packages) == [
        "libc6 (>= 2.17)",
        "libasound2-plugins",
        "libegl1",
        "libpulse0",
        "libxcb1",
        "xkb-data",
    ]


def test_a_library_that_came_for_what_was_left_out_goes_too() -> None:
    def asks(*names: str) -> Any:  # noqa: ANN401
        return libraries.Library(frozenset(names))

    seen = {
        "sayso": asks("libc.so.6"),
        "PySide6/Qt/lib/libQt6Gui.so.6": asks("libglib-2.0.so.0"),
        "libgtk-3.so.0": asks("libcairo.so.2"),  # of a plug-in that is gone
        "libcairo.so.2": asks("libpixman-1.so.0", "libxcb-render.so.0"),
        "libpixman-1.so.0": asks(),
        "libxcb-render.so.0": asks(),
        "PySide6/Qt/plugins/platforms/libqxcb.so": asks("libxcb-render.so.0"),
        "libportaudio.so.2": asks("libjack.so.0"),
        "libjack.so.0": asks(),
        "libpython3.11.so.1.0": asks(),
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so": asks(),
        "av.libs/libx.so": asks(),
    }
    assert libraries.orphans(seen) == {"libgtk-3.so.0", "libcairo.so.2", "libpixman-1.so.0"}


@pytest.mark.skipif(not shutil.which("readelf"), reason="what builds has it")
def test_a_real_program_is_read(tmp_path: Path) -> None:
    shutil.copy("/bin/sh", tmp_path / "shell")
    (tmp_path / "text").write_text("no code")
    needs = libraries.needs_of(tmp_path)
    assert needs.libraries["libc.so.6"] == ["shell"]
    assert needs.glibc > (2, 0)


def test_without_dpkg_a_list_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert libraries.debian_packages({"libz.so.1"}) == {"libz.so.1": "zlib1g"}
    with pytest.raises(LookupError, match=r"libnowhere\.so\.1"):
        libraries.debian_packages({"libz.so.1", "libnowhere.so.1"})


@pytest.mark.skipif(not Path("/etc/debian_version").exists(), reason="asks dpkg")
def test_the_list_is_debians() -> None:
    release = Path("/etc/debian_version").read_text()
    if not release.startswith("12."):
        pytest.skip("later releases give other names, and provide these")
    there = {name for name in libraries.DEBIAN_PACKAGES if any(Path("/lib/x86_64-linux-gnu").glob(name))}
    assert "libc.so.6" in there
    assert libraries.debian_packages(there) == {name: libraries.DEBIAN_PACKAGES[name] for name in there}


@pytest.mark.skipif(not shutil.which("dpkg"), reason="only Debian knows packages")
def test_a_library_that_no_package_has_is_told() -> None:
    with pytest.raises(LookupError, match=r"libnowhere\.so\.1"):
        libraries.debian_packages(["libnowhere.so.1"])
