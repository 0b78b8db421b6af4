"""NVIDIA's library cuBLAS: whether the user needs it, getting it and removing it.

Problem: a program without pip gets 600 MB that a graphics card needs; that takes minutes, and is stopped, cut
and gone on with. Whether it is wanted at all is known only when the hardware has been looked at.
Rules: a thread of its own, which belongs to the desk alone; look, get and remove follow each other there.
    Every `get` that was taken up begins with CudaRuntimeArriving and ends with one CudaRuntimeEnded, and
    nothing of it is told after that. A stop keeps what has arrived. Progress is told at most ten times a
    second. Whatever was done is followed by CudaRuntimeFound. Nothing is got but by `get`.
Failure: every exception ends as a Problem in an event; the thread lives on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from app.domain.compute import CUDA
from app.domain.cuda_runtime import CudaRuntimeState, CudaWheel, cuda_offer
from app.domain.hardware import Graphics
from app.services.cuda_events import (
    CudaRuntimeArriving,
    CudaRuntimeEnded,
    CudaRuntimeFound,
    CudaRuntimeRemoved,
)
from app.services.failures import problem_of
from app.services.hardware_events import HardwareFound
from app.services.pace import Pace
from app.services.ports import Clock, Inbox, Post


class Runtime(Protocol):
    """The library on this computer. `wheel` is the one that would be got; None where there is none."""

    @property
    def wheel(self) -> CudaWheel | None: ...

    def state(self) -> CudaRuntimeState:
        """Where it is. Takes some milliseconds; never raises."""

    def get(self, on_progress: Callable[[int, int], None]) -> None:
        """Get it and unpack it; `on_progress(received, total)` in bytes, which stops it by raising. Raises
        CudaLibraryNotGot, FolderUnwritable or DiskFull."""

    def remove(self) -> int:
        """Remove what Sayso got; the bytes freed. Raises CudaLibraryInUse or FolderUnwritable."""


class _Stopped(Exception):
    """Goes through the runtime to end what it is doing."""


class CudaRuntimeDesk:
    """All methods may be called from any thread and return at once.

    Args:
        inbox: that of a thread of its own, which may be busy for minutes.
        runtime: the library on this computer.
        clock: what the pace of the progress is measured with.
        post: takes CudaRuntimeFound, CudaRuntimeArriving, CudaRuntimeEnded and CudaRuntimeRemoved.
    """

    def __init__(self, inbox: Inbox, runtime: Runtime, clock: Clock, post: Post) -> None:
        self._inbox = inbox
        self._runtime = runtime
        self._post = post
        self._pace = Pace(clock, post)
        # Reentrant: whoever hears of an event may ask for the next thing at once.
        self._lock = threading.RLock()
        self._graphics, self._is_offered, self._works = Graphics(), False, False
        self._is_looking = self._is_getting = self._is_stopped = self._is_closed = False

    def look(self, hardware: HardwareFound | None = None) -> None:
        """Find out where the library is and whether it is wanted: CudaRuntimeFound. `hardware` is what there
        is now; that of the last time where left out. Looks that wait are one."""
        with self._lock:
            if hardware is not None:
                cards = [device for device in hardware.devices if device.device == CUDA]
                proofs = [one.proof for device in cards for one in device.types]
                self._graphics = hardware.graphics
                self._is_offered = any(device.is_there for device in cards)
                self._works = any(proof is not None and proof.works for proof in proofs)
            if self._is_closed or self._is_looking:
                return
            self._is_looking = True
        self._inbox.call(self._look)

    def get(self) -> None:
        """Get the library, going on with what has arrived. Nothing happens while it is on its way already."""
        with self._lock:
            if self._is_closed or self._is_getting:
                return
            self._is_getting, self._is_stopped = True, False
            # Told before anybody can stop it.
            self._post(CudaRuntimeArriving(0, 0))
        self._inbox.call(self._get)

    def stop(self) -> None:
        """Stop getting it; what has arrived is kept."""
        with self._lock:
            self._is_stopped = True

    def remove(self) -> None:
        """Remove what Sayso got: CudaRuntimeRemoved. Nothing happens while it is on its way."""
        with self._lock:
            if self._is_closed or self._is_getting:
                return
        self._inbox.call(self._remove)

    def close(self) -> None:
        """Stop, and take nothing up any more."""
        with self._lock:
            self._is_closed = self._is_stopped = True

    # --- on the desk's own thread ---

    def _look(self) -> None:
        with self._lock:
            self._is_looking = False
            graphics, is_offered, works = self._graphics, self._is_offered, self._works
        state, wheel = self._runtime.state(), self._runtime.wheel
        offer = cuda_offer(graphics, is_offered=is_offered, works=works, state=state, wheel=wheel)
        self._post(CudaRuntimeFound(state, offer))

    def _get(self) -> None:
        def on_progress(received: int, total: int) -> None:
            # Looked at without the lock: the next piece comes soon enough.
            if self._is_stopped:
                raise _Stopped
            # Unpacking takes a while, during which all has arrived.
            self._pace.tell(CudaRuntimeArriving(received, total), is_last=received == total)

        self._pace.begin(CudaRuntimeArriving(0, 0))
        is_there, problem = False, None
        try:
            on_progress(0, 0)
            self._runtime.get(on_progress)
            is_there = True
        except _Stopped:
            pass
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, "getting NVIDIA's library cuBLAS")
        with self._lock:
            # What fails because it was stopped is no problem.
            problem, self._is_getting = (None if self._is_stopped else problem), False
        self._post(CudaRuntimeEnded(is_there, problem))
        self.look()

    def _remove(self) -> None:
        freed, problem = 0, None
        try:
            freed = self._runtime.remove()
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, "removing NVIDIA's library cuBLAS")
        self._post(CudaRuntimeRemoved(freed, problem))
        self.look()
