"""Starting with the system, as a setting that shows what really is.

Rules: what is found there counts, unless the user has wished something else meanwhile. Looking and switching
are done on the storage thread, one after the other.
Failure: told as Noticed; then what is there is told, so that the setting does not promise what is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.domain.texts import shown
from app.services.events import Noticed
from app.services.failures import problem_of
from app.services.ports import Inbox, Post


class SystemStart(Protocol):
    """What the system starts."""

    def is_on(self) -> bool:
        """As it is. Never raises."""

    def repair(self) -> bool:
        """As it is, once what leads to nowhere leads here. Raises StorageProblem."""

    def set(self, is_on: bool) -> None:
        """Raises StorageProblem."""


@dataclass(frozen=True, slots=True)
class AutostartFound:
    """Whether Sayso starts with the system; `wish` is the number of the user's last wish then."""

    is_on: bool
    wish: int


class AutostartService:
    """Belongs to the GUI thread, which the event comes to.

    Args:
        disk: the inbox of the storage thread.
        system: what the system starts.
        post: takes AutostartFound and Noticed.
    """

    def __init__(self, disk: Inbox, system: SystemStart, post: Post) -> None:
        self._disk = disk
        self._system = system
        self._post = post
        self._wish = 0

    def look(self) -> None:
        """AutostartFound."""
        self._disk.call(partial(self._look, self._wish))

    def apply(self, is_on: bool) -> None:
        """The user wishes it so: AutostartFound."""
        self._wish += 1
        self._disk.call(partial(self._set, is_on, self._wish))

    def is_newest(self, event: AutostartFound) -> bool:
        """Whether the user has wished nothing since."""
        return event.wish == self._wish

    # --- on the storage thread ---

    def _look(self, wish: int) -> None:
        self._told(self._system.repair, shown("looking at the autostart"))
        self._post(AutostartFound(self._system.is_on(), wish))

    def _set(self, is_on: bool, wish: int) -> None:
        self._told(partial(self._system.set, is_on), shown("setting the autostart"))
        self._post(AutostartFound(self._system.is_on(), wish))

    def _told(self, act: Callable[[], object], what: str) -> None:
        try:
            act()
        except Exception as error:  # the thread lives on
            self._post(Noticed(problem_of(error, what)))
