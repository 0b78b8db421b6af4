"""Decoded planes of sound to one channel of floats, without FFmpeg's own mixing: that leaves channels out
whose place it knows, as the low one of a film, where a recorder may have had a microphone.

All channels are averaged, so nothing clips; or one of them is taken, the last where there are not so many.
Values that are no numbers become silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from app.adapters.sound_hash import Plane
from app.domain.audio import Samples
from app.domain.media import Channels

KINDS: Final[dict[str, npt.DTypeLike]] = {
    "u8": np.uint8,
    "s16": np.int16,
    "s32": np.int32,
    "s64": np.int64,
    "flt": np.float32,
    "dbl": np.float64,
}
"""FFmpeg's formats of samples, as they are called where channels alternate."""

_FULL: Final = {"uint8": 128.0, "int16": 2.0**15, "int32": 2.0**31, "int64": 2.0**63}
"""Full scale of whole numbers."""


def planes_of(parts: Sequence[Sequence[bytes]], kind: str, channels: int) -> list[Plane]:
    """The channels' samples out of frames' planes: `parts` are the planes of each frame, one for each
    channel, or one in which the channels alternate."""
    data: list[npt.NDArray[Any]] = [
        np.frombuffer(b"".join(plane), KINDS[kind]) for plane in zip(*parts, strict=True)
    ]
    if len(data) == channels:
        return data
    alternating = data[0].reshape(-1, channels)
    return [alternating[:, place] for place in range(channels)]


def mono_of(planes: Sequence[Plane], channels: Channels) -> Samples:
    """One channel of floats, full scale 1."""
    if channels is not Channels.MIXED:
        planes = (planes[min(channels is Channels.SECOND, len(planes) - 1)],)
    mono = planes[0].astype(np.float32)
    for plane in planes[1:]:
        mono += plane
    kind = planes[0].dtype.name
    if kind == "uint8":
        mono -= 128 * len(planes)
    scale = len(planes) * _FULL.get(kind, 1.0)
    if scale != 1.0:
        mono *= np.float32(1.0 / scale)
    return mono


def clean(samples: Samples) -> Samples:
    """`samples` within full scale, and none that is no number."""
    if not len(samples):
        return samples
    low, high = float(samples.min()), float(samples.max())
    if low >= -1.0 and high <= 1.0:  # not so where one is no number
        return samples
    return np.clip(np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0), -1.0, 1.0)
