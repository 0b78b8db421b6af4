"""The hidden command that proves a way of computing, and may die of it: the far end of
`app.adapters.compute_proof`.

Reads one line of task from standard input and writes one line of answer to standard output. What libraries
write there goes to standard error. It ends at once when its input does: whoever asked has gone then.
Failure mode: what is no task is refused with status 2; a driver takes this process and nothing else; one that
hangs is ended by a watchdog that does not need Python to be responsive.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from typing import BinaryIO, Final

from app.adapters import torch_facts
from app.adapters.compute_proof import Ask, Question, read_question, write_answer
from app.adapters.flash_attention import is_built
from app.adapters.own_process import crash_quietly, end_with, take_output
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.spoken_proof import proof_clip
from app.adapters.whisper import WhisperRecognizer
from app.adapters.whisper_loader import CTranslateEngines, Engines, WayFailed, WhisperLoader
from app.commands.hidden import refused
from app.domain.compute import CUDA
from app.domain.compute_proof import ProofTask, Verdict
from app.domain.decoding import DecodingOptions
from app.domain.problems import ModelProblem, OutOfMemory, RecognitionProblem
from app.domain.settings import ComputeType, Device, SpeechSettings

logger = logging.getLogger(__name__)

GRACE_SECONDS: Final = 5.0
"""How much longer than its parent waits this process lives."""

LONGEST_TASK: Final = 1_000_000
"""Bytes; the longest path takes some thousand."""

ROUNDS: Final = 3
"""How often the sentence is timed. The shortest time counts: whatever else the computer does only adds."""


def run(question: BinaryIO) -> int:
    """Do what `question` holds and write the answer."""
    try:
        asked = read_question(question.readline(LONGEST_TASK))
    except ValueError:
        return refused()
    crash_quietly()
    # An end for certain, whatever hangs.
    faulthandler.dump_traceback_later(asked.limit + GRACE_SECONDS, exit=True)
    end_with(question)
    # What libraries have to say of a failure is for the parent's log.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, force=True)
    with os.fdopen(take_output(), "wb") as out:
        out.write(write_answer(_answer_to(asked, CTranslateEngines(asked.cuda_folder))))
    return 0


def _answer_to(asked: Question, engines: Engines) -> Mapping[str, object]:
    if asked.task is not None:
        return prove(asked.task, engines)
    return torch() if asked.ask is Ask.TORCH else offers(engines)


def offers(engines: Engines) -> Mapping[str, object]:
    """What is offered, as an answer."""
    try:
        types = {device: sorted(types) for device, types in engines.offers().items()}
        return {"offers": types, "flash_attention": is_built()}
    except Exception:  # the library may not load: one that was refused must not look like crashed
        logger.exception("the library cannot be asked")
        return {"offers": {}}


def torch() -> Mapping[str, object]:
    """What PyTorch can compute on, as an answer."""
    try:
        return {"torch": asdict(torch_facts.ask())}
    except Exception:  # as above
        logger.exception("PyTorch cannot be asked")
        return {}


def prove(task: ProofTask, engines: Engines) -> Mapping[str, object]:
    """Load, transcribe and time; what came of it, as an answer."""
    if not task.folder.is_dir():
        return _failed(Verdict.NOT_PROVED, f"the speech model “{task.model}” is damaged or missing")
    try:
        return _proved(task, engines)
    except WayFailed as failure:
        logger.warning("%s", failure)
        return _failed(Verdict.NO_ROOM if failure.is_out_of_memory else Verdict.REFUSED, failure.reason)
    except OutOfMemory as problem:
        logger.warning("%s", problem.detail)
        return _failed(Verdict.NO_ROOM, "there is not enough memory for it")
    except RecognitionProblem as problem:
        logger.warning("%s", problem.detail)
        return _failed(Verdict.REFUSED, "it failed in a trial")
    except ModelProblem as problem:
        logger.warning("%s", problem.detail)
        return _failed(Verdict.NOT_PROVED, f"the speech model “{task.model}” is damaged or missing")
    except Exception:  # the far end gets an answer, whatever it is
        logger.exception("the proof could not be made")
        return _failed(Verdict.NOT_PROVED, "the trial itself failed")


def _proved(task: ProofTask, engines: Engines) -> Mapping[str, object]:
    """The answer where it works. Raises WayFailed, Problem, and whatever the libraries raise besides."""
    if task.way.compute_type not in engines.offers(cards=task.way.device == CUDA).get(task.way.device, ()):
        return _failed(Verdict.REFUSED, "it is not offered here")
    began = time.perf_counter()
    settings = SpeechSettings(
        model=task.model,
        device=Device(task.way.device),
        compute_type=ComputeType(task.way.compute_type),
        beam_size=task.beam_size,
        threads=task.threads,
        workers=task.workers,
        flash_attention=task.flash_attention,
    )
    recognizer = WhisperLoader(lambda _: task.folder, engines).load_one(task.way, settings)
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
