"""Downloads speech models from the Hugging Face hub: resumed where it was broken off, verified by hash.

The library's own download can neither be stopped for one file alone nor, since it went over to its own
storage protocol, be relied on to resume (its issues 4632 and 4196). So each file is asked for in ranges, by
its address, over the library's session. It arrives in NAME.part and gets its name only when its hash agrees:
the catalogue's, else the one that the hub itself tells (SHA-256 of large files, the git object of small
ones). The revision is settled before the first byte and written down, so that what is gone on with later is
of the same one. huggingface_hub is imported here alone, and only while a download runs, which the user has
asked for. No token is sent.

A hub that is busy or does not answer for a moment is asked again, five times. Fails with DownloadFailed, or
FolderUnwritable or DiskFull; what has arrived is kept. What `on_progress` raises passes through, which is how
a download is stopped: it is called after each piece, which takes about a second, and four times a second
while the hub is waited for.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from app.adapters.disk import storage_problem
from app.adapters.model_files import (
    CHUNK_BYTES,
    PART,
    Receipt,
    arrived_bytes,
    drop_parts,
    read_receipt,
    write_receipt,
)
from app.domain.catalogue import KNOWN_FILES, REQUIRED_FILES, VOCABULARIES, CatalogueModel
from app.domain.problems import DiskFull, DownloadFailed

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]

SMALLEST_PIECE: Final = 256 * 1024
LARGEST_PIECE: Final = 16 * 1024 * 1024
FIRST_PIECE: Final = 1024 * 1024
PIECE_SECONDS: Final = 1.0
"""How long one piece should take: a stop waits no longer, and asking costs little beside it."""

TIMEOUT: Final = 10.0
WAITS: Final = (1.0, 2.0, 4.0, 8.0, 8.0)
"""Seconds between one attempt and the next."""
LONGEST_WAIT: Final = 60.0
"""A hub that asks for more seconds than this is not waited for."""
WAIT_STEP: Final = 0.25

THROWN_AWAY: Final = "Try again: what was wrong is thrown away. Choose another model if it comes back."
CHANGED: Final = "The hub has changed it since; choose another model."


@dataclass(frozen=True, slots=True)
class _Remote:
    """A file on the hub. `sha256` is the catalogue's or the hub's own, or empty; `git` its git object."""

    name: str
    size: int
    sha256: str
    git: str


@dataclass(frozen=True, slots=True)
class _Listing:
    """What the hub has of a model: the commit, and its files that are needed, small ones first."""

    revision: str
    files: list[_Remote]

    @property
    def total(self) -> int:
        return sum(file.size for file in self.files)


class HuggingFaceHub:
    """The hub.

    Args:
        endpoint: its address; the public one, or what the environment says, when empty.
        pause: waits so many seconds.
        clock: what the pace of a download is measured with, in seconds.
    """

    def __init__(
        self,
        endpoint: str = "",
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._endpoint = endpoint
        self._pause = pause
        self._clock = clock

    def download(self, model: CatalogueModel, folder: Path, on_progress: Progress) -> None:
        """Put all files of `model` into `folder`, verified; `on_progress(received, total)` in bytes.

        Raises DownloadFailed, FolderUnwritable or DiskFull.
        """
        begun = read_receipt(folder)
        if begun and (begun.repository != model.repository or model.revision not in ("", begun.revision)):
            begun = None
        hub = _Connection(model, self._endpoint, self._pause)
        listing = hub.listing(begun.revision if begun else model.revision, lambda: on_progress(0, 0))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if begun is None or begun.revision != listing.revision:
                drop_parts(folder)
                begun = Receipt(model.repository, listing.revision, {})
                write_receipt(folder, begun)
            missing = listing.total - sum(
                arrived_bytes(folder, file.name, file.size) for file in listing.files
            )
            if shutil.disk_usage(folder).free < missing:
                raise DiskFull(str(folder), detail=f"{missing} bytes are missing")
            hashes, done = {}, 0
            for file in listing.files:
                fetch = _Fetch(hub, file, folder, _Sum(done, listing.total, on_progress), self._clock)
                hashes[file.name] = fetch.run(listing.revision)
                done += file.size
            write_receipt(folder, Receipt(model.repository, listing.revision, hashes))
        except OSError as error:
            raise storage_problem(error, folder) from error


@dataclass(frozen=True, slots=True)
class _Sum:
    """Counts one file's bytes on top of those of the files before it."""

    before: int
    total: int
    on_progress: Progress

    def __call__(self, received: int) -> None:
        self.on_progress(self.before + received, self.total)


