"""Files that speak, of the clips of tests/data, and what stands beside them, as other programs read it."""

from __future__ import annotations

import re
from pathlib import Path

import mammoth
import numpy as np
import pysubs2

from app.domain.audio import SAMPLE_RATE, Samples
from tests.data import FOLDER, load
from tests.desktop.journey import words
from tests.media_maker import Track, mono, write_media

ENDINGS = (".srt", ".docx", ".txt")
"""Those that can be read here."""
TIME = re.compile(r"^[\d:]+\s+")
"""Before each paragraph of a document."""


def joined(*clips: str) -> Samples:
    """One after the other, a breath apart."""
    breath = np.zeros(SAMPLE_RATE // 2, np.float32)
    return np.concatenate([part for name in clips for part in (load(FOLDER / f"{name}.flac"), breath)])


def record(path: Path, *clips: str) -> Path:
    """A file that says these."""
    return write_media(path, [Track(mono(joined(*clips)))])


def said_in(path: Path) -> list[str]:
    """The words of a file that was saved, as another program reads it."""
    match path.suffix:
        case ".srt":
            subtitles = pysubs2.load(str(path))
            assert all(0 <= one.start < one.end for one in subtitles)
            return words(" ".join(one.plaintext for one in subtitles))
        case ".docx":
            with path.open("rb") as file:
                _name, _about, *text = mammoth.extract_raw_text(file).value.strip().split("\n\n")
            return words(" ".join(TIME.sub("", one) for one in text))
        case _:
            return words(path.read_text("utf-8"))


def saved_of(source: Path) -> dict[str, list[str]]:
    """What is said in the files beside `source` that have its name, by their endings."""
    others = [one for one in source.parent.iterdir() if one.stem == source.stem and one != source]
    return {one.suffix: said_in(one) for one in others}
