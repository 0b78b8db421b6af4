"""Sound in memory that Sayso shares with the process of its speech engine.

The problem: what a block of shared memory is called by outlives those who use it, when they are killed.
So the memory has no name wherever that can be: on Linux it is an anonymous file (memfd), elsewhere on Unix a
temporary file whose name is gone before anything is in it, and the process inherits it. On Windows a mapping
has a name, but goes away with the last handle. Whatever dies, nothing is left behind.

Rules: one sound at a time, which is there from `put` to `clear` and no longer. The far end copies it out
before it answers.
Failure mode: memory that cannot be had raises OSError, at the writing end alone.
"""

from __future__ import annotations

import errno
import mmap
import os
import secrets
import sys
import tempfile
import threading
from contextlib import suppress
from typing import Final

import numpy as np

from app.domain.audio import Samples

SAMPLE_BYTES: Final = 4

NO_FILE: Final = -1


class SharedSound:
    """The writing end. `close` may be called from any thread.

    `file` is the descriptor that the process has to inherit; NO_FILE on Windows.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_closed = False
        self._mapping: mmap.mmap | None = None
        self.file: Final = NO_FILE if sys.platform == "win32" else _anonymous_file()

    def put(self, samples: Samples) -> str:
        """Put `samples` (float32 mono 16 kHz) there; the answer is the memory's name, empty where it has
        none. Raises OSError, also after `close`."""
        data = np.ascontiguousarray(samples, np.float32).data.cast("B") if len(samples) else memoryview(b"")
        with self._lock:
            if self._is_closed:
                raise OSError("the shared memory is closed")
            if sys.platform != "win32":
                _write(self.file, data)
                return ""
            name = f"sayso-{os.getpid()}-{secrets.token_hex(8)}"
            if len(data):
                self._mapping = mmap.mmap(-1, len(data), tagname=name)
                self._mapping[:] = bytes(data)
            return name

    def clear(self) -> None:
        """Give the memory of the last sound back."""
        with self._lock:
            if not self._is_closed:
                self._clear()

    def close(self) -> None:
        """Nothing is put there any more."""
        with self._lock:
            if self._is_closed:
                return
            self._clear()
            self._is_closed = True
            if self.file != NO_FILE:
                os.close(self.file)

    def _clear(self) -> None:
        if self._mapping is not None:
            self._mapping.close()
            self._mapping = None
        if self.file != NO_FILE:
            with suppress(OSError):
                os.ftruncate(self.file, 0)


def take(file: int, name: str, count: int) -> Samples:
    """At the far end: a copy of the `count` samples that were put there. Raises MemoryError, and OSError or
    ValueError where there are none."""
    if not count:
        return np.zeros(0, np.float32)
    try:
        memory = _mapped(file, name, count * SAMPLE_BYTES)
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise MemoryError from error
        raise
    with memory:
        return np.array(np.frombuffer(memory, np.float32))


def _mapped(file: int, name: str, size: int) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=name, access=mmap.ACCESS_READ)
    return mmap.mmap(file, size, access=mmap.ACCESS_READ)


def _write(file: int, data: memoryview) -> None:
    """From the beginning on. Written, not mapped: where there is no memory left, writing tells so, and a
    mapping takes the process."""
    if sys.platform != "win32":
        offset = 0
        while offset < len(data):
            offset += os.pwrite(file, data[offset:], offset)


def _anonymous_file() -> int:
    """A descriptor of an empty file without a name. Raises OSError."""
    if sys.platform == "linux":
        with suppress(OSError):
            return os.memfd_create("sayso-sound")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
