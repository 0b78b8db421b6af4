"""What is dropped with a folder, and by what a file is seen to change: on real folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.adapters.file_places import FilePlaces
from app.domain.file_origin import Stamp

PLACES = FilePlaces()


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")


def walked(path: Path, root: Path) -> list[str]:
    return [file.relative_to(root).as_posix() for files in PLACES.walk(path) for file in files]


def test_a_folder_gives_what_may_speak_in_it_and_below_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.mp3", "A.wav", "notes.txt", "z/1.mkv", "c/2.opus", "c/d/3.m4a", "c/1.ogg", "a.mp3.part")
    assert walked(tmp_path, tmp_path) == ["A.wav", "b.mp3", "c/1.ogg", "c/2.opus", "c/d/3.m4a", "z/1.mkv"]


def test_a_folder_at_a_time(tmp_path: Path) -> None:
    make(tmp_path, "a.mp3", "b/c/d.mp3")
    assert [len(files) for files in PLACES.walk(tmp_path)] == [1, 0, 1]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".a.mp3", "._b.mp3", ".hidden/c.mp3", "d.mp3")
    assert walked(tmp_path, tmp_path) == ["d.mp3"]
    # Dropped by itself, even that is meant.
    assert walked(tmp_path / ".hidden", tmp_path) == [".hidden/c.mp3"]


def test_a_file_by_itself_is_taken_whatever_it_is(tmp_path: Path) -> None:
    make(tmp_path, "talk")
    assert walked(tmp_path / "talk", tmp_path) == ["talk"]
    assert walked(tmp_path / "not there.mp3", tmp_path) == ["not there.mp3"]
    assert list(PLACES.walk(Path("a\0b"))) != []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_links_lead_to_files_but_not_into_folders(tmp_path: Path) -> None:
    make(tmp_path, "in/a.mp3", "elsewhere/b.mp3")
    (tmp_path / "in/round").symlink_to(tmp_path / "in")
    (tmp_path / "in/b.mp3").symlink_to(tmp_path / "elsewhere/b.mp3")
    (tmp_path / "in/c.mp3").symlink_to(tmp_path / "gone.mp3")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "in/pipe.mp3")
    assert walked(tmp_path / "in", tmp_path) == ["in/a.mp3", "in/b.mp3"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_read_holds_nothing(tmp_path: Path) -> None:
    make(tmp_path, "closed/a.mp3", "b.mp3")
    (tmp_path / "closed").chmod(0)
    assert walked(tmp_path, tmp_path) == ["b.mp3"]
    (tmp_path / "closed").chmod(0o700)


def test_a_change_is_seen_and_what_is_no_file_has_no_stamp(tmp_path: Path) -> None:
    file = tmp_path / "a.mp3"
    assert PLACES.stamp(file) is None
    assert not PLACES.is_taken(file)
    file.write_bytes(b"12345")
    os.utime(file, ns=(1, 2_000_000_000))
    assert PLACES.stamp(file) == Stamp(5, 2_000_000_000)
    assert PLACES.stamp(tmp_path) is None
    assert PLACES.is_taken(tmp_path)
    assert PLACES.stamp(Path("a\0b")) is None
    assert not PLACES.is_taken(Path("a\0b"))
