"""The page of the files in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.media import Channels, SoundChoice, SoundTrack
from app.domain.problems import AudioCutShort
from app.domain.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.places import Place

Scene = Callable[[MainWindow], None]

FOLDER: Final = "/home/anna/Recordings"
STEREO: Final = SoundTrack(0, "aac", 2, 48_000, 3500.0, is_default=True)
FILM: Final = (
    SoundTrack(0, "ac3", 6, 48_000, 7443.0, language="eng", is_default=True),
    SoundTrack(1, "aac", 2, 48_000, 7443.0, language="ger", title="Kommentar"),
    SoundTrack(2, "aac", 1, 48_000, 7443.0, language="und"),
)


def job(
    number: int, name: str, state: JobState = JobState.WAITING, seconds: float | None = 3500.0
) -> FileJob:
    """A file in Anna's folder."""
    return FileJob(number, f"{FOLDER}/{name}", state, seconds=seconds, tracks=(STEREO,), size=1_000_000)


def running(done: float = 723.0, left: float | None = 240.0) -> FileJob:
    """One that is under way."""
    one = job(3, "Interview Dr. Öz – Teil 2.m4a", JobState.RUNNING)
    return replace(one, done_seconds=done, seconds_left=left)


def saved(number: int, stem: str, *endings: str) -> FileJob:
    """One that is done, beside whose source its transcripts lie."""
    one = job(number, f"{stem}.mp3", JobState.DONE, 612.0)
    return replace(one, done_seconds=612.0, saved=tuple(f"{FOLDER}/{stem}.{each}" for each in endings))


def every_state() -> tuple[FileJob, ...]:
    """One of each, in the order in which they come about."""
    damaged = saved(2, "Board meeting", "srt", "txt", "docx")
    cut = AudioCutShort(damaged.path, 61.2)
    return (
        replace(saved(1, "Monday call", "txt", "srt"), doubts=3),
        replace(damaged, sentence=cut.sentence, remedy=cut.remedy),
        running(),
        job(4, "Lecture 04.mp4", seconds=5025.0),
        replace(
            job(5, "Film.mkv", seconds=7443.0), tracks=FILM, choice=SoundChoice(1, Channels.SECOND), doubts=0
        ),
        replace(job(6, "Walk.wav", JobState.PAUSED), done_seconds=128.0),
        replace(
            job(7, "holiday.mov", JobState.FAILED, None),
            sentence="“holiday.mov” holds no sound that can be read.",
            remedy="Play it in another program to see whether it is whole.",
        ),
        job(8, "Notes.ogg", JobState.CANCELLED, 42.0),
        replace(saved(9, "Monday call (copy)", "txt", "srt"), is_from_cache=True, doubts=1),
    )


def strange_names() -> tuple[FileJob, ...]:
    """Long ones, and those of other scripts."""
    names = (
        "Niederschrift der Besprechung der Geschwindigkeitsbegrenzungsüberwachungsbeauftragten vom 3.m4a",
        "第三回定例会議の録音（最終版・編集済み）二〇二五年十月十七日.wav",
        "تسجيل اجتماع مجلس الإدارة.mp3",
        "הקלטה של הרצאה מספר 4.ogg",
        "Протокол совещания у директора.flac",
        "บันทึกการประชุมประจำสัปดาห์.opus",
        'a & b <c> %1 "d".mp3',
        "🎙️ podcast 12.mp3",
    )
    jobs = tuple(job(at, name) for at, name in enumerate(names, start=1))
    return (replace(jobs[0], state=JobState.RUNNING, done_seconds=2600.0, seconds_left=42.0), *jobs[1:])


def many(count: int) -> tuple[FileJob, ...]:
    """The first half done, one under way."""
    made = []
    for number in range(1, count + 1):
        one = job(number, f"Session {number:03}.m4a", seconds=600.0 + number)
        if number <= count // 2:
            one = replace(saved(number, f"Session {number:03}", "txt", "srt"), doubts=number % 4)
        elif number == count // 2 + 1:
            one = replace(one, state=JobState.RUNNING, done_seconds=333.0, seconds_left=75.0)
        made.append(one)
    return tuple(made)


