"""The guide's step of the talk key: pressing it is seen, another one can be taken, and what holding means."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.guide import GuideStep
from app.domain.keys import KeyAction
from app.domain.settings import HotkeyMode, HotkeySettings, Settings
from app.services.first_view import key_label
from app.services.guide_view import KeyStage, KeyView
from app.services.view import ViewState
from app.ui import guide_words as words
from app.ui.act_row import ActRow
from app.ui.chord_field import ChordField
from app.ui.controls import Remark, label
from app.ui.guide_marks import Meaning
from app.ui.guide_step import StepBox
from app.ui.theme import Theme
from app.ui.told import told
from app.ui.words import chord_words, mode_words


class KeyStep(StepBox):
    """A function of the settings and of what was seen of the key."""

    settings_accepted = Signal(object)
    chord_recording = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(GuideStep.KEY)
        self._settings = Settings()
        self._key = KeyView()
        self.line = Remark(theme, "good")
        self.chord = ChordField(theme, KeyAction.TALK)
        self.chord.setAccessibleName(self.tr("Talk key"))
        self.chord.changed.connect(self._taken)
        self.chord.refused.connect(self._refuse)
        self.chord.recording.connect(self.chord_recording)
        self.hint = label(self.tr("Press this button to choose another key."), "hint", wrap=True)
        self.refusal = label("", "error", wrap=True)
        self.refusal.hide()
        self.backend = label("", "hint", wrap=True)
        self.modes = {mode: Meaning(theme, *mode_words(mode)) for mode in HotkeyMode}
        self._group = QButtonGroup(self)
        for mode, choice in self.modes.items():
            self._group.addButton(choice)
            choice.clicked.connect(lambda _=False, at=mode: self._set_mode(at))
        self._add(
            (self.line, ActRow(self.chord), self.hint, self.refusal, self.backend, *self.modes.values())
        )
        self.show_settings(self._settings)

    @property
    def first(self) -> QWidget:
        """The key itself."""
        return self.chord

    @property
    def may_go_on(self) -> bool:
        """Once it was seen."""
        return self._key.stage is KeyStage.SEEN

    def show_settings(self, settings: Settings) -> None:
        """The key, and what holding and tapping it mean."""
        self._settings = settings
        self.chord.show_chord(settings.hotkeys.talk)
        self.modes[settings.hotkeys.mode].setChecked(True)
        self._tell()

    def show_key(self, key: KeyView) -> None:
        """What was seen of it."""
        self._key = key
        self._tell()
        self.may_go_on_changed.emit()

    def show_state(self, state: ViewState) -> None:
        """What there is to know of the way in which keys are heard."""
        self.backend.setText(told(state.hotkey_hint))
        self.backend.setVisible(bool(state.hotkey_hint))

    def _tell(self) -> None:
        sentence, (shape, colour) = words.key_words(
            self._key, chord_words(key_label(self._settings.hotkeys.talk))
        )
        self.line.say(sentence, shape, colour)

    def _taken(self) -> None:
        keys = self._settings.hotkeys
        if self.chord.chord in (keys.raw, keys.cancel):
            self.chord.show_chord(keys.talk)
            self._refuse(self.tr("Another key of Sayso's is that already; take a different one."))
            return
        self._refuse("")
        self._accept(replace(keys, talk=self.chord.chord))

    def _set_mode(self, mode: HotkeyMode) -> None:
        self._accept(replace(self._settings.hotkeys, mode=mode))

    def _accept(self, keys: HotkeySettings) -> None:
        self.settings_accepted.emit(replace(self._settings, hotkeys=keys))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
