"""The recognizer that dictations use: leased from the pool for each decode, and saved when it fails.

The rules:
- A model is loaded before it comes into use, while the one before still works. When it cannot be had, that
  one stays in use and `ModelFailed` says so. Without any, every transcription fails with the problem of the
  last loading, until a `load` or a `wake` succeeds.
- What fails on the graphics card is decoded again on the processor, which stays in use until the settings
  ask for another model.
- When the engine's process dies, it is started again and the decode repeated: once, and on the processor
  where it computed on the graphics card, which may be the reason.

Belongs to the speech thread. Raises Problems only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Final, Protocol

from app.domain.audio import Samples
from app.domain.compute import CPU
from app.domain.decoding import DecodingOptions
from app.domain.model_budget import wish_of
from app.domain.models import EngineFacts
from app.domain.problems import (
    EngineDied,
    ModelMissing,
    Problem,
    RecognitionFailed,
    RecognitionProblem,
    StorageProblem,
)
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.domain.transcript import Transcript
from app.services.events import ModelFailed, ModelLoading, ModelReady
from app.services.failures import problem_of
from app.services.ports import Post, Recognizer

logger = logging.getLogger(__name__)

FELL_BACK: Final = "The graphics card failed during a dictation, so the processor is used."

COMES_BACK: Final = (ModelMissing, StorageProblem)
"""A disk that is plugged in again or has room again does not tell. To look takes no time, unlike loading."""


class Pool(Protocol):
    """Where the models are (`app.services.model_pool.ModelPool`)."""

    def lease(self, settings: SpeechSettings) -> AbstractContextManager[Recognizer]:
        """The model of `settings`, loaded where it is not there. Raises a Problem."""

    def is_loaded(self, settings: SpeechSettings) -> bool:
        """Whether it is there."""

    def drop(self, settings: SpeechSettings) -> None:
        """Unload it."""


class Recognizers:
    """The recognizer in use.

    Args:
        pool: gives loaded and proved models.
        post: takes ModelLoading, ModelReady and ModelFailed.
    """

    def __init__(self, pool: Pool, post: Post) -> None:
        self._pool = pool
        self._post = post
        self._wished: SpeechSettings | None = None
        # As wished, or on the processor where that has failed.
        self._in_use: SpeechSettings | None = None
        self._facts: EngineFacts | None = None
        self._problem: Problem = RecognitionFailed("no model was loaded yet")
        # What was asked for last and could not be had; the one before it, if any, writes on meanwhile.
        self._refused: SpeechSettings | None = None

    def suits(self, settings: SpeechSettings) -> bool:
        """Whether the recognizer in use is the one that `settings` ask for."""
        if self._wished is None or self._refused is not None:
            return False
        return wish_of(self._wished) == wish_of(settings)

    def load(self, settings: SpeechSettings) -> None:
        """Load the model of `settings`; answered by ModelReady or ModelFailed."""
        self._post(ModelLoading(settings.model))
        try:
            self._use(settings)
        except Exception as error:  # what was begun ends with an event
            self._problem, self._refused = problem_of(error, "loading a speech model"), settings
            self._post(ModelFailed(settings.model, self._problem, self._facts))
        else:
            self._wished, self._refused = settings, None

    def wake(self) -> None:
        """Load the model in use again where it was unloaded for want of use. Where there is none, ask again
        for the one that was refused, if only its files or the room for them were missing."""
        if self._wished is not None and self._in_use is not None:
            if not self._pool.is_loaded(self._in_use):
                self.load(self._wished)
        elif self._refused is not None and isinstance(self._problem, COMES_BACK):
            self.load(self._refused)

    def reload(self, settings: SpeechSettings) -> None:
        """Load the model of `settings` anew, though it is in memory; answered as `load` is."""
        self._pool.drop(settings)
        self.load(settings)

    @property
    def model(self) -> str:
        """The name of the model in use; empty when there is none."""
        return self._facts.model if self._facts else ""

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
        settings, facts = self._in_use, self._facts
        if settings is None or facts is None:
            raise self._problem
        try:
            with self._pool.lease(settings) as recognizer:
                facts = recognizer.facts
                return decode(recognizer)
        except RecognitionProblem as problem:
            failed = problem
        is_on_processor = facts.device == CPU
        if is_on_processor and not isinstance(failed, EngineDied):
            raise failed
        logger.warning("%s (%s): %s", type(failed).__name__, facts.device, failed.detail)
        self._save(settings, failed, on_processor=not is_on_processor)
        with self._pool.lease(self._in_use or settings) as recognizer:
            return decode(recognizer)

    def _save(self, settings: SpeechSettings, failed: RecognitionProblem, *, on_processor: bool) -> None:
        """Have the same model ready once more, on the processor if so wished. Raises `failed` where that
        cannot be had."""
        said: tuple[str, ...] = ()
        if on_processor:
            self._pool.drop(settings)
            settings = replace(settings, device=Device.CPU, compute_type=ComputeType.AUTO)
            said = (FELL_BACK,)
        self._post(ModelLoading(settings.model))
        try:
            self._use(settings, said)
        except Problem as error:
            self._post(ModelFailed(settings.model, error))
            raise failed from error

    def _use(self, settings: SpeechSettings, said: tuple[str, ...] = ()) -> None:
        """Load it, and have it in use from now on. Raises a Problem."""
        with self._pool.lease(settings) as recognizer:
            facts = recognizer.facts
        self._in_use, self._facts = settings, facts
        self._post(ModelReady(replace(facts, fallbacks=(*facts.fallbacks, *said))))
