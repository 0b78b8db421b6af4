"""A file beside the dictations of a benchmark stands still during each, and a failure of it is seen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.file_task import FileTask, TaskNews, TaskProgressed, TaskResult
from app.domain.file_transcript import FileTranscript
from app.domain.problems import EngineDied, TaskStopped
from app.domain.settings import SpeechSettings
from tests.benchmarks.beside_file import FileBeside, FileFigures

PATH = Path("long.wav")


class OneFile:
    """Fits FileEngine: a file that goes on until it is stopped, or dies when it is told to."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.is_over = threading.Event()
        self.dies = False

    def transcribe(
        self, task: FileTask, hear: Callable[[TaskNews], None], before: FileTranscript | None = None
    ) -> TaskResult:
        hear(TaskProgressed(30.0))
        self.is_over.wait()
        raise EngineDied if self.dies else TaskStopped

    def unfinished(self) -> FileTranscript | None:
        return None

    def hold(self) -> None:
        self.calls.append("hold")

    def go_on(self) -> None:
        self.calls.append("go on")

    def stop(self) -> None:
        self.is_over.set()

    def unload(self) -> None:
        self.calls.append("unload")

    def close(self) -> None:
        self.is_over.set()


def test_it_is_held_from_the_key_to_the_text() -> None:
    engine, figures = OneFile(), FileFigures()
    beside = FileBeside(engine, figures)
    beside.begin(PATH, SpeechSettings())
    with beside.dictating():
        assert engine.calls == ["hold"]
    with beside.dictating():
        pass
    engine.stop()
    assert engine.calls == ["hold", "go on"] * 2
    assert len(figures.holds) == len(figures.computed) == 2
    assert figures.transcribed == 30.0
    assert "2 dictations" in figures.words()


def test_a_file_that_fails_ends_the_benchmark() -> None:
    engine = OneFile()
    engine.dies = True
    beside = FileBeside(engine, FileFigures())
    beside.begin(PATH, SpeechSettings())
    engine.stop()
    beside.over.wait()
    with pytest.raises(EngineDied), beside.dictating():
        pass
