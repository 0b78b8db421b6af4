from __future__ import annotations

from importlib.resources import files

import pytest

from app.domain.catalogue import parse_catalogue
from app.domain.compute import CPU, CUDA, memory_megabytes
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import Footprint
from app.domain.settings import Device, SpeechSettings
from app.services.model_sizes import sizes_of

CATALOGUE = parse_catalogue(files("resources").joinpath("models.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("has_card", "device", "where", "compute_type"),
    [
        (True, Device.AUTO, CUDA, "int8_float16"),
        (True, Device.CPU, CPU, "int8"),
        (False, Device.AUTO, CPU, "int8"),
        (False, Device.CUDA, CUDA, "int8_float16"),
    ],
)
def test_a_model_of_the_catalogue_takes_what_that_says(
    has_card: bool, device: Device, where: str, compute_type: str
) -> None:
    no_folder: dict[str, int] = {}  # asking for one would raise KeyError
    sizes = sizes_of(CATALOGUE, lambda: has_card, no_folder.__getitem__)
    takes = CATALOGUE.get("small").memory_megabytes(compute_type)
    assert sizes(SpeechSettings(model="small", device=device)) == Footprint(where, takes * MB)


def test_a_folder_of_ones_own_takes_what_its_weights_say() -> None:
    sizes = sizes_of(CATALOGUE, lambda: False, {"my/folder": 484_000_000}.__getitem__)
    assert sizes(SpeechSettings(model="my/folder")) == Footprint(CPU, memory_megabytes(242, "int8") * MB)


def test_whether_there_is_a_card_is_asked_each_time() -> None:
    answers = iter((False, True))
    sizes = sizes_of(CATALOGUE, lambda: next(answers), lambda _: 0)
    assert [sizes(SpeechSettings()).device for _ in range(2)] == [CPU, CUDA]
