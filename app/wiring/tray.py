"""Who answers the wishes of the tray's menu, and who tells it what there is.

A menu of the panel may have the focus as long as it is open. What looks at the window in use, to write into
it, is therefore done only when the panel has had time to give the focus back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication

from app.domain.dictation_events import CancelRequested, StartRequested, StopRequested
from app.domain.problems import NoTray
from app.services import events
from app.services.recent import RecentFound
from app.ui.places import Place
from app.wiring.program import Program, do, draw, open_window

MENU_CLOSES_SECONDS: Final = 0.2
"""How long a panel may take to close its menu and to give the focus back."""


def wire_tray(program: Program) -> None:
    """The menu's entries, and what it shows."""
    menu, window, post = program.face.tray.menu, program.face.window, program.face.pump.post
    menu.opened.connect(program.engine.capture.list_devices)
    menu.start_requested.connect(lambda: _once_closed(program, lambda: post(StartRequested())))
    menu.stop_requested.connect(lambda: post(StopRequested()))
    menu.cancel_requested.connect(lambda: post(CancelRequested()))
    menu.insert_requested.connect(lambda: _insert_last(program))
    menu.copy_requested.connect(lambda: program.texts.copy(_last_text(program)))
    menu.recent_chosen.connect(lambda recording: _insert_recent(program, recording))
    menu.settings_accepted.connect(lambda new: do(program, lambda: program.settings.accept(new)))
    menu.pause_requested.connect(lambda is_paused: do(program, lambda: pause_keys(program, is_paused)))
    menu.place_requested.connect(lambda place: _open(program, Place(place)))
    menu.quit_requested.connect(QApplication.quit)
    program.face.tray.open_requested.connect(lambda: open_window(window))
    program.face.tray.came.connect(lambda: do(program, lambda: program.notices.solved(NoTray)))
    program.face.tray.went.connect(lambda: do(program, lambda: _without_tray(program)))
    _tell_menu(program)


def begin_tray(program: Program) -> None:
    """Show the mark, or say that there is no tray."""
    tray, settings = program.face.tray, program.settings.current
    tray.menu.show_settings(settings)
    tray.menu.show_styles(program.writers.styles)
    program.recent.look()
    tray.show()
    if not tray.is_available:
        _without_tray(program)


def pause_keys(program: Program, is_paused: bool) -> None:
    """Let other programs have the keys, or hear them again."""
    program.hotkeys.silence(is_paused)
    program.screen.key_paused(is_paused)


def _tell_menu(program: Program) -> None:
    on, menu = program.dispatcher.on, program.face.tray.menu
    on(events.DevicesFound, lambda e: menu.show_devices(e.devices))
    on(events.ModelsFound, lambda e: menu.show_models(e.models))
    on(events.HistoryChanged, lambda _: program.recent.look())
    on(RecentFound, program.recent.found)
    on(RecentFound, lambda e: menu.show_recent(e.texts))


def _without_tray(program: Program) -> None:
    if program.settings.current.general.close_to_tray:
        program.notices.add(NoTray())


def _once_closed(program: Program, act: Callable[[], None]) -> None:
    program.face.pump.call_later(MENU_CLOSES_SECONDS, act)


def _last_text(program: Program) -> str:
    return program.controller.last.text if program.controller.last else ""


def _insert_last(program: Program) -> None:
    if last := program.controller.last:
        _once_closed(program, lambda: program.texts.insert(last.text, last.recording))


def _insert_recent(program: Program, recording: str) -> None:
    text = program.recent.text_of(recording)
    _once_closed(program, lambda: program.texts.insert(text, recording))


def _open(program: Program, place: Place) -> None:
    window = program.face.window
    open_window(window)
    if place is Place.HISTORY:
        window.open_history()
    elif place is Place.SETTINGS:
        window.open_settings()
    else:
        window.open_place(place)
    draw(program)
