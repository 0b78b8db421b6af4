"""The tail after release: exact cases, and what holds for every order of sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.audio import SAMPLE_RATE
from app.domain.tail import SILENCE_SECONDS, WINDOW_SAMPLES, Heard, SoundTimes, tail_is_over

WINDOW = WINDOW_SAMPLES / SAMPLE_RATE
TAIL = 0.3

sounds = st.lists(st.sampled_from([0.0, 0.1, 0.34, 0.35, 0.6, 1.0]), max_size=60)


def after(*speech: float) -> Heard:
    """What has been heard after these windows."""
    return Heard().plus(len(speech) * WINDOW_SAMPLES, speech)


def test_silence_before_the_release_counts() -> None:
    heard = after(1.0, 1.0, 0.0, 0.0, 0.0, 0.0)
    assert tail_is_over(heard, released_at=6 * WINDOW, tail_seconds=TAIL)


def test_nothing_ends_before_all_sound_up_to_the_release_is_heard() -> None:
    heard = after(1.0, 1.0, 0.0, 0.0, 0.0, 0.0)
    assert not tail_is_over(heard, released_at=6 * WINDOW + 0.001, tail_seconds=TAIL)


def test_three_silent_windows_are_too_short() -> None:
    assert not tail_is_over(after(1.0, 0.0, 0.0, 0.0), released_at=0.05, tail_seconds=TAIL)
    assert tail_is_over(after(1.0, 0.0, 0.0, 0.0, 0.0), released_at=0.05, tail_seconds=TAIL)


def test_speech_that_goes_on_ends_with_the_tail() -> None:
    released = 0.5
    just_short = Heard().plus(round((released + TAIL) * SAMPLE_RATE) - 1, [1.0] * 24)
    assert not tail_is_over(just_short, released, TAIL)
    assert tail_is_over(just_short.plus(1, ()), released, TAIL)


def test_released_before_the_first_sound_still_hears_some() -> None:
    assert not tail_is_over(Heard(), released_at=-0.04, tail_seconds=TAIL)
    assert not tail_is_over(after(0.0, 0.0, 0.0), released_at=-0.04, tail_seconds=TAIL)
    assert tail_is_over(after(0.0, 0.0, 0.0, 0.0), released_at=-0.04, tail_seconds=TAIL)


def test_without_a_tail_the_release_is_the_end() -> None:
    assert tail_is_over(after(1.0), released_at=WINDOW, tail_seconds=0.0)


@given(before=sounds, behind=sounds, part=st.integers(0, WINDOW_SAMPLES - 1))
def test_the_end_comes_once_and_in_time(before: list[float], behind: list[float], part: int) -> None:
    released = (len(before) * WINDOW_SAMPLES - part) / SAMPLE_RATE
    heard = after(*before)
    ends: list[Heard] = []
    for probability in [*behind, *[0.0] * 12]:
        heard = heard.plus(WINDOW_SAMPLES, [probability])
        if tail_is_over(heard, released, TAIL):
            ends.append(heard)
            break
    # Twelve silent windows are longer than tail and silence together: it always ends.
    [end] = ends
    assert end.seconds >= released
    assert end.seconds <= max(released, 0.0) + max(TAIL, SILENCE_SECONDS) + 2 * WINDOW
    in_full = end.seconds >= max(released, 0.0) + TAIL
    assert in_full or end.silent_windows * WINDOW >= SILENCE_SECONDS


@given(first=sounds, second=sounds)
def test_how_sound_is_cut_into_blocks_does_not_matter(first: list[float], second: list[float]) -> None:
    apart = after(*first).plus(len(second) * WINDOW_SAMPLES, second)
    assert apart == after(*first, *second)


def test_the_place_of_a_moment_allows_for_latency() -> None:
    times = SoundTimes()
    times.note(arrived=10.12, latency=0.02, end=0.1)
    assert times.place_of(10.05) == pytest.approx(0.05)
    assert times.place_of(9.9) == pytest.approx(-0.1)


def test_blocks_that_were_held_up_do_not_move_the_release() -> None:
    times = SoundTimes()
    times.note(arrived=10.02, latency=0.0, end=0.02)
    times.note(arrived=10.50, latency=0.0, end=0.04)
    assert times.place_of(10.04) == pytest.approx(0.04)


def test_a_stream_that_stood_still_gets_its_new_times() -> None:
    times = SoundTimes()
    times.note(arrived=10.02, latency=0.0, end=0.02)
    for block in range(2, 60):
        times.note(arrived=11.0 + 0.02 * block, latency=0.0, end=0.02 * block)
    assert times.place_of(12.0) == pytest.approx(1.0)
