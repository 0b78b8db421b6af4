"""The memory of this process: how much it takes, and giving back what was freed.

The problem: glibc keeps freed memory for later, in one arena for each few threads, and `malloc_trim` cuts
off the free top of the first arena alone. Measured on Linux with base and tiny.en, loaded, used and unloaded
together three times: without it nothing of their 200 MB comes back; with it, what stays grows from 148 to
210 and 228 MB; with it and a single arena from 147 to 155 and 155 MB, in the same time. Python's own small
objects do not come from there, and the engine takes few and large blocks, so that threads seldom meet in it.

Whoever computes for hours needs more than that. Blocks that are mapped apart go back as soon as they are
freed, and every step of a search pays for new ones: with all above 1 MB mapped, half an hour with tiny.en
took 130 s, the system 17 s of the processor's, and 365 MB at its peak. Out of the heap, in huge pages
(`with_huge_pages`), it took 118 to 120 s (4 s) and 411 to 414 MB, as small blocks that stay lie between the
large ones; with the holes given back before each batch, in 6 ms, 116 s (5 s) and 380 MB.

On Windows and macOS the allocators give large blocks back by themselves, and another C library on Linux
has no such functions: there, nothing is done. Never raises; what cannot be found out is None.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)

ROLLUP: Final = Path("/proc/self/smaps_rollup")

ARENA_MAX: Final = -8
"""M_ARENA_MAX of glibc's malloc.h."""

TUNABLES: Final = "GLIBC_TUNABLES"
LONG_RUNS: Final = "glibc.malloc.mmap_threshold=33554432:glibc.malloc.hugetlb=1"
"""Only what is larger than 32 MB is mapped apart, the most that glibc takes here; the rest comes out of the
heap, in huge pages where they are had (glibc 2.35 and later)."""


def with_huge_pages(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that computes for long, and calls `give_back` now and then. What the user
    has set comes behind, and wins."""
    wishes = [LONG_RUNS, *filter(None, [environment.get(TUNABLES)])]
    return {**environment, TUNABLES: ":".join(wishes)}


class ProcessMemory:
    """The memory of this process. To be made before there are threads: an arena that exists stays."""

    def __init__(self) -> None:
        _call_glibc("mallopt", ARENA_MAX, 1)

    def used(self) -> int | None:
        """Resident bytes that no other process shares; None where the system does not tell."""
        if sys.platform != "linux":
            return None
        try:
            lines = ROLLUP.read_text("ascii").splitlines()
            return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))
        except (OSError, ValueError, IndexError) as error:
            logger.info("the memory in use cannot be read: %s", error)
            return None

    def give_back(self) -> None:
        """Return what was freed to the system; takes some milliseconds for hundreds of MB."""
        give_back()


def give_back() -> None:
    """The same, however many arenas there are: loading and proving a model leaves some tens of MB behind, and
    so does each batch of a recording."""
    _call_glibc("malloc_trim", 0)


def _call_glibc(name: str, *arguments: int) -> None:
    """Call the function where there is one."""
    if sys.platform != "linux":
        return
    try:
        function = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        logger.debug("this C library has no %s", name)
    else:
        function(*arguments)
