"""Which device and arithmetic a model is tried with, in which order, and what is said when one fails.

CTranslate2 loads models that it then cannot compute with (int8 on some graphics cards), so each way is
proved by a whole transcription before it is used. This module only decides the order: what the user wants
first, then on the same device down to what works everywhere, then the processor. Pure; the words that it
gives are shown to the user.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.settings import ComputeType, Device
from app.domain.texts import shown

CPU: Final = "cpu"
CUDA: Final = "cuda"

_CUDA_LADDER: Final = (ComputeType.INT8_FLOAT16, ComputeType.FLOAT16, ComputeType.FLOAT32)
_CPU_LADDER: Final = (ComputeType.INT8, ComputeType.INT8_FLOAT32, ComputeType.FLOAT32)

MOST_THREADS: Final = 4
"""CTranslate2's own number for processors with many cores."""

_CARD: Final = shown("graphics card")
_DEVICE_WORDS: Final = {CPU: shown("processor"), CUDA: _CARD, "mps": _CARD, "xpu": _CARD}
"""The last two by PyTorch's names: Apple's and Intel's."""


@dataclass(frozen=True, slots=True)
class Way:
    """A device ("cpu" or "cuda") and a compute type by CTranslate2's name."""

    device: str
    compute_type: str

    @property
    def words(self) -> str:
        """As the user knows it: "graphics card, float16"."""
        return f"{device_words(self.device)}, {self.compute_type}"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A way that was tried, and why it could not be used."""

    way: Way
    reason: str


def device_words(device: str) -> str:
    """What the user calls a device: "processor" or "graphics card"."""
    return _DEVICE_WORDS.get(device, device)


def default_compute_type(device: str) -> ComputeType:
    """The first thing to try: int8_float16 on a graphics card, int8 on the processor."""
    return (_CUDA_LADDER if device == CUDA else _CPU_LADDER)[0]


def ways(device: Device, wished: ComputeType, offers: Mapping[str, frozenset[str]]) -> tuple[Way, ...]:
    """The ways to try, best first, each at most once.

    Args:
        device: the user's wish; AUTO takes the graphics card where there is one.
        wished: the user's compute type; AUTO takes the device's default.
        offers: the compute types that the engine offers for each device that is there.
    """
    found: dict[Way, None] = {}
    for one in (CUDA, CPU) if device is not Device.CPU else (CPU,):
        ladder = _CUDA_LADDER if one == CUDA else _CPU_LADDER
        first = () if wished is ComputeType.AUTO else (wished,)
        for compute_type in (*first, *_below(wished, ladder)):
            if compute_type in offers.get(one, frozenset()):
                found.setdefault(Way(one, compute_type.value))
    return tuple(found)


def _below(wished: ComputeType, ladder: Sequence[ComputeType]) -> Sequence[ComputeType]:
    """The rungs under the wished one; all of them where it is no rung."""
    return ladder[ladder.index(wished) + 1 :] if wished in ladder else ladder


def fallback_words(
    device: Device,
    wished: ComputeType,
    offers: Mapping[str, frozenset[str]],
    failed: Sequence[Attempt],
    used: Way,
) -> tuple[str, ...]:
    """One sentence for each thing that was wanted and could not be had; none when all went as wished."""
    said: list[str] = []
    if device is Device.CUDA and not offers.get(CUDA):
        said.append("No NVIDIA graphics card that can compute was found, so the processor is used.")
    wanted = tuple(one for one in _wanted(device) if offers.get(one)) or (CPU,)
    if wished is not ComputeType.AUTO and not any(wished in offers.get(one, ()) for one in wanted):
        said.append(f"The {device_words(wanted[0])} does not offer {wished}; {used.compute_type} is used.")
    said.extend(f"The {one.way.words}, could not be used: {one.reason}." for one in failed)
    if failed:
        said.append(f"In use instead: {used.words}.")
    return tuple(said)


def _wanted(device: Device) -> tuple[str, ...]:
    return {Device.CPU: (CPU,), Device.CUDA: (CUDA,), Device.AUTO: (CUDA, CPU)}[device]


def threads_for(wished: int, cores: int) -> int:
    """How many threads one model computes with on `cores` cores; `wished` 0 leaves it to Sayso.

    One core is left to everything else: the speaker's own program, the sound, the window. Beam search on
    short phrases is many small steps that gain nothing from more threads than a few. Measured with base,
    int8, beam 5 on two cores: 18 ms a token with one thread, 31 ms with two, though the encoder takes
    0.22 s instead of 0.15 s (10 s window), so that any phrase of more than five tokens is there sooner.
    """
    return wished or max(1, min(MOST_THREADS, cores - 1))


def memory_megabytes(parameters_millions: int, compute_type: str) -> int:
    """About how much memory a loaded model takes, in MB: its weights and what decoding needs beside them.

    The weights are counted by their width; a quarter more and 150 MB cover embeddings that stay wider, the
    decoder's cache at beam 5 and the libraries' own buffers.
    """
    width = 1 if compute_type.startswith("int8") else 2 if "16" in compute_type else 4
    return round(parameters_millions * width * 1.25) + 150
