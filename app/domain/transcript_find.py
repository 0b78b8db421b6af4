"""Find and replace in a transcript. Offsets are characters of a cue's text. Pure, never fails."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.cue_words import retexted
from app.domain.file_transcript import FileTranscript
from app.domain.transcript_edits import without_empty


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, as it is written: no character has a meaning of its own, but a space stands for any
    white space. Nothing is found where it is empty."""

    text: str
    whole_words: bool = False
    match_case: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where it was found: from `start` up to `end` in the text of a cue."""

    cue: int
    start: int
    end: int


def places(transcript: FileTranscript, search: Search) -> tuple[Place, ...]:
    """All places, in order; none of them overlaps another."""
    pattern = _pattern(search)
    if pattern is None:
        return ()
    return tuple(
        Place(number, *found.span())
        for number, cue in enumerate(transcript.cues)
        for found in pattern.finditer(cue.text)
    )


def replaced(transcript: FileTranscript, found: Collection[Place], by: str) -> FileTranscript:
    """With `by` in each of those places, which are of this transcript. Where a word is taken away, so is one
    of the spaces round it; a cue that has no text left goes."""
    texts: dict[int, str] = {}
    # From behind: an offset holds until something before it is changed.
    for place in sorted(found, reverse=True):
        text = texts.get(place.cue, transcript.cues[place.cue].text)
        before, after = text[: place.start], text[place.end :]
        if not by and (not before or before[-1].isspace()):
            after = after[1:] if after[:1].isspace() else after
        texts[place.cue] = before + by + after
    if not texts:
        return transcript
    cues = tuple(retexted(cue, texts.get(n, cue.text)) for n, cue in enumerate(transcript.cues))
    transcript = replace(transcript, cues=cues)
    return transcript if all(text.strip() for text in texts.values()) else without_empty(transcript)


def _pattern(search: Search) -> re.Pattern[str] | None:
    if not search.text.strip():
        return None
    core = r"\s+".join(re.escape(part) for part in search.text.split())
    if search.whole_words:
        core = rf"(?<!\w){core}(?!\w)"
    return re.compile(core, 0 if search.match_case else re.IGNORECASE)
