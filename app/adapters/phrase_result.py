"""What comes of decoding one phrase, the same for every engine: one segment at most, sifted.

The engines differ in how they decode. What a phrase's sound holds for the judge
(`app.domain.phrase_judge`), how many tokens it may have, and what its transcript looks like, is said here
once. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.hallucination import sift
from app.domain.speech_regions import SILENCE_THRESHOLD, voiced_seconds
from app.domain.tail import WINDOW_SECONDS
from app.domain.transcript import Segment, Transcript

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

    def transcript(
        self, speech: Sequence[float], hints: Sequence[str], model: str, seconds: float
    ) -> Transcript:
        """The same as a transcript of `seconds` of sound, an invention in `suppressed`.

        `speech` is the detector's probability of speech of each window of 512 samples, `hints` what the model
        was given and may give back.
        """
        segments = (self.segment,) if self.segment else ()
        spoken, invented = sift(segments, speech, hints)
        return Transcript(
            spoken, self.language, self.language_probability, model, seconds, invented, self.is_doubtful
        )


def as_one(found: Sequence[Segment], length: float) -> Segment | None:
    """The segments of one phrase of `length` seconds as one, as sure as the least sure of them; None: no
    text."""
    text = "".join(one.text for one in found).strip()
    if not text:
        return None
    return Segment(
        f" {text}",
        0.0,
        length,
        tuple(word for one in found for word in one.words if word.text.strip()),
        min(one.average_log_probability for one in found),
        max(one.no_speech_probability for one in found),
        max(one.compression_ratio for one in found),
        max(one.temperature for one in found),
    )


def voice_and_pause(speech: Sequence[float]) -> tuple[float, float]:
    """How much of a phrase is voice, and how long it is silent at its end, in seconds."""
    silent = next((at for at, one in enumerate(reversed(speech)) if one >= SILENCE_THRESHOLD), len(speech))
    return voiced_seconds(speech), silent * WINDOW_SECONDS
