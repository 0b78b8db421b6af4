"""A main window for a test, and none left of it afterwards.

A window that is only told to go lives on until an event loop runs, and each new style sheet is then put on
all windows of all tests before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent

from app.ui.main_window import MainWindow
from app.ui.theme import Theme

ROUNDS: Final = 8
"""Turns of the event loop after which every layout has come to rest."""


@contextmanager
def main_window(theme: Theme) -> Iterator[MainWindow]:
    """Not yet shown."""
    window = MainWindow(theme)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
