"""The report for finding a mistake: what is in it is told before it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from app.services.privacy_events import ReportEnded
from app.ui.buttons import Button
from app.ui.controls import Outcome, label
from app.ui.settings_field import Field
from app.ui.theme import Theme
from app.ui.told import told_problem

FILE_NAME: Final = "sayso-report.zip"


class ReportLine(Field):
    """A button, the list of what is in it, and what came of it."""

    wanted = Signal(object)
    """The `Path` at which the user wants it."""

    def __init__(self, theme: Theme) -> None:
        self.save = Button(theme, self.tr("Save a report…"), "export")
        super().__init__(
            self.tr("Report"),
            self.tr("When something goes wrong, it helps to find out why. It is a file; it is sent nowhere."),
            self.save,
        )
        self._beside.addStretch(1)
        self.parts = label(_list(self), "hint", wrap=True)
        self.told = Outcome(theme, "good")
        self.add_below(self.parts)
        self.add_below(self.told)
        self.save.clicked.connect(self._choose)

    @property
    def words(self) -> str:
        return f"{self.title.text()} {self.save.text()} {super().words} {self.parts.text()}"

    def begin(self, path: Path) -> None:
        """It is being made."""
        self.save.setEnabled(False)
        self.told.say(self.tr("Looking at everything: this takes some seconds."))
        self.wanted.emit(path)

    def show_ended(self, event: ReportEnded) -> None:
        """It is there, or not."""
        self.save.setEnabled(True)
        if event.problem is not None:
            self.told.say(told_problem(event.problem), "triangle", "live")
        else:
            self.told.say(self.tr("Saved: %1").replace("%1", str(event.path)), "check", "done")

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), str(Path.home() / FILE_NAME))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.begin(Path(name)))
        dialog.open()


def _list(line: ReportLine) -> str:
    parts = (
        line.tr("versions of Sayso, its libraries and the system"),
        line.tr("what the examination of all parts finds"),
        line.tr("the names of the microphones"),
        line.tr("which speech models are here"),
        line.tr("the settings, without word lists, own styles, folders and names of other computers"),
        line.tr("the log, and where the program was if it crashed"),
    )
    end = line.tr("No word that you said or wrote is in it.")
    return line.tr("In it: %1. %2").replace("%1", "; ".join(parts)).replace("%2", end)
