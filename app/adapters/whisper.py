"""Whisper by faster-whisper: from sound to a transcript with times and confidences.

Rules:
- Silence is cut out here, before decoding, and times are put right again; where the detector hears nothing
  at all, nothing is decoded, so that hints and silence cannot come back as text.
- Each window is decoded without the text before it: given as a prompt it spreads repetitions.
- What two signals say is invented goes to `suppressed` (`app.domain.hallucination`).

Fails with OutOfMemory or RecognitionFailed, whatever the engine raises. One thread at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol

from app.adapters.engine_errors import UNLOADED, recognition_problem
from app.adapters.spoken_parts import joined, spoken_parts
from app.adapters.whisper_phrases import PhraseDecoder, segment_of
from app.domain.audio import Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.encoder_window import window_for
from app.domain.hallucination import sift
from app.domain.models import EngineFacts
from app.domain.problems import RecognitionFailed
from app.domain.speech_regions import Timeline
from app.domain.transcript import Segment, Transcript

FAILURES: Final = (RuntimeError, ValueError, IndexError, MemoryError)
"""What CTranslate2 and faster-whisper raise."""


class Engine(Protocol):
    """What is used of faster_whisper.WhisperModel, which has no types."""

    model: Any

    @property
    def supported_languages(self) -> list[str]: ...

    def transcribe(self, audio: Samples, **options: object) -> tuple[Iterable[Any], Any]: ...


class WhisperRecognizer:
    """A loaded Whisper model.

    Args:
        engine: the model, loaded.
        facts: what is in use, as read back from it.
    """

    def __init__(self, engine: Engine, facts: EngineFacts) -> None:
        self._engine: Engine | None = engine
        self._facts = facts
        self._phrases = PhraseDecoder(engine, window_for(facts.model))

    @property
    def facts(self) -> EngineFacts:
        """What is in use."""
        return self._facts

    @property
    def engine(self) -> Engine:
        """The model itself, for whoever decodes in batches. Raises RecognitionFailed when it is unloaded."""
        return self._loaded()

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """Decode `audio` (float32 mono 16 kHz). Inventions are already moved to `suppressed`.

        `on_progress` is told the seconds of audio decoded so far. Silence gives an empty transcript.
        Raises RecognitionFailed or OutOfMemory.
        """
        engine = self._loaded()
        language = self._language(engine, options)
        try:
            return self._decode(engine, audio, options, language, on_progress)
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
        """Decode one phrase (float32 mono 16 kHz, at most 28 s) as fast as can be, in one segment at most.

        `speech` is the detector's probability of speech of each of its windows of 512 samples. A `draft` is
        for show: greedy, and without words where it looks wrong; `careful` is slower and surer. What looks
        wrong is decoded again with care, which takes seconds; asked for `once`, it comes back without words
        as `is_doubtful`. An invention is already in `suppressed`.
        Raises RecognitionFailed or OutOfMemory.
        """
        language = self._language(self._loaded(), options)
        try:
            phrase = self._phrases.decode(
                audio, speech, language, options, draft=draft, careful=careful, once=once
            )
        except FAILURES as error:
            raise recognition_problem(error, self._facts.device) from error
        return phrase.transcript(speech, options.hints, self._facts.model, seconds(audio))

    def close(self) -> None:
        """Give the memory back."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.model.unload_model()

    def _loaded(self) -> Engine:
        """The engine. Raises RecognitionFailed."""
        if self._engine is None:
            raise RecognitionFailed(UNLOADED)
        return self._engine

    def _language(self, engine: Engine, options: DecodingOptions) -> str | None:
        """The language to decode as; None to detect it, also where the model does not know the wished one."""
        if not self._facts.multilingual:
            return "en"
        return options.language if options.language in engine.supported_languages else None

    def _decode(
        self,
        engine: Engine,
        audio: Samples,
        options: DecodingOptions,
        language: str | None,
        on_progress: Callable[[float], None] | None,
    ) -> Transcript:
        parts = spoken_parts(audio, options)
        if not parts.regions:
            return Transcript((), language or "", 0.0, self._facts.model, seconds(audio))
        found, info = engine.transcribe(joined(audio, parts.regions), **_arguments(options, language))
        timeline = Timeline(parts.regions)
        segments: list[Segment] = []
        for one in found:
            segments.append(segment_of(one, timeline.span))
            if on_progress is not None:
                on_progress(segments[-1].end)
        spoken, invented = sift(segments, parts.probabilities, options.hints)
        return Transcript(
            spoken,
            str(info.language),
            float(info.language_probability),
            self._facts.model,
            seconds(audio),
            invented,
        )


def _arguments(options: DecodingOptions, language: str | None) -> dict[str, object]:
    """`options` by faster-whisper's names."""
    return {
        "language": language,
        "beam_size": options.beam_size,
        "best_of": options.best_of,
        "temperature": list(options.temperatures),
        "compression_ratio_threshold": options.compression_ratio_threshold,
        "log_prob_threshold": options.log_probability_threshold,
        "no_speech_threshold": options.no_speech_threshold,
        "condition_on_previous_text": False,
        "word_timestamps": options.word_times,
        # Hot words go in front of every window; an initial prompt would only reach the first.
        "hotwords": ", ".join(options.hints) or None,
        "vad_filter": False,
    }
