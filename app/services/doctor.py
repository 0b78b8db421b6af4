"""Examines every part of Sayso: found, works, or the remedy.

A probe is any callable that answers with what it found, in a few words, or raises a `Problem` with its
sentence and remedy. One that fails in another way is a finding, too, never the end of the examination: the
user is told which part it was, and the log what it was.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.problems import Problem, Unexpected

logger = logging.getLogger(__name__)


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
