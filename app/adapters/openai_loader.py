"""Loads OpenAI Whisper's models on PyTorch, and proves each way of computing before it is used.

A device that PyTorch offers need not be able to compute with a model, so every one has to pass a proof
(`app.adapters.spoken_proof`); the next one is tried when it fails, the processor last.

Never reaches for the network: weights are OpenAI's own files, from a folder, checked by the hash that the
library itself names. Fails with ModelMissing, ModelDamaged, ModelUnusable or OutOfMemory.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from app.adapters.cores import usable_cores
from app.adapters.engine_errors import is_out_of_memory, kind_of, let_go, reason
from app.adapters.model_files import Stamps
from app.adapters.openai_engine import MPS, WEIGHTS, XPU, TorchEngines, model_name, not_installed, published
from app.adapters.openai_whisper import FAILURES, Engine, OpenAIWhisperRecognizer
from app.adapters.spoken_proof import prove
from app.domain.compute import CPU, CUDA, Attempt, Way, device_words, fallback_words, threads_for
from app.domain.models import EngineFacts
from app.domain.problems import ModelMissing, ModelUnusable, OutOfMemory, RecognitionProblem
from app.domain.settings import ComputeType, Device, SpeechSettings

logger = logging.getLogger(__name__)

_LADDERS: Final[Mapping[str, tuple[ComputeType, ...]]] = {
    CUDA: (ComputeType.FLOAT16, ComputeType.FLOAT32),
    XPU: (ComputeType.FLOAT16, ComputeType.FLOAT32),
    # In float16 Whisper has given nothing but NaN there; it is tried where the user asks for it.
    MPS: (ComputeType.FLOAT32,),
    CPU: (ComputeType.FLOAT32,),
}

MISSING_FILE_REMEDY: Final = "Choose a file that is there, or one of OpenAI's models, in Settings."
OTHER_ENGINE_REMEDY: Final = "Choose another model, or the engine faster-whisper, in Settings."


class OpenAIWhisperFiles:
    """Finds OpenAI's files of weights.

    Args:
        folders: where to look for them, the first first; the library's own folder comes last.
        stamps: remembers which files were found whole.
    """

    def __init__(self, folders: Sequence[Path], stamps: Stamps) -> None:
        self._folders = (*folders, library_folder())
        self._stamps = stamps

    def locate(self, model: str) -> Path:
        """The file of `model`: one of OpenAI's names, verified by hash, or a .pt file of the user's own.

        Raises ModelUnusable where the library is missing or knows no such model, ModelMissing, ModelDamaged.
        """
        if model.endswith(WEIGHTS):
            if not Path(model).is_file():
                raise ModelMissing(Path(model).name, MISSING_FILE_REMEDY)
            return Path(model)
        address = published(model).get(model)
        if address is None:
            raise ModelUnusable(
                Path(model).name, "it is none of OpenAI Whisper's own models", remedy=OTHER_ENGINE_REMEDY
            )
        *_, hash, name = address.split("/")
        for folder in self._folders:
            if (folder / name).is_file():
                self._stamps.verify(model, folder / name, hash)
                return folder / name
        raise ModelMissing(
            model, f"Put OpenAI's file {name} into {self._folders[0]}, or choose another engine in Settings."
        )


def library_folder() -> Path:
    """Where OpenAI Whisper keeps what it has downloaded itself (whisper/__init__.py, load_model)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "whisper"


class Engines(Protocol):
    """What builds engines."""

    def offers(self) -> Mapping[str, frozenset[str]]:
        """The compute types for each device ("cuda", "xpu", "mps", "cpu") that is there, the best first."""

    def load(self, weights: Path, way: Way, threads: int) -> Engine:
        """Load the file. Raises ModelDamaged for one that is none of OpenAI Whisper's, and else what PyTorch
        raises."""


