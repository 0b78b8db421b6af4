"""The two things that show the state at a glance: the mark in the state line and the round talk button.

Each state has a shape of its own, so that it can be told without colour: a hollow ring when idle, a
half-filled one while the microphone opens, a filled dot when listening, three dots when working, a
triangle when there is no model. The level is a ring round the talk button.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.services.view import CleanUpStage, Phase, Readiness, ViewState
from app.ui.directions import is_mirrored
from app.ui.theme import Theme

TRAVEL_MS: Final = 160
"""How long the emphasis rests on one of the three dots."""

FALL: Final = 0.75
"""Share of the drawn level that is left when a lower one arrives, so that the ring falls gently."""


class StateMark(QWidget):
    """The shape of the state, 16 logical pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shape = "idle"
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TRAVEL_MS)
        self._timer.timeout.connect(self._travel)
        self.setFixedSize(20, 16)

    @property
    def shape(self) -> str:
        """Which one is shown: "idle", "opening", "listening", "writing", "enhancing" or "failed"."""
        return self._shape

    @property
    def is_moving(self) -> bool:
        """Whether the dots travel."""
        return self._timer.isActive()

    def show_state(self, state: ViewState) -> None:
        """Take the shape of the state."""
        self._shape = str(state.phase)
        if state.phase is Phase.IDLE and state.clean_up.stage is CleanUpStage.WRITING:
            self._shape = str(Phase.ENHANCING)
        elif state.phase is Phase.IDLE and state.readiness is Readiness.FAILED:
            self._shape = "failed"
        if self._shape in ("writing", "enhancing") and self._theme.motion:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
            self._step = 0
        self.update()

    def _travel(self) -> None:
        self._step = (self._step + 1) % 3
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        dot = QRectF(4, 2, 12, 12)
        match self._shape:
            case "listening":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.live)
                painter.drawEllipse(dot)
            case "opening":
                self._ring(painter, dot, colours.live)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.live)
                painter.drawPie(dot, 90 * 16, 180 * 16)
            case "writing" | "enhancing":
                self._dots(painter, colours.work)
            case "failed":
                self._theme.icons.paint(painter, "triangle", QRectF(2, 0, 16, 16), colours.live)
            case _:
                self._ring(painter, dot, colours.muted)

    def _ring(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))

    def _dots(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        # They travel as words are read.
        here = 2 - self._step if is_mirrored() else self._step
        for index in range(3):
            radius = 2.9 if self._timer.isActive() and index == here else 2.1
            painter.drawEllipse(QPointF(3.5 + 6.5 * index, 8), radius, radius)


class TalkButton(QAbstractButton):
    """The round button; while listening the level runs round it. Its size is set by its owner."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_open = False
        self._level = 0.0
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def level(self) -> float:
        """How much of the ring is drawn, 0..1."""
        return self._level

    def sizeHint(self) -> QSize:
        return QSize(80, 80)

    def show_open(self, is_open: bool) -> None:
        """Whether a dictation is being listened to, so that a click ends it."""
        self._is_open = is_open
        if not is_open:
            self._level = 0.0
        self.update()

    def show_level(self, share: float) -> None:
        """The level as a share of the ring; rises at once and falls gently."""
        if not self._is_open:
            return
        self._level = max(share, self._level * FALL)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        whole = QRectF(self.rect())
        ring = whole.adjusted(6, 6, -6, -6)
        if self._is_open:
            painter.setPen(QPen(colours.line, 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)
            painter.setPen(QPen(colours.live, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            # From below upwards on both sides, as a vessel fills.
            painter.drawArc(ring, round((270 - 180 * self._level) * 16), round(360 * self._level * 16))
        disc = whole.adjusted(12, 12, -12, -12)
        painter.setPen(Qt.PenStyle.NoPen)
        fill = colours.live if self._is_open else colours.accent
        painter.setBrush(fill.darker(112) if self.isDown() else fill)
        painter.drawEllipse(disc)
        middle, half = disc.center(), disc.width() * 0.25
        inner = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        ink = colours.on_live if self._is_open else colours.on_accent
        self._theme.icons.paint(painter, "stop" if self._is_open else "mic", inner, ink)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(whole.adjusted(1.5, 1.5, -1.5, -1.5))
