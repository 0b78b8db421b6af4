"""Files transcribed in a process of their own: the text, holding and going on, stopping, and its death."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import psutil
import pytest

from app.adapters.allocator import LONG_RUNS, TUNABLES
from app.adapters.audio_files import AudioFiles
from app.adapters.file_engine import RESTARTED, ApartFileEngine
from app.adapters.file_process import FEW_SHAPES
from app.adapters.folders import Folders
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed, TaskResult
from app.domain.file_transcript import DoubtKind
from app.domain.problems import AudioMissing, AudioUnreadable, EngineDied, ModelMissing, TaskStopped
from app.domain.settings import Device, SpeechSettings
from tests.adapters.file_engine_bench import (
    PATIENCE,
    SENTENCES,
    Make,
    Running,
    engine,
    folder,
    make,
    sentences,
    task,
    undisturbed,
    words_of,
)

__all__ = ["engine", "folder", "make", "sentences", "task", "undisturbed"]

DATA = Path(__file__).parents[1] / "data"
WINDOW: Final = ["she", "opened", "the", "window", "and", "looked", "at", "the", "garden"]
"""The second one."""

pytestmark = pytest.mark.timeout(600)


def test_a_file_is_written_down_with_times_in_it(
    undisturbed: tuple[TaskResult, list[TaskNews]], task: FileTask, sentences: list[Samples]
) -> None:
    result, news = undisturbed
    transcript = result.transcript
    assert isinstance(news[0], TaskBegun)
    progress = [one for one in news[1:] if isinstance(one, TaskProgressed)]
    assert len(progress) >= 3
    assert tuple(cue for one in progress for cue in one.cues) == transcript.cues
    assert [one.seconds for one in progress] == sorted(one.seconds for one in progress)
    assert transcript.source == str(task.path)
    assert transcript.language == "en"
    assert transcript.cut_short is None
    assert result.fingerprint
    assert result.said == ()
    words = [word for cue in transcript.cues for word in cue.words]
    assert "".join(word.text for word in words).split() == transcript.text.split()
    assert all(one.start <= other.start for one, other in pairwise(words))
    # Each sentence is where it was said, and nowhere else.
    edges = np.cumsum([0, *map(len, sentences)]) / SAMPLE_RATE
    assert transcript.seconds == pytest.approx(edges[-1])
    spoken = [int(np.searchsorted(edges, word.start, "right")) - 1 for word in words]
    assert set(spoken) == set(range(SENTENCES))
    table = [word for word, place in zip(words, spoken, strict=True) if place == 1]
    assert words_of("".join(word.text for word in table)) == WINDOW


def test_the_model_stays_for_the_next_file(
    engine: ApartFileEngine, make: Make, sentences: list[Samples]
) -> None:
    wanted = make(sentences[1])
    first = engine.transcribe(wanted, lambda _: None)
    process = engine.pid
    assert words_of(first.transcript.text) == WINDOW
    assert engine.transcribe(wanted, lambda _: None) == first
    assert engine.pid == process is not None


def test_its_process_keeps_little_of_what_it_has_freed_for_hours(
    engine: ApartFileEngine, undisturbed: tuple[TaskResult, list[TaskNews]]
) -> None:
    assert undisturbed[0].transcript.text
    environment = psutil.Process(engine.pid).environ()
    # glibc ends its own copy at the first colon as it reads it.
    assert environment[TUNABLES] in (LONG_RUNS, LONG_RUNS.partition(":")[0])
    assert environment.items() >= FEW_SHAPES.items()


def test_a_card_that_is_not_there_is_told_with_the_transcript(
    engine: ApartFileEngine, make: Make, sentences: list[Samples]
) -> None:
    wanted = make(sentences[1])
    result = engine.transcribe(
        replace(wanted, speech=replace(wanted.speech, device=Device.CUDA)), lambda _: None
    )
    assert result.transcript.cues
    assert result.said == ("No NVIDIA graphics card that can compute was found, so the processor is used.",)


def test_several_batches_at_once_keep_their_order(
    engine: ApartFileEngine, undisturbed: tuple[TaskResult, list[TaskNews]], task: FileTask
) -> None:
    wanted = replace(task, batch=2, speech=replace(task.speech, threads=2))
    transcript = engine.transcribe(wanted, lambda _: None).transcript
    assert words_of(transcript.text) == words_of(undisturbed[0].transcript.text)
    assert [cue.start for cue in transcript.cues] == sorted(cue.start for cue in transcript.cues)


def test_silence_is_an_empty_transcript(engine: ApartFileEngine, make: Make) -> None:
    result = engine.transcribe(make(np.zeros(5 * SAMPLE_RATE, np.float32)), lambda _: None)
    assert result.transcript.cues == ()
    assert result.transcript.seconds == pytest.approx(5.0)


def test_noise_leaves_no_cues(engine: ApartFileEngine, make: Make) -> None:
    noise = np.concatenate([AudioFiles().read(DATA / f"{name}.flac") for name in ("hiss", "hum", "pink")])
    result = engine.transcribe(make(noise), lambda _: None)
    assert result.transcript.cues == ()
    assert {doubt.kind for doubt in result.transcript.doubts} <= {DoubtKind.INVENTED}


def test_a_file_that_is_cut_short_says_where(engine: ApartFileEngine, task: FileTask, folder: Path) -> None:
    whole = task.path.read_bytes()
    half = folder / "half.flac"
    half.write_bytes(whole[: len(whole) // 2])
    transcript = engine.transcribe(replace(task, path=half), lambda _: None).transcript
    assert transcript.cut_short == pytest.approx(transcript.seconds, abs=0.1)
    assert transcript.cues


def test_what_cannot_be_read_or_loaded_is_told_and_the_next_file_goes_on(
    engine: ApartFileEngine, make: Make, sentences: list[Samples], tmp_path: Path
) -> None:
    wanted = make(sentences[1])
    with pytest.raises(AudioMissing):
        engine.transcribe(replace(wanted, path=tmp_path / "none.wav"), lambda _: None)
    (tmp_path / "text.mp3").write_text("no sound " * 100)
    with pytest.raises(AudioUnreadable):
        engine.transcribe(replace(wanted, path=tmp_path / "text.mp3"), lambda _: None)
    with pytest.raises(ModelMissing):
        engine.transcribe(replace(wanted, speech=SpeechSettings(model="large-v3")), lambda _: None)
    assert engine.transcribe(wanted, lambda _: None).transcript.cues


def test_a_task_that_begins_while_held_is_suspended_until_it_goes_on(
    engine: ApartFileEngine, make: Make, sentences: list[Samples]
) -> None:
    engine.unload()
    assert engine.pid is None
    engine.hold()
    running = Running(engine, make(sentences[1]))
    running.stands_still()
    assert not running.is_over(1.0)
    assert running.news == []
    engine.go_on()
    assert running.is_over()
    assert running.problem is None
    assert running.text


def test_holding_suspends_all_processes_and_loses_nothing(
    engine: ApartFileEngine, undisturbed: tuple[TaskResult, list[TaskNews]], task: FileTask
) -> None:
    running = Running(engine, task)
    assert running.has_progressed.wait(PATIENCE)
    engine.hold()
    engine.hold()
    processes = running.stands_still()
    spent = [one.cpu_times()[:2] for one in processes]
    assert not running.is_over(0.5)
    assert [one.cpu_times()[:2] for one in processes] == spent
    engine.go_on()
    assert running.is_over()
    assert running.text == undisturbed[0].transcript.text


def test_a_stopped_task_ends_at_once_also_while_held(
    engine: ApartFileEngine, task: FileTask, make: Make, sentences: list[Samples]
) -> None:
    running = Running(engine, task)
    assert running.has_progressed.wait(PATIENCE)
    engine.hold()
    engine.stop()
    assert running.is_over()
    assert isinstance(running.problem, TaskStopped)
    engine.go_on()
    engine.stop()  # nothing runs
    next_one = make(sentences[1])
    assert engine.transcribe(next_one, lambda _: None).transcript.cues


def test_another_process_goes_on_where_one_was_killed(
    engine: ApartFileEngine, undisturbed: tuple[TaskResult, list[TaskNews]], task: FileTask
) -> None:
    killed: list[int] = []

    def hear(news: TaskNews) -> None:
        if isinstance(news, TaskProgressed) and not killed:
            assert engine.pid is not None
            killed.append(engine.pid)
            psutil.Process(engine.pid).kill()

    result = engine.transcribe(task, hear)
    assert killed != [engine.pid]
    assert result.fingerprint == undisturbed[0].fingerprint
    assert words_of(result.transcript.text) == words_of(undisturbed[0].transcript.text)
    assert result.said == (RESTARTED,)


def test_it_goes_on_as_often_as_something_was_written_meanwhile(
    engine: ApartFileEngine, undisturbed: tuple[TaskResult, list[TaskNews]], task: FileTask
) -> None:
    killed: list[int] = []

    def hear(news: TaskNews) -> None:
        # Of what a dead one had said before, some may still come.
        if isinstance(news, TaskProgressed) and engine.pid is not None and engine.pid not in killed:
            killed.append(engine.pid)
            psutil.Process(engine.pid).kill()

    result = engine.transcribe(task, hear)
    assert len(killed) >= 2
    assert words_of(result.transcript.text) == words_of(undisturbed[0].transcript.text)
    assert result.said == (RESTARTED,)


def test_a_second_death_without_anything_written_meanwhile_is_told(tmp_path: Path, task: FileTask) -> None:
    begun = tmp_path / "begun"
    command = [sys.executable, "-c", f"open({str(begun)!r}, 'a').write('x')"]
    with pytest.raises(EngineDied):
        ApartFileEngine(Folders.at(tmp_path), command).transcribe(task, lambda _: None)
    assert begun.read_text() == "xx"


def test_a_command_that_is_none_is_told(tmp_path: Path, task: FileTask) -> None:
    folders = Folders.at(tmp_path)
    for command in ([str(tmp_path / "none")], [sys.executable, "-c", "print('words')"]):
        with pytest.raises(EngineDied):
            ApartFileEngine(folders, command).transcribe(task, lambda _: None)


def test_silence_of_the_process_is_its_end(tmp_path: Path, task: FileTask) -> None:
    folders = Folders.at(tmp_path)
    deaf = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    engine = ApartFileEngine(folders, deaf, silence=1.0)
    with pytest.raises(EngineDied):
        engine.transcribe(task, lambda _: None)
    engine.close()


def test_after_closing_nothing_is_transcribed(folder: Path, task: FileTask) -> None:
    engine = ApartFileEngine(Folders.at(folder))
    running = Running(engine, task)
    assert running.has_progressed.wait(PATIENCE)
    engine.hold()
    engine.close()
    assert running.is_over()
    assert isinstance(running.problem, TaskStopped)
    with pytest.raises(TaskStopped):
        engine.transcribe(task, lambda _: None)


OWNER = """
import sys, threading
from pathlib import Path
from app.adapters.file_engine import RESTARTED, ApartFileEngine
from app.adapters.folders import Folders
from app.domain.decoding import DecodingOptions
from app.domain.file_task import FileTask
from app.domain.settings import SpeechSettings
sound, model, folder = sys.argv[1:]
engine = ApartFileEngine(Folders.at(Path(folder)))
def hear(news):
    engine.hold()
    print(engine.pid, flush=True)
    threading.Event().wait()
engine.transcribe(FileTask(Path(sound), SpeechSettings(model=model), DecodingOptions(language="en")), hear)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="orphaned process groups are POSIX's")
def test_a_suspended_process_ends_with_whoever_started_it(task: FileTask, tmp_path: Path) -> None:
    command = [sys.executable, "-c", OWNER, str(task.path), task.speech.model, str(tmp_path)]
    owner = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert owner.stdout is not None
    with owner.stdout:
        process = psutil.Process(int(owner.stdout.readline()))
    children = process.children(recursive=True)
    owner.kill()
    owner.wait()
    _, alive = psutil.wait_procs([process, *children], timeout=PATIENCE)
    assert alive == []
