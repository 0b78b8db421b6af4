"""Trying a speech model out, in its row: how long it still listens, how loud you are, and what it wrote."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.view_trial import TrialStage, TrialView
from app.ui import models_words as words
from app.ui.buttons import Button
from app.ui.controls import Remark, label, margins
from app.ui.models_told import ModelWishes
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme
from app.ui.words import level_share


class TrialBox(QWidget):
    """One trial; a function of its view."""

    def __init__(self, theme: Theme, wishes: ModelWishes, name: str) -> None:
        super().__init__()
        self.line = Remark(theme, "good")
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.stop.setAccessibleName(self.tr("Stop trying %1 out").replace("%1", name))
        self.stop.clicked.connect(wishes.trial_stopped)
        self.level = ProgressLine(theme, "live")
        self.level.setAccessibleName(self.tr("Level of the microphone"))
        self.text = label("", "label", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def show_trial(self, trial: TrialView) -> None:
        """How far it is."""
        sentence, (shape, colour) = words.trial_words(trial)
        self.line.say(sentence, shape, colour)
        self.stop.setVisible(words.is_trial_running(trial))
        self.level.setVisible(trial.stage is TrialStage.LISTENING)
        self.level.show_share(0.0 if trial.level_dbfs is None else level_share(trial.level_dbfs))
        said = trial.text if trial.stage is TrialStage.DONE else ""
        self.text.setText(said)
        self.text.setVisible(bool(said))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 8)
        column.addLayout(row)
        column.addWidget(self.level)
        column.addWidget(self.text)
