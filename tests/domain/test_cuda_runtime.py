"""Which cuBLAS is used, which one would be got, and when the user is offered it."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path, PurePosixPath

import pytest

from app.domain.cuda_runtime import (
    LIBRARIES,
    CudaOffer,
    CudaRuntimeState,
    CudaWheel,
    LibraryFolder,
    RuntimePlace,
    cuda_offer,
    parse_cuda_wheels,
    version_key,
    wheel_for,
    whole_folders,
)
from app.domain.hardware import Graphics, GraphicsCard

ALL = frozenset(LIBRARIES["linux"])
CARD = Graphics("570.86.10", (GraphicsCard("NVIDIA GeForce RTX 4070"),))


def pinned() -> tuple[CudaWheel, ...]:
    return parse_cuda_wheels(files("resources").joinpath("cuda.toml").read_text("utf-8"))


def linux_wheel() -> CudaWheel:
    wheel = wheel_for(pinned(), "linux", "x86_64")
    assert wheel
    return wheel


# --- what is pinned ---


@pytest.mark.parametrize("wheel", pinned(), ids=lambda wheel: f"{wheel.system}-{wheel.machine}")
def test_each_pinned_wheel_says_all_that_is_needed(wheel: CudaWheel) -> None:
    assert wheel.index == "https://pypi.org/simple/nvidia-cublas-cu12/"
    assert wheel.file.startswith(f"nvidia_cublas_cu12-{wheel.version}-py3-none-")
    assert wheel.file.endswith(".whl")
    assert len(wheel.sha256) == 64
    assert int(wheel.sha256, 16)
    assert {PurePosixPath(name).name for name in wheel.libraries} == set(LIBRARIES[wheel.system])
    assert wheel.licence.startswith(f"nvidia_cublas_cu12-{wheel.version}.dist-info/")
    # They are packed, but not to nothing.
    assert wheel.size_bytes < wheel.unpacked_bytes < 2 * wheel.size_bytes


def test_the_pinned_version_serves_every_card() -> None:
    """CTranslate2 takes any cuBLAS 12; compute capability 12.0 needs 12.8 or later."""
    for wheel in pinned():
        assert (12, 8) <= version_key(wheel.version) < (13,)


def test_no_two_wheels_are_the_same() -> None:
    assert len({(wheel.system, wheel.machine) for wheel in pinned()}) == len(pinned())
    assert len({wheel.sha256 for wheel in pinned()}) == len(pinned())


@pytest.mark.parametrize(
    ("system", "machine", "file"),
    [
        ("linux", "x86_64", "manylinux_2_27_x86_64.whl"),
        ("linux", "aarch64", "manylinux_2_27_aarch64.whl"),
        ("win32", "AMD64", "win_amd64.whl"),
    ],
)
def test_a_computer_gets_the_wheel_of_its_kind(system: str, machine: str, file: str) -> None:
    wheel = wheel_for(pinned(), system, machine)
    assert wheel
    assert wheel.file.endswith(file)


@pytest.mark.parametrize(
    ("system", "machine"), [("darwin", "arm64"), ("linux", "riscv64"), ("win32", "ARM64"), ("linux", "i686")]
)
def test_where_nvidia_has_none_there_is_none(system: str, machine: str) -> None:
    assert wheel_for(pinned(), system, machine) is None


@pytest.mark.parametrize(
    "text", ["", "index = 'a'\nversion = '1'", "index = 'a'\nversion = '1'\nwheel = [{}]", "="]
)
def test_what_is_no_list_of_wheels_is_refused(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        parse_cuda_wheels(text)


# --- which one is used ---


def folder(place: RuntimePlace, path: str, names: frozenset[str] = ALL) -> LibraryFolder:
    return LibraryFolder(place, Path(path), names)


def test_the_package_goes_before_the_newest_of_ones_own_and_the_systems_comes_last() -> None:
    system = [folder(RuntimePlace.SYSTEM, "/usr/lib"), folder(RuntimePlace.SYSTEM, "/a")]
    own = [
        folder(RuntimePlace.FOLDER, f"/cuda/{version}") for version in ("12.8.4.1", "12.10.0.1", "12.9.1.4")
    ]
    packages = [folder(RuntimePlace.PACKAGE, "/site/z"), folder(RuntimePlace.PACKAGE, "/site/a")]
    found = whole_folders([*system, *own, *packages], "linux")
    assert found == [*packages, own[1], own[2], own[0], *system]


@pytest.mark.parametrize("missing", LIBRARIES["linux"])
def test_a_folder_without_one_of_them_is_passed_over(missing: str) -> None:
    half = folder(RuntimePlace.PACKAGE, "/site", ALL - {missing})
    whole = folder(RuntimePlace.SYSTEM, "/usr/lib", ALL | {"libc.so.6"})
    assert whole_folders([half, whole], "linux") == [whole]
    assert whole_folders([half], "linux") == []


@pytest.mark.parametrize("name", ["unpacking", "removing", "12.9.1.4.part", "", "12.x", "²"])
def test_of_ones_own_only_what_is_named_by_a_version_is_used(name: str) -> None:
    assert whole_folders([folder(RuntimePlace.FOLDER, f"/cuda/{name}")], "linux") == []
    assert whole_folders([folder(RuntimePlace.SYSTEM, f"/cuda/{name}")], "linux")


def test_each_system_has_its_own_names_and_others_have_none() -> None:
    everywhere = folder(RuntimePlace.SYSTEM, "/all", frozenset().union(*LIBRARIES.values()))
    assert whole_folders([everywhere], "win32") == [everywhere]
    assert whole_folders([folder(RuntimePlace.SYSTEM, "/all")], "win32") == []
    assert whole_folders([everywhere], "darwin") == []


# --- what is offered ---


def offer(
    graphics: Graphics = CARD,
    *,
    is_offered: bool = True,
    works: bool = False,
    place: RuntimePlace = RuntimePlace.MISSING,
) -> CudaOffer | None:
    return cuda_offer(
        graphics, is_offered=is_offered, works=works, state=CudaRuntimeState(place), wheel=linux_wheel()
    )


def test_the_offer_says_what_from_where_and_how_large() -> None:
    made = offer()
    assert made
    for piece in ("NVIDIA GeForce RTX 4070", "cuBLAS", "12.9.1.4", "pypi.org", "licence", "581 MB", "854 MB"):
        assert piece in made.words
    assert "please" not in made.words.lower()


def test_nothing_is_offered_without_a_card_that_can_be_computed_on() -> None:
    assert offer(Graphics("570.86.10")) is None
    assert offer(is_offered=False) is None


def test_nothing_is_offered_where_a_card_works_or_the_library_is_there() -> None:
    assert offer(works=True) is None
    for place in set(RuntimePlace) - {RuntimePlace.MISSING}:
        assert offer(place=place) is None


def test_nothing_is_offered_where_there_is_nothing_to_be_had() -> None:
    state = CudaRuntimeState()
    assert cuda_offer(CARD, is_offered=True, works=False, state=state, wheel=None) is None


def test_the_source_is_told_by_its_name_alone() -> None:
    wheel = linux_wheel()
    assert wheel.source == "pypi.org"
    assert replace(wheel, index="http://127.0.0.1:8080/simple/").source == "127.0.0.1"
