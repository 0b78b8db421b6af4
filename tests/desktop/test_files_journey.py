"""Files as their user has them: dropped on the window from a file manager, read, heard, corrected, dragged out.

What the pages show is read in this process; what must outlive a kill, or stand still for a dictation, is seen
from outside.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import mammoth
import numpy as np
import psutil
import pysubs2
import pytest
from PySide6.QtWidgets import QApplication

from app.adapters.folders import Folders
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.file_queue import FileJob, JobState
from app.ui.files_words import job_words
from app.ui.files_page import FilesPage
from app.ui.transcript_page import TranscriptPage
from tests.data import FOLDER, load
from tests.desktop.desk import Desk
from tests.desktop.file_hands import (
    FileSource,
    are_all,
    drag,
    file_processes,
    file_source,
    is_alive,
    let_go,
    middle_of,
    place_window,
    take_to,
)
from tests.desktop.inside import Inside, running_inside
from tests.desktop.journey import Journey, said, words
from tests.desktop.witness import Witness
from tests.media_maker import Track, mono, stereo, write_media

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(600)]

SETTINGS = (
    '[enhancement]\nenabled = false\n[speech]\nlanguage = "en"\n[files]\nformats = ["srt", "docx", "txt"]\n'
)
AT = (20, 40)
"""Where Sayso's window is: the file manager's is beside it."""
ENOUGH_WORDS = 4
"""That are highlighted while a sentence is played."""


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
                return words(mammoth.extract_raw_text(file).value)
        case _:
            return words(path.read_text("utf-8"))


class FilesInside(Inside):
    """At the pages of the files, with a file manager beside the window."""

    def __init__(self, desk: Desk, program: object, source: FileSource) -> None:
        super().__init__(desk, program, "files")
        self.source = source
        place_window(desk, "Sayso", AT)

    @property
    def page(self) -> FilesPage:
        return self.window._files.page

    @property
    def reading(self) -> TranscriptPage:
        return self.window._transcript.page

    @property
    def jobs(self) -> tuple[FileJob, ...]:
        return self.page.model.jobs

    def words_of(self, row: int) -> str:
        """What its row says."""
        return job_words(self.jobs[row], self.page.list.delegate.queue)
