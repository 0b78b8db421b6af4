"""NVIDIA's graphics cards by NVIDIA's own management library: their names, their memory, the driver.

It knows them whatever else is installed, and says nothing of whether CTranslate2 can compute there: that is
proved (`app.adapters.compute_proof`). The library comes with the driver; the wheel nvidia-ml-py only speaks
to it. Never raises: without wheel, driver or card there is simply nothing, and a card that does not answer
does not hide the others. The calls are made on a lane of their own: a driver that hangs is told as a problem
after `LIMIT_SECONDS`, and quickly from then on until it comes back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol, cast

from app.adapters.lane import Lane, LaneHangs
from app.domain.hardware import MEGABYTE, Graphics, GraphicsCard
from app.domain.texts import shown

logger = logging.getLogger(__name__)


LIMIT_SECONDS: Final = 10.0
"""A card that sleeps, or a laptop's that is switched off, takes some seconds to answer for the first time."""

HANGS_REASON: Final = shown("its driver does not answer")


class Memory(Protocol):
    """A card's memory, in bytes."""

    @property
    def total(self) -> int: ...

    @property
    def free(self) -> int: ...


class Nvml(Protocol):
    """What is used of the module pynvml, which has no types. Each function raises NVMLError, a plain
    Exception, for whatever the driver does not like; older releases answer with bytes for text."""

    def nvmlInit(self) -> None: ...

    def nvmlShutdown(self) -> None: ...

    def nvmlSystemGetDriverVersion(self) -> str | bytes: ...

    def nvmlDeviceGetCount(self) -> int: ...

    def nvmlDeviceGetHandleByIndex(self, index: int) -> object: ...

    def nvmlDeviceGetName(self, handle: object) -> str | bytes: ...

    def nvmlDeviceGetMemoryInfo(self, handle: object) -> Memory: ...

    def nvmlDeviceGetCudaComputeCapability(self, handle: object) -> tuple[int, int]: ...


def management_library() -> Nvml:
    """The wheel's module. Raises ImportError where it is not installed."""
    import pynvml

    return cast(Nvml, pynvml)


class NvidiaCards:
    """Looks for cards. From any thread.

    Args:
        library: gives the management library; the real one when left out.
        limit: how long its driver may take to answer, in seconds.
    """

    def __init__(
        self, library: Callable[[], Nvml] = management_library, limit: float = LIMIT_SECONDS
    ) -> None:
        self._library = library
        self._limit = limit
        self._lane = Lane("nvidia")
        # On the lane. The same is said once, however often it is looked.
        self._said = ""

    def look(self) -> Graphics:
        """The driver and its cards, with their memory at this moment. Takes some milliseconds, the first time
        on a sleeping card up to seconds. Never raises."""
        try:
            return self._lane.call(self._look, self._limit)
        except LaneHangs:
            logger.warning("NVIDIA's driver does not answer in time")
            return Graphics(problem=HANGS_REASON)

    def _look(self) -> Graphics:
        try:
            nvml = self._library()
            nvml.nvmlInit()
        except Exception as error:  # the wheel's own plain ones, and ctypes' on a damaged driver
            kind = type(error).__name__
            if kind != self._said:
                logger.info("no NVIDIA driver can be asked: %s", kind)
            self._said = kind
            return Graphics()
        self._said = ""
        try:
            driver = _text(nvml.nvmlSystemGetDriverVersion())
            count = nvml.nvmlDeviceGetCount()
        except Exception as error:  # the wheel's own plain Exceptions
            logger.warning("NVIDIA's driver does not answer: %s", error)
            return Graphics()
        else:
            found = (_card(nvml, index) for index in range(count))
            return Graphics(driver, tuple(card for card in found if card is not None))
        finally:
            with suppress(Exception):
                nvml.nvmlShutdown()


def _card(nvml: Nvml, index: int) -> GraphicsCard | None:
    """The card; None where it does not even tell its name, as one that fell off the bus."""
    try:
        handle = nvml.nvmlDeviceGetHandleByIndex(index)
        name = _text(nvml.nvmlDeviceGetName(handle))
    except Exception as error:  # as above
        logger.warning("graphics card %d does not answer: %s", index, error)
        return None
    whole = free = None
    capability = ""
    with suppress(Exception):  # not told for cards that share the computer's memory
        memory = nvml.nvmlDeviceGetMemoryInfo(handle)
        whole, free = memory.total // MEGABYTE, memory.free // MEGABYTE
    with suppress(Exception):
        major, minor = nvml.nvmlDeviceGetCudaComputeCapability(handle)
        capability = f"{major}.{minor}"
    return GraphicsCard(name, whole, free, capability)


def _text(value: str | bytes) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
