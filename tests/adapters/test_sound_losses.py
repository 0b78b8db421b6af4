"""Which gaps in a sound are losses, and how much is missing."""

from __future__ import annotations

import pytest

from app.adapters.sound_losses import SoundLosses
from app.domain.media import Damage


def losses(promised: float | None = None, *, has_times: bool = True, counts: bool = False) -> SoundLosses:
    return SoundLosses(promised, has_times=has_times, counts_samples=counts)


def test_a_gap_that_nothing_speaks_against_is_silence() -> None:
    one = losses()
    one.complain(2.0)
    assert not one.gap(10.0, 8.0)
    assert one.found(20.0, 20.0, is_cut=False) == (None, None)


@pytest.mark.parametrize("counts", [True, False], ids=["samples are counted", "FFmpeg complained"])
def test_a_gap_is_a_loss_where_something_speaks_for_it(counts: bool) -> None:
    one = losses(20.0, counts=counts)
    if not counts:
        one.complain(9.5)  # it reads ahead
    assert one.gap(10.0, 8.0)
    one.sound(10.0)
    assert one.found(20.0, 12.0, is_cut=False) == (None, Damage(10.0, 8.0))


def test_what_could_not_be_decoded_in_a_gap_is_not_lost_twice() -> None:
    one = losses()
    one.complain(10.0)
    one.fail(1.5)
    assert one.gap(10.0, 2.0)
    one.sound(10.0)
    assert one.found(20.0, 18.0, is_cut=False) == (None, Damage(10.0, 2.0))


def test_losses_close_to_each_other_are_one_place() -> None:
    one = losses()
    for at in (10.0, 13.0, 30.0):
        one.complain(at)
        one.gap(at, 2.0)
    assert one.found(40.0, 34.0, is_cut=False) == (None, Damage(10.0, 6.0, 2))


def test_the_end_may_be_missing_behind_damage() -> None:
    one = losses(40.0)
    one.complain(10.0)
    one.gap(10.0, 2.0)
    assert one.found(30.0, 28.0, is_cut=False) == (30.0, Damage(10.0, 2.0))


def test_what_fails_last_is_the_end() -> None:
    one = losses()
    one.fail(1.0)
    assert one.found(30.0, 30.0, is_cut=False) == (30.0, None)
    assert losses().found(30.0, 30.0, is_cut=True) == (30.0, None)


@pytest.mark.parametrize(("promised", "missing"), [(40.0, 10.0), (None, 0.0)])
def test_without_times_the_length_of_a_loss_is_known_from_the_whole_alone(
    promised: float | None, missing: float
) -> None:
    one = losses(promised, has_times=False)
    one.fail(0.5)
    one.sound(10.0)
    assert one.found(30.0, 30.0, is_cut=False) == (None, Damage(10.0, missing))


def test_what_fails_in_a_sound_that_is_all_there_was_rubbish() -> None:
    one = losses(40.0)
    one.fail(0.5)
    one.sound(10.0)
    assert one.found(40.0, 40.0, is_cut=False) == (None, None)
