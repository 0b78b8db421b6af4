"""Everything that can go wrong, as the user is told of it.

    Problem
    ├── MicrophoneProblem     NoMicrophone  MicrophoneUnknown  MicrophoneDenied  MicrophoneLost
    │                         MicrophoneMuted  MicrophoneStalled
    ├── SpeakerProblem        NoSpeaker  SpeakerLost  SpeakerStalled
    ├── ModelProblem          ModelUnknown  ModelMissing  ModelDamaged  ModelUnusable  ModelStays
    │                         ModelShipped  ModelInUse  DownloadFailed
    ├── GraphicsProblem       CudaLibraryNotGot  CudaLibraryInUse
    ├── LanguageProblem       LanguageUnknown  EnglishOnly
    ├── RecognitionProblem    RecognitionFailed  EngineDied  OutOfMemory
    │                         FileNotTranscribed  NoSpeechFound  DictationInterrupted
    │                         TookLonger  TaskStopped
    ├── AudioProblem          AudioMissing  AudioUnreadable
    │   └── AudioIncomplete   AudioCutShort  AudioDamaged
    ├── WritingProblem        WriterHostInvalid  WriterNotRunning  WriterUnreachable  WriterAnswerOdd
    │                         WriterModelMissing  WriterModelUnfit  WriterModelTooLarge
    │                         WriterBusy  WriterDied  WriterSilent  WriterPullFailed
    │                         WritingCutOff  WritingUnfinished  WritingLimitReached
    │                         WritingContextTooSmall
    ├── ConnectionProblem     ConnectionRefused  WriterRefused  WriterElsewhere
    │                         UpdatesNotTold
    ├── HotkeyProblem         HotkeysUnavailable  HotkeyTaken  HotkeyInvalid  HotkeysStopped  KeysPaused
    ├── InsertionProblem      InsertionUnavailable  FocusMoved  InsertionFailed
    ├── StorageProblem        FolderUnwritable  FolderUnwatchable  DiskFull  HistoryDamaged
    │                         TranscriptsDamaged  NameTooLong  ReportThere  ReportNotMade
    ├── SettingsProblem       SettingsRepaired  SettingsUnreadable  SettingsNewer
    ├── InstanceProblem       NotRunning  AlreadyRunning  StillEnding  NewerVersion
    ├── DesktopProblem        NoTray  NoScreen
    └── DefectProblem         Unexpected

Adapters raise only these; a foreign exception stops at the adapter that knows it. Each carries one plain
sentence and a remedy, and where a button can do the remedy, its `action`. `detail` is for the log and
never shown; no text of this module ever holds what was said.
"""

from __future__ import annotations

from app.domain.problems.base import Action, Problem
from app.domain.problems.desktop import (
    DesktopProblem,
    FocusMoved,
    HotkeyInvalid,
    HotkeyProblem,
    HotkeysStopped,
    HotkeysUnavailable,
    HotkeyTaken,
    InsertionFailed,
    InsertionProblem,
    InsertionUnavailable,
    KeysPaused,
    NoScreen,
    NoTray,
)
from app.domain.problems.network import (
    ConnectionProblem,
    ConnectionRefused,
    UpdatesNotTold,
    WriterElsewhere,
    WriterRefused,
)
from app.domain.problems.program import (
    AlreadyRunning,
    DefectProblem,
    DiskFull,
    FolderUnwatchable,
    FolderUnwritable,
    HistoryDamaged,
    InstanceProblem,
    NameTooLong,
    NewerVersion,
    NotRunning,
    ReportNotMade,
    ReportThere,
    SettingsNewer,
    SettingsProblem,
    SettingsRepaired,
    SettingsUnreadable,
    StillEnding,
    StorageProblem,
    TranscriptsDamaged,
    Unexpected,
)
from app.domain.problems.recognition import (
    CudaLibraryInUse,
    CudaLibraryNotGot,
    DictationInterrupted,
    DownloadFailed,
    EngineDied,
    EnglishOnly,
    FileNotTranscribed,
    GraphicsProblem,
    LanguageProblem,
    LanguageUnknown,
    ModelDamaged,
    ModelInUse,
    ModelMissing,
    ModelProblem,
    ModelShipped,
    ModelStays,
    ModelUnknown,
    ModelUnusable,
    NoSpeechFound,
    OutOfMemory,
    RecognitionFailed,
    RecognitionProblem,
    TaskStopped,
    TookLonger,
)
from app.domain.problems.sound import (
    AudioCutShort,
    AudioDamaged,
    AudioIncomplete,
    AudioMissing,
    AudioProblem,
    AudioUnreadable,
    MicrophoneDenied,
    MicrophoneLost,
    MicrophoneMuted,
    MicrophoneProblem,
    MicrophoneStalled,
    MicrophoneUnknown,
    NoMicrophone,
    NoSpeaker,
    SpeakerLost,
    SpeakerProblem,
    SpeakerStalled,
)
from app.domain.problems.writing import (
    WriterAnswerOdd,
    WriterBusy,
    WriterDied,
    WriterHostInvalid,
    WriterModelMissing,
    WriterModelTooLarge,
    WriterModelUnfit,
    WriterNotRunning,
    WriterPullFailed,
    WriterSilent,
    WriterUnreachable,
    WritingContextTooSmall,
    WritingCutOff,
    WritingLimitReached,
    WritingProblem,
    WritingUnfinished,
)

