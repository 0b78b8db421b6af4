"""Loads a speech model with the engine that the settings ask for, in this process or in one of its own.

A graphics card's driver can take the process with it that computes there, so that by default whatever may
compute on one does so apart; the processor's arithmetic has not been seen to crash, and another process costs
memory. Raises what the loader raises that is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.settings import Apart, Device, SpeechEngine, SpeechSettings
from app.services.ports import Recognizer, RecognizerLoader


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """Fits RecognizerLoader.

    Args:
        here: faster-whisper in this process.
        apart: the same in a process of its own.
        openai: OpenAI Whisper.
        has_card: whether there is a graphics card that might compute; may take a moment.
    """

    here: RecognizerLoader
    apart: RecognizerLoader
    openai: RecognizerLoader
    has_card: Callable[[], bool]

    def load(self, settings: SpeechSettings) -> Recognizer:
        """The model of `settings`, proved."""
        if settings.engine is SpeechEngine.OPENAI_WHISPER:
            return self.openai.load(settings)
        loader = self.apart if self._is_apart(settings) else self.here
        return loader.load(settings)

    def _is_apart(self, settings: SpeechSettings) -> bool:
        if settings.apart is Apart.AUTO:
            return settings.device is not Device.CPU and self.has_card()
        return settings.apart is Apart.ALWAYS
