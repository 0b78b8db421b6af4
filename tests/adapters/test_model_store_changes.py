"""Getting models, from a hub and from folders, removing them, and the list of where they are."""

from __future__ import annotations

import hashlib
import shutil
from functools import partial
from pathlib import Path

import pytest

from app.adapters.disk import MORE_ROOM
from app.adapters.model_files import Receipt, copy_model, write_receipt
from app.adapters.model_store import LocalModels
from app.domain.catalogue import Catalogue, CatalogueModel, Place
from app.domain.problems import (
    DiskFull,
    FolderUnwritable,
    ModelDamaged,
    ModelMissing,
    ModelStays,
    ModelUnknown,
)
from tests.adapters.models_bench import FILES, WEIGHTS, Computer, FolderHub, ignore, write_model


@pytest.fixture
def place(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


# --- getting ---


def test_what_is_here_is_not_downloaded(place: Computer) -> None:
    assert place.store.get("whole", ignore) == place.packages / "first/data"
    assert place.store.get("other", ignore) == place.cache / "split"
    assert place.hub.downloads == 0
    assert place.store.get("absent", ignore) == place.models / "absent"
    assert place.store.get("absent", ignore) == place.models / "absent"
    assert place.hub.downloads == 1


def test_what_is_damaged_is_got_anew(place: Computer) -> None:
    write_model(place.models / "absent", {**FILES, "model.bin": b"x" * 2_000_000})
    folder = place.store.get("absent", ignore)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    # Also where the damage is in a package that Sayso may not write to.
    (place.packages / "second/data/model.bin.part2").write_bytes(b"other" * 200_000)
    assert place.store.get("split", ignore) == place.models / "split"


def test_only_names_of_the_catalogue_can_be_got_or_removed(place: Computer, tmp_path: Path) -> None:
    own = write_model(tmp_path / "own")
    for name in (str(own), "../models", "", "nonsense"):
        for action in (partial(place.store.get, name, ignore), partial(place.store.remove, name)):
            with pytest.raises(ModelUnknown):
                action()
        with pytest.raises(ModelUnknown):
            place.store.discard(name)
        with pytest.raises(ModelUnknown):
            place.store.copy_in(name, own, ignore)
    assert (own / "model.bin").exists()


def test_what_the_hub_told_of_a_download_is_checked_later_too(tmp_path: Path) -> None:
    unpinned = CatalogueModel("free", "Good.", "house/free", len(WEIGHTS), 39, False, {})
    store = LocalModels(Catalogue((unpinned,), {}), tmp_path / "models", tmp_path / "cache", FolderHub(FILES))
    folder = store.get("free", ignore)
    hashes = {"model.bin": hashlib.sha256(WEIGHTS).hexdigest()}
    write_receipt(folder, Receipt("house/free", "1" * 40, hashes))
    assert store.locate("free") == folder
    (folder / "model.bin").write_bytes(WEIGHTS[:-4] + b"oops")
    with pytest.raises(ModelDamaged, match=r"model\.bin"):
        store.locate("free")
    # A receipt of another model says nothing about this one.
    write_receipt(folder, Receipt("house/another", "1" * 40, hashes))
    assert store.locate("free") == folder


# --- from a folder ---


def test_a_model_is_got_from_a_folder_without_a_hub(place: Computer, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    source = write_model(tmp_path / "stick", {**FILES, "README.md": b"Not needed."})
    folder = place.store.copy_in("absent", source, lambda *step: seen.append(step))
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == FILES
    total = sum(map(len, FILES.values()))
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)
    assert place.store.locate("absent") == folder
    assert place.hub.downloads == 0


def test_a_folder_takes_the_place_of_a_download_that_was_stopped(place: Computer, tmp_path: Path) -> None:
    folder = place.models / "absent"
    folder.mkdir(parents=True)
    (folder / "model.bin.part").write_bytes(WEIGHTS[:1000])
    write_receipt(folder, Receipt("house/absent", "1" * 40, {"config.json": "0" * 64}))
    place.store.copy_in("absent", write_model(tmp_path / "stick"), ignore)
    assert {file.name for file in folder.iterdir()} == set(FILES)
    assert place.store.locate("absent") == folder


def test_a_folder_with_other_weights_than_published_is_refused(place: Computer, tmp_path: Path) -> None:
    source = write_model(tmp_path / "stick", {**FILES, "model.bin": b"y" * 2_000_000})
    with pytest.raises(ModelDamaged, match=r"model\.bin"):
        place.store.copy_in("absent", source, ignore)
    assert not (place.models / "absent").exists()
    assert (source / "model.bin").exists()


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.txt"])
def test_a_folder_that_lacks_a_file_is_not_copied(place: Computer, tmp_path: Path, name: str) -> None:
    source = write_model(tmp_path / "stick")
    (source / name).unlink()
    with pytest.raises(ModelMissing) as caught:
        place.store.copy_in("absent", source, ignore)
    assert name in caught.value.remedy
    assert not (place.models / "absent").exists()


def test_a_folder_that_is_none_is_told(place: Computer, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="gone"):
        place.store.copy_in("absent", tmp_path / "gone", ignore)


def test_the_models_folder_itself_is_left_as_it_is(place: Computer) -> None:
    folder = write_model(place.models / "absent")
    assert place.store.copy_in("absent", folder, ignore) == folder
    assert (folder / "model.bin").read_bytes() == WEIGHTS


def test_a_copy_that_is_stopped_leaves_nothing_that_looks_whole(place: Computer, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(received: int, total: int) -> None:
        if received == total:
            raise Stopped

    with pytest.raises(Stopped):
        place.store.copy_in("absent", write_model(tmp_path / "stick"), stop)
    assert not (place.models / "absent/model.bin").exists()
    assert not list((place.models / "absent").glob("*.part"))
    with pytest.raises(ModelMissing):
        place.store.locate("absent")


def test_a_disk_without_the_space_is_told_before_anything_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, total = write_model(tmp_path / "stick"), sum(map(len, FILES.values()))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, total - 1))
    with pytest.raises(DiskFull) as caught:
        copy_model(source, tmp_path / "out", ignore)
    assert caught.value.remedy == MORE_ROOM
    assert list((tmp_path / "out").iterdir()) == []


