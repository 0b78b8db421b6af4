"""What a search of the history narrows."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.domain.history import Fate
from app.domain.history_search import Narrowing, Outcome, Period, Search, since

NOON = datetime(2026, 3, 5, 12, 30, 15).timestamp()


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period.ALL, None),
        (Period.TODAY, datetime(2026, 3, 5).timestamp()),
        (Period.WEEK, NOON - 7 * 86_400),
        (Period.MONTH, NOON - 30 * 86_400),
    ],
)
def test_how_far_back_a_period_goes(period: Period, expected: float | None) -> None:
    assert since(period, NOON) == expected


def test_what_is_asked_for_beside_the_words() -> None:
    assert Search("rain").narrowing(NOON) == Narrowing()
    assert not Search("rain").is_filtered
    search = Search("rain", Period.WEEK, Outcome.FAILED, with_recording=True)
    failed = frozenset({Fate.FAILED, Fate.INTERRUPTED})
    assert search.narrowing(NOON) == Narrowing(NOON - 7 * 86_400, failed, with_recording=True)
    assert Search(outcome=Outcome.WRITTEN).narrowing(NOON).fates == frozenset({Fate.WRITTEN})


@pytest.mark.parametrize(
    "search", [Search(period=Period.TODAY), Search(outcome=Outcome.WRITTEN), Search(with_recording=True)]
)
def test_each_filter_counts_as_one(search: Search) -> None:
    assert search.is_filtered


def test_the_words_are_not_told_in_logs() -> None:
    assert "secret" not in repr(Search("secret"))
