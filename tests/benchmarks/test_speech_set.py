from __future__ import annotations

import pytest

from tests.benchmarks.accuracy import interval
from tests.benchmarks.speech_set import Score, load_set, normaliser, score, word_error_rate


@pytest.mark.parametrize(
    ("reference", "heard", "edits"),
    [
        ("a b c", "a b c", 0),
        ("a b c", "a x c", 1),
        ("a b c", "a c", 1),
        ("a b c", "a b b c d", 2),
        ("a b", "", 2),
        ("", "a", 1),
    ],
)
def test_edits_are_counted_in_words(reference: str, heard: str, edits: int) -> None:
    assert score(reference.split(), heard.split()) == Score(edits, len(reference.split()))


def test_the_rate_is_all_edits_over_all_words() -> None:
    assert word_error_rate([Score(1, 1), Score(0, 99)]) == 1.0
    assert word_error_rate([]) == 0.0


def test_the_interval_is_that_of_the_difference() -> None:
    same = [Score(1, 10), Score(0, 5), Score(2, 20)]
    worse = [Score(one.edits + 1, one.words) for one in same]
    assert interval(same, same) == (0.0, 0.0)
    low, high = interval(worse, same)
    assert 0 < low < high


def test_the_projects_own_set_is_complete() -> None:
    clips = load_set(None)
    assert all(clip.path.is_file() for clip in clips)
    assert {"speech", "noise"} <= {clip.kind for clip in clips}
    assert any(clip.is_average for clip in clips)
    assert not any(clip.is_scored for clip in clips if clip.kind == "noise")


def test_spelling_does_not_count() -> None:
    normalise = normaliser()
    assert normalise("Mr. Smith's COLOUR, fifteen!") == normalise("mister smith's color 15")
