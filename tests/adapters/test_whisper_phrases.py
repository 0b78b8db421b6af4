"""Phrases decoded by real weights: words, languages, times, and what the judge does about a bad decode."""

# ruff: noqa: ANN401 - faster-whisper has no types

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.adapters import whisper_phrases
from app.adapters.model_store import LocalModels
from app.adapters.phrase_result import Phrase
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.spoken_proof import proof_clip
from app.adapters.whisper import WhisperRecognizer
from app.adapters.whisper_loader import CTranslateEngines
from app.adapters.whisper_phrases import PhraseDecoder
from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.compute import CPU, Way
from app.domain.decoding import DecodingOptions
from app.domain.encoder_window import FULL_SECONDS, Window, window_for
from app.domain.models import EngineFacts
from app.domain.phrase_judge import most_tokens
from app.domain.problems import OutOfMemory, Problem, RecognitionFailed
from tests.adapters.recognizer_contract import (
    ENGLISH,
    FAST,
    NOISE,
    clip,
    draft,
    phrase,
    reference,
    words,
)

TOO_SHORT = Window(1.0, -FULL_SECONDS)
"""One second, whatever the sound: what is said after it is not heard."""


class Observed:
    """A real engine that notes how it is used: the frames and the beams of each attempt. What is in `broken`
    (a method's name and an exception) fails instead."""

    def __init__(self, engine: Any, broken: dict[str, Exception] | None = None) -> None:
        self.engine = engine
        self.broken = broken or {}
        self.frames: list[int] = []
        self.beams: list[int] = []
        self.temperatures: list[list[float]] = []
        self.careful: list[dict[str, Any]] = []

    def __getattr__(self, name: str) -> Any:
        if error := self.broken.get(name):
            raise error
        return getattr(self.engine, name)

    def encode(self, features: Any) -> Any:
        self._fail("encode")
        self.frames.append(features.shape[-1])
        return self.engine.encode(features)

    def generate_with_fallback(self, encoded: Any, prompt: Any, tokenizer: Any, options: Any) -> Any:
        self._fail("generate_with_fallback")
        self.beams.append(options.beam_size)
        self.temperatures.append(options.temperatures)
        return self.engine.generate_with_fallback(encoded, prompt, tokenizer, options)

    def transcribe(self, audio: Samples, **options: Any) -> Any:
        self._fail("transcribe")
        self.careful.append(options)
        return self.engine.transcribe(audio, **options)

    def _fail(self, name: str) -> None:
        if error := self.broken.get(name):
            raise error


@pytest.fixture(scope="module")
def engine(local_models: LocalModels) -> Any:
    """tiny.en as faster-whisper has it."""
    return CTranslateEngines().load(local_models.locate("tiny.en"), Way(CPU, "int8"), 0, 1)


@pytest.fixture
def observed(engine: Any) -> Observed:
    return Observed(engine)


def decoded(
    engine: Any, window: Window, samples: Samples, options: DecodingOptions = FAST, *, draft: bool = False
) -> tuple[Phrase, PhraseDecoder]:
    decoder = PhraseDecoder(engine, window)
    speech = speech_probabilities(samples)
    return decoder.decode(samples, speech, "en", options, draft=draft), decoder


# --- words ---


@pytest.mark.parametrize("name", ["s02.flac", "s04.flac", "s10.flac", "medium.flac"])
def test_a_phrase_gives_its_words_in_one_segment(base: WhisperRecognizer, name: str) -> None:
    samples = clip(name)
    transcript = phrase(base, samples, ENGLISH)
    assert words(transcript.text) == words(reference(name))
    assert (transcript.language, transcript.language_probability) == ("en", 1.0)
    assert (transcript.model, transcript.seconds) == ("base", seconds(samples))
    assert transcript.suppressed == ()
    (segment,) = transcript.segments
    assert (segment.start, segment.end, segment.words) == (0.0, seconds(samples), ())
    assert segment.text.startswith(" ")
    assert segment.temperature == 0.0
    assert -0.5 < segment.average_log_probability < 0.0


def test_nearly_thirty_seconds_are_still_one_phrase(base: WhisperRecognizer) -> None:
    samples = clip("long.flac")[: 28 * SAMPLE_RATE]
    heard = words(phrase(base, samples, ENGLISH).text)
    wanted = words(reference("long.flac"))
    assert heard[:20] == wanted[:20]
    assert len(heard) >= 0.8 * len(wanted)


