"""What becomes of a speech engine's process that is killed, crashes, hangs or talks nonsense, and of one
whose parent is gone: real processes, with the real model wherever it is not the exact moment that counts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.adapters.engine_messages import to_plain
from app.adapters.engine_process import CRASHED, ApartLoader, ApartRecognizer, Limits
from app.adapters.folders import Folders
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.whisper import WhisperRecognizer
from app.domain.audio import SAMPLE_RATE
from app.domain.models import EngineFacts
from app.domain.problems import EngineDied, OutOfMemory, Problem, RecognitionFailed
from app.domain.settings import Device
from tests.adapters.engines_apart import (
    OPTIONS,
    PATIENCE,
    SETTINGS,
    Call,
    behind,
    clip,
    engines_of,
    is_gone,
    load_apart,
    shared_names,
    ticks,
    until,
    ways_to_ask,
)

if sys.platform != "linux":
    pytest.skip("processes are ended and looked at as on Linux", allow_module_level=True)

import fcntl
import resource
import termios

pytestmark = pytest.mark.timeout(300)
LIMITS = Limits(PATIENCE, PATIENCE)
FULL_PIPE = 60_000
"""Bytes: it holds 65,536, by pipe(7), and less where a page is not full."""
FACTS = EngineFacts("tiny.en", "cpu", "int8", False, 0.0)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return Folders.at(tmp_path_factory.mktemp("home"))


@pytest.fixture
def loaded(folders: Folders) -> Iterator[Callable[..., ApartRecognizer]]:
    """Loads as `load_apart` does, and closes it at the end; nothing of it may stay behind."""
    before, open_before = shared_names(), len(os.listdir("/proc/self/fd"))
    made: list[ApartRecognizer] = []

    def load(command: list[str] | None = None, limits: Limits | None = None) -> ApartRecognizer:
        made.append(load_apart(folders, command, limits))
        return made[-1]

    yield load
    for one in made:
        one.close()
        assert is_gone(one.pid)
    assert shared_names() <= before
    until(lambda: len(os.listdir("/proc/self/fd")) <= open_before, "no pipe is left open")


SCRIPT = f"""
import os, sys
from app.adapters.engine_messages import pack, receive
commands, out = sys.stdin.buffer, os.fdopen(1, "wb", buffering=0)
receive(commands)
out.write(pack({{"value": {to_plain(FACTS)!r}}}))
question = receive(commands)
"""
"""A child that answers as the real one does to loading, and then as is put behind it."""


def scripted(answer: str = "receive(commands)") -> list[str]:
    return [sys.executable, "-c", SCRIPT + answer]


def minutes(count: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Speech that takes long to decode."""
    speech = clip("long")
    return np.tile(speech, count * 60 * SAMPLE_RATE // len(speech) + 1)


def assert_dead(recognizer: ApartRecognizer, words: str) -> None:
    """It says so at once, whatever is asked."""
    assert not recognizer.is_alive
    assert is_gone(recognizer.pid)
    for ask in ways_to_ask(recognizer):
        with pytest.raises(EngineDied) as raised:
            ask()
        assert words in raised.value.detail


def bytes_in_pipe(pid: int) -> int:
    """How much waits to be read in the fullest pipe of the process `pid`."""
    waiting = [0]
    for one in Path(f"/proc/{pid}/fd").iterdir():
        if os.readlink(one).startswith("pipe:"):
            with one.open("rb", buffering=0) as pipe:
                found = fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))
            waiting.append(int.from_bytes(found, sys.byteorder))
    return max(waiting)


# --- killed ---


def test_a_process_that_dies_in_the_middle_of_a_decode_and_one_that_dies_between_two(
    loaded: Callable[..., ApartRecognizer], tiny: WhisperRecognizer
) -> None:
    recognizer = loaded()
    call = Call(recognizer, minutes(3))
    call.wait_until_it_computes()
    os.kill(recognizer.pid, signal.SIGSEGV)
    problem = call.problem()
    assert isinstance(problem, EngineDied)
    assert problem.detail == "ended by SIGSEGV"
    assert_dead(recognizer, "SIGSEGV")
    # Another one does what this one could not.
    another = loaded()
    assert another.transcribe(clip("s01"), OPTIONS) == tiny.transcribe(clip("s01"), OPTIONS)
    os.kill(another.pid, signal.SIGKILL)
    until(lambda: not another.is_alive, "its end is seen without a call")
    assert_dead(another, "SIGKILL")


