"""Files transcribed in a process of their own: the text, holding and going on, stopping, and its death."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.file_engine import ApartFileEngine
from app.adapters.folders import Folders
from app.adapters.model_store import LocalModels
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.decoding import decoding_options
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed
from app.domain.file_transcript import DoubtKind
from app.domain.problems import AudioMissing, AudioUnreadable, EngineDied, ModelMissing, Problem, TaskStopped
from app.domain.settings import SpeechSettings

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[ApartFileEngine]:
    engine = ApartFileEngine(Folders.at(tmp_path))
    yield engine
    engine.close()


@pytest.fixture
def task(local_models: LocalModels, write_wav: Callable[..., Path]) -> Callable[..., FileTask]:
    """A task on a minute of speech: seven times the same eight seconds."""
    clip = AudioFiles().read(DATA / "medium.flac")
    settings = SpeechSettings(model=str(local_models.locate("tiny.en")), language="en")

    def make(sound: Samples | None = None) -> FileTask:
        if sound is None:
            sound = np.concatenate([clip, np.zeros(2 * SAMPLE_RATE, np.float32)] * 7)
        return FileTask(write_wav(sound), settings, decoding_options(settings, word_times=True), batch=1)

    return make


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

    def is_over(self, seconds: float = 60.0) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()


def test_a_file_is_written_down_with_times_in_it(
    engine: ApartFileEngine, task: Callable[..., FileTask]
) -> None:
    wanted = task()
    news: list[TaskNews] = []
    result = engine.transcribe(wanted, news.append)
    transcript = result.transcript
    assert isinstance(news[0], TaskBegun)
    progress = [one for one in news[1:] if isinstance(one, TaskProgressed)]
    assert tuple(cue for one in progress for cue in one.cues) == transcript.cues
    assert [one.seconds for one in progress] == sorted(one.seconds for one in progress)
    assert transcript.source == str(wanted.path)
    assert transcript.language == "en"
    assert transcript.cut_short is None
    assert result.fingerprint
    words = [word for cue in transcript.cues for word in cue.words]
    assert "".join(word.text for word in words).split() == transcript.text.split()
    assert all(one.start <= other.start for one, other in pairwise(words))
    # Said seven times, and each time where it was said.
    starts = [cue.start for cue in transcript.cues]
    period = transcript.seconds / 7
    assert {int(start // period) for start in starts} == set(range(7))


def test_the_model_stays_for_the_next_file_until_it_is_unloaded(
    engine: ApartFileEngine, task: Callable[..., FileTask]
) -> None:
    wanted = task()
    first = engine.transcribe(wanted, lambda _: None)
    process = engine.pid
    assert engine.transcribe(wanted, lambda _: None) == first
    assert engine.pid == process
    engine.unload()
    assert engine.pid is None


def test_silence_is_an_empty_transcript(engine: ApartFileEngine, task: Callable[..., FileTask]) -> None:
    result = engine.transcribe(task(np.zeros(5 * SAMPLE_RATE, np.float32)), lambda _: None)
    assert result.transcript.cues == ()
    assert result.transcript.seconds == pytest.approx(5.0)


def test_noise_leaves_no_cues(engine: ApartFileEngine, task: Callable[..., FileTask]) -> None:
    for name in ("hiss", "hum", "pink"):
        result = engine.transcribe(task(AudioFiles().read(DATA / f"{name}.flac")), lambda _: None)
        assert result.transcript.cues == ()
        assert {doubt.kind for doubt in result.transcript.doubts} <= {DoubtKind.INVENTED}


def test_a_file_that_is_cut_short_says_where(engine: ApartFileEngine, task: Callable[..., FileTask]) -> None:
    wanted = task()
    whole = wanted.path.read_bytes()
    wanted.path.write_bytes(whole[: len(whole) // 2])
    transcript = engine.transcribe(wanted, lambda _: None).transcript
    assert transcript.cut_short == pytest.approx(transcript.seconds, abs=0.1)
    assert transcript.cues


def test_what_cannot_be_read_or_loaded_is_told_and_the_next_file_goes_on(
    engine: ApartFileEngine, task: Callable[..., FileTask], tmp_path: Path
) -> None:
    wanted = task()
    with pytest.raises(AudioMissing):
        engine.transcribe(replace(wanted, path=tmp_path / "none.wav"), lambda _: None)
    (tmp_path / "text.mp3").write_text("no sound " * 100)
    with pytest.raises(AudioUnreadable):
        engine.transcribe(replace(wanted, path=tmp_path / "text.mp3"), lambda _: None)
    with pytest.raises(ModelMissing):
        engine.transcribe(replace(wanted, speech=SpeechSettings(model="large-v3")), lambda _: None)
    assert engine.transcribe(wanted, lambda _: None).transcript.cues


def test_a_task_that_begins_while_held_is_suspended_until_it_goes_on(
    engine: ApartFileEngine, task: Callable[..., FileTask]
) -> None:
    engine.hold()
    running = Running(engine, task())
    assert not running.is_over(1.0)
    assert engine.pid is not None
    assert psutil.Process(engine.pid).status() == psutil.STATUS_STOPPED
    assert running.news == []
    engine.go_on()
    assert running.is_over()
    assert running.problem is None
    assert running.text


def test_holding_suspends_all_processes_and_loses_nothing(
    engine: ApartFileEngine, task: Callable[..., FileTask]
) -> None:
    wanted = task()
    undisturbed = engine.transcribe(wanted, lambda _: None).transcript.text
    running = Running(engine, wanted)
    assert running.has_progressed.wait(60)
    engine.hold()
    engine.hold()
    assert engine.pid is not None
    process = psutil.Process(engine.pid)
    assert not running.is_over(0.5)
    # One that had ended before is not buried while its parent is suspended.
    still = {psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE}
    assert process.status() == psutil.STATUS_STOPPED
    assert {one.status() for one in process.children(recursive=True)} <= still
    spent = process.cpu_times().user
    assert not running.is_over(0.5)
    assert process.cpu_times().user == spent
    engine.go_on()
    assert running.is_over()
    assert running.text == undisturbed


def test_a_stopped_task_ends_at_once_also_while_held(
    engine: ApartFileEngine, task: Callable[..., FileTask]
) -> None:
    wanted = task()
    running = Running(engine, wanted)
    assert running.has_progressed.wait(60)
    engine.hold()
    engine.stop()
    assert running.is_over(5.0)
    assert isinstance(running.problem, TaskStopped)
    engine.go_on()
    engine.stop()  # nothing runs
    assert engine.transcribe(wanted, lambda _: None).transcript.cues


def test_another_process_goes_on_where_one_was_killed(
    engine: ApartFileEngine, task: Callable[..., FileTask]
) -> None:
    wanted = task()
    undisturbed = engine.transcribe(wanted, lambda _: None)
    killed: list[int] = []

    def hear(news: TaskNews) -> None:
        if isinstance(news, TaskProgressed) and not killed:
            assert engine.pid is not None
            killed.append(engine.pid)
            psutil.Process(engine.pid).kill()

    result = engine.transcribe(wanted, hear)
    assert killed != [engine.pid]
    assert result.fingerprint == undisturbed.fingerprint
    assert result.transcript.text == undisturbed.transcript.text


def test_a_second_death_is_told(engine: ApartFileEngine, task: Callable[..., FileTask]) -> None:
    def hear(news: TaskNews) -> None:
        assert engine.pid is not None
        psutil.Process(engine.pid).kill()
        psutil.wait_procs([psutil.Process(engine.pid)] if engine.pid else [], 5)

    heard: list[TaskNews] = []

    def kill(news: TaskNews) -> None:
        if isinstance(news, TaskProgressed):
            heard.append(news)
            hear(news)

    with pytest.raises(EngineDied):
        engine.transcribe(task(), kill)
    assert len(heard) == 2


def test_a_command_that_is_none_is_told(tmp_path: Path, task: Callable[..., FileTask]) -> None:
    folders = Folders.at(tmp_path)
    for command in ([str(tmp_path / "none")], [sys.executable, "-c", "print('words')"]):
        with pytest.raises(EngineDied):
            ApartFileEngine(folders, command).transcribe(task(), lambda _: None)


def test_silence_of_the_process_is_its_end(tmp_path: Path, task: Callable[..., FileTask]) -> None:
    folders = Folders.at(tmp_path)
    deaf = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    engine = ApartFileEngine(folders, deaf, silence=1.0)
    with pytest.raises(EngineDied):
        engine.transcribe(task(), lambda _: None)
    engine.close()


def test_after_closing_nothing_is_transcribed(engine: ApartFileEngine, task: Callable[..., FileTask]) -> None:
    running = Running(engine, task())
    assert running.has_progressed.wait(60)
    engine.hold()
    engine.close()
    assert running.is_over(10.0)
    assert isinstance(running.problem, TaskStopped)
    with pytest.raises(TaskStopped):
        engine.transcribe(task(), lambda _: None)


OWNER = """
import sys, threading
from pathlib import Path
from app.adapters.file_engine import ApartFileEngine
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
def test_a_suspended_process_ends_with_whoever_started_it(
    task: Callable[..., FileTask], tmp_path: Path
) -> None:
    wanted = task()
    command = [sys.executable, "-c", OWNER, str(wanted.path), wanted.speech.model, str(tmp_path)]
    owner = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert owner.stdout is not None
    with owner.stdout:
        process = psutil.Process(int(owner.stdout.readline()))
    children = process.children(recursive=True)
    os.kill(owner.pid, signal.SIGKILL)
    owner.wait()
    _, alive = psutil.wait_procs([process, *children], timeout=10)
    assert alive == []
