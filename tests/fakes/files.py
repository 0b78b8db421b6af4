"""Files, engines and exporters whose answers are given beforehand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np

from app.domain.audio import Samples
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed, TaskResult
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice, SoundTrack
from app.domain.problems import AudioMissing, Problem, TaskStopped

RATE: Final = 16_000


def facts_of(seconds: float | None = 10.0, tracks: int = 1) -> MediaFacts:
    """What a file of so many tracks says of itself; the second is its default where there is one."""
    all_tracks = tuple(SoundTrack(place, "aac", 2, 48_000, is_default=place == 1) for place in range(tracks))
    return MediaFacts("mov,mp4", seconds, all_tracks)


def file_transcript(path: Path | str, text: str = "Hello.", seconds: float = 10.0) -> FileTranscript:
    """One cue of the whole length, or none where `text` is empty."""
    cues = (Cue(0.0, seconds, text),) if text else ()
    return FileTranscript(str(path), cues, "en", "base", seconds)


class FakeSound:
    """Silence of a given length; `loss` is told at its end."""

    def __init__(self, facts: MediaFacts, sound: str, loss: Problem | None = None) -> None:
        self.facts = facts
        self.is_closed = False
        self._sound = sound
        self._loss = loss
        self._left = round((facts.seconds or 0.0) * RATE)

    def read(self, samples: int) -> Samples:
        size = min(samples, self._left)
        self._left -= size
        return np.zeros(size, np.float32)

    @property
    def loss(self) -> Problem | None:
        assert self._left == 0
        return self._loss

    @property
    def fingerprint(self) -> str:
        assert self._left == 0
        return self._sound

    def close(self) -> None:
        self.is_closed = True


class FakeMediaFiles:
    """Real files, read as "SOUND" or "SOUND|wrapping": the same sound in another wrapping has other bytes.

    `lengths` are those of sounds, 10 s where nothing is said (None: the file does not know); `problems` are
    raised by `look` and `open` of files by name; `losses` end their streams.
    """

    def __init__(self) -> None:
        self.lengths: dict[str, float | None] = {}
        self.problems: dict[str, Problem] = {}
        self.losses: dict[str, Problem] = {}
        self.tracks = 1
        self.looked: list[str] = []
        self.hashed: list[str] = []
        self.streams: list[FakeSound] = []

    def look(self, path: Path) -> MediaFacts:
        self.looked.append(path.name)
        return self._facts(path)

    def open(self, path: Path, choice: SoundChoice = ANY_SOUND, start: float = 0.0) -> FakeSound:
        assert start == 0.0
        stream = FakeSound(self._facts(path), sound_of(path), self.losses.get(path.name))
        self.streams.append(stream)
        return stream

    def file_hash(self, path: Path, between: Callable[[], None] | None = None) -> str:
        if not path.is_file():
            raise AudioMissing(str(path))
        self.hashed.append(path.name)
        if between:
            between()
        return blake2b(path.read_bytes()).hexdigest()

    def _facts(self, path: Path) -> MediaFacts:
        if path.name in self.problems:
            raise self.problems[path.name]
        if not path.is_file():
            raise AudioMissing(str(path))
        return facts_of(self.lengths.get(sound_of(path), 10.0), self.tracks)


def sound_of(path: Path) -> str:
    """The sound in a file of `FakeMediaFiles`."""
    return path.read_text("utf-8").partition("|")[0]


Step = TaskNews | Problem | FileTranscript | Callable[[], object]


class ScriptedFileEngine:
    """Does each task by the steps that are given for the file's name: news are told, a Problem is raised, a
    callable is called, a transcript is the answer. Without steps it begins, gets half way, and answers with
    the sound as its text. Stopped, it raises TaskStopped at the next step."""

    def __init__(self) -> None:
        self.scripts: dict[str, Sequence[Step]] = {}
        self.tasks: list[FileTask] = []
        self.before: list[FileTranscript | None] = []
        """What each task went on behind."""
        self.said: list[str] = []
        """What was asked for beside tasks: "hold", "go on", "stop", "unload", "close"."""
        self.remarks: tuple[str, ...] = ()
        """What it has to say of how it computes."""
        self.told_to_stop = threading.Event()
        self._written: FileTranscript | None = None
        self._is_running = False
        self._is_stopped = False

    @property
    def names(self) -> list[str]:
        """The files that were transcribed, in order."""
        return [task.path.name for task in self.tasks]

    def transcribe(
        self, task: FileTask, hear: Callable[[TaskNews], None], before: FileTranscript | None = None
    ) -> TaskResult:
        self.tasks.append(task)
        self.before.append(before)
        self._written = before
        self._is_running, self._is_stopped = True, False
        try:
            if not task.path.is_file():
                raise AudioMissing(str(task.path))
            answer = file_transcript(task.path, sound_of(task.path))
            for step in self.scripts.get(task.path.name, USUAL):
                if isinstance(step, Problem):
                    raise step
                if isinstance(step, FileTranscript):
                    answer = step
                elif isinstance(step, TaskBegun):
                    hear(replace(step, seconds=before.seconds, cues=before.cues) if before else step)
                elif isinstance(step, TaskProgressed):
                    self._written = _with(self._written or file_transcript(task.path, ""), step)
                    hear(step)
                else:
                    step()
                if self._is_stopped:
                    raise TaskStopped()
            return TaskResult(answer, sound_of(task.path), self.remarks)
        finally:
            self._is_running = False

    def unfinished(self) -> FileTranscript | None:
        return self._written

    def hold(self) -> None:
        self.said.append("hold")

    def go_on(self) -> None:
        self.said.append("go on")

    def stop(self) -> None:
        self.said.append("stop")
        self._is_stopped = self._is_running
        self.told_to_stop.set()

    def unload(self) -> None:
        self.said.append("unload")

    def close(self) -> None:
        self.said.append("close")
        self._is_stopped = self._is_running


def _with(written: FileTranscript, news: TaskProgressed) -> FileTranscript:
    return replace(written, seconds=news.seconds, cues=(*written.cues, *news.cues))


USUAL: Final = (TaskBegun(facts_of()), TaskProgressed(5.0, (Cue(0.0, 5.0, "Half."),)))


class FakeExporter:
    """Writes the text and the format's name; `refuses` is raised for those formats."""

    def __init__(self) -> None:
        self.refuses: dict[ExportFormat, Problem] = {}

    def save(
        self, transcript: FileTranscript, path: Path, format: ExportFormat, settings: FileSettings
    ) -> None:
        if format in self.refuses:
            raise self.refuses[format]
        path.write_text(f"{format.value}: {transcript.text}", "utf-8")


class FakeFolderWatch:
    """`on_files` is what to tell of files in `folder`, and `on_lost` when that goes away; `refuses` is raised
    by `watch`, which was called `tries` times."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.on_files: Callable[[Sequence[Path]], None] = lambda _: None
        self.on_lost: Callable[[], None] = lambda: None
        self.refuses: Problem | None = None
        self.tries = 0

    def watch(
        self, folder: Path, on_files: Callable[[Sequence[Path]], None], on_lost: Callable[[], None]
    ) -> None:
        self.tries += 1
        if self.refuses:
            self.folder = None
            raise self.refuses
        self.folder, self.on_files, self.on_lost = folder, on_files, on_lost

    def close(self) -> None:
        self.folder = None
