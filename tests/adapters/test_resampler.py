"""Streaming equals resampling in one go, whatever the blocks."""

from __future__ import annotations

import numpy as np
import pytest
import soxr  # type: ignore[import-untyped]  # it has none

from app.adapters.resampler import Resampler
from app.domain.audio import SAMPLE_RATE, Samples


def chirp(rate: int, seconds: float = 2.0) -> Samples:
    """50 to 3000 Hz, all of which 16 kHz can hold."""
    time = np.arange(round(rate * seconds)) / rate
    return np.asarray(
        0.5 * np.sin(2 * np.pi * (50 * time + (3000 - 50) / (2 * seconds) * time**2)), np.float32
    )


def stream(resampler: Resampler, sound: Samples, block: int) -> Samples:
    pieces = [resampler.convert(sound[at : at + block]) for at in range(0, len(sound), block)]
    return np.concatenate([*pieces, resampler.flush()])


@pytest.mark.parametrize("rate", [8000, 22050, 44100, 48000, 96000])
@pytest.mark.parametrize("milliseconds", [10, 20, 33])
def test_streamed_is_as_good_as_whole(rate: int, milliseconds: int) -> None:
    sound = chirp(rate)
    streamed = stream(Resampler(rate), sound, rate * milliseconds // 1000)
    whole = np.asarray(soxr.resample(sound, rate, SAMPLE_RATE, quality="HQ"))
    assert abs(len(streamed) - 2 * SAMPLE_RATE) <= 1
    count = min(len(streamed), len(whole))
    assert np.max(np.abs(streamed[:count] - whole[:count])) < 1e-4


def test_16_khz_goes_through_untouched() -> None:
    sound = chirp(SAMPLE_RATE)
    assert np.array_equal(stream(Resampler(SAMPLE_RATE), sound, 320), sound)
    assert Resampler(SAMPLE_RATE).lag == 0.0


def test_the_lag_is_what_has_not_come_out_yet() -> None:
    resampler = Resampler(48000)
    count = sum(len(resampler.convert(chirp(48000, 0.02))) for _ in range(50))
    assert resampler.lag == pytest.approx(1.0 - count / SAMPLE_RATE, abs=1 / SAMPLE_RATE)
    assert 0.0 < resampler.lag < 0.05
