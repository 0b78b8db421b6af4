from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from app.adapters.spoken_parts import speech_probabilities, spoken_parts
from app.adapters.spoken_proof import proof_clip
from app.adapters.whisper import WhisperRecognizer
from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.problems import OutOfMemory, Problem, RecognitionFailed
from app.domain.speech_regions import Region, speech_regions
from tests.adapters.recognizer_contract import FAST, RecognizerContract, clip, reference, words


class TestFasterWhisper(RecognizerContract):
    @pytest.fixture
    def recognizer(self, tiny: WhisperRecognizer) -> WhisperRecognizer:
        return tiny

    @pytest.fixture
    def load(self, load_tiny: Callable[[], WhisperRecognizer]) -> Callable[[], WhisperRecognizer]:
        return load_tiny


def test_the_language_is_found(base: WhisperRecognizer) -> None:
    samples = clip("s02.flac")
    transcript = base.transcribe(samples, DecodingOptions())
    assert words(transcript.text) == words(reference("s02.flac"))
    assert (transcript.language, transcript.model) == ("en", "base")
    assert transcript.language_probability > 0.5
    assert transcript.seconds == seconds(samples)
    assert transcript.suppressed == ()


def test_the_language_that_is_set_is_written(base: WhisperRecognizer) -> None:
    transcript = base.transcribe(clip("german.flac"), DecodingOptions(language="de"))
    assert transcript.language == "de"
    assert len(set(words(transcript.text)) & set(words(reference("german.flac")))) >= 4


def test_a_language_the_model_does_not_know_is_detected_instead(base: WhisperRecognizer) -> None:
    assert base.transcribe(clip("s02.flac"), DecodingOptions(language="xx", beam_size=1)).language == "en"


def test_regions_are_those_of_the_library() -> None:
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    samples = clip("long.flac")
    for silence in (100, 500):
        library = get_speech_timestamps(samples, VadOptions(min_silence_duration_ms=silence))
        ours = speech_regions(speech_probabilities(samples), len(samples), silence)
        assert [(one.start, one.end) for one in ours] == [(one["start"], one["end"]) for one in library]


def test_pieces_end_in_silences_and_hold_all_that_is_spoken() -> None:
    samples = clip("long.flac")
    parts = spoken_parts(samples, replace(FAST, minimum_silence_ms=100))
    pieces = tuple(parts.pieces(20 * SAMPLE_RATE))
    assert 1 < len(pieces) < len(parts.regions)
    assert tuple(region for piece in pieces for region in piece) == parts.regions
    assert all(sum(region.samples for region in piece) <= 20 * SAMPLE_RATE for piece in pieces)
    assert tuple(parts.pieces(1)) == tuple((region,) for region in parts.regions)


def test_without_voice_detection_all_is_decoded_in_one_piece() -> None:
    samples = clip("long.flac")
    parts = spoken_parts(samples, replace(FAST, voice_detection=False))
    assert parts.regions == (Region(0, len(samples)),)
    assert tuple(parts.pieces(SAMPLE_RATE)) == (parts.regions,)


class BrokenEngine:
    """An engine that fails as CUDA does: at the first computation, or while segments are read."""

    model = None
    supported_languages: list[str] = ["en"]  # noqa: RUF012 - the library's attribute

    def __init__(self, error: Exception, *, late: bool = False) -> None:
        self.error = error
        self.late = late

    def transcribe(self, audio: Samples, **options: object) -> tuple[Iterable[Any], Any]:
        if not self.late:
            raise self.error
        return self.segments(), None

    def segments(self) -> Iterable[Any]:
        raise self.error
        yield


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (RuntimeError("CUDA failed with error out of memory"), OutOfMemory),
        (RuntimeError("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED"), RecognitionFailed),
        (MemoryError("std::bad_alloc"), OutOfMemory),
        (ValueError("Invalid input"), RecognitionFailed),
    ],
)
def test_what_the_engine_raises_becomes_a_problem(
    error: Exception, problem: type[Problem], late: bool
) -> None:
    facts = EngineFacts("base", "cuda", "float16", True, 0.1)
    broken = WhisperRecognizer(BrokenEngine(error, late=late), facts)
    with pytest.raises(problem):
        broken.transcribe(proof_clip(), FAST)
