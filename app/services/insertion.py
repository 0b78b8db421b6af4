"""Puts finished texts where the dictation began, one after the other.

Each text is one job, done in the order given: the next one begins when the clipboard of the last one is given
back. Pasting obeys `app.domain.paste`; typing goes character by character and looks at the keys and the focus
before each piece; copying leaves the text for the user to paste. A text that was inserted last may be
replaced by another, as `app.domain.replacement` allows; one that was copied, while it is on the clipboard.
Everything runs on the GUI's thread and never waits: whatever takes time is an answer that comes later.

Rules: the window that counts is the one remembered when the dictation began. When that is Sayso's own,
nothing is sent, as the text is in the pane already. Where no keys can be sent, the text is copied for good.
While the talk key is held no keys are sent: a job under way stops before its next key and goes on afterwards.

When Sayso ends, what is under way gives back clipboard and keys first, and nothing more is begun.

Failure mode: a job ends with `NotInserted`, or with `NotReplaced` while the old text stays at the cursor; its
text is in the pane and in the history, one key away.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from app.domain import replacement
from app.domain.insertion import Target
from app.domain.problems import InsertionUnavailable
from app.domain.replacement import Placed
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted, NotReplaced
from app.services.failures import problem_of
from app.services.insertion_runs import WHERE, Hands, Job, Outcome, PasteRun, Run, TypeRun
from app.services.ports import Clipboard, Clock, Inbox, Inserter, Post
from app.services.replacement_run import ReplaceRun

logger = logging.getLogger(__name__)


class InsertionService:
    """The queue of texts for the cursor. Belongs to the GUI thread.

    Args:
        inserter: sends the keys.
        clipboard: the system's.
        inbox: of the GUI thread.
        clock: what the waits are measured with.
        post: gets `Inserted`, `NotInserted` or `NotReplaced`, one for each job, in the order of the jobs.
        settings: the way, and whether the clipboard is given back.
    """

    def __init__(
        self,
        inserter: Inserter,
        clipboard: Clipboard,
        inbox: Inbox,
        clock: Clock,
        post: Post,
        settings: InsertionSettings,
    ) -> None:
        self._hands = Hands(inserter, clipboard, inbox, clock, lambda: self._is_paused)
        self._post = post
        self._settings = settings
        self._jobs: deque[Job] = deque()
        self._is_busy = False
        self._is_paused = False
        self._run: Run | None = None
        self._placed: Placed | None = None
        self._finished: Callable[[], None] | None = None

    def apply(self, settings: InsertionSettings) -> None:
        """Hold from the next job on."""
        self._settings = settings

    def pause(self, is_paused: bool) -> None:
        """Send no keys for now: while the talk key is held, no other program gets them."""
        self._is_paused = is_paused
        if not is_paused:
            self._hands.inbox.call(self._next)

    def remember_target(self) -> Target | None:
        """The window that has the focus now: call it when a dictation begins and give it to `insert`."""
        return self._hands.inserter.target()

    def insert(self, job_id: int, text: str, target: Target | None, recording: str = "") -> None:
        """Put `text`, which is that of `recording`, into `target`, behind the jobs that wait already.
        Returns at once."""
        self._jobs.append(Job(job_id, text, target, recording))
        self._hands.inbox.call(self._next)

    def replace(self, job_id: int, old: str, new: str, target: Target | None, recording: str) -> None:
        """Put `new` in the place of `old`, which `insert` was given for the same job, if the caret surely is
        behind it, or it was copied and is on the clipboard still; comes behind the jobs that wait already.
        Returns at once."""
        self._jobs.append(Job(job_id, new, target, recording, replaces=old))
        self._hands.inbox.call(self._next)

    def finish(self, then: Callable[[], None]) -> None:
        """Begin nothing more, and call `then` when the clipboard and the keys are given back: at once, or
        within `paste.TIME_OUT` where a chord is sent already and the target has not got its text."""
        self._finished = then
        if self._run is None:
            then()
        else:
            self._run.finish()

    def _next(self) -> None:
        if self._is_busy or self._is_paused or self._finished or not self._jobs:
            return
        self._is_busy = True
        job = self._jobs.popleft()
        try:
            self._run = self._run_for(job)
            if self._run is not None:
                self._run.start()
                return
        except Exception as error:  # the jobs behind it are done all the same
            self._report(job, InsertionWay.COPY, Outcome(problem_of(error, WHERE)))
        self._over()

    def _run_for(self, job: Job) -> Run | None:
        """The run that `job` needs; None where it is done already."""
        # Whatever comes now may move the caret.
        placed, self._placed = self._placed, None
        way = self._settings.way
        if job.replaces is not None:
            return self._replacement_for(job, job.replaces, placed)
        if way is InsertionWay.COPY:
            self._copy(job)
            return None
        if not job.text or (job.target is not None and job.target.is_own):
            self._post(NotInserted(job.id, None, job.recording, job.text))
            return None
        if not self._hands.inserter.is_available():
            self._report(job, way, Outcome(InsertionUnavailable()))
            return None
        spaced = job
        if self._settings.trailing_space and not job.text[-1].isspace():
            spaced = replace(job, text=job.text + " ")

        def report(outcome: Outcome) -> None:
            self._note(spaced, outcome)
            self._report(job, way, outcome)

        match way:
            case InsertionWay.PASTE:
                return PasteRun(spaced, self._hands, self._settings.restore_clipboard, report, self._over)
            case InsertionWay.TYPE:
                return TypeRun(spaced, self._hands, report, self._over)
            case _:
                assert_never(way)

    def _copy(self, job: Job) -> None:
        self._hands.clipboard.copy(job.text)
        self._report(job, InsertionWay.COPY, Outcome(None))

    def _replacement_for(self, job: Job, old: str, placed: Placed | None) -> Run | None:
        is_copied = self._settings.way is InsertionWay.COPY
        if is_copied and job.text and self._hands.clipboard.holds_copy(old):
            self._copy(job)
            return None
        may = replacement.may_replace(placed, job.id, old, job.target)
        if placed is None or not may or not job.text or is_copied:
            logger.info("job %d not replaced: its text is not the one at the cursor, or cannot be", job.id)
            self._post(NotReplaced(job.id, job.recording, job.text))
            return None
        whole = replacement.in_place_of(job.text, old, placed)
        spaced = replace(job, text=whole, target=placed.target)

        def report(outcome: Outcome) -> None:
            self._note(spaced, outcome)
            self._report(job, InsertionWay.PASTE, outcome)

        restore = self._settings.restore_clipboard
        return ReplaceRun(spaced, placed, self._hands, restore, report, self._over)

    def _note(self, job: Job, outcome: Outcome) -> None:
        """Remember what is at the cursor now, so that it can be replaced."""
        if outcome.problem is None:
            self._placed = Placed(job.id, job.text, outcome.target, outcome.at)

    def _report(self, job: Job, way: InsertionWay, outcome: Outcome) -> None:
        problem = outcome.problem
        if problem is None:
            name = outcome.target.name if outcome.target else ""
            self._post(Inserted(job.id, name, way, job.recording))
            return
        why = f"{problem.sentence} {problem.detail}".strip()
        if job.replaces is not None:
            logger.info("job %d not replaced: %s %s", job.id, type(problem).__name__, why)
            self._post(NotReplaced(job.id, job.recording, job.text))
            return
        logger.info("job %d not inserted: %s %s", job.id, type(problem).__name__, why)
        if isinstance(problem, InsertionUnavailable):
            self._hands.clipboard.copy(job.text)
        self._post(NotInserted(job.id, problem, job.recording, job.text))

    def _over(self) -> None:
        self._is_busy = False
        self._run = None
        if self._finished:
            self._finished()
        else:
            self._hands.inbox.call(self._next)
