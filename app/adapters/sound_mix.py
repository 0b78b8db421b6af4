"""Decoded planes of sound to one channel of floats, without FFmpeg's own mixing: that leaves channels out
whose place it knows, as the low one of a film, where a recorder may have had a microphone.

All channels are averaged, so nothing clips; or one of them is taken, the last where there are not so many.
Values that are no numbers become silence.

The mean is wrong of two kinds of files, and `Mixer` mixes those otherwise:
- Channels of which one is wired the wrong way round cancel each other. Independent channels have a sum with
  as much energy as all of them have; where it has less than `CANCELS` of that, those that run against the
  loudest are turned round. So nothing is left out that only one of them has. Where that does not help, the
  loudest is taken alone.
- Where there are more than two, those that are silent (`SILENT`) do not count: of 40 of which one speaks the
  mean is 32 dB too low. Of two, a dead one only halves the other.
It is decided with each block, by what was heard until its end; what was heard `HALF_LIFE` ago counts half.
What is decided anew comes within `RAMP` from the block's beginning on, so nothing clicks. Of sound that is
neither, every sample is that of the plain mean, to the bit. A fingerprint is of the channels, and does not
depend on it.
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

CANCELS: Final = 0.1
"""Of two channels that are alike loud: a correlation below -0.9. Nine stereo recordings had -0.01 to 1.
Speech and the same speech up to 10 ms later, as two microphones apart have it, had at the worst delay below
-0.79 in one of 100 stretches of 1.25 s, and below -0.9 in one of 421."""
SILENT: Final = 1e-4
"""Energy, of that of the loudest channel: 40 dB less. An open input without a microphone is below that."""
STEP: Final = 4
"""One of so many samples is looked at: that takes half a second for an hour of stereo."""
MOST: Final = 256
"""Of more channels the plain mean is taken: no recorder has them, and looking at each would take long."""
HALF_LIFE: Final = 5.0
"""Seconds."""
RAMP: Final = 0.02
"""Seconds."""

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


Weights = npt.NDArray[np.float64]
"""By what each channel is multiplied, (n,)."""


class Mixer:
    """Mixes the sound of one track, block by block; belongs to one thread.

    Args:
        channels: which are wanted.
    """

    def __init__(self, channels: Channels) -> None:
        self._channels = channels
        self._weights: Weights | None = None
        """Those of the last block; None before the first."""
        self._energies = np.zeros(0)
        """Of each channel, so far."""
        self._sum = 0.0
        """Energy of all channels that count, so far, as they are turned now."""
        self._signs = np.ones(0)

    def mix(self, planes: Sequence[Plane], rate: int) -> Samples:
        """The next samples of all channels, `rate` a second, as one channel of floats, full scale 1."""
        if self._channels is not Channels.MIXED or not 1 < len(planes) <= MOST or not len(planes[0]):
            return mono_of(planes, self._channels)
        if len(planes) != len(self._energies):
            self._weights, self._sum = None, 0.0
            self._energies, self._signs = np.zeros(len(planes)), np.ones(len(planes))
        self._hear(planes, rate)
        weights = self._decided()
        before = weights if self._weights is None else self._weights
        self._weights = weights
        if _is_mean(before) and _is_mean(weights):
            return mono_of(planes, self._channels)
        return _weighted(planes, before, weights, round(RAMP * rate))

    def _hear(self, planes: Sequence[Plane], rate: int) -> None:
        """Take the energies of a block, and turn channels where their sum cancels."""
        with np.errstate(all="ignore"):
            sound = np.array([plane[::STEP] for plane in planes], np.float32)
            sound -= sound.mean(axis=1, keepdims=True)  # a constant is no sound
            energies = np.einsum("ij,ij->i", sound, sound).astype(np.float64)
        if not np.isfinite(energies).all():  # damage
            return
        past = 0.5 ** (len(planes[0]) / rate / HALF_LIFE)
        self._energies = past * self._energies + energies
        counted = self._counted()
        together = _energy(self._signs * counted @ sound)
        self._sum = past * self._sum + together
        here, so_far = float(energies[counted].sum()), float(self._energies[counted].sum())
        if together < CANCELS * here and self._sum < CANCELS * so_far:
            # What was before is taken to have been alike.
            self._sum = self._turned(sound, counted, CANCELS * here) * so_far / here

    def _turned(self, sound: npt.NDArray[np.float32], counted: npt.NDArray[np.bool_], least: float) -> float:
        """Turn channels such that they do not cancel; the energy of their sum."""
        loudest = int(np.argmax(self._energies))
        self._signs = np.where(sound @ sound[loudest] < 0, -1.0, 1.0)
        together = _energy(self._signs * counted @ sound)
        if together >= least:
            return together
        self._signs = np.zeros(len(sound))
        self._signs[loudest] = 1.0
        return _energy(sound[loudest])

    def _counted(self) -> npt.NDArray[np.bool_]:
        """Which channels count."""
        if len(self._energies) <= 2:
            return np.ones(len(self._energies), np.bool_)
        return np.asarray(self._energies >= SILENT * self._energies.max())

    def _decided(self) -> Weights:
        """What each channel is multiplied by: the amounts make 1, so nothing clips."""
        weights = self._signs * self._counted()
        return weights / (np.abs(weights).sum() or 1.0)


def _energy(samples: npt.NDArray[Any]) -> float:
    return float(np.dot(samples, samples))


def _is_mean(weights: Weights) -> bool:
    return bool((weights == weights[0]).all() and weights[0] > 0)


def _weighted(planes: Sequence[Plane], before: Weights, weights: Weights, ramp: int) -> Samples:
    """`planes` by `weights`, which come within the first `ramp` samples."""
    kind = planes[0].dtype.name
    middle, scale = 128 if kind == "uint8" else 0, 1.0 / _FULL.get(kind, 1.0)
    mono = np.zeros(len(planes[0]), np.float32)
    rising = np.linspace(0.0, 1.0, min(ramp, len(mono)), endpoint=False, dtype=np.float32)
    for plane, first, last in zip(planes, before, weights, strict=True):
        if not (first or last):
            continue
        sound = plane.astype(np.float32)
        sound -= middle
        mono[len(rising) :] += sound[len(rising) :] * np.float32(last * scale)
        part = rising * np.float32((last - first) * scale) + np.float32(first * scale)
        mono[: len(rising)] += sound[: len(rising)] * part
    return mono


def clean(samples: Samples) -> Samples:
    """`samples` within full scale, and none that is no number."""
    if not len(samples):
        return samples
    low, high = float(samples.min()), float(samples.max())
    if low >= -1.0 and high <= 1.0:  # not so where one is no number
        return samples
    return np.clip(np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0), -1.0, 1.0)
