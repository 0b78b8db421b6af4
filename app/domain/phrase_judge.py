"""Judges the decode of one phrase: does it look like what was said, or is it to be decoded once more?

The problem: an encoder window that is cut short makes decoding two to four times faster, but now and then the
decoder then repeats itself, stops early or does not stop. Each of that shows in the
result, so each short decode is judged, and one that looks wrong is done again on the full window.

A verdict costs time, never words: what the second decode says is taken. The thresholds of compression and
log-probability are Whisper's own (openai/whisper, transcribe.py: 2.4 and -1.0). The rates are far outside
recorded speech: its fastest talkers stay below 26 characters a second of voice, its slowest above 4, Chinese
and Japanese included. Pure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.seams import is_spaceless

COMPRESSION_RATIO_THRESHOLD: Final = 2.4
LOG_PROBABILITY_THRESHOLD: Final = -1.0
MOST_CHARACTERS_PER_SECOND: Final = 30.0
FEWEST_CHARACTERS_PER_SECOND: Final = 3.0
LEAST_VOICE_SECONDS: Final = 1.0
"""With less voice than this a rate says nothing: one short word may be all there is."""

LONGEST_REPEATED: Final = 12
"""Words in the longest run that is looked for; loops of a whole sentence show in the compression ratio."""

MOST_TIMES: Final = 2
"""People say a thing twice on purpose; three times in a row is a loop of the decoder. One word alone may
come `MOST_TIMES_ONE_WORD` times ("no, no, no")."""
MOST_TIMES_ONE_WORD: Final = 4


class Fault(StrEnum):
    """Why a decode is not believed."""

    REPETITIVE = "it repeats itself"
    UNSURE = "the words are unlikely"
    TOO_MANY = "nobody speaks so fast"
    TOO_FEW = "there was more to be heard"
    CUT_OFF = "it reached its limit"


@dataclass(frozen=True, slots=True)
class Decoded:
    """What is known of one decode.

    `voiced` is how much speech is in the sound, in seconds; `reached_limit` says that it was stopped.
    """

    text: str
    average_log_probability: float
    compression_ratio: float
    voiced: float
    reached_limit: bool = False


def fault(decoded: Decoded) -> Fault | None:
    """The first thing that speaks against `decoded`, or None."""
    characters = len(decoded.text.strip())
    rate = characters / max(decoded.voiced, LEAST_VOICE_SECONDS)
    if decoded.reached_limit:
        return Fault.CUT_OFF
    if decoded.compression_ratio > COMPRESSION_RATIO_THRESHOLD or repeats_itself(decoded.text):
        return Fault.REPETITIVE
    if decoded.average_log_probability < LOG_PROBABILITY_THRESHOLD:
        return Fault.UNSURE
    if rate > MOST_CHARACTERS_PER_SECOND:
        return Fault.TOO_MANY
    if decoded.voiced >= LEAST_VOICE_SECONDS and rate < FEWEST_CHARACTERS_PER_SECOND:
        return Fault.TOO_FEW
    return None


def repeats_itself(text: str) -> bool:
    """Whether some run of words comes more often in a row than anybody would say it."""
    words = [part for word in text.split() for part in _parts(word)]
    return any(
        _times_in_a_row(words, length) > (MOST_TIMES_ONE_WORD if length == 1 else MOST_TIMES)
        for length in range(1, min(LONGEST_REPEATED, len(words) // 2) + 1)
    )


def _parts(word: str) -> list[str]:
    """`word` bare of case and punctuation; letter by letter in scripts that put no space between words."""
    bare = word.strip(".,!?;:…\"'“”‘’-–—").casefold()
    if any(map(is_spaceless, bare)):
        return [one for one in bare if not unicodedata.category(one).startswith("P")]
    return [bare]


def _times_in_a_row(words: Sequence[str], length: int) -> int:
    """How often in a row some run of `length` words comes, at most."""
    most = same = 0
    for index in range(length, len(words)):
        same = same + 1 if words[index] == words[index - length] else 0
        most = max(most, same)
    return 1 + most // length


def most_tokens(seconds: float) -> int:
    """How many tokens a phrase of so many seconds can have: the fastest talkers need about seven a second,
    Chinese and Japanese ten; the rest is for short ones."""
    return 16 + round(12 * seconds)
