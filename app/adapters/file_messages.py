"""What Sayso and the process that transcribes files say to each other, in framed messages
(`app.adapters.engine_messages`).

Each task has a number, and every answer names it: those of a task that was stopped are passed over. A task
may begin in the middle, where the process before it ended. Sound never crosses: the process reads the file
by itself. Failure mode: whatever is no such value raises ValueError.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.adapters.folders import Folders
from app.domain.file_task import FileTask
from app.domain.file_transcript import Cue, Doubt
from app.domain.media import Damage, MediaFacts


@dataclass(frozen=True, slots=True)
class Order:
    """A task; its first `begin` seconds are done already, and `language`, if not empty, was found there with
    this probability; `last` is the last cue there. `on_processor`: leave graphics cards alone, whatever the
    settings say."""

    id: int
    task: FileTask
    folders: Folders
    begin: float = 0.0
    language: str = ""
    language_probability: float = 1.0
    on_processor: bool = False
    last: Cue | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """The file can be read."""

    facts: MediaFacts


@dataclass(frozen=True, slots=True)
class Transcribed:
    """More pieces are done: everything up to second `end`, which lies in a silence or between two pieces.
    `languages` has one for each cue where each piece was asked for its own, otherwise none. `goes_on`: the
    sentence of the last cue before these goes on here, so that it has no full stop (`app.domain.cue_seams`).
    `is_short`: all of the recording is decoded with care, which only a run from its beginning does.
    """

    end: float
    cues: tuple[Cue, ...]
    doubts: tuple[Doubt, ...]
    languages: tuple[str, ...]
    language: str
    language_probability: float
    goes_on: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """All is done. `seconds` of sound were read; after `cut_short` of them its end is missing, and `damage`
    before."""

    model: str
    language: str
    language_probability: float
    seconds: float
    cut_short: float | None
    fingerprint: str
    said: tuple[str, ...] = ()
    """What the user should know of how it was computed."""
    damage: Damage | None = None
