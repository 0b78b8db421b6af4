"""Getting cuBLAS from a stand-in for the package index that sends wrong things or fails, and onto a disk that
fails."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from app.adapters.disk import MORE_ROOM_TO_GO_ON
from app.adapters.download import FIRST_PIECE, LONGEST_WAIT, WAITS
from app.domain.cuda_runtime import CudaRuntimeState
from app.domain.problems import CudaLibraryNotGot, DiskFull, FolderUnwritable, Problem
from tests.adapters.cuda_bench import (
    ARRIVED,
    CONTENTS,
    FILE,
    NAMES,
    SIZES,
    WHEEL,
    CudaBench,
    Stopped,
    bench,
    index,
    pack,
    wheel_of,
)
from tests.adapters.small_disk import run_on_small_disk
from tests.hub_standin import Fault, sha256
from tests.hub_standin.package_index import IndexStandIn

__all__ = ["bench", "index"]

pytestmark = pytest.mark.skipif(not NAMES, reason="NVIDIA has no library for this system")

NOWHERE: Final = "http://127.0.0.1:9/simple/nvidia-cublas-cu12/"


# --- what is sent is not what was published ---


def test_a_wheel_with_another_hash_is_thrown_away(index: IndexStandIn, bench: CudaBench) -> None:
    index.told = sha256(WHEEL)
    index.content = WHEEL[:-1] + b"?"
    with pytest.raises(CudaLibraryNotGot, match="not what was published") as caught:
        bench.get()
    assert "thrown away" in caught.value.remedy
    assert bench.files == {}
    index.content = WHEEL
    bench.get()
    assert bench.files == ARRIVED


@pytest.mark.parametrize(
    ("told", "url"), [("0" * 64, f"../../packages/{FILE}"), ("", "ftp://127.0.0.1/w.whl")]
)
def test_an_address_of_another_file_is_not_asked_for(
    index: IndexStandIn, bench: CudaBench, told: str, url: str
) -> None:
    index.told, index.url = told, url
    with pytest.raises(CudaLibraryNotGot, match="not what was published"):
        bench.get()
    assert [one.kind for one in index.asked] == ["list"]
    assert bench.files == {}


def test_an_index_without_the_file_is_told(index: IndexStandIn, bench: CudaBench) -> None:
    index.listing = b'{"files": []}'
    with pytest.raises(CudaLibraryNotGot, match="does not have it any more") as caught:
        bench.get()
    assert "newer Sayso" in caught.value.remedy


@pytest.mark.parametrize("listing", [b"<html>", b"[]", b'{"files": [{}]}', b'{"files": 3}', b"\xff", b"null"])
def test_a_listing_that_is_none_is_told(index: IndexStandIn, bench: CudaBench, listing: bytes) -> None:
    index.listing = listing
    with pytest.raises(CudaLibraryNotGot, match="sent something else"):
        bench.get()


@pytest.mark.parametrize(
    "content",
    [b"no archive" * 10, pack({NAMES[0]: b"alone"}) if NAMES else b"", pack(dict.fromkeys(NAMES, b"short"))],
)
def test_a_wheel_that_is_none_or_lacks_something_leaves_nothing(
    index: IndexStandIn, bench: CudaBench, content: bytes
) -> None:
    index.content = content
    bench.use(wheel_of(content, index.index, SIZES))
    with pytest.raises(CudaLibraryNotGot, match="not what was published"):
        bench.get()
    assert bench.files == {}


def test_another_program_at_the_same_file_is_noticed(bench: CudaBench) -> None:
    def interfere(received: int) -> bool:
        if FIRST_PIECE < received < len(WHEEL):
            with bench.part.open("ab") as other:
                other.write(b"from another program")
        return False

    with pytest.raises(CudaLibraryNotGot, match="another program"):
        bench.get(interfere)


# --- the index fails ---


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_index_is_asked_again(index: IndexStandIn, bench: CudaBench, status: int) -> None:
    index.faults = [Fault("list", status=status), Fault(FILE, times=2, status=status)]
    bench.get()
    assert bench.files == ARRIVED
    assert bench.waited == WAITS[0] + WAITS[0] + WAITS[1]


def test_an_index_that_stays_busy_is_given_up_and_what_arrived_is_kept(
    index: IndexStandIn, bench: CudaBench
) -> None:
    with pytest.raises(Stopped):
        bench.get(lambda received: received == FIRST_PIECE)
    index.faults = [Fault(FILE, times=100, status=503)]
    with pytest.raises(CudaLibraryNotGot, match="the package index is busy") as caught:
        bench.get()
    assert "kept" in caught.value.remedy
    assert bench.waited == sum(WAITS)
    assert bench.files == {bench.part.name: WHEEL[:FIRST_PIECE]}


def test_an_index_that_asks_for_a_long_pause_is_told_with_its_length(
    index: IndexStandIn, bench: CudaBench
) -> None:
    index.faults = [Fault(FILE, status=429, headers={"Retry-After": str(int(LONGEST_WAIT) + 1)})]
    with pytest.raises(CudaLibraryNotGot, match="busy") as caught:
        bench.get()
    assert "in 2 minutes" in caught.value.remedy


@pytest.mark.parametrize("fault", [Fault(FILE, times=3, cut=1000), Fault(FILE, short=1000)])
def test_a_connection_that_is_cut_is_taken_up_again(
    index: IndexStandIn, bench: CudaBench, fault: Fault
) -> None:
    index.faults = [fault]
    bench.get()
    assert bench.files == ARRIVED


def test_a_file_that_went_away_is_told(index: IndexStandIn, bench: CudaBench) -> None:
    index.faults = [Fault(FILE, times=100, status=404)]
    with pytest.raises(CudaLibraryNotGot, match="does not have it any more"):
        bench.get()
    assert len(index.ranges(FILE)) == 1


def test_a_stop_while_the_index_is_waited_for(index: IndexStandIn, bench: CudaBench) -> None:
    index.faults = [Fault("list", times=100, status=503)]
    with pytest.raises(Stopped):
        bench.get(lambda _: bench.waited > 2)
    assert bench.waited < 3


def test_nobody_there_is_told_without_waiting(bench: CudaBench) -> None:
    bench.use(wheel_of(WHEEL, NOWHERE, SIZES))
    with pytest.raises(CudaLibraryNotGot, match="does not answer") as caught:
        bench.get()
    assert "Check the connection" in caught.value.remedy
    assert bench.waited == 0.0


def test_a_computer_without_a_wheel_is_told_what_to_do(index: IndexStandIn, bench: CudaBench) -> None:
    bench.use(None)
    assert bench.runtime.state() == CudaRuntimeState()
    with pytest.raises(CudaLibraryNotGot, match="kind of computer") as caught:
        bench.get()
    assert "processor" in caught.value.remedy
    assert index.asked == []


# --- the disk fails ---


def test_too_little_space_is_told_before_anything_arrives(
    index: IndexStandIn, bench: CudaBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = len(WHEEL) + sum(SIZES.values())
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, needed - 1))
    with pytest.raises(DiskFull) as caught:
        bench.get()
    assert caught.value.remedy == MORE_ROOM_TO_GO_ON
    assert index.asked == []
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, needed))
    bench.get()
    assert bench.files == ARRIVED


def test_a_folder_that_cannot_be_made_is_told(bench: CudaBench) -> None:
    bench.folder.parent.write_text("in the way")
    with pytest.raises(FolderUnwritable):
        bench.get()


def get_onto_full_disk(folder: Path) -> list[object]:
    """On a disk of 256 kB, which says that it is larger: the problem, what is left, and that a disk with
    room again gets all of it."""
    contents = {name: content[:100_000] for name, content in CONTENTS.items()}
    content = pack(contents)
    index = IndexStandIn(FILE, content)
    index.start()
    usage = shutil.disk_usage
    shutil.disk_usage = lambda path: shutil._ntuple_diskusage(10**9, 0, 10**9)
    try:
        sizes = {name: len(one) for name, one in contents.items()}
        bench = CudaBench(folder / "cuda", wheel_of(content, index.index, sizes))
        told = ""
        try:
            bench.get()
        except Problem as problem:
            told = type(problem).__name__
        return [told, sorted(bench.files), bench.runtime.state().place.value]
    finally:
        shutil.disk_usage = usage
        index.close()


def test_a_disk_that_fills_up_while_it_is_unpacked_leaves_no_half_library(tmp_path: Path) -> None:
    found = run_on_small_disk(get_onto_full_disk, tmp_path)
    assert found == ["DiskFull", [f"{FILE}.part"], "missing"]
