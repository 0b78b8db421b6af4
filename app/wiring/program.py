"""Everything that the wiring knows of, and what several parts of it do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.adapters.folders import Folders
from app.parts import Engine, Writers
from app.parts.files import Files
from app.parts.guide import GuideParts
from app.parts.history import NewTexts
from app.parts.privacy import PrivacyParts
from app.services.bench_desk import BenchDesk
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.history_controller import HistoryController
from app.services.history_export import HistoryExport
from app.services.history_replay import HistoryReplay
from app.services.hotkeys import HotkeyService
from app.services.insertion import InsertionService
from app.services.model_trial import ModelTrial
from app.services.notices import Notices
from app.services.open_transcript import OpenTranscript
from app.services.recent import RecentTexts
from app.services.right_of_way import RightOfWay
from app.services.screen import Screen
from app.services.settings_controller import SettingsController
from app.services.style_preview import StylePreview
from app.services.text_actions import TextActions
from app.ui.announcements import Announcer
from app.ui.clipboard import QtClipboard
from app.ui.event_pump import EventPump
from app.ui.main_window import MainWindow
from app.ui.tray import Tray

if TYPE_CHECKING:
    from app.wiring.overlay import OverlayParts


@dataclass(frozen=True, slots=True)
class Face:
    """What the user sees and what Qt does for the services. Everything here belongs to the GUI thread."""

    window: MainWindow
    tray: Tray
    pump: EventPump
    clipboard: QtClipboard
    overlay: OverlayParts
    announcer: Announcer


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
    trial: ModelTrial
    benchmarks: BenchDesk
    files: Files
    reading: OpenTranscript
    replay: HistoryReplay
    anew: NewTexts
    history_export: HistoryExport
    right_of_way: RightOfWay
    guide: GuideParts
    recent: RecentTexts
    privacy: PrivacyParts


def do(program: Program, act: Callable[[], None]) -> None:
    """Something that changes what is to be seen, without an event of its own."""
    act()
    draw(program)


def draw(program: Program) -> None:
    """Show what has changed."""
    controller = program.controller
    program.screen.draw(controller.dictations, controller.last, controller.enhancement_of_last)


def open_window(window: MainWindow) -> None:
    """To the front, from the tray or from a minimised state."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
