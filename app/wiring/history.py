"""Who hears what is told of the history, and who answers the wishes of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.problems import RecognitionProblem
from app.services.events import NotTranscribedAnew, TranscribedAgain, TranscribedAnew
from app.services.history_anew import OldTextRead
from app.services.history_enhancing import EntryLookedUp
from app.services.history_export import HistoryExported
from app.services.history_notices import NoticeEntryRead
from app.services.history_replay import RecordingLookedUp, Replayed
from app.services.writing_events import WriterLoading, WriterReady
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.wiring.program import Program, do
from app.wiring.window import open_folder

if TYPE_CHECKING:
    from app.ui.transcript_page import TranscriptPage


def wire_history(program: Program) -> None:
    """Everything of it that the page alone has to do with."""
    on, page = program.dispatcher.on, program.face.window.history
    on(HistoryExported, lambda e: page.show_exported(e.path, str(e.problem or "")))
    page.export_requested.connect(program.history_export.save)
    page.folder_requested.connect(open_folder)
    _wire_replay(program)
    _wire_anew(program)


def _wire_anew(program: Program) -> None:
    """A new text for a dictation of the past, and the choice between both; one of them at a time."""
    on, window = program.dispatcher.on, program.face.window
    sound, words, choice = program.anew.sound, program.anew.words, program.anew.choice
    on(TranscribedAnew, sound.transcribed)
    on(NotTranscribedAnew, sound.not_transcribed)
    on(OldTextRead, sound.old_read)
    on(EntryLookedUp, words.looked_up)
    on(WriterLoading, words.loading)
    on(WriterReady, words.ready)
    on(EnhancementBegun, words.written)
    on(TokenWritten, words.written)
    on(EnhancementEnded, words.ended)
    on(EnhancementStopped, words.stopped)
    on(EnhancementFailed, words.failed)
    on(NoticeEntryRead, program.anew.notices.entry_read)
    # Wherever that was asked for, nobody needs to be offered it any more.
    on(TranscribedAgain, lambda e: program.notices.solved(RecognitionProblem, subject=e.recording))
    window.history_again.connect(choice.transcribe)
    window.history_enhance.connect(choice.enhance)
    window.history_chosen.connect(lambda *chosen: do(program, lambda: choice.choose(*chosen)))
    window.history.detail.anew.acted.connect(window.notice_acted)


def open_entry(window: MainWindow, id: int) -> None:
    """Show that entry of the history, wherever the user is."""
    window.open_place(Place.HISTORY)
    window.history.open_entry(id)


def _wire_replay(program: Program) -> None:
    """A recording that is played, and a file that is: one of them at a time."""
    on, window, replay = program.dispatcher.on, program.face.window, program.replay
    on(RecordingLookedUp, replay.looked_up)
    on(Replayed, replay.replayed)
    window.history_play.connect(lambda *_: program.reading.pause())
    window.history_play.connect(replay.play)
    window.history_pause.connect(replay.pause)

    def be_silent(page: TranscriptPage) -> None:
        page.play_requested.connect(lambda _: replay.pause())

    window.tell_transcript("silence", be_silent)
