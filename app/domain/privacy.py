"""What Sayso keeps on this computer: where, how much of it, and what was removed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kept(StrEnum):
    """What Sayso keeps."""

    SETTINGS = "settings"
    HISTORY = "history"
    RECORDINGS = "recordings"
    FILES = "files"
    COPIES = "copies"
    MODELS = "models"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where something is kept: a folder, or a file in one."""

    kept: Kept
    path: Path


@dataclass(frozen=True, slots=True)
class Amount:
    """How many there are, and what they take on the disk, in bytes."""

    count: int = 0
    bytes: int = 0

    def less(self, left: Amount) -> Amount:
        """What went, when `left` is left; never less than nothing."""
        return Amount(max(0, self.count - left.count), max(0, self.bytes - left.bytes))
