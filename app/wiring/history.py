"""Who hears what is told of the history, and who answers the wishes of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.events import NotTranscribedAnew, TranscribedAnew
from app.services.history_anew import OldTextRead
from app.services.history_export import HistoryExported
from app.services.history_replay import RecordingLookedUp, Replayed
from app.wiring.program import Program
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
    """Writing a dictation down once more, and the choice between both texts."""
    on, window, anew = program.dispatcher.on, program.face.window, program.anew
    on(TranscribedAnew, anew.transcribed)
    on(NotTranscribedAnew, anew.not_transcribed)
    on(OldTextRead, anew.old_read)
    window.history_again.connect(anew.transcribe)
    window.history_chosen.connect(lambda recording, new: anew.choose(recording, new=new))


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
