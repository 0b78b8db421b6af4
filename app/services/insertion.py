"""Puts finished texts where the dictation began, one after the other.

Each text is one job, done in the order given: the next one begins when the clipboard of the last one is given
back. Pasting obeys `app.domain.paste`; typing goes character by character and looks at the keys and the focus
before each piece; copying leaves the text for the user to paste. Everything runs on the GUI's thread and
never waits: whatever takes time is an answer that comes later.

Rules: the window that counts is the one remembered when the dictation began. When that is Sayso's own,
nothing is sent, as the text is in the pane already. Where no keys can be sent, the text is copied for good.
While the talk key is held no keys are sent: a job under way stops before its next key and goes on afterwards.

When Sayso ends, what is under way gives back clipboard and keys first, and nothing more is begun.

Failure mode: a job ends with `NotInserted`; its text is in the pane and in the history, one key away.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, assert_never

from app.domain import paste
from app.domain.insertion import Target
from app.domain.problems import FocusMoved, InsertionFailed, InsertionUnavailable, Problem, Unexpected
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted
from app.services.ports import Clipboard, Clock, Inbox, Inserter, Post

logger = logging.getLogger(__name__)

WHERE = "inserting text"


@dataclass(frozen=True, slots=True)
class _Job:
    id: int
    text: str
    target: Target | None
    recording: str


@dataclass(frozen=True, slots=True)
class _Hands:
    """All that a run works with."""

    inserter: Inserter
    clipboard: Clipboard
    inbox: Inbox
    clock: Clock
    is_paused: Callable[[], bool]


class _Run(Protocol):
    """One job under way."""

    def start(self) -> None:
        """Begin; everything else follows by itself."""

    def finish(self) -> None:
        """Sayso ends: be over as soon as no harm comes of it. Never raises."""


class InsertionService:
    """The queue of texts for the cursor. Belongs to the GUI thread.

    Args:
        inserter: sends the keys.
        clipboard: the system's.
        inbox: of the GUI thread.
        clock: what the waits are measured with.
        post: gets `Inserted` or `NotInserted`, one for each job, in the order of the jobs.
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
        self._hands = _Hands(inserter, clipboard, inbox, clock, lambda: self._is_paused)
        self._post = post
        self._settings = settings
        self._jobs: deque[_Job] = deque()
        self._is_busy = False
        self._is_paused = False
        self._run: _Run | None = None
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
        self._jobs.append(_Job(job_id, text, target, recording))
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
        except Exception as error:
            self._report(job, InsertionWay.COPY, "", _as_problem(error))
        self._over()

    def _run_for(self, job: _Job) -> _Run | None:
        """The run that `job` needs; None where it is done already."""
        way = self._settings.way
        if way is InsertionWay.COPY:
            self._hands.clipboard.copy(job.text)
            self._report(job, way, "", None)
            return None
        if not job.text or (job.target is not None and job.target.is_own):
            self._post(NotInserted(job.id, None, job.recording, job.text))
            return None
        if not self._hands.inserter.is_available():
            self._report(job, way, "", InsertionUnavailable())
            return None
        spaced = job
        if self._settings.trailing_space and not job.text[-1].isspace():
            spaced = replace(job, text=job.text + " ")

        def report(name: str, problem: Problem | None) -> None:
            self._report(job, way, name, problem)

        match way:
            case InsertionWay.PASTE:
                return _PasteRun(spaced, self._hands, self._settings.restore_clipboard, report, self._over)
            case InsertionWay.TYPE:
                return _TypeRun(spaced, self._hands, report, self._over)
            case _:
                assert_never(way)

    def _report(self, job: _Job, way: InsertionWay, name: str, problem: Problem | None) -> None:
        if problem is None:
            self._post(Inserted(job.id, name, way, job.recording))
            return
        why = f"{problem.sentence} {problem.detail}".strip()
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


