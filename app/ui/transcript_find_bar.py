"""The bar with which words are found in a transcript and replaced. It looks for nothing itself: it says what
is wanted and is told what was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.transcript_find import Search
from app.ui import transcript_words as words
from app.ui.buttons import Button
from app.ui.controls import Reflow, Tick, label, margins
from app.ui.flow import Flow
from app.ui.search_field import SearchField
from app.ui.text_box import TextField
from app.ui.theme import Theme

TURN: Final = 620
REPLACE_TURN: Final = 440


class FindBar(QWidget):
    """`search_changed` carries the Search; `stepped` 1 for the next place and -1 for the one before;
    `replace_wanted` the new text for the place that is shown, `replace_all_wanted` that for all."""

    search_changed = Signal(object)
    stepped = Signal(int)
    replace_wanted = Signal(str)
    replace_all_wanted = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = SearchField(theme, self.tr("Find in the transcript"), self.tr("Find"))
        self.by = TextField(theme)
        self.by.setPlaceholderText(self.tr("Replace by"))
        self.by.setAccessibleName(self.tr("Replace by"))
        self.whole_words = Tick(theme, self.tr("Whole words"))
        self.match_case = Tick(theme, self.tr("Match case"))
        self.told = label("", "hint")
        self.before = Button(theme, self.tr("Previous place"), "up", "icon")
        self.after = Button(theme, self.tr("Next place"), "chevron", "icon")
        self.replace = Button(theme, self.tr("Replace"), kind="small", widest=200)
        self.replace_all = Button(theme, self.tr("Replace all"), kind="small", widest=200)
        self.close_bar = Button(theme, self.tr("Close the search"), "close", "icon")
        self.field.textChanged.connect(lambda _: self._tell())
        self.field.left.connect(lambda: self.stepped.emit(1))
        self.by.returnPressed.connect(self.replace.click)
        for tick in (self.whole_words, self.match_case):
            tick.setProperty("kind", "small")
            tick.toggled.connect(lambda _: self._tell())
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.replace.clicked.connect(lambda: self.replace_wanted.emit(self.by.text()))
        self.replace_all.clicked.connect(lambda: self.replace_all_wanted.emit(self.by.text()))
        self.close_bar.clicked.connect(self.close_search)
        self.field.installEventFilter(self)
        self._lay_out()
        self.show_found(0, 0)
        self.hide()

    @property
    def search(self) -> Search:
        """What is looked for; nothing while the bar is away."""
        if self.isHidden():
            return Search("")
        return Search(self.field.text(), self.whole_words.isChecked(), self.match_case.isChecked())

    def open_search(self, text: str = "", *, can_replace: bool) -> None:
        """Come into view, to look for `text`, or for what was looked for before."""
        self._replacing.setVisible(can_replace)
        self.show()
        self.opened.emit()
        if text and text != self.field.text():
            self.field.setText(text)
        else:
            self._tell()
        self.field.setFocus()
        self.field.selectAll()

    def close_search(self) -> None:
        """Go, with the marks of what was found."""
        if not self.isHidden():
            self.hide()
            self._tell()
            self.closed.emit()

    def show_found(self, number: int, count: int) -> None:
        """The place that is shown, counted from 1, of so many; 0 is none."""
        self.told.setText(words.found_words(number, count) if self.field.text().strip() else "")
        for each in (self.before, self.after, self.replace, self.replace_all):
            each.setEnabled(count > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift:
                self.stepped.emit(-1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                # The field would only be emptied, and what was looked for is wanted again next time.
                self.close_search()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.search_changed.emit(self.search)

    def _lay_out(self) -> None:
        finding = QWidget()
        row = QHBoxLayout(finding)
        margins(row, 0, 0, 0, 0, 4)
        row.addWidget(self.field, 1)
        row.addWidget(self.told)
        for each in (self.before, self.after):
            row.addWidget(each)
        ways = QWidget()
        ticks = QHBoxLayout(ways)
        margins(ticks, 0, 0, 0, 0, 12)
        ticks.addWidget(self.whole_words)
        ticks.addWidget(self.match_case)
        ticks.addStretch(1)
        first = Reflow(TURN, 4)
        first.row.addWidget(finding, 1)
        first.row.addWidget(ways)
        top = QHBoxLayout()
        margins(top, 0, 0, 0, 0, 4)
        top.addWidget(first, 1)
        top.addWidget(self.close_bar, 0, Qt.AlignmentFlag.AlignTop)
        second = Reflow(REPLACE_TURN, 4)
        second.row.addWidget(self.by, 1)
        second.row.addWidget(Flow((self.replace, self.replace_all), 4))
        self._replacing = QWidget()
        room = QHBoxLayout(self._replacing)
        margins(room, 0, 0, 36, 0, 0)
        room.addWidget(second)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 4)
        box.addLayout(top)
        box.addWidget(self._replacing)
