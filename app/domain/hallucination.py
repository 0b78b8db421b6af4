"""Tells text that was spoken from text that Whisper made up in silence and noise.

One signal alone deletes real words: a mumbled word has a low probability, a quiet one is missed by the
detector, and people do say "thank you". So a segment is taken for invented only when two signals of
different kinds agree. It is not lost: the transcript keeps it as suppressed, to be brought back.

The thresholds are Whisper's own where it has one (openai/whisper, transcribe.py: no-speech 0.6,
log-probability -1.0, compression ratio 2.4). The others are round numbers well outside what recorded speech
shows: the fastest talkers stay below 26 characters a second, and a segment of speech holds more than a fifth
of voiced windows. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from app.domain.invented_phrases import BEGINNINGS, WHOLE
from app.domain.speech_regions import speech_share
from app.domain.transcript import Segment

LEAST_SPEECH_SHARE: Final = 0.1
NO_SPEECH_THRESHOLD: Final = 0.6
LOG_PROBABILITY_THRESHOLD: Final = -1.0
COMPRESSION_RATIO_THRESHOLD: Final = 2.4
MOST_CHARACTERS_PER_SECOND: Final = 30.0
SIGNALS_NEEDED: Final = 2


class Signal(StrEnum):
    """What speaks against a segment."""

    LITTLE_SPEECH = "the detector heard hardly any speech"
    NO_SPEECH = "the model took it for silence"
    UNSURE = "the words are unlikely"
    REPETITIVE = "it repeats itself"
    TOO_FAST = "nobody speaks so fast"
    KNOWN_PHRASE = "models write this in silence"


def signals(
    segment: Segment, probabilities: Sequence[float], hints: Sequence[str] = ()
) -> frozenset[Signal]:
    """What speaks against `segment`.

    Args:
        segment: with times in the recording.
        probabilities: the detector's, one for each 32 ms of the recording.
        hints: the words that were given to the model, which it may give back.
    """
    found = {
        Signal.LITTLE_SPEECH: speech_share(probabilities, segment.start, segment.end) < LEAST_SPEECH_SHARE,
        Signal.NO_SPEECH: segment.no_speech_probability > NO_SPEECH_THRESHOLD,
        Signal.UNSURE: segment.average_log_probability < LOG_PROBABILITY_THRESHOLD,
        Signal.REPETITIVE: segment.compression_ratio > COMPRESSION_RATIO_THRESHOLD,
        Signal.TOO_FAST: _characters_per_second(segment) > MOST_CHARACTERS_PER_SECOND,
        Signal.KNOWN_PHRASE: _is_known(segment.text, hints),
    }
    return frozenset(signal for signal, speaks in found.items() if speaks)


def sift(
    segments: Sequence[Segment], probabilities: Sequence[float], hints: Sequence[str] = ()
) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The segments that were spoken, and those taken for invented; each in their order."""
    spoken: list[Segment] = []
    invented: list[Segment] = []
    for segment in segments:
        against = signals(segment, probabilities, hints)
        (invented if len(against) >= SIGNALS_NEEDED else spoken).append(segment)
    return tuple(spoken), tuple(invented)


def _characters_per_second(segment: Segment) -> float:
    duration = segment.end - segment.start
    characters = len(segment.text.strip())
    if duration <= 0:
        return float("inf") if characters else 0.0
    return characters / duration


def _is_known(text: str, hints: Sequence[str]) -> bool:
    plain = _plain(text)
    return (
        not plain
        or plain in WHOLE
        or plain.startswith(BEGINNINGS)
        or (bool(hints) and plain in _plain(" ".join(hints)))
    )


def _plain(text: str) -> str:
    """`text` in lower case, its punctuation turned into single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"[^\w']+", " ", folded).strip()
