"""The engine for files on real sound of a dozen sentences, as several modules test it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

import numpy as np
import psutil
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.file_engine import ApartFileEngine
from app.adapters.folders import Folders
from app.adapters.model_store import LocalModels
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.decoding import decoding_options
from app.domain.file_task import FileTask, TaskNews, TaskProgressed, TaskResult
from app.domain.problems import Problem
from app.domain.settings import SpeechSettings
from tests.benchmarks.files import write_flac

DATA = Path(__file__).parents[1] / "data"
PATIENCE: Final = 120.0
"""Seconds; on a computer that has much else to do everything here takes many times as long."""
SENTENCES: Final = 12
PAUSE_SECONDS: Final = 1.0

Make = Callable[[Samples], FileTask]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def engine(folder: Path) -> Iterator[ApartFileEngine]:
    """One for all tests: what they do to its process, it must survive."""
    engine = ApartFileEngine(Folders.at(folder))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def make(folder: Path, local_models: LocalModels) -> Make:
    """Makes tasks on sound."""
    settings = SpeechSettings(model=str(local_models.locate("tiny.en")), language="en", threads=1)
    decoding = replace(decoding_options(settings, word_times=True), beam_size=1)
    numbers = count()

    def make(sound: Samples) -> FileTask:
        path = folder / f"{next(numbers)}.flac"
        write_flac(path, iter([sound]))
        return FileTask(path, settings, decoding, batch=1)

    return make


@pytest.fixture(scope="module")
def sentences() -> list[Samples]:
    """Of one voice, each with a pause behind it."""
    pause = np.zeros(round(PAUSE_SECONDS * SAMPLE_RATE), np.float32)
    clips = [AudioFiles().read(DATA / f"s{number:02}.flac") for number in range(1, SENTENCES + 1)]
    return [np.concatenate((clip, pause)) for clip in clips]


@pytest.fixture(scope="module")
def task(make: Make, sentences: list[Samples]) -> FileTask:
    """All of them: with one thread and a batch of one, each of the few pieces is a group by itself."""
    return make(np.concatenate(sentences))


@pytest.fixture(scope="module")
def undisturbed(engine: ApartFileEngine, task: FileTask) -> tuple[TaskResult, list[TaskNews]]:
    """What comes of it when nothing comes between."""
    news: list[TaskNews] = []
    return engine.transcribe(task, news.append), news


def words_of(text: str) -> list[str]:
    """Its bare words: with what a detector heard before, a piece may begin a few milliseconds elsewhere, and
    a comma may come or go."""
    return re.findall(r"\w+", text.casefold())


class Running:
    """A task on a thread of its own."""

    def __init__(self, engine: ApartFileEngine, task: FileTask) -> None:
        self.news: list[TaskNews] = []
        self.has_progressed = threading.Event()
        self.problem: Problem | None = None
        self.text = ""
        self._engine = engine
        self._thread = threading.Thread(target=self._run, args=(task,))
        self._thread.start()

    def hear(self, news: TaskNews) -> None:
        self.news.append(news)
        if isinstance(news, TaskProgressed):
            self.has_progressed.set()

    def _run(self, task: FileTask) -> None:
        try:
            self.text = self._engine.transcribe(task, self.hear).transcript.text
        except Problem as problem:
            self.problem = problem

    def is_over(self, seconds: float = PATIENCE) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def stands_still(self) -> list[psutil.Process]:
        """Waits until the engine's process and those below it are suspended, which they are as soon as the
        system has come to them; the task must not end meanwhile."""
        while True:
            processes = []
            if self._engine.pid is not None:
                process = psutil.Process(self._engine.pid)
                processes = [process, *process.children(recursive=True)]
            # One that had ended before is not buried while its parent is suspended.
            still = {psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE}
            if processes and {one.status() for one in processes} <= still:
                return processes
            assert not self.is_over(0.05)
