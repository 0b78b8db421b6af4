"""What the user sets for the transcription of files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class ExportFormat(StrEnum):
    """What a transcript is saved as; the value is the ending of the file's name."""

    TXT = "txt"
    MD = "md"
    SRT = "srt"
    VTT = "vtt"
    JSON = "json"
    CSV = "csv"
    DOCX = "docx"


MAX_CACHE_MEGABYTES: Final = 100_000


def _within(name: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise ValueError(f"{name} must be between {low:g} and {high:g}")


@dataclass(frozen=True, slots=True)
class FileSettings:
    """`model` empty is the one of dictation. `formats` are saved as soon as a file is done, in `folder`, or
    beside the source where that is empty. `watched_folder` empty watches none. `language_by_piece` asks each
    piece for its language anew, where none is set. `batch` is how many windows of 30 s are decoded at once,
    0 as many as suit the computer.

    The subtitles' limits are the BBC's and Netflix's: characters of a line, lines at once, characters in a
    second.
    """

    model: str = ""
    formats: tuple[ExportFormat, ...] = (ExportFormat.TXT, ExportFormat.SRT)
    folder: str = ""
    watched_folder: str = ""
    word_times: bool = True
    language_by_piece: bool = False
    batch: int = 0
    cache_megabytes: int = 200
    subtitle_characters: int = 42
    subtitle_lines: int = 2
    subtitle_speed: float = 17.0

    def __post_init__(self) -> None:
        if len(set(self.formats)) != len(self.formats):
            raise ValueError("formats must name each format once")
        _within("batch", self.batch, 0, 64)
        _within("cache_megabytes", self.cache_megabytes, 0, MAX_CACHE_MEGABYTES)
        _within("subtitle_characters", self.subtitle_characters, 20, 80)
        _within("subtitle_lines", self.subtitle_lines, 1, 4)
        _within("subtitle_speed", self.subtitle_speed, 8.0, 40.0)
