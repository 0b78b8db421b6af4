from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.audio import SAMPLE_RATE
from app.domain.speech_regions import Region, Timeline, speech_regions, windows_between
from app.domain.tail import WINDOW_SAMPLES

probabilities = st.lists(st.sampled_from([0.0, 0.2, 0.4, 0.45, 0.6, 0.99]), max_size=200)


def windows(*stretches: tuple[float, float]) -> list[float]:
    """One probability for each window of (seconds, probability) stretches."""
    return [value for long, value in stretches for _ in range(round(long * SAMPLE_RATE / WINDOW_SAMPLES))]


def test_silence_has_no_regions() -> None:
    assert speech_regions(windows((3.0, 0.1)), 3 * SAMPLE_RATE, 500) == ()
    assert speech_regions((), 0, 500) == ()


def test_a_short_pause_does_not_part_and_a_long_one_does() -> None:
    short = windows((1.0, 0.9), (0.3, 0.1), (1.0, 0.9))
    long = windows((1.0, 0.9), (2.0, 0.1), (1.0, 0.9))
    assert len(speech_regions(short, len(short) * WINDOW_SAMPLES, 500)) == 1
    first, second = speech_regions(long, len(long) * WINDOW_SAMPLES, 500)
    assert first.end / SAMPLE_RATE == pytest.approx(1.4, abs=0.04)
    assert second.start / SAMPLE_RATE == pytest.approx(2.6, abs=0.04)


def test_between_the_thresholds_speech_goes_on_but_does_not_begin() -> None:
    assert speech_regions(windows((2.0, 0.4)), 2 * SAMPLE_RATE, 500) == ()
    held = windows((0.5, 0.9), (2.0, 0.4), (0.5, 0.1))
    (region,) = speech_regions(held, len(held) * WINDOW_SAMPLES, 500)
    assert region.end / SAMPLE_RATE > 2.4


@given(probabilities, st.integers(50, 1000), st.integers(0, 511))
def test_regions_lie_in_order_apart_and_hold_every_sure_window(
    values: list[float], silence: int, less: int
) -> None:
    samples = max(0, len(values) * WINDOW_SAMPLES - less)
    regions = speech_regions(values, samples, silence)
    edges = [edge for region in regions for edge in (region.start, region.end)]
    assert edges == sorted(edges)
    assert all(0 <= region.start < region.end <= samples for region in regions)
    for window, value in enumerate(values):
        middle = window * WINDOW_SAMPLES
        if value >= 0.5 and middle < samples:
            assert any(region.start <= middle < region.end for region in regions)


def test_times_come_back_to_where_they_were_cut_from() -> None:
    timeline = Timeline([Region(16_000, 32_000), Region(80_000, 96_000)])
    assert timeline.span(0.0, 0.5) == (1.0, 1.5)
    assert timeline.span(0.2, 1.0) == (1.2, 2.0)  # an end at the seam belongs to what came before
    assert timeline.span(1.0, 1.5) == (5.0, 5.5)  # a start at the seam to what comes after
    assert timeline.span(0.5, 1.5) == (1.5, 5.5)


def test_times_behind_the_end_are_brought_back_to_it() -> None:
    timeline = Timeline([Region(16_000, 32_000)])
    assert timeline.span(0.5, 2.0) == (1.5, 2.0)
    assert timeline.span(3.0, 4.0) == (2.0, 2.0)
    assert Timeline([]).span(1.0, 2.0) == (0.0, 0.0)


@given(st.lists(st.tuples(st.integers(0, 50_000), st.integers(1, 50_000)), min_size=1, max_size=6), st.data())
def test_times_stay_in_order_and_inside_the_recording(
    parts: list[tuple[int, int]], data: st.DataObject
) -> None:
    regions, at = [], 0
    for gap, length in parts:
        regions.append(Region(at + gap, at + gap + length))
        at = regions[-1].end
    joined = sum(region.samples for region in regions) / SAMPLE_RATE
    start = data.draw(st.floats(0, joined))
    end = data.draw(st.floats(start, joined + 2))
    first, last = Timeline(regions).span(start, end)
    assert regions[0].start / SAMPLE_RATE - 0.001 <= first <= last <= at / SAMPLE_RATE + 0.001


def test_windows_between_two_times_are_at_least_one() -> None:
    values = windows((1.0, 0.1), (1.0, 0.9))
    assert set(windows_between(values, 1.1, 1.9)) == {0.9}
    assert len(windows_between(values, 0.5, 0.5)) == 1
    assert len(windows_between(values, 5.0, 6.0)) == 0
