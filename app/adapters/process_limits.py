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
        self._system = _System(memory)
        self.renew()

    def renew(self) -> None:
        """There was progress. Cheap enough for every block."""
        used = time.process_time()
        # Whole seconds are all that the systems count in: a quarter of the time is left to go by first.
        if used + self._busy * 0.75 > self._until:
            self._until = used + self._busy
            self._system.limit_time(self._until)


if sys.platform == "win32":
    from app.adapters.windows_job import (
        DIE_ON_UNHANDLED_EXCEPTION,
        PROCESS_MEMORY,
        PROCESS_TIME,
        JobObject,
    )

    _ALL: Final = PROCESS_TIME | PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION

    class _System:
        """A job object with this process in it."""

        def __init__(self, memory: int) -> None:
            # What Python and its libraries have committed so far is small beside it.
            self._memory = memory
            self._job = JobObject()
            self._job.take_this()

        def limit_time(self, seconds: float) -> None:
            self._job.limit(_ALL, memory=self._memory, seconds=seconds)

else:
    import math
    import resource

    class _System:
        """The resource limits of Unix."""

        def __init__(self, memory: int) -> None:
            if sys.platform != "linux":
                return
            try:
                pages = int(STATM.read_text("ascii").split()[0])
            except (OSError, ValueError, IndexError) as error:
                logger.warning("the address space is not known: %s", type(error).__name__)
                return
            _set(resource.RLIMIT_AS, pages * resource.getpagesize() + memory)

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
