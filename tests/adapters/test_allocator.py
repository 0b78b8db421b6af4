"""Whether freed memory goes back to the system."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Mapping

import pytest

from app.adapters.allocator import LARGE_BLOCKS, TUNABLES, with_large_blocks
from app.adapters.model_store import LocalModels

HOLES = """
import ctypes, os, pathlib
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]

def block(size):
    return ctypes.memset(libc.malloc(size), 1, size)

def resident():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

before = resident()
for _ in range(2):  # what was freed once is taken out of the heap the next time
    large = []
    for _ in range(40):
        large.append(block(3_000_000))
        block(50_000)
    for one in large:
        libc.free(one)
print(resident() - before)
"""


LOADED = """
import sys
from pathlib import Path
from app.adapters.allocator import ProcessMemory
memory = ProcessMemory()
from app.adapters.whisper_loader import WhisperLoader
from app.domain.settings import Device, SpeechSettings
model = WhisperLoader(Path).load(SpeechSettings(model=sys.argv[1], device=Device.CPU))
kept = memory.used()
memory.give_back()
print(kept - memory.used())
"""


def left_over(environment: Mapping[str, str]) -> int:
    """Bytes that a process keeps of 120 MB of large blocks it has freed, with 4 MB of small ones in use."""
    ended = subprocess.run(
        [sys.executable, "-c", HOLES], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return int(ended.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_large_blocks_go_back_however_small_ones_lie_between() -> None:
    plain = {name: value for name, value in os.environ.items() if name != TUNABLES}
    assert left_over(with_large_blocks(plain)) < 20_000_000
    # Else there would be no need for it.
    assert left_over(plain) > 80_000_000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_what_the_proof_of_a_model_took_has_gone_back(local_models: LocalModels) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, str(local_models.locate("base"))],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert int(ended.stdout) < 5_000_000


def test_what_the_user_has_set_wins() -> None:
    assert with_large_blocks({"A": "b"}) == {"A": "b", TUNABLES: LARGE_BLOCKS}
    own = {TUNABLES: "glibc.malloc.hugetlb=0"}
    assert with_large_blocks(own)[TUNABLES] == f"{LARGE_BLOCKS}:glibc.malloc.hugetlb=0"
