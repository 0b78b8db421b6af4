"""Tells text that was spoken from text that Whisper made up in silence and noise.

One signal alone deletes real words: a mumbled word has a low probability, a quiet one is missed by the
detector, and people do say "thank you". So a segment is taken for invented only when two signals of
different kinds agree. It is not lost: the transcript keeps it as suppressed, to be brought back.

Alignment squeezes the last word of a recording: a "Thanks!" that took 0.3 s was given 0.14 s. So how fast a
segment was spoken is told by its own time or by the speech at it and close around it, whichever is longer.

The thresholds are Whisper's own where it has one (openai/whisper, transcribe.py: no-speech 0.6,
log-probability -1.0, compression ratio 2.4). The others are round numbers well outside what recorded speech
shows: the fastest talkers stay below 26 characters a second; a segment of speech holds more than a fifth of
voiced windows, a recording of it more than a tenth, and somewhere in it, even on the telephone and with a
cold, the detector is surer than 0.7. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from app.domain.invented_phrases import BEGINNINGS, WHOLE, plain
from app.domain.speech_regions import voiced_seconds, windows_between
from app.domain.tail import WINDOW_SECONDS
from app.domain.transcript import Segment

LEAST_SHARE_OF_SEGMENT: Final = 0.1
LEAST_SHARE_OF_RECORDING: Final = 0.05
LEAST_PEAK: Final = 0.7
NO_SPEECH_THRESHOLD: Final = 0.6
LOG_PROBABILITY_THRESHOLD: Final = -1.0
COMPRESSION_RATIO_THRESHOLD: Final = 2.4
MOST_CHARACTERS_PER_SECOND: Final = 30.0
ALIGNMENT_SLACK_SECONDS: Final = 0.5
"""So far a segment's times may be off at either end, where no neighbour stands."""
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
    segment: Segment,
    probabilities: Sequence[float],
    hints: Sequence[str] = (),
    neighbours: Sequence[Segment] = (),
) -> frozenset[Signal]:
    """What speaks against `segment`.

    Args:
        segment: with times in the recording.
        probabilities: the detector's, one for each 32 ms of the recording.
        hints: the words that were given to the model, which it may give back.
        neighbours: the segments before and after it.
    """
    repeats = any(plain(one.text) == plain(segment.text) for one in neighbours)
    found = {
        Signal.LITTLE_SPEECH: _is_hardly_speech(segment, probabilities),
        Signal.NO_SPEECH: segment.no_speech_probability > NO_SPEECH_THRESHOLD,
        Signal.UNSURE: segment.average_log_probability < LOG_PROBABILITY_THRESHOLD,
        Signal.REPETITIVE: repeats or segment.compression_ratio > COMPRESSION_RATIO_THRESHOLD,
        Signal.TOO_FAST: _is_too_fast(segment, _voiced_seconds_at(segment, probabilities, neighbours)),
        Signal.KNOWN_PHRASE: _is_known(segment.text, hints),
    }
    return frozenset(signal for signal, speaks in found.items() if speaks)


def sift(
    segments: Sequence[Segment], probabilities: Sequence[float], hints: Sequence[str] = ()
) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The segments that were spoken, and those taken for invented; each in their order."""
    spoken: list[Segment] = []
    invented: list[Segment] = []
    for index, segment in enumerate(segments):
        neighbours = (*segments[max(0, index - 1) : index], *segments[index + 1 : index + 2])
        against = signals(segment, probabilities, hints, neighbours)
        (invented if len(against) >= SIGNALS_NEEDED else spoken).append(segment)
    return tuple(spoken), tuple(invented)


def _is_hardly_speech(segment: Segment, probabilities: Sequence[float]) -> bool:
    windows = windows_between(probabilities, segment.start, segment.end)
    return (
        max(windows, default=0.0) < LEAST_PEAK
        or _voiced_share(windows) < LEAST_SHARE_OF_SEGMENT
        or _voiced_share(probabilities) < LEAST_SHARE_OF_RECORDING
    )


def _voiced_share(windows: Sequence[float]) -> float:
    """The share, 0..1, of the windows in which the detector heard speech."""
    return voiced_seconds(windows) / (len(windows) * WINDOW_SECONDS) if windows else 0.0


def _voiced_seconds_at(
    segment: Segment, probabilities: Sequence[float], neighbours: Sequence[Segment]
) -> float:
    """The speech heard from shortly before a segment until shortly after it, without its neighbours' time."""
    start = segment.start - ALIGNMENT_SLACK_SECONDS
    end = segment.end + ALIGNMENT_SLACK_SECONDS
    start = max([0.0, start, *(one.end for one in neighbours if one.end <= segment.start)])
    end = min([end, *(one.start for one in neighbours if one.start >= segment.end)])
    return voiced_seconds(windows_between(probabilities, start, end))


def _is_too_fast(segment: Segment, voiced_seconds: float) -> bool:
    characters = len(segment.text.strip())
    return characters > MOST_CHARACTERS_PER_SECOND * max(segment.end - segment.start, voiced_seconds)


def _is_known(text: str, hints: Sequence[str]) -> bool:
    words = plain(text)
    return (
        not words
        or words in WHOLE
        or words.startswith(BEGINNINGS)
        or (bool(hints) and f" {words} " in f" {plain(' '.join(hints))} ")
    )
