"""The whole program as a test holds it: started from the command line, asked, spoken to, ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.local_socket import send
from app.domain.history import HistoryEntry
from app.domain.problems import NotRunning
from app.domain.remote import Command, Request
from tests.data import FOLDER

START_SECONDS = 60.0
GUIDED = "[general]\nguide_done = true\n"
"""The settings of somebody who has been led through the first start: without any, its guide is there."""

Wait = Callable[[Callable[[], object]], None]


class SaysoProgram:
    """Sayso in a home of its own.

    Args:
        home: all its folders are below it.
        wait: lets the test's event loop run until a condition holds.
        settings: the text of its settings file, where there is none yet; empty leaves the home empty.
        command: what runs it, behind the interpreter.
    """

    def __init__(
        self, home: Path, wait: Wait, settings: str = GUIDED, command: Sequence[str] = ("-m", "app.cli")
    ) -> None:
        self._command = command
        self.folders = Folders.at(home)
        self._wait = wait
        if settings and not self.folders.settings_file.exists():
            self.folders.config.mkdir(parents=True, exist_ok=True)
            self.folders.settings_file.write_text(settings, encoding="utf-8")
        self._environment = {**os.environ, "SAYSO_HOME": str(home)}
        self.process = self._begin()

    def _begin(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, *self._command], env=self._environment)

    def start_again(self) -> None:
        """After it has ended."""
        self.process = self._begin()

    def wait_until_ready(self) -> None:
        """The model is loaded and the key is heard."""
        self._wait(lambda: "ready" in self.status and " by " in self.status)

    @property
    def status(self) -> str:
        """Its own line on what it is doing; empty while it is not running."""
        try:
            return send(self.folders.runtime, Request(Command.STATUS)).text
        except NotRunning:
            return ""

    def wait_for(self, phase: str) -> None:
        """Until it is idle, opening, listening or writing."""
        self._wait(lambda: self.status.startswith(phase))

    def ask(self, command: Command) -> None:
        """What `sayso start` and its like do."""
        assert send(self.folders.runtime, Request(command)).ok

    def history(self, limit: int = 100) -> tuple[HistoryEntry, ...]:
        """What it has kept, the newest first."""
        store, problems = SqliteHistory.open(self.folders.history_file)
        try:
            assert not problems
            return store.find(limit=limit)
        finally:
            store.close()

    def kill(self) -> None:
        """SIGKILL: nothing of it may run any more."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Ask it to quit, and see that it does, with nothing to complain of."""
        if self.process.poll() is None:
            self.process.terminate()
        assert self.process.wait(timeout=START_SECONDS) == 0

    def log(self) -> str:
        """Its log file."""
        path = self.folders.log / "sayso.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""


def play(name: str) -> subprocess.Popen[bytes]:
    """Begin to play a clip of tests/data into the virtual microphone."""
    sink = os.environ["VD_MIC_SINK"]
    return subprocess.Popen(["paplay", "-d", sink, str(FOLDER / f"{name}.flac")])


def speak(name: str, wait: Wait) -> None:
    """The same, to its end."""
    playing = play(name)
    wait(lambda: playing.poll() is not None)
    assert playing.returncode == 0
