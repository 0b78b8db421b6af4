"""The mark in the system tray: the state by its shape and colour, and the quick menu.

Nothing is shown before the desktop has a tray, which may come and go (`app.ui.tray_host`); without one the
window must not hide. The colours can be seen on light and on dark panels, because nobody tells which it is.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSystemTrayIcon

from app.services.view import CleanUpStage, Phase, ViewState
from app.ui import words
from app.ui.theme import Theme, tray_colours
from app.ui.tray_host import TrayHost
from app.ui.tray_menu import TrayMenu

IDLE: Final = "mark"
PAUSED: Final = "mark-paused"
LISTENING: Final = "mark-listening"
WORKING: Final = "mark-working"
COLOURS: Final = {IDLE: "mark", PAUSED: "mark", LISTENING: "live", WORKING: "work"}
"""Each drawing and the name of its colour."""


class Tray(QObject):
    """Icon and menu."""

    open_requested = Signal()
    """The icon itself was clicked, or the menu's entry."""
    came = Signal()
    went = Signal()
    """What happened to the tray; `came` also where it is there from the beginning."""

    def __init__(self, theme: Theme, host: TrayHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        colours = tray_colours()
        self._icons = {name: theme.icons.icon(name, QColor(colours[COLOURS[name]])) for name in COLOURS}
        for icon in self._icons.values():
            # macOS draws a mask in the colour of its own menu bar.
            icon.setIsMask(True)
        self._host = host
        self._shape = IDLE
        self._says = ""
        self.menu = TrayMenu()
        self.icon: QSystemTrayIcon | None = None
        self.menu.open_requested.connect(self.open_requested)
        host.changed.connect(self._host_changed)
        self.show_state(ViewState())

    @property
    def is_available(self) -> bool:
        """Whether this desktop has a tray now."""
        return self._host.is_there

    @property
    def shape(self) -> str:
        """The drawing that is shown."""
        return self._shape

    def show(self) -> None:
        """Put the mark into the tray, now or as soon as there is one."""
        self._host.watch()

    def hide(self) -> None:
        """Take it out again, for good."""
        self._host.close()
        if self.icon is not None:
            self.icon.hide()

    def show_state(self, state: ViewState) -> None:
        """The mark's shape, its tooltip, and what the menu offers."""
        self._shape = shape_of(state)
        self._says = "Sayso · " + words.state_words(state)
        self.menu.show_state(state)
        self._dress()

    def _dress(self) -> None:
        if self.icon is None:
            return
        icon = self._icons[self._shape]
        if icon.cacheKey() != self.icon.icon().cacheKey():
            self.icon.setIcon(icon)
        if self.icon.toolTip() != self._says:
            self.icon.setToolTip(self._says)

    def _host_changed(self, is_there: bool) -> None:
        if is_there and self.icon is None:
            self.icon = QSystemTrayIcon(self)
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._activated)
            self._dress()
            self.icon.show()
        (self.came if is_there else self.went).emit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()


def shape_of(state: ViewState) -> str:
    """The drawing that tells the state."""
    match state.phase:
        case Phase.LISTENING:
            return LISTENING
        case Phase.OPENING | Phase.WRITING | Phase.ENHANCING:
            return WORKING
        case _ if state.clean_up.stage is CleanUpStage.WRITING:
            return WORKING
        case _:
            return PAUSED if state.key_paused else IDLE
