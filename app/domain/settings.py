"""What the user can set, as one frozen value with named parts, each checked when it is built.

A part that is out of range raises ValueError naming the field, so that a wrong settings file is found
field by field (`app.domain.settings_codec`) and a wrong dialog entry while it is typed. A service gets
the part it needs, never the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.file_settings import FileSettings
from app.domain.languages import CODES
from app.domain.model_settings import ModelSettings
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import Problem
from app.domain.tidy_settings import TidySettings


class HotkeyMode(StrEnum):
    """What holding and tapping the hotkey mean."""

    HOLD = "hold"
    TOGGLE = "toggle"
    HYBRID = "hybrid"


class Device(StrEnum):
    """Where a model computes."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class ComputeType(StrEnum):
    """The arithmetic a model computes with; AUTO is int8_float16 on CUDA and int8 on the CPU."""

    AUTO = "auto"
    INT8 = "int8"
    INT8_FLOAT16 = "int8_float16"
    INT8_FLOAT32 = "int8_float32"
    INT8_BFLOAT16 = "int8_bfloat16"
    FLOAT16 = "float16"
    BFLOAT16 = "bfloat16"
    FLOAT32 = "float32"


class SpeechEngine(StrEnum):
    """What computes a Whisper model; OPENAI_WHISPER needs the extra `torch`."""

    FASTER_WHISPER = "faster-whisper"
    OPENAI_WHISPER = "openai-whisper"


class Apart(StrEnum):
    """Whether the speech engine runs in a process of its own; AUTO does so where a graphics card computes."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class InsertionWay(StrEnum):
    """How text gets to the cursor."""

    PASTE = "paste"
    TYPE = "type"
    COPY = "copy"


_LANGUAGE: Final = re.compile(r"(?:[a-z]{2,3}(?:_[A-Z][A-Za-z]+)?)?")
MAX_TAIL_SECONDS: Final = 2.0
MAX_PRE_ROLL_SECONDS: Final = 2.0
MAX_BEAM_SIZE: Final = 20


def _within(name: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise ValueError(f"{name} must be between {low:g} and {high:g}")


@dataclass(frozen=True, slots=True)
class MicrophoneSettings:
    """`device` is a name from the list of devices; empty follows the system's default."""

    device: str = ""
    tail_seconds: float = 0.3
    pre_roll_seconds: float = 0.0
    start_sound: bool = True

    def __post_init__(self) -> None:
        _within("tail_seconds", self.tail_seconds, 0.0, MAX_TAIL_SECONDS)
        _within("pre_roll_seconds", self.pre_roll_seconds, 0.0, MAX_PRE_ROLL_SECONDS)


@dataclass(frozen=True, slots=True)
class HotkeySettings:
    """Chords are written as `app.domain.keys.Chord.parse` reads them: "f9", "ctrl+alt+space". `raw` dictates
    as `talk` does, without any clean-up; empty is no key for that."""

    talk: str = "f9"
    raw: str = ""
    mode: HotkeyMode = HotkeyMode.HYBRID
    cancel: str = "escape"
    tap_ms: int = 300
    release_grace_ms: int = 40

    def __post_init__(self) -> None:
        if not self.talk.strip():
            raise ValueError("talk must name a key")
        _within("tap_ms", self.tap_ms, 100, 1000)
        _within("release_grace_ms", self.release_grace_ms, 0, 500)


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """`model` is a name of the catalogue or the folder of a converted model; `beam_size` 0 suits the model.

    `threads` 0 suits the processor (`app.domain.compute.threads_for`); `language` is one of Whisper's codes,
    empty to detect it. `flash_attention` is used where the library offers it, on graphics cards alone.
    """

    model: str = "base"
    engine: SpeechEngine = SpeechEngine.FASTER_WHISPER
    apart: Apart = Apart.AUTO
    device: Device = Device.AUTO
    compute_type: ComputeType = ComputeType.AUTO
    flash_attention: bool = False
    language: str = ""
    beam_size: int = 0
    best_of: int = 5
    threads: int = 0
    workers: int = 1
    compression_ratio_threshold: float = 2.4
    log_probability_threshold: float = -1.0
    voice_detection: bool = True
    minimum_silence_ms: int = 500
    hints: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise ValueError("model must name a model")
        if self.language and self.language not in CODES:
            raise ValueError("language must be a code that Whisper knows, or empty")
        _within("beam_size", self.beam_size, 0, MAX_BEAM_SIZE)
        _within("best_of", self.best_of, 1, MAX_BEAM_SIZE)
        _within("threads", self.threads, 0, 256)
        _within("workers", self.workers, 1, 16)
        _within("compression_ratio_threshold", self.compression_ratio_threshold, 1.0, 10.0)
        _within("log_probability_threshold", self.log_probability_threshold, -10.0, 0.0)
        _within("minimum_silence_ms", self.minimum_silence_ms, 50, 5000)


@dataclass(frozen=True, slots=True)
class InsertionSettings:
    """`trailing_space` puts a space behind each text, so that the next dictation continues the line."""

    way: InsertionWay = InsertionWay.PASTE
    trailing_space: bool = True
    restore_clipboard: bool = True


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """Recordings are kept for `audio_days` days; 0 keeps none once its text is in the history. Texts are kept
    for `text_days`; 0: until the user deletes them."""

    audio_days: int = 14
    text_days: int = 0

    def __post_init__(self) -> None:
        _within("audio_days", self.audio_days, 0, 3650)
        _within("text_days", self.text_days, 0, 3650)


@dataclass(frozen=True, slots=True)
class GeneralSettings:
    """How the program itself behaves. `guide_done`: the guide of the first start does not open by itself any
    more; `guide_steps` is what became of its steps (`app.domain.guide`). `overlay`: a strip is seen while
    somebody dictates, at that share of the room on its screen (`app.domain.overlay_place`).
    `interface_language` is the windows': a code such as "de", empty for the system's."""

    interface_language: str = ""
    start_hidden: bool = False
    start_with_system: bool = False
    close_to_tray: bool = True
    guide_done: bool = False
    guide_steps: tuple[str, ...] = ()
    overlay: bool = True
    overlay_across: float = 0.5
    overlay_down: float = 0.0

    def __post_init__(self) -> None:
        if not _LANGUAGE.fullmatch(self.interface_language):
            raise ValueError("interface_language must be a code such as de or pt_BR, or empty")
        _within("overlay_across", self.overlay_across, 0.0, 1.0)
        _within("overlay_down", self.overlay_down, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can set."""

    general: GeneralSettings = field(default_factory=GeneralSettings)
    microphone: MicrophoneSettings = field(default_factory=MicrophoneSettings)
    hotkeys: HotkeySettings = field(default_factory=HotkeySettings)
    speech: SpeechSettings = field(default_factory=SpeechSettings)
    models: ModelSettings = field(default_factory=ModelSettings)
    tidy: TidySettings = field(default_factory=TidySettings)
    enhancement: EnhancementSettings = field(default_factory=EnhancementSettings)
    insertion: InsertionSettings = field(default_factory=InsertionSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    files: FileSettings = field(default_factory=FileSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """What the file said, and what had to be repaired."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
