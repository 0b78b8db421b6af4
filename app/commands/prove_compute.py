"""The hidden command that proves a way of computing, and may die of it: the far end of
`app.adapters.compute_proof`.

Reads one task from standard input and writes one line of answer to standard output. What the libraries write
there goes to standard error. Failure mode: what is no task is refused with status 2; a driver takes this
process and nothing else; one that hangs is ended by a watchdog that does not need Python to be responsive.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, Final

from app.adapters.compute_proof import read_task, write_answer
from app.adapters.engine_errors import reason
from app.adapters.whisper import Engine, WhisperRecognizer, speech_probabilities
from app.adapters.whisper_loader import CTranslateEngines, Engines, WhisperLoader, proof_clip
from app.domain.compute import Way
from app.domain.compute_proof import ProofTask, Verdict
from app.domain.decoding import DecodingOptions
from app.domain.problems import ModelProblem, ModelUnusable, OutOfMemory, RecognitionProblem
from app.domain.settings import ComputeType, Device, SpeechSettings

logger = logging.getLogger(__name__)

GRACE_SECONDS: Final = 5.0
"""How much longer than its parent waits this process lives."""

WRONG_USE: Final = 2
"""The exit status, as of every wrong command line."""

ROUNDS: Final = 3
"""How often the sentence is timed. The shortest time counts: whatever else the computer does only adds."""


def run(question: BinaryIO) -> int:
    """Do what `question` holds and write the answer."""
    try:
        task, limit = read_task(question.read())
    except (ValueError, KeyError, TypeError):
        print("sayso: This command is for Sayso itself alone.", file=sys.stderr)
        return WRONG_USE
    _die_quietly(limit)
    # What libraries have to say of a failure is for the parent's log.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, force=True)
    with os.fdopen(_keep_output(), "wb") as out:
        out.write(
            write_answer(offers(CTranslateEngines()) if task is None else prove(task, CTranslateEngines()))
        )
    return 0


def offers(engines: Engines) -> Mapping[str, object]:
    """What is offered, as an answer."""
    try:
        return {"offers": {device: sorted(types) for device, types in engines.offers().items()}}
    except Exception:
        # The library itself may not load: no process is to look like crashed that was only refused.
        logger.exception("the library cannot be asked")
        return {"offers": {}}


def prove(task: ProofTask, engines: Engines) -> Mapping[str, object]:
    """Load, transcribe and time; what came of it, as an answer."""
    if not task.folder.is_dir():
        return _failed(Verdict.NOT_PROVED, f"the speech model “{task.model}” is damaged or missing")
    try:
        return _proved(task, engines)
    except OutOfMemory as problem:
        logger.warning("%s", problem.detail)
        return _failed(Verdict.NO_ROOM, "there is not enough memory for it")
    except (ModelUnusable, RecognitionProblem) as problem:
        logger.warning("%s", problem.detail)
        # What is not offered has not failed, so there is no detail of it.
        why = reason(RuntimeError(problem.detail)) if problem.detail else "it is not offered here"
        return _failed(Verdict.REFUSED, why)
    except ModelProblem as problem:
        logger.warning("%s", problem.detail)
        return _failed(Verdict.NOT_PROVED, f"the speech model “{task.model}” is damaged or missing")
    except Exception:
        logger.exception("the proof could not be made")
        return _failed(Verdict.NOT_PROVED, "the trial itself failed")


class OnlyWay:
    """Engines of which one way alone is offered, so that nothing else is tried in its place."""

    def __init__(self, engines: Engines, way: Way) -> None:
        self._engines = engines
        self._way = way

    def offers(self) -> Mapping[str, frozenset[str]]:
        """The one compute type, where it is offered at all."""
        offered = self._engines.offers().get(self._way.device, frozenset())
        return {self._way.device: offered & {self._way.compute_type}}

    def load(self, folder: Path, way: Way, threads: int, workers: int) -> Engine:
        """Load the model. Raises what the engines raise."""
        return self._engines.load(folder, way, threads, workers)


def _proved(task: ProofTask, engines: Engines) -> Mapping[str, object]:
    """The answer where it works. Raises Problem, and whatever the libraries raise besides."""
    began = time.perf_counter()
    settings = SpeechSettings(
        model=task.model,
        device=Device(task.way.device),
        compute_type=ComputeType(task.way.compute_type),
        beam_size=task.beam_size,
        threads=task.threads,
        workers=task.workers,
    )
    recognizer = WhisperLoader(lambda _: task.folder, OnlyWay(engines, task.way)).load(settings)
    load_seconds = time.perf_counter() - began
    return {
        "verdict": Verdict.WORKS,
        "reason": "",
        "used": recognizer.facts.compute_type,
        "load_seconds": load_seconds,
        "sentence_seconds": min(_sentence_seconds(recognizer, task.beam_size) for _ in range(ROUNDS)),
    }


def _sentence_seconds(recognizer: WhisperRecognizer, beam_size: int) -> float:
    """How long a dictated sentence takes from its last sample to its text. Raises RecognitionProblem."""
    clip = proof_clip()
    speech = speech_probabilities(clip)
    began = time.perf_counter()
    recognizer.decode_phrase(clip, speech, DecodingOptions(language="en", beam_size=beam_size))
    return time.perf_counter() - began


def _failed(verdict: Verdict, why: str) -> Mapping[str, object]:
    return {"verdict": verdict, "reason": why, "used": "", "load_seconds": 0.0, "sentence_seconds": 0.0}


def _keep_output() -> int:
    """A file descriptor of the standard output, which from now on goes to standard error for all others."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return kept


def _die_quietly(limit: float) -> None:
    """No memory dump on the disk and no window that waits to be closed; and an end for certain, whatever
    hangs, some seconds after `limit`."""
    faulthandler.dump_traceback_later(limit + GRACE_SECONDS, exit=True)
    if sys.platform == "win32":
        import ctypes

        no_box_for_failures, no_box_for_faults = 0x0001, 0x0002  # SEM_... of errhandlingapi.h
        ctypes.windll.kernel32.SetErrorMode(no_box_for_failures | no_box_for_faults)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
