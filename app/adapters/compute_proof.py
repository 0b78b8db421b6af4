"""Proves in a process of its own whether this computer can compute with a device and a compute type.

Problem: a driver that fails takes the whole process with it, and some do not come back from a call at all.
So the program's own hidden command (`app.commands.prove_compute`) does what may fail: it asks CTranslate2
what it offers, or PyTorch, or loads a model and transcribes the bundled clip. Task and answer cross as JSON,
a line each, on standard input and output.

Rules: one process at a time. One that does not answer in time is ended; `stop` and `close` end it at once,
and so does the end of whoever asked. Both ends know the limit: a driver that hangs may keep the process from
seeing that. Where asking for the graphics card fails, the processor is asked for alone.
Failure: nothing is raised. What happened to the process is the verdict; one that could not be started has
proved nothing.
"""

from __future__ import annotations

import importlib.metadata
import json
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeAlias

from app.adapters import torch_facts
from app.adapters.engine_messages import from_plain, to_plain
from app.adapters.line_process import Ended, LineProcess
from app.adapters.own_process import PROVE_COMPUTE, own_command
from app.domain.compute_proof import STOPPED, Offers, Proof, ProofTask, Verdict
from app.domain.hardware import Torch
from app.domain.texts import shown

PROOF_SECONDS: Final = 240.0
"""A new card's first computation can take minutes, while its driver translates what it computes with."""

OFFERS_SECONDS: Final = 120.0
"""Usually one: the libraries are read from a cold disk, maybe past a virus scanner."""

WITHOUT_CARDS: Final = {"CUDA_VISIBLE_DEVICES": "-1"}
"""Hides the graphics cards from CUDA (CUDA C++ Programming Guide, environment variables)."""

MARK: Final = "sayso-answer "
"""Begins the line that holds the answer: libraries write to standard output as they like."""

_ENDED_BY_USER: Final = (-signal.SIGINT, -signal.SIGTERM, 130)
_KILLED: Final = -9  # signal.SIGKILL, which Windows does not have

NO_ANSWER_REASON: Final = shown("it gave no answer in a trial")
CRASHED_REASON: Final = shown("its driver or the library crashed in a trial")
KILLED_REASON: Final = shown("the system ended the trial, as it does when memory runs out")
NOT_STARTED_REASON: Final = shown("the trial could not be started")


def library_version() -> str:
    """The name and version of what computes, without importing it."""
    try:
        return f"CTranslate2 {importlib.metadata.version('ctranslate2')}"
    except importlib.metadata.PackageNotFoundError:
        return "CTranslate2"


class Ask(StrEnum):
    """What the process is asked."""

    OFFERS = "offers"
    TORCH = "torch"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class Question:
    """What the process is asked, with a task where it is a proof, and its limit in seconds. `cuda_folder` is
    where Sayso's own copy of NVIDIA's library is, if there is one."""

    ask: Ask
    limit: float
    task: ProofTask | None = None
    cuda_folder: Path | None = None


Answer: TypeAlias = Mapping[str, Any]
"""What the process says, as it is told: nothing of it is known to make sense."""


