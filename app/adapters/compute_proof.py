"""Proves in a process of its own whether this computer can compute with a device and a compute type.

Problem: a driver that fails takes the whole process with it, and some do not come back from a call at all.
So the program's own hidden command (`app.commands.prove_compute`) does what may fail: it asks CTranslate2
what it offers, or PyTorch, or loads a model and transcribes the bundled clip. Task and answer cross as JSON,
on standard input and output.

Rules: one process at a time. One that does not answer in time is ended; `stop` and `close` end it at once.
Both ends know the limit, so that one whose parent is gone does not stay behind. Where asking for the graphics
card fails, the processor is asked for alone.
Failure: nothing is raised. What happened to the process is the verdict; one that could not be started has
proved nothing.
"""

from __future__ import annotations

import importlib.metadata
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from app.adapters import torch_facts
from app.adapters.own_process import PROVE_COMPUTE, own_command
from app.domain.compute import Way
from app.domain.compute_proof import STOPPED, Offers, Proof, ProofTask, Verdict
from app.domain.hardware import Torch

logger = logging.getLogger(__name__)

PROOF_SECONDS: Final = 240.0
"""A new card's first computation can take minutes, while its driver translates what it computes with."""

OFFERS_SECONDS: Final = 120.0
"""Usually one: the libraries are read from a cold disk, maybe past a virus scanner."""

WITHOUT_CARDS: Final = {"CUDA_VISIBLE_DEVICES": "-1"}
"""Hides the graphics cards from CUDA (CUDA C++ Programming Guide, environment variables)."""

MARK: Final = "sayso-answer "
"""Begins the line that holds the answer: libraries write to standard output as they like."""

LOG_CHARACTERS: Final = 500
"""Of what a process that died said last."""

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _FLAGS = 0

_ENDED_BY_USER: Final = (-signal.SIGINT, -signal.SIGTERM, 130)
_KILLED: Final = -9  # signal.SIGKILL, which Windows does not have

NO_ANSWER_REASON: Final = "it gave no answer in a trial"
CRASHED_REASON: Final = "its driver or the library crashed in a trial"
KILLED_REASON: Final = "the system ended the trial, as it does when memory runs out"
NOT_STARTED_REASON: Final = "the trial could not be started"


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


@dataclass(frozen=True, slots=True)
class _Ended:
    """A process that has ended: its answer, or else its exit status; None where it never was."""

    answer: Mapping[str, Any] | None
    status: int | None = None
    in_time: bool = True
    stopped: bool = False


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
        self._command = tuple(command or own_command(PROVE_COMPUTE))
        self._proof_seconds = proof_seconds
        self._offers_seconds = offers_seconds
        self._cuda_folder = str(cuda_folder or "")
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._is_closed = False

    @property
    def library(self) -> str:
        """The name and version of what computes; no process is started."""
        return library_version()

    def offers(self) -> Offers:
        """What the library offers. Where a device could not be asked for, `problem` says why."""
        question = {"ask": Ask.OFFERS}
        ended = self._run(question, self._offers_seconds)
        problem = ""
        if not _types(ended):
            problem = _without_answer(ended).reason
            if not ended.stopped:
                ended = self._run(question, self._offers_seconds, WITHOUT_CARDS)
        return Offers(library_version(), _types(ended), problem, _has_flash_attention(ended))

    def torch(self) -> Torch | None:
        """What PyTorch can compute on, where it is installed; its version alone where it does not answer.
        Takes some seconds then, and starts no process where it is not."""
        if not torch_facts.is_installed():
            return None
        ended = self._run({"ask": Ask.TORCH}, self._offers_seconds)
        return (None if ended.answer is None else _torch(ended.answer)) or Torch(torch_facts.version())

    def prove(self, task: ProofTask) -> Proof:
        """What came of it. Takes some seconds, at most the limit."""
        question = {
            "ask": Ask.PROOF,
            "folder": str(task.folder),
            "model": task.model,
            "device": task.way.device,
            "compute_type": task.way.compute_type,
            "beam_size": task.beam_size,
            "threads": task.threads,
            "workers": task.workers,
            "flash_attention": task.flash_attention,
        }
        ended = self._run(question, self._proof_seconds)
        proof = (None if ended.answer is None else _proof(ended.answer)) or _without_answer(ended)
        return replace(proof, model=task.model, beam_size=task.beam_size)

    def stop(self) -> None:
        """End the process that runs."""
        with self._lock:
            if self._process is not None:
                self._is_stopped = True
                self._process.kill()

    def close(self) -> None:
        """End the process that runs, and start none any more."""
        with self._lock:
            self._is_closed = True
        self.stop()

    def _run(
        self, question: Mapping[str, object], limit: float, environment: Mapping[str, str] | None = None
    ) -> _Ended:
        """Run one process to its end, with `environment` besides this one's."""
        with self._lock:
            if self._is_closed:
                return _Ended(None, stopped=True)
            self._is_stopped = False
            try:
                process = self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env={**os.environ, **(environment or {})},
                    creationflags=_FLAGS,
                )
            except OSError as error:
                logger.warning("the proof could not be started: %s", type(error).__name__)
                return _Ended(None)
        in_time = True
        whole = {**question, "limit": limit, "cuda_folder": self._cuda_folder}
        with process:
            try:
                out, said = process.communicate(json.dumps(whole).encode(), limit)
            except subprocess.TimeoutExpired:
                in_time = False
                process.kill()
                out, said = process.communicate()
        with self._lock:
            self._process = None
            stopped = self._is_stopped
        answer = _answer(out)
        if answer is None and not stopped:
            last = said.decode("utf-8", "replace").strip()[-LOG_CHARACTERS:]
            logger.warning("the proof ended with status %s: %s", process.returncode, last)
        return _Ended(answer, process.returncode, in_time, stopped)


