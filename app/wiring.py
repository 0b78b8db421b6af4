"""Who hears what: every event of the workers, and every wish of the user, with those who answer to it.

Nothing is decided here, and nothing made: `app.main` builds the parts and hands them in as one `Program`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.adapters.folders import Folders
from app.domain.dictation_events import (
    CancelRequested,
    Event,
    StartRequested,
    StopEnhancingRequested,
    StopRequested,
)
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.model_budget import (
    LeftOut,
    LoadAwaited,
    LoadBegan,
    Loaded,
    LoadFailed,
    OverBudget,
    Unloaded,
)
from app.domain.problems import Action
from app.domain.remote import Command, Request
from app.parts import Engine, Writers
from app.services import events, writing_events
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.history_controller import HistoryController
from app.services.hotkeys import HotkeysChosen, HotkeyService
from app.services.insertion import InsertionService
from app.services.notice_actions import NoticeActions
from app.services.notices import Notices
from app.services.screen import Screen
from app.services.settings_controller import SettingsController
from app.services.style_preview import StylePreview
from app.services.text_actions import TextActions
from app.ui.clipboard import QtClipboard
from app.ui.event_pump import EventPump
from app.ui.main_window import MainWindow
from app.ui.tray import Tray


@dataclass(frozen=True, slots=True)
class Face:
    """What the user sees and what Qt does for the services. Everything here belongs to the GUI thread."""

    window: MainWindow
    tray: Tray
    pump: EventPump
    clipboard: QtClipboard


@dataclass(frozen=True, slots=True)
class Program:
    """Everything that the wiring needs to know. Made once, by `_build`."""

    folders: Folders
    face: Face
    dispatcher: Dispatcher
    engine: Engine
    writers: Writers
    hotkeys: HotkeyService
    insertion: InsertionService
    controller: DictationController
    history: HistoryController
    texts: TextActions
    notices: Notices
    screen: Screen
    settings: SettingsController
    preview: StylePreview


def wire(program: Program) -> None:
    """Everything. Called once."""
    _wire_dictation(program)
    _wire_enhancement(program)
    _wire_facts(program)
    _wire_models(program)
    _wire_window(program)
    _wire_clean_up(program)
    _wire_tray(program)


# --- what the workers tell ---


def _wire_dictation(program: Program) -> None:
    """The machine's events, from wherever they come."""
    on, controller = program.dispatcher.on, program.controller

    def machine(event: Event) -> None:
        if isinstance(event, StartRequested):
            # From wherever it comes, the command line too.
            program.preview.started(event)
        controller.handle(event)
        program.hotkeys.listening(controller.dictations.capturing is not None)

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


def _wire_enhancement(program: Program) -> None:
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


def _wire_facts(program: Program) -> None:
    """What the screen, the history page and the notices are told."""
    on, screen, window = program.dispatcher.on, program.screen, program.face.window
    on(events.Noticed, lambda e: program.notices.add(e.problem, e.subject))
    on(events.LevelHeard, lambda e: window.show_level(e.dbfs))
    on(events.MicrophoneChosen, screen.microphone_chosen)
    on(events.DevicesFound, lambda e: window.show_devices(e.devices))
    on(events.ModelsFound, lambda e: window.show_models(e.models))
    on(events.ModelLoading, screen.model_loading)
    on(events.ModelReady, screen.model_ready)
    on(events.ModelFailed, screen.model_failed)
    on(HotkeysChosen, screen.hotkeys_chosen)
    on(events.Inserted, screen.inserted)
    on(events.NotInserted, screen.not_inserted)
    on(events.EntrySaved, lambda _: None)
    on(events.HistoryChanged, lambda _: program.history.refresh())
    on(events.HistoryFound, program.history.found)
    on(events.RecoveryFound, program.history.recovery_found)
    on(events.TranscribedAgain, program.history.transcribed_again)
    on(events.NotTranscribedAgain, program.history.not_transcribed_again)


def _wire_models(program: Program) -> None:
    """What the pool of speech models and the desk tell."""
    on, notices = program.dispatcher.on, program.notices

    def failed(event: LoadFailed) -> None:
        # That of the model in use is told by `ModelFailed`.
        if event.model != program.settings.current.speech.model:
            notices.add(event.problem)

    on(LoadFailed, failed)
    for kind in (LoadBegan, LoadAwaited, Loaded, LeftOut, OverBudget, Unloaded):
        on(kind, lambda _: None)


# --- what the user wants ---