class OpenAIWhisperLoader:
    """Loads OpenAI Whisper's models.

    Args:
        locate: gives the file of a model (`OpenAIWhisperFiles.locate`).
        engines: what builds engines; the real ones when left out.
    """

    def __init__(self, locate: Callable[[str], Path], engines: Engines | None = None) -> None:
        self._locate = locate
        self._engines = engines or TorchEngines()

    def load(self, settings: SpeechSettings) -> OpenAIWhisperRecognizer:
        """Load `settings.model`, proved by one short transcription; falls back and says so in `facts`.

        Raises what `locate` raises, ModelDamaged, ModelUnusable or OutOfMemory.
        """
        began = time.perf_counter()
        weights = self._locate(settings.model)
        name = model_name(weights) if settings.model.endswith(WEIGHTS) else settings.model
        try:
            offers = self._engines.offers()
        except (ImportError, OSError) as missing:
            raise not_installed(name, missing) from missing
        failed: list[Attempt] = []
        error: Exception | None = None
        for way in ways(settings.device, settings.compute_type, offers):
            try:
                engine = self._prove(weights, way, settings, name)
            except (*FAILURES, OSError, RecognitionProblem) as caught:
                error = caught.__cause__ if isinstance(caught.__cause__, Exception) else caught
                logger.warning("%s failed on %s: %r", name, way, error)
                let_go(caught)
                failed.append(Attempt(_in_words(way), reason(error)))
                continue
            said = fallback_words(
                settings.device, settings.compute_type, _known(offers), failed, _in_words(way)
            )
            facts = _facts(engine, name, said, time.perf_counter() - began)
            logger.info("%s is loaded on %s with %s by PyTorch", name, facts.device, facts.compute_type)
            return OpenAIWhisperRecognizer(engine, facts)
        raise _nothing_worked(name, failed, error)

    def _prove(self, weights: Path, way: Way, settings: SpeechSettings, name: str) -> Engine:
        """Load and transcribe a sentence. Raises what the engine raises, or RuntimeError for wrong words."""
        engine = self._engines.load(weights, way, threads_for(settings.threads, usable_cores()))
        try:
            prove(OpenAIWhisperRecognizer(engine, _facts(engine, name, (), 0.0)), settings)
        except BaseException as error:  # whatever it is, the model goes
            # Before the next way is tried: the card may not hold both, and where it failed still holds on.
            let_go(error)
            engine.unload()
            raise
        return engine


def ways(device: Device, wished: ComputeType, offers: Mapping[str, frozenset[str]]) -> tuple[Way, ...]:
    """The ways to try, best first, each at most once; the processor last.

    Args:
        device: the user's wish; CUDA stands for any graphics card.
        wished: the user's compute type; what PyTorch does not offer is left out.
        offers: as `Engines.offers`.
    """
    found: dict[Way, None] = {}
    for one, types in offers.items():
        if one != CPU and device is Device.CPU:
            continue
        for compute_type in (wished, *_LADDERS[one]):
            if compute_type in types:
                found.setdefault(Way(one, compute_type.value))
    return tuple(found)


def _facts(engine: Engine, name: str, fallbacks: tuple[str, ...], load_seconds: float) -> EngineFacts:
    """What is really in use, read back from the engine."""
    multilingual = engine.languages != {"en"}
    return EngineFacts(name, engine.device, engine.compute_type, multilingual, load_seconds, fallbacks)


def _in_words(way: Way) -> Way:
    """The same, of a device that Sayso has a word for."""
    return Way(kind_of(way.device), way.compute_type)


def _known(offers: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """`offers` by those devices."""
    found: dict[str, frozenset[str]] = {}
    for device, types in offers.items():
        found[kind_of(device)] = found.get(kind_of(device), frozenset()) | types
    return found


def _nothing_worked(
    name: str, failed: Sequence[Attempt], error: Exception | None
) -> ModelUnusable | OutOfMemory:
    """The problem when no way is left."""
    if error is None:
        return ModelUnusable(name, "this computer offers no way to compute with it")
    last = failed[-1]
    if is_out_of_memory(error):
        return OutOfMemory(device_words(last.way.device), detail=repr(error))
    return ModelUnusable(name, f"on the {device_words(last.way.device)}, {last.reason}", detail=repr(error))