def test_a_models_folder_that_cannot_be_written_is_told(place: Computer, tmp_path: Path) -> None:
    place.models.write_text("in the way")
    with pytest.raises(FolderUnwritable):
        place.store.copy_in("absent", write_model(tmp_path / "stick"), ignore)


# --- removing ---


def test_a_download_is_removed_with_all_that_is_in_its_folder(place: Computer) -> None:
    folder = place.store.get("absent", ignore)
    held = sum(file.stat().st_size for file in folder.iterdir())
    assert place.store.remove("absent") == held
    assert not folder.exists()
    with pytest.raises(ModelMissing):
        place.store.remove("absent")


def test_what_was_joined_of_packages_is_removed_and_joined_again(place: Computer) -> None:
    place.store.locate("split")
    assert place.store.remove("other") > len(WEIGHTS)
    assert not (place.cache / "split").exists()
    assert (place.packages / "first/data/model.bin.part1").exists()
    assert place.store.locate("split") == place.cache / "split"


def test_what_belongs_to_a_package_stays(place: Computer) -> None:
    with pytest.raises(ModelStays, match="whole"):
        place.store.remove("whole")
    assert (place.packages / "first/data/model.bin").exists()


def test_only_a_download_that_is_not_whole_is_thrown_away(place: Computer) -> None:
    folder = place.models / "absent"
    folder.mkdir(parents=True)
    (folder / "model.bin.part").write_bytes(b"x" * 300)
    assert place.store.discard("absent") == 300
    assert not folder.exists()
    assert place.store.discard("absent") == 0
    place.store.get("absent", ignore)
    assert place.store.discard("absent") == 0
    assert place.store.locate("absent") == folder


def test_a_folder_that_cannot_be_removed_is_told(place: Computer) -> None:
    folder = place.models / "absent"
    # No system removes a folder as if it were a file.
    (folder / "model.bin").mkdir(parents=True)
    with pytest.raises(FolderUnwritable):
        place.store.remove("absent")
    assert folder.exists()


# --- the list ---


def test_the_shelf_tells_where_each_model_is_and_what_it_holds(place: Computer, tmp_path: Path) -> None:
    write_model(place.models / "absent")
    place.store.locate("split")
    held = sum(map(len, FILES.values()))
    own = write_model(tmp_path / "own")
    shelf = {one.name: one for one in place.store.shelf([str(own), "split", "", "other", str(own)])}
    assert list(shelf) == ["split", "whole", "absent", str(own)]
    assert [one.place for one in shelf.values()] == [
        Place.PACKAGE,
        Place.PACKAGE,
        Place.MODELS_FOLDER,
        Place.OWN_FOLDER,
    ]
    assert [one.holds_bytes for one in shelf.values()] == [held, 0, held, 0]
    assert all(one.arrived_bytes == 0 for one in shelf.values())
    assert shelf["absent"].entry is place.catalogue.get("absent")
    assert shelf[str(own)].path == own


def test_the_shelf_tells_how_much_of_a_stopped_download_is_here(place: Computer) -> None:
    folder = place.models / "absent"
    folder.mkdir(parents=True)
    (folder / "config.json").write_bytes(b"{}")
    (folder / "model.bin.part").write_bytes(b"x" * 300)
    one = place.store.shelf()[2]
    assert (one.place, one.path, one.arrived_bytes, one.holds_bytes) == (Place.NOWHERE, None, 302, 302)


def test_the_shelf_tells_why_a_folder_of_ones_own_cannot_be_used(place: Computer, tmp_path: Path) -> None:
    own = write_model(tmp_path / "own")
    (own / "tokenizer.json").unlink()
    *_, lacking, gone = place.store.shelf([str(own), str(tmp_path / "gone")])
    assert (lacking.place, lacking.path) == (Place.NOWHERE, None)
    assert isinstance(lacking.problem, ModelMissing)
    assert "tokenizer.json" in lacking.problem.remedy
    assert isinstance(gone.problem, ModelMissing)
