"""What this computer can compute with: found out, proved, and told as facts for a page.

Problem: the user is to see what there is, what works, how fast, and what would suit; finding that out takes
    seconds or minutes.
Rules: one thread of its own does all of it, in the order in which it was asked for. What is tried and what is
    remembered is `app.services.compute_proofs`, which loading uses, too. The user gets facts and advice,
    nothing is set by this service.
Failure: every `prove`, `prove_anew`, `measure` and `try_again` that was taken up ends with one ProvingEnded.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain.compute import CPU, CUDA, Way, device_words
from app.domain.compute_proof import Proof, proof_words
from app.domain.flash_attention import FlashAttention, flash_facts
from app.domain.hardware import Torch, cost_of, device_sentence, missing_words
from app.domain.recommendation import Candidate, recommend
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.compute_proof_parts import Sight
from app.services.compute_proofs import ComputeProofs
from app.services.failures import problem_of
from app.services.hardware_events import ComputeTypeFacts, DeviceFacts, HardwareFound, ProvingEnded
from app.services.ports import Inbox, Post


class HardwareService:
    """All methods may be called from any thread and return at once.

    Args:
        inbox: that of a thread of its own, which may be busy for minutes.
        proofs: what is tried and remembered; whoever made it closes it.
        candidates: the models that may be recommended.
        post: takes HardwareFound and ProvingEnded.
    """

    def __init__(
        self, inbox: Inbox, proofs: ComputeProofs, candidates: Sequence[Candidate], post: Post
    ) -> None:
        self._inbox = inbox
        self._proofs = proofs
        self._candidates = {one.name: one for one in candidates}
        self._post = post
        self._is_closed = threading.Event()
        self._is_stopped = threading.Event()
        # Both belong to the inbox's thread.
        self._torch: Torch | None = None
        self._has_asked_torch = False

    def look(self, settings: SpeechSettings) -> None:
        """Find out what is there: HardwareFound, with the costs for the model of `settings`."""
        self._call(partial(self._tell, settings))

    def prove(self, settings: SpeechSettings) -> None:
        """Find the best way of computing that `settings` allow and that works, with their model."""
        self._begin(settings, self._walk)

    def prove_anew(self, settings: SpeechSettings) -> None:
        """As `prove`, with all forgotten that did not work: something was installed that it may have been for
        want of."""
        self._begin(settings, self._walk_anew)

    def measure(self, settings: SpeechSettings) -> None:
        """Time a short sentence with the model of `settings`, whatever device they want: on the graphics card
        where one works, and on the processor. The advice that follows has the figures."""
        self._begin(settings, self._measure)

    def try_again(self, way: Way, settings: SpeechSettings) -> None:
        """Try `way` with the model of `settings`, whatever is remembered of it."""
        self._begin(settings, partial(self._again, way))

    def stop(self) -> None:
        """End the trial that runs, and with it what it was made for; what waits begins with none."""
        self._is_stopped.set()
        self._proofs.stop()

    def close(self) -> None:
        """End all, and take nothing up any more."""
        self._is_closed.set()
        self.stop()

    # --- on the thread of the inbox ---

    def _call(self, task: Callable[[], None]) -> None:
        def unless_closed() -> None:
            if not self._is_closed.is_set():
                task()

        self._inbox.call(unless_closed)

    def _begin(self, settings: SpeechSettings, trial: Callable[[SpeechSettings], ProvingEnded]) -> None:
        if not self._is_closed.is_set():
            self._is_stopped.clear()
        self._call(partial(self._prove, settings, trial))

    def _prove(self, settings: SpeechSettings, trial: Callable[[SpeechSettings], ProvingEnded]) -> None:
        try:
            ended = trial(settings)
        except Exception as error:  # what was begun ends with an event
            ended = ProvingEnded(None, (str(problem_of(error, "hardware")),))
        self._post(ended)
        if not self._is_closed.is_set():
            self._tell(settings)

    def _walk(self, settings: SpeechSettings) -> ProvingEnded:
        return self._proofs.walk(settings, self._is_stopped.is_set)

    def _walk_anew(self, settings: SpeechSettings) -> ProvingEnded:
        self._proofs.forget_failed()
        return self._walk(settings)

    def _again(self, way: Way, settings: SpeechSettings) -> ProvingEnded:
        return self._proofs.again(way, settings, self._is_stopped.is_set)

    def _measure(self, settings: SpeechSettings) -> ProvingEnded:
        """Measure what is tried first, and the processor beside it, which is there when the card is not."""
        free = replace(settings, device=Device.AUTO, compute_type=ComputeType.AUTO, flash_attention=False)
        ended = self._timed(free)
        if ended.used is None or ended.used.device == CPU:
            return ended
        on_processor = self._timed(replace(free, device=Device.CPU))
        return replace(ended, sentences=(*ended.sentences, *on_processor.sentences))

    def _timed(self, settings: SpeechSettings) -> ProvingEnded:
        """The best way, timed with the model of `settings`."""
        ended = self._walk(settings)
        if ended.used is None:
            return ended
        proof = self._proofs.known([ended.used], self._proofs.look()).get(ended.used)
        if proof is not None and proof.model == Path(settings.model).name:
            return ended
        again = self._again(ended.used, settings)
        return replace(again, sentences=(*ended.sentences, *again.sentences))

    # --- facts ---

    def _tell(self, settings: SpeechSettings) -> None:
        sight = self._proofs.look()
        if not self._has_asked_torch:
            self._torch, self._has_asked_torch = self._proofs.torch(), True
        if self._is_closed.is_set():
            return  # what was offered was not waited for
        every = [Way(device, one.value) for device in (CUDA, CPU) for one in _COMPUTE_TYPES]
        proofs = self._proofs.known(every, sight)
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
                flash_attention=_flash_attention(
                    sight, self._proofs.known(every, sight, flash_attention=True).values()
                ),
                torch=self._torch,
            )
        )


_COMPUTE_TYPES = tuple(one for one in ComputeType if one is not ComputeType.AUTO)


def _device(device: str, sight: Sight, proofs: Mapping[Way, Proof], size: int | None) -> DeviceFacts:
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


def _flash_attention(sight: Sight, proofs: Collection[Proof]) -> FlashAttention:
    """Whether it can be had: one way that works with it is enough."""
    proof = max(proofs, key=lambda one: (one.works, one.lasts), default=None)
    offers = sight.offers
    return flash_facts(sight.graphics, bool(offers.types.get(CUDA)), offers.flash_attention, proof)
