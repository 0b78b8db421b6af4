"""Keys, the cursor, and what the desktop lacks."""

from __future__ import annotations

from app.domain.problems.base import Action, Problem


class HotkeyProblem(Problem):
    """A key cannot be listened for."""


class HotkeysUnavailable(HotkeyProblem):
    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(
            f"No global hotkey can be had here: {reason}.",
            "Bind a key of your desktop to “sayso toggle”, or use the talk button.",
            detail=detail,
        )


class HotkeyTaken(HotkeyProblem):
    def __init__(self, chord: str, detail: str = "") -> None:
        super().__init__(
            f"Another program holds the key {chord}.",
            "Choose another key in Settings, or release it there.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class HotkeyInvalid(HotkeyProblem):
    def __init__(self, chord: str, reason: str) -> None:
        super().__init__(
            f"“{chord}” cannot be a hotkey: {reason}.",
            "Write it like ctrl+alt+space or f9.",
            action=Action.OPEN_SETTINGS,
        )


class HotkeysStopped(HotkeyProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The global hotkey stopped working and was set up again.",
            "If it happens again, use “sayso toggle” or the talk button.",
            detail=detail,
        )


class KeysPaused(HotkeyProblem):
    def __init__(self) -> None:
        super().__init__(
            "Sayso's keys are paused, and other programs get them.",
            "Use the talk button, or let Sayso hear its keys again.",
            action=Action.HEAR_KEYS,
        )


class InsertionProblem(Problem):
    """Text is ready, but could not be put at the cursor; it waits in the pane and in the history."""


class InsertionUnavailable(InsertionProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Sayso may not type into other programs here.",
            "Each text is copied instead; press Ctrl+V.",
            action=Action.COPY,
            detail=detail,
        )


class FocusMoved(InsertionProblem):
    def __init__(self) -> None:
        super().__init__(
            "Another window came to the front, so nothing was typed.",
            "Click where the text belongs and choose Insert again.",
            action=Action.INSERT_AGAIN,
        )


class InsertionFailed(InsertionProblem):
    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(
            f"The text could not be inserted: {reason}.",
            "It is kept here; choose Insert again, or Copy.",
            action=Action.INSERT_AGAIN,
            detail=detail,
        )


class DesktopProblem(Problem):
    """The desktop lacks something."""


class NoTray(DesktopProblem):
    def __init__(self) -> None:
        super().__init__(
            "This desktop has no tray, so closing the window ends Sayso.",
            "Minimise it instead and the key goes on working; in Settings, Sayso can do without a tray.",
            action=Action.OPEN_SETTINGS,
        )


class NoScreen(DesktopProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "There is no screen to open the window on.",
            "Use the command line: “sayso dictate” or “sayso transcribe FILE”.",
            detail=detail,
        )
