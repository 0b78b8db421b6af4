"""Files are whole and private, and refusals are told for what they are."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from app.adapters.disk import (
    MORE_ROOM,
    free_name,
    make_guarded_folder,
    make_private_folder,
    storage_problem,
    write_whole,
)
from app.domain.problems import DiskFull, FolderUnwritable, NameTooLong
from app.domain.problems.program import NO_PLACE
from app.domain.problems.sound import CONNECT_IT
from tests.adapters.small_disk import fill, run_on_small_disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's folders by other means")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, FolderUnwritable),
        (errno.EROFS, FolderUnwritable),
        (errno.EIO, FolderUnwritable),
        (errno.ENAMETOOLONG, NameTooLong),
    ],
)
def test_refusals_have_their_kind(number: int, kind: type[Exception], tmp_path: Path) -> None:
    problem = storage_problem(OSError(number, "why"), tmp_path)
    assert type(problem) is kind
    assert str(tmp_path) in problem.sentence
    assert "why" in problem.detail


def test_a_full_disk_has_the_remedy_of_what_was_to_be_written(tmp_path: Path) -> None:
    full, refused = OSError(errno.ENOSPC, "why"), OSError(errno.EACCES, "why")
    assert "recordings" in storage_problem(full, tmp_path).remedy
    assert storage_problem(full, tmp_path, remedy=MORE_ROOM).remedy == MORE_ROOM
    assert "the right to write" in storage_problem(refused, tmp_path, remedy=MORE_ROOM).remedy


@pytest.mark.parametrize(
    ("number", "alone", "where_another_can_be_chosen"),
    [
        (errno.EROFS, NO_PLACE, "Go there."),
        (errno.EACCES, "Give your user the right to write there.", "Go there."),
        (errno.EPERM, "Give your user the right to write there.", "Go there."),
        (errno.EIO, CONNECT_IT, CONNECT_IT),
        (errno.ESTALE, CONNECT_IT, CONNECT_IT),
    ],
)
def test_a_refusal_has_the_remedy_of_its_cause(
    number: int, alone: str, where_another_can_be_chosen: str, tmp_path: Path
) -> None:
    error = OSError(number, "why")
    assert storage_problem(error, tmp_path).remedy == alone
    assert storage_problem(error, tmp_path, elsewhere="Go there.").remedy == where_another_can_be_chosen


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [child.name for child in path.parent.iterdir()] == ["file"]


@posix
def test_files_and_folders_are_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "file"
    write_whole(path, b"one")
    path.chmod(0o644)
    write_whole(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles"
    target.mkdir()
    link = tmp_path / "file"
    link.symlink_to(target / "real")
    write_whole(link, b"data")
    assert link.is_symlink()
    assert (target / "real").read_bytes() == b"data"


def test_a_folder_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnwritable):
        make_private_folder(tmp_path / "file" / "folder")
    with pytest.raises(FolderUnwritable):
        write_whole(tmp_path / "file" / "folder" / "x", b"")


def test_what_cannot_be_replaced_leaves_no_temporary_file(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)
    with pytest.raises(FolderUnwritable):
        write_whole(tmp_path / "taken", b"data")
    assert [child.name for child in tmp_path.iterdir()] == ["taken"]


@posix
def test_a_guarded_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o755)
    make_guarded_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@posix
def test_a_guarded_folder_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "run").symlink_to(tmp_path)
    with pytest.raises(FolderUnwritable):
        make_guarded_folder(tmp_path / "run")


@posix
def test_a_guarded_folder_of_another_user_is_refused(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no owners of this kind")
    if os.getuid():
        folder = Path("/proc")
    else:
        folder = tmp_path / "run"
        folder.mkdir()
        os.chown(folder, 12345, 12345)
    with pytest.raises(FolderUnwritable):
        make_guarded_folder(folder)


def test_names_beside_a_file_do_not_repeat(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    first = free_name(path, "broken")
    first.write_text("")
    assert (first.name, free_name(path, "broken").name) == (
        "settings.broken-1.toml",
        "settings.broken-2.toml",
    )


def write_on_full_disk(folder: Path) -> object:
    path = folder / "file"
    write_whole(path, b"before")
    fill(folder)
    try:
        write_whole(path, b"x" * 100_000)
    except DiskFull:
        left = sorted(child.name for child in folder.iterdir())
        return [path.read_bytes().decode(), left]
    return "written"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    assert run_on_small_disk(write_on_full_disk, tmp_path) == ["before", ["file", "filling"]]
