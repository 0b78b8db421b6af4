"""OpenAI Whisper for tests: real weights in its format, and an engine of fixed answers."""

# ruff: noqa: ANN401 - the library has no types

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from app.adapters.model_store import LocalModels
from app.adapters.openai_loader import OpenAIWhisperLoader
from app.adapters.openai_whisper import OpenAIWhisperRecognizer
from app.domain.audio import Samples
from app.domain.compute import CPU
from app.domain.settings import SpeechSettings
from tests.tools.ct2_to_openai import convert

Converted = Callable[[str], Path]


@pytest.fixture(scope="session")
def converted(local_models: LocalModels, tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """Gives a model's weights in OpenAI's format, converted once."""
    folder = tmp_path_factory.mktemp("openai")

    def give(name: str) -> Path:
        target = folder / f"{name}.pt"
        return target if target.exists() else convert(local_models.locate(name), target)

    return give


def loaded(weights: Path, **settings: Any) -> OpenAIWhisperRecognizer:
    wish = replace(SpeechSettings(model=str(weights)), **settings)
    return OpenAIWhisperLoader(Path).load(wish)


@dataclass
class Answer:
    """As much of whisper.DecodingResult as is used."""

    text: str = "She opened the window and looked at the garden."
    avg_logprob: float = -0.2
    no_speech_prob: float = 0.0
    compression_ratio: float = 1.1
    tokens: Sequence[int] = tuple(range(11))


@dataclass
class FixedEngine:
    """Gives the same answers to whatever is asked, and notes the options; `error` fails every computation."""

    answer: Answer = field(default_factory=Answer)
    error: Exception | None = None
    device: str = CPU
    compute_type: str = "float32"
    languages: frozenset[str] = frozenset({"en", "de"})
    asked: list[Mapping[str, object]] = field(default_factory=list)
    careful: list[Mapping[str, object]] = field(default_factory=list)
    unloaded: int = 0
    said: str = " The quick brown fox jumps over the lazy dog."

    def transcribe(self, audio: Samples, options: Mapping[str, object]) -> Sequence[Mapping[str, Any]]:
        self._fail()
        self.careful.append(options)
        numbers = {"avg_logprob": -0.3, "no_speech_prob": 0.0, "compression_ratio": 1.0, "temperature": 0.0}
        return [
            {"text": self.said, "start": 0.0, "end": 2.9, **numbers},
            {"text": "", "start": 2.9, "end": 2.9, "words": [], **numbers},
        ]

    def encode(self, audio: Samples) -> Any:
        self._fail()
        return audio

    def detect_language(self, encoded: Any) -> tuple[str, float]:
        return "de", 0.8

    def decode(self, encoded: Any, options: Mapping[str, object]) -> Any:
        self._fail()
        self.asked.append(options)
        return self.answer

    def unload(self) -> None:
        self.unloaded += 1

    def _fail(self) -> None:
        if self.error:
            raise self.error
