"""Puts a report together for finding a mistake: each part by whoever knows it.

Failure: a part that cannot be had is a line in its file; the others are there all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from app.domain.diagnostics import ReportFile, ReportPart
from app.domain.problems import Problem, ReportNotMade
from app.services.ports import Inbox, Post
from app.services.privacy_events import ReportEnded

logger = logging.getLogger(__name__)

Source = Callable[[], str]


def collected(sources: Mapping[ReportPart, Source], scrub: Callable[[str], str]) -> tuple[ReportFile, ...]:
    """All parts, in their order; what each says is passed through `scrub`."""
    return tuple(ReportFile(part.value, scrub(_said(part, sources[part]))) for part in ReportPart)


def _said(part: ReportPart, source: Source) -> str:
    try:
        return source()
    except Problem as problem:
        return f"{problem}\n"
    except Exception as error:  # the other parts are told all the same
        logger.warning("%s could not be put into a report: %s", part, type(error).__name__)
        return f"It could not be found out: {type(error).__name__}.\n"


class ReportProcess(Protocol):
    """Makes a report in a process of its own, which may take some seconds and libraries."""

    def run(self, on_line: Callable[[bytes], None], arguments: tuple[str, ...]) -> int | None:
        """Its exit status; None where it could not be started or was stopped."""


class ReportDesk:
    """Has reports made, one after the other. Any thread.

    Args:
        inbox: begins a thread that may wait, when the first one is wanted.
        process: makes them.
        post: takes ReportEnded.
    """

    def __init__(self, inbox: Callable[[], Inbox], process: ReportProcess, post: Post) -> None:
        self._begin = inbox
        self._inbox: Inbox | None = None
        self._process = process
        self._post = post

    def save(self, path: Path) -> None:
        """Make one at `path`: ReportEnded."""
        if self._inbox is None:
            self._inbox = self._begin()
        self._inbox.call(partial(self._save, path))

    def _save(self, path: Path) -> None:
        status = self._process.run(lambda _: None, (str(path), "--replace"))
        problem = None if status == 0 else ReportNotMade(str(path.parent), detail=f"status {status}")
        self._post(ReportEnded(path, problem))