def files_scenes() -> dict[str, Scene]:
    """Each by its name."""
    alls = FileQueue(every_state(), seconds_left=2100.0)
    one = FileQueue((replace(running(3400.0, 20.0), choice=SoundChoice(None, Channels.FIRST)),), False)
    begun = FileQueue((running(0.0, None), job(4, "Lecture 04.mp4")), is_loading=True)
    wide = FileSettings(
        formats=(ExportFormat.TXT, ExportFormat.SRT, ExportFormat.DOCX),
        folder="/home/anna/Documents/Niederschriften der Besprechungen des Jahres 2025",
        watched_folder="/media/anna/RECORDER",
    )
    return {
        "60-files-empty": _files(FileQueue()),
        "61-files": _files(alls),
        "62-files-one": _files(replace(one, seconds_left=20.0)),
        "63-files-begun": _files(begun),
        "64-files-paused": _files(replace(alls, is_paused=True)),
        "65-files-overtaken": _files(replace(alls, is_overtaken=True)),
        "66-files-names": _files(FileQueue(strange_names(), seconds_left=9000.0), wide),
        "67-files-many": _files(FileQueue(many(40), seconds_left=5200.0), wide),
        "68-files-hundreds": _files(FileQueue(many(500), seconds_left=90_000.0), wide),
        "69-files-over": _files(FileQueue(many(3)[:1] + every_state()[:2])),
        "70-files-selected": _selected(alls),
        "71-files-dropping": _dropping(alls),
        "72-files-refusing": _refusing,
        "73-files-refused": _refused(alls),
        "73-files-asking": _asking(alls),
        "74-settings-files": _settings(wide, "formats"),
        "75-settings-files-more": _settings(FileSettings(), "batch"),
        "76-settings-subtitles": _settings(FileSettings(), "subtitle_speed"),
    }


def _files(queue: FileQueue, settings: FileSettings | None = None) -> Scene:
    if settings is not None:
        queue = replace(queue, watched_folder=settings.watched_folder)

    def prepare(window: MainWindow) -> None:
        window.open_place(Place.FILES)
        window.tell_files("settings", lambda page: page.show_settings(settings or FileSettings()))
        window.tell_files("cache", lambda page: page.show_cache(12_400_000, 34))
        window.tell_files("queue", lambda page: page.show_queue(queue))
        window.tell_files("told", lambda page: page.told.say(""))
        window.tell_files("veil", lambda page: page.drops.veil.hide())

    return prepare


def _selected(queue: FileQueue) -> Scene:
    def prepare(window: MainWindow) -> None:
        _files(queue)(window)

        def select(page: object) -> None:
            from app.ui.files_page import FilesPage

            assert isinstance(page, FilesPage)
            page.list.setCurrentIndex(page.model.index(2))
            page.list.selectAll()
            page.list.setFocus()

        window.tell_files("selected", select)

    return prepare


def _dropping(queue: FileQueue) -> Scene:
    def prepare(window: MainWindow) -> None:
        _files(queue)(window)
        window.tell_files("veil", lambda page: page.drops.veil.show_drop(3, 0))

    return prepare


def _refusing(window: MainWindow) -> None:
    _files(FileQueue())(window)
    window.tell_files("veil", lambda page: page.drops.veil.show_drop(1, 1))


def _refused(queue: FileQueue) -> Scene:
    def prepare(window: MainWindow) -> None:
        _files(queue)(window)
        window.tell_files("refusal", lambda page: page.drops.told.emit(_refusal()))

    return prepare


def _asking(queue: FileQueue) -> Scene:
    corrected = replace(queue, jobs=(replace(queue.jobs[0], is_edited=True), *queue.jobs[1:]))

    def prepare(window: MainWindow) -> None:
        _files(corrected)(window)
        window.tell_files("asking", lambda page: page.bar.clear.click())

    return prepare


def _refusal() -> str:
    from app.ui.files_words import refusal_words

    return refusal_words(2, 5)


def _settings(files: FileSettings, field: str) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.show_settings(Settings(files=files))
        window.open_settings(field)

    return prepare
