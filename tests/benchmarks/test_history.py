"""The benchmark of the history: what it counts, and that all of it runs."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.benchmarks.history import Figures, Texts, entries, groups, measure, table
from tests.benchmarks.latency_figures import Spread
from tests.benchmarks.plots import OVER, svg


def test_the_dictations_are_the_same_each_time() -> None:
    made = []
    for _ in range(2):
        dice = random.Random(1)
        made.append(list(entries(30, Texts.invent(dice), dice)))
    assert made[0] == made[1]
    assert len({entry.text for entry in made[0]}) == 30
    assert [entry.enhancement is not None for entry in made[0]] == [n % 3 == 0 for n in range(30)]


@pytest.mark.usefixtures("qapp")
def test_everything_is_measured(tmp_path: Path) -> None:
    figures = measure(tmp_path / "history.sqlite3", rows=120, rounds=2, steps=3)
    assert figures.index.keys() == figures.plain.keys() == figures.found.keys()
    assert figures.found["everything"] == 120
    assert figures.found["a frequent word"] >= figures.found["three words"] > 0
    assert figures.found["a filter"] >= figures.found["a filter and words"]
    assert 0 < figures.scrolling.median <= figures.scrolling.p95
    assert all(name in table(figures) for name in figures.index)
    assert json.loads(json.dumps(figures.as_table()))["rows"] == 120
    assert all(f"{name} ({figures.found[name]}): " in svg(groups(figures)) for name in figures.index)


@pytest.mark.parametrize(("p95", "is_within"), [(0.049, True), (0.051, False)])
def test_the_slowest_search_counts(p95: float, is_within: bool) -> None:
    figures = Figures(1, index={"fast": Spread(0.001, 0.002), "slow": Spread(0.01, p95)})
    figures.found = {"fast": 1, "slow": 1}
    assert figures.slowest == p95
    assert figures.is_within is is_within
    assert (OVER not in svg(groups(figures))) is is_within
