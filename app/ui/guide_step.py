"""What every step of the guide is made of: its name, what it is for, and its own controls below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.guide import GuideStep
from app.ui import guide_words as words
from app.ui.controls import label, margins


class StepBox(QWidget):
    """A step; its controls are added below its words. It says how the guide may go on from here."""

    may_go_on_changed = Signal()

    def __init__(self, step: GuideStep) -> None:
        super().__init__()
        self.step = step
        self.title = label(words.title_words(step), "hero", wrap=True)
        self.about = label(words.about_words(step), "hint", wrap=True)
        self.about.setContentsMargins(0, 0, 0, 8)
        self._column = QVBoxLayout(self)
        margins(self._column, 16, 8, 16, 16, 8)
        self._column.addWidget(self.title)
        self._column.addWidget(self.about)

    @property
    def first(self) -> QWidget | None:
        """The control to begin with; None where there is none."""
        return None

    @property
    def may_go_on(self) -> bool:
        """Whether the step has shown what there is to see; till then it can be left for later."""
        return True

    @property
    def next_words(self) -> str:
        """What the button says that goes on from here."""
        return self.tr("Next")

    def going_on(self) -> None:
        """The user goes on from here: the last chance to say what he has chosen."""

    def _add(self, widgets: Sequence[QWidget]) -> None:
        for widget in widgets:
            self._column.addWidget(widget)
        self._column.addStretch(1)
