"""The guide's last step: a dictation whose words appear here, with the time that it took."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.guide import GuideStep
from app.domain.transcript import NO_TEXT, LiveText
from app.services.guide_view import TryStage, TryView
from app.services.view import Phase, ViewState
from app.ui import guide_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Outcome, card, label, margins
from app.ui.guide_step import StepBox
from app.ui.live_text import LiveTextEdit
from app.ui.marks import TalkButton
from app.ui.theme import Theme
from app.ui.words import invitation, key_line, level_share, state_words

_LINES: Final = 96
"""The height of the field, in logical pixels."""


class DictationStep(StepBox):
    """A function of the state and of what came of the try."""

    start_requested = Signal()
    stop_requested = Signal()
    microphone_wanted = Signal()
    """The user wants to go back to its test."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(GuideStep.DICTATION)
        self._state, self._tried = ViewState(), TryView()
        self.todo = label("", "title", wrap=True)
        self.talk = TalkButton(theme)
        self.talk.setFixedSize(64, 64)
        self.talk.clicked.connect(self._toggle)
        self.key = label("", "hint", wrap=True)
        self.text = LiveTextEdit(theme)
        self.text.setAccessibleName(self.tr("What you said"))
        self.text.setFixedHeight(_LINES)
        self.outcome = Outcome(theme, "good")
        self.microphone = Button(theme, self.tr("Test the microphone"), "mic")
        self.microphone.clicked.connect(self.microphone_wanted)
        self._way = ActRow(self.microphone)
        self._add((self.todo, self.outcome, self._way, self._talk_row(), self._field()))
        self._tell()

    @property
    def first(self) -> QWidget:
        """What does the same as the key."""
        return self.talk

    @property
    def may_go_on(self) -> bool:
        """Once it has worked."""
        return self._tried.stage is TryStage.WORKED

    @property
    def next_words(self) -> str:
        return self.tr("Finish")

    def show_state(self, state: ViewState) -> None:
        """What is going on."""
        self._state = state
        self._tell()

    def show_try(self, tried: TryView) -> None:
        """What came of it."""
        self._tried = tried
        self._tell()
        self.may_go_on_changed.emit()

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        self.talk.show_level(level_share(dbfs))

    def _tell(self) -> None:
        state, tried = self._state, self._tried
        is_open = state.phase in (Phase.OPENING, Phase.LISTENING)
        is_busy = state.phase is not Phase.IDLE
        self.todo.setText(state_words(state) if is_busy else invitation(state.hotkey, state.hotkey_mode))
        self.talk.show_open(is_open)
        name = self.tr("Stop dictation") if is_open else self.tr("Start dictation")
        self.talk.setAccessibleName(name)
        self.talk.setToolTip(name)
        self.key.setText(key_line(state))
        live = state.live if is_busy else LiveText(tried.text) if tried.text else NO_TEXT
        self.text.show_text(live, follow=True)
        sentence, (shape, colour) = words.try_words(tried)
        self.outcome.say(sentence, shape, colour)
        self._way.setVisible(tried.stage in (TryStage.NOTHING_HEARD, TryStage.FAILED))

    def _toggle(self) -> None:
        is_open = self._state.phase in (Phase.OPENING, Phase.LISTENING)
        (self.stop_requested if is_open else self.start_requested).emit()

    def _talk_row(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        margins(column, 0, 0, 0, 0, 4)
        column.addWidget(self.talk, 0, Qt.AlignmentFlag.AlignHCenter)
        self.key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.key)
        return row

    def _field(self) -> QFrame:
        field = card()
        column = QVBoxLayout(field)
        margins(column, 8, 8, 4, 8, 0)
        column.addWidget(self.text)
        return field
