"""Whisper by OpenAI's own program on PyTorch: the second engine, for hardware that CTranslate2 cannot use.

It takes several times as long as faster-whisper on the same processor, and writes the same. It is worth its
gigabytes where PyTorch reaches a graphics card that CTranslate2 does not: Apple's and Intel's.

Rules, beside those of `app.adapters.whisper`, which hold here, too:
- A recording is decoded in pieces of at most 30 seconds that end in a silence: the library tells of nothing
  before it has all, so between two of them is the only place where progress can be told, and where what
  `on_progress` raises can stop it. Speech without such a silence is one piece.
- Its encoder takes the full window of 30 seconds alone, so that a phrase costs as much as a piece.
- It gives numbers as PyTorch or numpy have them; what leaves here are Python's own.

Fails with OutOfMemory or RecognitionFailed, whatever the engine raises. One thread at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from app.adapters.engine_errors import UNLOADED, recognition_problem
from app.adapters.phrase_result import (
    CAREFUL_TEMPERATURES,
    MARKS,
    MAX_TOKENS,
    Phrase,
    as_one,
    voice_and_pause,
)
from app.adapters.spoken_parts import joined, spoken_parts
from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.hallucination import sift
from app.domain.models import EngineFacts
from app.domain.phrase_judge import Decoded, fault, most_tokens
from app.domain.problems import RecognitionFailed
from app.domain.speech_regions import Timeline
from app.domain.transcript import Segment, Transcript, Word

WINDOW_SECONDS: Final = 30
PIECE_SAMPLES: Final = WINDOW_SECONDS * SAMPLE_RATE

FAILURES: Final = (RuntimeError, ValueError, IndexError, TypeError, AssertionError, MemoryError)
"""What PyTorch raises: TypeError for a type that a card does not know, AssertionError for a card that it was
not built for."""


class Engine(Protocol):
    """What is used of OpenAI Whisper, which has no types, with a model loaded."""

    @property
    def device(self) -> str:
        """Where it is: "cpu", "cuda", "mps" or "xpu"."""

    @property
    def compute_type(self) -> str:
        """What the encoder has last computed in: "float16" or "float32"."""

    @property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that the model writes; "en" alone of a model for English."""

    def transcribe(self, audio: Samples, options: Mapping[str, object]) -> Sequence[Mapping[str, Any]]:
        """The segments that `whisper.transcribe` gives for `audio` (float32 mono 16 kHz) with its options."""

    def encode(self, audio: Samples) -> Any:  # noqa: ANN401 - PyTorch is not always there
        """What the encoder makes of the first 30 s of `audio`, filled up with silence: PyTorch's
        (1500, states)."""

    def detect_language(self, encoded: Any) -> tuple[str, float]:  # noqa: ANN401 - as above
        """The likeliest language of what `encode` gave, and its probability."""

    def decode(self, encoded: Any, options: Mapping[str, object]) -> Any:  # noqa: ANN401 - as above
        """`whisper.DecodingResult` of what `encode` gave, with the options of `whisper.DecodingOptions`."""

    def unload(self) -> None:
        """Give the memory back."""


