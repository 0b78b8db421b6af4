"""A file that is written bit by bit: whole or not at all, and never in place of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.adapters.history_export import NewFile
from app.domain.problems import FolderUnwritable


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_it_is_there_when_it_is_finished(tmp_path: Path) -> None:
    file = NewFile(tmp_path / "new" / "Dictations.txt")
    file.write("It ")
    file.write("rains. ☂\r\n")
    assert not (tmp_path / "new" / "Dictations.txt").exists()
    assert file.finish() == tmp_path / "new" / "Dictations.txt"
    assert (tmp_path / "new" / "Dictations.txt").read_bytes() == "It rains. ☂\r\n".encode()
    assert names(tmp_path / "new") == ["Dictations.txt"]


def test_what_has_the_name_stays(tmp_path: Path) -> None:
    place = tmp_path / "Dictations.txt"
    place.write_text("mine")
    for expected in ("Dictations 2.txt", "Dictations 3.txt"):
        file = NewFile(place)
        file.write(expected)
        assert file.finish().name == expected
    assert place.read_text() == "mine"
    assert (tmp_path / "Dictations 2.txt").read_text() == "Dictations 2.txt"


def test_one_that_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    file = NewFile(tmp_path / "Dictations.txt")
    file.write("It rains.")
    file.drop()
    file.drop()
    assert names(tmp_path) == []


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnwritable):
        NewFile(tmp_path / "file" / "Dictations.txt")


def test_half_a_surrogate_pair_costs_its_sign(tmp_path: Path) -> None:
    file = NewFile(tmp_path / "a.txt")
    file.write("a \ud83d b")
    assert file.finish().read_text() == "a ? b"
