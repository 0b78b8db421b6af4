"""The words of a dictation with their times, as one line of text that the history keeps.

A list in JSON: the first number of a word is its start and the second its end, in milliseconds from the
recording's beginning. Words keep their own leading space, so that they spell the text together. Where only a
whole phrase has its times, its words share them by their length: a phrase is a few seconds long. What cannot
be read is no words: the recording is played without them then. Pure, never fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from app.domain.cue_words import retexted, spans
from app.domain.file_transcript import Cue
from app.domain.transcript import Segment, Transcript, Word

_WORD: Final = re.compile(r"\s*\S+")


def timing_of(transcript: Transcript) -> str:
    """The times of its words; empty without any."""
    found = [
        [word.text, round(word.start * 1000), round(word.end * 1000)]
        for segment in transcript.segments
        for word in _words_of(segment)
    ]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) if found else ""


def words_in(timing: str) -> tuple[Word, ...]:
    """The words of what `timing_of` wrote."""
    try:
        return tuple(
            Word(str(text), float(start) / 1000, float(end) / 1000, 1.0)
            for text, start, end in json.loads(timing)
        )
    except (ValueError, TypeError):
        return ()


def timed(timing: str, heard: str, text: str, seconds: float) -> Cue:
    """`text`, which was made of what was `heard`, as one cue: with words where their times are known."""
    # As a text keeps no space at its ends, the words spell it without.
    cue = Cue(0.0, seconds, heard.strip(), words_in(timing))
    if not spans(cue):
        return Cue(0.0, seconds, text.strip(), ())
    return retexted(cue, text)


def _words_of(segment: Segment) -> Iterator[Word]:
    if "".join(word.text for word in segment.words).strip() == segment.text.strip():
        yield from segment.words
        return
    length, whole = segment.end - segment.start, len(segment.text)
    for found in _WORD.finditer(segment.text.rstrip()):
        start, end = (segment.start + length * at / whole for at in found.span())
        yield Word(found.group(), start, end, 1.0)
