"""Settling with everything real but the card: processes, a driver that crashes in them, a model, the file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.adapters.compute_proof import CRASHED_REASON, ChildProofs
from app.adapters.computer import this_computer
from app.adapters.model_store import LocalModels
from app.adapters.nvidia import NvidiaCards
from app.adapters.own_process import PROVE_COMPUTE
from app.adapters.proof_file import ProofFile
from app.domain.compute import CUDA, Way
from app.domain.compute_proof import Settled
from app.domain.flash_attention import NOT_BUILT
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.compute_proof_parts import HardwareParts
from app.services.compute_proofs import ComputeProofs
from tests.fakes.hardware import FakeNvml

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")

# A card that the library counts. Its driver crashes with int8_float16; with float16 it computes, by the
# processor in truth, and it refuses flash attention as the builds do that come without it.
CARD = f"""
import ctypes, sys
import ctranslate2, faster_whisper
types, real = ctranslate2.get_supported_compute_types, faster_whisper.WhisperModel
ctranslate2.get_cuda_device_count = lambda: 1
ctranslate2.get_supported_compute_types = lambda device: (
    {{"int8_float16", "float16", "float32"}} if device == "cuda" else types(device)
)
def load(folder, *, device, compute_type, flash_attention=False, **others):
    if device == "cuda" and compute_type == "int8_float16":
        ctypes.string_at(0)
    if flash_attention:
        raise RuntimeError("Flash attention 2 is not supported")
    return real(folder, device="cpu", compute_type="int8", **others)
faster_whisper.WhisperModel = load
sys.argv[1:] = ["{PROVE_COMPUTE}"]
from app.cli import main
sys.exit(main())
"""


CRASHED = f"could not be used: {CRASHED_REASON}."


def test_a_crash_in_a_trial_is_survived_remembered_and_said(
    local_models: LocalModels, tmp_path: Path
) -> None:
    def proofs(command: list[str]) -> ComputeProofs:
        parts = HardwareParts(
            this_computer,
            NvidiaCards(lambda: FakeNvml(("RTX 4070",))).look,
            ChildProofs(command),
            ProofFile(tmp_path / "proofs.json"),
        )
        return ComputeProofs(parts, local_models.locate, lambda _: None)

    wished = SpeechSettings(model="tiny.en", flash_attention=True)
    settled = proofs([sys.executable, "-c", CARD]).settle(wished)
    assert settled == Settled(
        SpeechSettings(model="tiny.en", device=Device.CUDA, compute_type=ComputeType.FLOAT16),
        (
            f"The graphics card, int8_float16, {CRASHED}",
            "In use instead: graphics card, float16.",
            f"Flash attention could not be used: {NOT_BUILT}.",
        ),
        Way(CUDA, "float16"),
    )
    # After a new start no process is needed, so that one which cannot be started does not matter.
    assert proofs([str(tmp_path / "no such program")]).settle(wished) == settled