class _PasteRun:
    """Obeys the paste sequence for one job."""

    def __init__(
        self,
        job: _Job,
        hands: _Hands,
        restore: bool,
        report: Callable[[str, Problem | None], None],
        over: Callable[[], None],
    ) -> None:
        self._job = job
        self._hands = hands
        self._restore = restore
        self._report = report
        self._over = over
        self._state: paste.PasteState = paste.Over()
        self._focused = job.target
        self._kept: object = None
        self._has_kept = False
        self._is_over = False

    def start(self) -> None:
        manager = self._hands.clipboard.has_manager()
        self._state, effects = paste.begin(self._job.target, manager, self._hands.clock.now())
        self._obey(effects)

    def finish(self) -> None:
        self._guard(lambda: self._feed(paste.Ending()))

    def _feed(self, event: paste.PasteEvent) -> None:
        self._state, effects = paste.step(self._state, event)
        self._obey(effects)

    def _obey(self, effects: tuple[paste.PasteEffect, ...]) -> None:
        for effect in effects:
            match effect:
                case paste.Look(after):
                    self._later(after, self._look)
                case paste.Offer():
                    self._keep()
                case paste.SendChord():
                    self._send()
                case paste.Report(problem):
                    self._report(self._focused.name if self._focused else "", problem)
                case paste.GiveBack():
                    self._give_back()
                case _:
                    assert_never(effect)

    def _later(self, delay: float, task: Callable[[], None]) -> None:
        self._hands.inbox.call_later(delay, lambda: self._guard(task))

    def _guard(self, task: Callable[[], None]) -> None:
        """Do `task`, unless this run is over; what it raises ends this run and no other."""
        if self._is_over:
            return
        try:
            task()
        except Exception as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        problem = _as_problem(error)
        try:
            self._feed(paste.Refused(problem))
        except Exception:
            logger.exception("the clipboard could not be given back")
        if not self._is_over:
            # Giving back itself failed; the report is out by then.
            self._is_over = True
            self._over()

    def _look(self) -> None:
        if self._hands.is_paused() and isinstance(self._state, paste.Waiting | paste.Settling):
            self._later(paste.POLL, self._look)
            return
        focused = self._hands.inserter.target()
        if focused is not None and self._job.target is None:
            self._focused = focused
        up, ours = self._hands.inserter.modifiers_are_up(), self._hands.clipboard.is_ours()
        self._feed(paste.Looked(self._hands.clock.now(), up, focused, ours))

    def _keep(self) -> None:
        self._kept = self._hands.clipboard.snapshot()
        self._has_kept = True
        # The system's news of the last copy must have been heard before the clipboard can be taken over.
        self._later(paste.POLL, self._offer)

    def _offer(self) -> None:
        primary = self._hands.inserter.wants_primary(self._focused)
        self._hands.clipboard.offer(
            self._job.text, primary=primary, concealed=self._restore, on_request=self._asked
        )
        self._feed(paste.Offered(self._hands.clock.now()))

    def _asked(self) -> None:
        """Called in the middle of somebody's request: the answer must not wait for what follows from it."""
        at = self._hands.clock.now()
        self._later(0.0, lambda: self._feed(paste.Asked(at)))

    def _send(self) -> None:
        try:
            self._hands.inserter.paste(self._focused)
        except Problem as problem:
            self._feed(paste.Refused(problem))
        else:
            self._feed(paste.Sent(self._hands.clock.now()))

    def _give_back(self) -> None:
        if self._has_kept:
            was_ours = self._hands.clipboard.is_ours()
            self._hands.clipboard.restore(self._kept)
            if was_ours and not self._restore:
                self._hands.clipboard.copy(self._job.text.rstrip())
        self._is_over = True
        self._over()


class _TypeRun:
    """Types one job piece by piece."""

    def __init__(
        self,
        job: _Job,
        hands: _Hands,
        report: Callable[[str, Problem | None], None],
        over: Callable[[], None],
    ) -> None:
        self._job = job
        self._hands = hands
        self._report = report
        self._over = over
        self._pieces: Iterator[float] | None = None
        self._held_since: float | None = None
        self._name = job.target.name if job.target else ""
        self._is_over = False

    def start(self) -> None:
        # A hotkey that was held back from the target gives it the focus anew just after its release.
        self._hands.inbox.call_later(paste.SETTLE, self._guarded)

    def finish(self) -> None:
        self._end(InsertionFailed("Sayso was ended while it was being typed"))

    def _guarded(self) -> None:
        if self._is_over:
            return
        try:
            delay = self._go_on()
        except Exception as error:
            self._end(_as_problem(error))
        else:
            if delay is not None:
                self._hands.inbox.call_later(delay, self._guarded)

    def _go_on(self) -> float | None:
        """Type a piece; the seconds to wait, or None when all is done."""
        inserter, now = self._hands.inserter, self._hands.clock.now()
        if self._hands.is_paused():
            return paste.POLL
        if not inserter.modifiers_are_up():
            self._held_since = now if self._held_since is None else self._held_since
            if now - self._held_since >= paste.MODIFIER_TIME_OUT:
                raise paste.keys_held()
            return paste.POLL
        if self._held_since is not None:
            self._held_since = None
            return paste.SETTLE
        focused = inserter.target()
        if paste.has_moved(self._job.target, focused):
            if self._pieces is None:
                raise FocusMoved()
            raise InsertionFailed("another window came to the front while it was being typed")
        if self._pieces is None:
            self._name = focused.name if focused else self._name
            self._pieces = inserter.type_text(self._job.text)
        try:
            return next(self._pieces)
        except StopIteration:
            self._end(None)
            return None

    def _end(self, problem: Problem | None) -> None:
        self._is_over = True
        close = getattr(self._pieces, "close", None)
        try:
            if close is not None:
                close()  # lets the adapter give back the keys it borrowed
        except Exception:
            logger.exception("the keys that typing had borrowed could not be given back")
        self._report(self._name, problem)
        self._over()


def _as_problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    logger.exception("unexpected failure while %s", WHERE)
    return Unexpected(WHERE, detail=type(error).__name__)