@pytest.mark.parametrize(
    "name", [one if one == "hum.flac" else pytest.param(one, marks=pytest.mark.slow) for one in NOISE]
)
def test_base_gives_nothing_either(base: WhisperRecognizer, name: str) -> None:
    assert phrase(base, clip(name)[: 2 * SAMPLE_RATE], ENGLISH).text == ""


def test_hints_spell_a_word_among_others(base: WhisperRecognizer) -> None:
    budget = clip("s10.flac")
    assert "budget" in phrase(base, budget, ENGLISH).text
    assert "Budjet" in phrase(base, budget, replace(ENGLISH, hints=("Kubernetes", "Budjet"))).text


# --- languages ---


def test_the_language_is_found(base: WhisperRecognizer) -> None:
    transcript = phrase(base, clip("s02.flac"), DecodingOptions())
    assert transcript.language == "en"
    assert 0.5 < transcript.language_probability < 1.0
    assert words(transcript.text) == words(reference("s02.flac"))


@pytest.mark.slow
def test_another_language_is_found_as_in_a_recording(base: WhisperRecognizer) -> None:
    """Whether Whisper takes the synthetic voice for German is its own affair; both ways hear the same."""
    german = clip("german.flac")
    options = DecodingOptions(beam_size=1, temperatures=(0.0,), voice_detection=False)
    whole = base.transcribe(german, options)
    found = phrase(base, german, options)
    assert found.language == whole.language != "en"
    assert found.language_probability == pytest.approx(whole.language_probability, abs=0.15)


def test_the_language_that_is_set_is_written(base: WhisperRecognizer) -> None:
    transcript = phrase(base, clip("german.flac"), DecodingOptions(language="de"))
    assert (transcript.language, transcript.language_probability) == ("de", 1.0)
    assert len(set(words(transcript.text)) & set(words(reference("german.flac")))) >= 4


def test_a_language_that_the_model_does_not_know_is_found_instead(base: WhisperRecognizer) -> None:
    transcript = phrase(base, clip("s02.flac"), DecodingOptions(language="xx", beam_size=1))
    assert transcript.language == "en"
    assert transcript.language_probability < 1.0


# --- the window and the second decode ---


@pytest.mark.parametrize(
    ("name", "window"), [("s02.flac", Window(12.0, 3.0)), ("medium.flac", Window(6.0, 2.0))]
)
def test_the_encoder_gets_the_window_and_no_more(observed: Observed, name: str, window: Window) -> None:
    samples = clip(name)
    found, decoder = decoded(observed, window, samples)
    assert found.segment is not None
    assert words(found.segment.text) == words(reference(name))
    assert observed.frames == [round(100 * window.seconds(seconds(samples)))]
    assert decoder.again == 0


def test_a_recognizer_uses_the_window_of_its_model(observed: Observed) -> None:
    facts = EngineFacts("tiny.en", "cpu", "int8", False, 0.1)
    samples = clip("s02.flac")
    assert phrase(WhisperRecognizer(observed, facts), samples, FAST).text
    assert observed.frames == [round(100 * window_for("tiny.en").seconds(seconds(samples)))]


def test_what_looks_wrong_is_decoded_again_with_care(observed: Observed) -> None:
    found, decoder = decoded(observed, TOO_SHORT, clip("medium.flac"), ENGLISH)
    assert found.segment is not None
    assert words(found.segment.text) == words(reference("medium.flac"))
    assert (observed.frames, observed.temperatures, observed.beams) == ([100], [[0.0]], [ENGLISH.beam_size])
    (options,) = observed.careful
    assert options["temperature"] == [0.0, 0.2]
    assert (options["beam_size"], options["condition_on_previous_text"]) == (ENGLISH.beam_size, False)
    # A loop ends where nobody could have said so much, not at the end of the decoder's context.
    assert options["max_new_tokens"] < 224
    assert decoder.again == 1


def test_a_draft_that_looks_wrong_is_empty_and_not_decoded_again(observed: Observed) -> None:
    found, decoder = decoded(observed, TOO_SHORT, clip("medium.flac"), ENGLISH, draft=True)
    assert found == Phrase(None, "en", 1.0)
    assert (observed.frames, observed.beams, decoder.again) == ([100], [1], 0)
    assert not observed.careful


