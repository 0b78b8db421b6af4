from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clean_up import clean_up_messages, fixed_part
from app.domain.passages import MAX_BYTES, split
from app.domain.styles import Example, Style, parse_styles
from app.domain.token_budget import (
    CONTEXT_STEP,
    budget,
    context_size,
    estimated_tokens,
    predicted_tokens,
    prompt_tokens,
)

STYLES = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8")).all
CLEAN_UP = STYLES[0]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("a", 1),
        ("abc", 1),
        ("abcd", 2),
        ("Straße", 2),
        ("我们今天", 4),
        ("今日はabc", 4),
        ("привет", 2),
    ],
)
def test_estimate(text: str, tokens: int) -> None:
    assert estimated_tokens(text) == tokens


@pytest.mark.parametrize(
    ("tokens", "predicted"), [(0, 64), (10, 64), (42, 64), (43, 65), (100, 150), (667, 1001)]
)
def test_the_limit_grows_with_the_text_and_is_never_tiny(tokens: int, predicted: int) -> None:
    assert predicted_tokens(CLEAN_UP, tokens) == predicted


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_context_is_the_same_for_warming_and_for_every_request(style: Style) -> None:
    fixed = fixed_part(style, ["Kubernetes"])
    size = context_size(style, fixed)
    assert size % CONTEXT_STEP == 0
    for text in ("yes", "word " * 100, "x" * MAX_BYTES, "我" * (MAX_BYTES // 3)):
        messages = clean_up_messages(style, text, ["Kubernetes"])
        found = budget(style, text, messages, fixed)
        assert found.num_ctx == size
        assert not found.must_split
        assert prompt_tokens(messages) + found.num_predict <= size


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_longest_passage_fits_with_a_shorter_one_before_it(style: Style) -> None:
    text = "x" * MAX_BYTES
    fixed = fixed_part(style)
    messages = clean_up_messages(style, text, (), [Example("y" * 500, "z" * 500)])
    assert not budget(style, text, messages, fixed).must_split


def test_another_style_does_not_load_the_model_again() -> None:
    assert {context_size(style, fixed_part(style)) for style in STYLES} == {4096}


def test_a_text_longer_than_a_passage_must_be_split_and_its_passages_need_not() -> None:
    text = "This is a sentence of some length. " * 100
    fixed = fixed_part(CLEAN_UP)
    assert budget(CLEAN_UP, text, clean_up_messages(CLEAN_UP, text), fixed).must_split
    for passage in split(text):
        assert not budget(CLEAN_UP, passage, clean_up_messages(CLEAN_UP, passage), fixed).must_split


def test_a_model_with_a_small_context_is_not_asked_for_more_than_it_has() -> None:
    text = "word " * 300
    fixed = fixed_part(CLEAN_UP)
    found = budget(CLEAN_UP, text, clean_up_messages(CLEAN_UP, text), fixed, largest=1024)
    assert (found.num_ctx, found.must_split) == (1024, True)
    found = budget(CLEAN_UP, "yes", clean_up_messages(CLEAN_UP, "yes"), fixed, largest=1024)
    assert (found.num_ctx, found.must_split) == (1024, False)


@settings(deadline=None)
@given(st.text(max_size=3000))
def test_what_need_not_be_split_fits(text: str) -> None:
    messages = clean_up_messages(CLEAN_UP, text)
    found = budget(CLEAN_UP, text, messages, fixed_part(CLEAN_UP))
    if not found.must_split:
        assert prompt_tokens(messages) + found.num_predict <= found.num_ctx
        assert found.num_predict >= max(64, estimated_tokens(text) * 1.5)
