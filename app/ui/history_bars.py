"""What stands above the list of past dictations: the filter, what was deleted, and a question.

None of them is a box in front of the page: whoever does not answer loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.history_search import Outcome, Period, Search
from app.ui.buttons import Button
from app.ui.controls import Glyph, label, margins
from app.ui.theme import Theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryBars", text)


def period_words(period: Period) -> str:
    """How far back."""
    return {
        Period.ALL: _tr("At any time"),
        Period.TODAY: _tr("Today"),
        Period.WEEK: _tr("Last 7 days"),
        Period.MONTH: _tr("Last 30 days"),
    }[period]


def outcome_words(outcome: Outcome) -> str:
    """How they ended."""
    return {
        Outcome.ALL: _tr("However it ended"),
        Outcome.WRITTEN: _tr("Written down"),
        Outcome.FAILED: _tr("Failed or interrupted"),
    }[outcome]


def filter_words(search: Search) -> str:
    """What narrows it beside its words; empty: nothing does."""
    parts = [
        period_words(search.period) if search.period is not Period.ALL else "",
        outcome_words(search.outcome) if search.outcome is not Outcome.ALL else "",
        _tr("With a recording") if search.with_recording else "",
    ]
    return " · ".join(part for part in parts if part)


class FilterButton(Button):
    """Its menu narrows what is listed. `narrowed` carries a `Search` without words."""

    narrowed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _tr("Filter"), "filter", "icon")
        self._chosen = Search()
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    @property
    def chosen(self) -> Search:
        """What is narrowed by, without words."""
        return self._chosen

    def choose(self, search: Search) -> None:
        """Narrow by that."""
        new = replace(search, words="")
        if new != self._chosen:
            self._chosen = new
            self.set_kind("icon")
            self.narrowed.emit(new)

    def _fill(self) -> None:
        menu, chosen = self.menu(), self._chosen
        menu.clear()
        periods = [(period_words(each), replace(chosen, period=each)) for each in Period]
        outcomes = [(outcome_words(each), replace(chosen, outcome=each)) for each in Outcome]
        for choices in (periods, outcomes):
            group = QActionGroup(menu)
            for words, search in choices:
                action = menu.addAction(words)
                action.setCheckable(True)
                action.setChecked(search == chosen)
                action.triggered.connect(lambda _, to=search: self.choose(to))
                group.addAction(action)
            menu.addSeparator()
        recording = menu.addAction(_tr("With a recording"))
        recording.setCheckable(True)
        recording.setChecked(chosen.with_recording)
        recording.triggered.connect(lambda on: self.choose(replace(self._chosen, with_recording=on)))


class HistoryLine(QWidget):
    """A sentence with the one thing to be done about it; hidden while there is none."""

    acted = Signal()

    def __init__(self, theme: Theme, shape: str, colour: str, act: str) -> None:
        super().__init__()
        self.words = label("", "good", wrap=True)
        self.button = Button(theme, act, kind="small", widest=180)
        self.button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        margins(row, 4, 0, 0, 0, 8)
        row.addWidget(Glyph(theme, shape, colour, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, sentence: str) -> None:
        """Another sentence, or none."""
        self.words.setText(sentence)
        self.button.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))


class HistoryQuestion(QWidget):
    """Asks before much is done; the harmless answer has the keyboard, and Escape of the page is one, too."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._do: Callable[[], None] | None = None
        self.words = label("", "good", wrap=True)
        self.go_on = Button(theme, "", kind="danger", widest=180)
        self.keep = Button(theme, _tr("Keep"), widest=120)
        self.go_on.clicked.connect(self._answer)
        self.keep.clicked.connect(self.forget)
        buttons = QHBoxLayout()
        margins(buttons, 0, 0, 0, 0, 8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.go_on)
        buttons.addStretch(1)
        head = QHBoxLayout()
        margins(head, 0, 0, 0, 0, 8)
        head.addWidget(Glyph(theme, "triangle", "live", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        box = QVBoxLayout(self)
        margins(box, 4, 0, 0, 0, 6)
        box.addLayout(head)
        box.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def ask(self, sentence: str, go_on: str, do: Callable[[], None]) -> None:
        """Ask it; `go_on` is the button that does it after all."""
        self._do = do
        self.words.setText(sentence)
        self.go_on.setText(go_on)
        self.show()
        self.keep.setFocus()

    def forget(self) -> None:
        """All stays as it is."""
        self._do, focus = None, self.window().focusWidget()
        has_keys = focus is not None and self.isVisible() and self.isAncestorOf(focus)
        self.hide()
        if has_keys:
            self.left.emit()

    def _answer(self) -> None:
        do = self._do
        self.forget()
        if do is not None:
            do()
