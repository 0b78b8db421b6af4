"""Recordings on disk while they are being spoken, so that no crash can take a word back.

One WAV file per dictation (16-bit PCM, mono, 16 kHz): `journal/NAME.wav` while it is spoken, moved to
`recordings/NAME.wav` when it is finished. Only this user may read either folder.

The rules:
- Every block is written at once and unbuffered: what `append` was given survives the death of the
  process. `sync` makes it survive the loss of power.
- The header's sizes are brought up to date after each block, so other programs can play the file at any
  moment. This one trusts the file's length instead, so a death between the two writes harms nothing.
- A file being spoken is locked. What lies in `journal/` without a lock was interrupted: another Sayso
  of the same user (the command line beside the window) never takes a living recording for a dead one.
- A new file is locked before it holds a sample, and whoever removes an empty one holds its lock. One
  that was removed in between is seen by its maker, who makes it again.

Failure mode: FolderUnwritable or DiskFull; the samples that fitted stay, whole and readable, and later
blocks are tried again. A recording that could not be begun is passed over in silence afterwards, so that
dictation goes on without one.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import Final

from app.adapters.disk import make_guarded_folder, storage_problem
from app.domain import wave
from app.domain.audio import SAMPLE_RATE, Samples, from_pcm16, to_pcm16
from app.domain.history import InterruptedRecording
from app.domain.problems import AudioMissing, AudioUnreadable, Unexpected

logger = logging.getLogger(__name__)

_SUFFIX: Final = ".wav"
_LOCK_PLACE: Final = 0x7FFF_0000
"""Where Windows' lock lies: it forbids reading what it covers, so it covers what no recording reaches."""


class FileJournal:
    """Fits the Journal port. Used by one thread.

    Args:
        folder: the data folder; `journal` and `recordings` are made in it when first needed.
    """

    def __init__(self, folder: Path) -> None:
        self._journal = folder / "journal"
        self._recordings = folder / "recordings"
        self._open: dict[str, FileIO] = {}

    def begin(self, recording: str) -> None:
        """Start a file. Raises FolderUnwritable or DiskFull; Unexpected when there is one of that name."""
        if self.path(recording) is not None:
            raise Unexpected("the journal", detail="a recording was begun twice")
        with _problems(self._journal):
            make_guarded_folder(self._journal)
            self._open[recording] = _new_file(self._spoken(recording))

    def append(self, recording: str, samples: Samples) -> None:
        """Write `samples` (float32 mono 16 kHz) at once. Raises DiskFull or FolderUnwritable."""
        file = self._open.get(recording)
        if file is not None and len(samples):
            with _problems(self._journal):
                _append(file, to_pcm16(samples))

    def sync(self) -> None:
        """Flush every open file to the disk. Raises DiskFull or FolderUnwritable."""
        with _problems(self._journal):
            for file in self._open.values():
                os.fsync(file.fileno())

    def finish(self, recording: str) -> None:
        """Keep it: move the file to the recordings. Unknown ones are none of its concern.
        Raises DiskFull or FolderUnwritable; the file then stays where it is."""
        spoken = self._spoken(recording)
        with _problems(self._recordings):
            if file := self._open.pop(recording, None):
                with file:
                    _write_sizes(file, _size(file))
                    os.fsync(file.fileno())
            if spoken.exists():
                make_guarded_folder(self._recordings)
                os.replace(spoken, self._kept(recording))

    def discard(self, recording: str) -> None:
        """Remove the file, wherever it is now. Unknown ones are none of its concern.
        Raises FolderUnwritable."""
        if file := self._open.pop(recording, None):
            file.close()
        with _problems(self._journal):
            self._spoken(recording).unlink(missing_ok=True)
            self._kept(recording).unlink(missing_ok=True)

    def interrupted(self) -> tuple[InterruptedRecording, ...]:
        """Those that nobody speaks any more and that were never finished, oldest first. Files that hold no
        sample are removed, headers that lag behind are put right."""
        found = [
            one
            for path in self._journal.glob(f"*{_SUFFIX}")
            if path.stem not in self._open and (one := _take_stock(path))
        ]
        return tuple(sorted(found, key=lambda one: (one.begun, one.recording)))

    def read(self, recording: str) -> Samples:
        """A finished or interrupted one, float32 mono 16 kHz. Raises AudioMissing or AudioUnreadable."""
        path = self.path(recording)
        if path is None:
            raise AudioMissing(str(self._kept(recording)))
        try:
            content = path.read_bytes()
        except OSError as error:
            raise AudioUnreadable(str(path), "the file cannot be opened", str(error)) from error
        if content and not wave.is_header(content):
            raise AudioUnreadable(str(path), "it is not a recording of Sayso's")
        return from_pcm16(content[wave.HEADER_BYTES :])

    def path(self, recording: str) -> Path | None:
        """Its file, if there is one."""
        for path in (self._kept(recording), self._spoken(recording)):
            if path.is_file():
                return path
        return None

    def close(self) -> None:
        """Let go of what is still being spoken; it counts as interrupted from now on."""
        while self._open:
            self._open.popitem()[1].close()

    def _spoken(self, recording: str) -> Path:
        return self._journal / _file_name(recording)

    def _kept(self, recording: str) -> Path:
        return self._recordings / _file_name(recording)


