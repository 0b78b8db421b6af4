"""The composition root of the window: builds all parts, wires them, runs, and ends them in reverse order.

Nothing is decided here. The parts are made with plain constructor arguments, the `_wire_…` functions say who
hears what, and one ExitStack ends everything however the program ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

# Before Qt: PySide6 reads the source of every module that is imported after it, numpy's hundred among them.
from app.parts import Engine, build_engine, clipboard_system, hotkey_backends, inserter, models_of

# isort: split
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from app import __version__
from app.adapters.folders import Folders
from app.adapters.local_socket import InstanceServer, send
from app.adapters.log_file import open_log
from app.adapters.own_process import KEEP_CLIPBOARD, leave_behind
from app.adapters.settings_file import TomlSettingsFile
from app.domain.dictation import (
    CancelRequested,
    CaptureOpened,
    Event,
    Failed,
    SpeechEnded,
    StartRequested,
    StopRequested,
    TextHeard,
)
from app.domain.problems import (
    Action,
    AlreadyRunning,
    NoScreen,
    NoTray,
    Problem,
    Unexpected,
)
from app.domain.remote import Command, Request
from app.services import events
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.history_controller import HistoryController
from app.services.hotkeys import HotkeysChosen, HotkeyService
from app.services.insertion import InsertionService
from app.services.notice_actions import NoticeActions
from app.services.notices import Notices
from app.services.remote import RemoteControl
from app.services.screen import Screen
from app.services.settings_controller import SettingsController, part
from app.services.text_actions import TextActions
from app.services.view import ViewState
from app.ui.clipboard import QtClipboard
from app.ui.clipboard_keeper import hand_over
from app.ui.event_pump import EventPump
from app.ui.main_window import MainWindow
from app.ui.quit_signals import QuitSignals
from app.ui.theme import Theme
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
    hotkeys: HotkeyService
    insertion: InsertionService
    controller: DictationController
    history: HistoryController
    texts: TextActions
    notices: Notices
    screen: Screen
    settings: SettingsController


def run_window(folders: Folders, *, hidden: bool = False) -> int:
    """Run until the user quits; answers with the exit status. When Sayso runs already, its window is shown.

    Raises NoScreen, and FolderUnwritable or DiskFull when there is no place for the user's words.
    """
    _require_screen()
    with ExitStack() as stack:
        folders.create()
        stack.callback(open_log(folders.log))
        application = QApplication(sys.argv[:1])
        # Qt hands the clipboard to a manager as it goes, and not where the process is ended by `_exit`.
        stack.callback(application.shutdown)
        application.setApplicationName("Sayso")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("sayso")
        # A closed window lives on in the tray; `_closing` and Quit end the program.
        application.setQuitOnLastWindowClosed(False)
        try:
            program = _build(folders, application, stack)
        except AlreadyRunning:
            send(folders.runtime, Request(Command.SHOW), patience=2.0)
            return 0
        _wire_dictation(program)
        _wire_facts(program)
        _wire_window(program)
        _wire_tray(program)
        stack.callback(QuitSignals(application.quit).close)
        _start(program, hidden=hidden)
        return application.exec()


def _require_screen() -> None:
    """Qt ends the whole process when it finds no screen, so look first. Raises NoScreen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoScreen


# --- building ---


