"""A dictation written down once more: what is going on, then both texts in one, and the choice of one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.differences import Change, differences, in_one
from app.services.view_anew import AnewView
from app.ui.buttons import Button
from app.ui.controls import Glyph, label, margins
from app.ui.marked_text import MarkedTextEdit
from app.ui.theme import Theme


class AnewBox(QWidget):
    """`chosen` carries whether the new text is to be used."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.said = label("", "good", wrap=True)
        self.text = MarkedTextEdit(theme, Change.ADDED)
        self.text.setAccessibleName(self.tr("The new text beside the old one"))
        self.text.setAccessibleDescription(
            self.tr("Underlined words are new, struck ones are the old text's.")
        )
        self.text.setMinimumHeight(44)
        self.use = Button(theme, self.tr("Use the new text"), "check", "primary", widest=220)
        self.keep = Button(theme, self.tr("Keep the old one"), widest=220)
        self.use.clicked.connect(lambda: self.chosen.emit(True))
        self.keep.clicked.connect(lambda: self.chosen.emit(False))
        head = QHBoxLayout()
        margins(head, 6, 0, 6, 0, 8)
        head.addWidget(Glyph(theme, "again", "work", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said, 1)
        buttons = QHBoxLayout()
        margins(buttons, 6, 0, 6, 0, 8)
        buttons.addWidget(self.use)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 8)
        box.addLayout(head)
        box.addWidget(self.text, 1)
        box.addLayout(buttons)
        self.hide()

    def show_anew(self, anew: AnewView | None) -> None:
        """Where it stands; None: there is nothing to choose."""
        self.setVisible(anew is not None)
        if anew is None:
            return
        is_written = anew.new is not None
        self.text.setVisible(is_written)
        self.use.setVisible(is_written and anew.new != anew.old)
        self.keep.setVisible(is_written)
        self.said.setText(self._words(anew))
        if anew.new is not None:
            self.text.show_runs(in_one(differences(anew.old, anew.new)))

    def _words(self, anew: AnewView) -> str:
        if anew.new is None:
            if not anew.model:
                return self.tr("Writing it down once more …")
            return self.tr("Writing it down with %1 …").replace("%1", anew.model)
        if anew.new == anew.old:
            return self.tr("%1 wrote the same.").replace("%1", anew.model)
        return self.tr("So %1 wrote it. Underlined is new, struck was before.").replace("%1", anew.model)
