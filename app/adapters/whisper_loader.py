"""Loads Whisper models and proves each way of computing before it is used.

CTranslate2 loads models that it then cannot compute with, so every device and compute type has to pass one
whole transcription of a short bundled clip at the beam that will be used, with word times, and give sensible
words. When one fails the next is tried (`app.domain.compute`) and the facts say so in words.

Never reaches for the network: only files that the store has found are loaded, tokenizer.json among them.
Fails with what the store raises, or with ModelDamaged, ModelUnusable or OutOfMemory.
"""

from __future__ import annotations

import importlib.resources
import logging
import os
import time
import wave
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from app.adapters.cuda_libraries import prepare_cuda_libraries
from app.adapters.engine_errors import damaged_file, is_out_of_memory, reason
from app.adapters.whisper import Engine, WhisperRecognizer, speech_probabilities
from app.domain.audio import Samples, from_pcm16
from app.domain.compute import CPU, CUDA, Attempt, Way, device_words, fallback_words, threads_for, ways
from app.domain.decoding import DecodingOptions, beam_size_for
from app.domain.models import EngineFacts
from app.domain.problems import ModelDamaged, ModelUnusable, OutOfMemory, RecognitionProblem
from app.domain.settings import SpeechSettings

logger = logging.getLogger(__name__)

PROOF_CLIP: Final = "proof.wav"
PROOF_WORDS: Final = frozenset({"the", "quick", "brown", "fox", "over", "lazy", "dog"})
PROOF_WORDS_NEEDED: Final = 3
"""Small models mishear a synthetic voice here and there; a broken computation gives none of the words."""


class Engines(Protocol):
    """What builds engines."""

    def offers(self) -> Mapping[str, frozenset[str]]:
        """The compute types offered for each device ("cpu", "cuda") that is there."""

    def load(self, folder: Path, way: Way, threads: int, workers: int) -> Engine:
        """Load the model in `folder`. Raises what CTranslate2 raises."""


class CTranslateEngines:
    """The real ones: faster-whisper on CTranslate2. Imported when first used: it takes up to two seconds."""

    def offers(self) -> Mapping[str, frozenset[str]]:
        """The compute types offered for each device that is there; CTranslate2's own count is the judge."""
        prepare_cuda_libraries()
        import ctranslate2

        found = {CPU: frozenset(ctranslate2.get_supported_compute_types(CPU))}
        try:
            if ctranslate2.get_cuda_device_count() > 0:
                found[CUDA] = frozenset(ctranslate2.get_supported_compute_types(CUDA))
        except (RuntimeError, ValueError) as error:
            logger.info("the graphics card cannot be asked: %s", error)
        return found

    def load(self, folder: Path, way: Way, threads: int, workers: int) -> Engine:
        """Load the model in `folder`. Raises what CTranslate2 raises."""
        prepare_cuda_libraries()
        from faster_whisper import WhisperModel

        engine: Engine = WhisperModel(
            str(folder),
            device=way.device,
            compute_type=way.compute_type,
            cpu_threads=threads,
            num_workers=workers,
            local_files_only=True,
        )
        return engine


class WhisperLoader:
    """Loads Whisper models.

    Args:
        locate: gives the verified folder of a model (`ModelStore.locate`).
        engines: what builds engines; the real ones when left out.
    """

    def __init__(self, locate: Callable[[str], Path], engines: Engines | None = None) -> None:
        self._locate = locate
        self._engines = engines or CTranslateEngines()

    def load(self, settings: SpeechSettings) -> WhisperRecognizer:
        """Load `settings.model`, proved by one short transcription; falls back and says so in `facts`.

        Raises what `locate` raises, ModelDamaged, ModelUnusable or OutOfMemory.
        """
        began = time.perf_counter()
        folder = self._locate(settings.model)
        name = Path(settings.model).name
        clip = proof_clip()
        offers = self._engines.offers()
        failed: list[Attempt] = []
        error: Exception | None = None
        for way in ways(settings.device, settings.compute_type, offers):
            try:
                engine = self._prove(folder, way, settings, clip)
            except (RuntimeError, ValueError, MemoryError, OSError, RecognitionProblem) as caught:
                error = caught
            except Exception as caught:
                # The tokenizer's library raises bare Exception.
                if damaged_file(caught) is None:
                    raise
                error = caught
            else:
                said = fallback_words(settings.device, settings.compute_type, offers, failed, way)
                return _recognizer(engine, name, said, time.perf_counter() - began)
            if file := damaged_file(error):
                raise ModelDamaged(name, file, detail=repr(error)) from error
            logger.warning("%s failed on %s: %r", name, way, _cause(error))
            failed.append(Attempt(way, reason(_cause(error))))
        raise _nothing_worked(name, failed, error)

    def _prove(self, folder: Path, way: Way, settings: SpeechSettings, clip: Samples) -> Engine:
        """Load and transcribe the clip. Raises what the engine raises, or RuntimeError for wrong words."""
        threads = threads_for(settings.threads, os.cpu_count() or 1)
        engine = self._engines.load(folder, way, threads, settings.workers)
        # Encoder, decoder at the beam that will be used, and the alignment behind word times: each can
        # fail alone.
        options = DecodingOptions(
            language="en",
            beam_size=beam_size_for(settings.model, settings.beam_size),
            temperatures=(0.0,),
            voice_detection=False,
            word_times=True,
        )
        recognizer = WhisperRecognizer(engine, _facts(engine, folder.name, (), 0.0))
        proof = recognizer.transcribe(clip, options)
        heard = {word.strip(".,!?").lower() for word in (proof.text + " " + proof.suppressed_text).split()}
        if len(heard & PROOF_WORDS) < PROOF_WORDS_NEEDED:
            raise RuntimeError("the proof gave other words than were spoken")
        # The short window has shapes of its own, which may fail by themselves and are slow the first time.
        # Word times would take the full one again.
        recognizer.decode_phrase(clip, speech_probabilities(clip), replace(options, word_times=False))
        return engine


def proof_clip() -> Samples:
    """The bundled sentence "The quick brown fox jumps over the lazy dog", 3 s, synthetic voice."""
    with (
        importlib.resources.files("resources").joinpath(PROOF_CLIP).open("rb") as file,
        wave.open(file) as clip,
    ):
        return from_pcm16(clip.readframes(clip.getnframes()))


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


def _nothing_worked(
    name: str, failed: Sequence[Attempt], error: Exception | None
) -> ModelUnusable | OutOfMemory:
    """The problem when no way is left."""
    if error is None:
        return ModelUnusable(name, "this computer offers no way to compute with it")
    last = failed[-1]
    if is_out_of_memory(_cause(error)):
        return OutOfMemory(device_words(last.way.device), detail=repr(_cause(error)))
    why = f"on the {device_words(last.way.device)}, {last.reason}"
    return ModelUnusable(name, why, detail=repr(_cause(error)))
