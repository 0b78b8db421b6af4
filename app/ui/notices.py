"""Notices: lines above the pane that stack, say what to do, and go when they are dealt with.

A line is known by its notice's key. A new state adds, changes and removes lines and leaves the others
alone, so that a button keeps the focus while others come and go.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.view import Notice
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import Glyph, Reflow, label, margins
from app.ui.theme import Theme
from app.ui.told import told

TURN: Final = 380
"""Narrower than this the button stands below the words."""


class NoticeLine(QFrame):
    """One notice: shape, sentence and remedy, its button, and a cross."""

    acted = Signal(object)
    dismissed = Signal(str)

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._notice = notice
        self.glyph = Glyph(theme, "triangle")
        self.sentence = label("", "good", wrap=True)
        self.action = Button(theme, "", kind="flat")
        self.dismiss = Button(theme, self.tr("Dismiss"), "close", "icon")
        self.action.clicked.connect(self._act)
        self.dismiss.clicked.connect(lambda: self.dismissed.emit(self._notice.key))
        self._lay_out()
        self.show_notice(notice)

    @property
    def notice(self) -> Notice:
        """The one it shows."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Another wording of the same notice."""
        self._notice = notice
        shape, colour = ("triangle", "live") if notice.is_trouble else ("info", "accent")
        self.glyph.show_icon(shape, colour)
        whole = f"{told(notice.sentence)} {told(notice.remedy)}".strip()
        self.sentence.setText(whole)
        self.setAccessibleName(whole)
        self.action.setVisible(notice.action is not None)
        if notice.action is not None:
            self.action.setText(words.action_words(notice.action))
            self.action.setAccessibleDescription(whole)

    def _act(self) -> None:
        self.acted.emit(self._notice)

    def _lay_out(self) -> None:
        self.body = Reflow(TURN, 4)
        self.body.row.addWidget(self.sentence, 1)
        self.action.setProperty("kind", "")
        self.action.set_kind("small")
        self.body.row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        margins(row, 12, 4, 4, 4, 8)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.body, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignVCenter)


class NoticeStack(QScrollArea):
    """All notices, oldest first; scrolls when they would take more than `most` logical pixels."""

    acted = Signal(object)
    dismissed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: dict[str, NoticeLine] = {}
        self._most = 160
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        margins(self._column, 0, 0, 0, 0, 4)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def lines(self) -> tuple[NoticeLine, ...]:
        """Those shown, in order."""
        return tuple(self._lines.values())

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Their buttons, in the order of the tab key."""
        return tuple(each for line in self.lines for each in (line.action, line.dismiss))

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Exactly these."""
        wanted = {notice.key: notice for notice in notices}
        for key in [key for key in self._lines if key not in wanted]:
            line = self._lines.pop(key)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for key, notice in wanted.items():
            shown = self._lines.get(key)
            if shown is None:
                self._add(notice)
            elif shown.notice != notice:
                shown.show_notice(notice)
        self.setVisible(bool(self._lines))
        self._fit()

    def limit(self, most: int) -> None:
        """How high it may become."""
        self._most = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _add(self, notice: Notice) -> None:
        line = NoticeLine(self._theme, notice)
        line.acted.connect(self.acted)
        line.dismissed.connect(self.dismissed)
        self._lines[notice.key] = line
        self._column.addWidget(line)
        # A label learns the height of its wrapped words only when it has been laid out once.
        line.show()

    def _fit(self) -> None:
        wanted = self._column.totalHeightForWidth(self.viewport().width())
        self.setFixedHeight(max(1, min(self._most, wanted)))
