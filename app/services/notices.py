"""The stack of notices above the pane: what the user should know of, until it is dealt with.

The same problem about the same recording is told once, and one with the language model once for all: where
it is not there, every dictation meets that anew. A notice goes when the user dismisses it, or when what it
complained of is seen to work again.
"""

from __future__ import annotations

from app.domain.problems import Problem, WritingProblem
from app.services.view import Notice

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
        key = f"{type(problem).__name__}:{problem.sentence}:{subject}"
        self._stack.pop(key, None)
        self._stack[key] = (
            problem,
            Notice(key, problem.sentence, problem.remedy, problem.action, subject),
        )
        while len(self._stack) > MAX_NOTICES:
            del self._stack[next(iter(self._stack))]

    def dismiss(self, key: str) -> None:
        """Take the notice called `key` away."""
        self._stack.pop(key, None)

    def solved(self, *kinds: type[Problem], subject: str | None = None) -> None:
        """What problems of `kinds` complained of works again; with `subject`, only for that recording."""
        for key, (problem, notice) in list(self._stack.items()):
            if isinstance(problem, kinds) and (subject is None or notice.subject == subject):
                del self._stack[key]
