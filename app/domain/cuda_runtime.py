"""NVIDIA's library cuBLAS, which computing on a graphics card needs: where it is, which one would be got, and
when the user is offered it.

Values and rules alone. The data is `resources/cuda.toml`. Offered is only what can help: CTranslate2 opens
the library when it first computes, so that a card which it does not offer at all wants another driver, and
the library would change nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from app.domain.hardware import MEGABYTE, Graphics

LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "linux": ("libcublasLt.so.12", "libcublas.so.12"),
    "win32": ("cublasLt64_12.dll", "cublas64_12.dll"),
}
"""By `sys.platform`, in the order of loading: the second needs the first. Other systems have none."""

_MACHINES: Final = {"amd64": "x86_64", "arm64": "aarch64"}


@dataclass(frozen=True, slots=True)
class CudaWheel:
    """The pinned wheel for one kind of computer. `index` is the address of the package index's listing of it;
    `libraries` are the sizes in bytes of the members that are needed, by their paths in the wheel; `licence`
    is the path of NVIDIA's."""

    index: str
    version: str
    system: str
    machine: str
    file: str
    size_bytes: int
    sha256: str
    licence: str
    libraries: Mapping[str, int]

    @property
    def unpacked_bytes(self) -> int:
        """What its libraries take on the disk."""
        return sum(self.libraries.values())

    @property
    def source(self) -> str:
        """Who it is got from: "pypi.org"."""
        return urlsplit(self.index).hostname or self.index


class RuntimePlace(StrEnum):
    """Where cuBLAS is. What is found first is used, in this order."""

    PACKAGE = "package"
    """Installed with pip, as by Sayso's extra "cuda"."""
    FOLDER = "folder"
    """Got by Sayso into the user's data folder."""
    SYSTEM = "system"
    """Where the system's loader finds it by itself."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CudaRuntimeState:
    """What there is of cuBLAS. `version` is known of Sayso's own; `size_bytes` is what that takes on the
    disk, and removing it frees; `arrived_bytes` is what has arrived of a download that is not whole."""

    place: RuntimePlace = RuntimePlace.MISSING
    version: str = ""
    size_bytes: int = 0
    arrived_bytes: int = 0


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """A folder, and the names of the files in it."""

    place: RuntimePlace
    folder: Path
    files: frozenset[str]


@dataclass(frozen=True, slots=True)
class CudaOffer:
    """What is offered to be downloaded, for the graphics card `card`; sizes in bytes."""

    card: str
    version: str
    source: str
    download_bytes: int
    disk_bytes: int

    @property
    def words(self) -> str:
        """What it is for, what would be got, from where, how large it is, and what it takes on the disk."""
        return (
            f"{self.card} cannot be used yet: it computes with NVIDIA's library cuBLAS, which is not here. "
            f"Sayso can get version {self.version} from {self.source}, where NVIDIA publishes it under its "
            f"own licence: {megabytes(self.download_bytes):,} MB to download, "
            f"{megabytes(self.disk_bytes):,} MB on the disk."
        )


def megabytes(size_bytes: int) -> int:
    """In MB of 1,000,000 bytes, rounded."""
    return round(size_bytes / MEGABYTE)


def parse_cuda_wheels(text: str) -> tuple[CudaWheel, ...]:
    """The wheels of `resources/cuda.toml`. Raises ValueError, KeyError or TypeError for what is none."""
    data = tomllib.loads(text)
    index, version = str(data["index"]), str(data["version"])
    return tuple(
        CudaWheel(
            index=index,
            version=version,
            system=str(one["system"]),
            machine=str(one["machine"]),
            file=str(one["file"]),
            size_bytes=int(one["size_bytes"]),
            sha256=str(one["sha256"]),
            licence=str(one["licence"]),
            libraries={str(path): int(size) for path, size in one["libraries"].items()},
        )
        for one in data["wheel"]
    )


def wheel_for(wheels: Sequence[CudaWheel], system: str, machine: str) -> CudaWheel | None:
    """The one for a computer, `system` by `sys.platform` and `machine` as the system tells it ("AMD64"); None
    where NVIDIA has none."""
    machine = machine.lower()
    machine = _MACHINES.get(machine, machine)
    return next((one for one in wheels if (one.system, one.machine) == (system, machine)), None)


def whole_folders(folders: Sequence[LibraryFolder], system: str) -> list[LibraryFolder]:
    """Those that have all libraries of `system`, the one to use first. Of Sayso's own, which are named by
    their versions, the newest comes first; whatever else is in the user's folder is not looked at."""
    names = frozenset(LIBRARIES.get(system, ()))
    whole = [one for one in folders if names and names <= one.files and (_version(one) or not _is_own(one))]
    # Both sorts keep the order of equals: packages and the system's folders stay as they are searched.
    whole.sort(key=_version, reverse=True)
    return sorted(whole, key=lambda one: list(RuntimePlace).index(one.place))


def _is_own(one: LibraryFolder) -> bool:
    return one.place is RuntimePlace.FOLDER


def _version(one: LibraryFolder) -> tuple[int, ...]:
    """That of one of Sayso's own; empty for all others."""
    return version_key(one.folder.name) if _is_own(one) else ()


def version_key(name: str) -> tuple[int, ...]:
    """The parts of a version such as "12.9.1.4", to be compared; empty for what is none."""
    parts = name.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else ()


def cuda_offer(
    graphics: Graphics, *, is_offered: bool, works: bool, state: CudaRuntimeState, wheel: CudaWheel | None
) -> CudaOffer | None:
    """What the user is offered; None where nothing is wanted, or nothing is to be had.

    Args:
        graphics: the cards.
        is_offered: whether CTranslate2 offers to compute on a card. Where not, the driver is at fault.
        works: whether a way of computing on a card was proved to work.
        state: where cuBLAS is.
        wheel: the one for this kind of computer.
    """
    if (
        wheel is None
        or state.place is not RuntimePlace.MISSING
        or works
        or not (graphics.cards and is_offered)
    ):
        return None
    return CudaOffer(graphics.name, wheel.version, wheel.source, wheel.size_bytes, wheel.unpacked_bytes)
