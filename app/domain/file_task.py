"""One file's transcription as it is asked of the engine, and what the engine tells of it.

A task holds everything that the words depend on, so that equal tasks on equal sound have equal transcripts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.decoding import DecodingOptions
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice
from app.domain.settings import SpeechSettings


@dataclass(frozen=True, slots=True)
class FileTask:
    """What is wanted. `speech` says what computes, `decoding` how; `batch` is how many windows are decoded at
    once, 0 as many as suit the computer; `language_by_piece` asks each piece for its language anew."""

    path: Path
    speech: SpeechSettings
    decoding: DecodingOptions
    choice: SoundChoice = ANY_SOUND
    language_by_piece: bool = False
    batch: int = 0


@dataclass(frozen=True, slots=True)
class TaskBegun:
    """The file can be read. So many `seconds` of it were transcribed before, as `cues`: it goes on behind
    them."""

    facts: MediaFacts
    seconds: float = 0.0
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskProgressed:
    """So many seconds of the sound are transcribed for good; `cues` are those that came since the last word
    of it, in order. They may still be bettered by the result."""

    seconds: float
    cues: tuple[Cue, ...] = ()


TaskNews = TaskBegun | TaskProgressed


@dataclass(frozen=True, slots=True)
class TaskResult:
    """The transcript, and the fingerprint of the sound that it is of (see `app.services.file_ports`).

    `said` are sentences for the user on how it was computed, where that was not as wished.
    """

    transcript: FileTranscript
    fingerprint: str
    said: tuple[str, ...] = ()
