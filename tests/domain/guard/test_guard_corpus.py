"""The guard on the corpus of clean-ups: the half it was tuned on, and the half that was opened once after.

The bounds of the held-back half are what was measured when it was opened, with the guard as it was then: 255
of 263 bad ones refused (97.0 %, 95 % interval 94.1 to 98.5), 174 of 183 good ones kept (95.1 %, 90.9 to
97.4). A failure here tells counts alone, so that nobody tunes on what was held back.
"""

from __future__ import annotations

import pytest

from tests.data.cleanup import is_held_back, load_asks, load_pairs
from tests.domain.guard.corpus_figures import Share, figures

LEAST = 0.95


def half(*, held_back: bool) -> dict[str, Share]:
    return figures(pair for pair in load_pairs() if is_held_back(pair) == held_back)


def test_on_the_half_tuned_on_nearly_all_verdicts_are_right() -> None:
    found = half(held_back=False)
    assert found["bad"].value >= LEAST
    assert found["good"].value >= LEAST
    for name, share in found.items():
        assert share.value >= 0.9, f"{name}: {share}"


def test_on_the_half_held_back_the_figures_are_those_that_were_measured() -> None:
    found = half(held_back=True)
    assert (found["bad"].all, found["good"].all) == (263, 183)
    assert found["bad"].right >= 255
    assert found["good"].right >= 174


def test_nothing_false_is_delivered_of_what_a_small_model_answers_to_questions_and_commands() -> None:
    found = figures(load_asks())
    assert found["bad"].right == found["bad"].all >= 25
    assert found["good"].right == found["good"].all >= 10


def test_intervals_are_those_of_wilson() -> None:
    # Newcombe 1998, table I: 81 of 263 and 15 of 148.
    assert Share(81, 263).interval == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert Share(15, 148).interval == pytest.approx((0.0624, 0.1605), abs=1e-4)
    assert Share(5, 5).interval == pytest.approx((0.5655, 1.0), abs=1e-4)
