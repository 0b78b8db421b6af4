"""The place to dictate: state line, notices, the sheet, the talk button and what became of the text.

Below 460 logical pixels of height the button and its lines stand beside each other, and below 560 of width
the state line takes two rows, so that the sheet keeps room at the smallest size.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.devices import InputDevice
from app.domain.models import ModelState
from app.domain.settings import Settings
from app.services.view import Phase, Readiness, ViewState
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import Glyph, Line, Reflow, label, margins
from app.ui.directions import apart
from app.ui.marks import StateMark, TalkButton
from app.ui.notices import NoticeStack
from app.ui.text_pane import TextPane
from app.ui.theme import Theme

LOW: Final = 460
NARROW: Final = 540
WIDEST_NAME: Final = 220
WIDEST_STATE: Final = 260


class StateLine(QWidget):
    """The state in words and shape, the microphone and the model, both changed here."""

    settings_accepted = Signal(object)
    settings_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._settings = Settings()
        self._devices: tuple[InputDevice, ...] = ()
        self._models: tuple[ModelState, ...] = ()
        self.mark = StateMark(theme)
        self.words = label("", "title", wrap=True)
        self.open_sign = Glyph(theme, "mic", "live", 16)
        self.open_words = label(self.tr("Microphone open"), "hint")
        self.open_sign.setToolTip(self.open_words.text())
        self._is_open, self._is_ready = False, False
        self.microphone = self._menu_button(theme, "mic", self._fill_microphones)
        self.model = self._menu_button(theme, "model", self._fill_models)
        self._lay_out()

    def show_state(self, state: ViewState) -> None:
        """What is going on, and what is in use."""
        self.mark.show_state(state)
        said = words.state_words(state)
        if self.words.text() != said:
            self.words.setText(said)
        self._is_open = state.pre_roll and state.phase is Phase.IDLE
        self._is_ready = state.readiness in (Readiness.READY, Readiness.UNLOADED)
        self._arrange()
        name = state.microphone or self.tr("Default microphone")
        self._name(self.microphone, name, self.tr("Microphone: %1"))
        model = state.model or self.tr("No model")
        if state.readiness in (Readiness.LOADING, Readiness.TRYING):
            model = self.tr("%1 · loading").replace("%1", model)
        elif state.readiness is Readiness.UNLOADED:
            model = self.tr("%1 · not loaded").replace("%1", model)
        self._name(self.model, model, self.tr("Speech model: %1"))

    def show_settings(self, settings: Settings) -> None:
        """What the menus change a copy of."""
        self._settings = settings

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones to choose from."""
        self._devices = devices

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models to choose from."""
        self._models = models

    def _name(self, button: Button, name: str, pattern: str) -> None:
        if button.text() == name.replace("&", "&&"):
            return
        button.setText(name.replace("&", "&&"))
        button.setToolTip(pattern.replace("%1", name))
        button.setAccessibleName(pattern.replace("%1", name))
        button.updateGeometry()

    def _menu_button(self, theme: Theme, icon: str, fill: object) -> Button:
        button = Button(theme, "", icon, "flat", WIDEST_NAME)
        button.has_chevron = True
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    def _fill_microphones(self) -> None:
        menu = self.microphone.menu()
        menu.clear()
        part = self._settings.microphone
        for device, words_ in (
            ("", self.tr("System default")),
            *((each.name, each.label) for each in self._devices),
        ):
            changed = replace(self._settings, microphone=replace(part, device=device))
            self._offer(menu, words_, device == part.device, changed)
        self._more(menu, self.tr("Microphone settings"), "device")

    def _fill_models(self) -> None:
        menu = self.model.menu()
        menu.clear()
        part = self._settings.speech
        for model in self._models:
            if model.path is not None:
                changed = replace(self._settings, speech=replace(part, model=model.name))
                self._offer(menu, model.name, model.name == part.model, changed)
        self._more(menu, self.tr("Speech settings"), "model")

    def _offer(self, menu: QMenu, text: str, chosen: bool, changed: Settings) -> None:
        action = menu.addAction(apart(text).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda: self.settings_accepted.emit(changed))

    def _more(self, menu: QMenu, text: str, field: str) -> None:
        if menu.actions():
            menu.addSeparator()
        action: QAction = menu.addAction(text)
        action.triggered.connect(lambda: self.settings_wanted.emit(field))

    def _arrange(self) -> None:
        self.open_sign.setVisible(self._is_open)
        # Beside a long state in a narrow window there is room for the sign alone.
        self.open_words.setVisible(self._is_open and (self._is_ready or not self._whole.is_column))
        # In one row the names give way, not the state: broken in two it would push the sheet down.
        width = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 4
        self.words.setMinimumWidth(1 if self._whole.is_column else min(width, WIDEST_STATE))

    def _lay_out(self) -> None:
        state = QWidget()
        row = QHBoxLayout(state)
        margins(row, 8, 0, 0, 0, 8)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.open_sign)
        row.addWidget(self.open_words)
        in_use = QWidget()
        names = QHBoxLayout(in_use)
        margins(names, 0, 0, 0, 0, 4)
        names.addWidget(self.microphone, 0, Qt.AlignmentFlag.AlignLeft)
        names.addWidget(self.model, 0, Qt.AlignmentFlag.AlignLeft)
        names.addStretch(1)
        self._whole = whole = Reflow(NARROW, 4)
        whole.turned.connect(self._arrange)
        whole.row.addWidget(state, 1)
        whole.row.addWidget(in_use)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(whole)


class TalkBar(QWidget):
    """The talk button, the key that does the same, and what was done with the text."""

    start_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_open = False
        self.talk = TalkButton(theme)
        self.talk.clicked.connect(self._toggle)
        self.key = label("", "hint", wrap=True)
        self.tick = Glyph(theme, "check", "done", 16)
        self.delivery = Line("good")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        margins(self._box, 0, 0, 0, 0, 4)
        self._lay_out()

    def show_state(self, state: ViewState) -> None:
        """The state of the button and the two lines under it."""
        self._is_open = state.phase in (Phase.OPENING, Phase.LISTENING)
        self.talk.show_open(self._is_open)
        name = self.tr("Stop dictation") if self._is_open else self.tr("Start dictation")
        self.talk.setAccessibleName(name)
        self.talk.setToolTip(name)
        self.key.setText(words.key_line(state))
        delivery = state.delivery if state.phase is Phase.IDLE else None
        self.delivery.setText(words.delivery_words(delivery) if delivery else "")
        self.tick.setVisible(delivery is not None)
        self._show_line()
        if delivery:
            self.tick.show_icon(*words.delivery_shape(delivery))

    def set_low(self, low: bool) -> None:
        """Side by side where there is little height."""
        down = QBoxLayout.Direction.TopToBottom
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if low else down)
        self._box.setSpacing(8 if low else 4)
        self._show_line()
        for at in (0, 2):
            self._done.setStretch(at, 0 if low and at == 0 else 1)
        side = Qt.AlignmentFlag.AlignLeft if low else Qt.AlignmentFlag.AlignHCenter
        self.key.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._box.setAlignment(self.talk, Qt.AlignmentFlag.AlignCenter)
        self.talk.setFixedSize(*((64, 64) if low else (80, 80)))

    def _show_line(self) -> None:
        # Kept when empty in the column, so that the button stays where it is.
        low = self._box.direction() is QBoxLayout.Direction.LeftToRight
        self.delivery.setMinimumHeight(0 if low else 18)
        self._line.setVisible(bool(self.delivery.text()) or not low)

    def _toggle(self) -> None:
        (self.stop_requested if self._is_open else self.start_requested).emit()

    def _lay_out(self) -> None:
        self._line = QWidget()
        self._done = QHBoxLayout(self._line)
        margins(self._done, 0, 0, 0, 0, 4)
        self._done.addStretch(1)
        mark = QHBoxLayout()
        margins(mark, 0, 0, 0, 0, 4)
        mark.addWidget(self.tick)
        mark.addWidget(self.delivery)
        self._done.addLayout(mark)
        self._done.addStretch(1)
        lines = QWidget()
        column = QVBoxLayout(lines)
        margins(column, 0, 0, 0, 0, 2)
        column.addWidget(self.key)
        column.addWidget(self._line)
        lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._box.addWidget(self.talk)
        self._box.addWidget(lines, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_low(False)


class DictatePage(QWidget):
    """Everything of the place to dictate, from top to bottom."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = StateLine(theme)
        self.notices = NoticeStack(theme)
        self.pane = TextPane(theme)
        self.bar = TalkBar(theme)
        box = QVBoxLayout(self)
        margins(box, 16, 12, 16, 12, 8)
        box.addWidget(self.line)
        box.addWidget(self.notices)
        box.addWidget(self.pane, 1)
        box.addWidget(self.bar)

    def show_state(self, state: ViewState) -> None:
        """All of it is a function of the state."""
        self.line.show_state(state)
        before = self.notices.controls
        self.notices.show_notices(state.notices)
        if self.notices.controls != before:
            self._order_tabs()
        self.pane.show_state(state)
        self.bar.show_state(state)

    def _order_tabs(self) -> None:
        # What is added later would be reached last; the tab key goes as the eye does.
        for one, next_one in pairwise(
            (self.line.model, *self.notices.controls, *self.pane.controls, self.bar.talk)
        ):
            QWidget.setTabOrder(one, next_one)

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        self.bar.talk.show_level(words.level_share(dbfs))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.set_low(self.height() < LOW)
        self.notices.limit(max(64, round(self.height() * 0.3)))
