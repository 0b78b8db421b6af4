"""Getting cuBLAS from a stand-in for the package index on this computer: what arrives, stops, removing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.adapters.cuda_runtime import UNPACKING, CudaRuntime, PackageIndex, pinned_wheel
from app.adapters.download import FIRST_PIECE, SMALLEST_PIECE
from app.domain.cuda_runtime import CudaRuntimeState, LibraryFolder, RuntimePlace
from tests.adapters.cuda_bench import (
    ARRIVED,
    DISK_BYTES,
    FILE,
    INSIDE,
    NAMES,
    VERSION,
    WHEEL,
    CudaBench,
    Stopped,
    bench,
    index,
)
from tests.hub_standin.package_index import LISTING, IndexStandIn

__all__ = ["bench", "index"]

pytestmark = pytest.mark.skipif(not NAMES, reason="NVIDIA has no library for this system")


# --- all goes well ---


def test_the_libraries_and_the_licence_alone_are_there_afterwards(
    index: IndexStandIn, bench: CudaBench
) -> None:
    assert bench.runtime.state() == CudaRuntimeState()
    bench.get()
    assert bench.files == ARRIVED
    assert bench.runtime.state() == CudaRuntimeState(RuntimePlace.FOLDER, VERSION, DISK_BYTES)
    assert index.accepted == [LISTING]
    assert {one.authorization for one in index.asked} == {""}


def test_it_arrives_in_pieces_and_its_progress_is_told(index: IndexStandIn, bench: CudaBench) -> None:
    bench.get()
    ranges = [tuple(map(int, one.split("-"))) for one in index.ranges(FILE)]
    assert ranges[0] == (0, FIRST_PIECE - 1)
    assert [first for first, _ in ranges[1:]] == [last + 1 for _, last in ranges[:-1]]
    assert {last - first + 1 for first, last in ranges[1:-1]} == {SMALLEST_PIECE}
    received = [done for done, _ in bench.steps]
    assert received == sorted(received)
    assert bench.steps[-1] == (len(WHEEL), len(WHEEL))
    # Unpacking tells that all has arrived, once for each piece that it writes.
    assert received.count(len(WHEEL)) > len(ARRIVED)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_folder_is_for_its_user_alone(bench: CudaBench) -> None:
    bench.get()
    for folder in (bench.folder, bench.folder / VERSION):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_what_is_here_is_not_got_again(index: IndexStandIn, bench: CudaBench) -> None:
    bench.get()
    index.asked.clear()
    bench.get()
    assert index.asked == []
    assert bench.files == ARRIVED


def test_an_older_version_gives_way_when_the_pinned_one_is_there(bench: CudaBench) -> None:
    older = bench.folder / "12.8.4.1"
    older.mkdir(parents=True)
    for name in NAMES:
        (older / name).write_bytes(b"older")
    assert bench.runtime.state() == CudaRuntimeState(RuntimePlace.FOLDER, "12.8.4.1", 10)
    bench.get()
    assert bench.files == ARRIVED


# --- stopped and gone on with ---


def test_what_arrived_before_a_stop_is_gone_on_with(index: IndexStandIn, bench: CudaBench) -> None:
    with pytest.raises(Stopped):
        bench.get(lambda received: received > FIRST_PIECE)
    arrived = bench.part.stat().st_size
    assert FIRST_PIECE < arrived < len(WHEEL)
    assert bench.runtime.state() == CudaRuntimeState(arrived_bytes=arrived)
    index.asked.clear()
    bench.get()
    assert index.ranges(FILE)[0].startswith(f"{arrived}-")
    assert bench.files == ARRIVED


def test_a_stop_while_it_is_unpacked_leaves_the_download_alone(index: IndexStandIn, bench: CudaBench) -> None:
    seen: list[int] = []

    def in_the_middle(received: int) -> bool:
        seen.append(received)
        return seen.count(len(WHEEL)) > 2

    with pytest.raises(Stopped):
        bench.get(in_the_middle)
    assert bench.files == {bench.part.name: WHEEL}
    index.asked.clear()
    bench.get()
    assert index.asked == []
    assert bench.files == ARRIVED


def test_what_a_crash_has_left_of_unpacking_is_cleared_away(bench: CudaBench) -> None:
    left = bench.folder / UNPACKING
    left.mkdir(parents=True)
    (left / NAMES[0]).write_bytes(b"half")
    assert bench.runtime.state().place is RuntimePlace.MISSING
    bench.get()
    assert bench.files == ARRIVED


def test_a_part_that_is_too_long_is_begun_again(bench: CudaBench) -> None:
    bench.folder.mkdir(parents=True)
    bench.part.write_bytes(WHEEL + b"more")
    bench.get()
    assert bench.files == ARRIVED


def test_a_library_that_was_cut_is_missing_and_got_again(bench: CudaBench) -> None:
    bench.get()
    (bench.folder / VERSION / NAMES[0]).write_bytes(b"cut")
    assert bench.runtime.state() == CudaRuntimeState()
    bench.get()
    assert bench.files == ARRIVED


# --- where it is ---


def test_the_installed_package_is_found_first_and_the_systems_last(
    bench: CudaBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.system = [LibraryFolder(RuntimePlace.SYSTEM, tmp_path, frozenset(NAMES))]
    assert bench.runtime.state() == CudaRuntimeState(RuntimePlace.SYSTEM)
    bench.get()
    assert bench.runtime.state().place is RuntimePlace.FOLDER
    libraries = tmp_path / "site" / INSIDE
    libraries.mkdir(parents=True)
    for name in NAMES:
        (libraries / name).touch()
    monkeypatch.syspath_prepend(tmp_path / "site")
    try:
        assert bench.runtime.state() == CudaRuntimeState(RuntimePlace.PACKAGE)
    finally:
        sys.modules.pop("nvidia", None)


# --- removing ---


def test_removing_frees_all_that_was_got_and_nothing_else(bench: CudaBench) -> None:
    bench.get()
    bench.part.write_bytes(b"of the next")
    (bench.folder / "note.txt").write_bytes(b"the user's own")
    assert bench.runtime.remove() == DISK_BYTES + len(b"of the next")
    assert bench.files == {"note.txt": b"the user's own"}
    assert bench.runtime.state() == CudaRuntimeState()
    assert bench.runtime.remove() == 0
    bench.get()
    assert bench.runtime.state().place is RuntimePlace.FOLDER


def test_removing_where_nothing_was_ever_got_frees_nothing(bench: CudaBench) -> None:
    assert bench.runtime.remove() == 0
    assert not bench.folder.exists()


# --- what is pinned ---


def test_the_pinned_wheel_of_this_computer_has_the_libraries_of_its_system() -> None:
    wheel = pinned_wheel()
    if wheel is None:
        pytest.skip("NVIDIA has no wheel for this processor")
    assert {Path(name).name for name in wheel.libraries} == set(NAMES)
    assert wheel.system == sys.platform
    runtime = CudaRuntime(Path("nowhere"), PackageIndex(), wheel, list)
    assert runtime.state().arrived_bytes == 0