class ChildProofs:
    """Asks and proves in processes. Call it from one thread; `stop` and `close` may be called from any.

    Args:
        command: what to run; the program's own hidden command when left out.
        proof_seconds: how long a proof may take.
        offers_seconds: how long the question of what is offered may take, and that of PyTorch.
        cuda_folder: where Sayso's own copy of NVIDIA's library is, or would be.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        proof_seconds: float = PROOF_SECONDS,
        offers_seconds: float = OFFERS_SECONDS,
        cuda_folder: Path | None = None,
    ) -> None:
        self._process = LineProcess(command or own_command(PROVE_COMPUTE))
        self._proof_seconds = proof_seconds
        self._offers_seconds = offers_seconds
        self._cuda_folder = cuda_folder

    @property
    def library(self) -> str:
        """The name and version of what computes; no process is started."""
        return library_version()

    def offers(self) -> Offers:
        """What the library offers. Where a device could not be asked for, `problem` says why."""
        question = Question(Ask.OFFERS, self._offers_seconds, cuda_folder=self._cuda_folder)
        answer, ended = self._run(question)
        problem = ""
        if not _types(answer):
            problem = _without_answer(ended).reason
            if not ended.was_stopped:
                answer, _ = self._run(question, WITHOUT_CARDS)
        return Offers(library_version(), _types(answer), problem, _has_flash_attention(answer))

    def torch(self) -> Torch | None:
        """What PyTorch can compute on, where it is installed; its version alone where it does not answer.
        Takes some seconds then, and starts no process where it is not."""
        if not torch_facts.is_installed():
            return None
        answer, _ = self._run(Question(Ask.TORCH, self._offers_seconds))
        return _torch(answer) or Torch(torch_facts.version())

    def prove(self, task: ProofTask) -> Proof:
        """What came of it. Takes some seconds, at most the limit."""
        answer, ended = self._run(Question(Ask.PROOF, self._proof_seconds, task, self._cuda_folder))
        proof = _proof(answer) or _without_answer(ended)
        return replace(proof, model=task.model, beam_size=task.beam_size)

    def stop(self) -> None:
        """End the process that runs."""
        self._process.stop()

    def close(self) -> None:
        """End the process that runs, and start none any more."""
        self._process.close()

    def _run(self, question: Question, environment: Mapping[str, str] | None = None) -> tuple[Answer, Ended]:
        """What one process answers, nothing where it does not, and how it ended; it has `environment` besides
        this one's."""
        answer: Answer = {}

        def hear(line: bytes) -> None:
            nonlocal answer
            answer = _answer(line) or answer

        ended = self._process.follow(
            hear, task=write_question(question), limit=question.limit, environment=environment
        )
        return answer, ended


def write_question(question: Question) -> bytes:
    """The line that the process is asked with."""
    return json.dumps(to_plain(question)).encode() + b"\n"


def write_answer(answer: Mapping[str, object]) -> bytes:
    """The line that the process answers with."""
    return f"\n{MARK}{json.dumps(answer)}\n".encode()


def read_question(data: bytes) -> Question:
    """What the process is asked. Raises ValueError for what is no question."""
    question = from_plain(Question, json.loads(data))
    if (question.ask is Ask.PROOF) != (question.task is not None):
        raise ValueError("a task belongs to a proof")
    return question


def _answer(line: bytes) -> Answer | None:
    """The answer, if it is in this line."""
    text = line.decode("utf-8", "replace")
    if text.startswith(MARK):
        with suppress(ValueError):
            answer = json.loads(text.removeprefix(MARK))
            return answer if isinstance(answer, dict) else None
    return None


def _types(answer: Answer) -> dict[str, frozenset[str]]:
    """The compute types of each device that the process tells of; none when it tells of nothing."""
    try:
        offers = dict(answer["offers"])
        return {str(device): frozenset(map(str, types)) for device, types in offers.items()}
    except (KeyError, TypeError, ValueError):
        return {}


def _has_flash_attention(answer: Answer) -> bool | None:
    """Whether the library was built with it; None where the process does not tell."""
    told = answer.get("flash_attention")
    return told if isinstance(told, bool) else None


def _torch(answer: Answer) -> Torch | None:
    """What the process tells of PyTorch; None when it makes no sense."""
    try:
        told = answer["torch"]
        return Torch(
            str(told["version"]), str(told["cuda"]), told["uses_cuda"] is True, told["uses_metal"] is True
        )
    except (KeyError, TypeError):
        return None


def _proof(answer: Answer) -> Proof | None:
    """The proof that the process tells of; None when it makes no sense."""
    try:
        return Proof(
            verdict=Verdict(answer["verdict"]),
            reason=str(answer["reason"]),
            used=str(answer["used"]),
            load_seconds=float(answer["load_seconds"]),
            sentence_seconds=float(answer["sentence_seconds"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _without_answer(ended: Ended) -> Proof:
    """What it means that the process has ended without an answer."""
    if ended.was_stopped or ended.status in _ENDED_BY_USER:
        return STOPPED
    if not ended.in_time:
        return Proof(Verdict.NO_ANSWER, NO_ANSWER_REASON)
    if ended.status is None:
        return Proof(Verdict.NOT_PROVED, NOT_STARTED_REASON)
    if ended.status == _KILLED:
        return Proof(Verdict.KILLED, KILLED_REASON)
    return Proof(Verdict.CRASHED, CRASHED_REASON)
