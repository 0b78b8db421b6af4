"""From the microphone's own rate to 16 kHz, and from there to a loudspeaker's, block by block (soxr).

Its state spans the blocks, so nothing clicks at their borders; what it gives lags behind what it got by
some 20 ms at 44.1 and 48 kHz, and the lag is told so that times can be put right.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples

_QUALITY: Final = "HQ"
"""20 bits, more than 16-bit microphones have."""


class Resampler:
    """Streaming resampler of mono sound from `rate` (samples a second) to `wanted`, 16 kHz unless said."""

    def __init__(self, rate: int, wanted: int = SAMPLE_RATE) -> None:
        self._wanted = wanted
        self._stream: Any = None
        if rate != wanted:
            # Imported here: the window comes up without it.
            import soxr  # type: ignore[import-untyped]  # it has none

            self._stream = soxr.ResampleStream(rate, wanted, 1, dtype="float32", quality=_QUALITY)

    @property
    def lag(self) -> float:
        """Seconds of sound that were put in and have not come out yet."""
        return float(self._stream.delay()) / self._wanted if self._stream else 0.0

    def convert(self, block: Samples) -> Samples:
        """`block` (float32 mono at `rate`, (samples,)) as float32 mono at `wanted`; may be empty."""
        if self._stream is None:
            return block
        return np.asarray(self._stream.resample_chunk(block), dtype=np.float32)

    def flush(self) -> Samples:
        """What is left inside; nothing may be converted afterwards."""
        if self._stream is None:
            return np.zeros(0, np.float32)
        left = self._stream.resample_chunk(np.zeros(0, np.float32), last=True)
        return np.asarray(left, dtype=np.float32)