def test_a_process_that_dies_before_its_end_is_seen(loaded: Callable[..., ApartRecognizer]) -> None:
    recognizer = loaded(scripted())
    os.kill(recognizer.pid, signal.SIGKILL)
    with pytest.raises(EngineDied):
        recognizer.decode_phrase(clip("s01"), speech_probabilities(clip("s01")), OPTIONS)
    assert_dead(recognizer, "SIGKILL")


# --- hanging ---


def test_a_process_that_hangs_in_a_decode_is_ended(loaded: Callable[..., ApartRecognizer]) -> None:
    recognizer = loaded(scripted(), Limits(PATIENCE, 0.5, 0.0))
    os.kill(recognizer.pid, signal.SIGSTOP)
    with pytest.raises(EngineDied) as raised:
        recognizer.transcribe(clip("s01"), OPTIONS)
    assert raised.value.detail == "it did not answer in time"
    assert_dead(recognizer, "in time")


def test_a_process_that_hangs_while_loading_is_ended(folders: Folders) -> None:
    with pytest.raises(EngineDied) as raised:
        load_apart(folders, behind("import threading; threading.Event().wait()"), Limits(load=0.5))
    assert raised.value.detail == "it did not answer in time"
    assert engines_of(os.getpid()) == []


def test_what_is_being_loaded_ends_with_its_loader(folders: Folders) -> None:
    loader = ApartLoader(folders, behind("import threading; threading.Event().wait()"), LIMITS)
    raised: list[Problem] = []

    def load() -> None:
        with pytest.raises(RecognitionFailed) as problem:
            loader.load(SETTINGS)
        raised.append(problem.value)

    thread = threading.Thread(target=load, name="load")
    thread.start()
    until(lambda: engines_of(os.getpid()), "it is started")
    loader.close()
    assert engines_of(os.getpid()) == []
    thread.join(PATIENCE)
    load()  # nor is any other started
    assert [one.detail for one in raised] == ["the model has been unloaded"] * 2


def test_closing_does_not_wait_for_a_decode(loaded: Callable[..., ApartRecognizer]) -> None:
    recognizer = loaded()
    call = Call(recognizer, minutes(10))
    call.wait_until_it_computes()
    recognizer.close()
    assert is_gone(recognizer.pid)
    problem = call.problem()
    assert isinstance(problem, RecognitionFailed)
    assert problem.detail == "the model has been unloaded"


def test_closing_ends_a_process_that_hangs(loaded: Callable[..., ApartRecognizer]) -> None:
    recognizer = loaded(scripted())
    os.kill(recognizer.pid, signal.SIGSTOP)
    recognizer.close()
    assert is_gone(recognizer.pid)


def test_closing_ends_a_process_whose_pipe_is_full(loaded: Callable[..., ApartRecognizer]) -> None:
    recognizer = loaded(scripted())
    os.kill(recognizer.pid, signal.SIGSTOP)
    call = Call(recognizer, clip("s01"), replace(OPTIONS, hints=("word",) * 50_000))
    until(lambda: bytes_in_pipe(recognizer.pid) > FULL_PIPE, "the pipe is full")
    recognizer.close()
    assert isinstance(call.problem(), RecognitionFailed)
    assert is_gone(recognizer.pid)


# --- crashing while it loads ---


def test_a_crash_while_loading_is_told(folders: Folders) -> None:
    with pytest.raises(EngineDied) as raised:
        load_apart(folders, behind("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"), LIMITS)
    assert raised.value.detail == "ended by SIGSEGV"


def test_what_cannot_be_started_is_told(folders: Folders) -> None:
    with pytest.raises(EngineDied) as raised:
        load_apart(folders, ["/nothing/there"])
    assert raised.value.detail == "it could not be started: FileNotFoundError"


