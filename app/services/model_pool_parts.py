"""What the pool of speech models is made of: a model in memory, and a loading under way.

Both are changed under the pool's lock alone. Nothing here fails.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from app.domain.model_budget import Held
from app.domain.problems import Problem
from app.services.ports import Recognizer


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
