"""A field for a search: the glass in front, and behind it a mark of Sayso's own that empties it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.ui.controls import Glyph, margins
from app.ui.directions import is_mirrored
from app.ui.theme import Theme

_MARK: Final = 16


class SearchField(QLineEdit):
    """Escape empties it, unless its page has another use for that key; `left` is told with the arrow down,
    Return and Enter, which lead to what was found."""

    left = Signal()

    def __init__(self, theme: Theme, placeholder: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setMinimumWidth(96)
        self.setTextMargins(0 if is_mirrored() else 24, 0, 24 if is_mirrored() else 0, 0)
        find = QHBoxLayout(self)
        margins(find, 8, 0, 8, 0, 0)
        find.addWidget(Glyph(theme, "search", "muted", 18))
        find.addStretch(1)
        # Qt's own mark is the desktop's icon.
        self.empty = QAction(self.tr("Empty the search"), self)
        self.empty.triggered.connect(self.clear)
        self.addAction(self.empty, QLineEdit.ActionPosition.TrailingPosition)
        self.empty.setVisible(False)
        self.textChanged.connect(self._offer)
        theme.changed.connect(self._draw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, text: str) -> None:
        if text and self.empty.icon().isNull():
            self._draw()
        self.empty.setVisible(bool(text))

    def _draw(self) -> None:
        muted, ratio = self._theme.colours.muted, self.devicePixelRatioF()
        self.empty.setIcon(QIcon(self._theme.icons.pixmap("close", muted, _MARK, ratio)))
