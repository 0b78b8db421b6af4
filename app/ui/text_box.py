"""Fields for text of the user's own: of several lines, and of one; each says by its edge when it is wrong.

Both look like the other fields: a hairline, two pixels of accent with the focus, two of trouble when wrong.
The tab key goes on to the next control, as everywhere, and the wheel scrolls the page where there is nothing
to scroll in the box.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy

from app.ui.controls import field_pen, paint_field
from app.ui.theme import RADIUS, Theme

_EDGE: Final = 3
_PADDING: Final = 4


class TextBox(QPlainTextEdit):
    """Several lines; `lines` of them are in view."""

    def __init__(self, theme: Theme, lines: int) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        # The edge is painted here; the frame only keeps the scroll bar off it.
        self.setFrameShape(QFrame.Shape.Box)
        self.setLineWidth(_EDGE)
        self.setViewportMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_field(painter, self, self._theme.colours)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 2 * (_EDGE + _PADDING) + 6)


class TextField(QLineEdit):
    """One line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(80)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("wrong"):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(field_pen(self, self._theme.colours))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
