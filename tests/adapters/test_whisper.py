from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.whisper import WhisperRecognizer, speech_probabilities
from app.adapters.whisper_loader import proof_clip
from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.problems import OutOfMemory, Problem, RecognitionFailed
from app.domain.speech_regions import speech_regions

DATA = Path(__file__).parents[1] / "data"
ROWS = [json.loads(line) for line in (DATA / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
NOISE = [row["file"] for row in ROWS if row["kind"] == "noise"]
ENGLISH = DecodingOptions(language="en")
FAST = replace(ENGLISH, beam_size=1)


def clip(name: str) -> Samples:
    return AudioFiles().read(DATA / name)


def words(text: str) -> list[str]:
    return [word.strip(".,!?").lower() for word in text.split()]


def reference(name: str) -> str:
    return str(next(row["reference"] for row in ROWS if row["file"] == name))


def test_speech_is_written_with_language_model_and_length(base: WhisperRecognizer) -> None:
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


def test_an_english_model_writes_english_whatever_is_asked(tiny: WhisperRecognizer) -> None:
    transcript = tiny.transcribe(clip("s02.flac"), DecodingOptions(language="de", beam_size=1))
    assert transcript.language == "en"
    assert set(words(transcript.text)) & set(words(reference("s02.flac")))


@pytest.mark.parametrize("name", NOISE)
def test_nothing_is_written_of_noise(tiny: WhisperRecognizer, name: str) -> None:
    assert tiny.transcribe(clip(name), replace(ENGLISH, hints=("Sayso", "Kubernetes"))).text == ""


@pytest.mark.parametrize("name", NOISE)
def test_nothing_is_written_of_noise_without_voice_detection(tiny: WhisperRecognizer, name: str) -> None:
    assert tiny.transcribe(clip(name), replace(ENGLISH, voice_detection=False)).text == ""


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), np.zeros(640, np.float32)])
def test_nothing_at_all_gives_an_empty_transcript(tiny: WhisperRecognizer, samples: Samples) -> None:
    transcript = tiny.transcribe(samples, FAST)
    assert (transcript.text, transcript.seconds) == ("", seconds(samples))


def test_times_are_those_of_the_recording(tiny: WhisperRecognizer) -> None:
    silence = np.zeros(4 * SAMPLE_RATE, np.float32)
    speech = proof_clip()
    recording = np.concatenate([silence, speech, silence, speech, silence])
    told: list[float] = []
    transcript = tiny.transcribe(recording, replace(FAST, word_times=True), told.append)
    spoken = [word for segment in transcript.segments for word in segment.words]
    starts = [word.start for word in spoken]
    assert starts == sorted(starts)
    first = [word for word in spoken if word.start < 7.5]
    second = [word for word in spoken if word.start > 10.0]
    assert len(first) >= 6
    assert len(second) >= 6
    assert len(first) + len(second) == len(spoken)
    assert 3.6 <= first[0].start <= 4.6
    assert all(0.0 <= word.probability <= 1.0 and word.start <= word.end <= 18.0 for word in spoken)
    assert told == [segment.end for segment in transcript.segments]


def test_without_being_asked_no_word_times_are_made(tiny: WhisperRecognizer) -> None:
    assert all(segment.words == () for segment in tiny.transcribe(proof_clip(), FAST).segments)


def test_regions_are_those_of_the_library(tiny: WhisperRecognizer) -> None:
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    samples = clip("long.flac")
    for silence in (100, 500):
        library = get_speech_timestamps(samples, VadOptions(min_silence_duration_ms=silence))
        ours = speech_regions(speech_probabilities(samples), len(samples), silence)
        assert [(one.start, one.end) for one in ours] == [(one["start"], one["end"]) for one in library]


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


def test_a_closed_recognizer_says_so(load_tiny: Callable[[], WhisperRecognizer]) -> None:
    recognizer = load_tiny()
    recognizer.close()
    recognizer.close()
    with pytest.raises(RecognitionFailed):
        recognizer.transcribe(proof_clip(), FAST)
