from __future__ import annotations

import re

import pytest

from app.adapters.style_file import bundled_writers
from app.domain.enhancement_settings import DEFAULT_MODEL
from app.domain.writer_catalogue import RecommendedWriter, WriterVariant, find_writer, parse_writers

VARIANT = """
[[writer.variant]]
name = "one:7b-q5"
quantisation = "Q5_K_M"
download_gb = 5
memory_gb = 6.5
"""
ENTRY = f"""
[[writer]]
name = "one:7b"
title = "One"
summary = "The first."
languages = "mostly English"
quantisation = "Q4_K_M"
download_gb = 4.4
memory_gb = 5.5
{VARIANT}"""


def test_a_model_is_read_with_all_its_fields() -> None:
    (writer,) = parse_writers(ENTRY)
    assert (writer.name, writer.title, writer.summary) == ("one:7b", "One", "The first.")
    assert (writer.languages, writer.quantisation) == ("mostly English", "Q4_K_M")
    assert (writer.download_gb, writer.memory_gb) == (4.4, 5.5)
    (variant,) = writer.variants
    assert (variant.name, variant.quantisation) == ("one:7b-q5", "Q5_K_M")
    assert (variant.download_gb, variant.memory_gb) == (5.0, 6.5)


def test_the_bundled_models_are_those_that_are_promised_and_the_default_comes_first() -> None:
    names = [writer.name for writer in bundled_writers()]
    assert names[0] == DEFAULT_MODEL
    assert {"mistral:7b-instruct", "llama3:8b", "neural-chat:7b", "phi3:mini", "gemma:7b"} < set(names)
    assert [name for name in names if name.startswith("qwen3:")]
    assert [name for name in names if name.startswith("gemma3:")]


@pytest.mark.parametrize("writer", bundled_writers(), ids=lambda writer: writer.name)
def test_each_says_what_it_is_good_for_and_what_it_costs(writer: RecommendedWriter) -> None:
    assert len(writer.summary) < 100
    assert writer.summary.count(".") == 1
    assert 1.0 < writer.download_gb < 7.0
    every: list[RecommendedWriter | WriterVariant] = [writer, *writer.variants]
    for one in every:
        assert re.fullmatch("Q[45]_(K_M|0)", one.quantisation)
        # The weights, and what a context of some thousand tokens takes.
        assert 0.5 < one.memory_gb - one.download_gb < 2.5
    for variant in writer.variants:
        assert variant.name.endswith(variant.quantisation.replace("Q", "-q", 1))
    sizes = [variant.download_gb for variant in writer.variants]
    assert sizes == sorted(sizes)
    assert "Q4_K_M" in [variant.quantisation for variant in writer.variants]


def test_a_model_is_found_by_each_of_its_names() -> None:
    writers = bundled_writers()
    mistral = find_writer(writers, "mistral:7b-instruct")
    assert mistral is writers[0]
    assert find_writer(writers, "mistral:7b-instruct-v0.3-q5_K_M") is mistral
    assert find_writer(writers, "mistral:7b-text") is None
    assert find_writer(writers, "") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "list of tables"),
        ("writer = []", "list of tables"),
        ("writer = 3", "list of tables"),
        (ENTRY + ENTRY, "one:7b is there twice"),
        (ENTRY.replace("one:7b-q5", "one:7b"), "one:7b is there twice"),
        (ENTRY.replace('"one:7b"', '"one"'), "one is wrong: name must have a tag"),
        (ENTRY.replace('title = "One"', ""), "one:7b is wrong: title must be a text"),
        (ENTRY.replace('"One"', '" "'), "one:7b is wrong: title is empty"),
        (ENTRY.replace('"mostly English"', '""'), "one:7b is wrong: languages is empty"),
        (ENTRY.replace("The first.", "The first"), "one:7b is wrong: summary must be a sentence"),
        (ENTRY.replace('"Q4_K_M"', '""'), "one:7b is wrong: quantisation is empty"),
        (ENTRY.replace("4.4", "true"), "one:7b is wrong: download_gb must be a number"),
        (ENTRY.replace("4.4", '"4.4"'), "one:7b is wrong: download_gb must be a number"),
        (ENTRY.replace("4.4", "0"), "one:7b is wrong: download_gb must be above 0"),
        (ENTRY.replace("5.5", "4.4"), "one:7b is wrong: memory_gb must be above download_gb"),
        (ENTRY.replace("6.5", "4700"), "one:7b is wrong: memory_gb must be .* below 100"),
        (ENTRY.replace("5.5", "nan"), "one:7b is wrong: memory_gb"),
        (ENTRY.replace("languages", "language"), "one:7b is wrong: language is no field"),
        (ENTRY.replace("Q5_K_M", 'Q5_K_M"\nsize = "5'), "one:7b is wrong: size is no field"),
        (ENTRY.replace("[[writer.variant]]", "[writer.variant]"), "one:7b is wrong: variant must be a list"),
    ],
)
def test_wrong_data_is_told_with_the_model_and_the_field(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_writers(text)
