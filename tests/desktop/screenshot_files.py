"""The README's pictures of files: the list with one done, one that is transcribed and one that waits, and a
transcript while it is heard. Part of `tests.desktop.screenshot`.

What stands on a page cannot be read from outside, and the pictures wait for it: so Sayso is built in this
process, on the virtual desktop. The files are clips of tests/data, put together.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.adapters.folders import Folders
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.file_queue import FileQueue, JobState
from app.domain.file_transcript import FileTranscript
from app.services import file_events as told
from app.ui.files_words import share_of
from app.wiring import Program
from tests.data import FOLDER, load
from tests.desktop.inside import running_inside
from tests.desktop.photograph import photograph
from tests.desktop.sayso_program import Wait
from tests.media_maker import Track, mono, write_media
from tests.ui.windows import settle

SETTINGS: Final = """
[speech]
language = "en"
[enhancement]
enabled = false
[files]
formats = ["txt", "srt", "docx"]
"""
PAUSE_SECONDS: Final = 1.0
"""Between two sentences; each is a passage of its own then."""
TALK: Final = ("s07", "s18", "s10", "s12", "s17", "s13", "s16", "s04", "s11")
SPEAKERS: Final = ("Anna", "Ben")
"""They take turns in the talk."""
LECTURE_MINUTES: Final = 14
"""Long enough to be seen on its way."""
LECTURE_SHARE: Final = 0.3
"""So much of it is transcribed when the picture of the list is taken."""
MEETING_MINUTES: Final = 9
HEARD_SECONDS: Final = 15.5
"""So far the talk is played when its picture is taken: in the middle of a sentence."""


class FilesPictured:
    """Sayso with three files in its list.

    Args:
        program: runs in this process.
        wait: lets the event loop run until a condition holds.
    """

    def __init__(self, program: Program, wait: Wait) -> None:
        self._program, self._wait = program, wait
        self._queue = FileQueue()
        self._heard = 0.0
        self._found: FileTranscript | None = None
        program.dispatcher.on(told.FilesChanged, self._changed)
        program.dispatcher.on(told.PlayingMoved, self._moved)
        program.dispatcher.on(told.FileTranscriptFound, self._take)
        wait(lambda: "ready" in program.screen.status)

    def _changed(self, event: told.FilesChanged) -> None:
        self._queue = event.queue

    def _moved(self, event: told.PlayingMoved) -> None:
        self._heard = event.seconds

    def _take(self, event: told.FileTranscriptFound) -> None:
        self._found = event.transcript

    def list(self, folder: Path) -> QImage:
        """The list, once the first is done and the second on its way."""
        window = self._program.face.window
        window.open_files()
        window.files_dropped.emit(make_files(folder))
        states = [JobState.DONE, JobState.RUNNING, JobState.WAITING]
        self._wait(lambda: [job.state for job in self._queue.jobs] == states)
        self._wait(lambda: (at := self._queue.running) is None or share_of(at) >= LECTURE_SHARE)
        return self._picture()

    def transcript(self) -> QImage:
        """That of the first file, with names for its speakers, while it is played."""
        first, page = self._queue.jobs[0], self._program.face.window
        self._program.reading.open(first.id)
        self._wait(lambda: self._found is not None)
        assert self._found is not None
        self._program.files.desk.save(first.id, with_speakers(self._found))
        self._program.reading.open(first.id)
        self._wait(lambda: self._found is not None and bool(self._found.cues[0].speaker))
        page.open_transcript()
        self._program.reading.play(0.0)
        self._wait(lambda: self._heard >= HEARD_SECONDS)
        return self._picture()

    def _picture(self) -> QImage:
        settle()
        return photograph("Sayso")


def take_pictures(
    application: QApplication, wait: Callable[[Callable[[], object]], None]
) -> tuple[QImage, QImage]:
    """The list of files, and a transcript."""
    with tempfile.TemporaryDirectory(prefix="sayso.") as home:
        folders = Folders.at(Path(home) / "s")
        folders.create()
        folders.settings_file.write_text(SETTINGS, encoding="utf-8")
        talks = Path(home) / "Talks"
        talks.mkdir()
        with running_inside(folders, application) as program:
            pictured = FilesPictured(program, wait)
            return pictured.list(talks), pictured.transcript()


def with_speakers(transcript: FileTranscript) -> FileTranscript:
    """Every other passage is another's."""
    cues = (
        replace(cue, speaker=SPEAKERS[place % len(SPEAKERS)]) for place, cue in enumerate(transcript.cues)
    )
    return replace(transcript, cues=tuple(cues))


def make_files(folder: Path) -> list[Path]:
    """A short talk, a long film and a recording between the two."""
    talk, long = _joined(TALK), _joined(("long",))
    lecture = np.tile(long, round(LECTURE_MINUTES * 60 * SAMPLE_RATE / len(long)))
    meeting = np.tile(talk, round(MEETING_MINUTES * 60 * SAMPLE_RATE / len(talk)))
    return [
        write_media(folder / "Interview with the baker.m4a", [Track(mono(talk))]),
        write_media(folder / "Lecture, part 1.mp4", [Track(mono(lecture))], picture=True),
        write_media(folder / "Meeting on Friday.mp3", [Track(mono(meeting))]),
    ]


def _joined(clips: Sequence[str]) -> Samples:
    pause = np.zeros(round(PAUSE_SECONDS * SAMPLE_RATE), np.float32)
    return np.concatenate([part for clip in clips for part in (load(FOLDER / f"{clip}.flac"), pause)])
