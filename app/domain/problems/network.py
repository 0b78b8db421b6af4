"""What the user has forbidden to leave this computer."""

from __future__ import annotations

from app.domain.problems.base import Action, Problem
from app.domain.problems.writing import WritingProblem


class ConnectionProblem(Problem):
    """A connection to another computer that was not made."""


class ConnectionRefused(ConnectionProblem):
    def __init__(self, host: str, detail: str = "") -> None:
        super().__init__(
            f"Sayso is set to this computer only, so it did not connect to {host}.",
            "Allow connections in Settings, under Privacy.",
            action=Action.OPEN_PRIVACY,
            detail=detail,
        )


class UpdatesNotTold(ConnectionProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Whether there is a newer Sayso could not be found out.",
            "It is asked again tomorrow.",
            detail=detail,
        )


class WriterRefused(ConnectionRefused, WritingProblem):
    """The one to the language models; the text stays as it was spoken."""


class WriterElsewhere(ConnectionProblem, WritingProblem):
    def __init__(self, model: str, detail: str = "") -> None:
        super().__init__(
            "Sayso is set to this computer only, and Ollama would pass your words on: "
            f"“{model}” runs elsewhere.",
            "Choose another model, or allow connections in Settings, under Privacy.",
            action=Action.OPEN_PRIVACY,
            detail=detail,
        )