class _Connection:
    """Asks the hub about one model, patiently. Raises DownloadFailed and what is raised while it waits."""

    def __init__(self, model: CatalogueModel, endpoint: str, pause: Callable[[float], None]) -> None:
        self.model = model
        self._endpoint = endpoint or None
        self._pause = pause

    def listing(self, revision: str, on_wait: Callable[[], None]) -> _Listing:
        """What there is of `revision`, or of the newest one where that is empty or, for a model that the
        catalogue does not pin, gone from the hub."""
        # Imported here: only a download needs it, and it brings a whole network stack.
        from huggingface_hub import HfApi

        api: Any = HfApi(endpoint=self._endpoint, token=False)

        def ask(of: str) -> Any:  # noqa: ANN401 - whatever the library answers
            return api.model_info(
                self.model.repository, revision=of or None, files_metadata=True, timeout=TIMEOUT
            )

        try:
            info = self._patiently(lambda: ask(revision), on_wait, waits_for_answers=False)
        except _NotThere:
            if not revision or self.model.revision:
                raise
            info = self._patiently(lambda: ask(""), on_wait, waits_for_answers=False)
        found = [self._remote(one) for one in info.siblings or [] if one.rfilename in KNOWN_FILES]
        names = {file.name for file in found}
        if not set(REQUIRED_FILES) <= names or not set(VOCABULARIES) & names:
            raise self.failed("the hub does not have all of its files", CHANGED)
        return _Listing(str(info.sha), sorted(found, key=lambda file: file.size))

    def piece(self, name: str, revision: str, at: int, size: int, on_wait: Callable[[], None]) -> bytes:
        """`size` bytes of a file from byte `at` on, or fewer; never none and never more."""
        import huggingface_hub.utils
        from huggingface_hub import hf_hub_url

        library: Any = huggingface_hub.utils
        address = hf_hub_url(self.model.repository, name, revision=revision, endpoint=self._endpoint)
        # As it is: a range of a compressed file would be no range of the file.
        headers = {
            "Range": f"bytes={at}-{at + size - 1}",
            "Accept-Encoding": "identity",
            "User-Agent": "sayso",
        }

        def ask() -> bytes:
            answer = library.get_session().get(address, headers=headers, timeout=TIMEOUT)
            library.hf_raise_for_status(answer)
            content: bytes = answer.content
            return content

        content: bytes = self._patiently(ask, on_wait)
        if not 0 < len(content) <= size:
            raise self.failed("the hub sent something else than asked for")
        return content

    def failed(self, reason: str, remedy: str = "", detail: str = "") -> DownloadFailed:
        """What the user is told."""
        return DownloadFailed(self.model.name, reason, remedy, detail)

    def _remote(self, one: Any) -> _Remote:  # noqa: ANN401 - the library's RepoSibling
        large = one.lfs or {}
        told = str(large.get("sha256", "")) if isinstance(large, dict) else str(getattr(large, "sha256", ""))
        pinned = self.model.hashes.get(one.rfilename, "")
        if pinned and told and pinned != told:
            raise self.failed(f"{one.rfilename} is not what was published", CHANGED, detail=told)
        git = "" if large else str(one.blob_id or "")
        if one.size is None or not (pinned or told or git):
            raise self.failed(f"the hub does not say how to check {one.rfilename}", CHANGED)
        return _Remote(one.rfilename, int(one.size), pinned or told, git)

    def _patiently(
        self, question: Callable[[], Any], on_wait: Callable[[], None], waits_for_answers: bool = True
    ) -> Any:  # noqa: ANN401 - whatever the library answers
        """The library's answer. What it raises differs by release, so only the status is looked at. Without
        `waits_for_answers` a hub that cannot be reached at all is not asked again."""
        for wait in (*WAITS, None):
            try:
                return question()
            except Exception as error:
                status = _status(error)
                if status in (401, 403, 404) or isinstance(error, FileNotFoundError):
                    raise _NotThere(self.model.name, repr(error)) from error
                is_passing = status == 429 or status >= 500 or (status == 0 and waits_for_answers)
                asked_for = _asked_wait(error)
                if asked_for > LONGEST_WAIT:
                    minutes = -(-int(asked_for) // 60)
                    raise self.failed(
                        "the hub is busy", f"Try again in {minutes} minutes; what has arrived is kept."
                    ) from error
                if wait is None or not is_passing:
                    reason = "the hub is busy" if status else "the hub does not answer"
                    raise self.failed(reason, detail=repr(error)) from error
                logger.info("the hub is asked again: %r", error)
                self._wait(max(wait, asked_for), on_wait)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, seconds: float, on_wait: Callable[[], None]) -> None:
        left = seconds
        while left > 0:
            on_wait()
            self._pause(min(left, WAIT_STEP))
            left -= WAIT_STEP


