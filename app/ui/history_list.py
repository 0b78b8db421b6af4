"""The list of past dictations: a model that follows the entries it is given, and rows drawn by hand.

Nothing is kept per row but the entry itself, so that thousands scroll smoothly. A new tuple of entries is
compared with the last one: entries in front, behind or missing are inserted and removed as such, so that
the selection and the scrolled place stay; anything else is a reset.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.history import Fate, HistoryEntry
from app.ui import words
from app.ui.theme import LABEL_PX, RADIUS, Theme

ROW_HEIGHT: Final = 60
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole

AnyIndex = QModelIndex | QPersistentModelIndex


def second_line(entry: HistoryEntry, now: QDateTime) -> str:
    """When, how long, and where to."""
    parts = [words.moment_words(entry.begun, now), words.duration_words(entry.seconds), entry.target]
    if entry.text and entry.fate is not Fate.WRITTEN:
        parts.append(words.fate_words(entry.fate))
    return " · ".join(part for part in parts if part)


class HistoryModel(QAbstractListModel):
    """Entries, newest first. `more_wanted` carries the id of the last one when the list nears its end."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[HistoryEntry, ...] = ()
        self._more = False
        self._asked = False

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """All that are shown."""
        return self._entries

    def show_entries(self, entries: tuple[HistoryEntry, ...], more: bool) -> None:
        """Exactly these; `more` when older ones can be asked for."""
        self._more, self._asked = more, False
        old, ids = self._entries, [entry.id for entry in entries]
        known = [entry.id for entry in old]
        kept = [each for each in known if each in set(ids)]
        start = ids.index(kept[0]) if kept else 0
        if not kept or ids[start : start + len(kept)] != kept:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        self._remove_missing(set(ids))
        self._insert(0, entries[:start])
        self._insert(start + len(kept), entries[start + len(kept) :])
        self._entries = entries
        self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def _remove_missing(self, ids: set[int]) -> None:
        for row in range(len(self._entries) - 1, -1, -1):
            if self._entries[row].id not in ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._entries = self._entries[:row] + self._entries[row + 1 :]
                self.endRemoveRows()

    def _insert(self, at: int, entries: tuple[HistoryEntry, ...]) -> None:
        if entries:
            self.beginInsertRows(QModelIndex(), at, at + len(entries) - 1)
            self._entries = self._entries[:at] + entries + self._entries[at:]
            self.endInsertRows()

    def row_of(self, entry_id: int) -> int:
        """Its row, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return words.headline(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.headline(entry)}. {second_line(entry, QDateTime.currentDateTime())}"
        return None

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more and not self._asked and bool(self._entries) and not parent.isValid()

    def fetchMore(self, parent: AnyIndex) -> None:
        self._asked = True
        self.more_wanted.emit(self._entries[-1].id)


class HistoryDelegate(QStyledItemDelegate):
    """Draws a row: the text, and below it when, how long and where to; a shape where it failed."""

    def __init__(self, theme: Theme, now: Callable[[], QDateTime] = QDateTime.currentDateTime) -> None:
        super().__init__()
        self._theme, self._now = theme, now

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        rect, colours = _rect(option), self._theme.colours
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        hovered = bool(_state(option) & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = rect.adjusted(1, 1, -5, -1)
        if chosen or hovered:
            focused = chosen and bool(_state(option) & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colours.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colours.selected if chosen else colours.hover)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1) if focused else card, RADIUS, RADIUS)
        left = card.left() + 12
        if entry.fate is not Fate.WRITTEN:
            quiet = entry.fate is Fate.NOTHING_HEARD
            shape, colour = ("quiet", colours.muted) if quiet else ("triangle", colours.live)
            self._theme.icons.paint(painter, shape, QRectF(left, card.top() + 10, 16, 16), colour)
            left += 24
        width = card.right() - left - 12
        font = QFont(_font(option))
        painter.setFont(font)
        painter.setPen(colours.text if entry.text else colours.muted)
        self._line(painter, QRectF(left, card.top() + 8, width, 22), words.headline(entry))
        font.setPixelSize(LABEL_PX)
        painter.setFont(font)
        painter.setPen(colours.muted)
        self._line(painter, QRectF(left, card.top() + 30, width, 20), second_line(entry, self._now()))
        painter.restore()

    def _line(self, painter: QPainter, rect: QRectF, text: str) -> None:
        # The whole of a long dictation would be measured otherwise: more than this never fits a row.
        shown = painter.fontMetrics().elidedText(text[:400], Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _rect(option: QStyleOptionViewItem) -> QRectF:
    return QRectF(option.rect)


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    found: QStyle.StateFlag = option.state
    return found


def _font(option: QStyleOptionViewItem) -> QFont:
    found: QFont = option.font
    return found
