"""The rail at the left of the window: the places there are, one below the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QIcon, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from app.ui.controls import margins
from app.ui.theme import Theme


class PlaceButton(QToolButton):
    """One of several, to a screen reader too: Qt would call it a check box."""

    accessible_role: Final = QAccessible.Role.RadioButton


class Rail(QFrame):
    """The places, one below the other; the words give way to the icons where the window is narrow."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, places: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Places"))
        self._theme = theme
        self._places = places
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        margins(self._column, 8, 12, 8, 12, 4)
        self.buttons = tuple(self._make(index, text) for index, (_, text) in enumerate(places))
        self._column.addStretch(1)
        self._draw()
        theme.changed.connect(self._draw)
        self.set_narrow(False)

    def choose(self, index: int) -> None:
        """Mark the place that is shown."""
        self.buttons[index].setChecked(True)
        self._draw()

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or with their words below."""
        style = Qt.ToolButtonStyle
        for button in self.buttons:
            button.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextUnderIcon)
        widest = max(button.sizeHint().width() for button in self.buttons)
        side = 44 if narrow else max(72, widest)
        for button in self.buttons:
            button.setFixedSize(side, 44 if narrow else 60)
        self.setFixedWidth(side + 17)

    def _make(self, index: int, text: str) -> QToolButton:
        button = PlaceButton()
        button.setProperty("kind", "place")
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(22, 22))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys = QKeySequence(f"Ctrl+{index + 1}")
        button.setToolTip(f"{text} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        self._group.addButton(button, index)
        self._column.addWidget(button)
        return button

    def _draw(self) -> None:
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        for button, (name, _) in zip(self.buttons, self._places, strict=True):
            colour = colours.accent if button.isChecked() else colours.muted
            button.setIcon(QIcon(self._theme.icons.pixmap(name, colour, 22, ratio)))