def _wire_window(program: Program) -> None:
    window, post, history = program.face.window, program.face.pump.post, program.history
    window.start_requested.connect(lambda: post(StartRequested()))
    window.stop_requested.connect(lambda: post(StopRequested()))
    window.cancel_requested.connect(lambda: post(CancelRequested()))
    window.copy_requested.connect(lambda: program.texts.copy(window.shown_text))
    window.insert_again_requested.connect(lambda: _insert_last(program, window.shown_text))
    window.suppressed_wanted.connect(lambda: _do(program, program.controller.bring_back_suppressed))
    actions = NoticeActions(_actions(program), program.notices)
    window.notice_acted.connect(lambda notice: _do(program, lambda: actions.act(notice)))
    window.notice_dismissed.connect(lambda key: _do(program, lambda: program.notices.dismiss(key)))
    window.history_searched.connect(history.search)
    window.history_more_wanted.connect(history.more)
    detail = window.history.detail
    window.history_copy.connect(lambda _: program.texts.copy(detail.shown_text))
    window.history_insert.connect(lambda id: program.texts.insert(detail.shown_text, history.recording(id)))
    window.history_again.connect(history.transcribe_entry_again)
    window.history_delete.connect(history.delete)
    window.settings_accepted.connect(lambda new: _do(program, lambda: program.settings.accept(new)))
    window.chord_recording.connect(program.hotkeys.pause)
    window.pages.currentChanged.connect(lambda _: program.engine.capture.list_devices())
    window.quit_requested.connect(QApplication.quit)
    window.closing.connect(lambda: _closing(program))


def _wire_clean_up(program: Program) -> None:
    window, controller = program.face.window, program.controller
    desk = program.writers.desk
    window.stop_enhancing_requested.connect(lambda: _stop_enhancing(program))
    window.version_chosen.connect(lambda version: _do(program, lambda: controller.use(version)))
    window.enhance_requested.connect(lambda style: _do(program, lambda: controller.enhance_last(style)))
    window.writers_wanted.connect(desk.look)
    window.pull_requested.connect(desk.pull)
    window.pull_stopped.connect(desk.stop_pull)
    window.preview_requested.connect(program.preview.try_out)
    window.preview_stopped.connect(program.preview.stop)


def _stop_enhancing(program: Program) -> None:
    """The clean-up in view. A text that waits goes to the window in which it was dictated, so Sayso's own
    makes way for that."""
    post = program.face.pump.post
    if waited_for := program.controller.dictations.enhancing:
        newest = waited_for[-1].id
        program.texts.aside(lambda: post(StopEnhancingRequested(newest)))
    elif beside := program.controller.enhancement_of_last:
        post(StopEnhancingRequested(beside.id))


def _wire_tray(program: Program) -> None:
    tray, post, window = program.face.tray, program.face.pump.post, program.face.window
    tray.start_requested.connect(lambda: post(StartRequested()))
    tray.stop_requested.connect(lambda: post(StopRequested()))
    tray.cancel_requested.connect(lambda: post(CancelRequested()))
    tray.copy_requested.connect(lambda: program.texts.copy(_last_text(program)))
    tray.insert_again_requested.connect(lambda: _insert_last(program, _last_text(program)))
    tray.open_requested.connect(lambda: open_window(window))
    tray.settings_requested.connect(lambda: open_window(window))
    tray.settings_requested.connect(window.open_settings)
    tray.quit_requested.connect(QApplication.quit)


def _actions(program: Program) -> Mapping[Action, Callable[[str], None]]:
    """What each button beside a notice does; all get the recording the notice is about."""
    window, texts, text_of = program.face.window, program.texts, program.controller.text_of
    return {
        Action.OPEN_SETTINGS: lambda _: window.open_settings(),
        Action.CHOOSE_MICROPHONE: lambda _: window.open_settings("device"),
        Action.TRY_AGAIN: lambda _: program.engine.speech.prepare(),
        Action.INSERT_AGAIN: lambda recording: texts.insert(text_of(recording), recording),
        Action.COPY: lambda recording: texts.copy(text_of(recording)),
        Action.TRANSCRIBE_AGAIN: program.history.transcribe_again,
        Action.RECOVER: program.history.transcribe_again,
        Action.SHOW_SUPPRESSED: lambda _: program.controller.bring_back_suppressed(),
        Action.ENHANCE_AGAIN: program.history.enhance_again,
        Action.GET_WRITER: lambda _: _get_writer(program),
    }


def _get_writer(program: Program) -> None:
    """Only the model that is set can be missing."""
    program.face.window.open_settings("enhancement.model")
    program.writers.desk.pull(program.settings.current.enhancement.model)


def _do(program: Program, act: Callable[[], None]) -> None:
    """Something that changes what is to be seen, without an event of its own."""
    act()
    draw(program)


def draw(program: Program) -> None:
    """Show what has changed."""
    controller = program.controller
    program.screen.draw(controller.dictations, controller.last, controller.enhancement_of_last)


def _last_text(program: Program) -> str:
    return program.controller.last.text if program.controller.last else ""


def _insert_last(program: Program, text: str) -> None:
    if last := program.controller.last:
        program.texts.insert(text, last.recording)


def open_window(window: MainWindow) -> None:
    """To the front, from the tray or from a minimised state."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _closing(program: Program) -> None:
    if not (program.settings.current.general.close_to_tray and program.face.tray.is_available()):
        QApplication.quit()
