"""Proves ways of computing before they are used, remembers what came of it, and says how to load a model.

Problem: a graphics card may crash the process that computes with it, or never come back from a call. So
nothing is tried on a card in this process before it was proved in another.
Rules: one trial at a time, whoever asks; those who come meanwhile wait and find it known. What was proved is
    remembered and not tried again but by `again`; want of memory holds for nobody who asks later. Where no
    driver tells of a card, or the user wants the processor, `settle` starts nothing and returns at once; nor
    does it start anything where what it needs is known, or where the card has once kept a trial waiting to
    its end: somebody may want to dictate.
Failure: what happens to a trial is its verdict. A trial that proves nothing leaves the processor to be used.
    Remembering that fails is noticed and everything goes on. What finds a model may raise its Problems.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.domain.compute import CPU, CUDA, Attempt, Way, device_words, fallback_words, ways
from app.domain.compute_proof import (
    STOPPED,
    NothingWorks,
    Offers,
    Proof,
    ProofKey,
    ProofTask,
    Settled,
    Try,
    Use,
    Verdict,
    failures,
    hangs,
    next_step,
)
from app.domain.decoding import beam_size_for
from app.domain.flash_attention import REFUSED_BY_BUILD, flash_words, unfit
from app.domain.hardware import Graphics, Torch, missing_words
from app.domain.problems import StorageProblem
from app.domain.settings import ComputeType, Device, SpeechEngine, SpeechSettings
from app.services.compute_proof_parts import HardwareParts, Sight
from app.services.events import Noticed
from app.services.hardware_events import ProofBegun, ProofEnded, ProvingEnded
from app.services.ports import Post

logger = logging.getLogger(__name__)


def never() -> bool:
    """Says that nobody has stopped it."""
    return False


ANY_TYPE: Final = {CUDA: frozenset(one.value for one in ComputeType)}
"""What is taken to be offered until the library is asked: what it does not offer has no proof either."""


class ComputeProofs:
    """All methods may be called from any thread; those that try take their turns.

    Args:
        parts: what to look and to try with.
        locate: gives the folder of a model; raises ModelProblem or StorageProblem.
        post: takes ProofBegun, ProofEnded and Noticed.
    """

    def __init__(self, parts: HardwareParts, locate: Callable[[str], Path], post: Post) -> None:
        self._parts = parts
        self._locate = locate
        self._post = post
        self._turn = threading.Lock()  # held while the prover works
        self._lock = threading.Lock()  # held for moments; guards the four below
        self._proofs: dict[ProofKey, Proof] | None = None
        self._made: dict[ProofKey, int] = {}  # the number of the trial that each proof of this run came from
        self._trials = 0
        self._is_stoppable = False
        self._offers: Offers | None = None  # changed by who has the turn
        self._uses_card: bool | None = None

    # --- what a model is to be loaded with ---

    def settle(self, settings: SpeechSettings) -> Settled:
        """The best way of computing that `settings` allow and that has proved to work; unknown ones of a
        graphics card are proved with their model. Raises what `locate` raises."""
        if settings.device is Device.CPU or settings.engine is not SpeechEngine.FASTER_WHISPER:
            return Settled(settings)
        graphics = self._parts.graphics()
        if graphics.problem:
            self._uses_card = False
            return _on_processor(settings, (missing_words(CUDA, graphics, ""),))
        if not graphics.cards:
            self._uses_card = False
            return Settled(settings)
        asked_at = self._trials
        with self._turn:
            self._forget_passing(asked_at)
            settled = self._settled(settings, graphics)
        self._uses_card = settled.proved is not None
        return settled

    def has_card(self) -> bool:
        """Whether a graphics card is used where the user leaves it to Sayso, as far as is known. The
        driver is asked only where this comes before any `settle`."""
        if self._uses_card is None:
            self._uses_card = bool(self._parts.graphics().cards)
        return self._uses_card

    def _settled(self, settings: SpeechSettings, graphics: Graphics) -> Settled:
        """What to load with, where there is a card."""
        known = self._offers or Offers(self._parts.prover.library, ANY_TYPE)
        sight = Sight(self._parts.computer(), graphics, known)
        while True:
            offered = sight.offers.types
            every = ways(settings.device, settings.compute_type, offered)
            order = tuple(way for way in every if way.device == CUDA)
            proofs = self.known(order, sight)
            failed = failures(order, proofs)
            match next_step(order, proofs):
                case Use(way):
                    said = fallback_words(settings.device, settings.compute_type, offered, failed, way)
                    return self._on_card(way, settings, sight, said)
                case NothingWorks():
                    if failed:
                        return _on_processor(settings, _failed_words(failed))
                    wanted = settings.device is Device.CUDA or sight.offers.problem
                    said = (missing_words(CUDA, graphics, sight.offers.problem),) if wanted else ()
                    return _on_processor(settings, said)
                case Try(way):
                    if hangs(proofs):
                        return _on_processor(settings, _failed_words(failed))
                    if self._offers is None:
                        sight = replace(sight, offers=self._ask_offers())
                        continue
                    proof = self._try(way, settings, sight, never)
                    if proof.verdict is Verdict.NOT_PROVED:
                        words = (*_failed_words(failed), not_tried_words(way, proof))
                        return _on_processor(settings, words)

    def _on_card(self, way: Way, settings: SpeechSettings, sight: Sight, said: Sequence[str]) -> Settled:
        """What to load with on `way`, which works: with flash attention where that is wished and works."""
        without = self._without_flash_attention(way, settings, sight, never)
        exact = replace(
            settings,
            device=Device.CUDA,
            compute_type=ComputeType(way.compute_type),
            flash_attention=settings.flash_attention and not without,
        )
        return Settled(exact, (*said, *without), way)

    # --- proving that was asked for ---

    def walk(self, settings: SpeechSettings, is_stopped: Callable[[], bool] = never) -> ProvingEnded:
        """Try one way after the other until one works. Raises what `locate` raises."""
        asked_at = self._trials
        with self._turn:
            self._forget_passing(asked_at)
            return self._walked(settings, is_stopped)

    def again(
        self, way: Way, settings: SpeechSettings, is_stopped: Callable[[], bool] = never
    ) -> ProvingEnded:
        """Try `way` alone, whatever is remembered of it. Raises what `locate` raises."""
        with self._turn:
            sight = self._look()
            proof = self._try(way, settings, sight, is_stopped)
            if proof.works:
                self._forget(sight.key(way, flash_attention=True))
                return ProvingEnded(way, self._without_flash_attention(way, settings, sight, is_stopped))
        if proof.verdict is Verdict.NOT_PROVED:
            return ProvingEnded(None, (not_tried_words(way, proof),))
        return ProvingEnded(None, nothing_words([Attempt(way, proof.reason)]))

    def stop(self) -> None:
        """End the trial that runs, if it is of a `walk` or an `again` that can be stopped."""
        with self._lock:
            if self._is_stoppable:
                self._parts.prover.stop()

    def close(self) -> None:
        """End what is going on, and try nothing any more."""
        self._parts.prover.close()

    def _walked(self, settings: SpeechSettings, is_stopped: Callable[[], bool]) -> ProvingEnded:
        self._locate(settings.model)  # raises before anything is asked
        sight = self._look()
        offered = sight.offers.types
        order = ways(settings.device, settings.compute_type, offered)
        while True:
            proofs = self.known(order, sight)
            failed = failures(order, proofs)
            match next_step(order, proofs):
                case Use(way):
                    said = fallback_words(settings.device, settings.compute_type, offered, failed, way)
                    without = self._without_flash_attention(way, settings, sight, is_stopped)
                    return ProvingEnded(way, (*said, *without))
                case NothingWorks():
                    return ProvingEnded(None, nothing_words(failed))
                case Try(way):
                    proof = self._try(way, settings, sight, is_stopped)
                    if proof.verdict is Verdict.NOT_PROVED:
                        return ProvingEnded(None, (not_tried_words(way, proof),))

    # --- for who has the turn ---

    def _without_flash_attention(
        self, way: Way, settings: SpeechSettings, sight: Sight, is_stopped: Callable[[], bool]
    ) -> tuple[str, ...]:
        """Why `way`, which works, has to do without it, where it is wished; tried where that is not known.
        Nothing where it works or is not wished, or on the processor, where there is none."""
        if way.device != CUDA or not settings.flash_attention:
            return ()
        if why := unfit(way, sight.graphics):
            return (flash_words(why),)
        key = sight.key(way, flash_attention=True)
        proof = self._known().get(key)
        if proof is None:
            offers = self._offers or self._ask_offers()
            if offers.flash_attention is False:
                proof = REFUSED_BY_BUILD
                self._remember(key, proof)
            else:
                proof = self._try(way, settings, sight, is_stopped, flash_attention=True)
        return () if proof.works else (flash_words(proof.reason),)

    def _try(
        self,
        way: Way,
        settings: SpeechSettings,
        sight: Sight,
        is_stopped: Callable[[], bool],
        *,
        flash_attention: bool = False,
    ) -> Proof:
        """Prove `way` and remember what came of it. Raises what `locate` raises."""
        folder = self._locate(settings.model)
        if is_stopped():
            return STOPPED  # between two trials
        self._post(ProofBegun(way, flash_attention))
        beam_size = beam_size_for(settings.model, settings.beam_size)
        # Of the user's own folder only the name is told.
        model = Path(settings.model).name
        task = ProofTask(folder, model, way, beam_size, settings.threads, settings.workers, flash_attention)
        with self._lock:
            self._is_stoppable = is_stopped is not never
        try:
            proof = self._parts.prover.prove(task)
        finally:
            with self._lock:
                self._is_stoppable = False
        logger.info(
            "%s%s: %s %s", way.words, ", flash attention" * flash_attention, proof.verdict, proof.reason
        )
        if proof.verdict is not Verdict.NOT_PROVED:  # or what is known already would be lost
            self._remember(sight.key(way, flash_attention=flash_attention), proof)
        self._post(ProofEnded(way, proof, flash_attention))
        return proof

    def _ask_offers(self) -> Offers:
        self._offers = self._parts.prover.offers()
        return self._offers

    def _look(self) -> Sight:
        offers = self._offers
        if offers is None or offers.problem:
            offers = self._ask_offers()
        return Sight(self._parts.computer(), self._parts.graphics(), offers)

    # --- what there is and what is known ---

    def look(self) -> Sight:
        """What there is now. What the library offers is asked once, unless that failed: that waits for a
        trial that runs."""
        offers = self._offers
        if offers is None or offers.problem:
            with self._turn:
                return self._look()
        return Sight(self._parts.computer(), self._parts.graphics(), offers)

    def torch(self) -> Torch | None:
        """What PyTorch can compute on; waits for a trial that runs. None where it is not installed."""
        with self._turn:
            return self._parts.prover.torch()

    def known(self, order: Sequence[Way], sight: Sight, *, flash_attention: bool = False) -> dict[Way, Proof]:
        """What is known of each way."""
        known = self._known()
        keys = {way: sight.key(way, flash_attention=flash_attention) for way in order}
        return {way: known[key] for way, key in keys.items() if key in known}

    def _known(self) -> dict[ProofKey, Proof]:
        """A copy of all that is known."""
        with self._lock:
            return dict(self._loaded())

    def _loaded(self) -> dict[ProofKey, Proof]:
        if self._proofs is None:
            self._proofs = self._parts.store.load()
        return self._proofs

    def _forget_passing(self, asked_at: int) -> None:
        """Forget what does not last, but not what has come out since somebody asked."""
        with self._lock:
            self._proofs = {
                key: proof
                for key, proof in self._loaded().items()
                if proof.lasts or self._made.get(key, 0) > asked_at
            }

    def forget_failed(self) -> None:
        """Forget all that did not work, when something was installed that it may have been for want of."""
        with self._lock:
            self._proofs = {key: proof for key, proof in self._loaded().items() if proof.works}
            saved = dict(self._proofs)
        self._save(saved)

    def _forget(self, key: ProofKey) -> None:
        with self._lock:
            self._loaded().pop(key, None)

    def _remember(self, key: ProofKey, proof: Proof) -> None:
        with self._lock:
            known = self._loaded()
            self._trials += 1
            self._made[key] = self._trials
            if not proof.lasts and key in known and known[key].lasts:
                return  # want of memory does not undo what has been proved
            known.pop(key, None)  # the newest is to be the last
            known[key] = proof
            saved = dict(known)
        self._save(saved)

    def _save(self, proofs: Mapping[ProofKey, Proof]) -> None:
        try:
            self._parts.store.save(proofs)
        except StorageProblem as problem:
            self._post(Noticed(problem))


def _on_processor(settings: SpeechSettings, said: Sequence[str]) -> Settled:
    """The processor, with `said` for what could not be had; how it computes shows when a model is loaded."""
    instead = (f"In use instead: {device_words(CPU)}.",) if said else ()
    return Settled(replace(settings, device=Device.CPU, flash_attention=False), (*said, *instead))


def _failed_words(failed: Sequence[Attempt]) -> tuple[str, ...]:
    return tuple(f"The {one.way.words}, could not be used: {one.reason}." for one in failed)


def nothing_words(failed: Sequence[Attempt]) -> tuple[str, ...]:
    """What the user is told where no way works."""
    said = _failed_words(failed)
    return (*said, "Nothing else works here.") if len(said) > 1 else said or ("Nothing works here.",)


def not_tried_words(way: Way, proof: Proof) -> str:
    """What the user is told of a way whose trial proved nothing."""
    return f"The {way.words}, was not tried: {proof.reason}."
