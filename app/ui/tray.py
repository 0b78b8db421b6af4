"""The mark in the system tray: the state by its shape, and a menu for what is done most.

Where a desktop has no tray `is_available` says so and nothing is shown; the window must then not hide.
The mark is one colour that can be seen on light and on dark panels, because nobody tells which it is.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.services.view import Phase, ViewState
from app.ui import words
from app.ui.theme import Theme, tray_colour

SHAPES: Final = {
    Phase.IDLE: "mark",
    Phase.OPENING: "mark-working",
    Phase.LISTENING: "mark-listening",
    Phase.WRITING: "mark-working",
    Phase.ENHANCING: "mark-working",
}


class Tray(QObject):
    """Icon and menu; every entry is a signal."""

    start_requested = Signal()
    stop_requested = Signal()
    cancel_requested = Signal()
    copy_requested = Signal()
    insert_again_requested = Signal()
    open_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        colour = QColor(tray_colour())
        self._icons = {name: theme.icons.icon(name, colour) for name in SHAPES.values()}
        self._shape = ""
        self._is_open = False
        self.menu = QMenu()
        self.talk = self._entry("", self._toggle)
        self.cancel = self._entry(self.tr("Cancel"), self.cancel_requested.emit)
        self.menu.addSeparator()
        self.copy = self._entry(self.tr("Copy last text"), self.copy_requested.emit)
        self.insert = self._entry(self.tr("Insert last text again"), self.insert_again_requested.emit)
        self.menu.addSeparator()
        self.open = self._entry(self.tr("Open Sayso"), self.open_requested.emit)
        self.settings = self._entry(self.tr("Settings"), self.settings_requested.emit)
        self.menu.addSeparator()
        self.quit = self._entry(self.tr("Quit"), self.quit_requested.emit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.show_state(ViewState())

    @staticmethod
    def is_available() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shape(self) -> str:
        """The drawing that is shown."""
        return self._shape

    def show(self) -> None:
        """Put the mark into the tray."""
        self.icon.show()

    def hide(self) -> None:
        """Take it out again."""
        self.icon.hide()

    def show_state(self, state: ViewState) -> None:
        """The mark's shape, its tooltip, and what the menu offers."""
        shape = SHAPES[state.phase]
        if shape != self._shape:
            self._shape = shape
            self.icon.setIcon(self._mark(shape))
        self.icon.setToolTip("Sayso · " + words.state_words(state))
        self._is_open = state.phase in (Phase.OPENING, Phase.LISTENING)
        self.talk.setText(self.tr("Stop dictation") if self._is_open else self.tr("Start dictation"))
        self.cancel.setEnabled(state.phase is not Phase.IDLE)
        self.copy.setEnabled(bool(state.text))
        self.insert.setEnabled(bool(state.text))

    def _mark(self, shape: str) -> QIcon:
        icon = self._icons[shape]
        # macOS draws a mask in the colour of its own menu bar.
        icon.setIsMask(True)
        return icon

    def _entry(self, text: str, act: object) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(act)
        return action

    def _toggle(self) -> None:
        (self.stop_requested if self._is_open else self.start_requested).emit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()
