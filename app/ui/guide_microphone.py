"""The guide's step of the microphone: which one, and a test of some seconds with what it measured."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from app.domain.devices import InputDevice
from app.domain.guide import GuideStep
from app.domain.settings import Settings
from app.services.guide_view import CheckStage, MicrophoneCheckView
from app.ui import guide_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Choice, Remark, label
from app.ui.guide_step import StepBox
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme
from app.ui.words import level_share

LOOK_MS: Final = 2000
"""How soon a microphone that is plugged in is in the list."""


class MicrophoneStep(StepBox):
    """A function of the settings, of the microphones there are, and of how far the check is."""

    check_wanted = Signal()
    check_stopped = Signal()
    devices_wanted = Signal()
    settings_accepted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(GuideStep.MICROPHONE)
        self._settings = Settings()
        self._devices: tuple[InputDevice, ...] = ()
        self._check = MicrophoneCheckView()
        self.device = Choice(theme)
        self.device.setAccessibleName(self.tr("Microphone"))
        self.device.activated.connect(self._choose)
        self.test = Button(theme, self.tr("Test it"), "mic")
        self.test.clicked.connect(self._act)
        self.line = Remark(theme, "good")
        self.level = ProgressLine(theme, "live")
        self.level.setAccessibleName(self.tr("Level of the microphone"))
        self.figures = label("", "hint", wrap=True)
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self._look)
        self._add((self.device, ActRow(self.test), self.line, self.level, self.figures))
        self._offer()
        self._tell()

    @property
    def first(self) -> Button:
        """The test."""
        return self.test

    @property
    def may_go_on(self) -> bool:
        """After a test in which somebody was heard, however well."""
        report = self._check.report
        return report is not None and report.speech_dbfs is not None

    def show_settings(self, settings: Settings) -> None:
        """Which microphone is set."""
        is_other = settings.microphone.device != self._settings.microphone.device
        self._settings = settings
        if is_other:
            self._offer()

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """Those that there are now."""
        if devices != self._devices:
            self._devices = devices
            self._offer()

    def show_check(self, check: MicrophoneCheckView) -> None:
        """How far the check is."""
        self._check = check
        self._tell()
        self.may_go_on_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.timer.stop()

    @property
    def _is_running(self) -> bool:
        return self._check.stage in (CheckStage.OPENING, CheckStage.LISTENING)

    def _look(self) -> None:
        # Not while openings are timed: a fresh list makes the sound library begin anew.
        if not self._is_running and not self.device.view().isVisible():
            self.devices_wanted.emit()

    def _act(self) -> None:
        (self.check_stopped if self._is_running else self.check_wanted).emit()

    def _offer(self) -> None:
        default = next((one.label for one in self._devices if one.is_default), "")
        system = self.tr("System default")
        self.device.clear()
        self.device.add("", f"{system} · {default}" if default else system)
        for one in self._devices:
            self.device.add(one.name, one.label)
        self.device.choose(self._settings.microphone.device)

    def _choose(self) -> None:
        microphone = replace(self._settings.microphone, device=str(self.device.value))
        # What was measured was another one.
        self.check_stopped.emit()
        self.show_check(MicrophoneCheckView())
        self.settings_accepted.emit(replace(self._settings, microphone=microphone))

    def _tell(self) -> None:
        check = self._check
        sentence, (shape, colour) = words.check_words(check)
        self.line.say(sentence, shape, colour)
        self.level.setVisible(check.stage is CheckStage.LISTENING)
        self.level.show_share(0.0 if check.level_dbfs is None else level_share(check.level_dbfs))
        self.figures.setText(words.figures_words(check.report) if check.report else "")
        self.figures.setVisible(check.report is not None)
        if self._is_running:
            self.test.show_as(self.tr("Stop"), "stop")
        elif check.stage is CheckStage.IDLE:
            self.test.show_as(self.tr("Test it"), "mic")
        else:
            self.test.show_as(self.tr("Test it again"), "again")
        # The one thing to do here, till it is done.
        self.test.set_kind("primary" if check.stage is CheckStage.IDLE else "")
        self.device.setEnabled(not self._is_running)
