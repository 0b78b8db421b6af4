"""The stack of notices above the pane: what the user should know of, until it is dealt with.

The same problem about the same recording is told once, and one with the disk or with a model, for speech or
for language, once for all: where it is not there, every dictation meets that anew. A notice goes when the
user dismisses it, or when what it complained of is seen to work again.
"""

from __future__ import annotations

from typing import Final

from app.domain.problems import Action, ModelProblem, NewerVersion, Problem, StorageProblem, WritingProblem
from app.services.view import Notice

OF_RECORDINGS: Final = (Action.TRANSCRIBE_AGAIN, Action.RECOVER)

MAX_NOTICES = 8
"""The oldest go first: a wall of notices tells nobody anything."""


class Notices:
    """The notices in view, oldest first."""

    def __init__(self) -> None:
        self._stack: dict[str, tuple[Problem, Notice]] = {}

    @property
    def all(self) -> tuple[Notice, ...]:
        """What is in view."""
        return tuple(notice for _, notice in self._stack.values())

    def add(self, problem: Problem, subject: str = "") -> None:
        """Tell of `problem`; a second time it moves to the end."""
        if isinstance(problem, WritingProblem):
            self.solved(type(problem))
        elif isinstance(problem, ModelProblem | StorageProblem):
            self.take_back(problem)
        key = f"{type(problem).__name__}:{problem.sentence}:{subject}"
        self._stack.pop(key, None)
        self._stack[key] = (
            problem,
            Notice(
                key,
                problem.sentence,
                problem.remedy,
                problem.action,
                subject,
                is_trouble=not isinstance(problem, NewerVersion),
            ),
        )
        while len(self._stack) > MAX_NOTICES:
            del self._stack[next(iter(self._stack))]

    def take_back(self, problem: Problem) -> None:
        """`problem` is over, whatever it was met at; what can still be done with a recording stays."""
        for key, (_, notice) in list(self._stack.items()):
            is_offer = notice.subject and notice.action in OF_RECORDINGS
            if notice.sentence == problem.sentence and not is_offer:
                del self._stack[key]

    def dismiss(self, key: str) -> None:
        """Take the notice called `key` away."""
        self._stack.pop(key, None)

    def solved(self, *kinds: type[Problem], subject: str | None = None) -> None:
        """What problems of `kinds` complained of works again; with `subject`, only for that recording."""
        for key, (problem, notice) in list(self._stack.items()):
            if isinstance(problem, kinds) and (subject is None or notice.subject == subject):
                del self._stack[key]
