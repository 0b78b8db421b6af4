"""What smoke.py sees and touches of a desktop: the foreign window, the processes, windows by their names.

Failure mode: raises Failed, with what was waited for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from app.cli import HIDDEN
from app.domain.word_errors import words_of

HERE: Final = Path(__file__).resolve().parent
PATIENCE: Final = 90.0
"""Seconds for anything to happen, on a busy computer."""

LOOK_SECONDS: Final = 0.01
WATCH_SECONDS: Final = 0.05
"""Between two looks at all processes: none of Sayso's lives shorter than a few of these."""


class Failed(Exception):
    """Something did not happen; the text says what."""


def wait_for(what: str, condition: Callable[[], object], patience: float = PATIENCE) -> None:
    """Look again and again until `condition` holds. Raises Failed."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise Failed(f"{what}: not within {patience:.0f} s")
        time.sleep(LOOK_SECONDS)


class Foreign:
    """A text window of another program, with the focus."""

    def __init__(self) -> None:
        script = HERE.parent / "tests" / "desktop" / "foreign_window.py"
        self._process = subprocess.Popen(
            [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __enter__(self) -> Foreign:
        assert self._process.stdout
        self._process.stdout.readline()  # it is shown
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    def _ask(self, question: str) -> object:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{question}\n")
        return json.loads(self._process.stdout.readline())

    def clear(self) -> None:
        """Bring it to the front, with nothing in it."""
        subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^Foreign$", "windowactivate"],
            check=True,
            capture_output=True,
        )
        wait_for("the foreign window has the focus", lambda: self._ask("focus") is True)
        self._ask("clear")

    def wait_for_words(self, reference: str) -> str:
        """The text, as soon as it has about as many words as `reference`, which was said."""
        wanted = len(words_of(reference))
        with suppress(Failed):  # which words are there tells more
            wait_for("the words", lambda: len(words_of(str(self._ask("text")))) >= wanted - 1)
        return str(self._ask("text"))


class ProcessWatch:
    """Sees which hidden commands are at work, in processes of the program of that name."""

    def __init__(self, name: str) -> None:
        self._name = name.encode()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="processes", daemon=True)
        self.seen: set[str] = set()

    def __enter__(self) -> ProcessWatch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(WATCH_SECONDS):
            for _, parts in processes():
                if os.path.basename(parts[0]) == self._name:
                    self.seen |= {word for word in HIDDEN if word.encode() in parts[1:]}


def processes() -> list[tuple[int, list[bytes]]]:
    """All processes that have a command line, with its parts."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with suppress(OSError):
                parts = Path(entry.path, "cmdline").read_bytes().split(b"\0")
                if parts[0]:
                    found.append((int(entry.name), parts))
    return found


def parent_of(number: int) -> int:
    """The process that started it; 0 where there is none."""
    with suppress(OSError):
        return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


def window_named(name: str) -> bool:
    """Whether a window of exactly that name is on the screen."""
    search = ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]
    return subprocess.run(search, capture_output=True, check=False).returncode == 0
