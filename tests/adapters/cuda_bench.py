"""A package index with a small wheel in NVIDIA's layout, and getting it with exact waits and pace."""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from app.adapters.cuda_libraries import PACKAGE_FOLDERS
from app.adapters.cuda_runtime import CudaRuntime, PackageIndex
from app.domain.cuda_runtime import LIBRARIES, CudaWheel, LibraryFolder
from tests.hub_standin.package_index import IndexStandIn
from tests.hub_standin.server import sha256

VERSION: Final = "12.9.1.4"
FILE: Final = f"nvidia_cublas_cu12-{VERSION}-py3-none-any.whl"
LICENCE: Final = f"nvidia_cublas_cu12-{VERSION}.dist-info/licenses/License.txt"
NAMES: Final = LIBRARIES.get(sys.platform, ())
INSIDE: Final = f"nvidia/cublas/{PACKAGE_FOLDERS.get(sys.platform, 'lib')}"
_CHANCE: Final = random.Random(12)
CONTENTS: Final = {
    name: _CHANCE.randbytes(size) for name, size in zip(NAMES, (1_500_000, 400_000), strict=False)
}
"""They cannot be compressed: the wheel arrives in several pieces."""


def pack(contents: Mapping[str, bytes]) -> bytes:
    """A wheel with these libraries, the licence, and what is not needed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nvidia/cublas/include/cublas.h", "/* not needed */")
        for name, content in contents.items():
            archive.writestr(f"{INSIDE}/{name}", content)
        archive.writestr(LICENCE, "As NVIDIA says.")
    return made.getvalue()


def wheel_of(content: bytes, index: str, sizes: Mapping[str, int]) -> CudaWheel:
    """The wheel as it is pinned; `sizes` are those of the libraries by their names."""
    libraries = {f"{INSIDE}/{name}": size for name, size in sizes.items()}
    return CudaWheel(
        index, VERSION, sys.platform, "any", FILE, len(content), sha256(content), LICENCE, libraries
    )


class Stopped(Exception):
    """The user stopped it."""


class CudaBench:
    """Gets with a clock that stands still but for the waits. `steps` is the progress that was told."""

    def __init__(self, folder: Path, wheel: CudaWheel) -> None:
        self.folder = folder
        self.steps: list[tuple[int, int]] = []
        self.waited = 0.0
        self.system: list[LibraryFolder] = []
        # A piece takes ten seconds by this clock, so that each one after the first is of the smallest size.
        ticks = iter(range(0, 100_000, 10))
        self.source = PackageIndex(self._wait, lambda: float(next(ticks)))
        self.use(wheel)

    def use(self, wheel: CudaWheel | None) -> None:
        """Another wheel is pinned, or none."""
        self.runtime = CudaRuntime(self.folder, self.source, wheel, lambda: self.system)

    def get(self, stop: Callable[[int], bool] = lambda _: False) -> None:
        self.steps.clear()
        self.waited = 0.0

        def on_progress(received: int, total: int) -> None:
            self.steps.append((received, total))
            if stop(received):
                raise Stopped

        self.runtime.get(on_progress)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds

    @property
    def part(self) -> Path:
        """Where what has arrived of the wheel is."""
        return self.folder / f"{FILE}.part"

    @property
    def files(self) -> dict[str, bytes]:
        """All that is in the user's folder, by its path there."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }


WHEEL: Final = pack(CONTENTS)
SIZES: Final = {name: len(content) for name, content in CONTENTS.items()}
ARRIVED: Final = {
    **{f"{VERSION}/{name}": content for name, content in CONTENTS.items()},
    f"{VERSION}/License.txt": b"As NVIDIA says.",
}
DISK_BYTES: Final = sum(map(len, ARRIVED.values()))


@pytest.fixture
def index() -> Iterator[IndexStandIn]:
    server = IndexStandIn(FILE, WHEEL)
    server.start()
    yield server
    server.close()


@pytest.fixture
def bench(index: IndexStandIn, tmp_path: Path) -> CudaBench:
    return CudaBench(tmp_path / "data" / "cuda", wheel_of(WHEEL, index.index, SIZES))
