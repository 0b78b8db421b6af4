from __future__ import annotations

import logging
import os
import shutil
import sys
from pathlib import Path

import pytest

from app.adapters.disk import MORE_ROOM
from app.adapters.model_files import Stamps, join_parts
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.domain.problems import (
    DiskFull,
    DownloadFailed,
    FolderUnwritable,
    ModelDamaged,
    ModelMissing,
    ModelUnknown,
)
from tests.adapters.models_bench import FILES, WEIGHTS, Computer, FolderHub, write_model


@pytest.fixture
def place(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_parts_are_joined_once_and_found_again(place: Computer) -> None:
    folder = place.store.locate("split")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == FILES
    joined = (folder / "model.bin").stat().st_mtime_ns
    assert place.another().locate("other") == folder
    assert (folder / "model.bin").stat().st_mtime_ns == joined


def test_weights_that_lie_whole_in_a_package_are_used_where_they_are(place: Computer) -> None:
    assert place.store.locate("whole") == place.packages / "first/data"
    assert not (place.cache / "whole").exists()


def test_a_package_whose_weights_are_wrong_is_damaged(place: Computer) -> None:
    (place.packages / "second/data/model.bin.part2").write_bytes(b"other" * 200_000)
    with pytest.raises(ModelDamaged) as caught:
        place.store.locate("split")
    assert "split" in caught.value.sentence
    assert "model.bin" in caught.value.sentence
    assert not [file for file in (place.cache / "split").iterdir() if file.name.startswith("model.bin")]


def test_joined_weights_that_were_changed_are_joined_anew(place: Computer) -> None:
    joined = place.store.locate("split") / "model.bin"
    joined.write_bytes(WEIGHTS[:-4] + b"oops")
    assert (place.another().locate("split") / "model.bin").read_bytes() == WEIGHTS


def test_a_changed_file_is_hashed_again(place: Computer) -> None:
    place.store.locate("whole")
    path = place.packages / "first/data/model.bin"
    path.write_bytes(WEIGHTS[:-4] + b"oops")
    os.utime(path, ns=(1, 1))
    with pytest.raises(ModelDamaged):
        place.another().locate("whole")


def test_an_unchanged_file_is_not_hashed_again(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(WEIGHTS)
    stamps = Stamps(tmp_path / "stamps")
    stamps.remember(path, "0" * 64)
    stamps.verify("one", path, "0" * 64)  # the stamp is believed: the real hash is another
    with pytest.raises(ModelDamaged):
        stamps.verify("one", path, "1" * 64)


def test_the_models_folder_goes_before_the_packages(place: Computer) -> None:
    write_model(place.models / "split")
    assert place.store.locate("split") == place.models / "split"


def test_a_download_that_was_changed_on_disk_is_damaged(place: Computer) -> None:
    write_model(place.models / "absent", {**FILES, "model.bin": b"x" * 2_000_000})
    with pytest.raises(ModelDamaged):
        place.store.locate("absent")


def test_what_is_nowhere_is_missing_with_the_way_to_get_it(place: Computer) -> None:
    with pytest.raises(ModelMissing) as caught:
        place.store.locate("absent")
    assert "sayso models get absent" in caught.value.remedy
    with pytest.raises(ModelUnknown):
        place.store.locate("nonsense")


def test_a_folder_of_ones_own_is_used_as_it_is(place: Computer, tmp_path: Path) -> None:
    own = write_model(tmp_path / "own", {**FILES, "model.bin": b"y" * 2_000_000})
    assert place.store.locate(str(own)) == own


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.txt"])
def test_a_folder_that_lacks_a_file_names_it(place: Computer, tmp_path: Path, name: str) -> None:
    own = write_model(tmp_path / "own")
    (own / name).unlink()
    with pytest.raises(ModelMissing) as caught:
        place.store.locate(str(own))
    assert name in caught.value.remedy


def test_a_folder_with_a_page_in_place_of_the_weights_is_damaged(place: Computer, tmp_path: Path) -> None:
    own = write_model(tmp_path / "own", {**FILES, "model.bin": b"<html>not found</html>"})
    with pytest.raises(ModelDamaged, match=r"model\.bin"):
        place.store.locate(str(own))
    with pytest.raises(ModelMissing):
        place.store.locate(str(tmp_path / "gone"))


def test_the_list_tells_where_each_model_is(place: Computer) -> None:
    write_model(place.models / "absent")
    states = {state.name: state for state in place.store.list()}
    assert list(states) == ["split", "whole", "absent"]
    assert states["absent"].path == place.models / "absent"
    assert states["whole"].source == "installed package"


def test_a_download_ends_in_the_models_folder(place: Computer) -> None:
    seen: list[tuple[int, int]] = []
    folder = place.store.download("absent", lambda *step: seen.append(step))
    assert folder == place.models / "absent"
    assert seen == [(1, 1)]
    assert place.store.locate("absent") == folder


def test_a_download_with_other_weights_is_damaged(tmp_path: Path) -> None:
    place = Computer(tmp_path, FolderHub({**FILES, "model.bin": b"z" * 2_000_000}))
    with pytest.raises(ModelDamaged):
        place.store.download("absent", lambda *_: None)


def test_a_download_that_fails_and_one_of_no_model_are_told(tmp_path: Path) -> None:
    store = Computer(tmp_path, FolderHub({})).store
    with pytest.raises(DownloadFailed):
        store.download("absent", lambda *_: None)
    with pytest.raises(ModelUnknown):
        store.download("nonsense", lambda *_: None)


@pytest.mark.skipif(
    sys.platform == "win32", reason="a file in the folder's place is what makes it unwritable for everybody"
)
def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(FolderUnwritable):
        Computer(tmp_path).store.locate("split")
    # No stamp is no trouble.
    assert Computer(tmp_path).store.locate("whole") == tmp_path / "packages/first/data"


def test_an_unfinished_join_leaves_nothing_behind(tmp_path: Path) -> None:
    part = tmp_path / "part"
    part.write_bytes(WEIGHTS)
    with pytest.raises(ModelDamaged, match="gone"):
        join_parts("one", [part, tmp_path / "gone"], tmp_path / "out" / "model.bin", "")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_disk_without_the_space_is_told_before_anything_is_joined(
    place: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, len(WEIGHTS) - 1))
    with pytest.raises(DiskFull) as caught:
        place.store.locate("split")
    assert caught.value.remedy == MORE_ROOM
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, len(WEIGHTS)))
    assert (place.store.locate("split") / "model.bin").read_bytes() == WEIGHTS


def test_the_log_says_why_a_model_is_downloaded(place: Computer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    folder = place.store.get("absent", lambda received, total: None)
    (folder / "model.bin").write_bytes(b"oops")
    place.store.get("absent", lambda received, total: None)
    first, second = (one.getMessage() for one in caplog.records if "is downloaded" in one.getMessage())
    assert first == "absent is downloaded: it is not on this computer"
    assert second.startswith("absent is downloaded anew: it is damaged (")


def test_the_bundled_catalogue_finds_the_installed_weights(local_models: LocalModels) -> None:
    catalogue = bundled_catalogue()
    for name in ("base", "tiny.en"):
        found = local_models.locate(name) / "model.bin"
        assert found.stat().st_size == catalogue.get(name).size_bytes
