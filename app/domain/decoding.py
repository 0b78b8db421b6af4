"""How Whisper is asked to decode: the one value that every recognizer takes.

The defaults are those of OpenAI's reference implementation (whisper/transcribe.py: thresholds 2.4, -1.0
and 0.6, temperatures 0.0 to 1.0 in steps of 0.2, beam 5, best of 5), but for two that dictation needs
otherwise: earlier text is not given as a prompt, because it spreads repetitions, and silence of half a
second is cut out before decoding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.settings import SpeechSettings

DEFAULT_BEAM_SIZE: Final = 5
TINY_BEAM_SIZE: Final = 1
TEMPERATURES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def beam_size_for(model: str, wished: int) -> int:
    """The beam size to decode with: `wished`, or when that is 0 five, and one for the tiny models."""
    if wished > 0:
        return wished
    return TINY_BEAM_SIZE if model.startswith("tiny") else DEFAULT_BEAM_SIZE


@dataclass(frozen=True, slots=True)
class DecodingOptions:
    """Everything a decode depends on besides the audio and the model.

    `language` is a Whisper code such as "en", or None to detect it. `hints` are words the user expects,
    given to Whisper as a prompt. `minimum_silence_ms` is the shortest silence that is cut out before
    decoding; `voice_detection` False decodes the audio as it is.
    """

    language: str | None = None
    beam_size: int = DEFAULT_BEAM_SIZE
    best_of: int = 5
    temperatures: tuple[float, ...] = TEMPERATURES
    compression_ratio_threshold: float = 2.4
    log_probability_threshold: float = -1.0
    no_speech_threshold: float = 0.6
    voice_detection: bool = True
    minimum_silence_ms: int = 500
    word_times: bool = False
    hints: tuple[str, ...] = ()


def decoding_options(settings: SpeechSettings, *, word_times: bool = False) -> DecodingOptions:
    """How to decode with what the user has set."""
    return DecodingOptions(
        language=settings.language or None,
        beam_size=beam_size_for(settings.model, settings.beam_size),
        best_of=settings.best_of,
        compression_ratio_threshold=settings.compression_ratio_threshold,
        log_probability_threshold=settings.log_probability_threshold,
        voice_detection=settings.voice_detection,
        minimum_silence_ms=settings.minimum_silence_ms,
        word_times=word_times,
        hints=settings.hints,
    )
