"""A process and those that it has started: suspended, resumed and ended by the system, on every one of them.

Rules: when suspending, the process itself comes first, so that it cannot start another one meanwhile; when
resuming, it comes last. A process that has ended, or is another's by now, is passed over.
Failure mode: nothing here raises, but `free_memory` what psutil raises where the system does not tell.
"""

from __future__ import annotations

from contextlib import suppress

import psutil


class ProcessTree:
    """The process with that number, or this one, and all below it as they are when asked."""

    def __init__(self, pid: int | None = None) -> None:
        self._top: psutil.Process | None = None
        with suppress(psutil.Error, OSError):
            self._top = psutil.Process(pid)

    def hold(self) -> None:
        """Suspend all of them."""
        if self._top:
            with suppress(psutil.Error, OSError):
                self._top.suspend()
            for one in self._below():
                with suppress(psutil.Error, OSError):
                    one.suspend()

    def go_on(self) -> None:
        """Resume all of them."""
        if self._top:
            for one in self._below():
                with suppress(psutil.Error, OSError):
                    one.resume()
            with suppress(psutil.Error, OSError):
                self._top.resume()

    def end_below(self) -> None:
        """Kill those that it has started, whatever they do."""
        kill(self._below())

    def end(self) -> None:
        """Kill all of them."""
        below = self._below()  # not known any more behind its end
        if self._top:
            kill([self._top])
        kill(below)

    def _below(self) -> list[psutil.Process]:
        with suppress(psutil.Error, OSError):
            if self._top:
                return self._top.children(recursive=True)
        return []


def kill(processes: list[psutil.Process]) -> None:
    """End them. A suspended one cannot be asked to end."""
    for one in processes:
        with suppress(psutil.Error, OSError):
            one.kill()


def free_memory() -> int:
    """Bytes that could be taken without others having to give theirs up."""
    return int(psutil.virtual_memory().available)
