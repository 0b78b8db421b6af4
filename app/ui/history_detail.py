"""One dictation of the past: its text, what is known of it, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.history import Fate, HistoryEntry
from app.domain.transcript import LiveText
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import Glyph, Reflow, label, margins
from app.ui.languages import language_name
from app.ui.live_text import LiveTextEdit
from app.ui.theme import Theme

ACTIONS_TURN: Final = 460
"""Narrower than this the four buttons stand in two rows."""


class DeleteButton(Button):
    """Deletes at the second press: the first one asks, and leaving it takes the question back."""

    confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "trash")
        self._asks = False
        self.clicked.connect(self._press)
        self.installEventFilter(self)
        self.reset()

    def reset(self) -> None:
        """Take the question back."""
        self._asks = False
        self.setText(self.tr("Delete"))
        self.set_kind("")

    def _press(self) -> None:
        if self._asks:
            self.reset()
            self.confirmed.emit()
            return
        self._asks = True
        self.setText(self.tr("Delete for good"))
        self.set_kind("danger")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave) and self._asks:
            self.reset()
        return False


class HistoryDetail(QFrame):
    """The entry chosen in the list."""

    copy_requested = Signal(int)
    insert_requested = Signal(int)
    again_requested = Signal(int)
    delete_requested = Signal(int)
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._entry: HistoryEntry | None = None
        self.back = Button(theme, self.tr("Back to the list"), "back", "icon")
        self.when = label("", "title", wrap=True)
        self.glyph = Glyph(theme, "triangle", "live")
        self.problem = label("", "good", wrap=True)
        self.text = LiveTextEdit(theme)
        self.text.setAccessibleName(self.tr("Text of the dictation"))
        self.facts = label("", "hint", wrap=True)
        self.left_out = label("", "hint", wrap=True)
        self.copy = Button(theme, self.tr("Copy"), "copy", "primary")
        self.insert = Button(theme, self.tr("Insert"), "insert")
        self.again = Button(theme, self.tr("Transcribe again"), "again", widest=320)
        self.delete = DeleteButton(theme)
        self.back.clicked.connect(self.back_requested)
        self.copy.clicked.connect(lambda: self.copy_requested.emit(self._id))
        self.insert.clicked.connect(lambda: self.insert_requested.emit(self._id))
        self.again.clicked.connect(lambda: self.again_requested.emit(self._id))
        self.delete.confirmed.connect(lambda: self.delete_requested.emit(self._id))
        self._lay_out()

    @property
    def _id(self) -> int:
        return self._entry.id if self._entry else 0

    def show_entry(self, entry: HistoryEntry) -> None:
        """Everything about it."""
        if self._entry is None or entry.id != self._entry.id:
            self.delete.reset()
            self.text.show_other(LiveText(entry.text))
        self._entry = entry
        self.when.setText(words.moment_words(entry.begun, QDateTime.currentDateTime(), long=True))
        self.text.show_text(LiveText(entry.text))
        self.text.setVisible(bool(entry.text))
        fate = "" if entry.fate is Fate.WRITTEN else words.fate_words(entry.fate)
        trouble = entry.problem or (fate and fate + ".")
        self.problem.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        quiet = entry.fate is Fate.NOTHING_HEARD
        self.glyph.show_icon(*(("quiet", "muted") if quiet else ("triangle", "live")))
        self.facts.setText(self._facts_of(entry))
        self.left_out.setVisible(bool(entry.suppressed))
        self.left_out.setText(self.tr("Left out: %1").replace("%1", entry.suppressed))
        self.copy.setVisible(bool(entry.text))
        self.insert.setVisible(bool(entry.text))
        self.again.setVisible(entry.has_audio)
        self.again.set_kind("" if entry.text else "primary")

    def _facts_of(self, entry: HistoryEntry) -> str:
        parts = []
        if entry.language:
            share = f"{round(entry.language_probability * 100)} %"
            parts.append(f"{language_name(entry.language)} ({share})")
        parts.append(entry.model)
        parts.append(self.tr("%1 of speech").replace("%1", words.duration_words(entry.seconds)))
        if entry.times.wait is not None:
            parts.append(self.tr("%1 wait").replace("%1", words.seconds_words(entry.times.wait)))
        if entry.target:
            parts.append(self.tr("for %1").replace("%1", entry.target))
        if not entry.has_audio:
            parts.append(self.tr("no recording kept"))
        return " · ".join(part for part in parts if part)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.when, 1)
        self.trouble = QWidget()
        row = QHBoxLayout(self.trouble)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.problem, 1)
        actions = Reflow(ACTIONS_TURN)
        actions.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for pair in ((self.copy, self.insert), (self.again, self.delete)):
            part = QWidget()
            buttons = QHBoxLayout(part)
            margins(buttons, 0, 0, 0, 0, 8)
            for button in pair:
                buttons.addWidget(button)
            buttons.addStretch(1)
            actions.row.addWidget(part)
        actions.row.setStretch(1, 1)
        # All words stand in one line below each other: the text's own frame takes six pixels.
        margins(head, 6, 0, 6, 0, 4)
        margins(row, 6, 0, 6, 0, 8)
        margins(actions.row, 6, 0, 6, 0, 8)
        for words_ in (self.left_out, self.facts):
            words_.setContentsMargins(6, 0, 6, 0)
        box = QVBoxLayout(self)
        margins(box, 6, 12, 6, 12, 8)
        box.addLayout(head)
        box.addWidget(self.trouble)
        box.addWidget(self.text, 1)
        box.addStretch()
        box.addWidget(self.left_out)
        box.addWidget(self.facts)
        box.addWidget(actions)
