"""The processor's name, its cores and the memory, as each system tells them.

Never raises: what cannot be found out is empty or None.
"""

from __future__ import annotations

import ctypes
import logging
import os
import platform
import sys
from pathlib import Path
from typing import Final

from app.adapters.cores import usable_cores
from app.domain.hardware import MEGABYTE, Computer

logger = logging.getLogger(__name__)

_NAME_FIELDS: Final = ("model name", "Model", "Hardware")
"""Of /proc/cpuinfo: on PCs, on a Raspberry Pi, on other ARM boards."""


def this_computer() -> Computer:
    """What there is, with the memory that is free at this moment."""
    try:
        whole, free = _memory()
    except (OSError, ValueError, AttributeError) as error:
        logger.info("the memory cannot be found out: %s", error)
        whole = free = None
    try:
        name = _processor()
    except OSError as error:
        logger.info("the processor's name cannot be found out: %s", error)
        name = ""
    return Computer(name or platform.machine(), usable_cores(), whole, free)


if sys.platform == "win32":

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows API (sysinfoapi.h)."""

        _fields_ = (
            ("dwLength", ctypes.c_uint32),
            ("dwMemoryLoad", ctypes.c_uint32),
            ("ullTotalPhys", ctypes.c_uint64),
            ("ullAvailPhys", ctypes.c_uint64),
            ("ullTotalPageFile", ctypes.c_uint64),
            ("ullAvailPageFile", ctypes.c_uint64),
            ("ullTotalVirtual", ctypes.c_uint64),
            ("ullAvailVirtual", ctypes.c_uint64),
            ("ullAvailExtendedVirtual", ctypes.c_uint64),
        )

    def _memory() -> tuple[int | None, int | None]:
        status = _MemoryStatus()
        status.dwLength = ctypes.sizeof(status)
        if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return None, None
        return int(status.ullTotalPhys) // MEGABYTE, int(status.ullAvailPhys) // MEGABYTE

    def _processor() -> str:
        import winreg

        place = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return str(winreg.QueryValueEx(key, "ProcessorNameString")[0]).strip()

elif sys.platform == "darwin":

    def _memory() -> tuple[int | None, int | None]:
        # What is free is told by Mach's calls alone, and macOS keeps next to nothing free on purpose.
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE, None

    def _processor() -> str:
        length = ctypes.c_size_t(256)
        name = ctypes.create_string_buffer(length.value)
        library = ctypes.CDLL(None)
        failed = library.sysctlbyname(b"machdep.cpu.brand_string", name, ctypes.byref(length), None, 0)
        return "" if failed else name.value.decode("utf-8", "replace")

else:

    def _memory() -> tuple[int | None, int | None]:
        return memory_of(Path("/proc/meminfo").read_text("utf-8", "replace"))

    def _processor() -> str:
        return processor_of(Path("/proc/cpuinfo").read_text("utf-8", "replace"))


def memory_of(text: str) -> tuple[int | None, int | None]:
    """All memory and what a program could have of it, in MB, from the text of /proc/meminfo."""
    sizes = {
        name: int(rest.split()[0]) * 1024 // MEGABYTE
        for name, _, rest in (line.partition(":") for line in text.splitlines())
        if rest.split()[-1:] == ["kB"] and rest.split()[0].isdecimal()
    }
    return sizes.get("MemTotal"), sizes.get("MemAvailable")


def processor_of(text: str) -> str:
    """The processor's name from the text of /proc/cpuinfo; empty where it has none."""
    fields: dict[str, str] = {}
    for line in text.splitlines():
        name, _, value = line.partition(":")
        fields.setdefault(name.strip(), " ".join(value.split()))
    return next((fields[name] for name in _NAME_FIELDS if fields.get(name)), "")
