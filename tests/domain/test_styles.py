from __future__ import annotations

from importlib.resources import files

import pytest

from app.domain.styles import ALWAYS_CHECKED, Allowance, Check, Style, Styles, parse_styles

ENTRY = """
[[style]]
name = "one"
title = "One"
instruction = "Tidy the text."
allows = ["lists"]
checks_off = ["length"]
output_factor = 2
[[style.example]]
spoken = "um yes"
written = "Yes."
"""


def bundled() -> Styles:
    return parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))


def test_a_style_is_read_with_all_its_fields() -> None:
    style = parse_styles(ENTRY).default
    assert (style.name, style.title, style.instruction, style.reminder) == (
        "one",
        "One",
        "Tidy the text.",
        "",
    )
    assert [(example.spoken, example.written) for example in style.examples] == [("um yes", "Yes.")]
    assert style.output_factor == 2.0
    assert style.may(Allowance.LISTS)
    assert not style.may(Allowance.REORDER)
    assert not style.checks(Check.LENGTH)
    assert style.checks(Check.NUMBERS)


def test_the_bundled_styles_are_those_that_are_promised() -> None:
    styles = bundled()
    assert [style.name for style in styles.all] == ["clean-up", "formal", "email", "list", "notes", "own"]
    assert styles.default.name == "clean-up"
    assert styles.default.output_factor == 1.5
    assert not styles.default.allows
    assert styles.find("notes") is styles.all[4]
    assert styles.find("poem") is None


@pytest.mark.parametrize("style", bundled().all, ids=lambda style: style.name)
def test_each_bundled_style_asks_briefly_and_shows_what_is_not_answered(style: Style) -> None:
    assert 100 <= len(style.instruction) <= 170
    assert len(style.reminder) < 40
    spoken = [example.spoken for example in style.examples]
    assert any(text.split()[0] in ("can", "what") for text in spoken), "no question"
    assert any("write" in text.split()[:2] for text in spoken), "no instruction"
    for example in style.examples:
        assert ("?" in example.written) == (
            example.spoken.split()[0] in ("can", "what") or "können" in example.spoken
        )
    # Words that make models refuse.
    assert not {"draft", "never", "must"} & set(style.instruction.casefold().split())


def test_only_the_users_own_style_turns_checks_off() -> None:
    for style in bundled().all:
        assert bool(style.checks_off) == (style.name == "own")
        assert not style.checks_off & ALWAYS_CHECKED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY + ENTRY, "same name"),
        ("", "no style"),
        ("style = 3", "list of tables"),
        (ENTRY.replace('title = "One"', ""), "one .*title is missing"),
        (ENTRY.replace('"One"', "1"), "one .*title must be a text"),
        (ENTRY.replace('"One"', '" "'), "one .*title is empty"),
        (ENTRY.replace("Tidy the text.", "x" * 401), "one .*instruction is longer"),
        (ENTRY.replace("Tidy the text.", ""), "one .*instruction is empty"),
        (ENTRY.replace('"lists"', '"rhyme"'), "one .*allows does not know rhyme"),
        (ENTRY.replace('["lists"]', '"lists"'), "one .*allows must be a list"),
        (ENTRY.replace('"length"', '"numbers"'), "one .*checks_off may not name numbers"),
        (ENTRY.replace("output_factor = 2", "output_factor = 9"), "one .*output_factor must be between"),
        (ENTRY.replace("output_factor = 2", "output_factor = true"), "one .*output_factor must be a number"),
        (ENTRY.replace("output_factor = 2", 'colour = "red"'), "one .*colour is no field"),
        (ENTRY.replace('written = "Yes."', ""), "one .*written is missing"),
        (ENTRY.replace('written = "Yes."', 'written = ""'), "one .*written of an example is empty"),
        (ENTRY.replace("um yes", "x" * 501), "one .*spoken of an example is longer"),
        (
            ENTRY + '\n[[style.example]]\nspoken = "a"\nwritten = "b"' * 8,
            "one .*example is there more than 8",
        ),
        (ENTRY.replace("[[style.example]]", "[style.example]"), "one .*example must be a list"),
        (
            ENTRY.replace('instruction = "Tidy the text."', f'instruction = "a"\nreminder = "{"x" * 101}"'),
            "reminder is longer",
        ),
    ],
)
def test_wrong_data_is_told_with_the_style_and_the_field(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_styles(text)
