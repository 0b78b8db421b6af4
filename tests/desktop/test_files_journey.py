"""Files as their user has them: dropped on the window from a file manager, read, heard, corrected, taken out.

What the pages show is read in this process; what must outlive a kill, or stand still for a dictation, is seen
from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from app.adapters.folders import Folders
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.audio import SAMPLE_RATE
from app.domain.file_queue import FileJob, JobState
from app.domain.problems.sound import PLAY_IT
from app.ui.files_page import FilesPage
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
from tests.desktop.files_inside import AT, FilesInside
from tests.desktop.inside import running_inside
from tests.desktop.journey import Journey, said, words
from tests.desktop.spoken_files import ENDINGS, joined, record, said_in, saved_of
from tests.desktop.witness import Witness
from tests.media_maker import Track, stereo, write_media

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(600)]

SETTINGS = """
[enhancement]
enabled = false
[speech]
language = "en"
model = "{model}"
[files]
formats = ["srt", "docx", "txt"]
batch = 1
"""
"""One piece at once, or little would be seen of the way of so short files."""
QUICK = "tiny.en"
TALK = ("medium", "s03", "s10", "s16", "s21", "s22") * 2
"""Long enough to be met in the middle of it, and of what the quick model hears right."""
LIKE = 0.9
"""Of a correlation: it is that sound."""
ENOUGH_WORDS = 4
"""That are highlighted while a sentence is played."""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = Folders.at(tmp_path / "s")
    folders.create()
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
    clips = "medium", "s06", "s05", "s20", "s10", "s14", "s21"
    talk = record(recordings / "Grüße – 会議 1.flac", *clips)
    video = recordings / "film.mp4"
    write_media(video, [Track(stereo(*[joined("s21", "s14")] * 2))], picture=True)
    spoken = said(*clips), said("s21", "s14")
    folders.settings_file.write_text(SETTINGS.format(model="base"), "utf-8")
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        desk.xdotool("key", "ctrl+2")
        inside.until(lambda: inside.is_in_view(FilesPage))
        inside.look("empty")
        desk.xdotool("key", "ctrl+3")
        inside.until(lambda: not inside.is_in_view(FilesPage))
        inside.drop(talk, video, seen_as="drag-over")
        inside.until(lambda: inside.is_in_view(FilesPage) and len(inside.jobs) == 2)
        inside.until(lambda: inside.jobs[0].done_seconds or inside.jobs[0].is_over)
        inside.look("running")
        inside.done(2)
        inside.look("done")
        # One row after the other grew, and none went back.
        for id in (job.id for job in inside.jobs):
            grown = [job.done_seconds for queue in inside.told if (job := queue.find(id))]
            assert grown == sorted(grown)
        assert any(0 < job.done_seconds < 35 for queue in inside.told for job in queue.jobs[:1])
        for row, (path, expected) in enumerate(zip((talk, video), spoken, strict=True)):
            assert inside.row(row) == "Done · saved as SRT, DOCX and TXT"
            assert saved_of(path) == dict.fromkeys(ENDINGS, expected)

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
        corrected = ["he", *spoken[0][1:]]
        assert words(inside.text()) == corrected
        take_it_out(inside, corrected)
        desk.xdotool("key", "ctrl+2")
        inside.until(lambda: inside.is_in_view(FilesPage))
        take_a_row_out(inside, talk)
        put_a_row_below(inside)


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
    sound = load(FOLDER / "medium.flac")[: int(first.end * SAMPLE_RATE)]
    try:
        assert witness.place_of(sound)[1] > LIKE
    finally:
        witness.close()


def correct_it(inside: FilesInside) -> None:
    """The first word is another one."""
    text = inside.reading.text
    inside.go_to(text)
    inside.desk.xdotool("key", "ctrl+Home", "ctrl+shift+Right")
    inside.until(lambda: text.textCursor().selectedText().strip() == "She")
    inside.desk.xdotool("type", "He ")
    inside.until(lambda: inside.text().startswith("He opened"))
    inside.until(lambda: inside.reading.head.facts.text().endswith("Saved"))


def take_it_out(inside: FilesInside, expected: Sequence[str]) -> None:
    """Drag the transcript onto the file manager."""
    handle = inside.reading.head.handle
    middle = handle.mapToGlobal(handle.rect().center())
    drag(inside.desk, (middle.x(), middle.y()), inside.source.middle)
    inside.until(lambda: inside.source.taken)
    (taken,) = inside.source.taken
    assert taken.proposed == "CopyAction"
    assert words(taken.text) == list(expected)
    (path,) = taken.files
    assert path.name == "Grüße – 会議 1.srt"
    assert said_in(path) == list(expected)


def take_a_row_out(inside: FilesInside, talk: Path) -> None:
    """Drag the first row onto the file manager: it gets what was saved, and all of it stays."""
    drag(inside.desk, inside.middle_of_row(0), inside.source.middle)
    inside.until(lambda: len(inside.source.taken) == 2)
    taken = inside.source.taken[1]
    # Whoever is told to move takes the files away from where they were saved.
    assert taken.proposed == "CopyAction"
    assert set(taken.files) == {talk.with_suffix(ending) for ending in ENDINGS}
    assert all(path.exists() for path in taken.files)


def put_a_row_below(inside: FilesInside) -> None:
    """Drag the first row behind the second."""
    before = [job.id for job in inside.jobs]
    x, y = inside.middle_of_row(1)
    drag(inside.desk, inside.middle_of_row(0), (x, y + 12))
    inside.until(lambda: [job.id for job in inside.jobs] == before[::-1])


@pytest.mark.slow
def test_broken_and_empty_files_have_their_sentence_and_known_ones_their_answer(
    desk: Desk, source: FileSource, folders: Folders, recordings: Path, qapp: QApplication
) -> None:
    good, other = record(recordings / "a.flac", "s02", "s04"), record(recordings / "d.flac", "s03")
    (broken := recordings / "b.mp3").write_bytes(bytes(range(256)) * 40)
    (empty := recordings / "c.wav").touch()
    folders.settings_file.write_text(SETTINGS.format(model=QUICK), "utf-8")
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        inside.drop(good, broken, empty, other)
        inside.done(4)
        inside.look("failures")
        assert [inside.row(row) for row in range(4)] == [
            "Done · saved as SRT, DOCX and TXT",
            f"“b.mp3” cannot be read: it is not a sound file. {PLAY_IT}",
            "“c.wav” cannot be read: it is empty. Copy or record it once more.",
            "Done · saved as SRT, DOCX and TXT",
        ]
        assert saved_of(broken) == saved_of(empty) == {}
        for path, said_there in ((good, said("s02", "s04")), (other, said("s03"))):
            assert saved_of(path) == dict.fromkeys(ENDINGS, said_there)
        again = recordings / "the same.flac"
        again.write_bytes(good.read_bytes())
        inside.drop(again)
        inside.done(5)
        inside.look("cached")
        assert inside.row(4) == "From the cache · saved as SRT, DOCX and TXT"
        assert saved_of(again) == saved_of(good)


def test_a_paused_file_gives_way_to_another_and_goes_on_after_a_new_start(
    desk: Desk, source: FileSource, folders: Folders, recordings: Path, qapp: QApplication
) -> None:
    talk, short = record(recordings / "talk.flac", *TALK * 3), record(recordings / "short.flac", "s02", "s04")
    folders.settings_file.write_text(SETTINGS.format(model=QUICK), "utf-8")
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        inside.drop(talk, short)
        inside.until(lambda: len(inside.jobs) == 2 and inside.is_in_view(FilesPage))
        inside.come_to_front()
        inside.go_to(inside.page.list)
        desk.xdotool("key", "Home")
        inside.until(lambda: inside.jobs[0].done_seconds)
        desk.xdotool("key", "space")
        inside.until(lambda: inside.jobs[1].state is JobState.DONE)
        inside.look("given-way")
        assert inside.jobs[0].state is JobState.PAUSED
        far = inside.jobs[0].done_seconds
        assert inside.row(0).startswith("Paused at ")
        assert saved_of(talk) == {}
    with running_inside(folders, qapp) as program:
        inside = FilesInside(desk, program, source)
        desk.xdotool("key", "ctrl+2")
        inside.until(lambda: inside.is_in_view(FilesPage) and len(inside.jobs) == 2)
        assert (inside.jobs[0].state, inside.jobs[0].done_seconds) == (JobState.PAUSED, far)
        inside.go_to(inside.page.list)
        desk.xdotool("key", "Home", "space")
        inside.done(2)
        inside.look("gone-on")
        grown = [queue.jobs[0].done_seconds for queue in inside.told if queue.jobs[0].done_seconds]
        assert min(grown) == far
        # What says the same again and again is doubted, which the document tells as well.
        saved = saved_of(talk)
        assert saved.keys() == set(ENDINGS)
        assert saved[".srt"] == saved[".txt"] == said(*TALK * 3)


# --- from outside ---


class FilesJourney(Journey):
    """With a file manager beside the window, and the queue as it is on the disk."""

    def __init__(self, desk: Desk, home: Path, source: FileSource) -> None:
        super().__init__(desk, home, SETTINGS.format(model=QUICK))
        self.source = source
        self.kept = SqliteTranscripts(self.sayso.folders.files_file)
        place_window(desk, "Sayso", AT)

    def close(self) -> None:
        """End all."""
        self.kept.close()
        super().close()

    @property
    def jobs(self) -> tuple[FileJob, ...]:
        return self.kept.load().jobs

    @property
    def states(self) -> list[JobState]:
        return [job.state for job in self.jobs]

    def drop(self, *paths: Path) -> None:
        self.source.carry(*paths)
        take_to(self.desk, self.source.middle, middle_of(self.desk, "Sayso"))
        let_go(self.desk)
        self.until(lambda: self.source.ended)


@pytest.fixture
def journey(desk: Desk, source: FileSource, tmp_path: Path) -> Iterator[FilesJourney]:
    journey = FilesJourney(desk, tmp_path / "s", source)
    yield journey
    journey.close()


def test_a_file_stands_still_for_a_dictation_and_goes_on_after_it(
    journey: FilesJourney, recordings: Path
) -> None:
    talk = record(recordings / "talk.flac", *TALK)
    journey.drop(talk)
    journey.desk.xdotool("search", "--onlyvisible", "--name", "^Foreign$", "windowactivate")
    journey.until(journey.editor.has_focus)
    pid = journey.sayso.process.pid
    # That for dictations, and that for files: it begins to write down.
    journey.until(lambda: journey.sayso.log().count(f"{QUICK} is loaded") == 2)
    journey.press()
    journey.sayso.wait_for("listening")
    working = transcribing(pid)
    assert working
    assert are_all(working, psutil.STATUS_STOPPED)
    journey.speak("s05")
    assert are_all(working, psutil.STATUS_STOPPED)
    assert journey.states == [JobState.RUNNING]
    journey.release()
    journey.expect("s05")
    journey.rest()
    journey.until(lambda: not are_all(transcribing(pid), psutil.STATUS_STOPPED))
    journey.until(lambda: journey.states == [JobState.DONE])
    assert saved_of(talk) == dict.fromkeys(ENDINGS, said(*TALK))


@pytest.mark.slow
def test_a_killed_sayso_goes_on_with_its_files_and_does_nothing_twice(
    journey: FilesJourney, recordings: Path
) -> None:
    clips = {"1.flac": ("s03", "s02"), "2.flac": TALK, "3.flac": ("s06", "s07")}
    files = [record(recordings / name, *spoken) for name, spoken in clips.items()]
    journey.drop(*files)
    journey.until(lambda: journey.states == [JobState.DONE, JobState.RUNNING, JobState.WAITING])
    first = {path: path.stat().st_mtime_ns for path in recordings.glob("1.*")}
    left_behind = file_processes(journey.sayso.process.pid)
    assert left_behind
    journey.sayso.kill()
    journey.until(lambda: not any(map(is_alive, left_behind)))
    assert saved_of(files[1]) == {}

    journey.sayso.start_again()
    journey.until(lambda: journey.states == [JobState.DONE] * 3)
    for path, spoken in zip(files, clips.values(), strict=True):
        assert saved_of(path) == dict.fromkeys(ENDINGS, said(*spoken))
    assert {path: path.stat().st_mtime_ns for path in recordings.glob("1.*")} == first
    assert len(list(recordings.iterdir())) == len(files) * (1 + len(ENDINGS))
    assert not any(job.is_from_cache for job in journey.jobs)
