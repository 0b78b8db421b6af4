"""A file in the list: where everything in its row stands, and how it is drawn.

Rows are drawn and not built of widgets, so that hundreds scroll smoothly and ten updates a second cost
nothing but the painting of what has changed. A row is as high as its words need: a failure is read in full.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from app.domain.clock_times import short_clock
from app.domain.file_queue import FileJob, FileQueue, JobState
from app.ui import files_words as words
from app.ui.directions import is_mirrored, mirrored, mirrored_box, trailing, write_own, write_wrapped
from app.ui.file_acts import Act, act_words, shown_acts
from app.ui.theme import CONTROL_PX, LABEL_PX, RADIUS, Theme

JOB_ROLE: Final = Qt.ItemDataRole.UserRole
NARROW: Final = 480
"""Below this width a row has two buttons."""

_EDGE: Final = 10
_SIDE: Final = 12
_GLYPH: Final = 20
_BUTTON: Final = 32
_ICON: Final = 20
_LINE: Final = 6
"""How high the progress line is."""
_TEXT: Final = 44
"""How high name and one line of words are."""
_MOST_KEPT: Final = 4000
_SLACK: Final = 2
"""Fractions of a pixel that fonts lose when they are measured in whole ones."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Where the parts of a row stand, in the coordinates of its rectangle."""

    glyph: QRect
    name: QRect
    words: QRect
    line: QRect | None
    buttons: tuple[tuple[Act, QRect], ...]

    @property
    def height(self) -> int:
        """Of the whole row."""
        last = self.line if self.line is not None else self.words
        return last.bottom() + 1 + _EDGE

    def mirrored(self, width: int) -> RowPlan:
        """The same, of a row that runs from right to left."""

        def turned(rect: QRect) -> QRect:
            return mirrored_box(rect, QRect(0, 0, width, 1), Qt.LayoutDirection.RightToLeft)

        return replace(
            self,
            glyph=turned(self.glyph),
            name=turned(self.name),
            words=turned(self.words),
            line=None if self.line is None else turned(self.line),
            buttons=tuple((act, turned(rect)) for act, rect in self.buttons),
        )


def has_line(job: FileJob) -> bool:
    """Whether a line shows how far it is."""
    stands = job.state in (JobState.PAUSED, JobState.WAITING) and job.done_seconds > 0
    return stands or job.state is JobState.RUNNING


