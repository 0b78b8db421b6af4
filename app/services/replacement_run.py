"""Puts a text in the place of the one at the cursor: selects that one backwards and pastes over it.

    clipboard lent --> selecting, some keys at a time --> the window tells what is selected --> paste chord

It is a paste whose chord comes later: the clipboard is lent first, so that the old text is selected for as
short a time as can be. Before each key it is asked anew whether the user has touched anything, whether the
same window has the focus, and whether the talk key is held.

Failure mode: nothing is pasted, and the caret goes back to the end of the old text, which stays as it was. A
key of the user's that falls into the moment of selecting goes to the selected text like any key; undoing it
in that program brings the text back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Final

from app.domain import paste, replacement
from app.domain.problems import FocusMoved, InsertionFailed, Problem
from app.domain.replacement import Placed
from app.services.failures import problem_of
from app.services.insertion_runs import WHERE, Hands, Job, Outcome, PasteRun, Report

logger = logging.getLogger(__name__)

LOOKS: Final = 10
"""How often a system that is busy is asked for the last input before it counts as one."""


class ReplaceRun(PasteRun):
    """Replaces what is `placed` by the text of one job, whose target is the same window."""

    def __init__(
        self, job: Job, placed: Placed, hands: Hands, restore: bool, report: Report, over: Callable[[], None]
    ) -> None:
        super().__init__(job, hands, restore, self._done, over)
        self._old = placed.text
        self._outcome = report
        self._key_at = placed.at
        self._pieces: Iterator[float] = iter(())
        self._is_selected = False
        self._so_far = ""
        self._steps = replacement.caret_steps(placed.text)
        self._until = 0.0

    def start(self) -> None:
        try:
            if self._is_touched():
                raise _touched()
            self._pieces = self._hands.inserter.select_left(self._steps, self._job.target)
        except Problem as problem:
            self._obey((paste.Report(problem), paste.GiveBack()))
        else:
            super().start()

    def finish(self) -> None:
        if not isinstance(self._state, paste.Pasting):
            self._guard(self._unselect)
        super().finish()

    def _send(self) -> None:
        """The clipboard is lent: select, and press the chord when that is done."""
        self._select()

    def _select(self) -> None:
        try:
            self._look_out()
            delay = next(self._pieces)
        except StopIteration:
            patience = replacement.SELECTION_TIME_OUT + replacement.STEP_TIME_OUT * self._steps
            self._until = self._hands.clock.now() + patience
            self._confirm()
        except Exception as error:  # it ends this run and no other
            self._give_up(problem_of(error, WHERE))
        else:
            self._is_selected = True
            self._key_at = self._hands.key_arrived()
            self._later(delay, self._select)

    def _confirm(self) -> None:
        """Paste once the window tells that the old text is selected, and nothing else."""
        try:
            self._look_out()
            selected = self._hands.inserter.selected()
            # It took a while to tell.
            self._look_out()
        except Exception as error:  # it ends this run and no other
            self._give_up(problem_of(error, WHERE))
            return
        if replacement.is_selected(self._old, selected):
            super()._send()
            return
        now = self._hands.clock.now()
        if selected and selected != self._so_far:  # empty as long as the answer is on its way
            self._so_far = selected
            self._until = max(self._until, now + replacement.SELECTION_TIME_OUT)
        if selected is None or now >= self._until:
            self._give_up(InsertionFailed("the text at the cursor is not the one that was inserted"))
        else:
            self._later(replacement.SELECTION_POLL, self._confirm)

    def _look_out(self) -> None:
        """Raises a problem where no key may be sent."""
        if paste.has_moved(self._job.target, self._hands.inserter.target()):
            raise FocusMoved()
        if self._hands.is_paused() or self._is_touched():
            raise _touched()
        if not self._hands.clipboard.is_ours():
            raise InsertionFailed("another program has taken the clipboard")

    def _is_touched(self) -> bool:
        for _ in range(LOOKS):
            before = self._hands.clock.now()
            idle = self._hands.inserter.last_input()
            after = self._hands.clock.now()
            untouched = replacement.is_untouched(self._key_at, idle, before, after)
            if untouched is not None:
                return not untouched
        return True

    def _give_up(self, problem: Problem) -> None:
        """Put the caret back as soon as no key of the user's is in the way."""
        self._until = self._hands.clock.now() + paste.MODIFIER_TIME_OUT
        self._let_go(problem)

    def _let_go(self, problem: Problem) -> None:
        now = self._hands.clock.now()
        if self._hands.is_paused():
            self._until = now + paste.MODIFIER_TIME_OUT
        if self._is_selected and now < self._until and not self._may_unselect():
            self._later(paste.POLL, lambda: self._let_go(problem))
        else:
            self._feed(paste.Refused(problem))

    def _may_unselect(self) -> bool:
        return not self._hands.is_paused() and self._hands.inserter.modifiers_are_up()

    def _unselect(self) -> None:
        if not self._is_selected:
            return
        self._is_selected = False
        if not self._may_unselect() or paste.has_moved(self._job.target, self._hands.inserter.target()):
            return
        try:
            self._hands.inserter.unselect()
        except Problem as problem:
            logger.info("the selection stays: %s", type(problem).__name__)

    def _done(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self._unselect()
        self._outcome(outcome)


def _touched() -> Problem:
    return InsertionFailed("the keyboard or the pointer was used meanwhile")
