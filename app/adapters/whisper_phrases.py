"""One phrase by Whisper: one run of the encoder, one beam search, one judgement.

faster-whisper's own `transcribe` is made for recordings: it fills the window up to 30 seconds, writes time
marks, and looks once more at what the last mark left over. A phrase that ends where somebody falls silent
needs none of that, and has to be there at once.

Rules:
- The encoder gets the sound and a margin (`app.domain.encoder_window`), and no time marks are written.
- A result that looks wrong (`app.domain.phrase_judge`) is decoded again with care, and that counts: by
  faster-whisper's own way with the full window, time marks and a second temperature. It is slow, but goes on
  behind a mark at which the decoder stopped early, which happens with several sentences in one phrase.
- Asked for `once`, it says instead that the result is doubtful: speech may have gone on meanwhile.
- A phrase that is wanted with the times of its words is decoded that way at once.
- The number of tokens is limited by the seconds of sound: a call cannot be interrupted, so it must be short.
- A draft is for show: greedy, and empty where it looks wrong.
- The language is found on the encoder's output that the decoder then uses.

Built on what faster-whisper offers below `transcribe`: feature_extractor, encode, get_prompt,
generate_with_fallback, and on transcribe itself. Raises whatever the engine raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.encoder_window import Window
from app.domain.phrase_judge import Decoded, fault, most_tokens
from app.domain.speech_regions import SILENCE_THRESHOLD, SPEECH_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES
from app.domain.transcript import Segment, Word

FRAMES_PER_SECOND: Final = 100
MARKS: Final = 16
"""Tokens for the time marks of a phrase: two for each sentence."""

CAREFUL_TEMPERATURES: Final = 2
"""Each further one takes as long again while somebody waits."""

MAX_TOKENS: Final = 200
"""Less than the half of its context that Whisper's decoder has behind a prompt of full length."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A decoded phrase; `segment` None: no words. `language_probability` 1: it was given;
    `is_doubtful`: there was something, but it looks wrong."""

    segment: Segment | None
    language: str
    language_probability: float
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Sound:
    """A phrase's features (mels, frames), its length, how much of it is voice, and the pause behind that, in
    seconds."""

    features: Any
    length: float
    voiced: float
    pause: float


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
        careful: bool = False,
        once: bool = False,
    ) -> Phrase:
        """Decode `audio` (float32 mono 16 kHz, at most 28 s).

        `speech` is the probability of speech of each of its windows of 512 samples; `language` None finds it.
        `once`: what looks wrong is not decoded again with care, but doubtful.
        """
        if careful or options.word_times:
            return self._with_care(audio, language, options)
        sound = _Sound(self._engine.feature_extractor(audio), seconds(audio), *_voice(speech))
        quick = replace(options, temperatures=(0.0,), beam_size=1 if draft else options.beam_size)
        window = self._window.seconds(sound.length)
        phrase, is_wrong = self._attempt(sound, window, language, quick)
        if not is_wrong:
            return phrase
        if draft:
            return replace(phrase, segment=None)
        if once:
            return replace(phrase, segment=None, is_doubtful=True)
        return self._with_care(audio, language, options)

    def _with_care(self, audio: Samples, language: str | None, options: DecodingOptions) -> Phrase:
        """Decode on the full window, with time marks."""
        self.again += 1
        found, info = self._engine.transcribe(
            audio,
            language=language,
            beam_size=options.beam_size,
            best_of=options.best_of,
            temperature=list(options.temperatures[:CAREFUL_TEMPERATURES]),
            compression_ratio_threshold=options.compression_ratio_threshold,
            log_prob_threshold=options.log_probability_threshold,
            no_speech_threshold=options.no_speech_threshold,
            condition_on_previous_text=False,
            vad_filter=False,
            word_timestamps=options.word_times,
            max_new_tokens=min(MAX_TOKENS, most_tokens(seconds(audio)) + MARKS),
            hotwords=", ".join(options.hints) or None,
        )
        return Phrase(
            _as_one(list(found), seconds(audio)), str(info.language), float(info.language_probability)
        )

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
            (),
            float(log_probability),
            float(result.no_speech_prob),
            float(ratio),
            float(temperature),
        )
        decoded = Decoded(text, log_probability, ratio, sound.voiced, len(tokens) >= limit, sound.pause)
        return Phrase(segment if text else None, language, float(probability)), fault(decoded) is not None

    def _tokenizer(self, language: str) -> Any:  # noqa: ANN401
        from faster_whisper.tokenizer import Tokenizer

        multilingual = self._engine.model.is_multilingual
        return Tokenizer(self._engine.hf_tokenizer, multilingual, task="transcribe", language=language)


def _as_one(found: Sequence[Any], length: float) -> Segment | None:
    """faster-whisper's segments of one phrase as one, as sure as the least sure of them; None: no text."""
    text = "".join(str(one.text) for one in found).strip()
    if not text:
        return None
    return Segment(
        f" {text}",
        0.0,
        length,
        tuple(
            Word(str(word.word), float(word.start), float(word.end), float(word.probability))
            for one in found
            for word in one.words or ()
            if str(word.word).strip()
        ),
        min(float(one.avg_logprob) for one in found),
        max(float(one.no_speech_prob) for one in found),
        max(float(one.compression_ratio) for one in found),
        max(float(one.temperature) for one in found),
    )


def _voice(speech: Sequence[float]) -> tuple[float, float]:
    """How much of a phrase is voice, and how long it is silent at its end, in seconds."""
    voiced = sum(1 for one in speech if one >= SPEECH_THRESHOLD)
    silent = next((at for at, one in enumerate(reversed(speech)) if one >= SILENCE_THRESHOLD), len(speech))
    return voiced * WINDOW_SAMPLES / SAMPLE_RATE, silent * WINDOW_SAMPLES / SAMPLE_RATE


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
