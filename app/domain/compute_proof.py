"""Which ways of computing have proved to work on this computer, and what is used where one has not.

A proof is one whole transcription of a short clip: encode, decode at the set beam, word times. What came of
it holds as long as driver, card and library stay what they are, so it is remembered under those
(`ProofKey`). Want of memory says nothing of the next time, nor does a proof that was stopped: those are told
and not remembered. Pure; the words that it gives are shown to the user.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from app.domain.compute import CPU, Attempt, Way
from app.domain.hardware import Computer, Graphics
from app.domain.settings import SpeechSettings
from app.domain.texts import shown


class Verdict(StrEnum):
    """What came of a proof."""

    WORKS = "works"
    REFUSED = "refused"
    """The engine said that it cannot, or gave other words than were spoken."""
    CRASHED = "crashed"
    """The process died, as it does with a driver that fails."""
    NO_ANSWER = "no answer"
    """It was still at it when its time was over, and was ended."""
    NO_ROOM = "no room"
    """There was not enough memory, this time."""
    KILLED = "killed"
    """The system ended the process without a fault of its own; usually for want of memory."""
    NOT_PROVED = "not proved"
    """It was stopped, or the model could not be read: nothing is known."""


LASTING: Final = frozenset({Verdict.WORKS, Verdict.REFUSED, Verdict.CRASHED, Verdict.NO_ANSWER})
"""What is remembered."""


@dataclass(frozen=True, slots=True)
class ProofKey:
    """What a proof holds for. On the processor `driver` is empty and `card` is the processor's name."""

    driver: str
    card: str
    device: str
    compute_type: str
    library: str
    flash_attention: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one proof, with what it was made.

    `reason` is half a sentence that says why not, empty where it works; `used` is the compute type read back
    from the model. `load_seconds` is the time of loading and proving; `sentence_seconds` that of writing
    down the clip of 3 s once more as a dictation does; both 0.0 where it does not work.
    """

    verdict: Verdict
    reason: str = ""
    model: str = ""
    beam_size: int = 0
    used: str = ""
    load_seconds: float = 0.0
    sentence_seconds: float = 0.0

    @property
    def works(self) -> bool:
        return self.verdict is Verdict.WORKS

    @property
    def lasts(self) -> bool:
        """Whether it is to be remembered."""
        return self.verdict in LASTING


STOPPED: Final = Proof(Verdict.NOT_PROVED, shown("the trial was stopped"))


@dataclass(frozen=True, slots=True)
class ProofTask:
    """What is to be proved: the model in `folder`, called `model`, on one way, maybe with flash attention."""

    folder: Path
    model: str
    way: Way
    beam_size: int
    threads: int = 0
    workers: int = 1
    flash_attention: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """What the library that computes offers: its name and version, and the compute types for each device
    that is there. `problem` says in half a sentence why a device could not be asked for; empty if it could.
    `flash_attention` says whether it was built with that; None where that cannot be seen.
    """

    library: str
    types: Mapping[str, frozenset[str]]
    problem: str = ""
    flash_attention: bool | None = None


def key_of(
    way: Way, computer: Computer, graphics: Graphics, library: str, flash_attention: bool = False
) -> ProofKey:
    """What a proof of `way` holds for on this computer, as it is now."""
    driver, card = ("", computer.processor) if way.device == CPU else (graphics.driver, graphics.name)
    return ProofKey(driver, card, way.device, way.compute_type, library, flash_attention)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a model is to be loaded with: `settings` with the best way that has proved to work, the sentences
    that say what could not be had, and that way, if it is one on a graphics card: no other is to be tried
    there. Settings that no card has to do with come back as they were, with nothing else."""

    settings: SpeechSettings
    fallbacks: tuple[str, ...] = ()
    proved: Way | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """It works, and nothing that is wanted more does."""

    way: Way


@dataclass(frozen=True, slots=True)
class Try:
    """What is wanted more does not work; whether this does is not known."""

    way: Way


@dataclass(frozen=True, slots=True)
class NothingWorks:
    """Every way has failed, or there was none."""


Step: TypeAlias = Use | Try | NothingWorks


def next_step(order: Sequence[Way], proofs: Mapping[Way, Proof]) -> Step:
    """What is to be done to compute in the best way of `order` (`app.domain.compute.ways`) that works.

    A way with any proof is not tried again: whoever wants that leaves its proof out.
    """
    for way in order:
        proof = proofs.get(way)
        if proof is None:
            return Try(way)
        if proof.works:
            return Use(way)
    return NothingWorks()


def hangs(proofs: Mapping[Way, Proof]) -> bool:
    """Whether a trial took all of its time: the next one may, too, and that is minutes."""
    return any(proof.verdict is Verdict.NO_ANSWER for proof in proofs.values())


def failures(order: Sequence[Way], proofs: Mapping[Way, Proof]) -> tuple[Attempt, ...]:
    """The ways before the first that works or is unknown, and why not, for `fallback_words`."""
    failed: list[Attempt] = []
    for way in order:
        proof = proofs.get(way)
        if proof is None or proof.works:
            break
        failed.append(Attempt(way, proof.reason))
    return tuple(failed)


def proof_words(proof: Proof | None) -> str:
    """One sentence for the user: that it works, and how fast; or why not."""
    if proof is None:
        return "Not tried yet."
    if proof.works:
        with_what = f"{proof.model}, beam {proof.beam_size}"
        return f"Works: a short sentence took {proof.sentence_seconds:.2f} s ({with_what})."
    if proof.verdict is Verdict.NOT_PROVED:
        return f"Not tried yet: {proof.reason}."
    if not proof.lasts:
        return f"Could not be tried: {proof.reason}."
    return f"Does not work: {proof.reason}."
