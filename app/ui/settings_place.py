"""The place of the settings in the window. The page is made when it is first gone to.

Problem: it holds more widgets than all other pages together, and few dictations need it; the window would
    be on the screen a tenth of a second later for it.
Rule: what the page is told before it is there, it is told when it is made, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.controls import margins
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.settings_page import SettingsPage


class SettingsPlace(QWidget):
    """Stands for the page, and hands its wishes on."""

    accepted = Signal(object)
    chord_recording = Signal(bool)
    writers_wanted = Signal()
    pull_requested = Signal(str)
    pull_stopped = Signal()
    preview_requested = Signal(str, str)
    preview_stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: SettingsPage | None = None
        self._told: dict[str, Callable[[SettingsPage], None]] = {}
        self._box = QVBoxLayout(self)
        margins(self._box, 0, 0, 0, 0, 0)

    def tell(self, what: str, act: Callable[[SettingsPage], None]) -> None:
        """Do `act` with the page; while there is none, the last of each `what` waits for it."""
        if self._page is not None:
            act(self._page)
        else:
            self._told[what] = act

    @property
    def page(self) -> SettingsPage:
        """The page, made now where it was not needed before."""
        if self._page is None:
            self._page = self._made()
            for act in self._told.values():
                act(self._page)
            self._told.clear()
            self._box.addWidget(self._page)
            self._page.show()
        return self._page

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self.setFocusProxy(self.page)
        super().showEvent(event)

    def _made(self) -> SettingsPage:
        from app.ui.settings_page import SettingsPage

        page = SettingsPage(self._theme)
        page.accepted.connect(self.accepted)
        page.chord_recording.connect(self.chord_recording)
        page.writers_wanted.connect(self.writers_wanted)
        page.pull_requested.connect(self.pull_requested)
        page.pull_stopped.connect(self.pull_stopped)
        page.preview_requested.connect(self.preview_requested)
        page.preview_stopped.connect(self.preview_stopped)
        return page
