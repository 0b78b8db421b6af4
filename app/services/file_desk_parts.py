"""What the file desk is made of: its threads, what they work with, and what the user has set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.decoding import decoding_options
from app.domain.file_queue import FileJob
from app.domain.file_settings import FileSettings
from app.domain.file_task import FileTask
from app.domain.file_transcript import Cue
from app.domain.media import SoundChoice
from app.domain.model_budget import settings_for
from app.domain.model_settings import ModelSettings
from app.domain.settings import SpeechSettings
from app.services.file_ports import Exporter, FileEngine, FolderWatch, MediaFiles
from app.services.file_run import MEGABYTE, FilePlaces, RunControl
from app.services.file_store import TranscriptStore
from app.services.ports import Inbox, SpareInbox


@dataclass(frozen=True, slots=True)
class FileThreads:
    """`desk` owns the queue and is never held up; `running` is held by one file, perhaps for hours; `looking`
    does what takes seconds beside it."""

    desk: SpareInbox
    running: Inbox
    looking: Inbox


@dataclass(frozen=True, slots=True)
class FileParts:
    """`identity` tells the weights that such settings load apart from others under the same name; it raises
    what locating them does, and is asked on the thread that runs."""

    media: MediaFiles
    engine: FileEngine
    store: TranscriptStore
    exporter: Exporter
    places: FilePlaces
    watch: FolderWatch
    identity: Callable[[SpeechSettings], str]


@dataclass(frozen=True, slots=True)
class FileWishes:
    """What the user has set, of all that files depend on."""

    files: FileSettings = field(default_factory=FileSettings)
    speech: SpeechSettings = field(default_factory=SpeechSettings)
    models: ModelSettings = field(default_factory=ModelSettings)

    @property
    def cache_bytes(self) -> int:
        """What the cache may take."""
        return self.files.cache_megabytes * MEGABYTE

    def task(self, job: FileJob) -> FileTask:
        """How that job is done."""
        speech = settings_for(self.files.model.strip() or self.speech.model, self.speech, self.models)
        return FileTask(
            path=Path(job.path),
            speech=speech,
            decoding=decoding_options(speech, word_times=self.files.word_times),
            choice=job.choice,
            # A language that is set is that of every piece.
            language_by_piece=self.files.language_by_piece and not speech.language,
            batch=self.files.batch,
        )


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of files: the paths of those that came into the queue, how many were transcribed before,
    and the paths of those that are still to be done anyway."""

    came: tuple[str, ...] = ()
    known: int = 0
    listed: tuple[str, ...] = ()


@dataclass(slots=True)
class Running:
    """The job that has the engine. `began` is when it was begun to be computed, in working time; `before` how
    many seconds of it were transcribed then."""

    job: int
    choice: SoundChoice
    control: RunControl
    began: float = 0.0
    before: float = 0.0
    cues: tuple[Cue, ...] = ()
