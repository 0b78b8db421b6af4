"""Keeps the one recognizer in use: loads it, replaces it, and saves a dictation when the graphics card fails.

The rules:
- A new model is loaded while the old one still works, and the old one is given back afterwards. When that
  was too much memory for both, the old one goes first and it is tried again.
- When a new model cannot be had, the old one stays in use and `ModelFailed` says so. Without any, every
  transcription fails with the problem of the last loading, until a `load` succeeds.
- What fails on the graphics card is decoded again on the processor, which stays in use until the settings
  ask for another model.

Belongs to the speech thread. Raises Problems only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from app.domain.audio import Samples
from app.domain.compute import CPU
from app.domain.decoding import DecodingOptions
from app.domain.model_budget import wish_of
from app.domain.problems import OutOfMemory, Problem, RecognitionFailed, RecognitionProblem, Unexpected
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.domain.transcript import Transcript
from app.services.events import ModelFailed, ModelLoading, ModelReady
from app.services.ports import Post, Recognizer, RecognizerLoader

logger = logging.getLogger(__name__)

FELL_BACK: Final = "The graphics card failed during a dictation, so the processor is used."


class Recognizers:
    """The recognizer in use.

    Args:
        loader: gives loaded and proved models.
        post: takes ModelLoading, ModelReady and ModelFailed.
    """

    def __init__(self, loader: RecognizerLoader, post: Post) -> None:
        self._loader = loader
        self._post = post
        self._recognizer: Recognizer | None = None
        self._loaded_for: SpeechSettings | None = None
        self._problem: Problem = RecognitionFailed("no model was loaded yet")

    def suits(self, settings: SpeechSettings) -> bool:
        """Whether the recognizer in use is the one that `settings` ask for."""
        return self._loaded_for is not None and wish_of(self._loaded_for) == wish_of(settings)

    def load(self, settings: SpeechSettings) -> None:
        """Load the model of `settings`; answered by ModelReady or ModelFailed."""
        self._post(ModelLoading(settings.model))
        try:
            loaded = self._load(settings)
        except Exception as error:
            self._problem = _as_problem(error, "loading a speech model")
            self._post(ModelFailed(settings.model, self._problem))
            return
        self._use(loaded, settings)
        self._post(ModelReady(loaded.facts))

    @property
    def model(self) -> str:
        """The name of the model in use; empty when there is none."""
        return self._recognizer.facts.model if self._recognizer else ""

    def transcribe(self, samples: Samples, options: DecodingOptions) -> Transcript:
        """Decode `samples` (float32 mono 16 kHz). Raises a Problem."""
        return self._decode(lambda recognizer: recognizer.transcribe(samples, options))

    def decode_phrase(
        self,
        samples: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool,
        careful: bool,
        once: bool = False,
    ) -> Transcript:
        """Decode one phrase, as `Recognizer.decode_phrase` does. Raises a Problem."""
        return self._decode(
            lambda one: one.decode_phrase(samples, speech, options, draft=draft, careful=careful, once=once)
        )

    def _decode(self, decode: Callable[[Recognizer], Transcript]) -> Transcript:
        """Raises a Problem."""
        recognizer = self._recognizer
        if recognizer is None:
            raise self._problem
        try:
            return decode(recognizer)
        except RecognitionProblem as problem:
            if recognizer.facts.device == CPU:
                raise
            logger.warning("the graphics card failed, falling back: %s", problem.detail)
            return decode(self._on_processor(problem))

    def unload(self) -> None:
        """Give the memory back; the next `load` loads anew."""
        if self._recognizer is not None:
            self._recognizer.close()
        self._recognizer = self._loaded_for = None

    def _load(self, settings: SpeechSettings) -> Recognizer:
        """Load, and where the old model is in the way, once more without it. Raises as the loader does."""
        try:
            loaded = self._loader.load(settings)
        except OutOfMemory:
            if self._recognizer is None:
                raise
            self.unload()
            return self._loader.load(settings)
        if self._recognizer is not None and self._recognizer.facts.device != CPU and loaded.facts.fallbacks:
            # The card's memory may have been too short for two.
            loaded.close()
            self.unload()
            return self._loader.load(settings)
        return loaded

    def _use(self, loaded: Recognizer, settings: SpeechSettings) -> None:
        if self._recognizer is not None and self._recognizer is not loaded:
            self._recognizer.close()
        self._recognizer, self._loaded_for = loaded, settings

    def _on_processor(self, problem: RecognitionProblem) -> Recognizer:
        """The same model, loaded on the processor. Raises `problem` where that cannot be had."""
        settings = self._loaded_for
        assert settings is not None
        try:
            loaded = self._loader.load(replace(settings, device=Device.CPU, compute_type=ComputeType.AUTO))
        except Problem as error:
            raise problem from error
        self._use(loaded, settings)
        facts = loaded.facts
        self._post(ModelReady(replace(facts, fallbacks=(*facts.fallbacks, FELL_BACK))))
        return loaded


def _as_problem(error: Exception, where: str) -> Problem:
    if isinstance(error, Problem):
        logger.warning("%s: %s %s", where, error, error.detail)
        return error
    logger.exception("%s failed", where)
    return Unexpected(where, detail=repr(error))
