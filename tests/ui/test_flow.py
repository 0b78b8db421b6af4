"""Buttons in as many rows as they need."""

from __future__ import annotations

import pytest

from app.ui.flow import rows


@pytest.mark.parametrize(
    ("widths", "room", "expected"),
    [
        ([], 100, []),
        ([100, 100, 100], 316, [[0, 1, 2]]),
        ([100, 100, 100], 315, [[0, 1], [2]]),
        ([100, 100, 99], 207, [[0], [1, 2]]),
        ([100, 100, 100], 10, [[0], [1], [2]]),
    ],
)
def test_a_row_holds_what_fits_into_it(widths: list[int], room: int, expected: list[list[int]]) -> None:
    assert rows(widths, room, 8) == expected
