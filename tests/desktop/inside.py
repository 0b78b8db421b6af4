"""The whole program built in the test's own process, on the virtual desktop.

What a page shows cannot be read from outside: so here keys come from the X server, sound from the virtual
microphone, and what stands on the page is read from it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtWidgets import QApplication, QWidget

from app.adapters.allocator import ProcessMemory
from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.local_socket import send
from app.domain.history import HistoryEntry
from app.domain.remote import Command, Request
from app.front import build_front
from app.program import start
from app.ui.main_window import MainWindow
from app.wiring import Program
from tests.desktop.desk import Desk
from tests.desktop.journey import GRACE_MS, KEY, LONG_WAIT_MS, said, words
from tests.desktop.photograph import photograph
from tests.desktop.sayso_program import speak
from tests.desktop.test_clean_up_journey import keep
from tests.ui.windows import settle

MOST_TABS = 150


class Inside:
    """The whole program in this process, and what its user does at the keys. `name` is that of the journey,
    for its pictures."""

    def __init__(self, desk: Desk, program: Program, name: str) -> None:
        self.desk = desk
        self.program = program
        self.name = name
        self.until(lambda: "ready" in self.status and " by " in self.status)
        self.editor = desk.window()

    def until(self, condition: object) -> None:
        assert callable(condition)
        self.desk.bot.waitUntil(lambda: bool(condition()), timeout=LONG_WAIT_MS)

    @property
    def status(self) -> str:
        return self.program.screen.status

    @property
    def window(self) -> MainWindow:
        return self.program.face.window

    def history(self) -> tuple[HistoryEntry, ...]:
        store, problems = SqliteHistory.open(self.program.folders.history_file)
        try:
            assert not problems
            return store.find()
        finally:
            store.close()

    # --- at the keys ---

    def come_to_front(self) -> None:
        """Sayso's window, as `sayso show` has it."""
        send(self.program.folders.runtime, Request(Command.SHOW))
        self.until(lambda: self._in_front() == "Sayso" and self.window.isActiveWindow())

    def _in_front(self) -> str:
        """By what the X server says; Qt hears of it a little later."""
        return self.desk.run("xdotool", "getwindowfocus", "getwindowname").decode().strip()

    def go_to(self, control: QWidget, key: str = "Tab") -> None:
        """With the tab key, from wherever the keyboard is."""
        for _ in range(MOST_TABS):
            before = self.window.focusWidget()
            if before is control:
                return
            self.desk.xdotool("key", key)
            self.until(lambda before=before: self.window.focusWidget() is not before)
        raise AssertionError(f"the tab key does not come to “{control.accessibleName()}”")

    def press(self, control: QWidget, key: str = "Tab") -> None:
        self.go_to(control, key)
        self.desk.xdotool("key", "space")

    def look(self, name: str) -> None:
        """A picture of the window, for the eye."""
        settle()
        keep(photograph("Sayso"), f"{self.name}-journey-{name}")

    def dictate(self, clip: str) -> None:
        """Into the foreign window, while that is in front."""
        self.desk.xdotool("search", "--onlyvisible", "--name", "^Foreign$", "windowactivate")
        self.until(self.editor.has_focus)
        self.desk.bot.wait(GRACE_MS)
        self.desk.xdotool("keydown", KEY)
        self.until(lambda: self.status.startswith("listening"))
        speak(clip, self.until)
        self.desk.xdotool("keyup", KEY)

    def expect(self, *clips: str) -> None:
        """The foreign window holds the words of these, in order, and nothing else."""
        self.until(lambda: len(words(self.editor.text)) >= len(said(*clips)))
        assert words(self.editor.text) == said(*clips)
        self.until(lambda: self.status.startswith("idle"))


@contextmanager
def running_inside(folders: Folders, application: QApplication) -> Iterator[Program]:
    """All of Sayso, with its window shown, until the end of the block. Where `folders` are empty, the guide
    of the first start is there."""
    folders.create()
    with ExitStack() as stack:
        front = build_front(folders, application, stack)
        stack.callback(front.window.deleteLater)
        front.window.show()
        program = at_once(start(front, ProcessMemory(), stack))
        stack.callback(program.face.tray.hide)
        front.dispatcher.go_on()
        yield program


def at_once(steps: Generator[None, None, Program]) -> Program:
    """What comes of all `steps`."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            program: Program = end.value
            return program
