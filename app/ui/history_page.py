"""The past: search it, read it, take something from it.

List and entry stand side by side where there is room for both; below 560 logical pixels the list is shown
until an entry is opened, and a button (or Escape) leads back. Several rows are chosen with Shift and Ctrl;
Delete removes what is chosen, and for some seconds it can be brought back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from app.domain.history import HistoryEntry
from app.domain.history_search import Search
from app.domain.models import ModelState
from app.domain.styles import Styles
from app.services.view import ViewState
from app.services.view_anew import AnewView
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import label, margins
from app.ui.history_bars import FilterButton, HistoryLine, filter_words
from app.ui.history_detail import HistoryDetail
from app.ui.history_list import HistoryDelegate, HistoryModel
from app.ui.question import Question
from app.ui.search_field import SearchField
from app.ui.theme import Theme

NARROW: Final = 560

LIST_WIDTH: Final = (264, 400)
"""The least and the most that the list takes beside the entry; between them, three tenths."""

TYPING_PAUSE_MS: Final = 150
"""A search goes out when the typing pauses, not at every letter."""


class HistoryPage(QWidget):
    """Search field, filter, list and the chosen entry."""

    searched = Signal(object)
    """The `Search` that is to be made."""
    wanted = Signal(object)
    """The ids of entries that are to be read."""
    delete_requested = Signal(object)
    """The ids of those to be deleted."""
    bring_back_requested = Signal()
    export_requested = Signal(object, object, object)
    """The ids, the `Path` of the file, and its `HistoryFormat`."""
    folder_requested = Signal(object)
    """The `Path` of a file whose folder is to be shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._opened = False
        self._todo = ""
        self._awaited = 0
        self._found = Search()
        self._exported: Path | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.model = HistoryModel(self)
        self._make_parts(theme)
        self._connect()
        self._lay_out()
        self._arrange()

    # --- what is shown ---

    def show_found(self, search: Search, ids: Sequence[int]) -> None:
        """Exactly these, newest first; the chosen ones stay chosen. `search` is what found them."""
        before = self.list.currentIndex().row()
        chosen = self._current_id()
        if self._awaited in ids:
            chosen, self._awaited, self._opened = self._awaited, 0, True
        is_other, self._found = search != self._found, search
        self.model.show_found(ids)
        row = self.model.row_of(chosen)
        if row < 0:
            self._opened = False
            # In place of one that is gone the next; of what another search finds the first.
            row = 0 if is_other or before < 0 else min(before, len(ids) - 1)
        if ids:
            self._choose(row)
            self._show_current()
        self._arrange()

    def show_entries(self, entries: Sequence[HistoryEntry], ids: Sequence[int]) -> None:
        """Those of `ids`, which were `wanted`, that there are."""
        self.model.show_entries(entries, ids)
        if self._current_id() in ids:
            self._show_current()
            self._arrange()

    def show_deleted(self, count: int) -> None:
        """So many can be brought back; 0: none any more."""
        if count == 1:
            sentence = self.tr("Deleted.")
        else:
            sentence = self.tr("%1 deleted.").replace("%1", f"{count:,}") if count else ""
        self.deleted.say(sentence)

    def show_models(self, models: Sequence[ModelState]) -> None:
        """The models of the catalogue; those on this computer are offered."""
        self.detail.show_models(tuple(model.name for model in models if model.path is not None))

    def show_anew(self, recording: str, anew: AnewView | None) -> None:
        """That recording is written down once more, or was; None: there is nothing to choose."""
        self.detail.show_anew(recording, anew)

    def show_exported(self, path: Path, sentence: str = "") -> None:
        """The file is written, or a sentence on why it is not."""
        self._exported = None if sentence else path
        self.exported.say(sentence or self.tr("Saved as %1.").replace("%1", path.name))
        self.exported.button.setVisible(not sentence)

    def show_replay(self, recording: str, seconds: float | None) -> None:
        """That recording is heard at that second; None: it is silent."""
        self.detail.show_replay(recording, seconds)

    def show_state(self, state: ViewState) -> None:
        """How to make the first entry."""
        todo = words.invitation(state.hotkey, state.hotkey_mode)
        if todo != self._todo:
            self._todo = todo
            self._arrange()

    def show_styles(self, styles: Styles) -> None:
        """The styles of the clean-up."""
        self.detail.show_styles(styles)

    def show_style(self, name: str) -> None:
        """The style that is set; empty is the first."""
        self.detail.acts.show_style(name)

    # --- what the user does ---

    def open_entry(self, id: int) -> None:
        """Show that one, whatever is searched for."""
        self._awaited = id
        self.filter.choose(Search())
        self.search.clear()
        self._search()

    def close_entry(self) -> None:
        """Back to the list, where only one of them has room."""
        if self._opened and self.is_narrow:
            self._opened = False
            self._arrange()
            self.list.setFocus()

    def _leave(self) -> None:
        """What Escape does: take the question back, or go back to the list."""
        if self.question.isVisible():
            self.question.forget()
        else:
            self.close_entry()

    def focus_search(self) -> None:
        """Begin to search."""
        self.close_entry()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def chosen_ids(self) -> tuple[int, ...]:
        """Of the chosen rows, from the top."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.model.ids[row] for row in rows)

    @property
    def is_narrow(self) -> bool:
        """Whether list and entry take turns."""
        return self.width() < NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(replace(self.filter.chosen, words=self.search.text().strip()))

    def _delete_chosen(self) -> None:
        if ids := self.chosen_ids:
            self.delete_requested.emit(ids)

    def _ask_to_delete_all(self) -> None:
        count = f"{len(self.model.ids):,}"
        if self._found == Search():
            question = self.tr("Delete all %1 dictations of the history, with their recordings?")
        else:
            question = self.tr("Delete all %1 dictations that are found, with their recordings?")
        self.question.ask(
            question.replace("%1", count),
            self.tr("Delete all"),
            lambda: self.delete_requested.emit(self.model.ids),
        )

    def _show_everything(self) -> None:
        self.filter.choose(Search())

    def _enter(self) -> None:
        """From the search to what it has found."""
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, index: QModelIndex) -> None:
        if len(self.chosen_ids) > 1:
            return
        self._opened = True
        self._arrange()
        if self.is_narrow:
            (self.detail.text if self.detail.text.isVisible() else self.detail.back).setFocus()

    # --- how ---

    def _current_id(self) -> int:
        row = self.list.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else 0

    def _choose(self, row: int) -> None:
        selection, index = self.list.selectionModel(), self.model.index(row)
        if self.list.currentIndex() != index or not selection.hasSelection():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_current(self) -> None:
        entry = self.model.entry(self.list.currentIndex().row())
        if entry is not None:
            self.detail.show_entry(entry)

    def _say_chosen(self) -> None:
        count = len(self.list.selectionModel().selectedIndexes())
        sentence = self.tr("%1 chosen").replace("%1", f"{count:,}") if count > 1 else ""
        if sentence != self.chosen.words.text():
            self.chosen.say(sentence)

    def _make_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        found = bool(self.model.ids)
        choose = menu.addAction(self.tr("Choose all"), self.list.selectAll)
        delete = menu.addAction(self.tr("Delete all that is listed …"), self._ask_to_delete_all)
        choose.setEnabled(found)
        delete.setEnabled(found)
        menu.addSeparator()
        chosen = self.chosen_ids
        if len(chosen) > 1:
            words_ = self.tr("Save the %1 chosen as").replace("%1", f"{len(chosen):,}")
            self._add_formats(menu.addMenu(words_), chosen)
        self._add_formats(menu.addMenu(self.tr("Save all that is listed as")), self.model.ids)

    def _add_formats(self, menu: QMenu, ids: tuple[int, ...]) -> None:
        # Loaded with the first menu, as few write the history to files.
        from app.ui.history_export import add_formats

        menu.setEnabled(bool(ids))
        add_formats(menu, self, lambda path, format: self.export_requested.emit(ids, path, format))

    def _arrange(self) -> None:
        any_entry = bool(self.model.ids)
        # By what was typed, too: its answer is on its way.
        filtered, worded = self.filter.chosen.is_filtered, bool(self.search.text().strip())
        self.filtered.say(filter_words(self.filter.chosen))
        self.empty_title.setText(
            self.tr("Nothing found.") if filtered or worded else self.tr("Nothing said yet.")
        )
        if filtered:
            hint = self.tr("The filter leaves out what is not “%1”.").replace(
                "%1", filter_words(self.filter.chosen)
            )
        elif worded:
            hint = self.tr("Try fewer or other words.")
        else:
            hint = self.tr("Every dictation is kept here, to be found, copied and used again. %1").replace(
                "%1", self._todo
            )
        self.empty_hint.setText(hint)
        self.unfilter.setVisible(filtered)
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

    def _make_parts(self, theme: Theme) -> None:
        self.search = SearchField(theme, self.tr("Search"), self.tr("Search the history"))
        self.filter = FilterButton(theme)
        self.more = Button(theme, self.tr("More"), "more", "icon")
        self.more.setMenu(QMenu(self.more))
        self.filtered = HistoryLine(theme, "filter", "accent", self.tr("Show all"))
        self.chosen = HistoryLine(theme, "check", "accent", self.tr("Delete"))
        self.deleted = HistoryLine(theme, "trash", "muted", self.tr("Bring back"))
        self.exported = HistoryLine(theme, "export", "muted", self.tr("Show in folder"))
        self.question = Question(theme)
        self.list = self._make_list(theme)
        self.detail = HistoryDetail(theme)
        self.empty_title = label("", "hero", wrap=True)
        self.empty_hint = label("", "hint", wrap=True)
        self.unfilter = Button(theme, self.tr("Look without the filter"), widest=240)

    def _connect(self) -> None:
        self.search.left.connect(self._enter)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.filter.narrowed.connect(lambda _: self._search())
        self.filter.narrowed.connect(lambda _: self._arrange())
        self.filtered.acted.connect(self._show_everything)
        self.unfilter.clicked.connect(self._show_everything)
        self.unfilter.clicked.connect(self.search.setFocus)
        self.chosen.acted.connect(self._delete_chosen)
        self.deleted.acted.connect(self.bring_back_requested)
        self.exported.acted.connect(self._show_folder)
        self.question.left.connect(self._enter)
        self.more.menu().aboutToShow.connect(self._make_menu)
        self.model.wanted.connect(self.wanted)
        self.model.arrived.connect(self.list.viewport().update)
        self.detail.back_requested.connect(self.close_entry)
        self.detail.delete_requested.connect(lambda id: self.delete_requested.emit((id,)))
        self.list.selectionModel().currentChanged.connect(lambda _: self._show_current())
        self.list.selectionModel().selectionChanged.connect(lambda _: self._say_chosen())
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._delete_chosen)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        for reader in (self.list, self.detail.text):
            play = QShortcut(QKeySequence(Qt.Key.Key_Space), reader, self.detail.toggle_replay)
            play.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.list, self._bring_back)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _show_folder(self) -> None:
        self.exported.say("")
        if self._exported is not None:
            self.folder_requested.emit(self._exported)

    def _bring_back(self) -> None:
        if self.deleted.isVisible():
            self.bring_back_requested.emit()

    def _make_list(self, theme: Theme) -> QListView:
        view = QListView()
        view.setModel(self.model)
        self._delegate = HistoryDelegate(theme)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Past dictations"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        blank.addSpacing(8)
        blank.addWidget(self.unfilter, 0, Qt.AlignmentFlag.AlignLeft)
        blank.addStretch(1)
        head = QHBoxLayout()
        margins(head, 0, 0, 0, 0, 4)
        head.addWidget(self.search, 1)
        head.addWidget(self.filter)
        head.addWidget(self.more)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        margins(column, 0, 0, 0, 0, 8)
        column.addLayout(head)
        for line in (self.question, self.deleted, self.exported, self.filtered, self.chosen):
            column.addWidget(line)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        margins(row, 16, 12, 16, 12, 12)
        row.addWidget(self._left, 1)
        row.addWidget(self.detail, 2)
