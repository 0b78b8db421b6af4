"""Another program that records the same microphone or loudspeaker, to say what was to be heard and when."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples, from_pcm16

SPEECH = 0.02
"""An amplitude that only speech reaches."""

Wait = Callable[[Callable[[], object]], None]


class Witness:
    """`parec` on a virtual device.

    Args:
        path: the file it writes.
        sink: the variable that names what it hears: the microphone's or the loudspeaker's.
    """

    def __init__(self, path: Path, sink: str = "VD_MIC_SINK") -> None:
        self._path = path
        options = ["--rate=16000", "--channels=1", "--format=s16le", "--latency-msec=20", "--raw"]
        device = os.environ[sink] + ".monitor"
        self._process = subprocess.Popen(["parec", f"--device={device}", *options, str(path)])

    @property
    def seconds(self) -> float:
        """How much it has heard so far."""
        return len(self._sound()) / SAMPLE_RATE

    def speech_begins(self, wait: Wait) -> float:
        """Where in its recording the first loud sound is, waited for; in seconds."""
        wait(lambda: bool(np.any(np.abs(self._sound()) > SPEECH)))
        return int(np.argmax(np.abs(self._sound()) > SPEECH)) / SAMPLE_RATE

    def place_of(self, sound: Samples) -> tuple[float, float]:
        """Where in its recording `sound` (float32 mono 16 kHz) begins, in seconds, and how much alike (a
        correlation, 0..1) the two are there."""
        heard = self._sound().astype(np.float64)
        wanted = sound.astype(np.float64)
        # Before its first sample there is nothing, and the microphone gave digital silence.
        padding = len(wanted)
        padded = np.concatenate((np.zeros(padding), heard, np.zeros(padding)))
        size = 1 << (len(padded) + len(wanted)).bit_length()
        products = np.fft.irfft(np.fft.rfft(padded, size) * np.conj(np.fft.rfft(wanted, size)), size)
        at = int(np.argmax(products[: len(padded) - len(wanted) + 1]))
        part = padded[at : at + len(wanted)]
        alike = float(np.dot(part, wanted)) / float(np.linalg.norm(part) * np.linalg.norm(wanted))
        return (at - padding) / SAMPLE_RATE, alike

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()

    def _sound(self) -> Samples:
        data = self._path.read_bytes() if self._path.exists() else b""
        return from_pcm16(data[: len(data) // 2 * 2])
