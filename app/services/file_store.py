"""The port of what is kept of files: the queue, transcripts as they were last edited, and the cache."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.domain.file_origin import Origin, Stamp
from app.domain.file_queue import FileJob
from app.domain.file_transcript import FileTranscript
from app.domain.kept_files import KeptQueue


class TranscriptCache(Protocol):
    """Transcripts of sound, found again by what they are of (see `app.domain.cache_key`). Any thread.
    All raise StorageProblem."""

    def of_file(self, file_key: str) -> FileTranscript | None:
        """That of a file with these bytes."""

    def of_sound(self, sound_key: str, file_key: str) -> FileTranscript | None:
        """That of this sound, which `of_file` finds by `file_key` as well from now on."""

    def may_know(self, wish_key: str, seconds: float | None) -> bool:
        """Whether there is any that is wanted in the same way and of about the same length; of any length
        where `seconds` is None."""

    def keep(
        self, transcript: FileTranscript, *, file_key: str, sound_key: str, wish_key: str, limit: int
    ) -> None:
        """Keep it; those that were used longest ago go, so that all take at most `limit` bytes."""


class Exports(Protocol):
    """Which files were written by Sayso, and of what. Any thread. All raise StorageProblem."""

    def origin(self, path: Path, stamp: Stamp) -> Origin | None:
        """Of what `path` was written; None where it was not, or somebody has changed it since."""

    def wrote(self, path: Path, stamp: Stamp, origin: Origin) -> None:
        """It was, and is as `stamp` says."""


class TranscriptStore(TranscriptCache, Exports, Protocol):
    """All of it. Any thread. All raise StorageProblem; TranscriptsDamaged once, after which the same call
    made again works."""

    def load(self) -> KeptQueue:
        """The queue. What cannot be read of it is left out."""

    def save(
        self, changed: Sequence[tuple[int, FileJob]], removed: Sequence[int], *, is_paused: bool
    ) -> None:
        """These jobs, each with its place, are so from now on; those removed are gone, with what was kept of
        them. All or nothing, and on the disk when it returns."""

    def transcript(self, job: int) -> FileTranscript | None:
        """That of a job; None where there is none, or none that can be read."""

    def save_transcript(self, job: int, transcript: FileTranscript, *, is_new: bool = False) -> None:
        """It is that of the job from now on. `is_new`: it was transcribed to its end, and nothing of it is
        unfinished any more; otherwise it is the one that was, as it was edited."""

    def unfinished(self, job: int, key: str) -> FileTranscript | None:
        """What was transcribed of a job before it was stopped, wanted as `key` says; None where there is
        none, or none that can be read."""

    def save_unfinished(self, job: int, key: str, transcript: FileTranscript) -> None:
        """So much is, until there is a new transcript of the job, or the job is gone: nothing is kept of one
        that is not in the queue."""

    def cache_size(self) -> tuple[int, int]:
        """Bytes that the cache takes, and how many transcripts are in it."""

    def trim_cache(self, limit: int) -> None:
        """Let those that were used longest ago go, until all take at most `limit` bytes."""

    def close(self) -> None:
        """Nothing is called afterwards. Never raises."""
