"""The memory of this process and of the graphics cards, as each system tells it, for the benchmark.

On Linux: what no other process shares now (as `app.adapters.allocator`), and the peak of what is resident;
on Windows what is committed to the process; on macOS its footprint, as the activity monitor shows it.

Never raises; what cannot be found out is None.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.adapters.allocator import ProcessMemory
from app.adapters.nvidia import NvidiaCards
from app.domain.hardware import MEGABYTE

logger = logging.getLogger(__name__)

STATUS: Final = Path("/proc/self/status")


class OwnMemory:
    """Fits the benchmark's meter. To be made when everything but what is measured is there, and before there
    are threads, as the app does (see `ProcessMemory`).

    Args:
        cards: tells of the graphics cards.
    """

    def __init__(self, cards: NvidiaCards | None = None) -> None:
        self._cards = cards or NvidiaCards()
        self._process = ProcessMemory()
        self._process.give_back()
        self._before = _told(_now)

    def used(self) -> int | None:
        """What this process takes now, in bytes, after what was freed was given back."""
        self._process.give_back()
        # Linux counts what is shared with others here, as libraries are, which is nobody's own.
        return self._process.used() if sys.platform == "linux" else _told(_now)

    def peak_above(self) -> int | None:
        """The most that it took since it began, above what it took when this was made, in bytes."""
        peak = _told(_peak)
        return None if peak is None or self._before is None else max(0, peak - self._before)

    def card_used(self) -> int | None:
        """What all programs take of all graphics cards now, in bytes; None without a card that tells."""
        sizes = [
            card.memory_megabytes - card.free_megabytes
            for card in self._cards.look().cards
            if card.memory_megabytes is not None and card.free_megabytes is not None
        ]
        return sum(sizes) * MEGABYTE if sizes else None


def resident_of(status: str, field: str) -> int:
    """The bytes of a `field`, as "VmHWM", in the text of /proc/self/status. Raises ValueError."""
    for line in status.splitlines():
        name, _, value = line.partition(":")
        if name == field:
            return int(value.split()[0]) * 1024
    raise ValueError(f"no {field}")


if sys.platform == "win32":

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS_EX of the Windows API (psapi.h)."""

        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("PageFaultCount", ctypes.c_uint32),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
            ("PrivateUsage", ctypes.c_size_t),
        )

    def _counters() -> _Counters:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.K32GetProcessMemoryInfo.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
        found = _Counters()
        found.cb = ctypes.sizeof(found)
        if not kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(found), found.cb):
            raise OSError(ctypes.get_last_error(), "K32GetProcessMemoryInfo")
        return found

    def _now() -> int:
        return int(_counters().PrivateUsage)

    def _peak() -> int:
        return int(_counters().PeakPagefileUsage)

elif sys.platform == "darwin":
    _RUSAGE_INFO_V4: Final = 4

    class _Usage(ctypes.Structure):
        """rusage_info_v4 of Darwin's sys/resource.h, the fields between as rows of numbers."""

        _fields_ = (
            ("ri_uuid", ctypes.c_uint8 * 16),
            ("before_footprint", ctypes.c_uint64 * 7),
            ("ri_phys_footprint", ctypes.c_uint64),
            ("before_peak", ctypes.c_uint64 * 20),
            ("ri_lifetime_max_phys_footprint", ctypes.c_uint64),
            ("behind", ctypes.c_uint64 * 6),
        )

    def _usage() -> _Usage:
        found = _Usage()
        if ctypes.CDLL(None).proc_pid_rusage(os.getpid(), _RUSAGE_INFO_V4, ctypes.byref(found)):
            raise OSError("proc_pid_rusage")
        return found

    def _now() -> int:
        return int(_usage().ri_phys_footprint)

    def _peak() -> int:
        return int(_usage().ri_lifetime_max_phys_footprint)

else:

    def _now() -> int:
        return resident_of(STATUS.read_text("utf-8", "replace"), "VmRSS")

    def _peak() -> int:
        return resident_of(STATUS.read_text("utf-8", "replace"), "VmHWM")


def _told(ask: Callable[[], int]) -> int | None:
    try:
        return ask()
    except (OSError, ValueError, AttributeError, IndexError) as error:
        logger.info("the memory in use cannot be read: %s", type(error).__name__)
        return None
