"""Speech engines in processes of their own, for tests that kill them: how to load one, to see that it
computes, and to hold a call that waits for it.

A test never sleeps for so long as a decode may take: it waits until the system says that the process has
computed, or is gone.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.adapters.audio_files import AudioFiles
from app.adapters.engine_process import ApartLoader, ApartRecognizer, Limits
from app.adapters.folders import Folders
from app.adapters.own_process import SPEECH_ENGINE
from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.problems import Problem
from app.domain.settings import Device, SpeechSettings
from app.domain.transcript import Transcript

DATA: Final = Path(__file__).parents[1] / "data"
SETTINGS: Final = SpeechSettings(model="tiny.en", device=Device.CPU)
OPTIONS: Final = DecodingOptions(language="en", beam_size=1, temperatures=(0.0,))
"""Without temperatures above 0 the same sound gives the same text."""

PATIENCE: Final = 100.0
"""Seconds that anything may take on a busy computer."""

BUSY_TICKS: Final = 3
"""Of processor time, 10 ms each as Linux counts them: who has used so much is in the middle of a decode."""

_TURN: Final = threading.Event()


def clip(name: str) -> Samples:
    """One of the recordings in tests/data."""
    return AudioFiles().read(DATA / f"{name}.flac")


def load_apart(
    folders: Folders, command: Sequence[str] | None = None, limits: Limits | None = None
) -> ApartRecognizer:
    """tiny.en in a process of its own."""
    return ApartLoader(folders, command, limits).load(SETTINGS)


def ways_to_ask(recognizer: ApartRecognizer) -> tuple[Callable[[], Transcript], ...]:
    """Each kind of decode, of a short clip."""
    sound = clip("s01")
    return (
        lambda: recognizer.transcribe(sound, OPTIONS),
        lambda: recognizer.decode_phrase(sound, (0.9,) * 100, OPTIONS),
    )


def behind(code: str) -> list[str]:
    """The real command in a process that runs `code` first: what a driver, a library or the system does."""
    real = f"import sys; sys.argv[1:] = ['{SPEECH_ENGINE}']; from app.cli import main; sys.exit(main())"
    return [sys.executable, "-c", f"{code}\n{real}"]


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until `condition` is true, which nobody tells of by itself."""
    for _ in range(int(PATIENCE * 200)):
        if condition():
            return
        _TURN.wait(0.005)
    raise AssertionError(f"not within {PATIENCE:g} s: {what}")


# --- processes, as Linux tells of them ---


def ticks(pid: int) -> int:
    """Processor time that the process `pid` has used, in the system's ticks."""
    fields = _stat(pid)
    return int(fields[11]) + int(fields[12])


def is_gone(pid: int) -> bool:
    """Whether the process `pid` has ended, though nobody may have asked for its exit status yet."""
    try:
        return _stat(pid)[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


def engines_of(pid: int) -> list[int]:
    """The speech engines that the process `pid` has started and that still run, the oldest first."""
    return children_of(pid, SPEECH_ENGINE)


def children_of(pid: int, word: str) -> list[int]:
    """The processes that `pid` has started with `word` in their command and that still run, the oldest
    first."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and not is_gone(one := int(folder.name)):
                is_child = int(_stat(one)[1]) == pid
                if is_child and word.encode() in (folder / "cmdline").read_bytes():
                    found.append(one)
    return sorted(found)


def shared_names() -> set[str]:
    """What lies in the folder of named shared memory."""
    return set(os.listdir("/dev/shm"))


def _stat(pid: int) -> list[str]:
    """The fields of proc_pid_stat(5) from the third on, behind the name in brackets."""
    return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()


# --- a call under way ---


class Call:
    """A decode on a thread of its own."""

    def __init__(
        self, recognizer: ApartRecognizer, audio: Samples, options: DecodingOptions = OPTIONS
    ) -> None:
        self._recognizer = recognizer
        self._audio = audio
        self._options = options
        self._before = ticks(recognizer.pid)
        self._transcript: Transcript | None = None
        self._problem: Problem | None = None
        self._thread = threading.Thread(target=self._run, name="call")
        self._thread.start()

    def _run(self) -> None:
        try:
            self._transcript = self._recognizer.transcribe(self._audio, self._options)
        except Problem as problem:
            self._problem = problem

    def wait_until_it_computes(self) -> None:
        """Until the process is in the middle of it."""
        pid = self._recognizer.pid
        until(lambda: ticks(pid) - self._before >= BUSY_TICKS, "the engine computes")
        assert self._thread.is_alive(), "the decode was over too soon"

    def problem(self) -> Problem:
        """What was raised, once it is."""
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        assert self._problem is not None, "it was decoded after all"
        return self._problem

    def transcript(self) -> Transcript:
        """What came of it."""
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        assert self._problem is None
        assert self._transcript is not None
        return self._transcript
