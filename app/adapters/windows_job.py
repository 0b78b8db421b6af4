"""Windows' job objects: limits for the processes in one, which whatever these start is in as well.

Failure mode: what the system refuses is logged, and done without.
"""

from __future__ import annotations

import logging
import sys
from typing import Final

logger = logging.getLogger(__name__)

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    # JOB_OBJECT_LIMIT_... of winnt.h.
    PROCESS_TIME: Final = 0x0002
    PROCESS_MEMORY: Final = 0x0100
    DIE_ON_UNHANDLED_EXCEPTION: Final = 0x0400
    KILL_ON_JOB_CLOSE: Final = 0x2000

    _EXTENDED: Final = 9
    """JobObjectExtendedLimitInformation."""
    _MAY_BE_PUT_INTO_A_JOB: Final = 0x0100 | 0x0001
    """PROCESS_SET_QUOTA and PROCESS_TERMINATE."""

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

    class JobObject:
        """A job that nobody is in yet, without limits."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.GetCurrentProcess.restype = wintypes.HANDLE
            self._kernel.OpenProcess.restype = wintypes.HANDLE
            self._kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
            self._kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
            self._kernel.SetInformationJobObject.argtypes = (
                wintypes.HANDLE,
                ctypes.c_int,
                ctypes.c_void_p,
                wintypes.DWORD,
            )
            self._job = self._kernel.CreateJobObjectW(None, None)

        def limit(self, flags: int, *, memory: int = 0, seconds: float = 0.0) -> None:
            """From now on those limits of `flags` hold for each process in it: so many bytes with
            PROCESS_MEMORY, so many seconds of the processor's time with PROCESS_TIME. With KILL_ON_JOB_CLOSE
            the system ends them, suspended or not, when the process that made the job ends in whatever way.
            """
            limits = _Limits()
            limits.BasicLimitInformation.LimitFlags = flags
            limits.BasicLimitInformation.PerProcessUserTimeLimit = int(seconds * 10_000_000)
            limits.ProcessMemoryLimit = memory
            if not self._kernel.SetInformationJobObject(
                self._job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits)
            ):
                logger.warning("a limit could not be set: error %s", ctypes.get_last_error())

        def take(self, pid: int) -> None:
            """Put that process into it."""
            process = self._kernel.OpenProcess(_MAY_BE_PUT_INTO_A_JOB, False, pid)
            self._take(process)
            if process:
                self._kernel.CloseHandle(process)

        def take_this(self) -> None:
            """Put this process into it."""
            self._take(self._kernel.GetCurrentProcess())

        def close(self) -> None:
            """Let it go, which ends all in it with KILL_ON_JOB_CLOSE. Once."""
            if self._job:
                self._kernel.CloseHandle(self._job)
                self._job = None

        def _take(self, process: int | None) -> None:
            if not self._kernel.AssignProcessToJobObject(self._job, process):
                logger.warning("a process is in no job: error %s", ctypes.get_last_error())
