"""How one text gets to the cursor: by a paste, or typed piece by piece.

A run is one job under way. Pasting obeys `app.domain.paste`; typing looks at the keys and the focus before
each piece. A run never waits: whatever takes time is an answer that comes later, by the inbox.

Failure mode: what goes wrong is reported once; the clipboard and the borrowed keys are given back all the
same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias, assert_never

from app.domain import paste
from app.domain.insertion import Target
from app.domain.problems import FocusMoved, InsertionFailed, Problem
from app.domain.texts import shown
from app.services.failures import problem_of
from app.services.ports import Clipboard, Clock, Inbox, Inserter

logger = logging.getLogger(__name__)

WHERE = shown("inserting text")


@dataclass(frozen=True, slots=True)
class Job:
    """`text` of `recording` for `target`. `replaces`: what it is to take the place of, None for nothing."""

    id: int
    text: str
    target: Target | None
    recording: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run went: `problem` is None where the text is at the cursor. `target`: the window that was dealt
    with, where it is known. `at`: when our last key had arrived."""

    problem: Problem | None
    target: Target | None = None
    at: float = 0.0


Report: TypeAlias = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Hands:
    """All that a run works with."""

    inserter: Inserter
    clipboard: Clipboard
    inbox: Inbox
    clock: Clock
    is_paused: Callable[[], bool]

    def key_arrived(self) -> float:
        """The moment, right after a key of ours: by the time the system has answered, it counts as input."""
        self.inserter.last_input()
        return self.clock.now()


class Run(Protocol):
    """One job under way."""

    def start(self) -> None:
        """Begin; everything else follows by itself."""

    def finish(self) -> None:
        """Sayso ends: be over as soon as no harm comes of it. Never raises."""


class PasteRun:
    """Obeys the paste sequence for one job."""

    def __init__(
        self,
        job: Job,
        hands: Hands,
        restore: bool,
        report: Report,
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
        self._sent_at = 0.0
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
                    self._report(Outcome(problem, self._focused, self._sent_at))
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
        except Exception as error:  # it ends this run and no other
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        problem = problem_of(error, WHERE)
        try:
            self._feed(paste.Refused(problem))
        except Exception:  # what comes of it is told already
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
            self._sent_at = self._hands.key_arrived()
            self._feed(paste.Sent(self._sent_at))

    def _give_back(self) -> None:
        if self._has_kept:
            was_ours = self._hands.clipboard.is_ours()
            self._hands.clipboard.restore(self._kept)
            if was_ours and not self._restore:
                self._hands.clipboard.copy(self._job.text.rstrip())
        self._is_over = True
        self._over()


class TypeRun:
    """Types one job piece by piece."""

    def __init__(
        self,
        job: Job,
        hands: Hands,
        report: Report,
        over: Callable[[], None],
    ) -> None:
        self._job = job
        self._hands = hands
        self._report = report
        self._over = over
        self._pieces: Iterator[float] | None = None
        self._held_since: float | None = None
        self._focused = job.target
        self._typed_at = 0.0
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
        except Exception as error:  # it ends this run and no other
            self._end(problem_of(error, WHERE))
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
            self._focused = focused or self._focused
            self._pieces = inserter.type_text(self._job.text)
        try:
            delay = next(self._pieces)
        except StopIteration:
            self._end(None)
            return None
        self._typed_at = self._hands.key_arrived()
        return delay

    def _end(self, problem: Problem | None) -> None:
        self._is_over = True
        close = getattr(self._pieces, "close", None)
        try:
            if close is not None:
                close()  # lets the adapter give back the keys it borrowed
        except Exception:  # the run ends all the same
            logger.exception("the keys that typing had borrowed could not be given back")
        self._report(Outcome(problem, self._focused, self._typed_at))
        self._over()
