"""Figures in a table that fits: a row for each thing measured, or, where that has no room, a block of lines.

A table to screen readers and the keyboard: the arrow keys go from cell to cell, each of which says what it is
of. Its height follows its width, as that of words does, so that the page alone is scrolled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from app.ui.directions import leading, mirrored_box, trailing, write_wrapped
from app.ui.theme import LABEL_PX, Theme

ROW: Final = 32
PADDING: Final = 12
"""Between the words of two cells."""
_SLACK: Final = 2
"""Fractions of a pixel that fonts lose when they are measured in whole ones."""
NAME_LEAST: Final = 96
NAME_MOST: Final = 240
"""What the first column has at least and at most, where all stand side by side."""

_KIND: Final = Qt.ItemDataRole.UserRole
_TITLE, _NAME, _FIGURE, _SENTENCE = "title", "name", "figure", "sentence"

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A thing that was measured: its `cells`, or one sentence where there are none."""

    name: str
    cells: tuple[str, ...] = ()
    sentence: str = ""


class FigureTable(QTableWidget):
    """Shows rows of figures; read only."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name_title = ""
        self._titles: tuple[str, ...] = ()
        self._rows: tuple[FigureRow, ...] = ()
        self._filled: tuple[object, ...] = ()
        self.setAccessibleName(name)
        self.setItemDelegate(FigureDelegate(theme))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.viewport().update)

    @property
    def is_narrow(self) -> bool:
        """Whether each thing is a block of lines."""
        return self._is_narrow(self.width())

    def show_rows(self, name_title: str, titles: Sequence[str], rows: Sequence[FigureRow]) -> None:
        """Exactly these, each with as many cells as there are `titles`, or none."""
        self._name_title, self._titles, self._rows = name_title, tuple(titles), tuple(rows)
        self._filled = ()
        self._fill()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._is_narrow(width):
            room = width - self._name_width()
            return ROW + sum(self._height(row, room) for row in self._rows)
        return sum(ROW + (len(row.cells) * ROW or self._height(row, width)) for row in self._rows)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, ROW)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # Dressed by a style sheet, it may need another height.
            self._fill()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    # --- within ---

    def _is_narrow(self, width: int) -> bool:
        return self._name_width() + sum(self._widths()) > width

    def _widths(self) -> list[int]:
        """What the columns behind the names need."""
        figures = [row.cells for row in self._rows if row.cells]
        metrics, small = self.fontMetrics(), QFontMetrics(_font(self.font(), _TITLE))
        return [
            PADDING
            + _SLACK
            + max(
                small.horizontalAdvance(title), *(metrics.horizontalAdvance(row[at]) for row in figures), 24
            )
            for at, title in enumerate(self._titles)
        ]

    def _name_width(self) -> int:
        metrics = QFontMetrics(_font(self.font(), _NAME))
        names = (metrics.horizontalAdvance(row.name) + PADDING + _SLACK for row in self._rows)
        return min(NAME_MOST, max(NAME_LEAST, *names, 0))

    def _height(self, row: FigureRow, width: int) -> int:
        """Of a row; a sentence wraps."""
        if row.cells:
            return ROW
        room = QRect(0, 0, max(1, width - PADDING - _SLACK), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, row.sentence)
        return max(ROW, words.height() + PADDING)

    def _fill(self) -> None:
        """Anew where anything has changed that the cells depend on."""
        narrow = self.is_narrow
        now = (narrow, self.width(), self.font().pixelSize())
        if now == self._filled or not self._titles:
            return
        self._filled = now
        self.clearSpans()
        self.clear()
        (self._fill_blocks if narrow else self._fill_lines)()

    def _fill_lines(self) -> None:
        widths = self._widths()
        self.setColumnCount(1 + len(widths))
        self.setRowCount(1 + len(self._rows))
        # What is left over is shared out, so that neither names nor figures stand alone.
        more, rest = divmod(self.width() - self._name_width() - sum(widths), len(widths))
        self.setColumnWidth(0, self._name_width() + rest)
        for column, width in enumerate(widths, start=1):
            self.setColumnWidth(column, width + more)
        self.setRowHeight(0, ROW)
        for column, title in enumerate((self._name_title, *self._titles)):
            self._put(0, column, title, _TITLE)
        for at, row in enumerate(self._rows, start=1):
            self._put(at, 0, row.name, _NAME)
            for column, (title, cell) in enumerate(zip(self._titles, row.cells, strict=bool(row.cells)), 1):
                self._put(at, column, cell, _FIGURE, f"{row.name}, {title}: {cell}")
            if not row.cells:
                self._put(at, 1, row.sentence, _SENTENCE, f"{row.name}: {row.sentence}")
                self.setSpan(at, 1, 1, len(widths))
            self.setRowHeight(at, self._height(row, self.width() - self._name_width()))

    def _fill_blocks(self) -> None:
        self.setColumnCount(2)
        self.setColumnWidth(0, self.width() // 2)
        self.setColumnWidth(1, self.width() - self.width() // 2)
        self.setRowCount(sum(1 + (len(row.cells) or 1) for row in self._rows))
        at = 0
        for row in self._rows:
            self._put(at, 0, row.name, _NAME)
            self.setSpan(at, 0, 1, 2)
            self.setRowHeight(at, ROW)
            at += 1
            if not row.cells:
                self._put(at, 0, row.sentence, _SENTENCE, f"{row.name}: {row.sentence}")
                self.setSpan(at, 0, 1, 2)
                self.setRowHeight(at, self._height(row, self.width()))
                at += 1
            for title, cell in zip(self._titles, row.cells, strict=bool(row.cells)):
                self._put(at, 0, title, _TITLE)
                self._put(at, 1, cell, _FIGURE, f"{row.name}, {title}: {cell}")
                self.setRowHeight(at, ROW)
                at += 1

    def _put(self, row: int, column: int, text: str, kind: str, spoken: str = "") -> None:
        item = QTableWidgetItem(text)
        item.setData(_KIND, kind)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken or text)
        item.setToolTip(text if kind == _NAME else "")
        self.setItem(row, column, item)


class FigureDelegate(QStyledItemDelegate):
    """Draws a cell: words, a hairline below, and the ring of the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        kind, colours = index.data(_KIND), self._theme.colours
        cell = QRect(option.rect)
        painter.save()
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.setFont(_font(option.font, kind))
        painter.setPen(colours.muted if kind == _TITLE else colours.text)
        is_left = kind in (_NAME, _SENTENCE) or index.column() == 0
        side = leading() if is_left else trailing()
        room = cell.adjusted(0, 0, -PADDING, 0) if is_left and index.column() == 0 else cell
        if kind == _SENTENCE:
            room = cell.adjusted(PADDING * bool(index.column()), 0, 0, 0)
        room, text = mirrored_box(room, cell), str(index.data() or "")
        if kind == _SENTENCE:
            write_wrapped(painter, room, text, Qt.AlignmentFlag.AlignVCenter.value)
        else:
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, elided)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()


def _font(font: QFont, kind: str) -> QFont:
    """`font` as a cell of that kind is written in."""
    dressed = QFont(font)
    if kind == _TITLE:
        dressed.setPixelSize(LABEL_PX)
    elif kind == _NAME:
        dressed.setWeight(QFont.Weight.DemiBold)
    return dressed
