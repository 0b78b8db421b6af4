"""Who answers the wishes of the user: on the pages of dictating, history and settings, and in the tray."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.domain.dictation_events import (
    CancelRequested,
    StartRequested,
    StopEnhancingRequested,
    StopRequested,
)
from app.domain.problems import Action
from app.services.notice_actions import NoticeActions
from app.wiring.program import Program, do
from app.wiring.tray import pause_keys

if TYPE_CHECKING:
    from app.ui.settings_page import SettingsPage


def wire_window(program: Program) -> None:
    window, post, history = program.face.window, program.face.pump.post, program.history
    window.start_requested.connect(lambda: post(StartRequested()))
    window.stop_requested.connect(lambda: post(StopRequested()))
    window.cancel_requested.connect(lambda: post(CancelRequested()))
    window.copy_requested.connect(lambda: program.texts.copy(window.shown_text))
    window.insert_again_requested.connect(lambda: _insert_last(program, window.shown_text))
    window.suppressed_wanted.connect(lambda: do(program, program.controller.bring_back_suppressed))
    actions = NoticeActions(_actions(program), program.notices)
    window.notice_acted.connect(lambda notice: do(program, lambda: actions.act(notice)))
    window.notice_dismissed.connect(lambda key: do(program, lambda: program.notices.dismiss(key)))
    window.history_searched.connect(history.search)
    window.history_wanted.connect(history.read)
    detail = window.history.detail
    window.history_copy.connect(lambda _: program.texts.copy(detail.shown_text))
    window.history_insert.connect(lambda _: program.texts.insert(detail.shown_text, detail.recording))
    window.history_delete.connect(history.delete)
    window.history_bring_back.connect(history.bring_back)
    window.settings_accepted.connect(lambda new: do(program, lambda: program.settings.accept(new)))
    window.chord_recording.connect(program.hotkeys.pause)
    window.pages.currentChanged.connect(lambda _: program.engine.capture.list_devices())
    window.quit_requested.connect(QApplication.quit)
    window.closing.connect(lambda: _closing(program))
    window.on_settings(_wire_settings)


def _wire_settings(page: SettingsPage) -> None:
    """What the page tells of this computer, and the folders that it opens."""
    # The package of the extra; PyTorch alone may be here for other reasons.
    page.show_engines(find_spec("whisper") is not None)
    page.folder_wanted.connect(open_folder)


def open_folder(path: Path) -> None:
    """Show the folder, or the one in which a file is, in the system's own program for that."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def wire_clean_up(program: Program) -> None:
    window, controller = program.face.window, program.controller
    desk = program.writers.desk
    window.stop_enhancing_requested.connect(lambda: _stop_enhancing(program))
    window.version_chosen.connect(lambda version: do(program, lambda: controller.use(version)))
    window.enhance_requested.connect(lambda style: do(program, lambda: controller.enhance_last(style)))
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


def _actions(program: Program) -> Mapping[Action, Callable[[str], None]]:
    """What each button beside a notice does; all get the recording the notice is about."""
    window, texts, text_of = program.face.window, program.texts, program.controller.text_of
    return {
        Action.OPEN_SETTINGS: lambda _: window.open_settings(),
        Action.OPEN_MODELS: lambda _: window.open_models(program.settings.current.speech.model),
        Action.OPEN_PRIVACY: lambda _: window.open_settings("this_computer_only"),
        Action.CHOOSE_MICROPHONE: lambda _: window.open_settings("device"),
        Action.TRY_AGAIN: lambda _: program.engine.speech.prepare(),
        Action.INSERT_AGAIN: lambda recording: texts.insert(text_of(recording), recording),
        Action.COPY: lambda recording: texts.copy(text_of(recording)),
        Action.TRANSCRIBE_AGAIN: program.anew.notices.transcribe_again,
        Action.RECOVER: program.anew.notices.transcribe_again,
        Action.SHOW_SUPPRESSED: lambda _: program.controller.bring_back_suppressed(),
        Action.ENHANCE_AGAIN: program.anew.notices.enhance_again,
        Action.GET_WRITER: lambda _: _get_writer(program),
        Action.HEAR_KEYS: lambda _: pause_keys(program, False),
    }


def _get_writer(program: Program) -> None:
    """Only the model that is set can be missing."""
    program.face.window.open_settings("enhancement.model")
    program.writers.desk.pull(program.settings.current.enhancement.model)


def _insert_last(program: Program, text: str) -> None:
    if last := program.controller.last:
        program.texts.insert(text, last.recording)


def _closing(program: Program) -> None:
    if not (program.settings.current.general.close_to_tray and program.face.tray.is_available):
        QApplication.quit()
