"""A thin line that fills; the words beside it say how far."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from app.ui.directions import mirrored
from app.ui.theme import Theme

_STEPS: Final = 1000
_RADIUS: Final = 3


class ProgressLine(QProgressBar):
    """Filled in one of the theme's colours by name."""

    def __init__(self, theme: Theme, colour: str = "accent") -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.setTextVisible(False)
        self.setRange(0, _STEPS)
        self.setFixedHeight(2 * _RADIUS)

    def show_share(self, share: float) -> None:
        """How much of it is filled, 0 to 1."""
        value = round(_STEPS * min(1.0, max(0.0, share)))
        if value != self.value():
            # Qt paints at once, and with it all else in the window that waits to be painted.
            self.setUpdatesEnabled(False)
            self.setValue(value)
            self.setUpdatesEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self._theme.colours.line)
        painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        if self.value() > 0:
            # Never narrower than it is high, so that its ends stay round.
            done = QRectF(whole)
            done.setWidth(max(2 * _RADIUS, whole.width() * self.value() / _STEPS))
            painter.setBrush(getattr(self._theme.colours, self._colour))
            painter.drawRoundedRect(mirrored(done, whole), _RADIUS, _RADIUS)
