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

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from app.adapters.phrase_result import (
    CAREFUL_TEMPERATURES,
    MARKS,
    MAX_TOKENS,
    Phrase,
    as_one,
    voice_and_pause,
)
from app.domain.audio import Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.encoder_window import Window
from app.domain.phrase_judge import Decoded, fault, most_tokens
from app.domain.transcript import Segment, Word

FRAMES_PER_SECOND: Final = 100


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
        sound = _Sound(self._engine.feature_extractor(audio), seconds(audio), *voice_and_pause(speech))
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
            max_new_tokens=min(MAX_TOKENS, most_tokens(seconds(audio), language or "") + MARKS),
            hotwords=", ".join(options.hints) or None,
        )
        return Phrase(
            as_one([segment_of(one) for one in found], seconds(audio)),
            str(info.language),
            float(info.language_probability),
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
        tokenizer = tokenizer_of(self._engine, language)
        limit = min(MAX_TOKENS, most_tokens(sound.length, language))
        prompt = self._engine.get_prompt(
            tokenizer, [], without_timestamps=True, hotwords=", ".join(options.hints) or None
        )
        # CTranslate2 stops at half of prompt and new tokens together, or at the new ones, whichever is less.
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


def tokenizer_of(engine: Any, language: str) -> Any:  # noqa: ANN401 - as above
    """What makes text of tokens, and a prompt in `language`, for a loaded faster_whisper.WhisperModel."""
    from faster_whisper.tokenizer import Tokenizer

    multilingual = engine.model.is_multilingual
    return Tokenizer(engine.hf_tokenizer, multilingual, task="transcribe", language=language)


def _as_it_is(start: float, end: float) -> tuple[float, float]:
    return float(start), float(end)


def segment_of(found: Any, span: Callable[[float, float], tuple[float, float]] = _as_it_is) -> Segment:  # noqa: ANN401 - as above
    """faster-whisper's segment as Sayso's; `span` says where a stretch of its sound was (both in seconds)."""
    words = tuple(
        Word(str(word.word), *span(word.start, word.end), float(word.probability))
        for word in found.words or ()
    )
    return Segment(
        str(found.text),
        *span(found.start, found.end),
        words,
        float(found.avg_logprob),
        float(found.no_speech_prob),
        float(found.compression_ratio),
        float(found.temperature or 0.0),
    )


def _fitted(features: Any, frames: int) -> Any:  # noqa: ANN401 - as above
    """`features` (mels, frames), cut or filled with the silence of Whisper's own padding."""
    if features.shape[-1] >= frames:
        return features[..., :frames]
    return np.pad(features, ((0, 0), (0, frames - features.shape[-1])))


def _generation(options: DecodingOptions, tokenizer: Any, limit: int) -> Any:  # noqa: ANN401 - as above
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
