"""The streaming detector gives what faster-whisper's gives for the whole, on spoken files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.adapters.speech_detector import SpeechDetectors, weights_path
from app.domain.audio import Samples
from app.domain.problems import Unexpected
from tests.data import FOLDER, load


@pytest.fixture(scope="module")
def detectors() -> SpeechDetectors:
    return SpeechDetectors()


def peer(samples: Samples) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """faster-whisper's probabilities. It overwrites the end of what it is given, so it gets a copy."""
    from faster_whisper.vad import SileroVADModel

    model = SileroVADModel(str(weights_path()))
    return np.ravel(model(samples.copy()))


@pytest.mark.parametrize("name", ["s01", "medium", "german", "pink", "hum", "silence"])
@pytest.mark.parametrize("block", [320, 512, 1000, 10**9])
def test_it_equals_the_whole_clip_s(detectors: SpeechDetectors, name: str, block: int) -> None:
    sound = load(FOLDER / f"{name}.flac")[: 6 * 16000]
    # A window of silence behind: the peer sets the last 64 samples to zero.
    sound = np.concatenate([sound[: len(sound) // 512 * 512], np.zeros(512, np.float32)])
    detector = detectors.new()
    got = [one for at in range(0, len(sound), block) for one in detector.feed(sound[at : at + block])]
    assert len(got) == len(sound) // 512
    assert np.allclose(got, peer(sound), atol=1e-5)


def test_speech_and_noise_are_told_apart(detectors: SpeechDetectors) -> None:
    def share(name: str) -> float:
        return float(np.mean(np.asarray(detectors.new().feed(load(FOLDER / f"{name}.flac"))) > 0.5))

    assert share("s01") > 0.5
    assert max(share(name) for name in ("silence", "room", "pink", "hiss", "hum")) < 0.05


def test_streams_do_not_disturb_each_other(detectors: SpeechDetectors) -> None:
    sound, noise = load(FOLDER / "s02.flac"), load(FOLDER / "pink.flac")
    alone = detectors.new().feed(sound[:32000])
    one, other = detectors.new(), detectors.new()
    together: list[float] = []
    for at in range(0, 32000, 320):
        together += one.feed(sound[at : at + 320])
        other.feed(noise[at : at + 320])
    assert np.allclose(together, alone, atol=1e-5)


def test_nothing_heavy_is_loaded_to_find_the_weights() -> None:
    code = (
        "import sys; from app.adapters.speech_detector import weights_path; weights_path();"
        "print([m for m in ('faster_whisper', 'onnxruntime', 'ctranslate2', 'av') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_damaged_weights_are_a_problem(tmp_path: Path) -> None:
    damaged = tmp_path / "weights.onnx"
    damaged.write_bytes(b"not a model")
    with pytest.raises(Unexpected):
        SpeechDetectors(damaged).new()
    with pytest.raises(Unexpected):
        SpeechDetectors(tmp_path / "missing.onnx").new()