def _build(folders: Folders, application: QApplication, stack: ExitStack) -> Program:
    """Make all parts. Raises AlreadyRunning and StorageProblem."""
    notices = Notices()

    def failed(error: Exception) -> None:
        notices.add(error if isinstance(error, Problem) else Unexpected("window", detail=repr(error)))

    dispatcher = Dispatcher(failed)
    pump = EventPump(dispatcher.dispatch, failed)
    stack.callback(pump.close)
    theme = Theme(application)
    screen = Screen(notices, lambda state: _show_state(face, state))
    server = InstanceServer(folders.runtime, RemoteControl(pump.post, lambda: screen.status).answer)
    server.start()
    stack.callback(server.close)
    clipboard = QtClipboard(application.clipboard(), clipboard_system(stack))
    face = Face(MainWindow(theme), Tray(theme), pump, clipboard)
    file = TomlSettingsFile(folders.settings_file)
    loaded = file.load()
    for problem in loaded.problems:
        notices.add(problem)
    settings = loaded.settings
    engine = build_engine(folders, settings, pump.post, stack)
    insertion = InsertionService(inserter(), clipboard, pump, engine.clock, pump.post, settings.insertion)
    stack.callback(lambda: _give_back(insertion, face))
    hotkeys = HotkeyService(hotkey_backends(), engine.clock, pump, pump.post, settings.hotkeys)
    stack.callback(hotkeys.close)
    appliers = (
        part(lambda s: s.microphone, engine.capture.apply),
        part(lambda s: s.microphone, lambda microphone: screen.pre_roll(microphone.pre_roll_seconds > 0)),
        part(lambda s: s.speech, engine.speech.apply),
        part(lambda s: s.speech.language, screen.language),
        part(lambda s: s.hotkeys, hotkeys.apply),
        part(lambda s: s.hotkeys, screen.key),
        part(lambda s: s.insertion, insertion.apply),
        part(lambda s: s.history, engine.storage.apply),
        part(lambda s: s, face.window.show_settings),
    )
    return Program(
        folders=folders,
        face=face,
        dispatcher=dispatcher,
        engine=engine,
        hotkeys=hotkeys,
        insertion=insertion,
        controller=DictationController(engine.capture, engine.storage, insertion, engine.clock, notices.add),
        history=HistoryController(
            engine.storage, engine.speech, pump.post, notices.add, face.window.show_history
        ),
        texts=TextActions(clipboard, insertion, pump, lambda: _step_aside(face.window)),
        notices=notices,
        screen=screen,
        settings=SettingsController(settings, appliers, lambda new: engine.disk.call(lambda: file.save(new))),
    )


def _show_state(face: Face, state: ViewState) -> None:
    face.window.show_state(state)
    face.tray.show_state(state)


def _step_aside(window: MainWindow) -> bool:
    if not window.isActiveWindow():
        return False
    window.showMinimized()
    return True


# --- wiring: what the workers tell ---


def _wire_dictation(program: Program) -> None:
    """The machine's events, from wherever they come."""
    on, controller = program.dispatcher.on, program.controller

    def machine(event: Event) -> None:
        controller.handle(event)
        program.hotkeys.listening(controller.dictations.capturing is not None)

    def asked(request: Request) -> None:
        match request.command:
            case Command.SHOW:
                _open(program.face.window)
            case Command.START:
                machine(StartRequested())
            case Command.STOP:
                machine(StopRequested())
            case Command.CANCEL:
                machine(CancelRequested())
            case Command.TOGGLE:
                machine(StopRequested() if controller.dictations.capturing else StartRequested())

    on(StartRequested, machine)
    on(StopRequested, machine)
    on(CancelRequested, machine)
    on(CaptureOpened, machine)
    on(TextHeard, machine)
    on(SpeechEnded, machine)
    on(Failed, machine)
    on(Request, asked)
    on(events.TalkKeyHeld, lambda e: program.insertion.pause(e.is_held))
    on(events.CaptureClosed, controller.capture_closed)
    on(events.Inserted, controller.inserted)
    on(events.NotInserted, controller.not_inserted)
    on(events.TranscribedAgain, lambda e: controller.transcribed_again(e.recording, e.transcript))
    program.dispatcher.afterwards(lambda: program.screen.draw(controller.dictations, controller.last))


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


# --- wiring: what the user wants ---


