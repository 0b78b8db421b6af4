"""The sheet of a main window as its user sees and presses it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTextEdit

from app.ui.main_window import MainWindow
from app.ui.pane_foot import Offer
from app.ui.places import Place
from tests.ui.clean_up_scenes import READY

CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def as_before(window: MainWindow) -> MainWindow:
    """As it is before the first dictation."""
    window.resize(760, 560)
    window.open_place(Place.DICTATE)
    window.show_state(READY)
    window.dictate.pane.changes.setChecked(True)
    window.dictate.pane.beside.setChecked(False)
    window.setFocus()
    return window


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key, CONTROL)


def pane(window: MainWindow) -> list[str]:
    return [each.toPlainText() for each in window.findChildren(QTextEdit) if each.isVisible()]


def in_view(window: MainWindow) -> set[Offer]:
    return {offer for offer, each in window.dictate.pane.foot.buttons.items() if each.isVisible()}


def looked_at(window: MainWindow) -> str:
    """What a screen reader says of the tab that is chosen."""
    tabs = window.dictate.pane.texts.tabs
    assert tabs.isVisible()
    return tabs.accessibleTabName(tabs.currentIndex())


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if not each.isSeparator()]
