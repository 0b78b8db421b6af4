"""What stands above the list of past dictations: the filter, and lines that tell what was done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

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
