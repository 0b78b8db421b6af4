"""Judges the decode of one phrase: does it look like what was said, or is it to be decoded once more?

The problem: an encoder window that is cut short makes decoding two to four times faster, but now and then the
decoder then repeats itself, stops early or does not stop. Each of that shows in the
result, so each short decode is judged, and one that looks wrong is done again on the full window.

A verdict costs time, never words: what the second decode says is taken. The thresholds of compression and
log-probability are Whisper's own (openai/whisper, transcribe.py: 2.4 and -1.0). The rates are outside
recorded speech: its fastest talkers stay below 26 characters a second of voice, most of its slowest above 9;
a sign of Chinese or Japanese counts as much as `SPACELESS_CHARACTERS` letters. Pure.
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
SPARSE_CHARACTERS_PER_SECOND: Final = 8.0
SURE_VOICE_SECONDS: Final = 2.0
"""From so much voice on, text below the sparse rate is more often a loss than a slow talker."""

SPACELESS_CHARACTERS: Final = 2.5
LEAST_VOICE_SECONDS: Final = 1.0
"""With less voice than this a rate says nothing: one short word may be all there is."""

PAUSE_SECONDS: Final = 0.12
"""A pause that ends a dictation; those between words are shorter (`app.domain.tail`)."""

UNFINISHED_LOG_PROBABILITY: Final = -0.45
"""In recorded speech, decodes that stopped early were at -0.5 and -0.6, those without a stop that had all
words mostly above -0.4."""

LONGEST_REPEATED: Final = 12
"""Words in the longest run that is looked for; loops of a whole sentence show in the compression ratio."""

ECHO_WORDS: Final = 5
ECHO_LETTERS: Final = 12
"""What is said twice on purpose is decoded twice alike, so asking again costs a moment alone."""

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
    UNFINISHED = "the sentence has no end, though the speaker has paused"


@dataclass(frozen=True, slots=True)
class Decoded:
    """What is known of one decode.

    `voiced` is how much speech is in the sound, `pause` the silence behind the last of it, in seconds;
    `reached_limit` says that it was stopped.
    """

    text: str
    average_log_probability: float
    compression_ratio: float
    voiced: float
    reached_limit: bool = False
    pause: float = 0.0


def fault(decoded: Decoded) -> Fault | None:
    """The first thing that speaks against `decoded`, or None."""
    rate = len(decoded.text.strip()) / max(decoded.voiced, LEAST_VOICE_SECONDS)
    if decoded.reached_limit:
        return Fault.CUT_OFF
    if decoded.compression_ratio > COMPRESSION_RATIO_THRESHOLD or has_loop(decoded.text):
        return Fault.REPETITIVE
    if decoded.average_log_probability < LOG_PROBABILITY_THRESHOLD:
        return Fault.UNSURE
    if rate > MOST_CHARACTERS_PER_SECOND:
        return Fault.TOO_MANY
    if _characters(decoded.text) < _fewest(decoded.voiced) * decoded.voiced:
        return Fault.TOO_FEW
    if decoded.pause >= PAUSE_SECONDS and is_unfinished(decoded.text, decoded.average_log_probability):
        return Fault.UNFINISHED
    return None


def is_unfinished(text: str, average_log_probability: float) -> bool:
    """Whether the decoder may have stopped early: Whisper ends what it has heard to the end with a stop, or
    is sure of it."""
    last = text.strip()[-1:]
    is_open = bool(last) and not unicodedata.category(last).startswith("P")
    return is_open and average_log_probability < UNFINISHED_LOG_PROBABILITY


def has_loop(text: str) -> bool:
    """Whether the decoder has gone in circles, be it for a few words or a sentence."""
    return repeats_itself(text) or has_echo(text)


def _characters(text: str) -> float:
    return sum(SPACELESS_CHARACTERS if is_spaceless(one) else 1.0 for one in text.strip())


def _fewest(voiced: float) -> float:
    """Characters a second that so much voice must have: a short word may be all there is of a second."""
    if voiced < LEAST_VOICE_SECONDS:
        return 0.0
    return FEWEST_CHARACTERS_PER_SECOND if voiced < SURE_VOICE_SECONDS else SPARSE_CHARACTERS_PER_SECOND


def has_echo(text: str) -> bool:
    """Whether some run of `ECHO_WORDS` words (`ECHO_LETTERS` where there are no spaces) comes twice: a
    sentence that the decoder wrote once more."""
    words = [part for word in text.split() for part in _parts(word)]
    length = ECHO_LETTERS if any(map(is_spaceless, text)) else ECHO_WORDS
    runs = [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]
    return len(set(runs)) < len(runs)


@dataclass(frozen=True, slots=True)
class Repetition:
    """A run of words, bare of case and punctuation, and how often it comes in a row."""

    run: tuple[str, ...]
    times: int


def repeats_itself(text: str) -> bool:
    """Whether some run of words comes more often in a row than anybody would say it."""
    return repetition(text) is not None


def repetition(text: str) -> Repetition | None:
    """The shortest run of words that comes more often in a row than anybody would say it; None without."""
    words = [part for word in text.split() for part in _parts(word)]
    for length in range(1, min(LONGEST_REPEATED, len(words) // 2) + 1):
        found = _most_in_a_row(words, length)
        if found.times > (MOST_TIMES_ONE_WORD if length == 1 else MOST_TIMES):
            return found
    return None


def _parts(word: str) -> list[str]:
    """`word` bare of case and punctuation; letter by letter in scripts that put no space between words."""
    bare = word.strip(".,!?;:…\"'“”‘’-–—").casefold()
    if any(map(is_spaceless, bare)):
        return [one for one in bare if not unicodedata.category(one).startswith("P")]
    return [bare]


def _most_in_a_row(words: Sequence[str], length: int) -> Repetition:
    """The run of `length` words that comes most often in a row; there are as many words."""
    most = same = 0
    last = length
    for index in range(length, len(words)):
        same = same + 1 if words[index] == words[index - length] else 0
        if same > most:
            most, last = same, index + 1
    times = 1 + most // length
    start = last - most - length
    return Repetition(tuple(words[start : start + length]), times)


# fmt: off
_MANY_TOKENS: Final = frozenset({
    "am", "as", "bn", "bo", "gu", "hi", "hy", "ka", "km", "kn", "lo", "ml", "mr", "my", "ne", "pa", "sa",
    "sd", "si", "ta", "te", "th", "ur", "yi",
})
# fmt: on
"""Languages whose letters Whisper's tokens know singly or by their bytes."""


def most_tokens(seconds: float, language: str = "") -> int:
    """How many tokens a phrase of so many seconds in `language` can have.

    The fastest talkers need about seven a second, Chinese and Japanese ten. Hindi takes 15, Georgian 35 and
    Burmese 40 at five syllables a second, as Whisper's tokenizer counts a sentence of each. The rest is for
    short phrases.
    """
    return 16 + round((45 if language in _MANY_TOKENS else 12) * seconds)
