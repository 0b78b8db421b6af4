"""Real weights, loaded once for all tests: the small model for what any model shows, base for the rest."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.adapters.whisper import WhisperRecognizer
from app.adapters.whisper_loader import WhisperLoader
from app.domain.audio import Samples, to_pcm16
from app.domain.settings import SpeechSettings
from tests.adapters.openai_bench import converted
from tests.ollama_standin.fixtures import ollama, ollama_process, serve_foreign, writer

__all__ = ["converted", "ollama", "ollama_process", "serve_foreign", "writer"]


@pytest.fixture(scope="session")
def local_models(tmp_path_factory: pytest.TempPathFactory) -> LocalModels:
    """The models of the installed packages, joined in a folder of this session."""
    folder = tmp_path_factory.mktemp("models")
    return LocalModels(bundled_catalogue(), folder / "models", folder / "cache", HuggingFaceHub())


@pytest.fixture(scope="session")
def tiny(local_models: LocalModels) -> Iterator[WhisperRecognizer]:
    """tiny.en, loaded and proved."""
    recognizer = WhisperLoader(local_models.locate).load(SpeechSettings(model="tiny.en"))
    yield recognizer
    recognizer.close()


@pytest.fixture(scope="session")
def base(local_models: LocalModels) -> Iterator[WhisperRecognizer]:
    """base, loaded and proved."""
    recognizer = WhisperLoader(local_models.locate).load(SpeechSettings(model="base"))
    yield recognizer
    recognizer.close()


@pytest.fixture
def write_wav(tmp_path: Path) -> Callable[..., Path]:
    """Writes samples as a WAV file of one channel."""

    def write(samples: Samples, name: str = "clip.wav") -> Path:
        path = tmp_path / name
        with path.open("wb") as file, wave.open(file, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(16_000)
            out.writeframes(to_pcm16(samples))
        return path

    return write


@pytest.fixture
def load_tiny(local_models: LocalModels) -> Iterator[Callable[..., WhisperRecognizer]]:
    """Loads tiny.en with other settings; given back at the end of the test."""
    loaded: list[WhisperRecognizer] = []

    def load(**settings: Any) -> WhisperRecognizer:  # noqa: ANN401 - any of its fields
        wish = replace(SpeechSettings(model="tiny.en"), **settings)
        loaded.append(WhisperLoader(local_models.locate).load(wish))
        return loaded[-1]

    yield load
    for one in loaded:
        one.close()
