"""Speech models, and what comes of the sound."""

from __future__ import annotations

from app.domain.problems.base import Action, Problem


class ModelProblem(Problem):
    """A speech model cannot be had or used."""


class ModelUnknown(ModelProblem):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no speech model called “{name}”.",
            "Choose one of those that “sayso models” lists, or the folder of a converted model.",
            action=Action.OPEN_SETTINGS,
        )


class ModelMissing(ModelProblem):
    def __init__(self, name: str, remedy: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” is not on this computer.",
            remedy
            or f"Get it with “sayso models get {name}” or on the Models page, or choose another in Settings.",
            action=Action.OPEN_MODELS,
        )


class ModelDamaged(ModelProblem):
    def __init__(self, name: str, file: str, detail: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” is damaged: {file} is not what was published.",
            "Remove it and get it again, or choose another in Settings.",
            action=Action.OPEN_MODELS,
            detail=detail,
        )


class ModelUnusable(ModelProblem):
    def __init__(self, name: str, reason: str, detail: str = "", *, remedy: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” cannot be used here: {reason}.",
            remedy or "Choose a smaller model or another device in Settings.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class ModelStays(ModelProblem):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"The speech model “{name}” belongs to an installed package, so Sayso cannot remove it.",
            "Uninstall that package with pip to free its space.",
        )


class ModelShipped(ModelProblem):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"The speech model “{name}” is a part of Sayso, so it cannot be removed.",
            "It goes when Sayso is uninstalled.",
        )


class ModelInUse(ModelProblem):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"The speech model “{name}” is in use, so it was not removed.",
            "Use another one before you remove it.",
        )


class DownloadFailed(ModelProblem):
    def __init__(self, name: str, reason: str, remedy: str = "", detail: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” could not be downloaded: {reason}.",
            remedy or "Check the connection and try again; what has arrived is kept.",
            action=Action.TRY_AGAIN,
            detail=detail,
        )


class GraphicsProblem(Problem):
    """What computing on a graphics card needs cannot be had."""


class CudaLibraryNotGot(GraphicsProblem):
    def __init__(self, reason: str, remedy: str = "", detail: str = "") -> None:
        super().__init__(
            f"NVIDIA's library cuBLAS could not be downloaded: {reason}.",
            remedy or "Check the connection and try again; what has arrived is kept.",
            action=Action.TRY_AGAIN,
            detail=detail,
        )


class CudaLibraryInUse(GraphicsProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "NVIDIA's library cuBLAS is in use, so it could not be removed.",
            "Start Sayso again, and remove it before anything is dictated.",
            detail=detail,
        )


class LanguageProblem(Problem):
    """What is spoken cannot be written in the language that is asked for."""


class LanguageUnknown(LanguageProblem):
    def __init__(self, language: str) -> None:
        super().__init__(
            f"Whisper knows no language by the code “{language}”.",
            "Use a code such as en or de, or leave it out to have the language detected.",
            action=Action.OPEN_SETTINGS,
        )


class EnglishOnly(LanguageProblem):
    def __init__(self, model: str, language: str) -> None:
        super().__init__(
            f"The speech model “{model}” writes English alone, but the language is set to “{language}”.",
            "Choose a model for many languages, or set the language to English.",
            action=Action.OPEN_SETTINGS,
        )


class RecognitionProblem(Problem):
    """Sound was there, but no text came of it."""


class RecognitionFailed(RecognitionProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "What you said could not be written down.",
            "The recording is kept in the history; transcribe it again from there.",
            action=Action.TRANSCRIBE_AGAIN,
            detail=detail,
        )


class EngineDied(RecognitionProblem):
    """The speech engine's process ended in the middle, or did not answer any more."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The speech engine has crashed, and starting it again did not help.",
            "Your recording is kept; try again, or choose another model or device in Settings.",
            action=Action.TRANSCRIBE_AGAIN,
            detail=detail,
        )


class OutOfMemory(RecognitionProblem):
    def __init__(self, device: str, detail: str = "") -> None:
        super().__init__(
            f"There is not enough memory on the {device} for this speech model.",
            "Choose a smaller model or a smaller compute type in Settings.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class DictationInterrupted(RecognitionProblem):
    def __init__(self, spoken_seconds: float) -> None:
        super().__init__(
            f"A dictation of {spoken_seconds:.0f} seconds was cut off when Sayso ended unexpectedly.",
            "Its recording is in the history.",
            action=Action.TRANSCRIBE_AGAIN,
        )


class TaskStopped(RecognitionProblem):
    def __init__(self) -> None:
        super().__init__("The transcription was stopped.", "Start it again when you like.")


class FileNotTranscribed(RecognitionProblem):
    """The engine failed or died at a file; of a dictation, RecognitionFailed and EngineDied tell that."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(
            f"{path} could not be transcribed: the speech engine failed.",
            "Try again, or choose another model for files in Settings.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class NoSpeechFound(RecognitionProblem):
    """A file was transcribed, and nothing came of it. `remedy` where other sound of it may have some."""

    def __init__(self, name: str, remedy: str = "") -> None:
        super().__init__(
            f"No speech was found in “{name}”.", remedy or "Play it to hear whether somebody speaks."
        )


class TookLonger(RecognitionProblem):
    def __init__(self) -> None:
        super().__init__(
            "This took longer: Sayso wrote it down once more as a whole, so that no word is missing.",
            "If that happens often, choose a larger model in Settings.",
            action=Action.OPEN_SETTINGS,
        )
