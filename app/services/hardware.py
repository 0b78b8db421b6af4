"""What this computer can compute with: found out, proved, and told as facts for a page.

Problem: whether a graphics card works is known only by trying, and trying can take minutes or crash.
Rules: one thread of its own does all of it, in the order in which it was asked for. What was proved before is
    remembered and not tried again but by `try_again`; want of memory is forgotten before each new walk. The
    user gets facts and advice, nothing is set by this service.
Failure: what happens to a trial is its verdict. Every `prove` and `try_again` that was taken up ends with one
    ProvingEnded; remembering that fails is noticed and everything goes on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from app.domain.compute import CPU, CUDA, Attempt, Way, device_words, fallback_words, ways
from app.domain.compute_proof import (
    STOPPED,
    NothingWorks,
    Offers,
    Proof,
    ProofKey,
    ProofTask,
    Try,
    Use,
    Verdict,
    failures,
    key_of,
    next_step,
    proof_words,
)
from app.domain.decoding import beam_size_for
from app.domain.hardware import Computer, Graphics, cost_of, device_sentence, missing_words
from app.domain.problems import Problem, StorageProblem, Unexpected
from app.domain.recommendation import Candidate, recommend
from app.domain.settings import ComputeType, SpeechSettings
from app.services.events import Noticed
from app.services.hardware_events import (
    ComputeTypeFacts,
    DeviceFacts,
    HardwareFound,
    ProofBegun,
    ProofEnded,
    ProvingEnded,
)
from app.services.ports import Inbox, Post

logger = logging.getLogger(__name__)


class Prover(Protocol):
    """Tries ways of computing where a crash does no harm. Nothing is raised."""

    def offers(self) -> Offers:
        """What the library that computes offers here. Takes a second or two."""

    def prove(self, task: ProofTask) -> Proof:
        """What comes of it. Takes some seconds, minutes where something hangs."""

    def stop(self) -> None:
        """End what is going on; it has then proved nothing. From any thread."""

    def close(self) -> None:
        """The same, for good. From any thread."""


class ProofStore(Protocol):
    """Remembers proofs."""

    def load(self) -> dict[ProofKey, Proof]:
        """What is remembered. Never raises."""

    def save(self, proofs: Mapping[ProofKey, Proof]) -> None:
        """Remember those that last, and no others. Raises FolderUnwritable or DiskFull."""


@dataclass(frozen=True, slots=True)
class HardwareParts:
    """What the service looks and tries with. `computer` and `graphics` find out what is there now, and never
    raise."""

    computer: Callable[[], Computer]
    graphics: Callable[[], Graphics]
    prover: Prover
    store: ProofStore


@dataclass(frozen=True, slots=True)
class _Sight:
    """What there is at one moment."""

    computer: Computer
    graphics: Graphics
    offers: Offers

    def key(self, way: Way) -> ProofKey:
        return key_of(way, self.computer, self.graphics, self.offers.library)


class HardwareService:
    """All methods may be called from any thread and return at once.

    Args:
        inbox: that of a thread of its own, which may be busy for minutes.
        parts: what to look and to try with.
        locate: gives the folder of a model; raises ModelProblem or StorageProblem.
        candidates: the models that may be recommended.
        post: takes HardwareFound, ProofBegun, ProofEnded, ProvingEnded and Noticed.
    """

    def __init__(
        self,
        inbox: Inbox,
        parts: HardwareParts,
        locate: Callable[[str], Path],
        candidates: Sequence[Candidate],
        post: Post,
    ) -> None:
        self._inbox = inbox
        self._parts = parts
        self._locate = locate
        self._candidates = {one.name: one for one in candidates}
        self._post = post
        self._is_closed = threading.Event()
        self._is_stopped = threading.Event()
        # Both belong to the inbox's thread.
        self._offers: Offers | None = None
        self._proofs: dict[ProofKey, Proof] | None = None

    def look(self, settings: SpeechSettings) -> None:
        """Find out what is there: HardwareFound, with the costs for the model of `settings`."""
        self._call(partial(self._tell, settings))

    def prove(self, settings: SpeechSettings) -> None:
        """Find the best way of computing that `settings` allow and that works, with their model."""
        self._is_stopped.clear()
        self._call(partial(self._prove, settings, self._walk))

    def try_again(self, way: Way, settings: SpeechSettings) -> None:
        """Try `way` with the model of `settings`, whatever is remembered of it."""
        self._is_stopped.clear()
        self._call(partial(self._prove, settings, partial(self._again, way)))

    def stop(self) -> None:
        """End the trial that runs, and with it what it was made for; what waits begins with none."""
        self._is_stopped.set()
        self._parts.prover.stop()

    def close(self) -> None:
        """End all, and take nothing up any more."""
        self._is_closed.set()
        self._parts.prover.close()

    # --- on the thread of the inbox ---

    def _call(self, task: Callable[[], None]) -> None:
        def unless_closed() -> None:
            if not self._is_closed.is_set():
                task()

        self._inbox.call(unless_closed)

    def _prove(self, settings: SpeechSettings, walk: Callable[[SpeechSettings], ProvingEnded]) -> None:
        try:
            ended = walk(settings)
        except Problem as problem:
            ended = ProvingEnded(None, (str(problem),))
        except Exception as error:
            logger.exception("proving failed")
            ended = ProvingEnded(None, (str(Unexpected("hardware", detail=type(error).__name__)),))
        self._post(ended)
        if not self._is_closed.is_set():
            self._tell(settings)

    def _walk(self, settings: SpeechSettings) -> ProvingEnded:
        """Try one way after the other until one works. Raises what `locate` raises."""
        folder = self._locate(settings.model)
        sight = self._sight()
        self._forget_passing()
        order = ways(settings.device, settings.compute_type, sight.offers.types)
        while True:
            proofs = self._proofs_of(order, sight)
            match next_step(order, proofs):
                case Use(way):
                    failed = failures(order, proofs)
                    return ProvingEnded(way, self._fallback_words(settings, sight, failed, way))
                case NothingWorks():
                    return ProvingEnded(None, _nothing_words(failures(order, proofs)))
                case Try(way):
                    proof = self._try(way, folder, settings, sight)
                    if proof.verdict is Verdict.NOT_PROVED:
                        return ProvingEnded(None, (_not_tried_words(way, proof),))

    def _again(self, way: Way, settings: SpeechSettings) -> ProvingEnded:
        """Try `way` alone. Raises what `locate` raises."""
        folder = self._locate(settings.model)
        sight = self._sight()
        proof = self._try(way, folder, settings, sight)
        if proof.works:
            return ProvingEnded(way)
        if proof.verdict is Verdict.NOT_PROVED:
            return ProvingEnded(None, (_not_tried_words(way, proof),))
        return ProvingEnded(None, _nothing_words([Attempt(way, proof.reason)]))

    def _try(self, way: Way, folder: Path, settings: SpeechSettings, sight: _Sight) -> Proof:
        """Prove `way` and remember what came of it."""
        if self._is_stopped.is_set():
            return STOPPED  # between two trials
        self._post(ProofBegun(way))
        beam_size = beam_size_for(settings.model, settings.beam_size)
        # Of the user's own folder only the name is told.
        model = Path(settings.model).name
        task = ProofTask(folder, model, way, beam_size, settings.threads, settings.workers)
        proof = self._parts.prover.prove(task)
        logger.info("%s: %s %s", way.words, proof.verdict, proof.reason)
        if proof.verdict is not Verdict.NOT_PROVED:  # or what is known already would be lost
            self._remember(sight.key(way), proof)
        self._post(ProofEnded(way, proof))
        return proof

    def _fallback_words(
        self, settings: SpeechSettings, sight: _Sight, failed: Sequence[Attempt], used: Way
    ) -> tuple[str, ...]:
        return fallback_words(settings.device, settings.compute_type, sight.offers.types, failed, used)

    def _sight(self) -> _Sight:
        """What there is now. What the library offers is asked once, unless that failed."""
        if self._offers is None or self._offers.problem:
            self._offers = self._parts.prover.offers()
        return _Sight(self._parts.computer(), self._parts.graphics(), self._offers)

    # --- what is known ---

    def _known(self) -> dict[ProofKey, Proof]:
        if self._proofs is None:
            self._proofs = self._parts.store.load()
        return self._proofs

    def _proofs_of(self, order: Sequence[Way], sight: _Sight) -> dict[Way, Proof]:
        known = self._known()
        return {way: known[key] for way in order if (key := sight.key(way)) in known}

    def _forget_passing(self) -> None:
        self._proofs = {key: proof for key, proof in self._known().items() if proof.lasts}

    def _remember(self, key: ProofKey, proof: Proof) -> None:
        known = self._known()
        known.pop(key, None)  # the newest is to be the last
        known[key] = proof
        try:
            self._parts.store.save(known)
        except StorageProblem as problem:
            self._post(Noticed(problem))

    # --- facts ---

    def _tell(self, settings: SpeechSettings) -> None:
        sight = self._sight()
        if self._is_closed.is_set():
            return  # what was offered was not waited for
        every = [Way(device, one.value) for device in (CUDA, CPU) for one in _COMPUTE_TYPES]
        proofs = self._proofs_of(every, sight)
        candidate = self._candidates.get(settings.model)
        size = candidate.parameters_millions if candidate else None
        self._post(
            HardwareFound(
                computer=sight.computer,
                graphics=sight.graphics,
                library=sight.offers.library,
                model=settings.model,
                devices=tuple(_device(device, sight, proofs, size) for device in (CUDA, CPU)),
                recommendation=recommend(
                    sight.computer,
                    sight.graphics,
                    sight.offers.types,
                    proofs,
                    tuple(self._candidates.values()),
                    settings.language,
                ),
            )
        )


_COMPUTE_TYPES = tuple(one for one in ComputeType if one is not ComputeType.AUTO)


def _device(device: str, sight: _Sight, proofs: Mapping[Way, Proof], size: int | None) -> DeviceFacts:
    offered = sight.offers.types.get(device, frozenset())
    types = [
        _compute_type(Way(device, one.value), one in offered, proofs, size)
        for one in sorted(_COMPUTE_TYPES, key=lambda one: one not in offered)
    ]
    if offered:
        sentence = device_sentence(device, sight.computer, sight.graphics)
    else:
        sentence = missing_words(device, sight.graphics, sight.offers.problem)
    return DeviceFacts(device, bool(offered), sentence, tuple(types))


def _compute_type(
    way: Way, is_offered: bool, proofs: Mapping[Way, Proof], size: int | None
) -> ComputeTypeFacts:
    compute_type = ComputeType(way.compute_type)
    proof = proofs.get(way) if is_offered else None
    absent = f"The {device_words(way.device)} does not offer {way.compute_type}."
    return ComputeTypeFacts(
        compute_type,
        is_offered,
        cost_of(way.device, compute_type, size),
        proof,
        proof_words(proof) if is_offered else absent,
    )


def _nothing_words(failed: Sequence[Attempt]) -> tuple[str, ...]:
    said = [f"The {one.way.words}, could not be used: {one.reason}." for one in failed]
    return (*said, "Nothing else works here.") if len(said) > 1 else tuple(said) or ("Nothing works here.",)


def _not_tried_words(way: Way, proof: Proof) -> str:
    return f"The {way.words}, was not tried: {proof.reason}."