class FileDelegate(QStyledItemDelegate):
    """Draws the jobs of `queue`. `hot` is the button under the mouse, by job and act, `is_down` whether it is
    pressed."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.queue = FileQueue()
        self.hot: tuple[int, Act] | None = None
        self.is_down = False
        self._heights: dict[tuple[str, int, str], int] = {}
        self._rows: dict[int, tuple[FileJob, object, int]] = {}
        """By job the height of its row, and what it depends on: a layout asks for those of all rows."""

    # --- where things stand ---

    def plan(self, job: FileJob, width: int) -> RowPlan:
        """Of a row that is so wide."""
        acts = shown_acts(job, is_narrow=width < NARROW)
        first = width - 4 - _BUTTON * len(acts)
        top = _EDGE + (_TEXT - _BUTTON) // 2
        buttons = tuple(
            (act, QRect(first + _BUTTON * at, top, _BUTTON, _BUTTON)) for at, act in enumerate(acts)
        )
        left = _SIDE + _GLYPH + _SIDE
        room = max(24, first - 8 - left)
        name = QRect(left, _EDGE, room, 22)
        said = QRect(left, name.bottom() + 3, room, self._words_height(job, room))
        line = QRect(left, said.bottom() + 7, room, _LINE) if has_line(job) else None
        glyph = QRect(_SIDE, _EDGE + 1, _GLYPH, _GLYPH)
        plan = RowPlan(glyph, name, said, line, buttons)
        return plan.mirrored(width) if is_mirrored() else plan

    def button_at(self, job: FileJob, row: QRect, at: QPointF) -> Act | None:
        """The button of the row in rectangle `row` that is at a point of the view."""
        inner = at.toPoint() - row.topLeft()
        return next((act for act, rect in self.plan(job, row.width()).buttons if rect.contains(inner)), None)

    def height(self, job: FileJob) -> int:
        """What the row of `job` needs in the view as it is now."""
        width, queue = self._view.viewport().width(), self.queue
        told = job.state is JobState.RUNNING and (queue.is_paused, queue.is_overtaken, queue.is_loading)
        known, else_of = self._rows.get(job.id), (width, told)
        if known is not None and known[0] is job and known[1] == else_of:
            return known[2]
        found = self.plan(job, width).height
        if len(self._rows) > _MOST_KEPT:
            self._rows.clear()
        self._rows[job.id] = job, else_of, found
        return found

    def forget_heights(self) -> None:
        """Words are drawn in another font."""
        self._rows.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(160, self.height(index.data(JOB_ROLE)))

    def _words_height(self, job: FileJob, width: int) -> int:
        text, font = words.job_words(job, self.queue), _font(self._view.font(), LABEL_PX)
        key = (text, width, font.family())
        found = self._heights.get(key)
        if found is None:
            if len(self._heights) > _MOST_KEPT:
                self._heights.clear()
            room = QRect(0, 0, width - _SLACK, 10_000)
            box = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap.value, text)
            found = self._heights[key] = max(18, box.height())
        return found

    # --- how they are drawn ---

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        job: FileJob = index.data(JOB_ROLE)
        row, state = QRect(option.rect), _state(option)
        plan, colours = self.plan(job, row.width()), self._theme.colours
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        has_ring = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(row.topLeft())
        card = QRectF(0, 0, row.width(), row.height()).adjusted(1, 1, -1, -2)
        painter.setPen(QPen(colours.accent, 2) if has_ring else Qt.PenStyle.NoPen)
        painter.setBrush(
            colours.selected if is_chosen else colours.hover if is_under else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if not (is_chosen or is_under or has_ring):
            painter.setPen(QPen(colours.line, 1))
            whole = QRectF(0, 0, row.width(), row.height())
            below = mirrored(whole.adjusted(_SIDE, 0, 0, -0.5), whole)
            painter.drawLine(below.bottomLeft(), below.bottomRight())
        self._glyph(painter, job, QRectF(plan.glyph))
        self._name(painter, job, plan.name, option.font)
        painter.setFont(_font(option.font, LABEL_PX))
        painter.setPen(colours.text if job.state is JobState.FAILED else colours.muted)
        write_wrapped(painter, plan.words, words.job_words(job, self.queue))
        if plan.line is not None:
            self._progress(painter, QRectF(plan.line), job)
        for act, rect in plan.buttons:
            self._button(painter, job, act, QRectF(rect))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        job = index.data(JOB_ROLE)
        if job is None:
            return False
        act = self.button_at(job, QRect(option.rect), QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), act_words(act, job) if act else job.path, view)
        return True

    def _glyph(self, painter: QPainter, job: FileJob, rect: QRectF) -> None:
        shape, named = words.job_shape(job, self.queue)
        colour: QColor = getattr(self._theme.colours, named)
        if shape != "working":
            self._theme.icons.paint(painter, shape, rect, colour)
            return
        # The three dots of whatever is at work.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for at in range(3):
            painter.drawEllipse(QPointF(rect.left() + 3.5 + 6.5 * at, rect.center().y()), 2.4, 2.4)

    def _name(self, painter: QPainter, job: FileJob, rect: QRect, font: QFont) -> None:
        colours = self._theme.colours
        length = "" if job.seconds is None else short_clock(job.seconds)
        if length:
            painter.setFont(_font(font, LABEL_PX))
            painter.setPen(colours.muted)
            painter.drawText(rect, trailing() | Qt.AlignmentFlag.AlignVCenter, length)
            taken = painter.fontMetrics().horizontalAdvance(length) + 12
            rect = mirrored_box(rect.adjusted(0, 0, -taken, 0), rect)
        painter.setFont(_font(font, CONTROL_PX))
        is_off = job.state in (JobState.CANCELLED, JobState.PAUSED)
        painter.setPen(colours.muted if is_off else colours.text)
        name = painter.fontMetrics().elidedText(
            words.name_of(job), Qt.TextElideMode.ElideMiddle, rect.width()
        )
        write_own(painter, rect, name)

    def _progress(self, painter: QPainter, whole: QRectF, job: FileJob) -> None:
        colours = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        painter.drawRoundedRect(whole, _LINE / 2, _LINE / 2)
        share = words.share_of(job)
        if share > 0:
            stands = job.state is not JobState.RUNNING or self.queue.is_paused or self.queue.is_overtaken
            painter.setBrush(colours.muted if stands else colours.accent)
            # Never narrower than it is high, so that its ends stay round.
            done = QRectF(whole)
            done.setWidth(max(float(_LINE), whole.width() * share))
            painter.drawRoundedRect(mirrored(done, whole), _LINE / 2, _LINE / 2)

    def _button(self, painter: QPainter, job: FileJob, act: Act, rect: QRectF) -> None:
        colours, is_hot = self._theme.colours, self.hot == (job.id, act)
        if is_hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.line if self.is_down else colours.selected)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inset = (rect.width() - _ICON) / 2
        icon = rect.adjusted(inset, inset, -inset, -inset)
        self._theme.icons.paint(painter, act, icon, colours.text if is_hot else colours.muted)


def _font(font: QFont, pixels: int) -> QFont:
    """`font` in another size."""
    sized = QFont(font)
    sized.setPixelSize(pixels)
    return sized


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    found: QStyle.StateFlag = option.state
    return found
