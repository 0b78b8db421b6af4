"""Speech models: what the catalogue says of one, and what is really in use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What is really in use, read back from the engine. `fallbacks` says in words what could not be had;
    `apart` that it computes in a process of its own."""

    model: str
    device: str
    compute_type: str
    multilingual: bool
    load_seconds: float
    fallbacks: tuple[str, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ModelState:
    """A model of the catalogue and where it is, if it is here."""

    name: str
    summary: str
    size_bytes: int
    english_only: bool
    path: Path | None
    source: str
