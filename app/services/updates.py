"""Tells of a newer Sayso, where the user wants to know: one question a day, and nothing is fetched but that.

Rules: off, nobody is asked. When it was asked last is on the disk, so that starting often does not ask often.
Failure: that nobody answers is no matter for a notice: it goes to the log, and it is asked again next day.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import Problem
from app.domain.updates import RECHECK_SECONDS, Release, is_due, is_newer
from app.services.ports import Clock, Inbox, Post

logger = logging.getLogger(__name__)


class Feed(Protocol):
    """The releases."""

    def latest(self) -> Release:
        """The newest one. Raises ConnectionProblem."""


class Asked(Protocol):
    """When it was asked last."""

    def load(self) -> float:
        """Seconds since the epoch; 0 is never."""

    def save(self, when: float) -> None:
        """Never raises."""


@dataclass(frozen=True, slots=True)
class UpdateFound:
    """There is a newer one."""

    release: Release


class UpdateService:
    """Any thread.

    Args:
        inbox: that of a thread that may wait for a network.
        feed: the releases; None where there is none to ask.
        asked: when it was asked last.
        clock: the time of day.
        running: the version that runs.
        post: takes UpdateFound.
    """

    def __init__(
        self,
        inbox: Callable[[], Inbox],
        feed: Feed | None,
        asked: Asked,
        clock: Clock,
        running: str,
        post: Post,
    ) -> None:
        self._inbox = inbox
        self._feed = feed
        self._asked = asked
        self._clock = clock
        self._running = running
        self._post = post
        self._is_wanted = False
        self._worker: Inbox | None = None

    def apply(self, settings: PrivacySettings) -> None:
        """These hold from now on. The first time that it is wanted, its thread is begun."""
        was_wanted = self._is_wanted
        self._is_wanted = settings.update_notice and not settings.this_computer_only
        if self._is_wanted and not was_wanted and self._feed is not None:
            if self._worker is None:
                self._worker = self._inbox()
                self._worker.call(self._look)
            else:
                self._worker.call(self._ask)

    # --- on its thread ---

    def _look(self) -> None:
        self._ask()
        if self._worker is not None:
            self._worker.call_later(RECHECK_SECONDS, self._look)

    def _ask(self) -> None:
        now = self._clock.wall()
        if self._feed is None or not self._is_wanted or not is_due(self._asked.load(), now):
            return
        # First, so that one that fails is not asked again at each start.
        self._asked.save(now)
        try:
            release = self._feed.latest()
        except Problem as problem:
            logger.info("newer versions could not be asked for: %s", problem.detail)
            return
        if is_newer(release, self._running):
            self._post(UpdateFound(release))
