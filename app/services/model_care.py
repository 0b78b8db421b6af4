"""Looks after the speech models in memory: loads ahead, unloads what nobody uses, keeps to the limits.

Problem: whoever dictates must not wait for a model, and whoever does something else should have the memory.
Rules: one thread to spare, on which nothing waits for a dictation. The model in use is loaded first, then
    those that are ticked; both are taken up anew whenever the settings change. Every `TICK_SECONDS` it is
    looked whether a model has been idle for too long, or so often that none stays half as long again.
Failure: what cannot be loaded ahead is told by the pool's events, and nothing else comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from app.domain.model_budget import Limits, settings_for, wish_of
from app.domain.model_settings import ModelSettings
from app.domain.settings import SpeechSettings
from app.services.model_pool import ModelPool
from app.services.ports import SpareInbox

TICK_SECONDS: Final = 30.0
LEAST_TICK_SECONDS: Final = 1.0


class ModelCare:
    """All methods may be called from any thread and return at once.

    Args:
        inbox: that of a thread which nothing urgent waits for.
        pool: the models in memory.
        limits: what the settings allow on this computer; may take a moment.
        speech: which model is in use, and how models compute.
        models: which are loaded ahead, and for how long they stay.
    """

    def __init__(
        self,
        inbox: SpareInbox,
        pool: ModelPool,
        limits: Callable[[ModelSettings], Limits],
        speech: SpeechSettings,
        models: ModelSettings,
    ) -> None:
        self._inbox = inbox
        self._pool = pool
        self._limits = limits
        # All below belong to the inbox's thread.
        self._speech = speech
        self._models = models
        self._outdated: list[SpeechSettings] = []
        self._round = 0
        self._is_closed = False

    def start(self) -> None:
        """Load what is to be loaded, and look after it from now on."""
        self._inbox.call(self._start)

    def apply_speech(self, speech: SpeechSettings) -> None:
        """Have the model of `speech` loaded first from now on."""

        def apply() -> None:
            self._change(speech, self._models)
            self._preload()

        self._inbox.call(apply)

    def apply_models(self, models: ModelSettings) -> None:
        """Keep to these from now on."""

        def apply() -> None:
            self._change(self._speech, models)
            self._pool.apply(self._limits(models))
            self._preload()

        self._inbox.call(apply)

    def switched(self) -> None:
        """Dictations use what was set last: free what was loaded with settings that hold no more."""
        self._inbox.call(self._drop_outdated)

    def unload(self, model: str) -> None:
        """Free the memory of `model` where nobody uses it."""
        self._inbox.call(lambda: self._unload(model))

    def close(self) -> None:
        """Begin nothing any more."""
        self._inbox.call(self._close)

    # --- on the thread of the inbox ---

    def _start(self) -> None:
        self._pool.apply(self._limits(self._models))
        self._preload()
        self._inbox.call_later(self._tick_seconds(), self._tick)

    def _change(self, speech: SpeechSettings, models: ModelSettings) -> None:
        for name in {one.model for one in self._pool.state}:
            before = settings_for(name, self._speech, self._models)
            if wish_of(before) != wish_of(settings_for(name, speech, models)):
                self._outdated.append(before)
        self._speech, self._models = speech, models

    def _drop_outdated(self) -> None:
        outdated, self._outdated = self._outdated, []
        for one in outdated:
            if wish_of(one) != wish_of(settings_for(one.model, self._speech, self._models)):
                self._pool.drop(one)

    def _preload(self) -> None:
        if self._is_closed:
            return
        selected = settings_for(self._speech.model, self._speech, self._models)
        others = [settings_for(name, self._speech, self._models) for name in self._models.preload]
        self._round += 1
        self._inbox.spare(self._steps(self._pool.preload(selected, others), self._round))

    def _steps(self, preload: Iterator[None], round: int) -> Iterator[None]:
        """`preload`, until something else is set: what nobody wants any more is not loaded."""
        while round == self._round and next(preload, self) is not self:
            yield

    def _tick(self) -> None:
        if not self._is_closed:
            self._pool.tick()
            self._inbox.call_later(self._tick_seconds(), self._tick)

    def _tick_seconds(self) -> float:
        half = self._models.idle_minutes * 60 / 2
        return min(TICK_SECONDS, max(LEAST_TICK_SECONDS, half)) if half else TICK_SECONDS

    def _unload(self, model: str) -> None:
        self._pool.unload(model)

    def _close(self) -> None:
        self._is_closed = True
