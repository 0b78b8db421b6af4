"""What has been proved on this computer, remembered as a JSON file in the user's data folder.

Rules: written whole or not at all. Loading never raises: an entry that makes no sense is left out and the
others hold; a file that is not JSON, or that a newer version wrote, counts as empty, as anything in it can be
found out again. Only what lasts is kept (`Proof.lasts`), the newest last, at most `MOST` of them.
Failure: saving raises FolderUnwritable or DiskFull, and then the old file is as it was.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from app.adapters.disk import write_whole
from app.domain.compute_proof import Proof, ProofKey, Verdict

logger = logging.getLogger(__name__)

VERSION: Final = 1

FILE_NAME: Final = "proofs.json"
"""In the user's data folder."""

MOST: Final = 100
"""Each new driver or library adds some; those of long ago are of no use to anybody."""


class ProofFile:
    """Remembers proofs in the file `path`, which need not exist, nor its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[ProofKey, Proof]:
        """What is remembered, the oldest first. Never raises."""
        try:
            table = json.loads(self._path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, ValueError, RecursionError) as error:
            logger.warning("the remembered proofs cannot be read: %s", type(error).__name__)
            return {}
        entries = table.get("proofs") if isinstance(table, dict) else None
        if not isinstance(entries, list) or table.get("version") != VERSION:
            logger.warning("the remembered proofs are of another version")
            return {}
        proofs: dict[ProofKey, Proof] = {}
        for entry in entries:
            try:
                key, proof = _key(entry), _proof(entry)
            except (KeyError, TypeError, ValueError) as error:
                logger.warning("a remembered proof makes no sense: %s", type(error).__name__)
            else:
                proofs[key] = proof
        return proofs

    def save(self, proofs: Mapping[ProofKey, Proof]) -> None:
        """Remember these and no others. Raises FolderUnwritable or DiskFull."""
        lasting = [(key, proof) for key, proof in proofs.items() if proof.lasts]
        table = {"version": VERSION, "proofs": [_entry(key, proof) for key, proof in lasting[-MOST:]]}
        write_whole(self._path, json.dumps(table, indent=2).encode())


def _entry(key: ProofKey, proof: Proof) -> dict[str, str | int | float]:
    return {
        "driver": key.driver,
        "card": key.card,
        "device": key.device,
        "compute_type": key.compute_type,
        "library": key.library,
        "flash_attention": key.flash_attention,
        "verdict": proof.verdict.value,
        "reason": proof.reason,
        "model": proof.model,
        "beam_size": proof.beam_size,
        "used": proof.used,
        "load_seconds": proof.load_seconds,
        "sentence_seconds": proof.sentence_seconds,
    }


def _key(entry: Mapping[str, Any]) -> ProofKey:
    """Raises KeyError, TypeError or ValueError."""
    names = ("driver", "card", "device", "compute_type", "library")
    driver, card, device, compute_type, library = (_text(entry, name) for name in names)
    flash_attention = entry.get("flash_attention", False)  # not in the entries of older versions
    if not isinstance(flash_attention, bool):
        raise TypeError("flash_attention")
    return ProofKey(driver, card, device, compute_type, library, flash_attention)


def _proof(entry: Mapping[str, Any]) -> Proof:
    """Raises KeyError, TypeError or ValueError."""
    proof = Proof(
        verdict=Verdict(_text(entry, "verdict")),
        reason=_text(entry, "reason"),
        model=_text(entry, "model"),
        beam_size=_number(entry, "beam_size", int),
        used=_text(entry, "used"),
        load_seconds=float(_number(entry, "load_seconds", (int, float))),
        sentence_seconds=float(_number(entry, "sentence_seconds", (int, float))),
    )
    if not proof.lasts:
        raise ValueError("what does not last is not remembered")
    return proof


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _number(entry: Mapping[str, Any], name: str, kinds: type[int] | tuple[type[int], type[float]]) -> Any:  # noqa: ANN401 - one of `kinds`
    value = entry[name]
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise TypeError(name)
    if not (math.isfinite(value) and value >= 0):
        raise ValueError(name)
    return value
