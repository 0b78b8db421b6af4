"""Makes the README's picture: starts Sayso on the virtual desktop, dictates, and photographs its window.

VD_PRIVATE_HOME=1 bash tests/desktop/virtual-desktop.sh python -m tests.desktop.screenshot FILE.png
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.remote import Command
from tests.desktop.foreign import ForeignWindow
from tests.desktop.photograph import photograph
from tests.desktop.sayso_program import SaysoProgram, speak

PATIENCE_MS = 60_000
SETTLE_MS = 1_000


class Loop:
    """Lets Qt's event loop run until something holds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802
        end = time.monotonic() + timeout / 1000
        while not callback():
            if time.monotonic() > end:
                raise SystemExit("what the picture waits for did not come")
            QTest.qWait(20)


def main(file: Path) -> None:
    """Dictate one clip into another window and save the picture of Sayso's."""
    _application = QApplication(sys.argv[:1])
    loop = Loop()

    def wait(condition: Callable[[], object]) -> None:
        loop.waitUntil(lambda: bool(condition()))

    with tempfile.TemporaryDirectory(prefix="sayso.") as home:
        sayso = SaysoProgram(Path(home), wait)
        sayso.wait_until_ready()
        editor = ForeignWindow(loop, title="Letter")
        editor.wait()
        wait(editor.has_focus)
        sayso.ask(Command.START)
        sayso.wait_for("listening")
        speak("medium", wait)
        sayso.ask(Command.STOP)
        wait(lambda: editor.text)
        editor.close()
        sayso.ask(Command.SHOW)
        QTest.qWait(SETTLE_MS)
        if not photograph("Sayso").save(str(file)):
            raise SystemExit(f"cannot write {file}")
        sayso.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
