"""What `app.services.compute_proofs` looks, tries and remembers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.domain.compute import Way
from app.domain.compute_proof import Offers, Proof, ProofKey, ProofTask, key_of
from app.domain.hardware import Computer, Graphics, Torch


class Prover(Protocol):
    """Tries ways of computing where a crash does no harm. One call at a time; nothing is raised."""

    @property
    def library(self) -> str:
        """The name and version of what computes, known at once."""

    def offers(self) -> Offers:
        """What the library that computes offers here. Takes a second or two."""

    def torch(self) -> Torch | None:
        """What PyTorch can compute on; None, at once, where it is not installed."""

    def prove(self, task: ProofTask) -> Proof:
        """What comes of it. Takes some seconds, minutes where something hangs."""

    def stop(self) -> None:
        """End what is going on; it has then proved nothing. From any thread."""

    def close(self) -> None:
        """The same, for good. From any thread."""


class ProofStore(Protocol):
    """Remembers proofs."""

    def load(self) -> dict[ProofKey, Proof]:
        """What is remembered. Never raises."""

    def save(self, proofs: Mapping[ProofKey, Proof]) -> None:
        """Remember those that last, and no others. Raises FolderUnwritable or DiskFull."""


@dataclass(frozen=True, slots=True)
class HardwareParts:
    """What is looked and tried with. `computer` and `graphics` find out what is there now; they never raise,
    nor wait for long."""

    computer: Callable[[], Computer]
    graphics: Callable[[], Graphics]
    prover: Prover
    store: ProofStore


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is at one moment."""

    computer: Computer
    graphics: Graphics
    offers: Offers

    def key(self, way: Way, *, flash_attention: bool = False) -> ProofKey:
        """What a proof of `way` holds for."""
        return key_of(way, self.computer, self.graphics, self.offers.library, flash_attention)
