"""The composition root of the window: builds all parts, wires them, runs, and ends them in reverse order.

Nothing is decided here. The parts are made with plain constructor arguments, `app.wiring` says who hears
what, and one ExitStack ends everything however the program ends.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack

# Before Qt: PySide6 reads the source of every module that is imported after it, numpy's hundred among them.
from app.parts import build_engine, build_writers, clipboard_system, hotkey_backends, inserter, speech_of
from app.parts.benchmarks import build_benchmarks
from app.parts.workers import running_worker

# isort: split
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app import __version__
from app.adapters.allocator import ProcessMemory
from app.adapters.folders import Folders
from app.adapters.local_socket import InstanceServer, send
from app.adapters.log_file import open_log
from app.adapters.own_process import KEEP_CLIPBOARD, leave_behind
from app.adapters.settings_file import TomlSettingsFile
from app.adapters.style_file import bundled_writers
from app.domain.problems import AlreadyRunning, NoScreen, NoTray, Problem, Unexpected
from app.domain.remote import Command, Request
from app.services import events
from app.services.clean_up import CleanUpService
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.history_controller import HistoryController
from app.services.hotkeys import HotkeyService
from app.services.insertion import InsertionService
from app.services.model_trial import ModelTrial
from app.services.notices import Notices
from app.services.remote import RemoteControl
from app.services.screen import Screen
from app.services.settings_controller import SettingsController, part
from app.services.style_preview import StylePreview
from app.services.text_actions import TextActions
from app.services.view import ViewState
from app.ui.clipboard import QtClipboard
from app.ui.clipboard_keeper import hand_over
from app.ui.event_pump import EventPump
from app.ui.main_window import MainWindow
from app.ui.quit_signals import QuitSignals
from app.ui.theme import Theme
from app.ui.tray import Tray
from app.wiring import Face, Program, draw, wire


def run_window(folders: Folders, *, hidden: bool = False) -> int:
    """Run until the user quits; answers with the exit status. When Sayso runs already, its window is shown.

    Raises NoScreen, and FolderUnwritable or DiskFull when there is no place for the user's words.
    """
    _require_screen()
    memory = ProcessMemory()
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
            program = _build(folders, application, memory, stack)
        except AlreadyRunning:
            send(folders.runtime, Request(Command.SHOW), patience=2.0)
            return 0
        wire(program)
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


def _build(folders: Folders, application: QApplication, memory: ProcessMemory, stack: ExitStack) -> Program:
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
    engine = build_engine(folders, settings, memory, pump.post, stack)
    insertion = InsertionService(inserter(), clipboard, pump, engine.clock, pump.post, settings.insertion)
    stack.callback(lambda: _give_back(insertion, face))
    writers = build_writers(settings.enhancement, pump.post, lambda: engine.speech.is_idle, stack)
    clean_up = CleanUpService(
        writers.service, pump, pump.post, settings.tidy, settings.enhancement, settings.speech
    )
    hotkeys = HotkeyService(hotkey_backends(), engine.clock, pump, pump.post, settings.hotkeys)
    stack.callback(hotkeys.close)
    appliers = (
        part(lambda s: s.microphone, engine.capture.apply),
        part(lambda s: s.microphone, lambda microphone: screen.pre_roll(microphone.pre_roll_seconds > 0)),
        part(speech_of, engine.speech.apply),
        part(speech_of, engine.models.care.apply_speech),
        part(lambda s: s.models, engine.models.care.apply_models),
        part(lambda s: s.speech, clean_up.apply_speech),
        part(lambda s: s.speech.language, screen.language),
        part(lambda s: s.tidy, clean_up.apply_tidying),
        part(lambda s: s.enhancement, clean_up.apply_enhancement),
        part(lambda s: s.hotkeys, hotkeys.apply),
        part(lambda s: s.hotkeys, screen.key),
        part(lambda s: s.insertion, insertion.apply),
        part(lambda s: s.history, engine.storage.apply),
        part(lambda s: s, face.window.show_settings),
    )
    controller = DictationController(
        engine.capture, engine.storage, insertion, clean_up, engine.clock, notices.add
    )
    trial = ModelTrial(
        engine.capture,
        running_worker("trial", engine.clock, pump.post, stack),
        engine.clock,
        engine.models.pool,
        lambda: controller.dictations.capturing is not None,
        pump.post,
    )
    stack.callback(trial.drop)
    return Program(
        folders=folders,
        face=face,
        dispatcher=dispatcher,
        engine=engine,
        hotkeys=hotkeys,
        insertion=insertion,
        writers=writers,
        controller=controller,
        history=HistoryController(
            engine.storage,
            engine.speech,
            pump.post,
            lambda transcript: clean_up.plan(transcript, raw=False),
            notices.add,
            face.window.show_history,
        ),
        texts=TextActions(clipboard, insertion, pump, lambda: _step_aside(face.window)),
        notices=notices,
        screen=screen,
        settings=SettingsController(settings, appliers, lambda new: engine.disk.call(lambda: file.save(new))),
        trial=trial,
        benchmarks=build_benchmarks(folders, engine.disk, pump.post, stack),
        preview=StylePreview(writers.service, face.window.show_preview),
    )


def _show_state(face: Face, state: ViewState) -> None:
    face.window.show_state(state)
    face.tray.show_state(state)


def _step_aside(window: MainWindow) -> bool:
    if not window.isActiveWindow():
        return False
    window.showMinimized()
    return True


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
    face.window.show_styles(program.writers.styles)
    face.window.show_writer_catalogue(bundled_writers())
    face.window.show_settings(settings)
    program.screen.key(settings.hotkeys)
    program.screen.language(settings.speech.language)
    program.screen.pre_roll(settings.microphone.pre_roll_seconds > 0)
    if face.tray.is_available():
        face.tray.show()
    elif settings.general.close_to_tray:
        program.notices.add(NoTray())
    draw(program)
    if face.tray.is_available() and (hidden or settings.general.start_hidden):
        _go_on(program)
    else:
        face.window.show_first(lambda: _go_on(program))


def _go_on(program: Program) -> None:
    """Everything slow, behind the painted window."""
    engine, post = program.engine, program.face.pump.post
    program.hotkeys.start()
    engine.speech.prepare()
    engine.models.care.start()
    engine.capture.prepare()
    engine.capture.list_devices()
    engine.storage.start()
    program.history.refresh()
    local = engine.models.local
    engine.disk.call(lambda: post(events.ModelsFound(local.list())))
