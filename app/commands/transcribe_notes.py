"""What `sayso transcribe` says of a transcript beside its text: that there is none, and which places are
doubtful. Pure."""

from __future__ import annotations

from typing import Final

from app.commands.transcribe_sources import Source
from app.domain.clock_times import short_clock
from app.domain.file_transcript import FileTranscript
from app.domain.media import Channels, MediaFacts, SoundTrack
from app.domain.problems import NoSpeechFound
from app.domain.text_layout import plain

MOST_PLACES: Final = 5
"""So many are listed; who wants all of them reads JSON, Markdown or the document."""


def no_speech(source: Source, transcript: FileTranscript, facts: MediaFacts | None) -> NoSpeechFound | None:
    """That nothing was found, and which other sound of the file may have it, as far as `facts` tell; None
    where there is text."""
    if any(cue.text.strip() for cue in transcript.cues):
        return None
    remedies: list[str] = []
    if facts is not None:
        if len(facts.tracks) > 1:
            remedies.append(f"choose one of its {len(facts.tracks)} sound tracks with --track N")
        if transcript.choice.channels is Channels.MIXED and _heard(facts, transcript).channels > 1:
            remedies.append("listen to one channel alone with --channels first or --channels second")
    remedy = ", or ".join(remedies)
    return NoSpeechFound(plain(source.name), f"{remedy[:1].upper()}{remedy[1:]}." if remedy else "")


def doubts_line(source: Source, transcript: FileTranscript) -> str:
    """Such as "talk.mp3: 2 doubtful places: 0:14–0:36, 0:36–0:51"; empty where there is none."""
    in_order = sorted(transcript.doubts, key=lambda one: one.start)
    places = list(dict.fromkeys(_span(one.start, one.end) for one in in_order))
    if not places:
        return ""
    count = f"{len(places)} doubtful places" if len(places) > 1 else "1 doubtful place"
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    return f"{plain(source.name)}: {count}: {', '.join(places[:MOST_PLACES])}{more}"


def _heard(facts: MediaFacts, transcript: FileTranscript) -> SoundTrack:
    """The track that the transcript is of."""
    place = transcript.choice.track
    chosen = (one for one in facts.tracks if (one.is_default if place is None else one.place == place))
    return next(chosen, facts.tracks[0])


def _span(start: float, end: float) -> str:
    first, last = short_clock(start), short_clock(end)
    return first if first == last else f"{first}–{last}"
