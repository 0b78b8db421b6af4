"""The level and the last words, as the strip shows them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import CONTROL_PX, Theme

BARS: Final = 7
SHAPE: Final = (0.45, 0.65, 0.85, 1.0, 0.85, 0.65, 0.45)
"""How high each bar is at full level."""
BAR: Final = 3.0
GAP: Final = 3.0
LEAST: Final = 4.0
CUT: Final = "…"
"""What stands for the beginning that there is no room for."""
MOST_TORN: Final = 12
"""Letters of a torn word that may be left out."""
FALL: Final = 0.7
"""Share of the shown level that is left when a lower one arrives."""


class LevelBars(QWidget):
    """Seven bars that rise with the voice and fall gently."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._level = 0.0
        self.setFixedSize(self.sizeHint())

    @property
    def level(self) -> float:
        """What is drawn, 0..1."""
        return self._level

    def sizeHint(self) -> QSize:
        return QSize(round(BARS * BAR + (BARS - 1) * GAP), 24)

    def show_level(self, share: float) -> None:
        """A level as a share of the loudest, 0..1."""
        self._level = max(share, self._level * FALL)
        self.update()

    def clear(self) -> None:
        """Nothing is heard any more."""
        self._level = 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.live)
        for at, share in enumerate(SHAPE):
            high = LEAST + (self.height() - LEAST) * share * self._level
            bar = QRectF(at * (BAR + GAP), (self.height() - high) / 2, BAR, high)
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


class LastWords(QWidget):
    """One line: the end of what was said, cut at its beginning, with what may still change muted; or a
    sentence."""

    accessible_role: Final = QAccessible.Role.StaticText

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._settled = ""
        self._tentative = ""
        self._mode = Qt.TextElideMode.ElideLeft
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        font = self.font()
        font.setPixelSize(CONTROL_PX)
        self.setFont(font)

    def show_words(self, settled: str, tentative: str = "") -> None:
        """What was said, the whole of it; as much of its end is drawn as there is room for."""
        self._show(settled, tentative, Qt.TextElideMode.ElideLeft)

    def show_sentence(self, sentence: str) -> None:
        """What there is to say instead; of that the beginning counts."""
        self._show(sentence, "", Qt.TextElideMode.ElideRight)

    def _show(self, settled: str, tentative: str, mode: Qt.TextElideMode) -> None:
        said = (" ".join(settled.split()), " ".join(tentative.split()))
        if (said, mode) != ((self._settled, self._tentative), self._mode):
            self._settled, self._tentative = said
            self._mode = mode
            self.update()

    @property
    def accessible_words(self) -> str:
        """To a screen reader that asks for it; it is not told when it changes."""
        return self._whole

    @property
    def shown(self) -> str:
        """What there is room for."""
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.width())
        if self._mode is not Qt.TextElideMode.ElideLeft or not shown.startswith(CUT):
            return shown
        # From a whole word on, where one begins soon: some scripts have no spaces.
        torn, space, rest = shown.removeprefix(CUT).partition(" ")
        return f"{CUT} {rest}" if space and len(torn) <= MOST_TORN else shown

    @property
    def _whole(self) -> str:
        return " ".join(part for part in (self._settled, self._tentative) if part)

    def sizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown, colours = QPainter(self), self.shown, self._theme.colours
        layout = QTextLayout(shown, self.font(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        if self._mode is Qt.TextElideMode.ElideRight:
            # What was said runs its own way, a sentence of Sayso's as the windows do.
            option.setTextDirection(QGuiApplication.layoutDirection())
        layout.setTextOption(option)
        is_muted = min(len(shown), len(self._tentative))
        layout.setFormats(
            [
                _ink(0, len(shown) - is_muted, colours.text),
                _ink(len(shown) - is_muted, is_muted, colours.muted),
            ]
        )
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width())
        layout.endLayout()
        layout.draw(painter, QPointF(0, (self.height() - line.height()) / 2))


def _ink(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setForeground(colour)
    made.start, made.length, made.format = start, length, look
    return made
