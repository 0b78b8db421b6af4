"""The strip that is seen while somebody dictates into another program: state, level, last words, a stop.

Problem: a window that appears takes the focus, and with it the cursor that the text is for.
Rules: it never has the focus and is never asked for it: no window manager looks after it on X11, and the
    others are told. Its own clicks (the stop, and dragging it elsewhere) need none. What it says is for the
    eye alone; the window and the tray tell a screen reader the same.
Failure mode: without a compositor it has neither shadow nor fading, and its edges are cut.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.domain.overlay_look import OverlayLook
from app.services.overlay import OverlayView
from app.services.view import Phase, ViewState
from app.ui import words
from app.ui.controls import Glyph, margins
from app.ui.marks import StateMark
from app.ui.overlay_parts import LastWords, LevelBars
from app.ui.overlay_words import look_of
from app.ui.theme import Theme

WIDTH: Final = 320
HEIGHT: Final = 52
SHADOW: Final = 14
"""Room for the shadow on each side."""
FADE_MS: Final = 120
FLAGS: Final = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.X11BypassWindowManagerHint
    | Qt.WindowType.NoDropShadowWindowHint
)


class StopButton(QAbstractButton):
    """A square in a ring; takes no focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Stop dictation"))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selected if self.isDown() else colours.hover)
            painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        self._theme.icons.paint(painter, "stop", QRectF(7, 7, 18, 18), colours.text)


class Overlay(QWidget):
    """The strip. `is_composited`: whether windows may be see-through here."""

    stop_requested = Signal()
    moved = Signal()
    """The user has put it somewhere else."""

    def __init__(self, theme: Theme, *, is_composited: bool) -> None:
        super().__init__(None, FLAGS)
        self._theme = theme
        self._is_composited = is_composited
        self._rim = SHADOW if is_composited else 0
        self._held: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, is_composited)
        # macOS would take it away while another program is in front.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(self.tr("Sayso dictates"))
        self.mark = StateMark(theme)
        self.glyph = Glyph(theme, "check", "done", 20)
        self.level = LevelBars(theme)
        self.words = LastWords(theme)
        self.stop = StopButton(theme, self)
        self.stop.clicked.connect(self.stop_requested)
        self._lay_out()
        self._fade = QPropertyAnimation(self, b"windowOpacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.finished.connect(self._faded)
        theme.changed.connect(self.update)

    @property
    def is_composited(self) -> bool:
        """Whether it is see-through around its edge."""
        return self._is_composited

    # --- what is shown ---

    @property
    def pill(self) -> QRectF:
        """The strip itself, within this widget."""
        rim = self._rim
        return QRectF(self.rect()).adjusted(rim, rim, -rim, -rim)

    @property
    def corner(self) -> QPoint:
        """The upper left corner of the strip itself, on the screen."""
        return self.pos() + QPoint(self._rim, self._rim)

    def place(self, x: float, y: float) -> None:
        """Put the upper left corner of the strip itself there."""
        self.move(round(x) - self._rim, round(y) - self._rim)

    def show_view(self, view: OverlayView) -> None:
        """What goes on, or what became of it."""
        self.show_look(look_of(view))

    def show_look(self, look: OverlayLook) -> None:
        """The same, in words."""
        has_mark = bool(look.mark)
        self.mark.setVisible(has_mark)
        self.glyph.setVisible(not has_mark)
        self.level.setVisible(look.has_level)
        self.stop.setVisible(look.can_stop)
        if not look.has_level:
            self.level.clear()
        if has_mark:
            self.mark.show_state(ViewState(phase=Phase(look.mark)))
        else:
            self.glyph.show_icon(look.icon, look.colour)
        if look.is_sentence:
            self.words.show_sentence(look.settled)
        else:
            self.words.show_words(look.settled, look.tentative)

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        if self.level.isVisible():
            self.level.show_level(words.level_share(dbfs))

    def make_ready(self) -> None:
        """Do all that coming into view for the first time takes: it is not seen by that."""
        self.winId()
        self.grab()

    def appear(self) -> None:
        """Come into view, above everything, with the focus where it is."""
        self._fade.stop()
        if not self.isVisible():
            self.setWindowOpacity(0.0 if self._may_fade else 1.0)
            self.show()
        if _has_screen():
            self.raise_()
        self._fade_to(1.0)

    def disappear(self) -> None:
        """Go."""
        if self.isVisible():
            self._fade_to(0.0)

    @property
    def _may_fade(self) -> bool:
        return _has_screen() and self._is_composited and self._theme.motion

    def _fade_to(self, opacity: float) -> None:
        self._fade.stop()
        if self._may_fade:
            self._fade.setStartValue(self.windowOpacity())
            self._fade.setEndValue(opacity)
            self._fade.start()
        elif opacity:
            self.setWindowOpacity(1.0)
        else:
            self.hide()

    def _faded(self) -> None:
        if self._fade.endValue() == 0.0:
            self.hide()

    # --- Qt's ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill, colours = self.pill, self._theme.colours
        if self._is_composited:
            self._paint_shadow(painter, pill)
        else:
            painter.fillRect(self.rect(), colours.surface)
        edge = pill.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)

    def _paint_shadow(self, painter: QPainter, pill: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        # Many faint layers: together they fall off as a blur does, a little below the strip.
        for width in range(SHADOW - 3, 0, -1):
            layer = pill.adjusted(-width, -width, width, width).translated(0, 2)
            painter.setBrush(QColor(0, 0, 0, 3))
            painter.drawRoundedRect(layer, layer.height() / 2, layer.height() / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if _has_screen() and not self._is_composited:
            path = QPainterPath()
            path.addRoundedRect(self.pill, HEIGHT / 2, HEIGHT / 2)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # What moves takes time of the processor, seen or not.
        self.mark.show_state(ViewState())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.move(event.globalPosition().toPoint() - self._held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self.moved.emit()

    @property
    def is_held(self) -> bool:
        """Whether the user is moving it."""
        return self._held is not None

    def _lay_out(self) -> None:
        rim = self._rim
        self.setFixedSize(WIDTH + 2 * rim, HEIGHT + 2 * rim)
        row = QHBoxLayout(self)
        margins(row, rim + 16, rim + 8, rim + 10, rim + 8, 8)
        for part in (self.mark, self.glyph, self.level):
            row.addWidget(part)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop)


def _has_screen() -> bool:
    """Whether windows lie above one another here, fade and have a shape; not where they are only drawn."""
    return QGuiApplication.platformName() in ("xcb", "windows", "cocoa")
