"""Loads Whisper models and proves each way of computing before it is used.

CTranslate2 loads models that it then cannot compute with, so every device and compute type has to pass a
proof (`app.adapters.spoken_proof`). When one fails the next is tried (`app.domain.compute`) and the facts say
so in words. A driver that crashes would take the program with it, so that whoever hands in `settle` has the
ways of a graphics card proved elsewhere first: then only the one that worked is tried there, and after it the
processor. Nothing is asked of a card where the settings leave it out.

Flash attention is loaded on a graphics card alone, and left away where the proof fails with it.

Never reaches for the network: only files that the store has found are loaded, tokenizer.json among them.
Fails with what the store raises, or with ModelDamaged, ModelUnusable or OutOfMemory.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.adapters.allocator import give_back
from app.adapters.batch_whisper import BatchWhisper
from app.adapters.cores import usable_cores
from app.adapters.cuda_libraries import prepare_cuda_libraries
from app.adapters.engine_errors import damaged_file, is_out_of_memory, let_go, reason
from app.adapters.flash_attention import flash_reason
from app.adapters.greedy_steps import keep_apart
from app.adapters.spoken_proof import proof_options, prove, prove_short
from app.adapters.whisper import Engine, WhisperRecognizer
from app.domain.compute import CPU, CUDA, Attempt, Way, device_words, fallback_words, threads_for, ways
from app.domain.compute_proof import Settled
from app.domain.flash_attention import flash_words
from app.domain.models import EngineFacts
from app.domain.problems import ModelDamaged, ModelUnusable, OutOfMemory, RecognitionProblem
from app.domain.settings import Device, SpeechSettings

logger = logging.getLogger(__name__)


class Engines(Protocol):
    """What builds engines."""

    def offers(self, *, cards: bool = True) -> Mapping[str, frozenset[str]]:
        """The compute types offered for each device ("cpu", "cuda") that is there; without `cards` the
        driver of a graphics card is left alone."""

    def load(
        self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
    ) -> Engine:
        """Load the model in `folder`. Raises what CTranslate2 raises."""


class CTranslateEngines:
    """The real ones: faster-whisper on CTranslate2. Imported when first used: it takes up to two seconds.
    `cuda_folder` is where Sayso's own copy of NVIDIA's library is, if there is one."""

    def __init__(self, cuda_folder: Path | None = None) -> None:
        self._cuda_folder = cuda_folder

    def offers(self, *, cards: bool = True) -> Mapping[str, frozenset[str]]:
        """The compute types offered for each device that is there; CTranslate2's own count is the judge."""
        prepare_cuda_libraries(self._cuda_folder)
        import ctranslate2

        found = {CPU: frozenset(ctranslate2.get_supported_compute_types(CPU))}
        try:
            if cards and ctranslate2.get_cuda_device_count() > 0:
                found[CUDA] = frozenset(ctranslate2.get_supported_compute_types(CUDA))
        except (RuntimeError, ValueError) as error:
            logger.info("the graphics card cannot be asked: %s", error)
        return found

    def load(
        self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
    ) -> Engine:
        """Load the model in `folder`. Raises what CTranslate2 raises."""
        prepare_cuda_libraries(self._cuda_folder)
        from faster_whisper import WhisperModel

        # Passed on to ctranslate2.models.Whisper, which refuses it on the processor, whatever the build.
        further = {"flash_attention": True} if flash_attention else {}
        engine: Engine = WhisperModel(
            str(folder),
            device=way.device,
            compute_type=way.compute_type,
            cpu_threads=threads,
            num_workers=workers,
            local_files_only=True,
            **further,
        )
        if workers > 1 and way.device == CPU:
            keep_apart(engine, workers)
        return engine


class WayFailed(Exception):
    """A model cannot be computed with on `way`. `error` is what the engine raised; `reason` says it in half a
    sentence for the user."""

    def __init__(self, way: Way, error: BaseException, reason: str) -> None:
        super().__init__(f"{way.words}: {error!r}")
        self.way = way
        self.error = error
        self.reason = reason

    @property
    def is_out_of_memory(self) -> bool:
        """Whether there was not enough memory."""
        return is_out_of_memory(self.error)


