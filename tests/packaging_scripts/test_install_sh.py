"""install.sh in a home of its own: what it places, what it leaves alone, and what it removes again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.autostart import Autostart, read_desktop_entry
from tests.packaging_scripts.scripts import FOLDER, ROOT

if sys.platform == "win32":
    pytest.skip("a POSIX shell script", allow_module_level=True)

PROGRAM = """#!/bin/sh
[ "$1" != status ] || [ -e "$(dirname "$0")/../../../running" ]
"""


class Home:
    """A user's home, and an unpacked archive beside it. Its path has all in it that shells and desktop files
    take for something else."""

    def __init__(self, folder: Path, name: str = "a home, 100% o'neill's $HOME") -> None:
        self.home = folder / name
        self.home.mkdir(parents=True)
        self.archive = folder / "sayso-1"
        (self.archive / "sayso" / "_internal").mkdir(parents=True)
        shutil.copy(FOLDER / "linux" / "install.sh", self.archive)
        program = self.archive / "sayso" / "sayso"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        applications = self.archive / "share" / "applications"
        applications.mkdir(parents=True)
        shutil.copy(ROOT / "resources" / "desktop" / "sayso.desktop", applications)
        for name in ("icons/hicolor/48x48/apps/sayso.png", "metainfo/org.sayso.Sayso.metainfo.xml"):
            path = self.archive / "share" / name
            path.parent.mkdir(parents=True)
            path.write_text("x")
        self.program = self.home / ".local" / "lib" / "sayso" / "sayso"
        self.entry = self.home / ".local" / "share" / "applications" / "sayso.desktop"
        self.autostart = self.home / ".config" / "autostart" / "sayso.desktop"
        self.link = self.home / ".local" / "bin" / "sayso"

    def run(self, *arguments: str, status: int = 0) -> str:
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"]}
        done = subprocess.run(
            ["sh", str(self.archive / "install.sh"), *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr

    def write(self, path: Path, text: str = "mine") -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def files(self) -> set[str]:
        return {
            str(path.relative_to(self.home))
            for path in self.home.rglob("*")
            if path.is_symlink() or path.is_file()
        }


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def commands_of(entry: Path) -> list[Autostart | None]:
    """What the groups of a desktop file start."""
    groups = [group.partition("\n")[2] for group in entry.read_text().split("\n\n")]
    return [read_desktop_entry(f"[Desktop Entry]\n{group}") for group in groups]


def test_it_places_program_menu_entry_icon_and_command(home: Home) -> None:
    said = home.run()
    assert home.files() == {
        ".local/lib/sayso/sayso",
        ".local/lib/sayso/installed-files",
        ".local/bin/sayso",
        ".local/share/applications/sayso.desktop",
        ".local/share/icons/hicolor/48x48/apps/sayso.png",
        ".local/share/metainfo/org.sayso.Sayso.metainfo.xml",
    }
    assert os.readlink(home.link) == str(home.program)
    assert str(home.program) in said


def test_menu_entries_start_the_program_by_its_whole_path(home: Home) -> None:
    home.run()
    first, second = commands_of(home.entry)
    assert first == Autostart((str(home.program),))
    assert second == Autostart((str(home.program), "toggle"))


@pytest.mark.parametrize("name", ["plain", 'quo"te', "back\\slash", "tick`s", "a&b"])
def test_any_home_will_do(tmp_path: Path, name: str) -> None:
    home = Home(tmp_path, name)
    home.run()
    assert commands_of(home.entry)[0] == Autostart((str(home.program),))


def test_the_autostart_is_written_when_asked_for_and_read_as_saysos_own(home: Home) -> None:
    home.run()
    assert not home.autostart.exists()
    home.run("--autostart")
    assert read_desktop_entry(home.autostart.read_text()) == Autostart((str(home.program), "--hidden"))
    home.run()  # a newer version keeps it
    assert home.autostart.exists()


def test_uninstalling_leaves_nothing_but_the_users_own(home: Home) -> None:
    words = home.write(home.home / ".local" / "share" / "sayso" / "history.sqlite3")
    settings = home.write(home.home / ".config" / "sayso" / "settings.toml")
    other = home.write(home.home / ".local" / "share" / "applications" / "other.desktop")
    before = home.files()
    home.run("--autostart")
    said = home.run("--uninstall")
    assert home.files() == before
    assert {words.read_text(), settings.read_text(), other.read_text()} == {"mine"}
    assert "still" in said


def test_uninstalling_with_data_removes_the_words_as_well(home: Home) -> None:
    home.write(home.home / ".local" / "share" / "sayso" / "history.sqlite3")
    home.write(home.home / ".config" / "sayso" / "settings.toml")
    home.write(home.home / ".cache" / "sayso" / "joined")
    other = home.write(home.home / ".config" / "other" / "settings")
    home.run()
    home.run("--uninstall", "--with-data")
    assert home.files() == {str(other.relative_to(home.home))}


def test_an_autostart_that_the_settings_wrote_goes_as_well(home: Home) -> None:
    home.run()
    home.write(home.autostart, f'[Desktop Entry]\nExec="{home.program}" --hidden\n')
    home.run("--uninstall")
    assert not home.autostart.exists()


def test_an_autostart_of_another_sayso_stays(home: Home) -> None:
    home.run()
    home.write(home.autostart, "[Desktop Entry]\nExec=/opt/sayso --hidden\n")
    home.run("--uninstall")
    assert home.autostart.exists()


def test_a_command_of_another_origin_stays(home: Home) -> None:
    home.write(home.link, "another program")
    assert "another program's" in home.run()
    home.run("--uninstall")
    assert home.link.read_text() == "another program"


def test_a_newer_version_replaces_the_older_one_whole(home: Home) -> None:
    home.write(home.archive / "sayso" / "_internal" / "old.so")
    home.write(home.archive / "share" / "icons" / "hicolor" / "9x9" / "apps" / "sayso.png")
    home.run()
    (home.archive / "sayso" / "_internal" / "old.so").unlink()
    shutil.rmtree(home.archive / "share" / "icons" / "hicolor" / "9x9")
    home.write(home.archive / "sayso" / "_internal" / "new.so")
    home.run()
    assert {name for name in home.files() if "_internal" in name} == {".local/lib/sayso/_internal/new.so"}
    assert not any("9x9" in name for name in home.files())
    home.run("--uninstall")
    assert home.files() == set()


def test_a_folder_that_is_not_ours_stops_it(home: Home) -> None:
    home.write(home.program.parent / "precious")
    assert "not installed by this script" in home.run(status=1)
    assert home.files() == {".local/lib/sayso/precious"}


def test_a_running_sayso_is_not_pulled_away(home: Home) -> None:
    home.run()
    before = home.files()
    home.write(home.home / "running")
    assert "Quit it" in home.run("--uninstall", status=1)
    assert "Quit it" in home.run(status=1)
    assert home.files() == {*before, "running"}


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--help",), 0, "--autostart"),
        (("--nonsense",), 2, "--uninstall"),
        (("--with-data",), 1, "--uninstall"),
        (("--uninstall",), 1, "not installed"),
    ],
)
def test_what_cannot_be_done_is_told(home: Home, arguments: tuple[str, ...], status: int, words: str) -> None:
    assert words in home.run(*arguments, status=status)
    assert home.files() == set()


def test_an_archive_without_its_program_is_told(home: Home) -> None:
    shutil.rmtree(home.archive / "sayso")
    assert "Unpack the whole archive" in home.run(status=1)
    assert home.files() == set()
