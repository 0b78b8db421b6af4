"""Larger text of the whole system makes the window larger; what was set by hand stays."""

from __future__ import annotations

import pytest

from app.adapters.text_scale import SCALE, follow_text_size


@pytest.mark.parametrize(("percent", "factor"), [(150, "1.5"), (225, "2.25"), (101, "1.01")])
def test_larger_text_is_followed(percent: int, factor: str) -> None:
    environment: dict[str, str] = {}
    follow_text_size(environment, percent)
    assert environment == {SCALE: factor}


@pytest.mark.parametrize("percent", [100, 0, -50, 226, 100_000, "150", b"\x96", 1.5])
def test_the_usual_size_and_what_is_no_size_change_nothing(percent: object) -> None:
    environment: dict[str, str] = {}
    follow_text_size(environment, percent)
    assert environment == {}


def test_a_factor_that_was_set_by_hand_stays() -> None:
    environment = {SCALE: "1.25"}
    follow_text_size(environment, 200)
    assert environment == {SCALE: "1.25"}
