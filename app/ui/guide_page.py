"""The guide of the first start: one step after the other, each of which can be left and come back to.

It shows what it is told and says what the user wants; it decides nothing. Nobody else's place in the window
is as tall as its tallest step, so what a step holds is scrolled, and the way on stays below it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.devices import InputDevice
from app.domain.guide import Guide, GuideStep
from app.domain.settings import Settings
from app.domain.writer_catalogue import RecommendedWriter
from app.services.guide_view import GuideView
from app.services.view import ViewState
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui import guide_words as words
from app.ui.buttons import Button
from app.ui.controls import Line, card, margins
from app.ui.guide_clean_up import CleanUpStep
from app.ui.guide_dictation import DictationStep
from app.ui.guide_key import KeyStep
from app.ui.guide_marks import StepMarks
from app.ui.guide_microphone import MicrophoneStep
from app.ui.guide_model import ModelStep
from app.ui.guide_permissions import PermissionsStep
from app.ui.guide_step import StepBox
from app.ui.models_told import ModelsEvent
from app.ui.theme import Theme

WIDEST: Final = 620
"""Lines longer than this are hard to read."""

_AROUND_PLACE: Final = 52
"""Logical pixels of the margins and spaces of the line on top."""


class GuidePage(QWidget):
    """A function of its view, and of what its steps are told."""

    seen = Signal(bool)
    """It came into view, or went out of it."""
    passed = Signal()
    put_off = Signal()
    chosen = Signal(object)
    """The `GuideStep` that is to be gone to."""
    closed = Signal()
    settings_accepted = Signal(object)
    page_wanted = Signal(str)
    """An address of the system's settings, or of the web."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._guide = Guide()
        self.marks = StepMarks(theme)
        self.place = Line("hint")
        self.close_guide = Button(theme, self.tr("Close the guide"), "close", "icon")
        self.microphone = MicrophoneStep(theme)
        self.key = KeyStep(theme)
        self.model = ModelStep(theme)
        self.clean_up = CleanUpStep(theme)
        self.permissions = PermissionsStep(theme)
        self.dictation = DictationStep(theme)
        self.later = Button(theme, self.tr("&Later"))
        self.next = Button(theme, self.tr("&Next"), kind="primary")
        self.boxes: tuple[StepBox, ...] = (
            self.microphone,
            self.key,
            self.model,
            self.clean_up,
            self.permissions,
            self.dictation,
        )
        self._lay_out()
        self._connect()
        self._show_guide(Guide())
        # Till there is somebody who listens.
        self.setEnabled(False)

    @property
    def box(self) -> StepBox:
        """The step in view."""
        return self.boxes[list(GuideStep).index(self._guide.at)]

    # --- what is shown ---

    def show_view(self, view: GuideView) -> None:
        """All of it."""
        self.setEnabled(True)
        self.microphone.show_check(view.microphone)
        self.key.show_key(view.key)
        self.permissions.show_permissions(view.permissions)
        self.dictation.show_try(view.dictation)
        self._show_guide(view.guide)

    def show_state(self, state: ViewState) -> None:
        """What is going on."""
        self.key.show_state(state)
        self.model.show_state(state)
        self.dictation.show_state(state)

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        self.dictation.show_level(dbfs)

    def show_settings(self, settings: Settings) -> None:
        """The settings in force."""
        self.microphone.show_settings(settings)
        self.key.show_settings(settings)
        self.model.show_settings(settings)
        self.clean_up.show_settings(settings)

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones there are."""
        self.microphone.show_devices(devices)

    def show_models_event(self, event: ModelsEvent) -> None:
        """What is told of the speech models and of this computer."""
        self.model.show_event(event)

    def show_writers(self, found: WritersFound | WritersNotFound) -> None:
        """What came of looking for the language models."""
        self.clean_up.show_writers(found)

    def show_writer_catalogue(self, writers: tuple[RecommendedWriter, ...]) -> None:
        """The language models that are recommended."""
        self.clean_up.show_catalogue(writers)

    def show_pull(self, pull: PullProgressed | PullEnded) -> None:
        """How far a language model has arrived."""
        self.clean_up.show_pull(pull)

    # --- Qt's ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- within ---

    def _fit(self) -> None:
        """The marks say the same as the words beside them, which need their room."""
        others = self.marks.sizeHint().width() + self.close_guide.sizeHint().width()
        self.place.setVisible(others + self.place.sizeHint().width() + _AROUND_PLACE <= self.width())

    def _show_guide(self, guide: Guide) -> None:
        is_other = guide.at is not self._guide.at
        had_focus = any(map(self._has_keyboard, (self.next, self.later, *self.marks.marks.values())))
        self._guide = guide
        self.marks.show_guide(guide)
        self.place.setText(words.place_words(guide.steps.index(guide.at) + 1, len(guide.steps)))
        self._fit()
        self._stack.setCurrentIndex(self.boxes.index(self.box))
        if is_other:
            self._areas[self.boxes.index(self.box)].verticalScrollBar().setValue(0)
        self._tell_way()
        if is_other and had_focus:
            # The keyboard goes with the eye: to what is to be done here.
            (self.box.first or self.next).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_way(self) -> None:
        box = self.box
        # What has proved before need not be shown again.
        may_go_on = box.may_go_on or self._guide.at in self._guide.passed
        first = box.first
        becomes_free = may_go_on and not self.next.isEnabled()
        self.next.setText(box.next_words)
        self.next.updateGeometry()
        if not may_go_on and self._has_keyboard(self.next):
            # A button that is disabled would pass the keyboard on to anybody.
            (first or self.later).setFocus(Qt.FocusReason.OtherFocusReason)
        self.next.setEnabled(may_go_on)
        self.later.setVisible(self._guide.at not in self._guide.passed)
        if becomes_free and first is not None and self._has_keyboard(first):
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self, control: QWidget) -> bool:
        """Whether keys go there, when the window has them."""
        return self.window().focusWidget() is control

    def _go_on(self) -> None:
        self.box.going_on()
        self.passed.emit()

    def _connect(self) -> None:
        self.marks.chosen.connect(self.chosen)
        self.close_guide.clicked.connect(self.closed)
        self.later.clicked.connect(self.put_off)
        self.next.clicked.connect(self._go_on)
        for box in self.boxes:
            box.may_go_on_changed.connect(self._tell_way)
        for part in (self.microphone, self.key, self.clean_up):
            part.settings_accepted.connect(self.settings_accepted)
        for linked in (self.clean_up, self.permissions):
            linked.page_wanted.connect(self.page_wanted)
        self.dictation.microphone_wanted.connect(lambda: self.chosen.emit(GuideStep.MICROPHONE))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        margins(top, 16, 12, 12, 4, 8)
        top.addWidget(self.marks)
        top.addStretch(1)
        top.addWidget(self.place)
        top.addWidget(self.close_guide)
        self._stack = QStackedWidget()
        self._areas = tuple(_scrolled(box) for box in self.boxes)
        for area in self._areas:
            self._stack.addWidget(area)
        foot = card("bar")
        row = QHBoxLayout(foot)
        margins(row, 16, 8, 16, 8, 8)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)


def _scrolled(box: StepBox) -> QScrollArea:
    box.setMaximumWidth(WIDEST)
    area = QScrollArea()
    area.setWidget(box)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
