from __future__ import annotations

import pytest

from app.domain.clock_times import full_clock, short_clock


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0:00"), (7.9, "0:07"), (3500, "58:20"), (3723, "1:02:03"), (36_000, "10:00:00"), (-1, "0:00")],
)
def test_places_in_a_file_are_told_as_a_player_does(seconds: float, told: str) -> None:
    assert short_clock(seconds) == told


def test_a_place_in_what_lasts_hours_has_hours() -> None:
    assert short_clock(723, 3600) == "0:12:03"
    assert short_clock(723, 3599) == "12:03"


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00:00"), (250.9, "0:04:10"), (36_000, "10:00:00")])
def test_a_full_clock_always_has_hours(seconds: float, told: str) -> None:
    assert full_clock(seconds) == told
