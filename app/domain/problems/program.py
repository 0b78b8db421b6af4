"""The disk, the settings, the running program, and its own mistakes."""

from __future__ import annotations

from typing import Final

from app.domain.problems.base import Action, Problem


class StorageProblem(Problem):
    """The disk does not take what it is given."""


OTHER_PLACE: Final = "Choose another folder at “Save in” in the settings of files."
"""The remedy where transcripts are saved by the window's settings: nobody can write to a camera's card."""
NO_PLACE: Final = "Its disk can only be read: allow writing to it, or choose another place."


class FolderUnwritable(StorageProblem):
    def __init__(self, folder: str, detail: str = "", *, remedy: str = "") -> None:
        super().__init__(
            f"Sayso cannot write to {folder}.",
            remedy or "Give your user the right to write there.",
            detail=detail,
        )


class NameTooLong(StorageProblem):
    def __init__(self, folder: str, detail: str = "") -> None:
        super().__init__(
            f"The disk that holds {folder} takes no name that is so long.",
            "Give the file or its folder a shorter name.",
            detail=detail,
        )


class FolderUnwatchable(StorageProblem):
    def __init__(self, folder: str, detail: str = "") -> None:
        super().__init__(
            f"Sayso cannot watch {folder} now.",
            "It is watched as soon as it is there.",
            detail=detail,
        )


class DiskFull(StorageProblem):
    def __init__(self, folder: str, detail: str = "", *, remedy: str = "") -> None:
        super().__init__(
            f"The disk that holds {folder} is full.",
            remedy or "Free some space; dictation goes on without recordings until then.",
            detail=detail,
        )


class HistoryDamaged(StorageProblem):
    def __init__(self, moved_to: str, detail: str = "") -> None:
        super().__init__(
            "The history could not be read, so a new one was begun.",
            f"The old one is kept as {moved_to}.",
            detail=detail,
        )


class TranscriptsDamaged(StorageProblem):
    def __init__(self, moved_to: str, detail: str = "") -> None:
        super().__init__(
            "The transcripts of files could not be read, so a new collection was begun.",
            f"The old one is kept as {moved_to}; what could still be read of it was taken over.",
            detail=detail,
        )


class ReportThere(StorageProblem):
    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(
            f"There is a file called {path} already.",
            "Name another one, or add --replace.",
            detail=detail,
        )


class ReportNotMade(StorageProblem):
    def __init__(self, folder: str, detail: str = "") -> None:
        super().__init__(
            f"The report could not be saved in {folder}.",
            "Choose another folder, or free some space.",
            detail=detail,
        )


class SettingsProblem(Problem):
    """The settings file is not what it should be."""


class SettingsRepaired(SettingsProblem):
    def __init__(self, fields: str) -> None:
        super().__init__(
            f"Some settings could not be read and were set back: {fields}.",
            "Look at them in Settings; the old file is kept beside the new one.",
            action=Action.OPEN_SETTINGS,
        )


class SettingsUnreadable(SettingsProblem):
    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(
            "The settings file could not be read, so the standard settings are used.",
            f"The old file is kept as {path}.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class SettingsNewer(SettingsProblem):
    def __init__(self) -> None:
        super().__init__(
            "The settings were made by a newer version of Sayso.",
            "What this version knows of them is used; a copy is kept when you change one.",
            action=Action.OPEN_SETTINGS,
        )


class InstanceProblem(Problem):
    """About the one running Sayso of this user."""


class NotRunning(InstanceProblem):
    def __init__(self) -> None:
        super().__init__("Sayso is not running.", "Start it with “sayso”.")


class AlreadyRunning(InstanceProblem):
    def __init__(self) -> None:
        super().__init__("Sayso is already running.", "Its window was brought to the front.")


class StillEnding(InstanceProblem):
    def __init__(self) -> None:
        super().__init__(
            "The Sayso that was running has not ended yet.",
            "Start it again in a moment; if it stays, end it in the system's list of programs.",
        )


class NewerVersion(InstanceProblem):
    """No trouble, but to be told like one. `page` is about it, or empty."""

    def __init__(self, version: str, running: str, page: str = "") -> None:
        super().__init__(
            f"Sayso {version} is there; this is {running}.",
            f"Read about it at {page}." if page else "Get it from where you got this one.",
        )


class DefectProblem(Problem):
    """A mistake of Sayso's own."""


class Unexpected(DefectProblem):
    def __init__(self, where: str, detail: str = "") -> None:
        super().__init__(
            f"Something went wrong in Sayso ({where}).",
            "Nothing that was said is lost; try again, and report it if it comes back.",
            action=Action.TRY_AGAIN,
            detail=detail,
        )
