from __future__ import annotations

import pytest

from app.domain.sleep_watch import SleepWatch


@pytest.mark.parametrize(
    ("wall", "monotonic", "slept"),
    [
        (3.0, 3.0, False),
        (9.0, 9.0, False),  # a busy computer
        (3.4, 3.0, False),  # the clock is corrected
        (3600.0, 3.0, True),  # Linux, macOS: only the wall clock went on
        (3600.0, 3600.0, True),  # Windows: both did, and nobody looked
        (-3600.0, 3.0, False),  # the clock is set back
        (-3600.0, 3600.0, True),
    ],
)
def test_sleep_is_told_from_a_busy_computer_and_a_corrected_clock(
    wall: float, monotonic: float, slept: bool
) -> None:
    watch = SleepWatch(wall=1e9, monotonic=50.0)
    looked, said = watch.look(1e9 + wall, 50.0 + monotonic, expected=3.0)
    assert said is slept
    assert looked == SleepWatch(1e9 + wall, 50.0 + monotonic)


def test_a_sleep_is_told_once() -> None:
    watch, slept = SleepWatch(0.0, 0.0).look(3600.0, 3.0, expected=3.0)
    assert slept
    assert watch.look(3603.0, 6.0, expected=3.0)[1] is False
