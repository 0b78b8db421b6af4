"""What can go wrong while a language model cleans the text up. The spoken text stands in every case."""

from __future__ import annotations

from app.domain.problems.base import Action, Problem


class WritingProblem(Problem):
    """No clean-up came of it; the text stays as it was spoken."""


class WriterHostInvalid(WritingProblem):
    def __init__(self, host: str, reason: str) -> None:
        super().__init__(
            f"“{host}” cannot be the address of Ollama: {reason}.",
            "Write it like http://localhost:11434 in Settings.",
            action=Action.OPEN_SETTINGS,
        )


class WriterNotRunning(WritingProblem):
    def __init__(self, host: str, detail: str = "") -> None:
        super().__init__(
            f"Ollama is not running at {host}.",
            "Start it, then choose Enhance again; until then your text comes as it was spoken.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WriterUnreachable(WritingProblem):
    def __init__(self, host: str, detail: str = "") -> None:
        super().__init__(
            f"Ollama at {host} cannot be reached.",
            "Check the address in Settings, and that its computer is on and lets Sayso in.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class WriterModelMissing(WritingProblem):
    """Carries `model`, so that a button can get it."""

    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(
            f"Ollama does not have the model “{name}”.",
            f"Get it here or with “ollama pull {name}”, or choose another in Settings.",
            action=Action.GET_WRITER,
            detail=detail,
        )
        self.model = name


class WriterModelUnfit(WritingProblem):
    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(
            f"The model “{name}” cannot clean text up: {reason}.",
            "Choose another in Settings.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class WriterModelTooLarge(WritingProblem):
    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(
            f"There is not enough memory for the model “{name}”.",
            "Choose a smaller one in Settings, or close other programs.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class WriterBusy(WritingProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Ollama is busy with other requests.",
            "Choose Enhance again in a moment.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WriterDied(WritingProblem):
    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(
            f"Ollama's model “{name}” stopped unexpectedly.",
            "Choose Enhance again, which starts it anew; choose a smaller model if it comes back.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WriterSilent(WritingProblem):
    def __init__(self, waited_seconds: float, detail: str = "") -> None:
        super().__init__(
            f"Ollama sent nothing for {waited_seconds:.0f} seconds.",
            "Choose Enhance again, or a smaller model in Settings.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WritingCutOff(WritingProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The connection to Ollama was lost while it was writing.",
            "See whether Ollama is still running, then choose Enhance again.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WritingUnfinished(WritingProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The model broke off before its text was whole.",
            "Choose Enhance again, or another model in Settings.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WritingLimitReached(WritingProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The model wrote more than the text allows, so it was stopped.",
            "Choose Enhance again, or another model in Settings.",
            action=Action.ENHANCE_AGAIN,
            detail=detail,
        )


class WritingContextTooSmall(WritingProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The text is too long for the model to take in at once.",
            "Choose a model that takes in more in Settings, or dictate in shorter pieces.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class WriterAnswerOdd(WritingProblem):
    def __init__(self, host: str, detail: str = "") -> None:
        super().__init__(
            f"What answers at {host} does not speak as Ollama does.",
            "Check the address in Settings, and bring Ollama up to date.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class WriterPullFailed(WritingProblem):
    """Carries `model`, so that a button can get it again."""

    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(
            f"Ollama could not get the model “{name}”: {reason}.",
            "Try again once that is mended; what has arrived is kept.",
            action=Action.GET_WRITER,
            detail=detail,
        )
        self.model = name
