"""The ports of file transcription: what the services ask of files, engines and players.

As in `app.services.ports`: adapters fit by shape, and raise a `Problem` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from app.domain.audio import Samples
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import FileTask, TaskNews, TaskResult
from app.domain.file_transcript import FileTranscript
from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice
from app.domain.problems import Problem


class SoundStream(Protocol):
    """Sound that is being decoded, in a process of its own; belongs to one thread, `close` to any."""

    @property
    def facts(self) -> MediaFacts:
        """What the file says of itself."""

    def read(self, samples: int) -> Samples:
        """The next samples, float32 mono 16 kHz (n,), at most so many; fewer only at the end, none behind it.
        Raises AudioUnreadable where nothing at all could be decoded."""

    @property
    def loss(self) -> Problem | None:
        """AudioIncomplete once the end was read of a file that is damaged, None of one that is whole."""

    @property
    def fingerprint(self) -> str:
        """A hash of all decoded sound, once the end was read; the same for the same sound in whatever
        container, where its codec loses nothing."""

    def close(self) -> None:
        """Stop decoding. Never raises."""


class MediaFiles(Protocol):
    """Reads whatever speaks. A file may crash or hang the decoder, and nothing else."""

    def look(self, path: Path) -> MediaFacts:
        """What the file says of itself, and its length also where it does not say it, if that can be known in
        some seconds. Raises AudioMissing or AudioUnreadable."""

    def open(self, path: Path, choice: SoundChoice = ANY_SOUND, start: float = 0.0) -> SoundStream:
        """The sound from second `start` on. Raises AudioMissing or AudioUnreadable."""

    def file_hash(self, path: Path, between: Callable[[], None] | None = None) -> str:
        """A hash of the file's bytes. `between` is called every few of them, and stops it by raising.
        Raises AudioMissing or AudioUnreadable."""


class FileEngine(Protocol):
    """Transcribes files in a process of its own. One task at a time, on one thread; `hold`, `go_on` and
    `stop` may be called from any thread and return at once, `close` from any and within seconds."""

    def transcribe(
        self, task: FileTask, hear: Callable[[TaskNews], None], before: FileTranscript | None = None
    ) -> TaskResult:
        """Load what the task needs unless it is loaded, and transcribe all of it; of a task that was stopped,
        what is behind `before`, which the result begins with. `hear` is called on the calling thread.
        Raises TaskStopped, AudioMissing, AudioUnreadable, EngineDied, or what loading and decoding raise."""

    def unfinished(self) -> FileTranscript | None:
        """What is written of the task that runs or ran last, to its last piece: `seconds` is where that ends.
        None where nothing is, or where all is to be done in one go. To be asked on the thread that calls
        `transcribe`, from `hear` too."""

    def hold(self) -> None:
        """Compute nothing from now on until `go_on`: within some milliseconds."""

    def go_on(self) -> None:
        """Compute again."""

    def stop(self) -> None:
        """End the task that runs, if there is one."""

    def unload(self) -> None:
        """Give the model's memory back; the next task loads it anew."""

    def close(self) -> None:
        """End the process."""


class Exporter(Protocol):
    """Writes transcripts to files."""

    def save(
        self, transcript: FileTranscript, path: Path, format: ExportFormat, settings: FileSettings
    ) -> None:
        """Write it, whole or not at all. Raises FolderUnwritable, NameTooLong or DiskFull."""


class FolderWatch(Protocol):
    """Tells of files that come to be in a folder."""

    def watch(
        self, folder: Path, on_files: Callable[[Sequence[Path]], None], on_lost: Callable[[], None]
    ) -> None:
        """From now on, and no other folder. `on_files` gets those that are complete, on any thread; `on_lost`
        is called once, on any thread, when the folder has gone away. Watched again, it tells of what was put
        there in the meantime. Raises FolderUnwatchable where there is no such folder."""

    def close(self) -> None:
        """No folder any more."""


class Sounding(Protocol):
    """An open loudspeaker. `give` and `finish` belong to one thread, the rest to any; all return at once."""

    def give(self, samples: Samples) -> None:
        """What is to be heard next, float32 mono 16 kHz (n,)."""

    def finish(self) -> None:
        """Nothing more is to come."""

    @property
    def ahead(self) -> float:
        """Seconds of what was given that the device has not taken yet. When there are none it is silent, and
        goes on with what comes."""

    @property
    def heard(self) -> float:
        """Seconds of what was given that have been heard: not only taken by the device. Never falls."""

    @property
    def is_over(self) -> bool:
        """Whether all was heard, and nothing more is to come."""

    @property
    def problem(self) -> Problem | None:
        """SpeakerLost or SpeakerStalled, once the device takes nothing any more."""

    def hush(self) -> None:
        """Silence from now on; what the device holds may still be heard, for a tenth of a second."""

    def close(self) -> None:
        """Silence at once, and give the device back. Never raises."""


class Loudspeaker(Protocol):
    """Opens the loudspeaker that the system's default is at the moment."""

    def open(self) -> Sounding:
        """Open it. Blocks while the device gets ready. Raises NoSpeaker or SpeakerStalled."""


class Player(Protocol):
    """Plays sound. All methods may be called from any thread and return at once."""

    def play(self, path: Path, choice: SoundChoice, start: float) -> None:
        """Play from second `start` on, instead of what was playing."""

    def pause(self) -> None:
        """Stop playing."""

    def close(self) -> None:
        """Stop, and give the device back."""