def _wire_window(program: Program) -> None:
    window, post, history = program.face.window, program.face.pump.post, program.history
    window.start_requested.connect(lambda: post(StartRequested()))
    window.stop_requested.connect(lambda: post(StopRequested()))
    window.cancel_requested.connect(lambda: post(CancelRequested()))
    window.copy_requested.connect(lambda: program.texts.copy(_last_text(program)))
    window.insert_again_requested.connect(lambda: _insert_last(program))
    window.suppressed_wanted.connect(lambda: _do(program, program.controller.bring_back_suppressed))
    actions = NoticeActions(_actions(program), program.notices)
    window.notice_acted.connect(lambda notice: _do(program, lambda: actions.act(notice)))
    window.notice_dismissed.connect(lambda key: _do(program, lambda: program.notices.dismiss(key)))
    window.history_searched.connect(history.search)
    window.history_more_wanted.connect(history.more)
    window.history_copy.connect(lambda id: program.texts.copy(history.text(id)))
    window.history_insert.connect(lambda id: program.texts.insert(history.text(id), history.recording(id)))
    window.history_again.connect(history.transcribe_entry_again)
    window.history_delete.connect(history.delete)
    window.settings_accepted.connect(lambda new: _do(program, lambda: program.settings.accept(new)))
    window.chord_recording.connect(program.hotkeys.pause)
    window.pages.currentChanged.connect(lambda _: program.engine.capture.list_devices())
    window.quit_requested.connect(QApplication.quit)
    window.closing.connect(lambda: _closing(program))


def _wire_tray(program: Program) -> None:
    tray, post, window = program.face.tray, program.face.pump.post, program.face.window
    tray.start_requested.connect(lambda: post(StartRequested()))
    tray.stop_requested.connect(lambda: post(StopRequested()))
    tray.cancel_requested.connect(lambda: post(CancelRequested()))
    tray.copy_requested.connect(lambda: program.texts.copy(_last_text(program)))
    tray.insert_again_requested.connect(lambda: _insert_last(program))
    tray.open_requested.connect(lambda: _open(window))
    tray.settings_requested.connect(lambda: _open(window))
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
    }


def _do(program: Program, act: Callable[[], None]) -> None:
    """Something that changes what is to be seen, without an event of its own."""
    act()
    program.screen.draw(program.controller.dictations, program.controller.last)


def _last_text(program: Program) -> str:
    return program.controller.last.text if program.controller.last else ""


def _insert_last(program: Program) -> None:
    if last := program.controller.last:
        program.texts.insert(last.text, last.recording)


def _open(window: MainWindow) -> None:
    """To the front, from the tray or from a minimised state."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _closing(program: Program) -> None:
    if not (program.settings.current.general.close_to_tray and program.face.tray.is_available()):
        QApplication.quit()


def _give_back(insertion: InsertionService, face: Face) -> None:
    """The clipboard is the user's: what a paste has borrowed of it now, and what was given back earlier."""
    face.window.hide()
    loop = QEventLoop()
    face.pump.call(lambda: insertion.finish(loop.quit))
    loop.exec()
    hand_over(face.clipboard, lambda held: leave_behind(KEEP_CLIPBOARD, held))


# --- running ---


def _start(program: Program, *, hidden: bool) -> None:
    """Show the window first; everything slow begins behind it and answers with events."""
    settings, face = program.settings.current, program.face
    face.window.show_settings(settings)
    program.screen.key(settings.hotkeys)
    program.screen.language(settings.speech.language)
    program.screen.pre_roll(settings.microphone.pre_roll_seconds > 0)
    if face.tray.is_available():
        face.tray.show()
    elif settings.general.close_to_tray:
        program.notices.add(NoTray())
    program.screen.draw(program.controller.dictations, program.controller.last)
    if face.tray.is_available() and (hidden or settings.general.start_hidden):
        _go_on(program)
    else:
        face.window.show_first(lambda: _go_on(program))


def _go_on(program: Program) -> None:
    """Everything slow, behind the painted window."""
    engine, post = program.engine, program.face.pump.post
    program.hotkeys.start()
    engine.speech.prepare()
    engine.capture.prepare()
    engine.capture.list_devices()
    engine.storage.start()
    program.history.refresh()
    models = models_of(program.folders)
    engine.disk.call(lambda: post(events.ModelsFound(models.list())))
