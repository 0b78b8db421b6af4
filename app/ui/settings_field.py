"""What stands in a section of the settings: a title, a control, a hint, and whether a search has found it.

Whether a part is in view has two reasons, which must not undo each other: it is offered (the style of one's
own, where there is one), and it is found, which everything is while nobody searches.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.controls import Reflow, label, margins

TURN: Final = 440
TITLE_WIDTH: Final = 168


class Part(QWidget):
    """Something in a section that can be searched for."""

    def __init__(self) -> None:
        super().__init__()
        self._is_offered, self._is_found = True, True
        self.followers: list[QWidget] = []
        """Widgets that are in view only together with it."""

    @property
    def words(self) -> str:
        """All that it says, for a search: of its labels, where nothing else says more."""
        return " ".join(each.text() for each in self.findChildren(QLabel))

    @property
    def is_in_view(self) -> bool:
        """Whether it is offered and found."""
        return self._is_offered and self._is_found

    def set_offered(self, is_offered: bool) -> None:
        """Whether there is a use for it at all."""
        self._is_offered = is_offered
        self._follow()

    def set_found(self, is_found: bool) -> None:
        """Whether a search, if there is one, has found it."""
        self._is_found = is_found
        self._follow()

    def _follow(self) -> None:
        for each in (self, *self.followers):
            each.setVisible(self.is_in_view)


class Field(Part):
    """Title, control and hint; the title stands above the control where there is little room."""

    def __init__(self, title: str, hint: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self.title = label(title, wrap=True)
        self.hint = label(hint, "hint", wrap=True)
        self.error = label("", "error", wrap=True)
        self.title.setBuddy(control)
        control.setAccessibleName(title.replace("&", ""))
        self.error.hide()
        # First: what has no parent yet and is shown becomes a window of its own.
        self._lay_out()
        self.set_hint(hint)

    @property
    def words(self) -> str:
        return f"{self.control.accessibleName()} {self.hint.text()}"

    def set_hint(self, hint: str) -> None:
        """What the choice means."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(hint)

    def add_beside(self, widget: QWidget) -> None:
        """Another control to the right."""
        self._beside.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Something that belongs to the control, under its hint."""
        self._column.addWidget(widget)

    def _lay_out(self) -> None:
        # From the outside in: Qt looks at the style of a widget and of all within it again whenever it moves
        # into another.
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        self._body = body = Reflow(TURN)
        body.turned.connect(self._turn)
        box.addWidget(body)
        self._column = column = QVBoxLayout()
        margins(column, 0, 0, 0, 0, 4)
        self._beside = QHBoxLayout()
        margins(self._beside, 0, 0, 0, 0, 8)
        body.row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        body.row.addLayout(column, 1)
        column.addLayout(self._beside)
        self._beside.addWidget(self.control)
        column.addWidget(self.error)
        column.addWidget(self.hint)
        self._turn(False)

    def _turn(self, is_column: bool) -> None:
        self._body.row.setSpacing(4 if is_column else 16)
        self.title.setMinimumWidth(1 if is_column else TITLE_WIDTH)
        self.title.setMaximumWidth(16_777_215 if is_column else TITLE_WIDTH)
        # Beside its control, the title stands on the control's own line of text.
        self.title.setContentsMargins(0, 0 if is_column else 7, 0, 0)
