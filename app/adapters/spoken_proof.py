"""The proof that a loaded speech model computes: one short bundled sentence, decoded in every way in use.

A device may load a model that it then cannot compute with, or computes nonsense with. The encoder, the
decoder at the beam that will be used, the alignment behind word times and the short window of a phrase can
each fail alone, so each has its turn. On the processor a window of any length is computed alike: there
CTranslate2's models are proved on the short one alone, encoder, decoder and alignment, as the full window
would be half of the loading (base on two old cores: 2.1 s of 3.8).
"""

from __future__ import annotations

import importlib.resources
import wave
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from app.adapters.batch_whisper import Written
from app.adapters.spoken_parts import speech_probabilities
from app.domain.audio import Samples, from_pcm16
from app.domain.decoding import DecodingOptions, beam_size_for
from app.domain.settings import SpeechSettings
from app.domain.transcript import Transcript

PROOF_CLIP: Final = "proof.wav"
PROOF_WORDS: Final = frozenset({"the", "quick", "brown", "fox", "over", "lazy", "dog"})
PROOF_WORDS_NEEDED: Final = 3
"""Small models mishear a synthetic voice here and there; a broken computation gives none of the words."""

OTHER_WORDS: Final = "the proof gave other words than were spoken"


class Proved(Protocol):
    """What is used of a recognizer."""

    def transcribe(self, audio: Samples, options: DecodingOptions) -> Transcript: ...

    def decode_phrase(
        self, audio: Samples, speech: Sequence[float], options: DecodingOptions
    ) -> Transcript: ...


class ProvedPieces(Protocol):
    """What is used of a model that decodes pieces (`app.adapters.batch_whisper`)."""

    def decode(self, pieces: Sequence[Samples], language: str) -> Sequence[Written]: ...


def proof_clip() -> Samples:
    """The bundled sentence "The quick brown fox jumps over the lazy dog", 3 s, synthetic voice."""
    with (
        importlib.resources.files("resources").joinpath(PROOF_CLIP).open("rb") as file,
        wave.open(file) as clip,
    ):
        return from_pcm16(clip.readframes(clip.getnframes()))


def is_understood(text: str) -> bool:
    """Whether these are words of the sentence."""
    heard = {word.strip(".,!?").lower() for word in text.split()}
    return len(heard & PROOF_WORDS) >= PROOF_WORDS_NEEDED


def prove(recognizer: Proved, settings: SpeechSettings) -> None:
    """Decode the sentence as `settings` would. Raises what the recognizer raises, and RuntimeError for other
    words than were spoken."""
    clip = proof_clip()
    options = proof_options(settings)
    _expect_words(recognizer.transcribe(clip, replace(options, word_times=True)))
    # The window of a phrase has shapes of its own, which are slow the first time. With word times it would be
    # the full one again.
    _expect_words(recognizer.decode_phrase(clip, speech_probabilities(clip), options))


def prove_short(pieces: ProvedPieces) -> None:
    """Decode the sentence on a window that fits it, with the times of its words, with what was made for
    `proof_options`. Raises as `prove` does, also for times that do not rise."""
    (written,) = pieces.decode([proof_clip()], "en")
    words = [word for segment in written.take.segments for word in segment.words]
    if not is_understood(" ".join(word.text for word in words)):
        raise RuntimeError(OTHER_WORDS)
    ends = [word.end for word in words]
    if ends != sorted(ends) or not ends[-1] > words[0].start:
        raise RuntimeError("the proof gave times that do not rise")


def proof_options(settings: SpeechSettings) -> DecodingOptions:
    """How the sentence is decoded."""
    return DecodingOptions(
        language="en",
        beam_size=beam_size_for(settings.model, settings.beam_size),
        temperatures=(0.0,),
        voice_detection=False,
    )


def _expect_words(proof: Transcript) -> None:
    if not is_understood(f"{proof.text} {proof.suppressed_text}"):
        raise RuntimeError(OTHER_WORDS)
