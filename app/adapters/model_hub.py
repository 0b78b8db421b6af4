"""Downloads speech models from the Hugging Face hub: resumed where it was broken off, verified by hash.

Each file arrives piece by piece in NAME.part and gets its name only when its hash agrees: with the
catalogue's, else with the one that the hub itself publishes. The only place that imports huggingface_hub,
and only while a download runs, which the user has asked for. No token is sent.

Fails with DownloadFailed, or FolderUnwritable or DiskFull; what has arrived is kept. What `on_progress`
raises passes through, which is how a download is stopped.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from app.adapters.model_files import CHUNK_BYTES, disk_problem
from app.domain.catalogue import OPTIONAL_FILES, REQUIRED_FILES, VOCABULARIES, CatalogueModel
from app.domain.problems import DiskFull, DownloadFailed

logger = logging.getLogger(__name__)

PIECE_BYTES: Final = 8 * 1024 * 1024
"""How much is asked for at once: a broken connection loses no more, and a stop waits no longer."""
WANTED: Final = frozenset((*REQUIRED_FILES, *VOCABULARIES, *OPTIONAL_FILES))


@dataclass(frozen=True, slots=True)
class _Remote:
    """A file on the hub; `hash` is its SHA-256, empty where neither catalogue nor hub tell it."""

    address: str
    name: str
    size: int
    hash: str


class HuggingFaceHub:
    """The hub.

    Args:
        endpoint: its address; the public one, or what the environment says, when empty.
    """

    def __init__(self, endpoint: str = "") -> None:
        self._endpoint = endpoint

    def download(self, model: CatalogueModel, folder: Path, on_progress: Callable[[int, int], None]) -> None:
        """Put all files of `model` into `folder`, verified; `on_progress(received, total)` in bytes.

        Raises DownloadFailed, FolderUnwritable or DiskFull.
        """
        hub = _Connection(model, self._endpoint)
        files = hub.files()
        total = sum(file.size for file in files)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            missing = total - sum(_arrived(folder, file) for file in files)
            if shutil.disk_usage(folder).free < missing:
                raise DiskFull(str(folder), detail=f"{missing} bytes are missing")
            done = 0
            for file in files:
                hub.fetch(file, folder, _Sum(done, total, on_progress))
                done += file.size
        except OSError as error:
            raise disk_problem(error, folder) from error


@dataclass(frozen=True, slots=True)
class _Sum:
    """Counts one file's bytes on top of those of the files before it."""

    before: int
    total: int
    on_progress: Callable[[int, int], None]

    def __call__(self, received: int) -> None:
        self.on_progress(self.before + received, self.total)


class _Connection:
    """One download of one model."""

    def __init__(self, model: CatalogueModel, endpoint: str) -> None:
        # Imported here: only a download needs it, and it brings a whole network stack.
        from huggingface_hub import HfFileSystem

        self._model = model
        self._hub: Any = HfFileSystem(endpoint=endpoint or None, token=False, skip_instance_cache=True)

    def files(self) -> list[_Remote]:
        """The model's files, small ones first. Raises DownloadFailed."""
        place = self._model.repository + (f"@{self._model.revision}" if self._model.revision else "")
        found = [self._remote(entry) for entry in self._ask(lambda: self._hub.ls(place, detail=True))]
        names = {file.name for file in found}
        if not set(REQUIRED_FILES) <= names or not set(VOCABULARIES) & names:
            raise DownloadFailed(self._model.name, "the hub does not have all of its files")
        return sorted((file for file in found if file.name in WANTED), key=lambda file: file.size)

    def fetch(self, file: _Remote, folder: Path, on_progress: Callable[[int], None]) -> None:
        """Get one file, going on from what has arrived before. Raises DownloadFailed."""
        target = folder / file.name
        if target.is_file() and target.stat().st_size == file.size:
            on_progress(file.size)
            return
        part = folder / f"{file.name}.part"
        hash, received = _begun(part, file.size)
        source = self._ask(partial(self._hub.open, file.address, "rb", PIECE_BYTES, cache_type="none"))
        with source, part.open("ab") as out:
            while received < file.size:
                wanted = min(PIECE_BYTES, file.size - received)
                piece = self._ask(partial(_read, source, received, wanted))
                if not piece or len(piece) > wanted:
                    raise DownloadFailed(self._model.name, "the hub sent something else than asked for")
                out.write(piece)
                hash.update(piece)
                received += len(piece)
                on_progress(received)
        if file.hash and hash.hexdigest() != file.hash:
            part.unlink()
            raise DownloadFailed(self._model.name, f"{file.name} is not what was published")
        part.replace(target)

    def _remote(self, entry: dict[str, Any]) -> _Remote:
        address = str(entry["name"])
        name = address.rsplit("/", 1)[-1]
        large = entry.get("lfs") or {}
        published = (
            str(large.get("sha256", "")) if isinstance(large, dict) else str(getattr(large, "sha256", ""))
        )
        return _Remote(address, name, int(entry.get("size") or 0), self._model.hashes.get(name, published))

    def _ask(self, question: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the library answers
        """The library's answer. Raises DownloadFailed for whatever it raises: that differs by release."""
        try:
            return question()
        except Exception as error:
            raise DownloadFailed(self._model.name, _reason(error), detail=repr(error)) from error


def _read(source: Any, at: int, size: int) -> bytes:  # noqa: ANN401 - a file of fsspec, without types
    source.seek(at)
    piece: bytes = source.read(size)
    return piece


def _begun(part: Path, size: int) -> tuple[Any, int]:
    """The hash and the length of what has arrived before; what is too long is thrown away."""
    hash = hashlib.sha256()
    if part.is_file() and part.stat().st_size > size:
        part.unlink()
    if not part.is_file():
        return hash, 0
    with part.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            hash.update(chunk)
    return hash, part.stat().st_size


def _arrived(folder: Path, file: _Remote) -> int:
    """How much of a file is here already, in bytes."""
    for path in (folder / file.name, folder / f"{file.name}.part"):
        if path.is_file():
            return min(path.stat().st_size, file.size)
    return 0


def _reason(error: Exception) -> str:
    """Why the hub did not give it: half a sentence for the user."""
    status = getattr(getattr(error, "response", None), "status_code", 0)
    if isinstance(error, FileNotFoundError) or status in (401, 403, 404):
        return "the hub has no such model"
    return "the hub does not answer"
