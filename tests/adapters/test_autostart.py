"""Starting with the system: files that are written, switched off elsewhere, moved away from, and removed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.adapters.autostart import (
    DesktopFile,
    Entry,
    LaunchAgent,
    SystemAutostart,
    start_command,
    system_autostart,
)
from app.domain.problems import FolderUnwritable

KINDS: list[type[DesktopFile] | type[LaunchAgent]] = [DesktopFile, LaunchAgent]


@pytest.fixture(params=KINDS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / "autostart" / f"sayso.{KINDS.index(request.param)}"


@pytest.fixture
def entry(path: Path) -> Entry:
    return KINDS[int(path.suffix[1:])](path)


def program(folder: Path, name: str) -> tuple[str, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).touch()
    return (str(folder / name), "--hidden")


def test_it_is_on_as_long_as_its_file_is_there(entry: Entry, path: Path, tmp_path: Path) -> None:
    mine = SystemAutostart(entry, program(tmp_path / "a", "sayso"))
    assert not mine.is_on()
    mine.set(False)
    assert not path.parent.exists()
    mine.set(True)
    assert mine.is_on()
    assert path.stat().st_mode & 0o777 == 0o600
    path.unlink()
    assert not mine.is_on()
    mine.set(True)
    mine.set(False)
    assert not path.exists()


def test_one_that_moved_is_followed_and_another_that_is_there_is_left(entry: Entry, tmp_path: Path) -> None:
    old = program(tmp_path / "old", "sayso")
    SystemAutostart(entry, old).set(True)
    mine = SystemAutostart(entry, program(tmp_path / "new", "sayso"))
    assert mine.repair()
    found = entry.read()
    assert found is not None
    assert found.command == old
    Path(old[0]).unlink()
    assert mine.repair()
    found = entry.read()
    assert found is not None
    assert found.command == (str(tmp_path / "new" / "sayso"), "--hidden")


def test_what_is_off_is_not_switched_on_by_a_repair(entry: Entry, path: Path, tmp_path: Path) -> None:
    mine = SystemAutostart(entry, program(tmp_path / "a", "sayso"))
    assert not mine.repair()
    assert not path.exists()


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("no folder", "utf-8")
    mine = SystemAutostart(DesktopFile(tmp_path / "autostart" / "sayso.desktop"), ("/x/sayso",))
    assert not mine.is_on()
    with pytest.raises(FolderUnwritable):
        mine.set(True)


def test_what_the_desktop_switched_off_can_be_switched_on_again(tmp_path: Path) -> None:
    path = tmp_path / "sayso.desktop"
    mine = SystemAutostart(DesktopFile(path), program(tmp_path, "sayso"))
    mine.set(True)
    path.write_text(path.read_text("utf-8") + "Hidden=true\n", "utf-8")
    assert not mine.is_on()
    mine.set(True)
    assert mine.is_on()


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of Linux")
def test_it_lies_where_the_desktop_looks(tmp_path: Path) -> None:
    system_autostart({"XDG_CONFIG_HOME": str(tmp_path)}).set(True)
    assert (tmp_path / "autostart" / "sayso.desktop").is_file()


def test_what_is_written_starts_this_program_from_any_folder(tmp_path: Path) -> None:
    command = start_command()
    assert command[-1] == "--hidden"
    done = subprocess.run(
        [*command[:-1], "--version"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == f"sayso {__version__}"


def test_the_source_tree_starts_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As where nothing was installed: no command lies beside the interpreter.
    interpreter = sys.executable
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(interpreter)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    command = start_command()
    assert command[:2] == (str(tmp_path / "bin" / "python"), "-c")
    done = subprocess.run(
        [interpreter, *command[1:-1], "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == f"sayso {__version__}"


def test_the_bundle_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/sayso/sayso")
    assert start_command() == ("/opt/sayso/sayso", "--hidden")
