"""The strip of a dictation in progress where another process draws it: what is shown goes there, in words,
and what the user does to it comes from there.
"""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.overlay_look import OverlayDress
from app.domain.overlay_place import Place
from app.services.overlay import OverlayView, StripProcess
from app.ui.overlay_words import look_of
from app.ui.theme import Theme
from app.ui.translation import spoken


class OverlayApart(QObject):
    """To be used as `app.ui.late_overlay.LateOverlay` is.

    Args:
        theme: of the windows, which it looks like.
        process: draws it.
        place: where it stands on a screen.
    """

    stop_requested = Signal()
    moved = Signal(object)
    """The `Place` that the user has given it."""

    def __init__(self, theme: Theme, process: StripProcess, place: Place) -> None:
        super().__init__()
        self._theme = theme
        self._process = process
        self._place = place
        self._has_begun = False
        theme.changed.connect(self._dress_anew)

    def use(self, place: Place) -> None:
        """Stand there from the next time on."""
        self._place = place

    def prepare(self) -> Generator[None, None, None]:
        """Have the process ready before it is wanted."""
        self._begin()
        yield

    def show(self, view: OverlayView | None) -> None:
        """Show that; None takes it away."""
        if view is not None:
            self._begin()
        if self._has_begun:
            self._process.show(None if view is None else look_of(view), self._place)

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        if self._has_begun:
            self._process.show_level(dbfs)

    def told(self, place: Place | None) -> None:
        """What the user has done to it: given it that place, or, None, pressed its stop."""
        if place is None:
            self.stop_requested.emit()
        else:
            self._place = place
            self.moved.emit(place)

    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._process.begin(self._dress())

    def _dress_anew(self) -> None:
        if self._has_begun:
            self._process.begin(self._dress())

    def _dress(self) -> OverlayDress:
        from_right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return OverlayDress(self._theme.is_dark, self._theme.motion, from_right, spoken())
