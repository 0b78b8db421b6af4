"""A file from the desk to its page: what is open while it is transcribed, stopped, left and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from app.domain.file_task import TaskBegun, TaskProgressed
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.problems import EngineDied
from app.services.dispatcher import Dispatcher
from app.services.file_events import FileCuesHeard, FilesChanged, FileTranscriptFound, FileTranscriptSaved
from app.services.open_transcript import OpenTranscript
from app.ui.main_window import MainWindow
from app.ui.transcript_page import TranscriptPage
from tests.fakes.files import Step, facts_of
from tests.services.file_bench import Files
from tests.services.test_open_transcript import Others
from tests.ui.transcript_bench import texts, with_short

pytestmark = pytest.mark.usefixtures("english")

FIRST, SECOND = Cue(0.0, 2.0, "The first half,"), Cue(2.0, 4.0, "and the second.")
BEGUN = TaskBegun(facts_of())
HALF = TaskProgressed(2.0, (FIRST,))


class House:
    """A desk, the page, and what stands between them."""

    def __init__(self, files: Files, page: TranscriptPage) -> None:
        self.files, self.page, others = files, page, Others()
        self.reading = OpenTranscript(files.desk, others, others, lambda _, act: act(page), lambda: None)
        self.errors = list[Exception]()
        self._dispatcher, self._told = Dispatcher(self.errors.append), 0
        self._dispatcher.on(FilesChanged, self.reading.files_changed)
        self._dispatcher.on(FileTranscriptFound, self.reading.found)
        self._dispatcher.on(FileCuesHeard, self.reading.heard)
        self._dispatcher.on(FileTranscriptSaved, self.reading.saved)
        page.saved.connect(self.reading.save)

    def tell(self) -> None:
        """What the desk has to say so far, and what it is asked for then; from within a script, too."""
        self.files.settle()
        while self._told < len(self.files.events):
            event = self.files.events[self._told]
            self._told += 1
            self._dispatcher.dispatch(event)
            self.files.settle()

    def work(self) -> None:
        """Do all that there is to do."""
        self.files.work()
        self.tell()
        self.files.work()
        self.tell()

    def transcribe(self, *steps: Step) -> None:
        """A file by these steps; it is opened as soon as it is begun, and all is told after each step."""
        script: list[Step] = [BEGUN, self.tell, lambda: self.reading.open(1), self.tell]
        for step in steps:
            script += [step, self.tell]
        self.files.engine.scripts["talk.wav"] = script
        self.files.add("talk.wav")
        self.work()


@pytest.fixture
def house(tmp_path: Path, transcript_window: MainWindow) -> Iterator[House]:
    house = House(Files(tmp_path), with_short(transcript_window))
    yield house
    house.page.saved.disconnect(house.reading.save)
    assert house.errors == []


def test_a_file_whose_engine_dies_says_so_where_it_is_read(house: House) -> None:
    house.transcribe(HALF, EngineDied("killed"))
    said = house.page.problem.words.text()
    assert said.startswith("“talk.wav” could not be transcribed: the speech engine failed. Try again")
    assert "still being written" not in house.page.head.facts.text()
    assert texts(house.page) == [FIRST.text]
    # It is not kept as if it were all of it.
    house.reading.open(1)
    house.work()
    assert house.files.all(FileTranscriptFound) == []


def test_a_file_that_is_cancelled_says_so_where_it_is_read(house: House) -> None:
    house.transcribe(HALF, lambda: house.files.desk.cancel(1))
    assert house.page.head.facts.text().endswith("not complete · Cancelled")
    assert texts(house.page) == [FIRST.text]


def test_a_file_that_is_paused_in_the_middle_goes_on_where_it_was(house: House) -> None:
    seen: list[object] = []

    def look() -> None:
        seen.append(("still being written" in house.page.head.facts.text(), *texts(house.page)))

    house.transcribe(
        HALF,
        lambda: house.files.desk.pause(1),
        look,
        lambda: house.files.desk.resume(1),
        look,
        TaskProgressed(4.0, (SECOND,)),
        look,
    )
    assert seen == [(False, FIRST.text), (True, FIRST.text), (True, FIRST.text, SECOND.text)]
    assert house.page.is_editable


def test_what_was_written_can_be_taken_back_by_whoever_comes_back_at_once(house: House) -> None:
    source = str(house.files.folder / "talk.wav")
    house.transcribe(FileTranscript(source, (FIRST, SECOND), "en", "base", 4.0))
    page = house.page
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    written = page.transcript
    page.head.back.click()
    # Before a word of its being saved has come.
    house.reading.open(1)
    assert house.files.all(FileTranscriptSaved) == []
    house.work()
    assert page.head.undo.isEnabled()
    assert house.files.store.transcript(1) == written
    page.undo()
    page.head.back.click()
    house.reading.open(1)
    house.work()
    assert texts(page) == [FIRST.text, SECOND.text]
    assert page.head.redo.isEnabled()
    assert house.files.store.transcript(1) == page.transcript
