"""The clean-up benchmark's own sums: names, ratios, limits, and the texts that it dictates."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from app.domain.passages import sentences
from tests.benchmarks.cleanup import WORDS_PER_SECOND, dictation
from tests.benchmarks.cleanup_figures import Figures, Wait, picture, refused, table
from tests.benchmarks.plots import svg
from tests.domain.guard.corpus_figures import Share


def figures(wait_60: float = 1.4, warm: float = 0.2) -> Figures:
    shares = {"good": Share(97, 100), "bad": Share(94, 100)}
    return Figures(
        first_token={"unloaded": [2.0, 3.0], "cold": [1.1], "warm": [warm, warm]},
        waits={
            "5": [Wait(1.0, 0.1, 20), Wait(1.2, 0.1, 20), Wait(0.8, 0.1, 20)],
            "whole 5": [Wait(1.0, 0.1, 20)],
            "plain 5": [Wait(1.0, 0.1, 20), Wait(1.0, 0.1, 20), Wait(1.0, 0.1, 20)],
            "60": [Wait(wait_60, 0.1, 20, 0.9, 10, 1), Wait(wait_60, None, 0, 1.0, 10, 0)],
            "whole 60": [Wait(6.0, None, 0, refused=1)],
        },
        guard={"tuned on": shares, "held back": shares},
        model="mini",
    )


def test_the_names_under_which_results_are_compared() -> None:
    named = figures().as_table()
    assert named["first_token"] == {"unloaded_s": 2.5, "cold_s": 1.1, "warm_s": 0.2}
    assert named["wait"] == {"5": 1.0, "60": 1.4, "plain_5": 1.0, "whole_5": 1.0, "whole_60": 6.0}
    assert named["guard"] == {"good_kept": 0.97, "bad_refused": 0.94}
    assert named["refused"] == {"5": 0.0, "whole 5": 0.0, "60": 0.05, "whole 60": 1.0}


def test_ratios() -> None:
    one = figures()
    assert (one.warm_times, one.long_times, one.plain_times) == pytest.approx((5.5, 1.4, 1.0))
    assert refused([]) == 0.0


def missed(one: Figures) -> list[str]:
    """The rows that the table marks."""
    rows = [line for line in table(one).splitlines() if line.endswith("MISSED")]
    return [row.strip().partition("   ")[0] for row in rows]


def test_the_table_says_which_limits_are_missed() -> None:
    guard = [row for row in missed(figures()) if "refused" in row]
    assert missed(figures()) == guard
    assert len(guard) == 2
    slow = missed(figures(wait_60=1.6, warm=0.3))
    assert slow == ["cold in times of warm", "60 s in times of 5 s", *guard]


def test_the_picture_is_one() -> None:
    root = ElementTree.fromstring(svg(picture(figures())))
    words = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "60 s, not in pieces: 6.00 s" in words
    assert "bad: 6.00 %, limit 5" in words


@pytest.mark.parametrize("seconds", [5, 60])
def test_dictations_are_as_long_as_they_say_and_differ(seconds: float) -> None:
    texts = [dictation(seconds, number) for number in range(10)]
    assert len(set(texts)) == 10
    for text in texts:
        assert 0.9 <= len(text.split()) / WORDS_PER_SECOND / seconds <= 1.3
    assert {len(sentences(text)) for text in texts} == ({1} if seconds == 5 else {11, 12})
