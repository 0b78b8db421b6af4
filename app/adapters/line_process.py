"""One of the program's own commands as a child process that tells line by line how far it is.

Problem: measuring may crash, hang or take minutes, and leaves libraries and memory behind.
Rules: one process at a time. Its standard input holds the task and then stays open for as long as whoever
    started it lives: the end of it is the sign to end, wherever its parent went. `stop` ends it at once, and
    so does the end of its time, where it has a limit.
Failure: nothing is raised; one that could not be started, or was ended, is told by the answer. What it said
    to standard error goes to the log where it failed.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

logger = logging.getLogger(__name__)

LOG_BYTES: Final = 500
"""Of what a process that failed said last."""

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _FLAGS = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit status, negative where a signal ended it, None where it never began;
    whether it was stopped, and whether it kept its time."""

    status: int | None = None
    was_stopped: bool = False
    in_time: bool = True


class LineProcess:
    """Runs `command`, to which arguments may be added. `run` and `follow` belong to one thread; `stop` and
    `close` may be called from any."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._is_closed = False

    def run(
        self, on_line: Callable[[bytes], None], arguments: Sequence[str] = (), task: bytes = b""
    ) -> int | None:
        """Run it to its end, as `follow` does. Its exit status; None where it could not be started or was
        stopped."""
        ended = self.follow(on_line, arguments, task)
        return None if ended.was_stopped else ended.status

    def follow(
        self,
        on_line: Callable[[bytes], None],
        arguments: Sequence[str] = (),
        task: bytes = b"",
        *,
        limit: float = threading.TIMEOUT_MAX,
        environment: Mapping[str, str] | None = None,
    ) -> Ended:
        """Run it to its end, `limit` seconds away at most, with `environment` besides this process's. `task`
        is the first of its standard input, and `on_line` gets each line of its standard output. What that
        raises ends it, and passes through."""
        with tempfile.TemporaryFile() as said:
            process = self._start((*self._command, *arguments), said.fileno(), environment or {})
            if process is None:
                return Ended(was_stopped=self._is_closed)
            assert process.stdin is not None
            assert process.stdout is not None
            is_late = threading.Event()
            watch = threading.Timer(limit, self._end_late, (process, is_late))
            watch.daemon = True
            watch.start()
            try:
                with suppress(OSError):  # it has ended already, which its status tells
                    process.stdin.write(task)
                    process.stdin.flush()
                for line in process.stdout:
                    on_line(line)
                status = process.wait()
            finally:
                watch.cancel()
                with suppress(OSError):
                    process.stdin.close()
                process.stdout.close()
                process.kill()
                process.wait()
                with self._lock:
                    self._process = None
                    was_stopped = self._is_stopped
            if status and not was_stopped:
                said.seek(max(0, said.seek(0, 2) - LOG_BYTES))
                last = said.read().decode("utf-8", "replace").strip()
                logger.warning("a child ended with status %s: %s", status, last)
            return Ended(status, was_stopped, not is_late.is_set())

    def stop(self) -> None:
        """End the process that runs."""
        with self._lock:
            if self._process is not None:
                self._is_stopped = True
                self._process.kill()

    def close(self) -> None:
        """End the process that runs, and start none any more."""
        with self._lock:
            self._is_closed = True
        self.stop()

    @staticmethod
    def _end_late(process: subprocess.Popen[bytes], is_late: threading.Event) -> None:
        is_late.set()
        process.kill()

    def _start(
        self, command: Sequence[str], errors: int, environment: Mapping[str, str]
    ) -> subprocess.Popen[bytes] | None:
        with self._lock:
            self._is_stopped = False
            if self._is_closed:
                return None
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    env={**os.environ, **environment},
                    creationflags=_FLAGS,
                )
            except OSError as error:
                logger.warning("a child could not be started: %s", type(error).__name__)
            return self._process
