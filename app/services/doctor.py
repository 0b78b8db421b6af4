"""Examines every part of Sayso: found, works, or the remedy.

A probe is any callable that answers with what it found, in a few words, or raises a `Problem` with its
sentence and remedy. `DoneWithout` is a warning: something that is not there, and that all the rest works
without. One that fails in another way is a finding, too, never the end of the examination: the user is told
which part it was, and the log what it was.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Proof, ProofKey, key_of
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.hardware import Computer, Graphics, cards_words, missing_words
from app.domain.problems import Problem, Unexpected, WriterModelMissing, WriterModelUnfit, WriterNotRunning
from app.domain.settings import ComputeType
from app.domain.writing import same_model
from app.services.writing_ports import Writer

logger = logging.getLogger(__name__)

GIGABYTE: Final = 1_000_000_000
START_OLLAMA: Final = (
    "Start it, after getting it from ollama.com where it is not installed, or switch the clean-up off in"
    " Settings; without it your texts come as they were spoken."
)

CARD_REMEDY: Final = "Restart the computer, or update NVIDIA's driver; until then the processor computes."


@dataclass(frozen=True, slots=True)
class Probe:
    """One part, and how to examine it."""

    part: str
    examine: Callable[[], str]


class DoneWithout(Problem):
    """Something is not there, and everything else works without it."""


class State(StrEnum):
    """How a part is."""

    WORKS = "works"
    WARNS = "warns"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the examination of one part showed. `remedy` is empty where it works."""

    part: str
    state: State
    sentence: str
    remedy: str = ""


def findings(probes: Sequence[Probe]) -> Iterator[Finding]:
    """Examine one after the other, answering as soon as each is known."""
    for probe in probes:
        try:
            yield Finding(probe.part, State.WORKS, probe.examine())
        except Problem as problem:
            state = State.WARNS if isinstance(problem, DoneWithout) else State.FAILS
            yield Finding(probe.part, state, problem.sentence, problem.remedy)
        except Exception as error:  # the other parts are examined all the same
            logger.exception("examining %s failed", probe.part)
            unexpected = Unexpected(probe.part, detail=type(error).__name__)
            yield Finding(probe.part, State.FAILS, unexpected.sentence, unexpected.remedy)


def clean_up(settings: EnhancementSettings, writer: Writer) -> str:
    """Whether the server answers, and whether it has the model that is set; nothing is loaded or written.

    Raises DoneWithout where no server answers, else WritingProblem; where its remedy speaks of the window's
    buttons, a Problem with the same sentence.
    """
    if not settings.enabled:
        return "switched off in the settings"
    try:
        version = writer.version()
    except WriterNotRunning as problem:
        raise DoneWithout(problem.sentence, START_OLLAMA, detail=problem.detail) from problem
    model = next((one for one in writer.models() if same_model(one.name, settings.model)), None)
    if model is None:
        get_it = f"Get it with “ollama pull {settings.model}”, or choose another in Settings."
        raise Problem(WriterModelMissing(settings.model).sentence, get_it)
    if not writer.traits(model.name).can_write:
        raise WriterModelUnfit(model.name, "it does not write texts")
    size = f", {model.size_bytes / GIGABYTE:.1f} GB" if model.size_bytes else ""
    elsewhere = "; Ollama passes what you say on to a computer elsewhere" if model.is_remote else ""
    return f"{model.name}{size}, by Ollama {version} at {writer.host}{elsewhere}"


def graphics_card(graphics: Graphics) -> str:
    """NVIDIA's cards and their driver. Raises DoneWithout for a driver that does not answer."""
    if graphics.problem:
        raise DoneWithout(missing_words(CUDA, graphics, ""), CARD_REMEDY)
    if not graphics.cards:
        return "none by NVIDIA was found, so the processor computes"
    driver = f", driver {graphics.driver}" if graphics.driver else ""
    return f"{cards_words(graphics)}{driver}"


def trials(proofs: Mapping[ProofKey, Proof], computer: Computer, graphics: Graphics, library: str) -> str:
    """What has been tried and measured on this computer as it is now."""
    said = [
        f"{way.words}{', with flash attention' * flash_attention}, {_outcome(proofs[key])}"
        for way in (Way(device, one.value) for device in (CUDA, CPU) for one in ComputeType)
        for flash_attention in (False, True)
        if (key := key_of(way, computer, graphics, library, flash_attention)) in proofs
    ]
    return "; ".join(said) or "nothing has been measured yet"


def _outcome(proof: Proof) -> str:
    if not proof.works:
        return f"does not work: {proof.reason}"
    return f"works: {proof.sentence_seconds:.2f} s for a short sentence with {proof.model}"
