"""The list of past dictations: a model that knows the ids of all that are found, and rows drawn by hand.

Rules: an entry is asked for when its row is drawn, with its neighbours, and the entries that were drawn last
are kept; so ten thousand rows take the memory of some hundred. Ids that come, go or stay are told as such, so
that the selection and the scrolled place stay. Until an entry is here its row is blank.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
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
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.history import Fate, HistoryEntry
from app.ui import words
from app.ui.directions import leading, mirrored, write_own
from app.ui.theme import LABEL_PX, RADIUS, Theme

ROW_HEIGHT: Final = 60
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_ROLES: Final = (ENTRY_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)

PAGE: Final = 50
"""Rows that are read together."""

KEPT: Final = 600
"""Entries that are kept at most."""

MOST_RUNS: Final = 40
"""Of rows side by side that went or came at once; each costs a millisecond where there are ten thousand."""

_END: Final = Qt.TextElideMode.ElideRight

AnyIndex = QModelIndex | QPersistentModelIndex


def second_line(entry: HistoryEntry, now: QDateTime) -> str:
    """When, how long, and where to."""
    parts = [words.moment_words(entry.begun, now), words.duration_words(entry.seconds), entry.target]
    if entry.text and entry.fate is not Fate.WRITTEN:
        parts.append(words.fate_words(entry.fate))
    return " · ".join(part for part in parts if part)


class HistoryModel(QAbstractListModel):
    """Newest first. `wanted` carries the ids of entries that are to be read; `show_entries` is the answer."""

    wanted = Signal(object)
    arrived = Signal()
    """Rows in view may have to be drawn anew. Not Qt's own signal for that: a list lays all its rows out at
    each, though none of them changes its height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, int] = {}
        self._entries: dict[int, HistoryEntry] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()

    @property
    def ids(self) -> tuple[int, ...]:
        """Of all rows."""
        return self._ids

    def show_found(self, ids: Sequence[int]) -> None:
        """Exactly these. What is known of them may have changed, and is read anew when it is seen."""
        new, old = tuple(ids), self._ids
        self._stale = set(self._entries)
        self._asked.clear()
        if new == old:
            self.arrived.emit()
            return
        if not self._follow(new):
            self.beginResetModel()
            self._take(new)
            self.endResetModel()
        self._entries = {id: entry for id, entry in self._entries.items() if id in self._rows}
        self._stale &= set(self._entries)
        self.arrived.emit()

    def show_entries(self, entries: Sequence[HistoryEntry], ids: Sequence[int]) -> None:
        """What was asked for. Of `ids` the history may have lost some."""
        self._asked.difference_update(ids)
        self._stale.difference_update(ids)
        for entry in entries:
            if entry.id in self._rows:
                # To the end: the entries that were read longest ago are the first to go.
                self._entries.pop(entry.id, None)
                self._entries[entry.id] = entry
        for id in list(self._entries)[: max(0, len(self._entries) - KEPT)]:
            del self._entries[id]
        self.arrived.emit()

    def row_of(self, entry_id: int) -> int:
        """Its row, or -1."""
        return self._rows.get(entry_id, -1)

    def entry(self, row: int) -> HistoryEntry | None:
        """What that row shows, as far as it is known; what is not is asked for."""
        if not 0 <= row < len(self._ids):
            return None
        id = self._ids[row]
        if (id not in self._entries or id in self._stale) and id not in self._asked:
            self._ask(row)
        return self._entries.get(id)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        entry = self.entry(index.row())
        if entry is None or role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return words.headline(entry)
        return f"{words.headline(entry)}. {second_line(entry, QDateTime.currentDateTime())}"

    def _ask(self, row: int) -> None:
        """For the page that the row is on, of which some may be on their way."""
        start = row // PAGE * PAGE
        page = self._ids[start : start + PAGE]
        wanted = [
            id for id in page if id not in self._asked and (id not in self._entries or id in self._stale)
        ]
        self._asked.update(wanted)
        self.wanted.emit(tuple(wanted))

    def _take(self, ids: tuple[int, ...]) -> None:
        self._ids, self._rows = ids, {id: row for row, id in enumerate(ids)}

    def _follow(self, new: tuple[int, ...]) -> bool:
        """Remove and insert rows as they went and came; False where they are others altogether, or so many
        that each would be told for long."""
        old = self._ids
        kept = set(new) & set(old)
        if not kept or [id for id in old if id in kept] != [id for id in new if id in kept]:
            return False
        gone, come = _runs([id not in kept for id in old]), _runs([id not in kept for id in new])
        if len(gone) + len(come) > MOST_RUNS:
            return False
        for start, end in reversed(gone):
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            self._take(self._ids[:start] + self._ids[end:])
            self.endRemoveRows()
        for start, end in come:
            self.beginInsertRows(QModelIndex(), start, end - 1)
            self._take(self._ids[:start] + new[start:end] + self._ids[start:])
            self.endInsertRows()
        return True


