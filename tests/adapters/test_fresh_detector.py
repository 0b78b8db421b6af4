"""The detector of recordings: what a tired one takes for silence is heard by a new one; nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.fresh_detector import STEP_WINDOWS, FreshDetector
from app.adapters.speech_detector import SpeechDetectors
from app.domain.audio import Samples
from app.domain.tail import WINDOW_SAMPLES

DATA = Path(__file__).parents[1] / "data"


class TiringDetector:
    """Hears loud windows as speech, but none any more once it has heard `patience` of them."""

    def __init__(self, patience: int) -> None:
        self._patience = patience

    def feed(self, samples: Samples) -> Sequence[float]:
        found = []
        for window in samples.reshape(-1, WINDOW_SAMPLES):
            is_heard = bool(np.abs(window).max() > 0.1) and self._patience > 0
            self._patience -= is_heard
            found.append(0.9 if is_heard else 0.1)
        return found


def windows(count: int, level: float) -> Samples:
    return np.full(count * WINDOW_SAMPLES, level, np.float32)


def test_a_voice_that_a_tired_detector_does_not_hear_is_heard_by_a_new_one() -> None:
    made: list[TiringDetector] = []

    def new() -> TiringDetector:
        made.append(TiringDetector(STEP_WINDOWS))
        return made[-1]

    speech = FreshDetector(new).feed(windows(3 * STEP_WINDOWS, 0.5))
    assert speech == [0.9] * (3 * STEP_WINDOWS)
    assert len(made) == 3


def test_a_pause_within_a_sentence_leaves_it_what_it_knows() -> None:
    made: list[TiringDetector] = []

    def new() -> TiringDetector:
        made.append(TiringDetector(1000))
        return made[-1]

    detector = FreshDetector(new)
    for _ in range(3):
        detector.feed(windows(10, 0.5))
        for _ in range(STEP_WINDOWS - 1):
            detector.feed(windows(1, 0.0))
    assert len(made) == 1


def test_silence_stays_silence() -> None:
    speech = FreshDetector(lambda: TiringDetector(1000)).feed(windows(2 * STEP_WINDOWS, 0.0))
    assert speech == [0.1] * (2 * STEP_WINDOWS)


@pytest.mark.parametrize("block", [100, WINDOW_SAMPLES, 7 * WINDOW_SAMPLES + 3])
def test_every_whole_window_has_its_probability_however_the_sound_comes(block: int) -> None:
    detector = FreshDetector(lambda: TiringDetector(1000))
    sound = np.concatenate([windows(40, 0.5), windows(40, 0.0), windows(3, 0.5)])
    speech: list[float] = []
    for begin in range(0, len(sound), block):
        speech.extend(detector.feed(sound[begin : begin + block]))
    assert speech == [0.9] * 40 + [0.1] * 40 + [0.9] * 3


def test_it_hears_all_that_the_plain_detector_hears() -> None:
    detectors = SpeechDetectors()
    sound = AudioFiles().read(DATA / "long.flac")
    plain = np.array(detectors.new().feed(sound)) >= 0.5
    fresh = np.array(FreshDetector(detectors.new).feed(sound)) >= 0.5
    assert len(fresh) == len(plain)
    assert np.mean(fresh) == pytest.approx(np.mean(plain), abs=0.03)
    assert np.mean(fresh[plain]) > 0.98


@pytest.mark.parametrize("name", ["hiss", "hum", "pink", "room", "silence"])
def test_noise_is_no_speech_to_it_either(name: str) -> None:
    speech = FreshDetector(SpeechDetectors().new).feed(AudioFiles().read(DATA / f"{name}.flac"))
    assert max(speech) < 0.5
