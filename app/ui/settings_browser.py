"""All settings below each other in their groups, with the ways to find one: a list of the groups beside them
(a choice above them where there is little room), and a search that leaves only what it has found.

Rules: the list marks the group that is in view. A group that was gone to stays marked while any of it is in
view, for the last ones cannot come to the top. What the user goes to is kept in view until he scrolls, as
rows come to their places one after the other when the page has just been opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.controls import Choice, card, label, margins
from app.ui.search_field import SearchField
from app.ui.settings_field import Part
from app.ui.settings_finder import GroupList
from app.ui.settings_group import Card, Group
from app.ui.settings_rows import Row
from app.ui.settings_search import is_found, other_names
from app.ui.theme import Theme

NARROW: Final = 600
"""Below this width the groups are a choice above the rows."""

WIDEST: Final = 760
"""Of the cards: longer lines are hard to read."""

_NEAR: Final = 32
"""A card this close to the top of the view counts as being there."""


class SettingsBrowser(QWidget):
    """The groups and their rows. `area` scrolls them."""

    def __init__(self, theme: Theme, groups: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self._groups = tuple(groups)
        titles = [group.title for group in groups]
        self.search = SearchField(theme, self.tr("Search"), self.tr("Search the settings"))
        self.list = GroupList(theme, titles)
        self.choice = Choice(theme)
        self.choice.setAccessibleName(self.tr("Group of settings"))
        for at, title in enumerate(titles):
            self.choice.add(at, title)
        self.area = QScrollArea()
        self._nothing = label("", "hero", wrap=True)
        self._advice = label(self.tr("Try fewer or other words."), "hint", wrap=True)
        self._wanted: Row | None = None
        self._gone_to: int | None = None
        self._cards: list[tuple[int, Card, QFrame]] = []
        self._lay_out()
        self._connect()
        self._arrange()

    def go_to(self, at: int) -> None:
        """Bring the group into view, from its top."""
        self._wanted, self._gone_to = None, at
        self._to_top()
        self._mark(at)

    def focus(self, row: Row) -> None:
        """Bring a row into view, ready to be changed."""
        self.search.clear()
        self._wanted = row
        self._gone_to = next(at for at, one, _ in self._cards if row in one.widgets)
        row.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._keep_in_view()
        self._mark(self._gone_to)

    def focus_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # --- Qt's ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.window().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The window has these keys for the history. Whoever says first that he takes them gets them.
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.focus_search()
                return True
        return super().eventFilter(watched, event)

    # --- the view ---

    def _keep_in_view(self) -> None:
        focused = self.focusWidget()
        if self._wanted is None:
            # Whoever went on from the top of the group to one of its rows stays there.
            if focused is None or not self.area.isAncestorOf(focused):
                self._to_top()
        elif not self._wanted.control.isEnabled() or (
            # What is greyed out can only be looked at.
            focused is not None and self._wanted.isAncestorOf(focused)
        ):
            self._across.activate()
            self.area.ensureWidgetVisible(self._wanted, 0, 16)
            # Where a row is higher than the place for it, what can be changed goes before its words.
            self.area.ensureWidgetVisible(self._wanted.control, 0, 0)

    def _to_top(self) -> None:
        """Of the group that was gone to."""
        self._across.activate()
        shown = [frame for at, _, frame in self._cards if at == self._gone_to and not frame.isHidden()]
        if shown:
            self.area.verticalScrollBar().setValue(shown[0].y())

    def _let_go(self) -> None:
        self._wanted, self._gone_to = None, None

    def _scrolled(self) -> None:
        bar = self.area.verticalScrollBar()
        view = QRect(0, bar.value(), 1, self.area.viewport().height())
        shown = [(at, frame) for at, _, frame in self._cards if not frame.isHidden()]
        spans = [(at, QRect(0, frame.y(), 1, frame.height())) for at, frame in shown]
        if any(at == self._gone_to and span.intersects(view) for at, span in spans):
            return
        self._gone_to = None
        above = [at for at, span in spans if span.top() <= bar.value() + _NEAR]
        if above:
            self._mark(above[-1] if bar.value() < bar.maximum() or not bar.maximum() else spans[-1][0])

    def _mark(self, at: int) -> None:
        self.list.mark(at)
        with QSignalBlocker(self.choice):
            self.choice.choose(at)

    def _arrange(self) -> None:
        is_narrow = self.width() < NARROW
        self.list.setVisible(not is_narrow)
        self.choice.setVisible(is_narrow)

    # --- the search ---

    def _search(self, query: str) -> None:
        is_search = bool(query.strip())
        counts = [0] * len(self._groups)
        for at, one, frame in self._cards:
            parts = [each for each in one.widgets if isinstance(each, Part)]
            for part in parts:
                part.set_found(not is_search or is_found(query, self._words_of(at, one, part)))
            found = sum(1 for part in parts if part.is_in_view)
            counts[at] += found
            frame.setVisible(bool(found))
        self.list.show_found(counts if is_search else None)
        is_vain = is_search and not any(counts)
        if is_vain:
            self._nothing.setText(self.tr("Nothing is called “%1”.").replace("%1", query.strip()))
        self._nothing.setVisible(is_vain)
        self._advice.setVisible(is_vain)
        self._let_go()
        self._across.activate()
        self.area.verticalScrollBar().setValue(0)
        self._scrolled()

    def _words_of(self, at: int, one: Card, part: Part) -> str:
        others = other_names(part) if isinstance(part, Row) else ""
        return f"{self._groups[at].title} {one.title} {part.words} {others}"

    def _enter(self) -> None:
        """From the search to the first row that it has found."""
        for _, one, _ in self._cards:
            for each in one.widgets:
                if isinstance(each, Row) and each.is_in_view and each.control.isEnabled():
                    self._wanted = each
                    each.control.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    # --- how it is built ---

    def _connect(self) -> None:
        self.list.chosen.connect(self.go_to)
        self.choice.activated.connect(self.go_to)
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self._enter)
        slash = QShortcut(QKeySequence("/"), self, self.focus_search)
        slash.setContext(Qt.ShortcutContext.WindowShortcut)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_in_view)
        bar.actionTriggered.connect(self._let_go)
        bar.valueChanged.connect(self._scrolled)

    def _lay_out(self) -> None:
        """From the outside in, as Qt looks at the style of a widget and of all within it again whenever it
        moves into another."""
        whole = QHBoxLayout(self)
        margins(whole, 16, 12, 0, 0, 8)
        column = QVBoxLayout()
        margins(column, 0, 0, 0, 0, 12)
        whole.addWidget(self.list)
        whole.addLayout(column, 1)
        top = QHBoxLayout()
        # In line with the cards, beside which there is the scroll bar.
        margins(top, 0, 0, 22, 0, 8)
        column.addLayout(top)
        head = QWidget()
        head.setMaximumWidth(WIDEST)
        top.addWidget(head, 1)
        top.addStretch()
        find = QHBoxLayout(head)
        margins(find, 0, 0, 0, 0, 8)
        find.addWidget(self.search, 5)
        # A name is read in full, what is searched for is known.
        find.addWidget(self.choice, 6)
        column.addWidget(self.area, 1)
        self._lay_out_area()

    def _lay_out_area(self) -> None:
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page, sheet = QWidget(), QWidget()
        self.area.setWidget(page)
        sheet.setMaximumWidth(WIDEST)
        self._across = across = QHBoxLayout(page)
        margins(across, 0, 0, 12, 16, 0)
        across.addWidget(sheet, 1)
        across.addStretch()
        column = QVBoxLayout(sheet)
        margins(column, 0, 0, 0, 0, 16)
        for each in (self._nothing, self._advice):
            column.addWidget(each)
            each.hide()
        for at, group in enumerate(self._groups):
            for one in group.cards:
                self._cards.append((at, one, _add_card(column, one)))
        column.addStretch(1)


def _add_card(column: QVBoxLayout, one: Card) -> QFrame:
    frame = card()
    frame.setAccessibleName(one.title)
    column.addWidget(frame)
    rows = QVBoxLayout(frame)
    margins(rows, 16, 12, 16, 16, 16)
    rows.addWidget(label(one.title, "title", wrap=True))
    for row in one.widgets:
        rows.addWidget(row)
    return frame
