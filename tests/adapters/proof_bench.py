"""Trials whose process is whatever a test wants it to be."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.adapters.compute_proof import (
    ChildProofs,
    write_answer,
)
from app.adapters.own_process import PROVE_COMPUTE
from app.domain.compute import CUDA, Way
from app.domain.compute_proof import Proof, ProofTask

TASK = ProofTask(Path("nowhere"), "base", Way(CUDA, "float16"), 5)
LONG = 100.0
unix = pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")

# What a driver does, in front of the program's own command.
REAL_COMMAND = f"import sys; sys.argv[1:] = ['{PROVE_COMPUTE}']; from app.cli import main; sys.exit(main())"


def python(code: str, limit: float = LONG) -> ChildProofs:
    """Proofs whose process is a Python with that code."""
    return ChildProofs([sys.executable, "-c", code], limit, limit)


def with_driver(what_it_does: str, limit: float = LONG) -> ChildProofs:
    """The real command, with a driver that does this when a model is loaded onto it."""
    code = f"import ctypes, os, faster_whisper\ndef load(*_, **__): {what_it_does}\n"
    return python(f"{code}faster_whisper.WhisperModel = load\n{REAL_COMMAND}", limit)


def answering(answer: object, *, around: str = "") -> ChildProofs:
    """Proofs whose process gives that answer, and writes `around` before and after."""
    line = write_answer(answer).decode() if isinstance(answer, dict) else str(answer)
    return python(f"import sys; sys.stdin.readline(); print({around + line + around!r})")


def proof_of(proofs: ChildProofs, task: ProofTask = TASK) -> Proof:
    proof = proofs.prove(task)
    assert (proof.model, proof.beam_size) == (task.model, task.beam_size)
    return proof


GOOD: Mapping[str, object] = {
    "verdict": "works",
    "reason": "",
    "used": "float16",
    "load_seconds": 2,
    "sentence_seconds": 0.5,
}
