"""Everything that can go wrong, as the user is told of it.

    Problem
    ├── MicrophoneProblem     NoMicrophone  MicrophoneUnknown  MicrophoneDenied  MicrophoneLost
    │                         MicrophoneMuted  MicrophoneStalled
    ├── ModelProblem          ModelUnknown  ModelMissing  ModelDamaged  ModelUnusable  DownloadFailed
    ├── RecognitionProblem    RecognitionFailed  OutOfMemory  DictationInterrupted
    ├── AudioProblem          AudioMissing  AudioUnreadable  AudioCutShort
    ├── HotkeyProblem         HotkeysUnavailable  HotkeyTaken  HotkeyInvalid  HotkeysStopped
    ├── InsertionProblem      InsertionUnavailable  FocusMoved  InsertionFailed
    ├── StorageProblem        FolderUnwritable  DiskFull  HistoryDamaged
    ├── SettingsProblem       SettingsRepaired  SettingsUnreadable  SettingsNewer
    ├── InstanceProblem       NotRunning  AlreadyRunning
    ├── DesktopProblem        NoTray  NoScreen
    └── DefectProblem         Unexpected

Adapters raise only these; a foreign exception stops at the adapter that knows it. Each carries one plain
sentence and a remedy, and where a button can do the remedy, its `action`. `detail` is for the log and
never shown; no text of this module ever holds what was said.
"""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a button beside a problem can do about it."""

    OPEN_SETTINGS = "open settings"
    CHOOSE_MICROPHONE = "choose microphone"
    TRY_AGAIN = "try again"
    INSERT_AGAIN = "insert again"
    COPY = "copy"
    TRANSCRIBE_AGAIN = "transcribe again"
    RECOVER = "recover"
    SHOW_SUPPRESSED = "show suppressed"


class Problem(Exception):
    """One clear sentence and a remedy.

    Args:
        sentence: what happened, in the user's terms, ending with a full stop.
        remedy: what to do about it, one sentence; empty only where there is nothing to do.
        action: what a button may offer to do.
        detail: for the log alone; never what was said.
    """

    def __init__(
        self, sentence: str, remedy: str = "", *, action: Action | None = None, detail: str = ""
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy
        self.action = action
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class MicrophoneProblem(Problem):
    """Sound cannot be had."""


class NoMicrophone(MicrophoneProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "No microphone found.",
            "Plug one in, or choose another in Settings.",
            action=Action.CHOOSE_MICROPHONE,
            detail=detail,
        )


class MicrophoneUnknown(MicrophoneProblem):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"The microphone “{name}” is not connected.",
            "Plug it in, or choose another in Settings.",
            action=Action.CHOOSE_MICROPHONE,
        )


class MicrophoneDenied(MicrophoneProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Sayso may not use the microphone.",
            "Allow it in the system's privacy settings, and close other programs that hold the microphone.",
            detail=detail,
        )


class MicrophoneLost(MicrophoneProblem):
    def __init__(self, name: str = "", detail: str = "") -> None:
        which = f"The microphone “{name}”" if name else "The microphone"
        super().__init__(
            f"{which} went away while you were speaking.",
            "What was said until then is written; plug it in again to go on.",
            detail=detail,
        )


class MicrophoneMuted(MicrophoneProblem):
    def __init__(self, name: str = "") -> None:
        which = f"The microphone “{name}”" if name else "The microphone"
        super().__init__(
            f"{which} sends only silence.",
            "Switch off its mute button, or raise its level in the system's sound settings.",
            action=Action.CHOOSE_MICROPHONE,
        )


class MicrophoneStalled(MicrophoneProblem):
    def __init__(self, name: str = "", detail: str = "") -> None:
        which = f"The microphone “{name}”" if name else "The microphone"
        super().__init__(
            f"{which} stopped sending sound.",
            "Unplug it and plug it in again, or choose another in Settings.",
            action=Action.CHOOSE_MICROPHONE,
            detail=detail,
        )


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
            remedy or f"Get it with “sayso models get {name}”, or choose another in Settings.",
            action=Action.OPEN_SETTINGS,
        )


class ModelDamaged(ModelProblem):
    def __init__(self, name: str, file: str, detail: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” is damaged: {file} is not what was published.",
            "Remove it and get it again, or choose another in Settings.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class ModelUnusable(ModelProblem):
    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” cannot be used here: {reason}.",
            "Choose a smaller model or another device in Settings.",
            action=Action.OPEN_SETTINGS,
            detail=detail,
        )


class DownloadFailed(ModelProblem):
    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(
            f"The speech model “{name}” could not be downloaded: {reason}.",
            "Check the connection and try again; what has arrived is kept.",
            action=Action.TRY_AGAIN,
            detail=detail,
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


class AudioProblem(Problem):
    """A file that holds no sound that can be read."""


class AudioMissing(AudioProblem):
    def __init__(self, path: str) -> None:
        super().__init__(f"There is no file {path}.", "Check its name and folder.")


class AudioUnreadable(AudioProblem):
    def __init__(self, path: str, reason: str, detail: str = "") -> None:
        super().__init__(
            f"{path} cannot be read: {reason}.",
            "Play it in a media player to see whether it is whole, or convert it to WAV.",
            detail=detail,
        )


class AudioCutShort(AudioProblem):
    def __init__(self, path: str, seconds: float, detail: str = "") -> None:
        super().__init__(
            f"{path} is damaged after {seconds:.1f} seconds.",
            "What could be read until then is transcribed.",
            detail=detail,
        )


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


class InsertionProblem(Problem):
    """Text is ready, but could not be put at the cursor; it waits in the pane and in the history."""


class InsertionUnavailable(InsertionProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Sayso may not type into other programs here.",
            "The text is copied; press Ctrl+V.",
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


class StorageProblem(Problem):
    """The disk does not take what it is given."""


class FolderUnwritable(StorageProblem):
    def __init__(self, folder: str, detail: str = "") -> None:
        super().__init__(
            f"Sayso cannot write to {folder}.",
            "Give your user the right to write there.",
            detail=detail,
        )


class DiskFull(StorageProblem):
    def __init__(self, folder: str, detail: str = "") -> None:
        super().__init__(
            f"The disk that holds {folder} is full.",
            "Free some space; dictation goes on without recordings until then.",
            detail=detail,
        )


class HistoryDamaged(StorageProblem):
    def __init__(self, moved_to: str, detail: str = "") -> None:
        super().__init__(
            "The history could not be read, so a new one was begun.",
            f"The old one is kept as {moved_to}.",
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


class DesktopProblem(Problem):
    """The desktop lacks something."""


class NoTray(DesktopProblem):
    def __init__(self) -> None:
        super().__init__(
            "This desktop has no tray, so closing the window ends Sayso.",
            "Minimise the window instead, or switch off staying in the tray in Settings.",
            action=Action.OPEN_SETTINGS,
        )


class NoScreen(DesktopProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "There is no screen to open the window on.",
            "Use the command line: “sayso dictate” or “sayso transcribe FILE”.",
            detail=detail,
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
