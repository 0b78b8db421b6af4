"""What is told of files: the queue, finished transcripts, playing and cleaning them up."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.file_queue import FileQueue
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class FilesChanged:
    """The queue as it is now; at most ten times a second while a file is being transcribed."""

    queue: FileQueue


@dataclass(frozen=True, slots=True)
class FilesAdded:
    """Of what was handed in, something gave no row: beside the `added` ones, `known` files of folders were
    transcribed before as they are now; `listed` are the paths of those that wait already, `empty` those of
    folders in which nothing speaks."""

    added: int = 0
    known: int = 0
    listed: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileCuesHeard:
    """More of a running job's text, for whoever has it open; `first` cues of it are before these."""

    job: int
    cues: tuple[Cue, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class FileTranscriptFound:
    """The transcript of a job, as asked for; as it was last edited."""

    job: int
    transcript: FileTranscript


@dataclass(frozen=True, slots=True)
class FileTranscriptSaved:
    """What was edited is kept, or the files that were asked for are written; `problem` says why not."""

    job: int
    problem: Problem | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CacheMeasured:
    """What the kept transcripts take, in bytes, and how many there are."""

    bytes: int
    transcripts: int


@dataclass(frozen=True, slots=True)
class PlayingMoved:
    """Sound is heard; `seconds` is the place in the file. About 20 a second."""

    seconds: float


@dataclass(frozen=True, slots=True)
class PlayingEnded:
    """It was paused, came to its end, or failed."""

    seconds: float
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class CueCleaned:
    """The language model's `texts` for the cues of a transcript from number `first` on.

    `kept` False: the guard held them back, for the reason in `sentence`, and the texts are as they were.
    """

    job: int
    first: int
    texts: tuple[str, ...]
    kept: bool = True
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class CleaningEnded:
    """The language model is through with a transcript, was stopped, or failed."""

    job: int
    problem: Problem | None = None
