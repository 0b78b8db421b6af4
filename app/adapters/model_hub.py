"""Downloads speech models from the Hugging Face hub: resumed where it was broken off, verified by hash.

The library's own download can neither be stopped for one file alone nor, since it went over to its own
storage protocol, be relied on to resume (its issues 4632 and 4196). So each file is asked for in ranges, by
its address (`app.adapters.download`). It arrives in NAME.part and gets its name only when its hash agrees:
the catalogue's, else the one that the hub itself tells (SHA-256 of large files, the git object of small
ones). The revision is settled before the first byte and written down, so that what is gone on with later is
of the same one. huggingface_hub is imported only while a download runs, which the user has asked for. No
token is sent.

Fails with DownloadFailed, or FolderUnwritable or DiskFull; what has arrived is kept. What `on_progress`
raises passes through, which is how a download is stopped.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.adapters.connections import Connections
from app.adapters.disk import MORE_ROOM_TO_GO_ON, storage_problem
from app.adapters.download import PART, THROWN_AWAY, TIMEOUT, Digest, Download, Server
from app.adapters.model_files import Receipt, arrived_bytes, drop_parts, read_receipt, write_receipt
from app.domain.catalogue import KNOWN_FILES, REQUIRED_FILES, VOCABULARIES, CatalogueModel
from app.domain.connections import Purpose
from app.domain.problems import DiskFull, DownloadFailed
from app.domain.texts import shown

Progress = Callable[[int, int], None]

CHOOSE_ANOTHER: Final = f"{THROWN_AWAY} Choose another model if it comes back."
CHANGED: Final = "The hub has changed it since; choose another model."


PUBLIC_HUB: Final = "https://huggingface.co"
ENDPOINT_VARIABLE: Final = "HF_ENDPOINT"
"""By which the hub's own library takes another address, too."""


def hub_address(environment: Mapping[str, str] = os.environ) -> str:
    """Where the hub is: the public one, or what the environment says."""
    return environment.get(ENDPOINT_VARIABLE, "").rstrip("/") or PUBLIC_HUB


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
        connections: the gate.
    """

    def __init__(
        self,
        endpoint: str = "",
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        connections: Connections | None = None,
    ) -> None:
        self._connections = connections or Connections()
        self._endpoint = endpoint or hub_address()
        self._pause = pause
        self._clock = clock

    def download(self, model: CatalogueModel, folder: Path, on_progress: Progress) -> None:
        """Put all files of `model` into `folder`, verified; `on_progress(received, total)` in bytes.

        Raises DownloadFailed, ConnectionRefused, FolderUnwritable or DiskFull.
        """
        begun = read_receipt(folder)
        if begun and (begun.repository != model.repository or model.revision not in ("", begun.revision)):
            begun = None
        hub = _Connection(model, self._endpoint, self._pause, self._connections)
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
                raise DiskFull(str(folder), detail=f"{missing} bytes are missing", remedy=MORE_ROOM_TO_GO_ON)
            hashes, done = {}, 0
            for file in listing.files:
                fetch = _Fetch(hub, file, folder, _Sum(done, listing.total, on_progress), self._clock)
                hashes[file.name] = fetch.run(listing.revision)
                done += file.size
            write_receipt(folder, Receipt(model.repository, listing.revision, hashes))
        except OSError as error:
            raise storage_problem(error, folder, remedy=MORE_ROOM_TO_GO_ON) from error


@dataclass(frozen=True, slots=True)
class _Sum:
    """Counts one file's bytes on top of those of the files before it."""

    before: int
    total: int
    on_progress: Progress

    def __call__(self, received: int) -> None:
        self.on_progress(self.before + received, self.total)


@dataclass(frozen=True, slots=True)
class _Failures:
    """What the user is told of the model of that name."""

    name: str

    def failed(self, reason: str, remedy: str = "", detail: str = "") -> DownloadFailed:
        return DownloadFailed(self.name, reason, remedy, detail)

    def absent(self, detail: str) -> DownloadFailed:
        return _NotThere(self.name, detail)


class _Connection:
    """Asks the hub about one model, patiently. Raises DownloadFailed and what is raised while it waits."""

    def __init__(
        self,
        model: CatalogueModel,
        endpoint: str,
        pause: Callable[[float], None],
        connections: Connections,
    ) -> None:
        self.model = model
        self.failed = _Failures(model.name).failed
        self.server = Server(shown("the hub"), Purpose.MODELS, _Failures(model.name), pause, connections)
        self._endpoint = endpoint

    def listing(self, revision: str, on_wait: Callable[[], None]) -> _Listing:
        """What there is of `revision`, or of the newest one where that is empty or, for a model that the
        catalogue does not pin, gone from the hub."""
        self.server.check(self._endpoint)
        # Imported here: only a download needs it, and it brings a whole network stack.
        from huggingface_hub import HfApi

        api: Any = HfApi(endpoint=self._endpoint, token=False)

        def ask(of: str) -> Any:  # noqa: ANN401 - whatever the library answers
            return api.model_info(
                self.model.repository, revision=of or None, files_metadata=True, timeout=TIMEOUT
            )

        try:
            info = self.server.patiently(lambda: ask(revision), on_wait, waits_for_answers=False)
        except _NotThere:
            if not revision or self.model.revision:
                raise
            info = self.server.patiently(lambda: ask(""), on_wait, waits_for_answers=False)
        found = [self._remote(one) for one in info.siblings or [] if one.rfilename in KNOWN_FILES]
        names = {file.name for file in found}
        if not set(REQUIRED_FILES) <= names or not set(VOCABULARIES) & names:
            raise self.failed("the hub does not have all of its files", CHANGED)
        return _Listing(str(info.sha), sorted(found, key=lambda file: file.size))

    def address(self, name: str, revision: str) -> str:
        """Where a file is."""
        from huggingface_hub import hf_hub_url

        return str(hf_hub_url(self.model.repository, name, revision=revision, endpoint=self._endpoint))

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
            digest = _GitDigest(self._file.size)
            if digest.read(self._target) == self._file.size and digest.agrees(self._file):
                self._on_progress(self._file.size)
                return digest.sha256
            self._target.unlink()
        digest = _GitDigest(self._file.size)
        address = self._hub.address(self._file.name, revision)
        download = Download(self._hub.server, address, self._file.size, self._part, self._clock)
        download.receive(digest, self._on_progress)
        if not digest.agrees(self._file):
            self._part.unlink()
            raise self._hub.failed(f"{self._file.name} is not what was published", CHOOSE_ANOTHER)
        self._part.replace(self._target)
        return digest.sha256


class _GitDigest(Digest):
    """The hashes of a file of `size` bytes as it arrives: SHA-256, and that of the git object."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._git = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)

    def update(self, piece: bytes) -> None:
        super().update(piece)
        self._git.update(piece)

    def agrees(self, file: _Remote) -> bool:
        """Whether this is `file`."""
        return self.sha256 == file.sha256 if file.sha256 else self._git.hexdigest() == file.git
