"""The insertion part of the program on a real desktop, and what a user does beside it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xcffib
import xcffib.xkb
import xcffib.xproto
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.clock import SystemClock
from app.adapters.inserter_x11 import X11ClipboardProbe, X11Inserter
from app.adapters.x11_display import CORE_KEYBOARD
from app.domain.insertion import Target
from app.domain.settings import InsertionSettings
from app.services.insertion import InsertionService
from app.ui.clipboard import QtClipboard
from app.ui.event_pump import EventPump
from tests.desktop.foreign import DEADLINE_MS, ClipboardManager, ForeignWindow

WORLD = "Grüße — naïve café, “quotes”\nзавтра 日本語\n\ttab 🙂👍🏽 end"


class Desk:
    """The insertion part of the program, and what a user does beside it."""

    def __init__(self, bot: QtBot, folder: Path) -> None:
        self.bot = bot
        self.folder = folder
        self.inserter = X11Inserter()
        self.probe = X11ClipboardProbe()
        self.clipboard = QtClipboard(QApplication.clipboard(), self.probe)
        self.events: list[object] = []
        self.errors: list[Exception] = []
        self.pump = EventPump(self.events.append, self.errors.append)
        self.settings = InsertionSettings(trailing_space=False)
        self.service = InsertionService(
            self.inserter, self.clipboard, self.pump, SystemClock(), self.pump.post, self.settings
        )
        self.programs: list[subprocess.Popen[bytes]] = []
        self.windows: list[ForeignWindow | ClipboardManager] = []
        self._files = 0

    def close(self) -> None:
        for window in self.windows:
            window.close()
        for program in self.programs:
            program.kill()
            program.wait()
        self.pump.close()
        self.inserter.close()
        self.probe.close()
        QApplication.clipboard().clear()

    # --- programs ---

    def until(self, condition: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=DEADLINE_MS)

    def window(self, toolkit: str = "qt", busy_ms: int = 0, title: str = "Foreign") -> ForeignWindow:
        """A text window of another program, with the focus."""
        window = ForeignWindow(self.bot, toolkit=toolkit, busy_ms=busy_ms, title=title)
        self.windows.append(window)
        window.wait()
        self.until(window.has_focus)
        return window

    def manager(self, *options: str) -> ClipboardManager:
        manager = ClipboardManager(self.bot, *options)
        self.windows.append(manager)
        manager.wait()
        return manager

    def start(self, *command: str, data: bytes | None = None) -> subprocess.Popen[bytes]:
        stdin = subprocess.PIPE if data is not None else None
        program = subprocess.Popen(command, stdin=stdin, stderr=subprocess.DEVNULL)
        self.programs.append(program)
        if data is not None:
            assert program.stdin
            program.stdin.write(data)
            program.stdin.close()
        return program

    def stop(self, program: subprocess.Popen[bytes]) -> None:
        """Make a program hang."""
        self.run("kill", "-STOP", str(program.pid))

    def run(self, *command: str) -> bytes:
        """What another program prints, while this one goes on."""
        self._files += 1
        path = self.folder / f"out{self._files}"
        with path.open("wb") as out:
            program = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
            self.until(lambda: program.poll() is not None)
        return path.read_bytes()

    def xdotool(self, *arguments: str) -> None:
        self.run("xdotool", *arguments)

    def switch_layout(self, group: int) -> None:
        """Make the `group`th layout the active one, as the user's own key does."""
        library: Any = xcffib  # generated, without types
        connection = library.connect()
        keyboard = connection(library.xkb.key)
        keyboard.UseExtension(1, 0).reply()
        keyboard.LatchLockState(CORE_KEYBOARD, 0, 0, True, group, 0, False, 0)
        assert keyboard.GetState(CORE_KEYBOARD).reply().group == group
        connection.disconnect()

    def terminal(self) -> Path:
        """A terminal with the focus; the file of what it receives."""
        out = self.folder / "typed"
        self.start("xterm", "-e", "sh", "-c", f"stty -icanon -echo; touch {out}; exec cat >{out}")
        self.until(out.exists)
        self.until(lambda: (target := self.inserter.target()) is not None and target.is_terminal)
        return out

    # --- the clipboard ---

    def copy(
        self, data: bytes, kind: str = "UTF8_STRING", selection: str = "clipboard"
    ) -> subprocess.Popen[bytes]:
        """Another program copies."""
        holder = self.start("xclip", "-quiet", "-selection", selection, "-t", kind, "-i", data=data)
        self.until(lambda: self.pasted(kind, selection) == data)
        return holder

    def pasted(self, kind: str = "UTF8_STRING", selection: str = "clipboard") -> bytes:
        """What another program gets."""
        return self.run("xclip", "-selection", selection, "-t", kind, "-o")

    # --- insertion ---

    def target(self) -> Target:
        target = self.service.remember_target()
        assert target
        return target

    def insert(self, text: str, target: Target | None, *, id: int = 1) -> object:
        """What becomes of one text."""
        before = len(self.events)
        self.service.insert(id, text, target)
        self.until(lambda: len(self.events) > before)
        return self.events[-1]

    def settled(self) -> None:
        """Until the clipboard has been given back."""
        self.until(lambda: not self.clipboard.is_ours())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()
    assert desk.errors == []


@pytest.fixture
def layout(desk: Desk) -> Iterator[Callable[[str], None]]:
    """Changes the keyboard layout for one test."""

    def change(name: str) -> None:
        desk.run("setxkbmap", "-layout", name)

    yield change
    desk.switch_layout(0)
    change("us")