__all__ = [
    "Action",
    "AlreadyRunning",
    "AudioCutShort",
    "AudioDamaged",
    "AudioIncomplete",
    "AudioMissing",
    "AudioProblem",
    "AudioUnreadable",
    "ConnectionProblem",
    "ConnectionRefused",
    "CudaLibraryInUse",
    "CudaLibraryNotGot",
    "DefectProblem",
    "DesktopProblem",
    "DictationInterrupted",
    "DiskFull",
    "DownloadFailed",
    "EngineDied",
    "EnglishOnly",
    "FileNotTranscribed",
    "FocusMoved",
    "FolderUnwatchable",
    "FolderUnwritable",
    "GraphicsProblem",
    "HistoryDamaged",
    "HotkeyInvalid",
    "HotkeyProblem",
    "HotkeyTaken",
    "HotkeysStopped",
    "HotkeysUnavailable",
    "InsertionFailed",
    "InsertionProblem",
    "InsertionUnavailable",
    "InstanceProblem",
    "KeysPaused",
    "LanguageProblem",
    "LanguageUnknown",
    "MicrophoneDenied",
    "MicrophoneLost",
    "MicrophoneMuted",
    "MicrophoneProblem",
    "MicrophoneStalled",
    "MicrophoneUnknown",
    "ModelDamaged",
    "ModelInUse",
    "ModelMissing",
    "ModelProblem",
    "ModelShipped",
    "ModelStays",
    "ModelUnknown",
    "ModelUnusable",
    "NameTooLong",
    "NewerVersion",
    "NoMicrophone",
    "NoScreen",
    "NoSpeaker",
    "NoSpeechFound",
    "NoTray",
    "NotRunning",
    "OutOfMemory",
    "Problem",
    "RecognitionFailed",
    "RecognitionProblem",
    "ReportNotMade",
    "ReportThere",
    "SettingsNewer",
    "SettingsProblem",
    "SettingsRepaired",
    "SettingsUnreadable",
    "SpeakerLost",
    "SpeakerProblem",
    "SpeakerStalled",
    "StillEnding",
    "StorageProblem",
    "TaskStopped",
    "TookLonger",
    "TranscriptsDamaged",
    "Unexpected",
    "UpdatesNotTold",
    "WriterAnswerOdd",
    "WriterBusy",
    "WriterDied",
    "WriterElsewhere",
    "WriterHostInvalid",
    "WriterModelMissing",
    "WriterModelTooLarge",
    "WriterModelUnfit",
    "WriterNotRunning",
    "WriterPullFailed",
    "WriterRefused",
    "WriterSilent",
    "WriterUnreachable",
    "WritingContextTooSmall",
    "WritingCutOff",
    "WritingLimitReached",
    "WritingProblem",
    "WritingUnfinished",
]
