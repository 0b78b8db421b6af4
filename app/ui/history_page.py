"""The past: search it, read it, take something from it.

List and entry stand side by side where there is room for both; below 560 logical pixels the list is shown
until an entry is opened, and a button (or Escape) leads back.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.domain.history import HistoryEntry
from app.domain.styles import Styles
from app.services.view import ViewState
from app.ui import words
from app.ui.controls import label, margins
from app.ui.history_detail import HistoryDetail
from app.ui.history_list import ENTRY_ROLE, HistoryDelegate, HistoryModel
from app.ui.search_field import SearchField
from app.ui.theme import Theme

NARROW: Final = 560

LIST_WIDTH: Final = (264, 400)
"""The least and the most that the list takes beside the entry; between them, three tenths."""

TYPING_PAUSE_MS: Final = 150
"""A search goes out when the typing pauses, not at every letter."""


class HistoryPage(QWidget):
    """Search field, list and the chosen entry."""

    searched = Signal(str)
    more_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._opened = False
        self._todo = ""
        self.search = SearchField(theme, self.tr("Search what was said"), self.tr("Search the history"))
        self.search.left.connect(self._enter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.model = HistoryModel(self)
        self.list = self._make_list(theme)
        self.detail = HistoryDetail(theme)
        self.detail.back_requested.connect(self.close_entry)
        self.empty_title = label("", "hero", wrap=True)
        self.empty_hint = label("", "hint", wrap=True)
        self.model.more_wanted.connect(self.more_wanted)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_entry)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()
        self._arrange()

    def show_entries(self, entries: tuple[HistoryEntry, ...], more: bool) -> None:
        """Exactly these, newest first; the chosen one stays chosen."""
        index = self.list.currentIndex()
        chosen = index.data(ENTRY_ROLE).id if index.isValid() else 0
        self.model.show_entries(entries, more)
        row = self.model.row_of(chosen)
        if row < 0:
            self._opened = False
            row = 0
        if entries:
            self.list.setCurrentIndex(self.model.index(row))
            self.detail.show_entry(entries[row])
        self._arrange()

    def show_state(self, state: ViewState) -> None:
        """How to make the first entry."""
        todo = words.invitation(state.hotkey, state.hotkey_mode)
        if todo != self._todo:
            self._todo = todo
            self._arrange()

    def show_styles(self, styles: Styles) -> None:
        """The styles of the clean-up."""
        self.detail.show_styles(styles)

    def close_entry(self) -> None:
        """Back to the list, where only one of them has room."""
        if self._opened and self.is_narrow:
            self._opened = False
            self._arrange()
            self.list.setFocus()

    def focus_search(self) -> None:
        """Begin to search."""
        self.close_entry()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def is_narrow(self) -> bool:
        """Whether list and entry take turns."""
        return self.width() < NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _enter(self) -> None:
        """From the search to what it has found."""
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, index: QModelIndex) -> None:
        self._opened = True
        self._arrange()
        if self.is_narrow:
            (self.detail.text if self.detail.text.isVisible() else self.detail.back).setFocus()

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.detail.show_entry(index.data(ENTRY_ROLE))

    def _arrange(self) -> None:
        any_entry = bool(self.model.entries)
        searching = bool(self.search.text().strip())
        self.empty_title.setText(self.tr("Nothing found.") if searching else self.tr("Nothing said yet."))
        self.empty_hint.setText(
            self.tr("Try fewer or other words.")
            if searching
            else self.tr("Every dictation is kept here, to be found, copied and used again. %1").replace(
                "%1", self._todo
            )
        )
        self._empty.setVisible(not any_entry)
        self.list.setVisible(any_entry)
        self._left.setVisible(not (self.is_narrow and self._opened and any_entry))
        self.detail.setVisible(any_entry and (not self.is_narrow or self._opened))
        self.detail.back.setVisible(self.is_narrow)
        single = self.is_narrow or not any_entry
        least, most = LIST_WIDTH
        beside = min(most, max(least, round(self.width() * 0.3)))
        self._left.setMinimumWidth(1 if single else beside)
        self._left.setMaximumWidth(16_777_215 if single else beside)

    def _make_list(self, theme: Theme) -> QListView:
        view = QListView()
        view.setModel(self.model)
        self._delegate = HistoryDelegate(theme)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Past dictations"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(view.viewport().update)
        return view

    def _lay_out(self) -> None:
        self._empty = QWidget()
        blank = QVBoxLayout(self._empty)
        margins(blank, 8, 12, 8, 0, 4)
        blank.addWidget(self.empty_title)
        blank.addWidget(self.empty_hint)
        blank.addStretch(1)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        margins(column, 0, 0, 0, 0, 8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        margins(row, 16, 12, 16, 12, 12)
        row.addWidget(self._left, 1)
        row.addWidget(self.detail, 2)
