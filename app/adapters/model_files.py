"""The files of a speech model: which are needed, whether they are what was published, and joining parts.

A file is hashed once. A stamp remembers its size, its time of change and the hash, so that 145 MB are not
read at every start; a file that changed is hashed again. Stamps lie in a folder of Sayso's own, never beside
the files, which may belong to an installed package. A stamp that cannot be written costs time, nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from app.adapters.disk import MORE_ROOM, storage_problem, write_whole
from app.adapters.download import CHUNK_BYTES, PART
from app.domain.catalogue import KNOWN_FILES, MODEL_FILE, REQUIRED_FILES, VOCABULARIES
from app.domain.problems import DiskFull, FolderUnwritable, ModelDamaged

logger = logging.getLogger(__name__)

RECEIPT_FILE: Final = "download.json"
SMALLEST_MODEL_BYTES: Final = 1_000_000
"""No Whisper model is smaller; what is, is an error page or a pointer in place of the weights."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Written into the folder of a download: which commit of which repository it is of. `hashes` holds the
    SHA-256 of each file, once all of them were found to be what the hub says."""

    repository: str
    revision: str
    hashes: Mapping[str, str] = field(default_factory=dict)


def read_receipt(folder: Path) -> Receipt | None:
    """The receipt in `folder`; None where there is none that can be read."""
    try:
        found = json.loads((folder / RECEIPT_FILE).read_text(encoding="utf-8"))
        hashes = {str(name): str(hash) for name, hash in dict(found["hashes"]).items()}
        return Receipt(str(found["repository"]), str(found["revision"]), hashes)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_receipt(folder: Path, receipt: Receipt) -> None:
    """Put it into `folder`, all or nothing. Raises FolderUnwritable or DiskFull."""
    write_whole(folder / RECEIPT_FILE, json.dumps(asdict(receipt), indent=1).encode())


def drop_parts(folder: Path) -> None:
    """Remove what has arrived of files that are not whole. Raises OSError."""
    for name in KNOWN_FILES:
        (folder / f"{name}{PART}").unlink(missing_ok=True)


def arrived_bytes(folder: Path, name: str, size: int | None = None) -> int:
    """How much of a file is in `folder`, whole or not, in bytes; at most `size`."""
    found = _size(folder / name) or _size(folder / f"{name}{PART}")
    return found if size is None else min(found, size)


def folder_bytes(folder: Path) -> int:
    """How much all files in `folder` hold, in bytes; 0 where there is no such folder."""
    try:
        return sum(map(_size, folder.iterdir()))
    except OSError:
        return 0


def _size(path: Path) -> int:
    """0 where it is no file: a download may just be giving it its name."""
    try:
        state = path.stat()
    except OSError:
        return 0
    return state.st_size if stat.S_ISREG(state.st_mode) else 0


def remove_folder(folder: Path) -> int:
    """Remove a model's folder with all that is in it; the bytes that this frees, 0 where there is none.

    The weights go first: whatever stops it half-way, no folder is left that looks whole. Raises
    FolderUnwritable.
    """
    freed = folder_bytes(folder)
    try:
        (folder / MODEL_FILE).unlink(missing_ok=True)
        if folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise FolderUnwritable(str(folder), detail=str(error)) from error
    return freed


def missing_file(folder: Path) -> str | None:
    """The first file that a model folder needs and has not; None when it is complete."""
    for name in REQUIRED_FILES:
        if not (folder / name).is_file():
            return name
    if not any((folder / name).is_file() for name in VOCABULARIES):
        return " or ".join(VOCABULARIES)
    return None


def empty_file(folder: Path) -> str | None:
    """The first needed file that cannot be what it should, by its size alone."""
    if (folder / MODEL_FILE).stat().st_size < SMALLEST_MODEL_BYTES:
        return MODEL_FILE
    return next((name for name in REQUIRED_FILES if (folder / name).stat().st_size == 0), None)


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Stamps:
    """Remembers which files were found whole.

    Args:
        folder: where the stamps are kept; made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def verify(self, model: str, path: Path, wanted: str) -> None:
        """Make sure that the hash of `path` is `wanted`. Raises ModelDamaged."""
        stamp = self._stamp(path, wanted)
        if self._read(path) == stamp:
            return
        found = sha256(path)
        if found != wanted:
            raise ModelDamaged(model, path.name, detail=f"{path}: sha256 {found}, not {wanted}")
        self.remember(path, wanted)

    def remember(self, path: Path, hash: str) -> None:
        """`path` was just found to have this hash."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file(path).write_text(json.dumps(self._stamp(path, hash)), encoding="utf-8")
        except OSError as error:
            logger.info("a model's stamp could not be written: %s", error)

    def _stamp(self, path: Path, hash: str) -> dict[str, object]:
        state = path.stat()
        return {"path": str(path), "size": state.st_size, "changed": state.st_mtime_ns, "sha256": hash}

    def _read(self, path: Path) -> object:
        try:
            return json.loads(self._file(path).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _file(self, path: Path) -> Path:
        return self._folder / f"{hashlib.sha256(str(path).encode()).hexdigest()[:32]}.json"


def join_parts(model: str, parts: Sequence[Path], target: Path, wanted: str) -> None:
    """Write `parts` one after the other into `target`, all or nothing, hashing on the way.

    Raises ModelDamaged when the whole is not what was published, FolderUnwritable or DiskFull.
    """
    folder = target.parent
    needed = sum(map(_size, parts))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < needed:
            # Tried again at every dictation until there is room, so the disk is not filled up each time.
            raise DiskFull(str(folder), detail=f"{needed} bytes are needed", remedy=MORE_ROOM)
        handle, name = tempfile.mkstemp(prefix=f"{target.name}.", suffix=".part", dir=folder)
    except OSError as error:
        raise storage_problem(error, folder, remedy=MORE_ROOM) from error
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            found = _copy(model, parts, out.fileno())
            os.fsync(out.fileno())
        if wanted and found != wanted:
            raise ModelDamaged(model, target.name, detail=f"its parts give sha256 {found}, not {wanted}")
        unfinished.chmod(0o644)
        unfinished.replace(target)
    except OSError as error:
        raise storage_problem(error, folder, remedy=MORE_ROOM) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _copy(model: str, parts: Sequence[Path], out: int) -> str:
    """Copy the parts to an open file; the hash of the whole. Raises ModelDamaged and what writing raises."""
    hash = hashlib.sha256()
    for part in parts:
        for chunk in _chunks(model, part):
            hash.update(chunk)
            view = memoryview(chunk)
            while view:
                view = view[os.write(out, view) :]
    return hash.hexdigest()


def _chunks(model: str, part: Path) -> Iterator[bytes]:
    try:
        with part.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise ModelDamaged(model, part.name, detail=str(error)) from error


@contextlib.contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A path to write `target` to, which gets its name when all went well, and else is removed."""
    path = target.with_name(f"{target.name}.{os.getpid()}{PART}")
    try:
        yield path
        path.replace(target)
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def copy_model(source: Path, folder: Path, on_progress: Callable[[int, int], None]) -> None:
    """Copy a model's files from `source` into `folder`, the weights last; `on_progress(copied, total)` in
    bytes. What it raises stops the copy and passes through; then `folder` has no model that looks whole.

    Raises ModelDamaged where `source` cannot be read, FolderUnwritable or DiskFull.
    """
    files = [source / name for name in KNOWN_FILES if (source / name).is_file()]
    files.sort(key=lambda path: path.name == MODEL_FILE)
    total, done = sum(path.stat().st_size for path in files), 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < total:
            raise DiskFull(str(folder), detail=f"{total} bytes are needed", remedy=MORE_ROOM)
        (folder / MODEL_FILE).unlink(missing_ok=True)
        for path in files:
            with _unfinished(folder / path.name) as unfinished, unfinished.open("wb") as out:
                for chunk in _chunks(source.name, path):
                    out.write(chunk)
                    done += len(chunk)
                    on_progress(done, total)
                out.flush()
                os.fsync(out.fileno())
    except OSError as error:
        raise storage_problem(error, folder, remedy=MORE_ROOM) from error


def copy_small(names: Mapping[str, Path], folder: Path) -> None:
    """Copy files by name into `folder`, each all or nothing. Raises FolderUnwritable or DiskFull."""
    for name, source in names.items():
        try:
            with _unfinished(folder / name) as unfinished:
                shutil.copyfile(source, unfinished)
        except OSError as error:
            raise storage_problem(error, folder, remedy=MORE_ROOM) from error
