"""The groups of the settings as a list, by which a setting is found.

Rules: the list is one stop of the tab key, its arrows go from group to group. While there is a search, each
group says how many it has found, and one without any is greyed out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.theme import RADIUS, Theme

_LINE: Final = 34
_INDENT: Final = 10
COUNT_ROLE: Final = Qt.ItemDataRole.UserRole
"""How many of a group were found; None while nobody searches."""


class GroupList(QListWidget):
    """The groups, one below the other."""

    chosen = Signal(int)
    """By the user."""

    def __init__(self, theme: Theme, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self.setAccessibleName(self.tr("Groups of settings"))
        self.setItemDelegate(_GroupDelegate(theme, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addItems(self._titles)
        self._fit()
        self.setCurrentRow(0)
        theme.changed.connect(self.viewport().update)
        self.currentRowChanged.connect(self.chosen)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Dressed by a style sheet, it may need another width.
            self._fit()

    def mark(self, at: int) -> None:
        """The group that is in view; nobody has chosen it."""
        was_blocked = self.blockSignals(True)
        self.setCurrentRow(at)
        self.blockSignals(was_blocked)
        self.viewport().update()

    def show_found(self, counts: Sequence[int] | None) -> None:
        """How many rows of each group were found; None while nobody searches."""
        for at in range(self.count()):
            item = self.item(at)
            count = None if counts is None else counts[at]
            item.setData(COUNT_ROLE, count)
            flags = item.flags() | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if count != 0 else Qt.ItemFlag.NoItemFlags)
            words = self.tr("%1, %2 found").replace("%1", item.text()).replace("%2", str(count))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text() if count is None else words)

    def _fit(self) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(title) for title in self._titles)
        self.setFixedWidth(widest + 2 * _INDENT + 24)


class _GroupDelegate(QStyledItemDelegate):
    """Draws a group as the rail draws a place."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, _LINE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, state = self._theme.colours, QStyle.StateFlag
        is_current = index.row() == self._list.currentRow()
        is_there = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        has_ring = is_current and self._list.hasFocus()
        painter.setPen(QPen(colours.accent, 2) if has_ring else Qt.PenStyle.NoPen)
        is_under = bool(option.state & state.State_MouseOver) and is_there
        painter.setBrush(
            colours.selected
            if is_current and is_there
            else colours.hover
            if is_under
            else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(colours.text if is_there else colours.muted)
        words = box.adjusted(_INDENT - 1, 0, -_INDENT + 1, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        count = index.data(COUNT_ROLE)
        if count:
            painter.setPen(colours.muted)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))
        painter.restore()
