"""Who hears what is told of files, and who answers the wishes of their pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.file_settings import ExportFormat
from app.services import file_events as told
from app.ui.main_window import MainWindow
from app.ui.newest import Newest
from app.wiring.program import Program
from app.wiring.window import open_folder

if TYPE_CHECKING:
    from app.ui.files_page import FilesPage
    from app.ui.transcript_page import TranscriptPage


def wire_files(program: Program) -> None:
    """The queue, the transcript that is open, and what a dictation has to do with both."""
    on, window, reading = program.dispatcher.on, program.face.window, program.reading
    on(told.FilesChanged, Newest[told.FilesChanged](partial(_show_queue, window)))
    on(told.FilesAdded, lambda e: window.tell_files("added", lambda page: page.show_added(e)))
    on(
        told.CacheMeasured,
        lambda e: window.tell_files("cache", lambda page: page.show_cache(e.bytes, e.transcripts)),
    )
    on(told.FilesChanged, reading.files_changed)
    on(told.FileTranscriptFound, reading.found)
    on(told.FileCuesHeard, reading.heard)
    on(told.FileTranscriptSaved, reading.saved)
    on(told.PlayingMoved, reading.moved)
    on(told.PlayingEnded, reading.ended)
    on(told.CueCleaned, reading.cleaned)
    on(told.CleaningEnded, reading.cleaning_ended)
    window.tell_files("wishes", partial(_wire_page, program))
    window.tell_transcript("wishes", partial(_wire_transcript, program))
    window.files_dropped.connect(program.files.desk.add)
    window.take_files()


def _show_queue(window: MainWindow, event: told.FilesChanged) -> None:
    window.tell_files("queue", lambda page: page.show_queue(event.queue))


def _wire_page(program: Program, page: FilesPage) -> None:
    desk, window = program.files.desk, program.face.window
    page.add_requested.connect(desk.add)
    page.move_requested.connect(desk.move)
    page.pause_requested.connect(desk.pause)
    page.resume_requested.connect(desk.resume)
    page.cancel_requested.connect(desk.cancel)
    page.retry_requested.connect(desk.retry)
    page.remove_requested.connect(desk.remove)
    page.open_requested.connect(program.reading.open)
    page.choose_requested.connect(desk.choose)
    page.pause_all_requested.connect(desk.pause_all)
    page.resume_all_requested.connect(desk.resume_all)
    page.clear_requested.connect(desk.clear)
    page.clear_cache_requested.connect(desk.clear_cache)
    page.settings_requested.connect(lambda: window.open_settings("formats"))
    page.show_in_folder_requested.connect(lambda path: open_folder(Path(path)))
    desk.measure_cache()


def _wire_transcript(program: Program, page: TranscriptPage) -> None:
    reading, window = program.reading, program.face.window
    page.back_requested.connect(reading.pause)
    page.back_requested.connect(window.open_files)
    page.play_requested.connect(reading.play)
    page.pause_requested.connect(reading.pause)
    page.saved.connect(reading.save)
    page.export_requested.connect(reading.export)
    page.copy_requested.connect(program.texts.copy)
    page.clean_up_requested.connect(lambda: reading.clean(page.transcript))
    page.clean_up_stopped.connect(reading.stop_cleaning)

    def file_of(format: ExportFormat) -> Path:
        return program.files.dragged.write(page.transcript, format, program.settings.current.files)

    page.file_wanted = file_of
