"""What is told of the hardware, and what a page of it shows."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.compute import Way
from app.domain.compute_proof import Proof
from app.domain.flash_attention import UNKNOWN, FlashAttention
from app.domain.hardware import Computer, Cost, Graphics, Torch
from app.domain.recommendation import Recommendation
from app.domain.settings import ComputeType


@dataclass(frozen=True, slots=True)
class ComputeTypeFacts:
    """A compute type on a device. `sentence` says whether it works, or why it cannot be had or used."""

    compute_type: ComputeType
    is_offered: bool
    cost: Cost
    proof: Proof | None
    sentence: str

    @property
    def is_usable(self) -> bool:
        """Whether it may be chosen: offered, and not known to fail."""
        return self.is_offered and (self.proof is None or self.proof.works or not self.proof.lasts)


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """A device ("cpu" or "cuda"). `is_there` when the library can compute on it at all; `sentence` says what
    it is, or why it cannot be used, with the remedy. The compute types that are offered come first."""

    device: str
    is_there: bool
    sentence: str
    types: tuple[ComputeTypeFacts, ...]


@dataclass(frozen=True, slots=True)
class HardwareFound:
    """All there is to know of this computer now. `model` is the one whose costs are told; `torch` is None
    where PyTorch is not installed."""

    computer: Computer
    graphics: Graphics
    library: str
    model: str
    devices: tuple[DeviceFacts, ...]
    recommendation: Recommendation | None
    flash_attention: FlashAttention = UNKNOWN
    torch: Torch | None = None


@dataclass(frozen=True, slots=True)
class ProofBegun:
    """A way of computing is being tried; that takes some seconds."""

    way: Way
    flash_attention: bool = False


@dataclass(frozen=True, slots=True)
class ProofEnded:
    """What came of it."""

    way: Way
    proof: Proof
    flash_attention: bool = False


@dataclass(frozen=True, slots=True)
class ProvingEnded:
    """All that was asked for has been tried. `used` is the best way that works; None where none does.
    `sentences` say what could not be had and what is used instead; none when all is as wished."""

    used: Way | None
    sentences: tuple[str, ...] = ()