def test_asked_for_once_what_looks_wrong_is_told_and_not_decoded_again(observed: Observed) -> None:
    samples = clip("medium.flac")
    decoder = PhraseDecoder(observed, TOO_SHORT)
    found = decoder.decode(samples, speech_probabilities(samples), "en", ENGLISH, once=True)
    assert found == Phrase(None, "en", 1.0, is_doubtful=True)
    assert (observed.frames, observed.careful, decoder.again) == ([100], [], 0)


def test_silence_of_whispers_own_padding_is_behind_the_sound(engine: Any) -> None:
    samples = clip("s02.flac")
    features = engine.feature_extractor(samples)
    frames = features.shape[-1]
    given: list[Any] = []

    class Keeping(Observed):
        def encode(self, features: Any) -> Any:
            given.append(features)
            return super().encode(features)

    decoded(Keeping(engine), Window(12.0, 3.0), samples)
    assert np.array_equal(given[0][:, :frames], features)
    assert not given[0][:, frames:].any()


def test_a_decode_that_reaches_its_limit_is_told_to_the_judge(
    observed: Observed, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[list[int]] = []

    class Noting(Observed):
        def generate_with_fallback(self, encoded: Any, prompt: Any, tokenizer: Any, options: Any) -> Any:
            found = super().generate_with_fallback(encoded, prompt, tokenizer, options)
            written.append(list(found[0].sequences_ids[0]))
            return found

    limit = 20
    limits = iter([limit])
    # No clip makes a model write on to the limit of the first decode, so the limit comes down to the text.
    monkeypatch.setattr(
        whisper_phrases, "most_tokens", lambda long, language: next(limits, most_tokens(long, language))
    )
    found, decoder = decoded(Noting(observed.engine), Window(15.0, 3.0), clip("medium.flac"))
    # All that may be written is written, and that it broke off is known: nothing is missing in the end.
    assert [len(one) for one in written] == [limit]
    assert decoder.again == 1
    assert found.segment is not None
    assert words(found.segment.text) == words(reference("medium.flac"))


def test_with_care_the_decoder_goes_on_behind_the_place_where_it_stopped(base: WhisperRecognizer) -> None:
    pause = np.zeros(SAMPLE_RATE // 2, np.float32)
    samples = np.concatenate([clip("s02.flac"), pause, clip("s04.flac")])
    speech = speech_probabilities(samples)
    found = base.decode_phrase(samples, speech, ENGLISH, careful=True)
    assert words(found.text) == [*words(reference("s02.flac")), *words(reference("s04.flac"))]
    assert len(found.segments) == 1


def test_hints_take_nothing_from_the_limit(observed: Observed) -> None:
    hints = tuple(f"Wort{number}" for number in range(60))
    found, _ = decoded(observed, Window(15.0, 3.0), clip("medium.flac"), replace(FAST, hints=hints))
    assert found.segment is not None
    assert words(found.segment.text)[-4:] == words(reference("medium.flac"))[-4:]


# --- problems ---


@pytest.mark.parametrize("where", ["feature_extractor", "encode", "get_prompt", "generate_with_fallback"])
@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (RuntimeError("CUDA failed with error out of memory"), OutOfMemory),
        (RuntimeError("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED"), RecognitionFailed),
        (MemoryError("std::bad_alloc"), OutOfMemory),
        (ValueError("Invalid input"), RecognitionFailed),
        (IndexError("list index out of range"), RecognitionFailed),
    ],
)
@pytest.mark.parametrize("is_draft", [False, True])
def test_what_the_engine_raises_becomes_a_problem(
    engine: Any, where: str, error: Exception, problem: type[Problem], is_draft: bool
) -> None:
    broken = Observed(engine, {where: error})
    recognizer = WhisperRecognizer(broken, EngineFacts("tiny.en", "cuda", "float16", False, 0.1))
    with pytest.raises(problem) as caught:
        (draft if is_draft else phrase)(recognizer, proof_clip(), FAST)
    assert caught.value.__cause__ is error


def test_after_a_failure_the_next_phrase_is_decoded(engine: Any) -> None:
    broken = Observed(engine, {"encode": RuntimeError("CUDA failed with error unknown")})
    recognizer = WhisperRecognizer(broken, EngineFacts("tiny.en", "cpu", "int8", False, 0.1))
    with pytest.raises(RecognitionFailed):
        phrase(recognizer, clip("s02.flac"), FAST)
    broken.broken.clear()
    assert words(phrase(recognizer, clip("s02.flac"), FAST).text) == words(reference("s02.flac"))