def _runs(wanted: Sequence[bool]) -> list[tuple[int, int]]:
    """Where runs of True begin and end."""
    found, at = [], 0
    for is_wanted, group in groupby(wanted):
        length = sum(1 for _ in group)
        if is_wanted:
            found.append((at, at + length))
        at += length
    return found


@dataclass(frozen=True, slots=True)
class HistoryRowPlan:
    """Where the parts of a row stand."""

    sign: QRectF | None
    head: QRectF
    facts: QRectF


def row_plan(card: QRectF, *, has_sign: bool) -> HistoryRowPlan:
    """Of a row with that card; its sign stands where its words begin."""
    left = card.left() + 12
    sign = mirrored(QRectF(left, card.top() + 10, 16, 16), card) if has_sign else None
    left += 24 * has_sign
    width = card.right() - left - 12
    head = mirrored(QRectF(left, card.top() + 8, width, 22), card)
    return HistoryRowPlan(sign, head, mirrored(QRectF(left, card.top() + 30, width, 20), card))


class HistoryDelegate(QStyledItemDelegate):
    """Draws a row: the text, and below it when, how long and where to; a shape where it failed."""

    def __init__(self, theme: Theme, now: Callable[[], QDateTime] = QDateTime.currentDateTime) -> None:
        super().__init__()
        self._theme, self._now = theme, now

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: HistoryEntry | None = index.data(ENTRY_ROLE)
        rect, colours = _rect(option), self._theme.colours
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        hovered = bool(_state(option) & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = mirrored(rect.adjusted(1, 1, -5, -1), rect)
        if chosen or hovered:
            focused = chosen and bool(_state(option) & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colours.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colours.selected if chosen else colours.hover)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1) if focused else card, RADIUS, RADIUS)
        if entry is not None:
            self._write(painter, option, card, entry)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, entry: HistoryEntry
    ) -> None:
        colours, plan = self._theme.colours, row_plan(card, has_sign=entry.fate is not Fate.WRITTEN)
        if plan.sign is not None:
            shape, colour = self._sign(entry.fate)
            self._theme.icons.paint(painter, shape, plan.sign, colour)
        font = QFont(_font(option))
        painter.setFont(font)
        painter.setPen(colours.text if entry.text else colours.muted)
        # The whole of a long dictation would be measured otherwise: more than this never fits a row.
        head = painter.fontMetrics().elidedText(words.headline(entry)[:400], _END, int(plan.head.width()))
        if entry.text:
            write_own(painter, plan.head, head)
        else:
            painter.drawText(plan.head, leading() | Qt.AlignmentFlag.AlignVCenter, head)
        font.setPixelSize(LABEL_PX)
        painter.setFont(font)
        painter.setPen(colours.muted)
        facts = second_line(entry, self._now())
        facts = painter.fontMetrics().elidedText(facts, _END, int(plan.facts.width()))
        painter.drawText(plan.facts, leading() | Qt.AlignmentFlag.AlignVCenter, facts)

    def _sign(self, fate: Fate) -> tuple[str, QColor]:
        colours = self._theme.colours
        return {
            Fate.NOTHING_HEARD: ("quiet", colours.muted),
            # It can be had after all: another shape than that of what went wrong.
            Fate.INTERRUPTED: ("again", colours.work),
        }.get(fate, ("triangle", colours.live))


def _rect(option: QStyleOptionViewItem) -> QRectF:
    return QRectF(option.rect)


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    found: QStyle.StateFlag = option.state
    return found


def _font(option: QStyleOptionViewItem) -> QFont:
    found: QFont = option.font
    return found
