"""The list of the files: buttons in its rows, keys and a menu for all that can be done, and moving by
dragging.

It says what is wanted of which jobs (`acted`, `moved`, `chosen`); the order changes when the queue says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from app.domain.file_queue import FileJob, FileQueue
from app.domain.media import SoundChoice
from app.ui.file_acts import KEYS, Act, act_words, acts_of
from app.ui.file_choice import add_choices
from app.ui.file_model import ROWS_TYPE, FileModel
from app.ui.file_row import JOB_ROLE, FileDelegate
from app.ui.theme import Theme

_OF_ONE: Final = (Act.OPEN, Act.FOLDER)
"""What is done with the current job only, however many are selected."""


def moves_to(ids: Sequence[int], chosen: Sequence[int], gap: int) -> list[tuple[int, int]]:
    """The moves, each a job and the place it then has, that bring the `chosen` of `ids` together into the
    gap before place `gap` of the list as it is, in their order."""
    rows = {job: row for row, job in enumerate(ids)}
    above = [job for job in ids[:gap] if job in set(chosen)]
    below = [job for job in ids[gap:] if job in set(chosen)]
    moves = [(job, gap - 1 - at) for at, job in enumerate(reversed(above))]
    moves += [(job, gap + at) for at, job in enumerate(below)]
    stays = [rows[job] for job in (*above, *below)] == [place for _, place in _by_place(moves)]
    return [] if stays else moves


def _by_place(moves: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(moves, key=lambda move: move[1])


class FileList(QListView):
    """Shows a `FileModel`."""

    acted = Signal(Act, list)
    """An act, and the numbers of the jobs that it is wanted of."""
    moved = Signal(int, int)
    """A job and its new place."""
    chosen = Signal(int, object)
    """A job and the `SoundChoice` that is wanted of it."""

    def __init__(self, theme: Theme, model: FileModel) -> None:
        super().__init__()
        self._theme, self._files = theme, model
        self._pressed: tuple[int, Act] | None = None
        self._gap: int | None = None
        self.setModel(model)
        self.delegate = FileDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Files"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)
        self.viewport().setAcceptDrops(True)
        self.setAcceptDrops(True)
        self.verticalScrollBar().setSingleStep(24)
        model.redrawn.connect(self._redraw)
        model.rowsInserted.connect(self._point_at_first)
        self.doubleClicked.connect(lambda index: self._act(Act.OPEN, [index.data(JOB_ROLE)]))
        theme.changed.connect(self.viewport().update)

    def show_queue(self, queue: FileQueue) -> None:
        """What rows say of the whole queue."""
        self.delegate.queue = queue

    @property
    def selected(self) -> list[FileJob]:
        """From top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._files.job(row) for row in rows]

    # --- what is asked for ---

    def _act(self, act: Act, jobs: Sequence[FileJob]) -> None:
        able = [job.id for job in jobs if act in acts_of(job)]
        if able:
            self.acted.emit(act, able)

    def _targets(self, act: Act) -> list[FileJob]:
        current = self.currentIndex().data(JOB_ROLE)
        selected = self.selected
        # Whoever has come by the tab key has selected nothing yet.
        if act in _OF_ONE or not selected:
            return [] if current is None else [current]
        return selected

    def _press_key(self, act: Act) -> None:
        match act:
            case Act.UP | Act.DOWN:
                self._step(-1 if act is Act.UP else 1)
            case Act.PAUSE:
                # One key for both: what can be paused is, and where there is nothing, it goes on.
                jobs = self._targets(act)
                can_pause = any(Act.PAUSE in acts_of(job) for job in jobs)
                self._act(Act.PAUSE if can_pause else Act.RESUME, jobs)
            case _:
                self._act(act, self._targets(act))

    def _step(self, by: int) -> None:
        """Move the selected ones by a place, unless they are at the end already."""
        ids = [job.id for job in self._files.jobs]
        chosen = [job.id for job in self._targets(Act.UP)]
        if not chosen:
            return
        first, last = ids.index(chosen[0]), ids.index(chosen[-1])
        gap = max(0, first - 1) if by < 0 else min(len(ids), last + 2)
        self._move(chosen, gap)

    def _move(self, chosen: Sequence[int], gap: int) -> None:
        for job, place in moves_to([job.id for job in self._files.jobs], chosen, gap):
            self.moved.emit(job, place)

    # --- keys and the menu ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Those of the number pad are the same ones.
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, key))
        for act, keys in KEYS.items():
            if pressed == QKeySequence(keys):
                event.accept()
                self._press_key(act)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at, where = event.pos(), event.globalPos()
        index = self.indexAt(at)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self._open_menu(index, where)

    def _open_menu(self, index: QModelIndex, where: QPoint) -> None:
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        else:
            self._point_at(index)
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def make_menu(self) -> QMenu:
        """Everything that can be done with the selected jobs."""
        menu, jobs = QMenu(self), self.selected
        current: FileJob | None = self.currentIndex().data(JOB_ROLE)
        offered = dict.fromkeys(act for job in jobs for act in acts_of(job))
        for act in (Act.OPEN, Act.FOLDER, Act.PAUSE, Act.RESUME, Act.CANCEL, Act.RETRY):
            target = next((job for job in self._targets(act) if act in acts_of(job)), None)
            if act in offered and target is not None:
                self._add(menu, act, target)
        if current is not None and len(jobs) == 1:
            add_choices(menu, current, lambda choice: self._choose(current, choice))
        menu.addSeparator()
        if current is not None:
            for act in (Act.UP, Act.DOWN):
                self._add(menu, act, current)
        if current is not None and Act.REMOVE in offered:
            menu.addSeparator()
            self._add(menu, Act.REMOVE, current)
        return menu

    def _add(self, menu: QMenu, act: Act, job: FileJob) -> None:
        keys = QKeySequence(KEYS[act]).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{act_words(act, job)}\t{keys}")
        wanted = self._step if act in (Act.UP, Act.DOWN) else None
        if wanted is not None:
            action.triggered.connect(lambda: wanted(-1 if act is Act.UP else 1))
        else:
            action.triggered.connect(lambda: self._act(act, self._targets(act)))

    def _choose(self, job: FileJob, choice: SoundChoice) -> None:
        self.chosen.emit(job.id, choice)

    # --- the buttons in the rows ---

    def _button_at(self, at: QPointF) -> tuple[int, Act] | None:
        index = self.indexAt(at.toPoint())
        job = index.data(JOB_ROLE)
        if job is None:
            return None
        act = self.delegate.button_at(job, self.visualRect(index), at)
        return None if act is None else (job.id, act)

    def _heat(self, hot: tuple[int, Act] | None) -> None:
        is_down = hot is not None and hot == self._pressed
        if (hot, is_down) != (self.delegate.hot, self.delegate.is_down):
            self.delegate.hot, self.delegate.is_down = hot, is_down
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._button_at(event.position())
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            self._pressed = None
            super().mousePressEvent(event)
        else:
            # The focus ring is where the hand is; nothing is selected.
            self._point_at(self.indexAt(event.position().toPoint()))
        self._heat(self._button_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._heat(self._button_at(event.position()))
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        under = self._button_at(event.position())
        self._heat(under)
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif pressed == under:
            self._click(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks on a button are two clicks.
        if self._button_at(event.position()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._heat(None)
        super().leaveEvent(event)

    def _click(self, job: int, act: Act) -> None:
        index = self._files.index(self._files.row_of(job))
        if act is Act.MORE:
            plan = self.delegate.plan(index.data(JOB_ROLE), self.visualRect(index).width())
            corner = plan.buttons[-1][1].bottomLeft() + self.visualRect(index).topLeft()
            self._open_menu(index, self.viewport().mapToGlobal(corner))
        else:
            self._act(act, [index.data(JOB_ROLE)])

    # --- moving by dragging ---

    def startDrag(self, supported: Qt.DropAction) -> None:
        indexes = self.selectionModel().selectedIndexes()
        if indexes:
            drag = QDrag(self)
            drag.setMimeData(self._files.mimeData(indexes))
            # Whoever moves takes the files away from where they were saved: a copy is all that is offered.
            # What comes down on the list itself is known by where it comes from.
            drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)
        if event.isAccepted():
            self._scroll_at_edge(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._follow(event)
        self._show_gap(None)
        if event.isAccepted():
            ids = [int(each) for each in bytes(event.mimeData().data(ROWS_TYPE).data()).split()]
            self._move(ids, self.gap_at(event.position().toPoint()))

    def gap_at(self, at: QPoint) -> int:
        """Before which place something lands that is let go at a point of the view."""
        index = self.indexAt(at)
        if not index.isValid():
            return self._files.rowCount() if at.y() > 0 else 0
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _follow(self, event: QDropEvent) -> None:
        """Only rows of this list: all else goes on to the page."""
        if event.source() is self and event.mimeData().hasFormat(ROWS_TYPE):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_gap(self.gap_at(event.position().toPoint()))
        else:
            event.ignore()

    def _scroll_at_edge(self, at: QPoint) -> None:
        bar, margin = self.verticalScrollBar(), self.autoScrollMargin()
        if at.y() < margin:
            bar.setValue(bar.value() - bar.singleStep())
        elif at.y() > self.viewport().height() - margin:
            bar.setValue(bar.value() + bar.singleStep())

    def _show_gap(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    # --- how it is shown ---

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None or not self._files.rowCount():
            return
        is_last = self._gap >= self._files.rowCount()
        beside = self.visualRect(self._files.index(self._gap - is_last))
        y = beside.bottom() if is_last else max(1, beside.top())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colours.accent, 2))
        painter.drawLine(beside.left(), y, beside.right(), y)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.delegate.forget_heights()
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Words wrap anew, so rows may have another height.
        self.scheduleDelayedItemsLayout()

    def _point_at_first(self) -> None:
        """Whoever comes by the keyboard comes to a row; it is not selected before."""
        if not self.currentIndex().isValid():
            self._point_at(self._files.index(0))

    def _point_at(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _redraw(self, rows: Sequence[int]) -> None:
        for row in rows:
            index = self._files.index(row)
            place = self.visualRect(index)
            if place.height() != self.delegate.height(self._files.job(row)):
                self.scheduleDelayedItemsLayout()
            self.viewport().update(place)
