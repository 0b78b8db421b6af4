"""The window: shows it first, builds what stands behind it while the user looks at it, and ends everything.

The order, which is all there is here: one instance, the window, its first paint; then `app.program` is
imported on a thread of its own, as that takes as long as all before it; then its parts are built, wired and
begun on the GUI thread, step by step. What the user or another `sayso` wants meanwhile is kept and done then.
One ExitStack ends everything however the program ends.

Failure mode: what goes wrong behind the window ends the program, and is told as if it had never shown.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Generator
from contextlib import ExitStack
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import __version__
from app.adapters.allocator import ProcessMemory
from app.adapters.crash_file import watch_crashes
from app.adapters.folders import Folders
from app.adapters.local_socket import send
from app.adapters.log_file import open_log
from app.adapters.text_scale import follow_text_size
from app.domain.problems import AlreadyRunning, NoScreen, NotRunning, StillEnding
from app.domain.remote import Command, Request
from app.front import Front, build_front
from app.ui.early_wishes import EarlyWishes
from app.ui.plain_imports import restore_import
from app.ui.quit_signals import QuitSignals

ENDING_SECONDS: Final = 30.0
"""How long one that ends is waited for: it may have words to save."""
WAIT_SECONDS: Final = 0.1


def run_window(folders: Folders, *, hidden: bool = False) -> int:
    """Run until the user quits; answers with the exit status. When Sayso runs already, its window is shown.

    Raises NoScreen, and FolderUnwritable or DiskFull when there is no place for the user's words.
    """
    _require_screen()
    restore_import()
    memory = ProcessMemory()
    with ExitStack() as stack:
        folders.create()
        stack.callback(open_log(folders.log))
        stack.callback(watch_crashes(folders.log))
        follow_text_size(os.environ)
        application = QApplication(sys.argv[:1])
        # Qt hands the clipboard to a manager as it goes, and not where the process is ended by `_exit`.
        stack.callback(application.shutdown)
        application.setApplicationName("Sayso")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("sayso")
        # A closed window lives on in the tray; `_closing` and Quit end the program.
        application.setQuitOnLastWindowClosed(False)
        front = _front(folders, application, stack)
        if front is None:
            return 0
        behind = _Behind(front, memory, stack)
        if _starts_hidden(front, hidden):
            QTimer.singleShot(0, behind.begin)
        else:
            front.window.show_first(behind.begin)
        quit_signals = QuitSignals(application.quit)
        try:
            status = application.exec()
        finally:
            quit_signals.close()
            behind.end()
        if behind.failure:
            raise behind.failure
        return status


def _front(folders: Folders, application: QApplication, stack: ExitStack) -> Front | None:
    """The window; None where another Sayso runs, which shows its own. One that is only just starting or
    ending is waited for. Raises StillEnding, FolderUnwritable or DiskFull."""
    give_up = time.monotonic() + ENDING_SECONDS
    while True:
        try:
            return build_front(folders, application, stack)
        except AlreadyRunning:
            try:
                send(folders.runtime, Request(Command.SHOW))
            except NotRunning:
                if time.monotonic() >= give_up:
                    raise StillEnding from None
                time.sleep(WAIT_SECONDS)
            else:
                return None


def _require_screen() -> None:
    """Qt ends the whole process when it finds no screen, so look first. Raises NoScreen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoScreen


def _starts_hidden(front: Front, hidden: bool) -> bool:
    """Only where a tray is there to open the window from."""
    if not (hidden or front.settings.general.start_hidden):
        return False
    from app.parts.tray import tray_manager
    from app.ui.tray_host import TrayHost

    with ExitStack() as asked:
        return TrayHost(tray_manager(asked)).is_there


class _Behind:
    """What stands behind the window: imported, built and begun once the window is painted."""

    def __init__(self, front: Front, memory: ProcessMemory, stack: ExitStack) -> None:
        self._front = front
        self._memory = memory
        self._stack = stack
        self._wishes = EarlyWishes(front.window)
        self._is_over = False
        self.failure: Exception | None = None

    def begin(self) -> None:
        """Returns at once."""
        threading.Thread(target=self._import, name="imports", daemon=True).start()

    def end(self) -> None:
        """Nothing is built any more: what ends the program may turn to the event loop once again."""
        self._is_over = True

    def _import(self) -> None:
        try:
            import app.program  # noqa: F401  only to have it imported
        except Exception as error:  # on a thread of its own nobody else would tell of it
            failure = error
            self._front.pump.call(lambda: self._fail(failure))
        else:
            self._front.pump.call(self._start)

    def _start(self) -> None:
        from app.program import start

        self._step(start(self._front, self._memory, self._stack))

    def _step(self, steps: Generator[None, None, object]) -> None:
        if self._is_over:
            return
        try:
            next(steps)
        except StopIteration:
            self._wishes.carry_out()
            self._front.dispatcher.go_on()
        except Exception as error:  # whatever it is, `run_window` raises it
            self._fail(error)
        else:
            # Behind what the window has to do: a timer comes after it, a call by the pump before.
            QTimer.singleShot(0, lambda: self._step(steps))

    def _fail(self, error: Exception) -> None:
        self.failure = error
        self._front.application.quit()
