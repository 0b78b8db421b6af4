from __future__ import annotations

import re

import pytest

from app.adapters.model_store import bundled_catalogue
from app.domain.catalogue import parse_catalogue
from app.domain.problems import ModelUnknown

ENTRY = """
[[model]]
name = "one"
summary = "The first."
repository = "house/one"
size_bytes = 5
parameters_millions = 39
"""


def test_the_bundled_catalogue_has_every_model_that_is_promised() -> None:
    names = [model.name for model in bundled_catalogue().models]
    assert {"tiny", "base", "small", "medium"} <= set(names)
    assert {"tiny.en", "base.en", "small.en", "medium.en"} <= set(names)
    assert {"large-v3", "turbo", "distil-small.en", "distil-medium.en", "distil-large-v3"} <= set(names)


def test_each_entry_says_in_one_sentence_what_it_is_good_for() -> None:
    for model in bundled_catalogue().models:
        assert model.summary.endswith(".")
        assert len(model.summary) < 100
        assert model.english_only == (model.name.endswith(".en") or model.name.startswith("distil"))
        assert all(re.fullmatch("[0-9a-f]{64}", hash) for hash in model.hashes.values())
        # float16 weights: two bytes a parameter, within what rounding a million leaves.
        assert model.size_bytes == pytest.approx(2e6 * model.parameters_millions, rel=0.06)


def test_a_model_is_found_by_its_other_name() -> None:
    catalogue = bundled_catalogue()
    assert catalogue.get("large-v3-turbo").name == "turbo"
    assert catalogue.find("large").name == "large-v3"  # type: ignore[union-attr]
    assert catalogue.find("huge") is None
    with pytest.raises(ModelUnknown):
        catalogue.get("huge")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY + ENTRY, "same name"),
        (ENTRY.replace('summary = "The first."', ""), "one"),
        (ENTRY.replace("size_bytes = 5", 'size_bytes = "many"'), "one"),
        (ENTRY + '[aliases]\n"first" = "two"', "first"),
    ],
)
def test_wrong_data_is_told_with_the_entry(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_catalogue(text)
