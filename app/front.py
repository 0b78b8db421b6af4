"""What the user sees first: the window, dressed and told of the settings, with nothing behind it yet.

Everything imported here is paid for before the first paint, so only what that shows is here.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtWidgets import QApplication

from app.adapters.folders import Folders
from app.adapters.local_socket import InstanceServer
from app.adapters.settings_file import TomlSettingsFile
from app.domain.problems import Problem, Unexpected
from app.domain.settings import Settings
from app.services.dispatcher import Dispatcher
from app.services.first_view import first_view
from app.services.notices import Notices
from app.services.remote import RemoteControl
from app.ui.event_pump import EventPump
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.screen_reader import install_roles
from app.ui.theme import Theme
from app.ui.translation import speak

STARTING: Final = "starting"
"""What is answered to `sayso status` before there is more to tell."""


@dataclass(frozen=True, slots=True)
class Front:
    """The window and what carries to it. Until `dispatcher.go_on` events are kept."""

    folders: Folders
    application: QApplication
    theme: Theme
    window: MainWindow
    pump: EventPump
    dispatcher: Dispatcher
    remote: RemoteControl
    notices: Notices
    file: TomlSettingsFile
    settings: Settings


def build_front(folders: Folders, application: QApplication, stack: ExitStack) -> Front:
    """Become the running Sayso, and make its window as the settings want it.

    Raises AlreadyRunning, FolderUnwritable or DiskFull.
    """
    notices = Notices()

    def failed(error: Exception) -> None:
        notices.add(error if isinstance(error, Problem) else Unexpected("window", detail=repr(error)))

    dispatcher = Dispatcher(failed)
    dispatcher.hold()
    pump = EventPump(dispatcher.dispatch, failed)
    stack.callback(pump.close)
    remote = RemoteControl(pump.post, lambda: STARTING)
    server = InstanceServer(folders.runtime, remote.answer)
    server.start()
    stack.callback(server.close)
    # As soon as it is to end, which may take seconds: until then another start is one of this window.
    application.aboutToQuit.connect(server.retire)
    file = TomlSettingsFile(folders.settings_file)
    loaded = file.load()
    for problem in loaded.problems:
        notices.add(problem)
    settings = _as_known(loaded.settings, folders)
    # Before anything is said: no widget asks twice.
    speak(application, settings.general.interface_language)
    theme = Theme(application)
    install_roles()
    window = MainWindow(theme)
    window.show_settings(settings)
    window.show_state(first_view(settings))
    if not settings.general.guide_done:
        window.open_place(Place.GUIDE)
    return Front(folders, application, theme, window, pump, dispatcher, remote, notices, file, settings)


def _as_known(settings: Settings, folders: Folders) -> Settings:
    """Whoever has a history and no file of settings has never changed one, or lost it, and needs no guide."""
    if folders.settings_file.exists() or not folders.history_file.exists():
        return settings
    return replace(settings, general=replace(settings.general, guide_done=True))
