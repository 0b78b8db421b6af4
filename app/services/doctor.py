"""Examines every part of Sayso: found, works, or the remedy.

A probe is any callable that answers with what it found, in a few words, or raises a `Problem` with its
sentence and remedy. One that fails in another way is a finding, too, never the end of the examination: the
user is told which part it was, and the log what it was.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import Problem, Unexpected, WriterModelMissing, WriterModelUnfit, WriterNotRunning
from app.domain.writing import same_model
from app.services.writing_ports import Writer

logger = logging.getLogger(__name__)

GIGABYTE: Final = 1_000_000_000
START_OLLAMA: Final = (
    "Start it, after getting it from ollama.com where it is not installed, or switch the clean-up off in"
    " Settings; without it your texts come as they were spoken."
)


@dataclass(frozen=True, slots=True)
class Probe:
    """One part, and how to examine it."""

    part: str
    examine: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the examination of one part showed. `remedy` is empty where it works."""

    part: str
    works: bool
    sentence: str
    remedy: str = ""


def findings(probes: Sequence[Probe]) -> Iterator[Finding]:
    """Examine one after the other, answering as soon as each is known."""
    for probe in probes:
        try:
            yield Finding(probe.part, True, probe.examine())
        except Problem as problem:
            yield Finding(probe.part, False, problem.sentence, problem.remedy)
        except Exception as error:
            logger.exception("examining %s failed", probe.part)
            unexpected = Unexpected(probe.part, detail=type(error).__name__)
            yield Finding(probe.part, False, unexpected.sentence, unexpected.remedy)


def clean_up(settings: EnhancementSettings, writer: Writer) -> str:
    """Whether the server answers, and whether it has the model that is set; nothing is loaded or written.

    Raises WritingProblem; where its remedy speaks of the window's buttons, a Problem with the same sentence.
    """
    if not settings.enabled:
        return "switched off in the settings"
    try:
        version = writer.version()
    except WriterNotRunning as problem:
        raise Problem(problem.sentence, START_OLLAMA, detail=problem.detail) from problem
    model = next((one for one in writer.models() if same_model(one.name, settings.model)), None)
    if model is None:
        get_it = f"Get it with “ollama pull {settings.model}”, or choose another in Settings."
        raise Problem(WriterModelMissing(settings.model).sentence, get_it)
    if not writer.traits(model.name).can_write:
        raise WriterModelUnfit(model.name, "it does not write texts")
    size = f", {model.size_bytes / GIGABYTE:.1f} GB" if model.size_bytes else ""
    elsewhere = "; Ollama passes what you say on to a computer elsewhere" if model.is_remote else ""
    return f"{model.name}{size}, by Ollama {version} at {writer.host}{elsewhere}"
