"""What computes: the processor and the graphics card, proved before they are used, and NVIDIA's library."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from app.adapters.clock import SystemClock
from app.adapters.compute_proof import ChildProofs
from app.adapters.computer import this_computer
from app.adapters.connections import Connections
from app.adapters.cuda_runtime import CudaRuntime, PackageIndex, pinned_wheel
from app.adapters.folders import Folders
from app.adapters.model_store import LocalModels
from app.adapters.nvidia import NvidiaCards
from app.adapters.proof_file import FILE_NAME, ProofFile
from app.domain.model_budget import Limits, limits_for
from app.domain.model_settings import ModelSettings
from app.domain.recommendation import Candidate
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.compute_proof_parts import HardwareParts
from app.services.compute_proofs import ComputeProofs
from app.services.cuda_runtime import CudaRuntimeDesk
from app.services.hardware import HardwareService
from app.services.ports import Post


@dataclass(frozen=True, slots=True)
class Hardware:
    """`proofs` says what a model is loaded with, `service` tells and tries, `cuda` gets NVIDIA's library."""

    cards: NvidiaCards
    proofs: ComputeProofs
    service: HardwareService
    cuda: CudaRuntimeDesk

    def limits(self, models: ModelSettings) -> Limits:
        """How much memory speech models may take here. A card that sleeps takes seconds to tell its own."""
        on_cards = [card.memory_megabytes or 0 for card in self.cards.look().cards]
        return limits_for(models, this_computer().memory_megabytes, max(on_cards, default=0))


def proofs_of(folders: Folders, local: LocalModels, cards: NvidiaCards, post: Post) -> ComputeProofs:
    """What has proved to work here, shared by all of this user's programs through one file."""
    prover = ChildProofs(cuda_folder=folders.cuda)
    parts = HardwareParts(this_computer, cards.look, prover, ProofFile(folders.data / FILE_NAME))
    return ComputeProofs(parts, local.locate, post)


def build_hardware(
    folders: Folders,
    local: LocalModels,
    post: Post,
    stack: ExitStack,
    connections: Connections | None = None,
) -> Hardware:
    """Make and start the workers and services of the hardware; `stack` ends them. Nothing is looked at."""
    clock = SystemClock()
    worker = partial(running_worker, clock=clock, post=post, stack=stack, patience=NO_PATIENCE)
    # The workers first: what they may wait for ends before they do.
    proving, getting = worker("hardware"), worker("cuda library")
    cards = NvidiaCards()
    proofs = proofs_of(folders, local, cards, post)
    stack.callback(proofs.close)
    candidates = [
        Candidate(one.name, one.parameters_millions, one.english_only) for one in local.catalogue.models
    ]
    service = HardwareService(proving, proofs, candidates, post)
    stack.callback(service.close)
    runtime = CudaRuntime(folders.cuda, PackageIndex(connections=connections), pinned_wheel())
    cuda = CudaRuntimeDesk(getting, runtime, clock, post)
    stack.callback(cuda.close)
    return Hardware(cards, proofs, service, cuda)
