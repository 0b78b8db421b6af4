"""A main window for a test, none left of it afterwards, and what its user finds there.

A window that is only told to go lives on until an event loop runs, and each new style sheet is then put on
all windows of all tests before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.domain.history import HistoryEntry
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


def settle() -> None:
    """Let every layout come to rest: a label that wraps anew changes its neighbours' places in the next
    round, and so on."""
    for _ in range(ROUNDS):
        QCoreApplication.processEvents()


def button(window: QWidget, name: str) -> QAbstractButton:
    """The visible button of that name or text."""
    found = [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and name in (each.accessibleName(), each.text().replace("&", ""))
    ]
    assert len(found) == 1, [(each.accessibleName(), each.text()) for each in found]
    return found[0]


def labels(window: QWidget) -> str:
    """All that is said in it, a line each."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def show_history(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    """As if the search of the page had found exactly these and they had been read."""
    page = window.history
    ids = tuple(entry.id for entry in entries)
    page.show_found(replace(page.filter.chosen, words=page.search.text().strip()), ids)
    page.show_entries(entries, ids)
