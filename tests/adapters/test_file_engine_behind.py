"""A task that was stopped goes on behind what was written of it, in whatever process."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.adapters.file_engine import ApartFileEngine
from app.adapters.folders import Folders
from app.domain.audio import Samples
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed
from app.domain.problems import TaskStopped
from tests.adapters.file_engine_bench import (
    PATIENCE,
    Make,
    Running,
    engine,
    folder,
    make,
    sentences,
    task,
    words_of,
)

__all__ = ["engine", "folder", "make", "sentences", "task"]

pytestmark = pytest.mark.timeout(600)


def test_it_goes_on_behind_what_was_written_before_it_was_stopped(
    engine: ApartFileEngine, make: Make, sentences: list[Samples], folder: Path
) -> None:
    task = make(np.concatenate(sentences * 2))
    whole = engine.transcribe(task, lambda _: None)
    running = Running(engine, task)
    assert running.has_progressed.wait(PATIENCE)
    engine.stop()
    assert running.is_over()
    assert isinstance(running.problem, TaskStopped)
    before = engine.unfinished()
    assert before is not None
    told = [one for one in running.news if isinstance(one, TaskProgressed)]
    assert before.seconds == told[-1].seconds
    assert before.cues == tuple(cue for one in told for cue in one.cues)
    assert 0 < before.seconds < whole.transcript.seconds

    # As after a new start of the program.
    other = ApartFileEngine(Folders.at(folder))
    news: list[TaskNews] = []
    try:
        result = other.transcribe(task, news.append, before)
    finally:
        other.close()
    assert isinstance(news[0], TaskBegun)
    assert (news[0].seconds, news[0].cues) == (before.seconds, before.cues)
    later = [one for one in news if isinstance(one, TaskProgressed)]
    assert later
    assert min(one.seconds for one in later) > before.seconds
    assert min(cue.start for one in later for cue in one.cues) >= before.seconds
    assert result.transcript.cues[: len(before.cues) - 1] == before.cues[:-1]
    assert words_of(result.transcript.text) == words_of(whole.transcript.text)
    # It is known by all of its sound the next time.
    assert (result.fingerprint, result.transcript.seconds) == (whole.fingerprint, whole.transcript.seconds)
    assert (result.transcript.model, result.said) == (whole.transcript.model, ())


def test_a_short_recording_is_done_in_one_go(engine: ApartFileEngine, task: FileTask) -> None:
    running = Running(engine, task)
    assert running.has_progressed.wait(PATIENCE)
    engine.stop()
    assert running.is_over()
    # All of it is decoded with care, which its rest alone would not be.
    assert engine.unfinished() is None


def test_nothing_is_unfinished_before_the_first_words(folder: Path, task: FileTask) -> None:
    engine = ApartFileEngine(Folders.at(folder))
    assert engine.unfinished() is None
    engine.close()
    with pytest.raises(TaskStopped):
        engine.transcribe(task, lambda _: None)
    assert engine.unfinished() is None
