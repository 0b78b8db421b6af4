"""Reads whole files through the decoder, and compares sound, for the tests of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import psutil

from app.adapters import media_decoder
from app.adapters.media_files import DecodedSound, MediaFiles
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import ANY_SOUND, SoundChoice
from tests.media_maker import noise

LEFT = noise(4.0, seed=1)
RIGHT = noise(4.0, seed=2)


def read_all(sound: DecodedSound, block: int = 48_000) -> Samples:
    """Everything, and the process gone behind it."""
    blocks = [np.zeros(0, np.float32)]
    while len(part := sound.read(block)):
        assert part.dtype == np.float32
        blocks.append(part)
    assert len(sound.read(block)) == 0
    assert not psutil.pid_exists(sound.pid)
    return np.concatenate(blocks)


def heard(path: Path, choice: SoundChoice = ANY_SOUND, start: float = 0.0) -> Samples:
    return read_all(MediaFiles().open(path, choice, start))


def heard_here(path: Path) -> Samples:
    """The same without a process of its own, which takes longer to start than to decode."""
    with path.open("rb", buffering=0) as file:
        said = media_decoder.decode(file, path, ANY_SOUND)
        return np.concatenate([one for one in said if isinstance(one, np.ndarray)])


def likeness(samples: Samples, original: Samples) -> float:
    """How much of `samples` is `original`, 0 to 1, at the same time."""
    length = min(len(samples), len(original))
    one, other = samples[:length], original[:length]
    return float(abs(np.dot(one, other)) / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-9))


def shift(samples: Samples, original: Samples) -> float:
    """How many seconds later than in `original` the same sound lies in `samples`."""
    size = len(samples) + len(original)
    match = np.fft.irfft(np.fft.rfft(samples, size) * np.conj(np.fft.rfft(original, size)), size)
    at = int(np.argmax(match))
    return (at if at < len(samples) else at - size) / SAMPLE_RATE
