"""What a few seconds of speech tell of a microphone."""

from __future__ import annotations

import numpy as np
import pytest

from app.domain.audio import SILENCE_DBFS, Samples
from app.domain.guide_microphone import peak_dbfs, report
from app.domain.microphone_report import MicrophoneVerdict
from app.domain.tail import WINDOW_SAMPLES

WINDOWS = 100


def tone(dbfs: float, windows: int = WINDOWS) -> Samples:
    """A sine whose root mean square is `dbfs`."""
    peak = np.sqrt(2.0) * 10 ** (dbfs / 20)
    phase = np.arange(windows * WINDOW_SAMPLES) * 2 * np.pi * 440 / 16_000
    return np.asarray(peak * np.sin(phase), np.float32)


@pytest.mark.parametrize(
    ("dbfs", "verdict"),
    [
        (-50.0, MicrophoneVerdict.QUIET),
        (-44.0, MicrophoneVerdict.GOOD),
        (-20.0, MicrophoneVerdict.GOOD),
        (-4.0, MicrophoneVerdict.GOOD),
        (-3.1, MicrophoneVerdict.LOUD),
    ],
)
def test_speech_is_too_quiet_too_loud_or_good(dbfs: float, verdict: MicrophoneVerdict) -> None:
    found = report(tone(dbfs), [1.0] * WINDOWS, [0.03])
    assert found.verdict is verdict
    assert found.speech_dbfs == pytest.approx(dbfs, abs=0.1)
    assert found.peak_dbfs == pytest.approx(dbfs + 3.0, abs=0.1)


def test_the_level_is_that_of_the_speech_and_not_of_the_silence_between() -> None:
    sound = np.concatenate([tone(-60.0, 300), tone(-20.0, 20)])
    found = report(sound, [0.0] * 300 + [0.9] * 20, [])
    assert found.speech_dbfs == pytest.approx(-20.0, abs=0.1)


def test_a_cough_is_no_speech() -> None:
    found = report(tone(-20.0), [0.9] * 9 + [0.0] * (WINDOWS - 9), [0.03])
    assert found.speech_dbfs is None
    assert found.verdict is MicrophoneVerdict.NOTHING_HEARD
    assert found.peak_dbfs == pytest.approx(-17.0, abs=0.1)


def test_the_delay_is_the_median_of_the_openings_in_whole_milliseconds() -> None:
    assert report(tone(-20.0), [], [0.9, 0.0314, 0.05]).delay_ms == 50
    assert report(tone(-20.0), [], []).delay_ms is None


def test_silence_has_the_lowest_peak() -> None:
    assert peak_dbfs(np.zeros(0, np.float32)) == SILENCE_DBFS
    assert peak_dbfs(np.zeros(512, np.float32)) == SILENCE_DBFS
    assert peak_dbfs(np.array([0.5, -1.0], np.float32)) == pytest.approx(0.0)
