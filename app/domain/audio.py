"""Sound as the whole program knows it, so that no part has to ask for a rate or a layout.

Everywhere behind the microphone and the file reader, audio is float32, mono, 16 kHz, shape (samples,),
nominally within -1..1: what Whisper was trained on and what the voice-activity detector takes.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

SAMPLE_RATE: Final = 16_000
"""Samples a second of all audio behind the microphone. Whisper's own rate."""

Samples: TypeAlias = npt.NDArray[np.float32]
"""float32, mono, 16 kHz, shape (samples,)."""

SILENCE_DBFS: Final = -120.0
"""What `level_dbfs` says of digital silence, so that a meter has a floor instead of minus infinity."""


def seconds(samples: Samples) -> float:
    """How long `samples` (float32, mono, 16 kHz) last, in seconds."""
    return len(samples) / SAMPLE_RATE


def level_dbfs(samples: Samples) -> float:
    """Root-mean-square level in dB relative to full scale, from `SILENCE_DBFS` up to about 0."""
    if not len(samples):
        return SILENCE_DBFS
    mean_square = float(np.mean(np.square(samples, dtype=np.float64)))
    if mean_square <= 0.0:
        return SILENCE_DBFS
    return max(SILENCE_DBFS, 10.0 * math.log10(mean_square))


def is_digital_silence(samples: Samples) -> bool:
    """Whether every sample is the same: no real microphone is that quiet, a muted one is."""
    return bool(len(samples)) and bool(np.ptp(samples) == 0.0)


def to_pcm16(samples: Samples) -> bytes:
    """Little-endian signed 16-bit PCM of `samples`; what exceeds full scale is clipped."""
    scaled = np.clip(samples, -1.0, 1.0) * 32767.0
    return bytes(np.rint(scaled).astype("<i2").tobytes())


def from_pcm16(data: bytes) -> Samples:
    """The inverse of `to_pcm16`; a half sample at the end is dropped."""
    whole = len(data) - len(data) % 2
    return np.frombuffer(data[:whole], dtype="<i2").astype(np.float32) / np.float32(32767.0)
