"""One phrase by Whisper: one run of the encoder, one beam search, one judgement.

faster-whisper's own `transcribe` is made for recordings: it fills the window up to 30 seconds, writes time
marks, and looks once more at what the last mark left over. A phrase that ends where somebody falls silent
needs none of that, and has to be there at once.

Rules:
- The encoder gets the sound and a margin (`app.domain.encoder_window`). A result that looks wrong
  (`app.domain.phrase_judge`) is decoded again on the full window, with all temperatures, and that counts.
- No time marks are written: on short windows they cost accuracy beside time. They are needed above 28 seconds
  alone, and no phrase is that long.
- The number of tokens is limited by the seconds of sound: a call cannot be interrupted, so it must be short.
- A draft is for show: greedy, and empty where it looks wrong.
- The language is found on the encoder's output that the decoder then uses.

Built on what faster-whisper offers below `transcribe`: feature_extractor, encode, get_prompt,
generate_with_fallback, find_alignment. Raises whatever the engine raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.encoder_window import FULL_SECONDS, Window
from app.domain.phrase_judge import Decoded, fault, most_tokens
from app.domain.speech_regions import SPEECH_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES
from app.domain.transcript import Segment, Word

FRAMES_PER_SECOND: Final = 100
MAX_TOKENS: Final = 200
"""Less than the half of its context that Whisper's decoder has behind a prompt of full length."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A decoded phrase; `segment` None: no words. `language_probability` 1: it was given."""

    segment: Segment | None
    language: str
    language_probability: float


@dataclass(frozen=True, slots=True)
class _Sound:
    """A phrase's features (mels, frames), its length and how much of it is voice, in seconds."""

    features: Any
    length: float
    voiced: float


class PhraseDecoder:
    """Decodes phrases with a loaded engine.

    Args:
        engine: faster_whisper.WhisperModel, which has no types.
        window: what the encoder is given.
    """

    def __init__(self, engine: Any, window: Window) -> None:  # noqa: ANN401 - faster-whisper has no types
        self._engine = engine
        self._window = window
        self.again = 0
        """How many phrases were decoded twice."""

    def decode(
        self,
        audio: Samples,
        speech: Sequence[float],
        language: str | None,
        options: DecodingOptions,
        *,
        draft: bool = False,
    ) -> Phrase:
        """Decode `audio` (float32 mono 16 kHz, at most 28 s).

        `speech` is the probability of speech of each of its windows of 512 samples; `language` None finds it.
        """
        voiced = sum(1 for one in speech if one >= SPEECH_THRESHOLD) * WINDOW_SAMPLES / SAMPLE_RATE
        sound = _Sound(self._engine.feature_extractor(audio), seconds(audio), voiced)
        quick = replace(options, temperatures=(0.0,), beam_size=1 if draft else options.beam_size)
        window = self._window.seconds(sound.length)
        phrase, is_wrong = self._attempt(sound, window, language, quick)
        if not is_wrong:
            return phrase
        if draft:
            return replace(phrase, segment=None)
        self.again += 1
        return self._attempt(sound, FULL_SECONDS, language, options)[0]

    def _attempt(
        self, sound: _Sound, window: float, language: str | None, options: DecodingOptions
    ) -> tuple[Phrase, bool]:
        """One decode, and whether it looks wrong."""
        encoded = self._engine.encode(_fitted(sound.features, round(window * FRAMES_PER_SECOND)))
        probability = 1.0
        if language is None:
            token, probability = self._engine.model.detect_language(encoded)[0][0]
            language = str(token)[2:-2]
        tokenizer = self._tokenizer(language)
        limit = min(MAX_TOKENS, most_tokens(sound.length))
        prompt = self._engine.get_prompt(
            tokenizer, [], without_timestamps=True, hotwords=", ".join(options.hints) or None
        )
        # CTranslate2 stops at half of prompt and new tokens together, or at the new ones, whichever is more.
        room = min(max(limit, 2 * limit - len(prompt)), self._engine.max_length - len(prompt))
        result, log_probability, temperature, ratio = self._engine.generate_with_fallback(
            encoded, prompt, tokenizer, _generation(options, tokenizer, room)
        )
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        text = str(tokenizer.decode(tokens)).strip()
        segment = Segment(
            f" {text}",
            0.0,
            sound.length,
            self._words(encoded, tokenizer, tokens, sound.length) if options.word_times else (),
            float(log_probability),
            float(result.no_speech_prob),
            float(ratio),
            float(temperature),
        )
        decoded = Decoded(text, log_probability, ratio, sound.voiced, len(tokens) >= limit)
        return Phrase(segment if text else None, language, float(probability)), fault(decoded) is not None

    def _words(self, encoded: Any, tokenizer: Any, tokens: list[int], length: float) -> tuple[Word, ...]:  # noqa: ANN401
        frames = round(length * FRAMES_PER_SECOND)
        found = self._engine.find_alignment(tokenizer, [tokens], encoded, frames)
        return tuple(
            Word(str(one["word"]), float(one["start"]), float(one["end"]), float(one["probability"]))
            for one in (found[0] if found else ())
            if str(one["word"]).strip()
        )

    def _tokenizer(self, language: str) -> Any:  # noqa: ANN401
        from faster_whisper.tokenizer import Tokenizer

        multilingual = self._engine.model.is_multilingual
        return Tokenizer(self._engine.hf_tokenizer, multilingual, task="transcribe", language=language)


def _fitted(features: Any, frames: int) -> Any:  # noqa: ANN401
    """`features` (mels, frames), cut or filled with the silence of Whisper's own padding."""
    if features.shape[-1] >= frames:
        return features[..., :frames]
    return np.pad(features, ((0, 0), (0, frames - features.shape[-1])))


def _generation(options: DecodingOptions, tokenizer: Any, limit: int) -> Any:  # noqa: ANN401
    """`options` as faster-whisper's own value; every field must be named."""
    from faster_whisper.transcribe import TranscriptionOptions, get_suppressed_tokens

    return TranscriptionOptions(
        beam_size=options.beam_size,
        best_of=options.best_of,
        patience=1,
        length_penalty=1,
        repetition_penalty=1,
        no_repeat_ngram_size=0,
        log_prob_threshold=options.log_probability_threshold,
        no_speech_threshold=options.no_speech_threshold,
        compression_ratio_threshold=options.compression_ratio_threshold,
        condition_on_previous_text=False,
        prompt_reset_on_temperature=0.5,
        temperatures=list(options.temperatures),
        initial_prompt=None,
        prefix=None,
        suppress_blank=True,
        suppress_tokens=get_suppressed_tokens(tokenizer, [-1]),
        without_timestamps=True,
        max_initial_timestamp=1.0,
        word_timestamps=False,
        prepend_punctuations="",
        append_punctuations="",
        multilingual=False,
        max_new_tokens=limit,
        clip_timestamps=[0.0],
        hallucination_silence_threshold=None,
        hotwords=None,
    )
