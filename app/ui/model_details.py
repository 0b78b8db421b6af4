"""What is rarely asked of a speech model: its memory, where it is from and lies, how it is checked, where it
computes, and removing it. A row of the models page makes it when it is first opened.

Removing asks in the row itself: the button gives way to a question with two, and nothing else is stopped.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.settings import Device
from app.ui import models_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Choice, Line, Reflow, label, margins
from app.ui.models_told import ModelWishes
from app.ui.models_words import ModelFacts
from app.ui.theme import Theme

TURN: Final = 330
"""Narrower than this what stands side by side stands below each other."""


class RemoveQuestion(QWidget):
    """A button that asks before it removes."""

    confirmed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.ask = Button(theme, "", "trash")
        self.question = label("", "good", wrap=True)
        self.remove = Button(theme, self.tr("Remove"), kind="danger")
        self.remove.setAccessibleName(self.tr("Remove %1 now").replace("%1", name))
        self.keep = Button(theme, self.tr("Keep it"))
        self.keep.setAccessibleName(self.tr("Keep %1").replace("%1", name))
        self._name = name
        self.ask.clicked.connect(self._open)
        self.keep.clicked.connect(self.close_question)
        self.remove.clicked.connect(self._confirm)
        self._asked = QWidget()
        below = QVBoxLayout(self._asked)
        margins(below, 0, 0, 0, 0, 8)
        below.addWidget(self.question)
        below.addWidget(ActRow(self.remove, self.keep))
        self._asked.hide()
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 0)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._asked)

    def show_words(self, act: str, question: str) -> None:
        """What is done, and what is asked before."""
        self.ask.setText(act)
        self.ask.setAccessibleName(f"{act}: {self._name}")
        self.ask.updateGeometry()
        self.question.setText(question)

    def close_question(self) -> None:
        """As it was; the keyboard stays here if it was here."""
        had_focus = self.remove.hasFocus() or self.keep.hasFocus()
        self.ask.show()
        if had_focus:
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked.isVisible():
            self.close_question()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        had_focus = self.ask.hasFocus()
        self._asked.show()
        if had_focus:
            # What does no harm is nearest at hand.
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask.hide()

    def _confirm(self) -> None:
        self.close_question()
        self.confirmed.emit()


class ModelDetails(QWidget):
    """Of one model; a function of its facts."""

    def __init__(self, theme: Theme, wishes: ModelWishes, facts: ModelFacts) -> None:
        super().__init__()
        self._wishes = wishes
        self._facts = facts
        entry, name = facts.shelved.entry, words.name_words(facts.shelved)
        self.memory = label(words.memory_words(entry) if entry else "", "good", wrap=True)
        self.check = label(words.check_words(facts.shelved), "good", wrap=True)
        self.source, self.lies = Line("hint"), Line("hint")
        self.source.setText(words.source_words(entry) if entry else "")
        self.device = Choice(theme)
        self.device.setAccessibleName(self.tr("%1 computes on").replace("%1", name))
        for device in Device:
            self.device.add(device, words.device_words(device))
        self.device.activated.connect(self._choose_device)
        self.get_from = Button(theme, self.tr("Get from a folder …"), "folder")
        self.get_from.setAccessibleName(self.tr("Get %1 from a folder").replace("%1", name))
        self.get_from.clicked.connect(self._ask_folder)
        self.remove = RemoveQuestion(theme, name)
        self.remove.confirmed.connect(self._remove)
        self.stays = label("", "hint", wrap=True)
        self._lay_out()
        self.show_facts(facts)

    def show_facts(self, facts: ModelFacts) -> None:
        """What is known of the model now."""
        self._facts = facts
        for each in (self.memory, self.source):
            each.setVisible(bool(each.text()))
        self.lies.setText(words.lies_words(facts.shelved))
        self.lies.setVisible(bool(self.lies.text()))
        self.device.choose(facts.device)
        is_still = facts.arriving is None
        self.get_from.setVisible(is_still and facts.is_of_catalogue and not facts.is_here)
        stays = words.stays_words(facts)
        can_go = not stays and (facts.shelved.holds_bytes > 0 if facts.is_of_catalogue else True)
        self.remove.setVisible(is_still and can_go)
        if not can_go or not is_still:
            self.remove.close_question()
        self.remove.show_words(*words.remove_words(facts))
        self.stays.setText(stays)
        self.stays.setVisible(bool(stays))

    def controls(self) -> list[QWidget]:
        """What takes the focus, in its order."""
        remove = self.remove
        return [self.device, self.get_from, remove.ask, remove.remove, remove.keep]

    def _choose_device(self) -> None:
        # Qt hands an enumeration of words back as a word.
        chosen = Device(str(self.device.value))
        if chosen is not self._facts.device:
            self._wishes.device_chosen.emit(self._facts.name, chosen)

    def _remove(self) -> None:
        wishes = self._wishes
        gone = wishes.remove_requested if self._facts.is_of_catalogue else wishes.folder_removed
        gone.emit(self._facts.name)

    def _ask_folder(self) -> None:
        asked = self.tr("The folder that holds %1").replace("%1", words.name_words(self._facts.shelved))
        dialog = folder_dialog(self, asked)
        dialog.fileSelected.connect(self._get_from)
        dialog.open()

    def _get_from(self, folder: str) -> None:
        self._wishes.get_from_requested.emit(self._facts.name, Path(folder))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 8)
        for each in (self.memory, self.check, self.source, self.lies):
            column.addWidget(each)
        row = Reflow(TURN)
        row.row.addWidget(label(self.tr("Computes on"), "good"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.row.addWidget(self.device, 1)
        row.row.addStretch(1)
        column.addWidget(row)
        column.addWidget(self.get_from, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remove)
        column.addWidget(self.stays)


def folder_dialog(parent: QWidget, title: str) -> QFileDialog:
    """The system's own, not yet open; it goes with its answer."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
