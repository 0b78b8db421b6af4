"""Files as their user has them: dropped on the window from a file manager, read, heard, corrected, taken out.

What the pages show is read in this process; what must outlive a kill, or stand still for a dictation, is seen
from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import mammoth
import numpy as np
import psutil
import pysubs2
import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.adapters.folders import Folders
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.file_queue import FileJob, JobState
from app.ui.file_drops import DropVeil
from app.ui.files_page import FilesPage
from app.ui.files_words import job_words
from app.ui.transcript_page import TranscriptPage
from app.wiring import Program
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
    transcribing,
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
LIKE = 0.9
"""Of a correlation: it is that sound."""
TIME = re.compile(r"^[\d:]+\s+")
"""Before each paragraph of a document."""
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
                _name, _about, *text = mammoth.extract_raw_text(file).value.strip().split("\n\n")
            return words(" ".join(TIME.sub("", one) for one in text))
        case _:
            return words(path.read_text("utf-8"))


def saved_of(source: Path) -> dict[str, list[str]]:
    """What is said in the files beside `source` that have its name, by their endings."""
    others = [one for one in source.parent.iterdir() if one.stem == source.stem and one != source]
    return {one.suffix: said_in(one) for one in others}


class FilesInside(Inside):
    """At the pages of the files, with a file manager beside the window."""

    def __init__(self, desk: Desk, program: Program, source: FileSource) -> None:
        super().__init__(desk, program, "files")
        self.source = source
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
        """At the keys; from the row that was current before."""
        self.go_to(self.page.list)
        self.desk.xdotool("key", "Home", *["Down"] * number)
        self.until(lambda: self.page.list.currentIndex().row() == number)
        self.desk.xdotool("key", "Return")
        path = self.jobs[number].path
        self.until(lambda: self.is_in_view(TranscriptPage) and self.reading.transcript.source == path)

    def text(self) -> str:
        """Of the transcript that is open."""
        return self.reading.text.toPlainText()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = Folders.at(tmp_path / "s")
    folders.create()
    folders.settings_file.write_text(SETTINGS, encoding="utf-8")
    return folders


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """A folder with a name as they are."""
    folder = tmp_path / "Aufnahmen für 山田"
    folder.mkdir()
    return folder


@pytest.fixture
def source(desk: Desk) -> Iterator[FileSource]:
    with file_source(desk) as source:
        yield source


def test_dropped_files_are_written_down_read_heard_corrected_and_dragged_out(
    desk: Desk, source: FileSource, folders: Folders, recordings: Path, tmp_path: Path, qapp: QApplication
) -> None:
    talk = record(recordings / "Grüße – 会議 1.flac", "long", "s08", "s05", "s20", "s06", "s10")
    video = recordings / "film.mp4"
    write_media(video, [Track(stereo(*[joined("s21", "s14")] * 2))], picture=True)
    spoken = said("long", "s08", "s05", "s20", "s06", "s10"), said("s21", "s14")
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        desk.xdotool("key", "ctrl+2")
        inside.until(lambda: inside.is_in_view(FilesPage))
        inside.look("empty")
        desk.xdotool("key", "ctrl+3")
        inside.until(lambda: not inside.is_in_view(FilesPage))
        inside.drop(talk, video, seen_as="drag-over")
        inside.until(lambda: inside.is_in_view(FilesPage) and len(inside.jobs) == 2)
        inside.until(lambda: "of 0:5" in inside.row(0))
        inside.look("running")
        inside.done(2)
        inside.look("done")
        for row, (path, expected) in enumerate(zip((talk, video), spoken, strict=True)):
            assert inside.row(row) == "Done · saved as SRT, DOCX and TXT"
            assert saved_of(path) == dict.fromkeys((".srt", ".docx", ".txt"), expected)

        inside.open_row(0)
        assert words(inside.text()) == spoken[0]
        inside.look("viewer")
        hear_it(inside, tmp_path)
        correct_it(inside)
        inside.look("corrected")
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        desk.xdotool("key", "ctrl+2")
        inside.until(lambda: inside.is_in_view(FilesPage) and len(inside.jobs) == 2)
        inside.open_row(0)
        corrected = ["they", *spoken[0][1:]]
        assert words(inside.text()) == corrected
        take_it_out(inside, corrected)


def hear_it(inside: FilesInside, folder: Path) -> None:
    """Play what is open: the words that are heard are marked one by one."""
    witness = Witness(folder / "heard", "VD_SPEAKER_SINK")
    inside.until(lambda: witness.seconds > 0)
    text, marked = inside.reading.text, list[str]()

    def follows() -> bool:
        if text.heard_word and text.heard_word not in marked[-1:]:
            marked.append(text.heard_word)
        return len(marked) >= ENOUGH_WORDS

    inside.desk.xdotool("key", "ctrl+Return")
    inside.until(follows)
    inside.look("playing")
    inside.until(lambda: text.heard == 1)
    inside.desk.xdotool("key", "ctrl+Return")
    inside.until(lambda: text.heard is None)
    first = inside.reading.transcript.cues[0]
    assert words(" ".join(marked)) == words(first.text)[: len(marked)]
    sound = load(FOLDER / "long.flac")[: int(first.end * SAMPLE_RATE)]
    try:
        assert witness.place_of(sound)[1] > LIKE
    finally:
        witness.close()


def correct_it(inside: FilesInside) -> None:
    """The first word is another one."""
    text = inside.reading.text
    inside.go_to(text)
    inside.desk.xdotool("key", "ctrl+Home", "ctrl+shift+Right")
    inside.until(lambda: text.textCursor().selectedText().strip() == "We")
    inside.desk.xdotool("type", "They ")
    inside.until(lambda: inside.text().startswith("They need"))
    inside.until(lambda: inside.reading.head.facts.text().endswith("Saved"))


def take_it_out(inside: FilesInside, expected: Sequence[str]) -> None:
    """Drag the transcript onto the file manager."""
    handle = inside.reading.head.handle
    middle = handle.mapToGlobal(handle.rect().center())
    drag(inside.desk, (middle.x(), middle.y()), inside.source.middle)
    inside.until(lambda: inside.source.taken)
    (taken,) = inside.source.taken
    assert words(str(taken["text"])) == list(expected)
    (path,) = map(Path, taken["files"])
    assert path.name == "Grüße – 会議 1.srt"
    assert said_in(path) == list(expected)


def test_broken_and_empty_files_have_their_sentence_and_known_ones_their_answer(
    desk: Desk, source: FileSource, folders: Folders, recordings: Path, qapp: QApplication
) -> None:
    good, other = record(recordings / "a.flac", "s01", "s02"), record(recordings / "d.flac", "s03")
    (broken := recordings / "b.mp3").write_bytes(bytes(range(256)) * 40)
    (empty := recordings / "c.wav").touch()
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        inside.drop(good, broken, empty, other)
        inside.done(4)
        inside.look("failures")
        states = [job.state for job in inside.jobs]
        assert states == [JobState.DONE, JobState.FAILED, JobState.FAILED, JobState.DONE]
        print([inside.row(row) for row in range(4)])
        for path, said_there in ((good, said("s01", "s02")), (other, said("s03"))):
            assert saved_of(path)[".srt"] == said_there
        again = recordings / "the same.flac"
        again.write_bytes(good.read_bytes())
        inside.drop(again)
        inside.done(5)
        inside.look("cached")
        assert inside.row(4) == "From the cache · saved as SRT, DOCX and TXT"
        assert saved_of(again) == saved_of(good)


# --- from outside ---


@pytest.fixture
def journey(desk: Desk, source: FileSource, tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(desk, tmp_path / "s", SETTINGS)
    place_window(desk, "Sayso", AT)
    yield journey
    journey.close()


def drop_on(journey: Journey, source: FileSource, *paths: Path) -> None:
    source.carry(*paths)
    take_to(journey.desk, source.middle, middle_of(journey.desk, "Sayso"))
    let_go(journey.desk)
    journey.until(lambda: source.ended)


def queue_of(journey: Journey) -> list[FileJob]:
    """As it is on the disk."""
    path = journey.sayso.folders.files_file
    if not path.exists():
        return []
    store = SqliteTranscripts(path)
    try:
        return list(store.load().jobs)
    finally:
        store.close()


def states_of(journey: Journey) -> list[JobState]:
    return [job.state for job in queue_of(journey)]


def test_a_file_stands_still_for_a_dictation_and_goes_on_after_it(
    journey: Journey, source: FileSource, recordings: Path
) -> None:
    clips = ("long", "medium") * 3
    talk = record(recordings / "talk.flac", *clips)
    drop_on(journey, source, talk)
    pid = journey.sayso.process.pid
    journey.until(lambda: len(transcribing(pid)) == 2)
    journey.desk.xdotool("search", "--onlyvisible", "--name", "^Foreign$", "windowactivate")
    journey.until(journey.editor.has_focus)
    working = transcribing(pid)
    assert len(working) == 2
    journey.press()
    journey.sayso.wait_for("listening")
    assert are_all(working, psutil.STATUS_STOPPED)
    journey.speak("s05")
    assert are_all(working, psutil.STATUS_STOPPED)
    assert states_of(journey) == [JobState.RUNNING]
    journey.release()
    journey.expect("s05")
    journey.rest()
    journey.until(lambda: not any(one.status() == psutil.STATUS_STOPPED for one in working if is_alive(one)))
    journey.until(lambda: states_of(journey) == [JobState.DONE])
    assert saved_of(talk)[".txt"] == said(*clips)


def test_a_killed_sayso_goes_on_with_its_files_and_does_nothing_twice(
    journey: Journey, source: FileSource, recordings: Path
) -> None:
    clips = {"1.flac": ("s01", "s02"), "2.flac": ("long", "medium", "long"), "3.flac": ("s06", "s07")}
    files = [record(recordings / name, *said_there) for name, said_there in clips.items()]
    drop_on(journey, source, *files)
    journey.until(lambda: states_of(journey) == [JobState.DONE, JobState.RUNNING, JobState.WAITING])
    first = {path: path.stat().st_mtime_ns for path in recordings.glob("1.*")}
    left_behind = file_processes(journey.sayso.process.pid)
    assert left_behind
    journey.sayso.kill()
    journey.until(lambda: not any(map(is_alive, left_behind)))
    assert saved_of(files[1]) == {}

    journey.sayso.start_again()
    journey.sayso.wait_until_ready()
    journey.until(lambda: states_of(journey) == [JobState.DONE] * 3)
    for path, said_there in zip(files, clips.values(), strict=True):
        assert saved_of(path) == dict.fromkeys((".srt", ".docx", ".txt"), said(*said_there))
    assert {path: path.stat().st_mtime_ns for path in recordings.glob("1.*")} == first
    assert len(list(recordings.iterdir())) == 3 * 4
    assert not any(job.is_from_cache for job in queue_of(journey))
