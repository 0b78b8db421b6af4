"""The composition root of the window: builds all parts, wires them, runs, and ends them in reverse order.

Nothing is decided here. The parts are made with plain constructor arguments, the `_wire_…` functions say who
hears what, and one ExitStack ends everything however the program ends.
"""

from __future__ import annotations

import logging
import sys
from contextlib import ExitStack
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from app import __version__
from app.adapters.folders import Folders
from app.adapters.local_socket import InstanceServer, send
from app.adapters.log_file import open_log
from app.adapters.settings_file import TomlSettingsFile
from app.domain.dictation import (
    CancelRequested,
    CaptureOpened,
    Failed,
    SpeechEnded,
    StartRequested,
    StopRequested,
    TextHeard,
)
from app.domain.keys import Chord
from app.domain.problems import AlreadyRunning, Problem, Unexpected
from app.domain.remote import Command, Request
from app.domain.settings import HotkeySettings, Settings
from app.parts import Engine, build_engine, hotkey_backends, inserter, models_of
from app.services import events
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.history_controller import HistoryController
from app.services.hotkeys import HotkeysChosen, HotkeyService
from app.services.insertion import InsertionService
from app.services.notices import Notices
from app.services.remote import RemoteControl
from app.services.screen import Screen
from app.services.settings_controller import SettingsController, part
from app.services.text_actions import TextActions
from app.ui.clipboard import QtClipboard
from app.ui.event_pump import EventPump
from app.ui.main_window import MainWindow
from app.ui.notice_actions import NoticeActions
from app.ui.quit_signals import QuitSignals
from app.ui.theme import Theme
from app.ui.tray import Tray

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Program:
    """Everything that the wiring needs to know. Made once, by `_build`."""

    folders: Folders
    pump: EventPump
    dispatcher: Dispatcher
    window: MainWindow
    tray: Tray
    engine: Engine
    hotkeys: HotkeyService
    controller: DictationController
    history: HistoryController
    texts: TextActions
    notices: Notices
    screen: Screen
    settings: SettingsController


def main() -> int:
    """The windowed entry point."""
    return run_window(Folders.of_user(), hidden="--hidden" in sys.argv[1:])


def run_window(folders: Folders, *, hidden: bool = False) -> int:
    """Run until the user quits; answers with the exit status. When Sayso runs already, its window is shown.

    Raises FolderUnwritable or DiskFull when there is no place for the user's words.
    """
    with ExitStack() as stack:
        folders.create()
        stack.callback(open_log(folders.log))
        application = QApplication(sys.argv[:1])
        application.setApplicationName("Sayso")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("sayso")
        # A closed window may live on in the tray; what ends the program is `_closing` and Quit.
        application.setQuitOnLastWindowClosed(False)
        try:
            program = _build(folders, Theme(application), stack)
        except AlreadyRunning as running:
            send(folders.runtime, Request(Command.SHOW), patience=2.0)
            logger.info("%s", running)
            return 0
        _wire_dictation(program)
        _wire_facts(program)
        _wire_window(program)
        _wire_tray(program)
        _start(program, hidden=hidden)
        stack.callback(QuitSignals(application.quit).close)
        return application.exec()
