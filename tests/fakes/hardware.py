"""A graphics card's driver, and what tries and remembers, in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.compute import Way
from app.domain.compute_proof import STOPPED, Offers, Proof, ProofKey, ProofTask, Verdict
from app.domain.hardware import Torch
from app.domain.problems import StorageProblem


class NvmlError(Exception):
    """As the wheel's: a plain Exception."""


@dataclass(frozen=True)
class FakeMemory:
    total: int
    free: int


@dataclass
class FakeNvml:
    """NVIDIA's management library with some cards. `broken` names the functions that fail, for all cards or,
    as "function 1", for one; `as_bytes` answers as older releases do."""

    names: tuple[str, ...] = ()
    driver: str = "570.86.10"
    memory: FakeMemory = field(default_factory=lambda: FakeMemory(34_190_000_000, 31_000_000_000))
    capability: tuple[int, int] = (12, 0)
    broken: frozenset[str] = frozenset()
    as_bytes: bool = False
    open: int = 0

    def _fail(self, function: str, index: object = "") -> None:
        if function in self.broken or f"{function} {index}" in self.broken:
            raise NvmlError(function)

    def _text(self, text: str) -> str | bytes:
        return text.encode() if self.as_bytes else text

    def nvmlInit(self) -> None:
        self._fail("nvmlInit")
        self.open += 1

    def nvmlShutdown(self) -> None:
        self.open -= 1
        self._fail("nvmlShutdown")

    def nvmlSystemGetDriverVersion(self) -> str | bytes:
        self._fail("nvmlSystemGetDriverVersion")
        return self._text(self.driver)

    def nvmlDeviceGetCount(self) -> int:
        self._fail("nvmlDeviceGetCount")
        return len(self.names)

    def nvmlDeviceGetHandleByIndex(self, index: int) -> object:
        self._fail("nvmlDeviceGetHandleByIndex", index)
        return index

    def nvmlDeviceGetName(self, handle: object) -> str | bytes:
        self._fail("nvmlDeviceGetName", handle)
        assert isinstance(handle, int)
        return self._text(self.names[handle])

    def nvmlDeviceGetMemoryInfo(self, handle: object) -> FakeMemory:
        self._fail("nvmlDeviceGetMemoryInfo", handle)
        return self.memory

    def nvmlDeviceGetCudaComputeCapability(self, handle: object) -> tuple[int, int]:
        self._fail("nvmlDeviceGetCudaComputeCapability", handle)
        return self.capability


class ScriptedProver:
    """A trial gives what `truth` says, with flash attention `flash_truth`, and works where they say nothing;
    `during` happens in the middle."""

    def __init__(self, offers: Offers, truth: Mapping[Way, Proof] | None = None) -> None:
        self.answer = offers
        self.truth = dict(truth or {})
        self.flash_truth: dict[Way, Proof] = {}
        self.installed_torch: Torch | None = None
        self.during: Callable[[], None] = lambda: None
        self.tasks: list[ProofTask] = []
        self.times_asked = 0
        self.is_stopped = False
        self.is_closed = False

    @property
    def tried(self) -> list[Way]:
        return [task.way for task in self.tasks]

    @property
    def library(self) -> str:
        return self.answer.library

    def offers(self) -> Offers:
        self.times_asked += 1
        return self.answer

    def torch(self) -> Torch | None:
        return self.installed_torch

    def prove(self, task: ProofTask) -> Proof:
        self.tasks.append(task)
        self.is_stopped = False
        self.during()
        if self.is_stopped or self.is_closed:
            return STOPPED
        return (self.flash_truth if task.flash_attention else self.truth).get(
            task.way,
            Proof(
                Verdict.WORKS,
                model=task.model,
                beam_size=task.beam_size,
                used=task.way.compute_type,
                load_seconds=1.0,
                sentence_seconds=0.2,
            ),
        )

    def stop(self) -> None:
        self.is_stopped = True

    def close(self) -> None:
        self.is_closed = True


class FakeProofStore:
    """Remembers in memory; `refuses` is raised by `save`."""

    def __init__(self, proofs: Mapping[ProofKey, Proof] | None = None) -> None:
        self.saved = dict(proofs or {})
        self.refuses: StorageProblem | None = None

    def load(self) -> dict[ProofKey, Proof]:
        return dict(self.saved)

    def save(self, proofs: Mapping[ProofKey, Proof]) -> None:
        if self.refuses:
            raise self.refuses
        self.saved = {key: proof for key, proof in proofs.items() if proof.lasts}
