"""What Ollama and the way to it say when they fail, in the user's words.

The server has a status and a text, and the text alone tells some failures apart. Only fixed pieces of it are
looked for. Nothing of it is shown or logged: it may hold a piece of what the model wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.domain.problems import (
    WriterAnswerOdd,
    WriterBusy,
    WriterDied,
    WriterModelMissing,
    WriterModelTooLarge,
    WriterModelUnfit,
    WriterNotRunning,
    WriterPullFailed,
    WriterUnreachable,
    WritingContextTooSmall,
    WritingCutOff,
    WritingProblem,
)
from app.domain.texts import shown

STREAM_ERROR: Final = -1
"""The client's status of an error line inside a stream."""
_TOO_LONG: Final = ("exceeds the context", "exceeds the available context", "exceed_context_size")
_NO_MEMORY: Final = ("more system memory", "out of memory", "insufficient memory", "unable to allocate")
_UNFIT: Final = ("does not support chat", "does not support generate", "does not support completion")
_PULL_REASONS: Final = (
    (("does not exist", "not found", "invalid model name"), shown("its library has no such model")),
    (("no space left", "not enough space", "disk is full"), shown("the disk with Ollama's models is full")),
    (
        ("dial tcp", "lookup ", "i/o timeout", "connection re", "no such host", "tls", "max retries"),
        shown("its library cannot be reached"),
    ),
    (("digest mismatch",), shown("what arrived is not what was published")),
    (("requires a newer version", "newer version of ollama"), shown("it needs a newer Ollama")),
)


class Failure(StrEnum):
    """How far a request got."""

    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    CUT_OFF = "cut off"
    ANSWERED = "answered with an error"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A failed request. `kind` is the exception's name; `status` and `text` are the server's."""

    failure: Failure
    host: str
    model: str
    kind: str
    status: int = 0
    text: str = field(default="", repr=False)

    def says(self, pieces: tuple[str, ...]) -> bool:
        """Whether the server's text holds one of them."""
        text = self.text.lower()
        return any(piece in text for piece in pieces)

    @property
    def detail(self) -> str:
        """For the log."""
        return f"{self.kind}, status {self.status}" if self.failure is Failure.ANSWERED else self.kind


def problem_of(trouble: Trouble) -> WritingProblem:
    """What a failed request is for the user."""
    if trouble.failure is Failure.ANSWERED:
        return _answered(trouble)
    return _on_the_way(trouble)


def pull_problem(trouble: Trouble) -> WritingProblem:
    """What a failed download is for the user."""
    if trouble.failure is Failure.CUT_OFF:
        return WriterPullFailed(trouble.model, "the connection to Ollama was lost", trouble.detail)
    if trouble.failure is not Failure.ANSWERED:
        return _on_the_way(trouble)
    reason = next((words for pieces, words in _PULL_REASONS if trouble.says(pieces)), shown("it broke off"))
    return WriterPullFailed(trouble.model, reason, trouble.detail)


def _on_the_way(trouble: Trouble) -> WritingProblem:
    if trouble.failure is Failure.REFUSED:
        return WriterNotRunning(trouble.host, trouble.detail)
    if trouble.failure is Failure.UNREACHABLE:
        return WriterUnreachable(trouble.host, trouble.detail)
    if trouble.failure is Failure.CUT_OFF:
        return WritingCutOff(trouble.detail)
    return WriterAnswerOdd(trouble.host, trouble.detail)


def _answered(trouble: Trouble) -> WritingProblem:
    status, model, detail = trouble.status, trouble.model, trouble.detail
    if trouble.says(_TOO_LONG):
        return WritingContextTooSmall(detail)
    if trouble.says(_NO_MEMORY):
        return WriterModelTooLarge(model, detail)
    if trouble.says(_UNFIT):
        return WriterModelUnfit(model, "it does not write texts", detail)
    if status == 404 and model and "not found" in trouble.text and model.split(":")[0] in trouble.text:
        return WriterModelMissing(model, detail)
    if status in (429, 503):
        return WriterBusy(detail)
    if status in (500, STREAM_ERROR) and model:
        return WriterDied(model, detail)
    return WriterAnswerOdd(trouble.host, detail)
