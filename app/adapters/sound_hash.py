"""The fingerprint of decoded sound: the same for the same sound, whatever container and codec it lay in, as
long as nothing was lost on the way.

Rules: each channel is hashed by itself, as it was decoded and before anything is changed. Whole numbers are
brought to 32 bits by filling up on the right, as lossless codecs do themselves, so that 16 bits in FLAC are
the same 16 bits in WAV; floats stay what they are. Rate and number of channels belong to it; how the sound
was cut into frames does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

DIGEST_BYTES: Final = 32
SHIFTS: Final = {"int16": 16, "int32": 0}
"""How far whole numbers are from 32 bits."""

Plane = npt.NDArray[Any]
"""The samples of one channel, (n,): uint8, int16, int32, int64, float32 or float64."""


class SoundHash:
    """Takes the sound from its beginning to its end."""

    def __init__(self) -> None:
        self._whole = _new()
        self._shape: tuple[int, str] | None = None
        self._planes: list[hashlib.blake2b] = []
        self._samples = 0

    def add(self, planes: Sequence[Plane], rate: int) -> None:
        """The next samples of all channels."""
        same = [_canonical(plane) for plane in planes]
        shape = (rate, same[0].dtype.name)
        if shape != self._shape or len(same) != len(self._planes):
            self._close()
            self._shape = shape
            self._planes = [_new() for _ in same]
        for digest, plane in zip(self._planes, same, strict=True):
            digest.update(plane.data)
        self._samples += len(same[0])

    def finish(self) -> str:
        """The fingerprint, in hexadecimal; empty where there was no sound. Nothing may be added any more."""
        if self._shape is None:
            return ""
        self._close()
        return self._whole.hexdigest()

    def _close(self) -> None:
        """End a stretch of one shape."""
        if self._shape is not None:
            rate, kind = self._shape
            self._whole.update(f"{rate} {kind} {len(self._planes)} {self._samples};".encode())
            for plane in self._planes:
                self._whole.update(plane.digest())
        self._samples = 0


def _new() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=DIGEST_BYTES)


def _canonical(plane: Plane) -> Plane:
    if plane.dtype == np.uint8:
        return (plane.astype(np.int32) - 128) << 24
    shift = SHIFTS.get(plane.dtype.name, 0)
    return np.left_shift(plane, shift, dtype=np.int32) if shift else np.ascontiguousarray(plane)
