"""Models that came with the program, as in a bundle with weights inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.adapters.model_store import LocalModels, shipped_models
from app.domain.catalogue import Place
from app.domain.problems import ModelDamaged, ModelMissing, ModelShipped
from tests.adapters.models_bench import FILES, Computer, write_model


def ignore(done: int, total: int) -> None:
    """Of progress."""


@pytest.fixture
def place(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


@pytest.fixture
def shipped(place: Computer, tmp_path: Path) -> Path:
    """The folder of a model that comes as packages, too."""
    return write_model(tmp_path / "shipped" / "split")


@pytest.fixture
def store(place: Computer, shipped: Path) -> LocalModels:
    return LocalModels(
        place.catalogue, place.models, place.cache, place.hub, place.find, lambda: shipped.parent
    )


def test_it_is_used_where_it_lies_and_nothing_is_joined(
    store: LocalModels, place: Computer, shipped: Path
) -> None:
    assert store.locate("split") == shipped
    assert not (place.cache / "split").exists()


def test_one_that_the_user_got_goes_before_it(store: LocalModels, place: Computer) -> None:
    own = write_model(place.models / "split")
    assert store.locate("split") == own


def test_it_is_told_where_it_is(store: LocalModels, shipped: Path) -> None:
    one = next(one for one in store.shelf() if one.name == "split")
    assert (one.place, one.path, one.holds_bytes) == (Place.SHIPPED, shipped, 0)


def test_it_stays_and_the_remedy_is_to_uninstall_sayso(store: LocalModels, shipped: Path) -> None:
    with pytest.raises(ModelShipped, match="part of Sayso") as caught:
        store.remove("split")
    assert "uninstalled" in caught.value.remedy
    assert {path.name for path in shipped.iterdir()} == set(FILES)


def test_what_was_got_besides_is_removed(store: LocalModels, place: Computer, shipped: Path) -> None:
    write_model(place.models / "split")
    assert store.remove("split") == sum(map(len, FILES.values()))
    assert store.locate("split") == shipped


def test_one_with_other_weights_is_damaged_and_got_anew(
    store: LocalModels, place: Computer, shipped: Path
) -> None:
    (shipped / "model.bin").write_bytes(b"y" * len(FILES["model.bin"]))
    with pytest.raises(ModelDamaged):
        store.locate("split")
    assert store.get("split", ignore) == place.models / "split"


def test_others_are_looked_for_elsewhere(store: LocalModels, place: Computer) -> None:
    assert store.locate("whole") == place.packages / "first/data"
    with pytest.raises(ModelMissing):
        store.remove("absent")


def test_the_sources_come_with_none() -> None:
    assert not shipped_models().exists()