class OpenAIWhisperRecognizer:
    """A loaded Whisper model.

    Args:
        engine: the model, loaded.
        facts: what is in use, as read back from it.
    """

    def __init__(self, engine: Engine, facts: EngineFacts) -> None:
        self._engine: Engine | None = engine
        self._facts = facts

    @property
    def facts(self) -> EngineFacts:
        """What is in use."""
        return self._facts

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """Decode a recording, as `app.adapters.whisper.WhisperRecognizer.transcribe` does.

        What `on_progress` raises stops it, behind a piece.
        Raises RecognitionFailed or OutOfMemory.
        """
        engine = self._loaded()
        try:
            return self._decode(engine, audio, options, on_progress)
        except FAILURES as error:
            raise recognition_problem(error, self._facts.device) from error

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        """Decode one phrase, as `app.adapters.whisper.WhisperRecognizer.decode_phrase` does.

        Raises RecognitionFailed or OutOfMemory.
        """
        engine = self._loaded()
        try:
            phrase = _phrase(engine, audio, speech, options, draft=draft, careful=careful, once=once)
        except FAILURES as error:
            raise recognition_problem(error, self._facts.device) from error
        return phrase.transcript(speech, options.hints, self._facts.model, seconds(audio))

    def close(self) -> None:
        """Give the memory back."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.unload()

    def _loaded(self) -> Engine:
        """The engine. Raises RecognitionFailed."""
        if self._engine is None:
            raise RecognitionFailed(UNLOADED)
        return self._engine

    def _decode(
        self,
        engine: Engine,
        audio: Samples,
        options: DecodingOptions,
        on_progress: Callable[[float], None] | None,
    ) -> Transcript:
        parts = spoken_parts(audio, options)
        if not parts.regions:
            language = _wished(engine, options)
            return Transcript((), language or "", 0.0, self._facts.model, seconds(audio))
        language, probability = _language(engine, joined(audio, parts.regions[:1]), options)
        arguments = _arguments(options, language)
        segments: list[Segment] = []
        for regions in parts.pieces(PIECE_SAMPLES):
            timeline = Timeline(regions)
            for one in engine.transcribe(joined(audio, regions), arguments):
                # What the library found to be nothing stays in its list without text.
                if one["text"]:
                    segments.append(_segment(one, timeline.span))
                    if on_progress is not None:
                        on_progress(segments[-1].end)
        spoken, invented = sift(segments, parts.probabilities, options.hints)
        return Transcript(spoken, language, probability, self._facts.model, seconds(audio), invented)


# --- phrases ---


def _phrase(
    engine: Engine,
    audio: Samples,
    speech: Sequence[float],
    options: DecodingOptions,
    *,
    draft: bool,
    careful: bool,
    once: bool,
) -> Phrase:
    """As `OpenAIWhisperRecognizer.decode_phrase`; raises what the engine raises."""
    if not len(audio):
        return Phrase(None, _wished(engine, options) or "", 0.0)
    if careful or options.word_times:
        return _with_care(engine, audio, options)
    encoded = engine.encode(audio)
    language, probability = _wished(engine, options), 1.0
    if language is None:
        language, probability = engine.detect_language(encoded)
    length = seconds(audio)
    voiced, pause = voice_and_pause(speech)
    limit = min(MAX_TOKENS, most_tokens(length, language))
    found = engine.decode(
        encoded,
        {
            "language": language,
            "temperature": 0.0,
            "beam_size": None if draft else _beams(options),
            "sample_len": limit,
            "without_timestamps": True,
            "prompt": _prompt(options),
        },
    )
    text, log_probability, ratio = (
        found.text.strip(),
        float(found.avg_logprob),
        float(found.compression_ratio),
    )
    decoded = Decoded(text, log_probability, ratio, voiced, len(found.tokens) >= limit, pause)
    if fault(decoded) is None:
        segment = Segment(f" {text}", 0.0, length, (), log_probability, float(found.no_speech_prob), ratio)
        return Phrase(segment if text else None, language, probability)
    if draft or once:
        return Phrase(None, language, probability, is_doubtful=once)
    return _with_care(engine, audio, replace(options, language=language))


def _with_care(engine: Engine, audio: Samples, options: DecodingOptions) -> Phrase:
    """Decode a phrase with time marks and a second temperature, going on where the decoder stopped early."""
    language, probability = _language(engine, audio, options)
    wanted = replace(options, temperatures=options.temperatures[:CAREFUL_TEMPERATURES])
    limit = min(MAX_TOKENS, most_tokens(seconds(audio), language) + MARKS)
    found = engine.transcribe(audio, {**_arguments(wanted, language), "sample_len": limit})
    return Phrase(as_one([_segment(one) for one in found], seconds(audio)), language, probability)


# --- between Sayso's values and the library's ---


def _wished(engine: Engine, options: DecodingOptions) -> str | None:
    """The language to decode as; None to detect it, also where the model does not know the wished one."""
    if engine.languages == {"en"}:
        return "en"
    return options.language if options.language in engine.languages else None


def _language(engine: Engine, audio: Samples, options: DecodingOptions) -> tuple[str, float]:
    """The language to decode `audio` as, and its probability: 1 where it was given."""
    wished = _wished(engine, options)
    return (wished, 1.0) if wished else engine.detect_language(engine.encode(audio))


def _beams(options: DecodingOptions) -> int | None:
    """One beam is greedy decoding, which the library does faster by itself."""
    return options.beam_size if options.beam_size > 1 else None


def _prompt(options: DecodingOptions) -> str | None:
    return ", ".join(options.hints) or None


def _arguments(options: DecodingOptions, language: str) -> dict[str, object]:
    """`options` by the names of `whisper.transcribe`."""
    return {
        "language": language,
        "beam_size": _beams(options),
        "best_of": options.best_of,
        "temperature": options.temperatures,
        "compression_ratio_threshold": options.compression_ratio_threshold,
        "logprob_threshold": options.log_probability_threshold,
        "no_speech_threshold": options.no_speech_threshold,
        "condition_on_previous_text": False,
        "word_timestamps": options.word_times,
        "initial_prompt": _prompt(options),
        # Else it would reach the first window alone.
        "carry_initial_prompt": True,
    }


def _as_it_is(start: float, end: float) -> tuple[float, float]:
    return start, end


def _segment(
    found: Mapping[str, Any], span: Callable[[float, float], tuple[float, float]] = _as_it_is
) -> Segment:
    """The library's segment as Sayso's; `span` says where a stretch of its sound was (both in seconds)."""
    words = tuple(
        Word(str(word["word"]), *span(float(word["start"]), float(word["end"])), float(word["probability"]))
        for word in found.get("words") or ()
    )
    return Segment(
        str(found["text"]),
        *span(float(found["start"]), float(found["end"])),
        words,
        float(found["avg_logprob"]),
        float(found["no_speech_prob"]),
        float(found["compression_ratio"]),
        float(found["temperature"]),
    )
