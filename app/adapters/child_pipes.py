"""What the processes that Sayso starts for itself have in common: how they are started, and what they say.

Answers come as framed messages (`app.adapters.engine_messages`) on standard output. On standard error
libraries write what they like, and between that are the lines that are marked for Sayso's log. Pipes cannot
be waited for with a limit everywhere, so each is read to its end by a thread of its own.
"""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import IO, BinaryIO, Final, cast

from app.adapters.engine_messages import LOG_MARK, Message, receive

logger = logging.getLogger(__name__)

if sys.platform == "win32":
    # A group of its own is deaf to Ctrl+C; elsewhere a session or a group of its own is.
    APART: Final = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    APART: Final = 0
"""Flags for a process that no key of a terminal reaches, and that shows no window."""

LINE_BYTES: Final = 4096


def start_reading(
    command: Sequence[str],
    name: str,
    read: Callable[[IO[bytes]], None],
    *,
    errors: int,
    environment: Mapping[str, str] | None = None,
    new_session: bool = False,
) -> subprocess.Popen[bytes]:
    """Start a process, and read its standard output with `read` on a thread of that name.

    That thread starts it as well, so that it lives as long as its answers are read: on Linux a process may be
    killed when the thread that started it has gone (`app.adapters.own_process.end_with_starter`).
    Raises OSError, and whatever else hinders it.
    """
    started: queue.SimpleQueue[subprocess.Popen[bytes] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
                start_new_session=new_session,
                creationflags=APART,
            )
        except Exception as error:  # whatever it is, somebody waits for it
            started.put(error)
            return
        started.put(process)
        assert process.stdout is not None
        read(process.stdout)

    threading.Thread(target=run, name=name, daemon=True).start()
    process = started.get()
    if isinstance(process, Exception):
        raise process
    return process


def read_messages(pipe: IO[bytes], take: Callable[[Message | None], None]) -> None:
    """Give every message to `take`, and None behind the last one or what is none."""
    with pipe, suppress(EOFError, OSError, ValueError):
        while True:
            take(receive(cast(BinaryIO, pipe)))
    take(None)


def log_lines(pipe: IO[bytes], pid: int) -> Iterator[bytes]:
    """Log what is for the log, under the number of the process; the rest is told."""
    with pipe, suppress(OSError):
        while line := pipe.readline(LINE_BYTES):
            level, _, text = line.decode("utf-8", "replace").removeprefix(LOG_MARK).partition(" ")
            if line.startswith(LOG_MARK.encode()) and level.isdigit():
                logger.log(int(level), "%s: %s", pid, text.rstrip())
            else:
                yield line
