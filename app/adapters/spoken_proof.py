"""The proof that a loaded speech model computes: one short bundled sentence, decoded in every way in use.

A device may load a model that it then cannot compute with, or computes nonsense with. The encoder, the
decoder at the beam that will be used, the alignment behind word times and the short window of a phrase can
each fail alone, so each has its turn. On the processor they are computed alike, and the short window alone
proves it: the full one would be half of the loading (base on two old cores: 2.1 s of 3.8).
"""

from __future__ import annotations

import importlib.resources
import wave
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from app.adapters.spoken_parts import speech_probabilities
from app.domain.audio import Samples, from_pcm16
from app.domain.compute import CPU
from app.domain.decoding import DecodingOptions, beam_size_for
from app.domain.settings import SpeechSettings
from app.domain.transcript import Transcript

PROOF_CLIP: Final = "proof.wav"
PROOF_WORDS: Final = frozenset({"the", "quick", "brown", "fox", "over", "lazy", "dog"})
PROOF_WORDS_NEEDED: Final = 3
"""Small models mishear a synthetic voice here and there; a broken computation gives none of the words."""


class Proved(Protocol):
    """What is used of a recognizer."""

    def transcribe(self, audio: Samples, options: DecodingOptions) -> Transcript: ...

    def decode_phrase(
        self, audio: Samples, speech: Sequence[float], options: DecodingOptions
    ) -> Transcript: ...


def proof_clip() -> Samples:
    """The bundled sentence "The quick brown fox jumps over the lazy dog", 3 s, synthetic voice."""
    with (
        importlib.resources.files("resources").joinpath(PROOF_CLIP).open("rb") as file,
        wave.open(file) as clip,
    ):
        return from_pcm16(clip.readframes(clip.getnframes()))


def is_understood(proof: Transcript) -> bool:
    """Whether these are words of the sentence."""
    heard = {word.strip(".,!?").lower() for word in (proof.text + " " + proof.suppressed_text).split()}
    return len(heard & PROOF_WORDS) >= PROOF_WORDS_NEEDED


def prove(recognizer: Proved, settings: SpeechSettings, device: str) -> None:
    """Decode the sentence as `settings` would, on a `device` as PyTorch calls it. Raises what the recognizer
    raises, and RuntimeError for other words than were spoken."""
    clip = proof_clip()
    options = DecodingOptions(
        language="en",
        beam_size=beam_size_for(settings.model, settings.beam_size),
        temperatures=(0.0,),
        voice_detection=False,
    )
    if device != CPU:
        _expect_words(recognizer.transcribe(clip, replace(options, word_times=True)))
    # The window of a phrase has shapes of its own, which are slow the first time. With word times it would be
    # the full one again.
    _expect_words(recognizer.decode_phrase(clip, speech_probabilities(clip), options))


def _expect_words(proof: Transcript) -> None:
    if not is_understood(proof):
        raise RuntimeError("the proof gave other words than were spoken")