def write_answer(answer: Mapping[str, object]) -> bytes:
    """The line that the process answers with."""
    return f"\n{MARK}{json.dumps(answer)}\n".encode()


def read_question(data: bytes) -> Question:
    """What the process is asked. Raises ValueError, KeyError or TypeError for what is no question."""
    question = json.loads(data)
    ask, limit = Ask(question["ask"]), float(question["limit"])
    cuda_folder = Path(question["cuda_folder"]) if question["cuda_folder"] else None
    if ask is not Ask.PROOF:
        return Question(ask, limit, None, cuda_folder)
    task = ProofTask(
        folder=Path(question["folder"]),
        model=str(question["model"]),
        way=Way(str(question["device"]), str(question["compute_type"])),
        beam_size=int(question["beam_size"]),
        threads=int(question["threads"]),
        workers=int(question["workers"]),
        flash_attention=question["flash_attention"] is True,
    )
    return Question(ask, limit, task, cuda_folder)


def _answer(out: bytes) -> Mapping[str, Any] | None:
    """The answer in what the process wrote; None when there is none."""
    for line in reversed(out.decode("utf-8", "replace").splitlines()):
        if line.startswith(MARK):
            with suppress(ValueError):
                answer = json.loads(line.removeprefix(MARK))
                return answer if isinstance(answer, dict) else None
    return None


def _types(ended: _Ended) -> dict[str, frozenset[str]]:
    """The compute types of each device that the process tells of; none when it tells of nothing."""
    try:
        offers = {} if ended.answer is None else dict(ended.answer["offers"])
        return {str(device): frozenset(map(str, types)) for device, types in offers.items()}
    except (KeyError, TypeError, ValueError):
        return {}


def _has_flash_attention(ended: _Ended) -> bool | None:
    """Whether the library was built with it; None where the process does not tell."""
    told = None if ended.answer is None else ended.answer.get("flash_attention")
    return told if isinstance(told, bool) else None


def _torch(answer: Mapping[str, Any]) -> Torch | None:
    """What the process tells of PyTorch; None when it makes no sense."""
    try:
        told = answer["torch"]
        return Torch(
            str(told["version"]), str(told["cuda"]), told["uses_cuda"] is True, told["uses_metal"] is True
        )
    except (KeyError, TypeError):
        return None


def _proof(answer: Mapping[str, Any]) -> Proof | None:
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


def _without_answer(ended: _Ended) -> Proof:
    """What it means that the process has ended without an answer."""
    if ended.stopped or ended.status in _ENDED_BY_USER:
        return STOPPED
    if not ended.in_time:
        return Proof(Verdict.NO_ANSWER, NO_ANSWER_REASON)
    if ended.status is None:
        return Proof(Verdict.NOT_PROVED, NOT_STARTED_REASON)
    if ended.status == _KILLED:
        return Proof(Verdict.KILLED, KILLED_REASON)
    return Proof(Verdict.CRASHED, CRASHED_REASON)
