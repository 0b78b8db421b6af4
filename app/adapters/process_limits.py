"""Limits that a process sets itself before it does what may run wild: so much memory more than it has, and so
much of the processor's time until it is next told that there was progress.

The processor's time, unlike that of a clock, stands still while the process is suspended or waits, so nothing
is ended falsely behind either. On Unix both are resource limits: too much memory fails as MemoryError, too
much time ends the process by a signal. On Windows both are limits of a job object that the process puts
itself into, and either may end it.

Failure mode: a limit that the system does not take is left out, and logged. macOS has none for memory.
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)

STATM: Final = Path("/proc/self/statm")


class ProcessLimits:
    """Both limits, from now on.

    Args:
        memory: bytes that may be taken besides what is taken now.
        busy: seconds of the processor's time from one `renew` to the next.
    """

    def __init__(self, memory: int, busy: float) -> None:
        self._busy = busy
        self._until = 0.0
        self._system = _System()
        self._system.limit_memory(memory)
        self.renew()

    def renew(self) -> None:
        """There was progress. Cheap enough for every block."""
        used = time.process_time()
        # Whole seconds are all that the systems count in: a quarter of the time is left to go by first.
        if used + self._busy * 0.75 > self._until:
            self._until = used + self._busy
            self._system.limit_time(self._until)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ACTIVE_LIMITS: Final = 0x0002 | 0x0100 | 0x0400
    """JOB_OBJECT_LIMIT_PROCESS_TIME, _PROCESS_MEMORY and _DIE_ON_UNHANDLED_EXCEPTION of winnt.h."""
    _EXTENDED: Final = 9
    """JobObjectExtendedLimitInformation."""

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION; times in 100 nanoseconds."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class _System:
        """A job object with this process in it."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.GetCurrentProcess.restype = wintypes.HANDLE
            self._kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
            self._kernel.SetInformationJobObject.argtypes = (
                wintypes.HANDLE,
                ctypes.c_int,
                ctypes.c_void_p,
                wintypes.DWORD,
            )
            self._job = self._kernel.CreateJobObjectW(None, None)
            self._limits = _Limits()
            self._limits.BasicLimitInformation.LimitFlags = _ACTIVE_LIMITS
            if not self._kernel.AssignProcessToJobObject(self._job, self._kernel.GetCurrentProcess()):
                logger.warning("no limits could be set: error %s", ctypes.get_last_error())

        def limit_memory(self, more: int) -> None:
            # What Python and its libraries have committed so far is small beside it.
            self._limits.ProcessMemoryLimit = more

        def limit_time(self, seconds: float) -> None:
            self._limits.BasicLimitInformation.PerProcessUserTimeLimit = int(seconds * 10_000_000)
            if not self._kernel.SetInformationJobObject(
                self._job, _EXTENDED, ctypes.byref(self._limits), ctypes.sizeof(self._limits)
            ):
                logger.warning("a limit could not be set: error %s", ctypes.get_last_error())

else:
    import math
    import resource

    class _System:
        """The resource limits of Unix."""

        def limit_memory(self, more: int) -> None:
            if sys.platform != "linux":
                return
            try:
                pages = int(STATM.read_text("ascii").split()[0])
            except (OSError, ValueError, IndexError) as error:
                logger.warning("the address space is not known: %s", type(error).__name__)
                return
            _set(resource.RLIMIT_AS, pages * resource.getpagesize() + more)

        def limit_time(self, seconds: float) -> None:
            _set(resource.RLIMIT_CPU, math.ceil(seconds))

    def _set(which: int, value: int) -> None:
        """The soft limit alone, so that it can be raised again."""
        try:
            _, most = resource.getrlimit(which)
            if most != resource.RLIM_INFINITY:
                value = min(value, most)
            resource.setrlimit(which, (value, most))
        except (OSError, ValueError) as error:
            logger.warning("a limit could not be set: %s", type(error).__name__)
