"""OpenAI Whisper on PyTorch: the contract of all recognizers with real weights, and how phrases are decoded.

What needs PyTorch bears the mark `torch`: sh packaging/test.sh torch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from app.adapters.openai_whisper import Engine, OpenAIWhisperRecognizer
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.spoken_proof import proof_clip
from app.adapters.whisper import WhisperRecognizer
from app.domain.audio import SAMPLE_RATE
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.problems import OutOfMemory, Problem, RecognitionFailed
from tests.adapters.openai_bench import Answer, Converted, FixedEngine, loaded
from tests.adapters.recognizer_contract import (
    ENGLISH,
    FAST,
    RecognizerContract,
    clip,
    phrase,
    reference,
    words,
)


@pytest.fixture(scope="module")
def openai_tiny(converted: Converted) -> Iterator[OpenAIWhisperRecognizer]:
    recognizer = loaded(converted("tiny.en"))
    yield recognizer
    recognizer.close()


@pytest.fixture(scope="module")
def openai_base(converted: Converted) -> Iterator[OpenAIWhisperRecognizer]:
    recognizer = loaded(converted("base"))
    yield recognizer
    recognizer.close()


@pytest.mark.torch
@pytest.mark.timeout(600)
class TestOpenAIWhisper(RecognizerContract):
    @pytest.fixture
    def recognizer(self, openai_tiny: OpenAIWhisperRecognizer) -> OpenAIWhisperRecognizer:
        return openai_tiny

    @pytest.fixture
    def load(self, converted: Converted) -> Callable[[], OpenAIWhisperRecognizer]:
        return lambda: loaded(converted("tiny.en"))

    def test_its_facts_are_read_back(self, openai_tiny: OpenAIWhisperRecognizer) -> None:
        import torch

        facts = openai_tiny.facts
        is_cpu = not (
            torch.cuda.is_available() or torch.xpu.is_available() or torch.backends.mps.is_available()
        )
        assert (facts.device == "cpu") == is_cpu
        assert facts.compute_type in ({"float32"} if is_cpu else {"float16", "float32"})

    def test_it_writes_what_the_other_engine_writes(
        self, openai_tiny: OpenAIWhisperRecognizer, tiny: WhisperRecognizer
    ) -> None:
        """With the same weights, on what both hear without doubt: times of words as well."""
        samples = clip("medium.flac")
        options = replace(ENGLISH, word_times=True)
        ours, theirs = (one.transcribe(samples, options) for one in (openai_tiny, tiny))
        assert words(ours.text) == words(theirs.text) == words(reference("medium.flac"))
        starts = [
            np.array([word.start for segment in one.segments for word in segment.words])
            for one in (ours, theirs)
        ]
        assert np.abs(starts[0] - starts[1]).max() < 0.5
        assert np.abs(starts[0] - starts[1]).mean() < 0.1


# --- languages, with a model that knows many ---


@pytest.mark.torch
@pytest.mark.timeout(600)
class TestLanguages:
    def test_the_language_is_found(self, openai_base: OpenAIWhisperRecognizer) -> None:
        for found in (
            openai_base.transcribe(clip("s02.flac"), DecodingOptions()),
            phrase(openai_base, clip("s02.flac"), DecodingOptions()),
        ):
            assert found.language == "en"
            assert 0.5 < found.language_probability < 1.0
            assert words(found.text) == words(reference("s02.flac"))
        assert openai_base.facts.multilingual

    def test_the_language_that_is_set_is_written(self, openai_base: OpenAIWhisperRecognizer) -> None:
        german = DecodingOptions(language="de", beam_size=1)
        for found in (
            openai_base.transcribe(clip("german.flac"), german),
            phrase(openai_base, clip("german.flac"), german),
        ):
            assert (found.language, found.language_probability) == ("de", 1.0)
            assert len(set(words(found.text)) & set(words(reference("german.flac")))) >= 4

    def test_a_language_it_does_not_know_is_found_instead(self, openai_base: OpenAIWhisperRecognizer) -> None:
        found = openai_base.transcribe(clip("s02.flac"), DecodingOptions(language="xx", beam_size=1))
        assert found.language == "en"
        assert found.language_probability < 1.0


# --- phrases that look wrong, and failures: an engine of fixed answers ---


def recognizer_with(engine: Engine) -> OpenAIWhisperRecognizer:
    return OpenAIWhisperRecognizer(engine, EngineFacts("base", engine.device, "float32", True, 0.1))


LOOPING = Answer("no no no no no no no no no", compression_ratio=3.0)


def test_a_phrase_is_decoded_once_on_its_encoded_sound() -> None:
    engine = FixedEngine()
    found = phrase(recognizer_with(engine), clip("s02.flac"), replace(ENGLISH, hints=("Sayso", "Ollama")))
    assert words(found.text) == words(reference("s02.flac"))
    (options,) = engine.asked
    assert (options["language"], options["beam_size"], options["temperature"]) == ("en", 5, 0.0)
    assert (options["without_timestamps"], options["prompt"]) == (True, "Sayso, Ollama")
    assert options["sample_len"] == 16 + round(12 * len(clip("s02.flac")) / SAMPLE_RATE)
    assert not engine.careful


def test_what_looks_wrong_is_decoded_again_with_care() -> None:
    engine = FixedEngine(LOOPING)
    found = phrase(recognizer_with(engine), clip("s02.flac"), DecodingOptions())
    assert found.text == "The quick brown fox jumps over the lazy dog."
    assert (found.language, found.is_doubtful) == ("de", False)
    (options,) = engine.careful
    # The language is found once, on the sound that was encoded first.
    assert (options["language"], options["temperature"]) == ("de", (0.0, 0.2))
    assert options["condition_on_previous_text"] is False
    assert isinstance(options["sample_len"], int)


def test_a_phrase_that_reaches_its_limit_is_decoded_again() -> None:
    engine = FixedEngine(Answer(tokens=range(200)))
    phrase(recognizer_with(engine), clip("s02.flac"), ENGLISH)
    assert len(engine.careful) == 1


def test_a_draft_that_looks_wrong_is_empty_and_greedy() -> None:
    engine = FixedEngine(LOOPING)
    samples = clip("s02.flac")
    speech = speech_probabilities(samples)
    found = recognizer_with(engine).decode_phrase(samples, speech, ENGLISH, draft=True)
    assert (found.text, found.is_doubtful) == ("", False)
    assert [one["beam_size"] for one in engine.asked] == [None]
    assert not engine.careful


def test_asked_for_once_what_looks_wrong_is_told() -> None:
    engine = FixedEngine(LOOPING)
    samples = clip("s02.flac")
    found = recognizer_with(engine).decode_phrase(samples, speech_probabilities(samples), ENGLISH, once=True)
    assert (found.text, found.is_doubtful) == ("", True)
    assert not engine.careful


def test_what_the_library_found_to_be_nothing_is_no_segment() -> None:
    told: list[float] = []
    found = recognizer_with(FixedEngine()).transcribe(proof_clip(), ENGLISH, told.append)
    assert len(found.segments) == len(told) == 1


@pytest.mark.parametrize("device", ["cpu", "cuda", "mps", "xpu"])
@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"), OutOfMemory),
        (RuntimeError("MPS backend out of memory (MPS allocated: 5.00 GB)"), OutOfMemory),
        (RuntimeError("[enforce fail] . DefaultCPUAllocator: can't allocate memory"), OutOfMemory),
        (MemoryError(), OutOfMemory),
        (RuntimeError("Expected all tensors to be on the same device"), RecognitionFailed),
        (ValueError("Expected parameter logits to satisfy the constraint"), RecognitionFailed),
    ],
)
def test_what_pytorch_raises_becomes_a_problem(device: str, error: Exception, problem: type[Problem]) -> None:
    recognizer = recognizer_with(FixedEngine(error=error, device=device))
    samples = clip("s02.flac")
    for way in (recognizer.transcribe, lambda audio, options: phrase(recognizer, audio, options)):
        with pytest.raises(problem) as caught:
            way(samples, FAST)
        assert caught.value.__cause__ is error
        if problem is OutOfMemory:
            assert ("processor" if device == "cpu" else "graphics card") in str(caught.value)
