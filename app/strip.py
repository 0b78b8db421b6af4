"""The hidden command that draws the strip of a dictation in progress, for a Sayso which may not do so itself:
the far end of `app.adapters.overlay_process`.

A program of the X server, on Wayland desktops. It reads from standard input what is to be seen, says on
standard output what the user does to it, and ends when its input does.
Failure mode: what is no command is refused with status 2; without an X server Qt ends it.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack, suppress
from typing import BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.adapters.engine_messages import Message, from_plain, receive, send, to_plain
from app.commands.hidden import refused
from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Place
from app.parts.overlay import focused_place
from app.ui.event_pump import EventPump
from app.ui.late_overlay import LateOverlay
from app.ui.plain_imports import restore_import
from app.ui.screen_reader import install_roles
from app.ui.theme import Theme
from app.ui.translation import speak


def run(commands: BinaryIO, out: BinaryIO) -> int:
    """Draw what `commands` say until they end; answers with the exit status."""
    restore_import()
    try:
        dress = from_plain(OverlayDress, receive(commands)["dress"])
    except (EOFError, ValueError, KeyError):
        return refused()
    with ExitStack() as stack:
        application = QApplication(["sayso"])
        stack.callback(application.shutdown)
        application.setApplicationName("Sayso")
        application.setDesktopFileName("sayso")
        application.setQuitOnLastWindowClosed(False)
        if dress.language:
            speak(application, dress.language)
        install_roles()
        theme = Theme(application, motion=dress.has_motion)
        late = LateOverlay(theme, focused_place(stack), Place(0.5, 0.0))
        stack.callback(late.close)
        strip = _Strip(application, theme, late)
        strip.dress(dress)
        late.stop_requested.connect(lambda: _say(out, {"stop": True}))
        late.moved.connect(lambda place: _say(out, {"moved": to_plain(place)}))
        pump = EventPump(strip.do, lambda _: application.exit(1))
        stack.callback(pump.close)
        for _ in late.prepare():
            pass
        # Last: what is done before the event loop runs, an end too, would be forgotten.
        threading.Thread(target=_listen, args=(commands, pump, application), daemon=True).start()
        return application.exec()


class _Strip:
    """Does what it is told."""

    def __init__(self, application: QApplication, theme: Theme, late: LateOverlay) -> None:
        self._application = application
        self._theme = theme
        self._late = late

    def do(self, message: object) -> None:
        """One message. Raises ValueError or KeyError for what is none."""
        if not isinstance(message, dict):
            raise ValueError("not a message")
        if "dress" in message:
            self.dress(from_plain(OverlayDress, message["dress"]))
        elif "level" in message:
            self._late.show_level(from_plain(float, message["level"]))
        else:
            self._late.use(from_plain(Place, message["place"]))
            look = message["look"]
            self._late.show_look(None if look is None else from_plain(OverlayLook, look))

    def dress(self, dress: OverlayDress) -> None:
        """Look like that."""
        direction = Qt.LayoutDirection
        self._application.setLayoutDirection(
            direction.RightToLeft if dress.is_right_to_left else direction.LeftToRight
        )
        self._theme.use(Qt.ColorScheme.Dark if dress.is_dark else Qt.ColorScheme.Light)


def _listen(commands: BinaryIO, pump: EventPump, application: QApplication) -> None:
    with suppress(EOFError, OSError, ValueError):
        while True:
            pump.post(receive(commands))
    pump.call(application.quit)


def _say(out: BinaryIO, message: Message) -> None:
    with suppress(OSError, ValueError):  # nobody listens any more
        send(out, message)