def _file_name(recording: str) -> str:
    if not recording or recording.startswith(".") or any(one in recording for one in "/\\:\0"):
        raise Unexpected("the journal", detail="a recording's name is not a file name")
    return recording + _SUFFIX


@contextmanager
def _problems(folder: Path) -> Iterator[None]:
    """The operating system's errors as Problems."""
    try:
        yield
    except OSError as error:
        raise storage_problem(error, folder) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _new_file(path: Path) -> FileIO:
    """A new locked file that holds a header."""
    while True:
        file = FileIO(path, "x+", opener=_private)
        try:
            _lock(file, wait=True)
            if _is_still_there(path, file):
                _write_all(file, wave.header(0))
                return file
        except BaseException:  # an interrupt leaves no half file behind either
            file.close()
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        file.close()


def _is_still_there(path: Path, file: FileIO) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _size(file: FileIO) -> int:
    return os.fstat(file.fileno()).st_size


def _append(file: FileIO, data: bytes) -> None:
    """All of `data` behind the last whole sample, or nothing of it."""
    end = wave.HEADER_BYTES + wave.data_bytes(_size(file))
    file.seek(end)
    try:
        _write_all(file, data)
    except OSError:
        with suppress(OSError):
            file.truncate(end)
        raise
    _write_sizes(file, end + len(data))


def _write_all(file: FileIO, data: bytes) -> None:
    """An unbuffered file may take less than it is given, when the disk becomes full in the middle."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def _write_sizes(file: FileIO, file_bytes: int) -> None:
    """Overwrites the header in place, which needs no space."""
    file.seek(0)
    _write_all(file, wave.header(wave.data_bytes(file_bytes)))


def _take_stock(path: Path) -> InterruptedRecording | None:
    """What lies at `path`, repaired; None when it is still being spoken, empty, or not to be opened."""
    try:
        with FileIO(path, "r+") as file:
            if not _lock(file, wait=False):
                return None
            status = os.fstat(file.fileno())
            length = wave.data_bytes(status.st_size)
            if length:
                _repair(file, length)
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
                seconds = length / wave.SAMPLE_BYTES / SAMPLE_RATE
                return InterruptedRecording(path.stem, status.st_mtime - seconds, seconds)
            if os.name == "posix":
                path.unlink(missing_ok=True)
        if os.name != "posix":
            # Windows removes no file that is open, be it by its maker or by this function.
            path.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("a recording in the journal cannot be looked at: %s", error.strerror)
    return None


def _repair(file: FileIO, length: int) -> None:
    """Put a header right that lags behind; a file that is not a recording is left as it is."""
    start = file.read(wave.HEADER_BYTES) or b""
    if wave.is_header(start) and start != wave.header(length):
        file.seek(0)
        _write_all(file, wave.header(length))


if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO, *, wait: bool) -> bool:
        """Lock `file` until it is closed; whether it could be had."""
        place = file.tell()
        file.seek(_LOCK_PLACE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            if wait:
                raise
            return False
        finally:
            file.seek(place)
        return True
else:
    import fcntl

    def _lock(file: FileIO, *, wait: bool) -> bool:
        """Lock `file` until it is closed; whether it could be had."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError as error:
            # A file system without locks: no other Sayso could be told apart, but nothing is lost.
            return error.errno in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
        return True
