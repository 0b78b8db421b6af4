"""What a test in Sayso's own process sees of its pages of files, and does with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.file_queue import FileJob, FileQueue
from app.services.file_events import FilesChanged
from app.ui.file_drops import DropVeil
from app.ui.files_page import FilesPage
from app.ui.files_words import job_words
from app.ui.transcript_page import TranscriptPage
from app.wiring import Program
from tests.desktop.desk import Desk
from tests.desktop.file_hands import FileSource, Point, let_go, middle_of, place_window, take_to
from tests.desktop.inside import Inside

AT = (20, 40)
"""Where Sayso's window is: the file manager's is beside it."""


class FilesInside(Inside):
    """At the pages of the files, with a file manager beside the window."""

    def __init__(self, desk: Desk, program: Program, source: FileSource) -> None:
        super().__init__(desk, program, "files")
        self.source = source
        self.told: list[FileQueue] = []
        program.dispatcher.on(FilesChanged, lambda event: self.told.append(event.queue))
        self.come_to_front()
        place_window(desk, "Sayso", AT)

    @property
    def page(self) -> FilesPage:
        page = self.window.findChild(FilesPage)
        assert isinstance(page, FilesPage)
        return page

    @property
    def reading(self) -> TranscriptPage:
        page = self.window.findChild(TranscriptPage)
        assert isinstance(page, TranscriptPage)
        return page

    @property
    def jobs(self) -> tuple[FileJob, ...]:
        return self.page.model.jobs

    def row(self, number: int) -> str:
        """What it says."""
        return job_words(self.jobs[number], self.page.list.delegate.queue)

    def is_in_view(self, page: type[QWidget]) -> bool:
        found = self.window.findChild(page)
        return isinstance(found, QWidget) and found.isVisible()

    def drop(self, *paths: Path, seen_as: str = "") -> None:
        """Drag these from the file manager onto the window."""
        self.source.carry(*paths)
        take_to(self.desk, self.source.middle, middle_of(self.desk, "Sayso"))
        if seen_as:
            veil = self.window.findChild(DropVeil)
            assert isinstance(veil, DropVeil)
            self.until(veil.isVisible)
            self.look(seen_as)
        let_go(self.desk)
        # Whoever moves deletes its own: what is offered as a move is taken as a copy.
        self.until(lambda: self.source.ended == "CopyAction")
        assert all(one.exists() for one in paths)

    def done(self, count: int) -> None:
        """Wait until so many files are over."""
        self.until(lambda: len(self.jobs) == count and all(job.is_over for job in self.jobs))

    def open_row(self, number: int) -> None:
        """At the keys."""
        self.come_to_front()
        self.go_to(self.page.list)
        self.desk.xdotool("key", "Home", *["Down"] * number)
        self.until(lambda: self.page.list.currentIndex().row() == number)
        self.desk.xdotool("key", "Return")
        path = self.jobs[number].path
        self.until(lambda: self.is_in_view(TranscriptPage) and self.reading.transcript.source == path)

    def text(self) -> str:
        """Of the transcript that is open."""
        return self.reading.text.toPlainText()

    def middle_of_row(self, number: int) -> Point:
        """On the screen."""
        files = self.page.list
        middle = files.viewport().mapToGlobal(files.visualRect(self.page.model.index(number)).center())
        return middle.x(), middle.y()
