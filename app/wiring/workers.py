"""Who hears what the workers tell: the machine, the screen, the pages and the notices."""

from __future__ import annotations

from typing import get_args

from app.domain.dictation_events import (
    CancelRequested,
    Event,
    StartRequested,
    StopRequested,
)
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.remote import Command, Request
from app.services import events, writing_events
from app.services.hardware_events import ProofBegun, ProofEnded
from app.services.hotkeys import HotkeysChosen
from app.wiring.models import preload
from app.wiring.program import Program, draw, open_window


def wire_dictation(program: Program) -> None:
    """The machine's events, from wherever they come."""
    on, controller = program.dispatcher.on, program.controller

    def machine(event: Event) -> None:
        if isinstance(event, StartRequested):
            # From wherever it comes, the command line too.
            program.preview.started(event)
        controller.handle(event)
        if isinstance(event, StartRequested):
            # Behind it, so that the open stream is taken over.
            program.trial.dictation_began(event)
        program.hotkeys.listening(controller.dictations.capturing is not None)
        program.right_of_way.follow(controller.dictations)

    for kind in get_args(Event):
        on(kind, machine)

    def asked(request: Request) -> None:
        match request.command:
            case Command.SHOW:
                open_window(program.face.window)
            case Command.START:
                machine(StartRequested(request.raw))
            case Command.STOP:
                machine(StopRequested())
            case Command.CANCEL:
                machine(CancelRequested())
            case Command.PRELOAD:
                preload(program, request)
            case Command.TOGGLE:
                capturing = controller.dictations.capturing
                machine(StopRequested() if capturing else StartRequested(request.raw))

    on(Request, asked)
    on(events.TalkKeyHeld, lambda e: program.insertion.pause(e.is_held))
    on(events.CaptureClosed, controller.capture_closed)
    on(events.Inserted, controller.inserted)
    on(events.NotInserted, controller.not_inserted)
    on(events.NotReplaced, controller.not_replaced)
    on(events.TranscribedAgain, lambda e: controller.transcribed_again(e.recording, e.transcript))
    program.dispatcher.afterwards(lambda: draw(program))


def wire_enhancement(program: Program) -> None:
    """What the language model tells; the machine hears most of it as well."""
    on, screen, window, preview = program.dispatcher.on, program.screen, program.face.window, program.preview
    # Where the model is loaded in advance and that was stopped or failed, nothing else would take it back.
    for kind in (EnhancementBegun, TokenWritten, EnhancementStopped, EnhancementFailed):
        on(kind, lambda _: screen.writer_loaded())
    on(EnhancementBegun, preview.begun)
    on(TokenWritten, preview.written)
    on(EnhancementEnded, preview.ended)
    on(EnhancementStopped, preview.stopped)
    on(EnhancementFailed, preview.failed)
    on(writing_events.WriterLoading, screen.writer_loading)
    on(writing_events.WriterLoading, preview.loading)
    on(writing_events.WriterReady, screen.writer_ready)
    on(writing_events.WriterReady, preview.ready)
    on(writing_events.WritersFound, window.show_writers)
    on(writing_events.WritersNotFound, window.show_writers)
    on(writing_events.PullProgressed, window.show_pull)
    on(writing_events.PullEnded, window.show_pull)


def wire_facts(program: Program) -> None:
    """What the screen, the history page and the notices are told."""
    on, screen, window = program.dispatcher.on, program.screen, program.face.window
    on(events.Noticed, lambda e: program.notices.add(e.problem, e.subject))
    on(events.LevelHeard, lambda e: window.show_level(e.dbfs))
    on(events.MicrophoneChosen, screen.microphone_chosen)
    on(events.DevicesFound, lambda e: window.show_devices(e.devices))
    on(events.ModelsFound, lambda e: window.show_models(e.models))
    on(events.ModelLoading, screen.model_loading)
    on(ProofBegun, screen.proof_told)
    on(ProofEnded, screen.proof_told)
    on(events.ModelReady, screen.model_ready)
    on(events.ModelFailed, screen.model_failed)
    on(HotkeysChosen, screen.hotkeys_chosen)
    on(events.Inserted, screen.inserted)
    on(events.NotInserted, screen.not_inserted)
    on(events.EntrySaved, lambda _: None)
    on(events.HistoryChanged, lambda _: program.history.refresh())
    on(events.HistoryFound, program.history.found)
    on(events.HistoryRead, program.history.entries_read)
    on(events.RecoveryFound, program.history.recovery_found)
    on(events.TranscribedAgain, program.history.transcribed_again)
    on(events.NotTranscribedAgain, program.history.not_transcribed_again)
