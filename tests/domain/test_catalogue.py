from __future__ import annotations

import re

import pytest

from app.adapters.model_store import bundled_catalogue
from app.domain.catalogue import KNOWN_FILES, parse_catalogue
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
    assert len(set(names)) == len(names)


def test_each_entry_says_in_one_sentence_what_it_is_good_for() -> None:
    for model in bundled_catalogue().models:
        assert model.summary.endswith(".")
        assert len(model.summary) < 100
        assert model.english_only == (model.name.endswith(".en") or model.name.startswith("distil"))
        assert all(re.fullmatch("[0-9a-f]{64}", hash) for hash in model.hashes.values())
        # float16 weights: two bytes a parameter, within what rounding a million leaves.
        assert model.size_bytes == pytest.approx(2e6 * model.parameters_millions, rel=0.06)


def test_each_entry_says_how_many_languages_it_knows() -> None:
    languages = {model.name: model.languages for model in bundled_catalogue().models}
    assert {name for name, number in languages.items() if number == 100} == {"large-v3", "turbo"}
    assert {name for name, number in languages.items() if number == 99} == {"tiny", "base", "small", "medium"}
    assert all(languages[model.name] == 1 for model in bundled_catalogue().models if model.english_only)


def test_a_download_of_each_is_tied_to_one_commit_and_to_known_names() -> None:
    for model in bundled_catalogue().models:
        assert re.fullmatch("[0-9a-f]{40}", model.revision)
        assert re.fullmatch(r"[\w-]+/[\w.-]+", model.repository)
        assert set(model.hashes) <= set(KNOWN_FILES)
        assert re.fullmatch(r"[a-z0-9.-]+", model.name)


def test_the_weights_of_all_but_the_newest_are_known_by_their_hash() -> None:
    models = bundled_catalogue().models
    assert [model.name for model in models if not model.is_pinned] == ["distil-large-v3.5"]
    hashes = [model.hashes["model.bin"] for model in models if model.is_pinned]
    assert len(set(hashes)) == len(hashes)


def test_what_a_model_needs_in_memory_grows_with_its_size_and_its_arithmetic() -> None:
    catalogue = bundled_catalogue()
    small, large = catalogue.get("small"), catalogue.get("large-v3")
    types = ("int8", "float16", "float32")
    assert [small.memory_megabytes(one) for one in types] == sorted(
        {small.memory_megabytes(one) for one in types}
    )
    assert all(large.memory_megabytes(one) > small.memory_megabytes(one) for one in types)
    # Never less than the weights themselves.
    assert large.memory_megabytes("float16") * 1e6 > large.size_bytes


def test_languages_are_one_or_many_where_they_are_left_out() -> None:
    (many,) = parse_catalogue(ENTRY).models
    (english,) = parse_catalogue(ENTRY + "english_only = true").models
    (more,) = parse_catalogue(ENTRY + "languages = 100").models
    assert (many.languages, english.languages, more.languages) == (99, 1, 100)


def test_a_model_is_found_by_its_other_name() -> None:
    catalogue = bundled_catalogue()
    assert catalogue.get("large-v3-turbo").name == "turbo"
    assert catalogue.find("large") is catalogue.get("large-v3")
    assert [catalogue.name_of(one) for one in ("large", "large-v3", "/mine")] == [
        "large-v3",
        "large-v3",
        "/mine",
    ]
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
