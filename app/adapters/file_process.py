"""The process that transcribes files as seen from Sayso: its pipes, its suspension, its death.

At key-down everything that computes for files has to stand still within milliseconds, and a decode cannot be
interrupted: so the process and those that it has started are suspended by the system, and resumed later.

Rules: what is written to it is small, so that a pipe always takes it, also while nobody reads. It ends when
its standard input does; a suspended one is killed, and so are the processes that it leaves behind.
Failure: one that cannot be started raises EngineDied. One that has died is told by `next`, and the lines that
it marked for the log are in this process's log.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, BinaryIO, Final, cast

from app.adapters.allocator import with_huge_pages
from app.adapters.child_pipes import log_lines, read_messages, start_reading
from app.adapters.engine_messages import Message, send
from app.adapters.process_tree import ProcessTree
from app.domain.problems import EngineDied

if sys.platform == "win32":
    from app.adapters.windows_job import KILL_ON_JOB_CLOSE, JobObject

PATIENCE_SECONDS: Final = 2.0

FEW_SHAPES: Final = {"ONEDNN_PRIMITIVE_CACHE_CAPACITY": "16"}
"""oneDNN, within CTranslate2, keeps what it has compiled for the last 1024 shapes of its input. The encoder's
windows are as long as the speech, so that nearly each is new: 20 MB more after 25 minutes, none with 16."""


class FileProcess:
    """The child. `hold`, `go_on` and `close` may be called from any thread, and never raise."""

    def __init__(self, command: Sequence[str]) -> None:
        self._answers: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        try:
            self._process = start_reading(
                command,
                "file answers",
                self._read,
                errors=subprocess.PIPE,
                environment={**with_huge_pages(os.environ), **FEW_SHAPES},
            )
        except OSError as error:
            raise EngineDied(f"it could not be started: {type(error).__name__}") from error
        self._tree = ProcessTree(self._process.pid)
        if sys.platform == "win32":
            # Elsewhere the system resumes or kills a suspended process when Sayso has died.
            self._job = JobObject()
            self._job.limit(KILL_ON_JOB_CLOSE)
            self._job.take(self._process.pid)
        self._sending = threading.Lock()
        self._commands = cast(BinaryIO, self._process.stdin)
        threading.Thread(
            target=self._drain, args=(self._process.stderr,), name="file log", daemon=True
        ).start()

    @property
    def pid(self) -> int:
        """The number of the process, also when it has ended."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it runs, or is suspended."""
        return self._process.poll() is None

    def send(self, message: Message) -> None:
        """Say something small. Raises EngineDied."""
        try:
            with self._sending:
                send(self._commands, message)
        except (OSError, ValueError) as error:
            raise EngineDied("it has ended") from error

    def next(self, seconds: float) -> Message | None:
        """Its next answer, None behind the last one. Raises queue.Empty when none comes in time."""
        return self._answers.get(timeout=seconds)

    def wake(self) -> None:
        """Have `next` come back with an empty answer."""
        self._answers.put({})

    def hold(self) -> None:
        """Suspend it, then those that it has started."""
        self._tree.hold()

    def go_on(self) -> None:
        """Resume all of them."""
        self._tree.go_on()

    def close(self) -> None:
        """End it and those that it has started, whatever they do."""
        # Killed, not asked: it may be suspended, and has nothing to save.
        self._tree.end()
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE_SECONDS)
        with self._sending, suppress(OSError, ValueError):
            self._commands.close()
        if sys.platform == "win32":
            self._job.close()

    @property
    def status(self) -> int | None:
        """Its exit status; negative: the signal that ended it."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(PATIENCE_SECONDS)
        return None

    # --- threads of their own: pipes cannot be waited for with a limit everywhere ---

    def _read(self, pipe: IO[bytes]) -> None:
        read_messages(pipe, self._answers.put)

    def _drain(self, pipe: IO[bytes]) -> None:
        for _ in log_lines(pipe, self.pid):
            pass  # what libraries say is nobody's
