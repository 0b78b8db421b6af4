"""Foreign programs as a test holds them: started, asked, ended. The event loop goes on meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

HERE = Path(__file__).parent
DEADLINE_MS = 20_000


class Bot(Protocol):
    """What is used of pytest-qt's qtbot."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = ...) -> None:
        """Let the event loop run until `callback` is true."""


class Program:
    """A process whose lines of JSON are read in the background."""

    def __init__(self, bot: Bot, *command: str) -> None:
        self._bot = bot
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.lines: deque[object] = deque()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    def next(self) -> object:
        """The next line, waited for."""
        self._bot.waitUntil(lambda: bool(self.lines), timeout=DEADLINE_MS)
        return self.lines.popleft()

    def ask(self, command: str) -> object:
        assert self.process.stdin
        self.process.stdin.write(command + "\n")
        return self.next()

    def close(self) -> None:
        """End it and wait for it."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()


class ForeignWindow(Program):
    """`foreign_window.py`."""

    def __init__(self, bot: Bot, *, toolkit: str = "qt", busy_ms: int = 0, title: str = "Foreign") -> None:
        script = str(HERE / "foreign_window.py")
        options = ("--toolkit", toolkit, "--busy-ms", str(busy_ms), "--title", title)
        super().__init__(bot, sys.executable, script, *options)
        self.window: object = None

    def wait(self) -> None:
        """Until it is shown."""
        self.window = self.next()

    @property
    def text(self) -> str:
        return str(self.ask("text"))

    @property
    def keys(self) -> list[str]:
        keys = self.ask("keys")
        assert isinstance(keys, list)
        return [str(key) for key in keys]

    def has_focus(self) -> bool:
        return self.ask("focus") is True


class ClipboardManager(Program):
    """`clipboard_manager.py`."""

    def __init__(self, bot: Bot, *options: str) -> None:
        super().__init__(bot, sys.executable, str(HERE / "clipboard_manager.py"), *options)

    def wait(self) -> None:
        """Until it listens."""
        assert self.next() == "ready"
