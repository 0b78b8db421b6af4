"""What is drawn beside and behind the text of a transcript: times, speakers, the word that is heard, places
found, in doubt and cleaned up.

Each mark can be told without its colour: the cue that is heard has a bar, its word a line and a box, a doubt
a triangle and a wave, a word that was put in a line, a place found a frame. Only what is in view is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextBlock

from app.domain.clock_times import short_clock
from app.domain.file_transcript import Cue
from app.ui.directions import direction_of, leading, mirrored, running_as, trailing
from app.ui.theme import LABEL_PX, Theme, blend

GUTTER: Final = 88
"""Logical pixels where the lines begin, for the triangle and the time."""

HEAD: Final = 26
"""Logical pixels above a cue with which another speaker begins."""

BAND: Final = 4
"""Logical pixels by which the bar of the cue that is heard is higher than its text."""

_TRIANGLE: Final = 14


class Mark(Enum):
    """Why a part of the text is marked."""

    FOUND = auto()
    FOUND_HERE = auto()
    """The one of them that is stepped to."""
    DOUBT = auto()
    ADDED = auto()


@dataclass(slots=True)
class Marks:
    """What is marked, by the number of the cue; parts of a text are in units of UTF-16. `heard` is the cue
    and the part of it that is being played."""

    parts: dict[int, list[tuple[int, int, Mark]]] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    heard: int | None = None
    heard_part: tuple[int, int] | None = None


def boxes(block: QTextBlock, origin: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """The boxes round a part of a block's text, one for each line that it is on. `origin` is where the layout
    of the block begins."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low >= high:
            continue
        one, other = _x(line.cursorToX(low)), _x(line.cursorToX(high))
        # Right-to-left words run the other way.
        height = line.ascent() + line.descent()
        yield QRectF(min(one, other), line.y(), abs(other - one), height).translated(origin)


def _x(found: object) -> float:
    # PySide's types say a number; it answers with the place and the cursor that it was moved to.
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]  # as above


class MarkPainter:
    """Draws one cue after the other. `whole` is the length of the sound in seconds, `width` the view's."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.label = QFont()
        self.bold = QFont()
        self.whole, self.width = 0.0, 0.0

    def use_font(self, font: QFont) -> None:
        """The font of the text; times and names have the same one, smaller."""
        self.label = QFont(font)
        self.label.setPixelSize(LABEL_PX)
        self.bold = QFont(self.label)
        self.bold.setWeight(QFont.Weight.DemiBold)

    def draw(
        self, painter: QPainter, block: QTextBlock, place: QRectF, cue: Cue, head: str | None, marks: Marks
    ) -> None:
        """One cue, whose block is at `place`; `head` is the speaker's name where it is to be said."""
        number, colours = block.blockNumber(), self._theme.colours
        origin, line = place.topLeft(), block.layout().lineAt(0)
        if number == marks.heard:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selected)
            band = QRectF(0, place.top() - BAND, self.width, place.height() + 2 * BAND)
            painter.drawRoundedRect(band, 4, 4)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(mirrored(QRectF(0, band.top(), 3, band.height()), band), 1.5, 1.5)
        for start, end, mark in marks.parts.get(number, ()):
            for box in boxes(block, origin, start, end):
                self._mark(painter, box, mark)
        if number == marks.heard and marks.heard_part:
            for box in boxes(block, origin, *marks.heard_part):
                self._word(painter, box)
        baseline = origin.y() + line.y() + line.ascent()
        self._time(painter, cue, baseline, is_heard=number == marks.heard)
        if number in marks.doubtful:
            corner = QRectF(6, baseline - _TRIANGLE + 2, _TRIANGLE, _TRIANGLE)
            self._theme.icons.paint(painter, "triangle", self._mirrored(corner), colours.live)
        if head is not None:
            painter.setPen(colours.text if cue.speaker else colours.muted)
            self._head(painter, block, place, head)

    def _mirrored(self, rect: QRectF) -> QRectF:
        return mirrored(rect, QRectF(0, 0, self.width, 1))

    def _head(self, painter: QPainter, block: QTextBlock, place: QRectF, head: str) -> None:
        """The name, on the side on which the words under it begin."""
        painter.setFont(self.bold)
        edge, width = place.left(), self.width - GUTTER - 3 * place.left()
        room = self._mirrored(QRectF(edge + GUTTER, place.top() - HEAD + 4, width, HEAD - 4))
        shown = QFontMetricsF(self.bold).elidedText(head, Qt.TextElideMode.ElideRight, room.width())
        side = leading(block.textDirection()) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side.value | running_as(direction_of(head)).value, shown)

    def _time(self, painter: QPainter, cue: Cue, baseline: float, *, is_heard: bool) -> None:
        painter.setFont(self.label)
        painter.setPen(self._theme.colours.text if is_heard else self._theme.colours.muted)
        text, metrics = short_clock(cue.start, self.whole), QFontMetricsF(painter.font())
        room = QRectF(0, baseline - metrics.ascent(), GUTTER - 14, metrics.height())
        painter.drawText(self._mirrored(room), trailing() | Qt.AlignmentFlag.AlignTop, text)

    def _mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        colours = self._theme.colours
        match mark:
            case Mark.FOUND | Mark.FOUND_HERE:
                here = mark is Mark.FOUND_HERE
                painter.setPen(QPen(colours.accent, 2 if here else 1))
                painter.setBrush(self._tint() if here else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1.5, -0.5), 3, 3)
            case Mark.DOUBT:
                painter.setPen(QPen(colours.live, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(_wave(box))
            case Mark.ADDED:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.selected)
                painter.drawRect(box)
                painter.setPen(QPen(colours.text, 1))
                painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _word(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tint())
        painter.drawRoundedRect(box.adjusted(-2, 0, 2, 1), 3, 3)
        painter.setPen(QPen(self._theme.colours.accent, 2))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _tint(self) -> QColor:
        tokens = self._theme.tokens
        return QColor(blend(tokens.accent, tokens.surface, 0.26))


def _wave(box: QRectF) -> QPainterPath:
    path, x, step = QPainterPath(box.bottomLeft()), box.left(), 3.0
    up = True
    while x < box.right():
        x = min(x + step, box.right())
        path.quadTo(x - step / 2, box.bottom() + (-2.0 if up else 2.0), x, box.bottom())
        up = not up
    return path
