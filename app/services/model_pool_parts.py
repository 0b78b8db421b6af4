"""What the pool of speech models is made of: a model in memory, a loading under way, and what models take.

The first two are changed under the pool's lock alone, `Scales` have one of their own. Nothing here fails.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from app.domain.compute import CPU
from app.domain.model_budget import Footprint, Held, ModelWish, measured_size, wish_of
from app.domain.problems import Problem
from app.domain.settings import SpeechSettings
from app.services.ports import Recognizer

logger = logging.getLogger(__name__)


class Memory(Protocol):
    """The memory of this process."""

    def used(self) -> int | None:
        """Bytes in use; None where the system does not tell."""

    def give_back(self) -> None:
        """Return what was freed to the system. Never raises."""


class PooledModel:
    """A model in memory and the thread that uses it.

    Args:
        held: the facts, as at its loading.
        estimate: the bytes that it should take, whatever was measured.
    """

    def __init__(self, held: Held, recognizer: Recognizer, estimate: int) -> None:
        self._held = held
        self.recognizer = recognizer
        self.estimate = estimate
        self._user: int | None = None
        self._leases = 0

    @property
    def held(self) -> Held:
        """The facts as they are now."""
        return replace(self._held, in_use=self._leases > 0)

    def take(self, user: int, now: float) -> bool:
        """Lease it to the thread `user`; False while another one uses it."""
        if self._user not in (None, user):
            return False
        self._user = user
        self._leases += 1
        self._touch(now)
        return True

    def release(self, now: float) -> None:
        """End one lease."""
        self._leases -= 1
        self._touch(now)
        if not self._leases:
            self._user = None

    def _touch(self, now: float) -> None:
        """Count it as used at `now`."""
        self._held = replace(self._held, last_used=now)


class Loading:
    """A loading that waits for its turn or has it, and what became of it. Changed under the pool's lock.

    `is_wanted` is False for one that is only ahead of need; `is_hasty` says that it was given up without
    unloading others for it.
    """

    def __init__(self, *, is_wanted: bool) -> None:
        self.is_wanted = is_wanted
        self.is_hasty = False
        self.is_ended = False
        self.problem: Problem | None = None


class Scales:
    """What models take: as expected, until the first unloading has shown what comes back.

    Args:
        sizes: what the model of given settings should take.
        memory: of this process.
    """

    def __init__(self, sizes: Callable[[SpeechSettings], Footprint], memory: Memory) -> None:
        self._sizes = sizes
        self._memory = memory
        self._lock = threading.Lock()
        self._measured: dict[ModelWish, Footprint] = {}

    def estimated(self, settings: SpeechSettings) -> Footprint:
        """What it should take, whatever was measured."""
        return self._sizes(settings)

    def expected(self, settings: SpeechSettings, wish: ModelWish | None = None) -> Footprint:
        """What it will take: as it was measured before, on the device that was meant, or estimated."""
        estimate = self._sizes(settings)
        with self._lock:
            measured = self._measured.get(wish or wish_of(settings))
        return measured if measured and measured.device == estimate.device else estimate

    def unload(self, model: PooledModel) -> None:
        """Close it and weigh what comes back. Only what was in this process's memory can be weighed."""
        held = model.held
        is_here = held.device == CPU and not model.recognizer.facts.apart
        self._memory.give_back()
        before = self._memory.used()
        self.close(model.recognizer)
        after = self._memory.used()
        if is_here and before is not None and after is not None:
            size = measured_size(model.estimate, before - after)
            with self._lock:
                self._measured[held.wish] = Footprint(CPU, size)

    def close(self, recognizer: Recognizer) -> None:
        """Close it, and let its memory go back to the system."""
        try:
            recognizer.close()
        except Exception:  # what is unloaded is gone in any case
            logger.exception("a speech model could not be unloaded")
        self._memory.give_back()
