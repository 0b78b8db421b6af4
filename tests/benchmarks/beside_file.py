"""A file that is being transcribed while a benchmark dictates: held at each key-down, and going on after it.

The file is half an hour of the clips, joined. How long holding takes, and what the
file's processes computed all the same while a dictation went on, is kept.
"""

from __future__ import annotations

import tempfile
import threading
import time
import wave
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from app.adapters.file_engine import ApartFileEngine
from app.adapters.folders import Folders
from app.domain.audio import SAMPLE_RATE
from app.domain.decoding import decoding_options
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed
from app.domain.problems import TaskStopped
from app.domain.settings import SpeechSettings
from app.services.file_ports import FileEngine
from tests.benchmarks.latency_figures import Spread, spread
from tests.benchmarks.speech_set import Clip

BETWEEN_SECONDS: Final = 0.3
"""How long the file goes on between two dictations, so that the next key comes in the middle of computing."""

FILE_SECONDS: Final = 1800.0
"""More than is ever transcribed in the pauses of a run."""

BEGIN_SECONDS: Final = 60.0


@dataclass(slots=True)
class FileFigures:
    """Seconds that each `hold` took, processor seconds of the file's processes within each dictation, and how
    much of the file came to be transcribed between them."""

    holds: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)
    transcribed: float = 0.0

    @property
    def hold(self) -> Spread:
        """Of the holds."""
        return spread(self.holds)

    def words(self) -> str:
        """To be printed."""
        median, longest = 1000 * self.hold.median, 1000 * max(self.holds)
        return (
            f"a file in the queue: held within {median:.1f} ms (median), {longest:.1f} ms (longest)\n"
            f"  at {len(self.holds)} dictations; its processes computed {sum(self.computed):.2f} s then,\n"
            f"  and {self.transcribed:.0f} s of it were transcribed between them"
        )


class FileBeside:
    """The engine with its file. `dictating` goes round each dictation."""

    def __init__(self, engine: FileEngine, figures: FileFigures) -> None:
        self._engine = engine
        self._figures = figures
        self._begun = threading.Event()
        self._failure: BaseException | None = None
        self.over = threading.Event()
        """The file was stopped, or failed."""

    def begin(self, path: Path, settings: SpeechSettings) -> None:
        """Start, and wait until something of the file is transcribed. Raises what the engine raises."""
        task = FileTask(path, settings, decoding_options(settings))
        threading.Thread(target=self._run, args=(task,), name="file", daemon=True).start()
        if not self._begun.wait(BEGIN_SECONDS):
            raise TimeoutError("the file was not begun")
        if self._failure:
            raise self._failure

    @contextmanager
    def dictating(self) -> Iterator[None]:
        """The file stands still within this."""
        began = time.perf_counter()
        self._engine.hold()
        self._figures.holds.append(time.perf_counter() - began)
        before = _children_seconds()
        try:
            yield
        finally:
            self._figures.computed.append(_children_seconds() - before)
            self._engine.go_on()
            time.sleep(BETWEEN_SECONDS)  # nothing is waited for: the file has this time
            if self._failure:
                raise self._failure

    def _run(self, task: FileTask) -> None:
        try:
            self._engine.transcribe(task, self._hear)
        except TaskStopped:
            pass
        except BaseException as error:  # the benchmark is on another thread
            self._failure = error
            self._begun.set()
        finally:
            self.over.set()

    def _hear(self, news: TaskNews) -> None:
        match news:
            case TaskBegun():
                pass
            case TaskProgressed(seconds):
                self._figures.transcribed = seconds
                self._begun.set()


def _children_seconds() -> float:
    """Processor seconds of all processes that this one has begun."""
    total = 0.0
    for child in psutil.Process().children(recursive=True):
        try:
            times = child.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


@contextmanager
def file_beside(
    clips: Sequence[Clip], settings: SpeechSettings, figures: FileFigures
) -> Iterator[FileBeside]:
    """A file of the joined clips, being transcribed for as long as this lasts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.wav"
        _write(path, clips)
        engine = ApartFileEngine(Folders.at(Path(folder)))
        beside = FileBeside(engine, figures)
        try:
            beside.begin(path, settings)
            yield beside
        finally:
            engine.close()


def _write(path: Path, clips: Sequence[Clip]) -> None:
    """The clips of speech one behind the other, again and again, as 16-bit sound."""
    speech = [one for one in clips if one.kind == "speech"]
    wanted = int(FILE_SECONDS * SAMPLE_RATE)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        written = turn = 0
        while written < wanted:
            samples = speech[turn % len(speech)].samples()
            file.writeframes(np.clip(samples * 32767.0, -32768, 32767).astype("<i2").tobytes())
            written += len(samples)
            turn += 1