class _NotThere(DownloadFailed):
    """The hub knows no such model, revision or file."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(name, "the hub has no such model", "Choose another model.", detail)


class _Fetch:
    """Gets one file into a folder, going on from what has arrived before."""

    def __init__(
        self,
        hub: _Connection,
        file: _Remote,
        folder: Path,
        on_progress: Callable[[int], None],
        clock: Callable[[], float],
    ) -> None:
        self._hub = hub
        self._file = file
        self._target = folder / file.name
        self._part = folder / f"{file.name}{PART}"
        self._on_progress = on_progress
        self._clock = clock

    def run(self, revision: str) -> str:
        """Its SHA-256 once it is there. Raises DownloadFailed and what the disk raises."""
        if self._target.is_file():
            digest = _Digest(self._file.size)
            if digest.read(self._target) == self._file.size and digest.agrees(self._file):
                self._on_progress(self._file.size)
                return digest.sha256
            self._target.unlink()
        digest = self._receive(revision)
        if not digest.agrees(self._file):
            self._part.unlink()
            raise self._hub.failed(f"{self._file.name} is not what was published", THROWN_AWAY)
        self._part.replace(self._target)
        return digest.sha256

    def _receive(self, revision: str) -> _Digest:
        """Ask for piece after piece until the part is whole; its digest."""
        if self._part.is_file() and self._part.stat().st_size > self._file.size:
            self._part.unlink()
        digest = _Digest(self._file.size)
        received = digest.read(self._part) if self._part.is_file() else 0
        size = FIRST_PIECE
        with self._part.open("ab") as out:
            while received < self._file.size:
                began = self._clock()
                wanted = min(size, self._file.size - received)
                on_wait = partial(self._on_progress, received)
                piece = self._hub.piece(self._file.name, revision, received, wanted, on_wait)
                size = next_piece(len(piece), self._clock() - began)
                out.write(piece)
                out.flush()
                digest.update(piece)
                received += len(piece)
                if os.fstat(out.fileno()).st_size != received:
                    raise self._hub.failed("another program is getting it, too", "Stop one of the two.")
                self._on_progress(received)
            os.fsync(out.fileno())
        return digest


class _Digest:
    """The hashes of a file of `size` bytes as it arrives: SHA-256, and that of the git object."""

    def __init__(self, size: int) -> None:
        self._sha256 = hashlib.sha256()
        self._git = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest()

    def update(self, piece: bytes) -> None:
        self._sha256.update(piece)
        self._git.update(piece)

    def read(self, path: Path) -> int:
        """Take in all of a file; its length in bytes."""
        length = 0
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                self.update(chunk)
                length += len(chunk)
        return length

    def agrees(self, file: _Remote) -> bool:
        """Whether this is `file`."""
        return self.sha256 == file.sha256 if file.sha256 else self._git.hexdigest() == file.git


def next_piece(received: int, seconds: float) -> int:
    """How many bytes to ask for next, when so many came in so many seconds: what takes about a second."""
    pace = received / max(seconds, 0.001)
    return max(SMALLEST_PIECE, min(LARGEST_PIECE, int(pace * PIECE_SECONDS)))


def _status(error: Exception) -> int:
    """The status of the answer that made the library raise; 0 where nothing was answered."""
    return int(getattr(getattr(error, "response", None), "status_code", 0) or 0)


def _asked_wait(error: Exception) -> float:
    """How many seconds the hub asks to be left alone; 0 where it does not say."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    told = str(headers.get("Retry-After", "")) or str(headers.get("RateLimit", ""))
    found = re.fullmatch(r"\s*(\d+)\s*", told) or re.search(r"\bt=(\d+)", told)
    return float(found[1]) if found else 0.0