def test_a_card_whose_driver_crashes_gives_way_to_the_processor(folders: Folders) -> None:
    code = (
        "import os, signal, app.adapters.whisper_loader as l\n"
        "def load(self, settings, kept=l.WhisperLoader.load):\n"
        "    settings.device == 'cpu' or os.kill(os.getpid(), signal.SIGSEGV)\n"
        "    return kept(self, settings)\n"
        "l.WhisperLoader.load = load"
    )
    loader = ApartLoader(folders, behind(code), LIMITS)
    recognizer = loader.load(replace(SETTINGS, device=Device.CUDA))
    assert (recognizer.facts.device, recognizer.facts.fallbacks) == ("cpu", (CRASHED,))
    assert recognizer.transcribe(clip("s01"), OPTIONS).text
    assert engines_of(os.getpid()) == [recognizer.pid]
    recognizer.close()


def test_a_library_that_ends_for_lack_of_memory_is_told_so(folders: Folders) -> None:
    words = "terminate called after throwing an instance of std::bad_alloc"
    with pytest.raises(OutOfMemory) as raised:
        load_apart(folders, behind(f"import os; os.write(2, b'{words}'); os.abort()"), LIMITS)
    assert raised.value.detail == "ended by SIGABRT, out of memory"


def test_a_decode_for_which_there_is_no_memory(loaded: Callable[..., ApartRecognizer]) -> None:
    recognizer = loaded()
    pages = int(Path(f"/proc/{recognizer.pid}/statm").read_text("ascii").split()[0])
    used = pages * resource.getpagesize()
    resource.prlimit(recognizer.pid, resource.RLIMIT_AS, (used + 8 * 1024 * 1024, resource.RLIM_INFINITY))
    with pytest.raises((OutOfMemory, EngineDied)):
        recognizer.transcribe(minutes(10), OPTIONS)
    if recognizer.is_alive:
        resource.prlimit(recognizer.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
        assert recognizer.transcribe(clip("s01"), OPTIONS).text


# --- nonsense ---


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("out.write(pack({}))", "made no sense"),
        ("out.write(pack({'value': {}}))", "made no sense"),
        ("out.write(pack({'problem': {'kind': 'Nothing'}}))", "made no sense"),
        ("out.write(pack({'progress': 'far'}))", "made no sense"),
        ("out.write(b'\\xff' * 100)", "status"),
        ("out.write(pack({'value': {}})[:5])", "ended with status 0"),
        ("sys.exit(7)", "ended with status 7"),
        ("import signal; os.kill(os.getpid(), signal.SIGABRT)", "ended by SIGABRT"),
        ("out.close(); receive(commands)", "ended with status 1"),
    ],
)
def test_an_answer_that_makes_no_sense_is_the_end(
    loaded: Callable[..., ApartRecognizer], answer: str, words: str
) -> None:
    recognizer = loaded(scripted(answer), LIMITS)
    with pytest.raises(EngineDied) as raised:
        recognizer.transcribe(clip("s01"), OPTIONS)
    assert words in raised.value.detail
    assert_dead(recognizer, words)


def test_a_process_that_dies_while_it_is_stopped_lets_the_reason_through(
    loaded: Callable[..., ApartRecognizer],
) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    answer = "out.write(pack({'progress': 1.0})); receive(commands); sys.exit(3)"
    recognizer = loaded(scripted(answer), LIMITS)
    with pytest.raises(KeyboardInterrupt):
        recognizer.transcribe(clip("s01"), OPTIONS, stop)
    assert_dead(recognizer, "ended with status 3")


# --- without a parent ---

PARENT = """
import sys
from pathlib import Path
from app.adapters.folders import Folders
from tests.adapters.engines_apart import OPTIONS, load_apart
from tests.adapters.test_engine_process_death import minutes
recognizer = load_apart(Folders.at(Path(sys.argv[1])))
print(recognizer.pid, flush=True)
sys.stdin.readline()
recognizer.transcribe(minutes(10), OPTIONS)
"""


def test_a_process_whose_parent_is_killed_ends_by_itself(folders: Folders) -> None:
    before = shared_names()
    command = [sys.executable, "-c", PARENT, str(folders.data.parent)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert engines_of(parent.pid) == [pid]
        begun = ticks(pid)
        parent.stdin.write(b"\n")
        parent.stdin.flush()
        until(lambda: ticks(pid) - begun > 3, "it computes")
        parent.kill()
        with suppress(BrokenPipeError):
            parent.communicate(timeout=PATIENCE)
    until(lambda: is_gone(pid), "the child has ended")
    assert shared_names() <= before