class WhisperLoader:
    """Loads Whisper models.

    Args:
        locate: gives the verified folder of a model (`LocalModels.locate`).
        engines: what builds engines; the real ones when left out.
        settle: says what to load settings with after proving it elsewhere; as they are when left out. May
            raise what `locate` raises.
    """

    def __init__(
        self,
        locate: Callable[[str], Path],
        engines: Engines | None = None,
        settle: Callable[[SpeechSettings], Settled] = Settled,
    ) -> None:
        self._locate = locate
        self._engines = engines or CTranslateEngines()
        self._settle = settle

    def load(self, settings: SpeechSettings) -> WhisperRecognizer:
        """Load `settings.model`, proved by one short transcription; falls back and says so in `facts`.

        Raises what `locate` raises, ModelDamaged, ModelUnusable or OutOfMemory.
        """
        began = time.perf_counter()
        folder = self._locate(settings.model)
        settled = self._settle(settings)
        settings = settled.settings
        name = Path(settings.model).name
        offers = self._engines.offers(cards=settings.device is not Device.CPU)
        failed: list[WayFailed] = []
        without = ""
        for way, flash_attention in _trials(settled, offers):
            try:
                engine = self._try(folder, way, settings, flash_attention)
            except WayFailed as failure:
                logger.warning("%s failed on %s: %r", name, way, failure.error)
                if flash_attention:
                    without = flash_words(failure.reason)
                else:
                    failed.append(failure)
                    without = ""  # it was not for want of it
            else:
                attempts = [Attempt(one.way, one.reason) for one in failed]
                said = fallback_words(settings.device, settings.compute_type, offers, attempts, way)
                give_back()  # the proof's scratch memory
                sentences = (*settled.fallbacks, *said, *([without] if without else ()))
                return _recognizer(engine, name, sentences, time.perf_counter() - began)
        raise _nothing_worked(name, failed)

    def load_one(self, way: Way, settings: SpeechSettings) -> WhisperRecognizer:
        """Load `settings.model` on `way` and no other, and with flash attention if they want it, proved by
        one short transcription. Raises what `locate` raises, ModelDamaged or WayFailed."""
        began = time.perf_counter()
        folder = self._locate(settings.model)
        engine = self._try(folder, way, settings, settings.flash_attention)
        return _recognizer(engine, Path(settings.model).name, (), time.perf_counter() - began)

    def _try(self, folder: Path, way: Way, settings: SpeechSettings, flash_attention: bool) -> Engine:
        """Load and prove on `way`. Raises ModelDamaged or WayFailed."""
        try:
            return self._prove(folder, way, settings, flash_attention)
        except (RuntimeError, ValueError, MemoryError, OSError, RecognitionProblem) as caught:
            error: Exception = caught
        except Exception as caught:
            # The tokenizer's library raises bare Exception.
            if damaged_file(caught) is None:
                raise
            error = caught
        if file := damaged_file(error):
            raise ModelDamaged(Path(settings.model).name, file, detail=repr(error)) from error
        cause = _cause(error)
        # Its memory is wanted for the next way.
        let_go(error)
        raise WayFailed(way, cause, flash_reason(cause) if flash_attention else reason(cause)) from error

    def _prove(self, folder: Path, way: Way, settings: SpeechSettings, flash_attention: bool) -> Engine:
        """Load and transcribe a sentence. Raises what the engine raises, or RuntimeError for wrong words."""
        threads = threads_for(settings.threads, usable_cores())
        engine = self._engines.load(folder, way, threads, settings.workers, flash_attention=flash_attention)
        recognizer = WhisperRecognizer(engine, _facts(engine, folder.name, (), 0.0))
        if way.device == CPU:
            prove_short(BatchWhisper(recognizer, proof_options(settings), 1))
        else:
            prove(recognizer, settings)
        return engine


def _facts(engine: Engine, name: str, fallbacks: tuple[str, ...], load_seconds: float) -> EngineFacts:
    """What is really in use, read back from the engine."""
    return EngineFacts(
        model=name,
        device=str(engine.model.device),
        compute_type=str(engine.model.compute_type),
        multilingual=bool(engine.model.is_multilingual),
        load_seconds=load_seconds,
        fallbacks=fallbacks,
    )


def _recognizer(engine: Engine, name: str, said: tuple[str, ...], load_seconds: float) -> WhisperRecognizer:
    facts = _facts(engine, name, said, load_seconds)
    logger.info("%s is loaded on %s with %s in %.2f s", name, facts.device, facts.compute_type, load_seconds)
    return WhisperRecognizer(engine, facts)


def _cause(error: BaseException) -> BaseException:
    """What the engine itself raised."""
    return error.__cause__ or error if isinstance(error, RecognitionProblem) else error


def _nothing_worked(name: str, failed: Sequence[WayFailed]) -> ModelUnusable | OutOfMemory:
    """The problem when no way is left."""
    if not failed:
        return ModelUnusable(name, "this computer offers no way to compute with it")
    last = failed[-1]
    if last.is_out_of_memory:
        return OutOfMemory(device_words(last.way.device), detail=repr(last.error))
    why = f"on the {device_words(last.way.device)}, {last.reason}"
    return ModelUnusable(name, why, detail=repr(last.error))


def _trials(settled: Settled, offers: Mapping[str, frozenset[str]]) -> Iterator[tuple[Way, bool]]:
    """What to try, in this order, and whether with flash attention.

    Where a way of a graphics card has proved to work elsewhere, no other is tried there.
    """
    settings = settled.settings
    for way in ways(settings.device, settings.compute_type, offers):
        if way.device == CUDA:
            if settled.proved not in (None, way):
                continue
            if settings.flash_attention:
                yield way, True
        yield way, False
