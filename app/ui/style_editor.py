"""The styles of the clean-up: what each asks of the language model, what it may do, and a place to try it.

A try uses what is saved. While the page has changes of the clean-up that are not, that is said beside the
button.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.styles import Styles
from app.domain.transcript import LiveText
from app.services.style_preview import NO_PREVIEW, PreviewState
from app.ui import settings_words as words
from app.ui.buttons import Button
from app.ui.controls import Choice, Outcome, card, label, margins
from app.ui.live_text import LiveTextEdit
from app.ui.settings_field import Field
from app.ui.text_box import TextBox
from app.ui.theme import Theme
from app.ui.told import told

OWN: Final = "own"
"""The style whose instruction is the user's."""

ANSWER_HEIGHT: Final = 104
"""Logical pixels of the box for the answer: four lines, whatever comes, so that the page stands still."""


class StyleViewer(Field):
    """One style at a time, to be read."""

    def __init__(self, theme: Theme, title: str) -> None:
        self.choice = choice = Choice(theme)
        super().__init__(title, "", choice)
        self._styles: Styles | None = None
        self.instruction = label("", "good", wrap=True)
        self.allowed, self.unchecked = label("", "hint", wrap=True), label("", "hint", wrap=True)
        for each in (self.instruction, self.allowed, self.unchecked):
            self.add_below(each)
        choice.currentIndexChanged.connect(self._tell)

    @property
    def words(self) -> str:
        styles = self._styles.all if self._styles is not None else ()
        return f"{super().words} {' '.join(told(style.title) for style in styles)}"

    @property
    def name(self) -> str:
        """Of the style looked at; empty before there is any."""
        return str(self.choice.value or "")

    def show_styles(self, styles: Styles) -> None:
        """All of them; the one looked at stays."""
        self._styles = styles
        looked_at, was_blocked = self.name, self.choice.blockSignals(True)
        self.choice.clear()
        for style in styles.all:
            self.choice.add(style.name, told(style.title))
        if styles.find(looked_at) is not None:
            self.choice.choose(looked_at)
        self.choice.blockSignals(was_blocked)
        self._tell()

    def _tell(self) -> None:
        style = self._styles.find(self.name) if self._styles is not None else None
        if style is None:
            return
        # The user's own stands below, where it can be changed.
        self.instruction.setText(f"“{style.instruction}”")
        self.instruction.setVisible(style.name != OWN)
        self.allowed.setText(words.allowance_words(style))
        self.unchecked.setText(words.unchecked_words(style))
        self.choice.setAccessibleDescription(f"{self.allowed.text()} {self.unchecked.text()}")


class StyleTrial(Field):
    """A sample dictation, and what the language model makes of it while it writes."""

    preview_requested = Signal(str)
    preview_stopped = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        self.sample = sample = TextBox(theme, 3)
        super().__init__(title, "", sample)
        sample.setPlainText(
            self.tr("um so can you tell anna that the the meeting is on tuesday no wait wednesday at three")
        )
        sample.setAccessibleDescription(self.tr("A dictation to try the style on"))
        self.begin = Button(theme, self.tr("Try it"))
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.stop.setAccessibleName(self.tr("Stop the try"))
        self.unsaved = label(self.tr("Tries what is saved, without your last changes."), "hint", wrap=True)
        self.answer = LiveTextEdit(theme)
        self.answer.setAccessibleName(self.tr("What the language model wrote"))
        self.verdict = Outcome(theme, "good")
        self.figures = label("", "hint", wrap=True)
        self.begin.clicked.connect(lambda: self.preview_requested.emit(sample.toPlainText()))
        self.stop.clicked.connect(self.preview_stopped)
        sample.textChanged.connect(self._allow)
        self._is_running, self._can_try = False, False
        self._lay_out_trial()
        self.show_unsaved(False)
        self.show_preview(NO_PREVIEW)

    def show_ready(self) -> None:
        """There is a style to try."""
        self._can_try = True
        self._allow()

    def show_unsaved(self, is_unsaved: bool) -> None:
        """Whether the page has changes that a try does not know of."""
        self.unsaved.setVisible(is_unsaved)

    def show_preview(self, preview: PreviewState) -> None:
        """What came of the try so far."""
        self._is_running = preview.running
        self._allow()
        self.box.setVisible(preview != NO_PREVIEW)
        self.answer.show_text(LiveText(preview.text), follow=True)
        if preview.problem:
            self.verdict.say(f"{told(preview.problem)} {told(preview.remedy)}".strip(), "triangle", "live")
        elif preview.reasons:
            refused = self.tr("Would not be used: %1").replace("%1", " ".join(map(told, preview.reasons)))
            self.verdict.say(refused, "triangle", "live")
        elif preview.figures is not None:
            self.verdict.say(self.tr("Would be used: it says what you said."), "check", "done")
        elif preview.loading:
            self.verdict.say(self.tr("Loading %1 …").replace("%1", preview.loading), "info", "work")
        elif preview.running:
            self.verdict.say(self.tr("Tidying up …"), "info", "work")
        else:
            self.verdict.say(self.tr("Stopped.") if preview.text else "")
        self.figures.setText(words.trial_words(preview.figures) if preview.figures is not None else "")
        self.figures.setVisible(bool(self.figures.text()))

    def _allow(self) -> None:
        has_words = bool(self.sample.toPlainText().strip())
        stops = self._is_running
        had_focus = self.begin.hasFocus() or self.stop.hasFocus()
        self.begin.setEnabled(self._can_try and has_words)
        self.begin.setVisible(not stops)
        self.stop.setVisible(stops)
        if had_focus:
            (self.stop if stops else self.begin).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_trial(self) -> None:
        acts = QWidget()
        row = QHBoxLayout(acts)
        margins(row, 0, 4, 0, 0, 8)
        row.addWidget(self.begin)
        row.addWidget(self.stop)
        row.addStretch(1)
        self.box = card()
        column = QVBoxLayout(self.box)
        margins(column, 8, 8, 8, 8, 0)
        self.answer.setFixedHeight(ANSWER_HEIGHT)
        column.addWidget(self.answer)
        for each in (acts, self.unsaved, self.box, self.verdict, self.figures):
            self.add_below(each)
