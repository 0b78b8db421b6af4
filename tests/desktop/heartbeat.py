"""Sayso itself, with a heartbeat: how soon its window's thread answers, asked a hundred times a second.

    python -m tests.desktop.heartbeat FILE [ARGUMENT…]

Runs the command line with these arguments, and writes to FILE, a line for each, how many seconds the thread
that draws the window took to answer. A window that is busy with something else answers later.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject

PAUSE_SECONDS: Final = 0.01


class Heart(QObject):
    """Answers on the thread that it was made on."""

    KIND: Final = QEvent.Type(QEvent.registerEventType())

    def __init__(self) -> None:
        super().__init__()
        self.has_answered = threading.Event()

    def event(self, event: QEvent) -> bool:
        if event.type() == self.KIND:
            self.has_answered.set()
            return True
        return super().event(event)


def beat(heart: Heart, path: Path) -> None:
    """Ask again and again. Before the first answer there is no window yet."""
    has_begun = False
    with path.open("w", encoding="ascii", buffering=1) as file:
        while True:
            heart.has_answered.clear()
            asked = time.perf_counter()
            QCoreApplication.postEvent(heart, QEvent(Heart.KIND))
            heart.has_answered.wait()
            if has_begun:
                file.write(f"{time.perf_counter() - asked:.6f}\n")
            has_begun = True
            time.sleep(PAUSE_SECONDS)


def main() -> int:
    """Run Sayso."""
    from app import cli

    heart = Heart()
    threading.Thread(target=beat, args=(heart, Path(sys.argv[1])), name="heartbeat", daemon=True).start()
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
