"""One passage of a text through the language model: split where it does not fit, judged, never cut.

Failure: what is the model's fault with this passage alone (it wrote without end, or broke off) makes it try
    shorter ones, and then leaves the passage as it was spoken, with the reason. Everything else is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain import passages
from app.domain.clean_up_pieces import Piece, judged, passage_bytes, unwritten
from app.domain.guard.verdict import Reason
from app.domain.problems import WritingContextTooSmall, WritingLimitReached, WritingProblem, WritingUnfinished
from app.domain.styles import Check
from app.domain.writing import EndReason, WriteEnd, WritingPart
from app.services.writing_ports import Writer, Writing
from app.services.writing_requests import Requests

LEAST_BYTES: Final = 160
"""Of a passage; smaller ones are not split any further."""

Run = Callable[[Writing, Callable[[WritingPart], None]], WriteEnd]


@dataclass(slots=True)
class Tally:
    """What the requests of one enhancement took together. `problem` is the last that left a passage as it was
    spoken."""

    first_token_seconds: float | None = None
    tokens: int = 0
    writing_seconds: float = 0.0
    timed_tokens: int = 0
    problem: WritingProblem | None = None

    def count(self, end: WriteEnd) -> None:
        """Add one request."""
        if self.first_token_seconds is None:
            self.first_token_seconds = end.first_token_seconds
        self.tokens += end.tokens
        if end.tokens_per_second:
            self.timed_tokens += end.tokens
            self.writing_seconds += end.tokens / end.tokens_per_second

    @property
    def tokens_per_second(self) -> float | None:
        """Over all that tell it."""
        return self.timed_tokens / self.writing_seconds if self.writing_seconds > 0 else None


class PassageWriter:
    """Writes passages by `requests`.

    Args:
        run: runs one request to its end.
        tally: what it adds up into.
        following: how passages behind the first are asked for, where that differs: without the passages
            before them, which are of another style.
    """

    def __init__(
        self,
        requests: Requests,
        writer: Writer,
        run: Run,
        tally: Tally | None = None,
        following: Requests | None = None,
    ) -> None:
        self._first = requests
        self._following = following or requests
        self._writer = writer
        self._run = run
        self._tally = tally or Tally()

    def write(
        self, spoken: str, done: Sequence[Piece], language: str, *, is_last: bool
    ) -> tuple[Piece, ...] | None:
        """The pieces that `spoken` was written in; None when it was stopped.

        Args:
            done: the pieces before it.
            is_last: whether nothing of the dictation is to come behind it.
        """
        if not spoken.strip():
            return (Piece(spoken, ""),)
        requests = self._following if any(piece.written for piece in done) else self._first
        before = done if requests == self._first else ()
        request = requests.writing(spoken, before, is_last=is_last)
        if request is None:
            return self._in_parts(spoken, done, language, WritingContextTooSmall(), is_last=is_last)
        try:
            end = self._run(self._writer.write(request), _nothing)
        except WritingContextTooSmall as problem:
            return self._in_parts(spoken, done, language, problem, is_last=is_last)
        except (WritingLimitReached, WritingUnfinished) as problem:
            if len(spoken.encode()) <= passage_bytes(requests.style):
                return (self._left(spoken, problem),)
            return self._in_parts(spoken, done, language, problem, is_last=is_last)
        if end.reason is EndReason.STOPPED:
            return None
        self._tally.count(end)
        return (judged(spoken, end.text, requests.style, language, requests.vocabulary),)

    def _in_parts(
        self, spoken: str, done: Sequence[Piece], language: str, problem: WritingProblem, *, is_last: bool
    ) -> tuple[Piece, ...] | None:
        size = len(spoken.encode())
        if size <= LEAST_BYTES:
            return (self._left(spoken, problem),)
        written: tuple[Piece, ...] = ()
        parts = passages.split(spoken, max(LEAST_BYTES, size // 2 + 1))
        for number, part in enumerate(parts, start=1):
            pieces = self.write(part, (*done, *written), language, is_last=is_last and number == len(parts))
            if pieces is None:
                return None
            written += pieces
        return written

    def _left(self, spoken: str, problem: WritingProblem) -> Piece:
        self._tally.problem = problem
        check = Check.CUT_OFF if isinstance(problem, WritingUnfinished) else Check.LENGTH
        return unwritten(spoken, Reason(check, problem.sentence))


def _nothing(_: WritingPart) -> None:
    """The runner tells of the parts."""
