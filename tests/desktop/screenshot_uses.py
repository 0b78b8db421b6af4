"""The README's pictures of Sayso in use: the strip above a letter that is dictated, a text of the history
that gets another style, the guide of the first start, and the settings in Hebrew. Part of
`tests.desktop.screenshot`.

What stands on a page cannot be read from outside, and the pictures wait for it: so Sayso is built in this
process, on the virtual desktop.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.adapters.folders import Folders
from app.ui.late_overlay import LateOverlay
from app.ui.places import Place
from app.wiring import Program
from tests.desktop.foreign import Bot, ForeignWindow
from tests.desktop.inside import running_inside
from tests.desktop.photograph import photograph
from tests.desktop.sayso_program import Wait, play, speak
from tests.ollama_standin.process import StandInProcess
from tests.ui.windows import labels, settle

KEY: Final = "F9"
BY_HAND: Final = "enabled = false\n"
"""Behind the stand-in's settings: a text is cleaned up where somebody asks for it."""
HEBREW: Final = '[general]\ninterface_language = "he"\nguide_done = true\n[enhancement]\nenabled = false\n'
LETTERS: Final = ("s04", "s16", "s10", "s22", "medium")
"""A clip of tests/data for each dictation into the letter; while the last is spoken, the picture is taken."""
WORDS_SEEN: Final = "second floor"
"""Of the last one, in the strip when the picture is taken; more is said then."""
COMPARED: Final = "s10"
STYLE: Final = "email"
LETTER: Final = QRect(320, 0, 640, 400)
"""Where the letter is: at the upper edge of the screen, in the middle, as the strip is."""
LINES_FREE: Final = 5
"""Of the letter, below the strip."""
AROUND: Final = QRect(320, 0, 640, 180)
"""What the picture of the strip shows."""
SETTLE_MS: Final = 700
GRACE_MS: Final = 300
"""Between two presses, so that none is taken for a repetition of the key."""


class UsesPictured:
    """Takes the pictures.

    Args:
        application: this process's.
        bot: lets the event loop run.
        wait: the same, until a condition holds.
    """

    def __init__(self, application: QApplication, bot: Bot, wait: Wait) -> None:
        self._application, self._bot, self._wait = application, bot, wait

    def dictating(self) -> tuple[QImage, QImage]:
        """The strip above a letter, and the history that it becomes, where two texts are compared."""
        ollama = StandInProcess()
        try:
            with self._running(f"{ollama.settings}{BY_HAND}") as program:
                self._until_ready(program)
                return self._strip(program), self._history(program)
        finally:
            ollama.end()

    def guide(self) -> QImage:
        """Its first step, with a microphone that was tried."""
        with self._running("") as program:
            self._until_ready(program)
            page = program.face.window.guide.page
            page.microphone.test.click()
            speak("s21", self._wait)
            self._wait(lambda: "You are heard well." in labels(page))
            return self._picture()

    def hebrew(self) -> QImage:
        """The settings from right to left."""
        with self._running(HEBREW) as program:
            self._wait(lambda: "base" in program.screen.status)
            program.face.window.open_place(Place.SETTINGS)
            QTest.qWait(SETTLE_MS)
            return self._picture()

    # --- what is done for them ---

    @contextmanager
    def _running(self, settings: str) -> Iterator[Program]:
        """Sayso in a home of its own; without settings it is new there."""
        with tempfile.TemporaryDirectory(prefix="sayso.") as home:
            folders = Folders.at(Path(home) / "s")
            folders.create()
            if settings:
                folders.settings_file.write_text(settings, encoding="utf-8")
            with running_inside(folders, self._application) as program:
                yield program

    def _until_ready(self, program: Program) -> None:
        self._wait(lambda: "ready" in program.screen.status)

    def _strip(self, program: Program) -> QImage:
        editor = ForeignWindow(self._bot, title="Letter")
        try:
            editor.wait()
            self._wait(editor.has_focus)
            window = str(editor.window)
            _xdotool("windowsize", "--sync", window, str(LETTER.width()), str(LETTER.height()))
            _xdotool("windowmove", window, str(LETTER.x()), str(LETTER.y()))
            _xdotool("key", "--repeat", str(LINES_FREE), "Return")
            *before, last = LETTERS
            for clip in before:
                self._dictate(program, editor, clip)
            self._hold(program)
            speaking = play(last)
            late = program.face.overlay.late
            assert isinstance(late, LateOverlay)
            self._wait(lambda: late.strip is not None and WORDS_SEEN in late.strip.words.shown)
            picture = QGuiApplication.primaryScreen().grabWindow(0).toImage().copy(AROUND)
            self._wait(lambda: speaking.poll() is not None)
            self._let_go(program)
            return picture
        finally:
            editor.close()

    def _dictate(self, program: Program, editor: ForeignWindow, clip: str) -> None:
        written = editor.text
        self._hold(program)
        speak(clip, self._wait)
        self._let_go(program)
        self._wait(lambda: editor.text != written)

    def _hold(self, program: Program) -> None:
        QTest.qWait(GRACE_MS)
        _xdotool("keydown", KEY)
        self._wait(lambda: program.screen.status.startswith("listening"))

    def _let_go(self, program: Program) -> None:
        _xdotool("keyup", KEY)
        self._wait(lambda: program.screen.status.startswith("idle"))

    def _history(self, program: Program) -> QImage:
        window = program.face.window
        window.open_place(Place.HISTORY)
        page = window.history
        self._wait(lambda: len(page.model.ids) == len(LETTERS))
        page.open_entry(page.model.ids[len(LETTERS) - 1 - LETTERS.index(COMPARED)])
        self._wait(page.detail.acts.enhance.isVisible)
        QTest.qWait(SETTLE_MS)
        page.detail.acts.enhance_wanted.emit(STYLE)
        self._wait(lambda: page.detail.anew.is_compared)
        QTest.qWait(SETTLE_MS)
        return self._picture()

    def _picture(self) -> QImage:
        settle()
        return photograph("Sayso")


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)
