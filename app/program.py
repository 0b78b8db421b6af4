"""Everything behind the window: makes all parts with plain constructor arguments, wires and begins them.

Nothing is decided here; `app.wiring` says who hears what. All of it happens on the GUI thread, so it is a
generator: the window answers wherever that yields.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from functools import partial

from PySide6.QtCore import QEventLoop

from app.adapters.allocator import ProcessMemory
from app.adapters.history_export import NewFile
from app.adapters.model_store import bundled_catalogue
from app.adapters.own_process import KEEP_CLIPBOARD, leave_behind
from app.adapters.style_file import bundled_writers
from app.domain.model_choices import with_own_names
from app.front import Front
from app.parts import build_engine, build_writers, clipboard_system, hotkey_backends, inserter, speech_of
from app.parts.benchmarks import build_benchmarks
from app.parts.connections import build_connections
from app.parts.files import build_files
from app.parts.guide import build_guide
from app.parts.history import TextsOfPast, build_new_texts, build_replay
from app.parts.privacy import build_privacy
from app.parts.tray import tray_manager
from app.parts.workers import NO_PATIENCE, running_worker
from app.services import events
from app.services.clean_up import CleanUpService
from app.services.dictation_controller import DictationController
from app.services.history_controller import HistoryController, Ways
from app.services.hotkeys import HotkeyService
from app.services.insertion import InsertionService
from app.services.model_trial import ModelTrial
from app.services.open_transcript import OpenTranscript
from app.services.recent import RecentTexts
from app.services.right_of_way import RightOfWay
from app.services.screen import Screen
from app.services.settings_controller import SettingsController, part
from app.services.style_preview import StylePreview
from app.services.text_actions import TextActions
from app.services.view import ViewState
from app.ui.announcements import Announcer
from app.ui.clipboard import QtClipboard
from app.ui.clipboard_keeper import hand_over
from app.ui.main_window import MainWindow
from app.ui.screen_reader import announce
from app.ui.tray import Tray
from app.ui.tray_host import TrayHost
from app.wiring import Face, Program, begin_overlay, begin_privacy, begin_tray, build_overlay, draw, wire
from app.wiring.history import open_entry


def start(front: Front, memory: ProcessMemory, stack: ExitStack) -> Generator[None, None, Program]:
    """Everything, in steps; `stack` ends what is there by then. Raises StorageProblem."""
    program = yield from _build(front, memory, stack)
    _begin(program)
    return program


def _build(front: Front, memory: ProcessMemory, stack: ExitStack) -> Generator[None, None, Program]:
    """Make all parts and wire them; nothing is begun. Raises StorageProblem."""
    folders, pump, notices = front.folders, front.pump, front.notices
    settings = with_own_names(front.settings, bundled_catalogue().name_of)
    if settings != front.settings:
        front.window.show_settings(settings)
    screen = Screen(notices, lambda state: _show_state(face, state))
    front.remote.ask(lambda: screen.status)
    clipboard = QtClipboard(front.application.clipboard(), clipboard_system(stack))
    overlay = build_overlay(front, settings.general, stack)
    announcer = Announcer(lambda said: announce(front.window, said))
    tray = Tray(front.theme, TrayHost(tray_manager(stack)))
    face = Face(front.window, tray, pump, clipboard, overlay, announcer)
    yield
    gate = build_connections(settings, stack)
    engine = build_engine(folders, settings, memory, pump.post, stack, connections=gate)
    yield
    insertion = InsertionService(inserter(), clipboard, pump, engine.clock, pump.post, settings.insertion)
    stack.callback(lambda: _give_back(insertion, face))
    writers = build_writers(settings.enhancement, gate, pump.post, lambda: engine.speech.is_idle, stack)
    clean_up = CleanUpService(
        writers.service, pump, pump.post, settings.tidy, settings.enhancement, settings.speech
    )
    # On a thread of its own: to begin, and to see that all is well, waits for the desktop.
    keys = running_worker("hotkeys", engine.clock, pump.post, stack)
    hotkeys = HotkeyService(hotkey_backends(), engine.clock, keys, pump.post, settings.hotkeys)
    stack.callback(hotkeys.stop)
    yield
    files = build_files(folders, settings, engine.portaudio, pump.post, stack)
    privacy = build_privacy(folders, gate, engine, files, pump.post, stack)
    reading = OpenTranscript(
        files.desk,
        files.playback,
        writers.cleaning,
        face.window.tell_transcript,
        face.window.open_transcript,
    )
    replay, recordings = build_replay(engine, pump.post, notices.add, face.window.history, stack)
    yield
    appliers = (
        part(lambda s: s.privacy, gate.apply),
        part(lambda s: s.privacy, privacy.updates.apply),
        part(lambda s: s.general.start_with_system, privacy.autostart.apply),
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
        part(lambda s: s.enhancement, writers.cleaning.apply),
        part(lambda s: s.history, engine.storage.apply),
        part(lambda s: s.files, files.desk.apply),
        part(lambda s: (s.speech, s.models), lambda both: files.desk.apply_speech(*both)),
        part(lambda s: s, face.window.show_settings),
        part(lambda s: s, face.tray.menu.show_settings),
        part(lambda s: s.general, overlay.apply),
    )
    controller = DictationController(
        engine.capture, engine.storage, insertion, clean_up, engine.clock, notices.add
    )
    plan = partial(clean_up.plan, raw=False)
    history = HistoryController(
        Ways(engine.storage, engine.storage.shelf, engine.speech, plan),
        pump,
        pump.post,
        notices.add,
        face.window.history,
    )
    anew = build_new_texts(
        engine,
        writers.service,
        TextsOfPast(history, controller, plan),
        pump.post,
        face.window.history,
        partial(open_entry, face.window),
    )
    trial = ModelTrial(
        engine.capture,
        running_worker("trial", engine.clock, pump.post, stack, NO_PATIENCE),
        engine.clock,
        engine.models.pool,
        lambda: controller.dictations.capturing is not None,
        pump.post,
    )
    stack.callback(trial.drop)
    program = Program(
        folders=folders,
        face=face,
        dispatcher=front.dispatcher,
        engine=engine,
        hotkeys=hotkeys,
        insertion=insertion,
        writers=writers,
        controller=controller,
        history=history,
        texts=TextActions(clipboard, insertion, pump, lambda: _step_aside(face.window)),
        notices=notices,
        screen=screen,
        settings=SettingsController(
            settings, appliers, lambda new: engine.disk.call(lambda: front.file.save(new))
        ),
        trial=trial,
        benchmarks=build_benchmarks(folders, engine.disk, pump.post, stack),
        preview=StylePreview(writers.service, face.window.show_preview),
        files=files,
        reading=reading,
        replay=replay,
        anew=anew,
        history_export=engine.storage.shelf.exporter(NewFile),
        guide=build_guide(
            engine.capture, lambda: controller.dictations.capturing is not None, pump.post, stack
        ),
        recent=RecentTexts(engine.storage, pump.post),
        privacy=privacy,
        right_of_way=RightOfWay(
            (
                files.desk.dictation,
                files.playback.make_way,
                recordings.make_way,
                writers.cleaning.make_way,
                anew.words.make_way,
            )
        ),
    )
    stack.callback(program.history.delete_for_good)
    wire(program)
    return program


def _show_state(face: Face, state: ViewState) -> None:
    face.window.show_state(state)
    face.tray.show_state(state)
    face.overlay.director.show_state(state)
    face.announcer.show_state(state)


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


def _begin(program: Program) -> None:
    """Show what is known, and begin everything slow; that answers with events."""
    settings, face = program.settings.current, program.face
    face.window.show_styles(program.writers.styles)
    face.window.show_writer_catalogue(bundled_writers())
    program.screen.key(settings.hotkeys)
    program.screen.language(settings.speech.language)
    program.screen.pre_roll(settings.microphone.pre_roll_seconds > 0)
    begin_tray(program)
    draw(program)
    _go_on(program)


def _go_on(program: Program) -> None:
    """Everything slow."""
    engine, post = program.engine, program.face.pump.post
    program.hotkeys.start()
    engine.speech.prepare()
    engine.models.care.start()
    engine.capture.prepare()
    engine.capture.list_devices()
    engine.storage.start()
    program.files.desk.begin()
    program.history.refresh()
    begin_privacy(program)
    begin_overlay(program)
    local = engine.models.local
    engine.disk.call(lambda: post(events.ModelsFound(local.list())))
