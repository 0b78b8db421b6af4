"""The simple word error rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.word_errors import WordErrors, word_errors, words_of

WORDS = some.lists(some.sampled_from(["a", "b", "c", "d"]), max_size=7)


@pytest.mark.parametrize(
    ("reference", "heard", "edits", "words"),
    [
        ("We need three more chairs.", "we need three more chairs", 0, 5),
        ("We need three more chairs.", "We need more chairs!", 1, 5),
        ("We need three more chairs.", "We need three more old chairs.", 1, 5),
        ("We need three more chairs.", "We need free more chairs.", 1, 5),
        ("Don't go.", "dont go", 0, 2),
        ("It’s 20 %.", "It's twenty", 1, 2),
        ("well-known", "well known", 0, 2),
        ("", "thanks for watching", 3, 0),
        ("Straße", "STRASSE", 0, 1),
        ("今日は晴れ", "今日は雨", 2, 5),
        ("हिन्दी भाषा", "हिन्दी भाषा", 0, 2),
    ],
)
def test_edits_over_the_words_of_the_reference(reference: str, heard: str, edits: int, words: int) -> None:
    assert word_errors(reference, heard) == WordErrors(edits, words)


def test_a_rate_is_over_all_words_and_needs_some() -> None:
    assert (WordErrors(1, 5) + WordErrors(2, 20)).percent == 12.0
    assert WordErrors(6, 5).percent == 120.0
    assert WordErrors(3, 0).percent is None


def test_words_keep_no_punctuation() -> None:
    assert words_of("“Hello,” she said — twice…") == ["hello", "she", "said", "twice"]


def slow_distance(one: list[str], other: list[str]) -> int:
    """By its definition."""
    if not one or not other:
        return len(one) + len(other)
    if one[-1] == other[-1]:
        return slow_distance(one[:-1], other[:-1])
    shorter = (one[:-1], other), (one, other[:-1]), (one[:-1], other[:-1])
    return 1 + min(slow_distance(*pair) for pair in shorter)


@given(WORDS, WORDS)
def test_it_is_the_fewest_edits_there_are(reference: list[str], heard: list[str]) -> None:
    found = word_errors(" ".join(reference), " ".join(heard))
    assert found == WordErrors(slow_distance(reference, heard), len(reference))
