"""What a file holds that speaks: its tracks, and which sound of it is wanted.

Times are seconds, rates hertz. A container is known by FFmpeg's own name for its format. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """One sound track.

    `place` counts the sound tracks of the file from 0; `language` is the file's own code and `title` its own
    name for it, both empty where it says nothing; `seconds` is None where it is not known.
    """

    place: int
    codec: str
    channels: int
    rate: int
    seconds: float | None = None
    language: str = ""
    title: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a file says of itself, before anything is decoded. There is at least one track."""

    container: str
    seconds: float | None
    tracks: tuple[SoundTrack, ...]
    has_picture: bool = False


@dataclass(frozen=True, slots=True)
class Damage:
    """Sound is missing in the middle of a file, and there is more behind it.

    `at` is where it begins, the first of so many `places`; `seconds` is how much is missing in all of them,
    0.0 where that is not known.
    """

    at: float
    seconds: float = 0.0
    places: int = 1


class Channels(StrEnum):
    """Which channels of a track are heard."""

    MIXED = "mixed"
    """All of them, averaged."""
    FIRST = "first"
    """The left one of two, as where each speaker has a channel."""
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class SoundChoice:
    """Which sound of a file is wanted; `track` None is the one that the file marks as its default, or the
    first."""

    track: int | None = None
    channels: Channels = Channels.MIXED


ANY_SOUND: Final = SoundChoice()
"""What is wanted where nobody has chosen."""


def length_of(facts: MediaFacts, choice: SoundChoice) -> float | None:
    """How long the chosen track is: of its own, where the file says that, or else the whole file."""
    if choice.track is None:
        wanted = next((track for track in facts.tracks if track.is_default), facts.tracks[0])
    else:
        wanted = next((track for track in facts.tracks if track.place == choice.track), facts.tracks[0])
    return facts.seconds if wanted.seconds is None else wanted.seconds
