"""The quick menu of the tray: what is done most, with everything as it is now.

Desktops show such a menu in two ways: as a window of Sayso's, or drawn by the panel from a description that
it is sent. The second kind may never ask before it shows it. So the menu is kept right all the time, by
whoever tells the windows, and `opened` only asks for what nobody tells of by itself, as microphones that
were plugged in; the menu changes under the user's eyes when the answer comes.

Recent dictations stand in it with their first words, which are the user's: nothing here is logged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.domain.clean_up_choice import CleanUpChoice, clean_up_choice, with_clean_up
from app.domain.devices import InputDevice
from app.domain.model_choices import with_model
from app.domain.models import ModelState
from app.domain.settings import Settings
from app.domain.styles import Styles
from app.services.recent import RecentText
from app.services.view import Phase, ViewState
from app.ui import words
from app.ui.directions import apart
from app.ui.places import Place
from app.ui.told import told
from app.ui.words import chord_words

WIDEST: Final = 48
"""Characters of a name or of the first words of a dictation."""


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a submenu: what it stands for, and what it says."""

    name: str
    says: str = field(repr=False)


class OptionMenu(QMenu):
    """A submenu that is made anew only when something in it has changed: it may be open.

    Args:
        title: of the submenu.
        parent: the menu that it is in.
        one_is_chosen: one of the entries is ticked.
    """

    option_chosen = Signal(str)

    def __init__(self, title: str, parent: QMenu, *, one_is_chosen: bool = True) -> None:
        super().__init__(title, parent)
        self._one_is_chosen = one_is_chosen
        self._offered: tuple[Option, ...] | None = None
        self._group: QActionGroup | None = None
        parent.addMenu(self)

    def offer(self, options: tuple[Option, ...], chosen: str = "", instead: str = "") -> None:
        """These, with the tick at `chosen`; `instead` is said where there are none."""
        if options != self._offered:
            self._offered = options
            self._fill(options, instead)
        if self._one_is_chosen:
            for option, action in zip(options, self.actions(), strict=False):
                action.setChecked(option.name == chosen)

    def _fill(self, options: tuple[Option, ...], instead: str) -> None:
        self.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        # With nothing ticked where the one in use is not offered.
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for option in options:
            action = self.addAction(escaped(apart(option.says)))
            if self._one_is_chosen:
                action.setCheckable(True)
                self._group.addAction(action)
            action.triggered.connect(lambda _, name=option.name: self._choose(name))
        if not options:
            self.addAction(instead).setEnabled(False)

    def _choose(self, name: str) -> None:
        # Later: what comes of it may fill this menu anew, and the entry that was clicked is still at work.
        QTimer.singleShot(0, self, lambda: self.option_chosen.emit(name))


class TrayMenu(QMenu):
    """Every entry is a wish of the user, as a signal."""

    opened = Signal()
    """It is about to be seen."""
    start_requested = Signal()
    stop_requested = Signal()
    cancel_requested = Signal()
    insert_requested = Signal()
    copy_requested = Signal()
    recent_chosen = Signal(str)
    """The name of a recording, whose text is to be inserted."""
    settings_accepted = Signal(object)
    pause_requested = Signal(bool)
    open_requested = Signal()
    place_requested = Signal(int)
    quit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_open = False
        self._settings = Settings()
        self._devices: tuple[InputDevice, ...] = ()
        self._models: tuple[ModelState, ...] = ()
        self._styles: Styles | None = None
        self.aboutToShow.connect(self.opened)
        self._add_texts()
        self.addSeparator()
        self._add_choices()
        self.addSeparator()
        self._add_places()
        self.addSeparator()
        self.quit = self._entry(self.tr("Quit"), self.quit_requested.emit)
        self.show_recent(())
        self._show_choices()
        self.show_state(ViewState())

    # --- what is shown ---

    def show_state(self, state: ViewState) -> None:
        """What goes on, and what there is to be inserted."""
        self._is_open = state.phase in (Phase.OPENING, Phase.LISTENING)
        self.talk.setText(self.tr("Stop dictation") if self._is_open else self.tr("Start dictation"))
        self.cancel.setEnabled(state.phase is not Phase.IDLE)
        self.insert.setEnabled(bool(state.text))
        self.copy.setEnabled(bool(state.text))
        key = escaped(chord_words(state.hotkey))
        self.pause.setText(self.tr("Pause %1").replace("%1", key) if key else self.tr("Pause the keys"))
        self.pause.setChecked(state.key_paused)

    def show_settings(self, settings: Settings) -> None:
        """What the entries change a copy of."""
        self._settings = settings
        self._show_choices()

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones there are."""
        self._devices = devices
        self._show_choices()

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The speech models; those on this computer are offered."""
        self._models = models
        self._show_choices()

    def show_styles(self, styles: Styles) -> None:
        """The ways to clean up a text."""
        self._styles = styles
        self._show_choices()

    def show_recent(self, texts: tuple[RecentText, ...]) -> None:
        """The last texts, the newest first."""
        options = tuple(Option(each.recording, words.first_words(each.text, WIDEST)) for each in texts)
        self.recent.offer(options, instead=self.tr("Nothing dictated yet"))

    def _show_choices(self) -> None:
        settings = self._settings
        used = settings.microphone.device
        devices = [Option("", self.tr("System default"))]
        devices += [Option(each.name, words.first_words(each.label, WIDEST)) for each in self._devices]
        if all(used != each.name for each in devices):
            missing = self.tr("%1 (not connected)").replace("%1", words.first_words(used, WIDEST))
            devices.append(Option(used, missing))
        self.microphone.offer(tuple(devices), used)
        models = tuple(
            Option(each.name, PurePath(each.name).name or each.name)
            for each in self._models
            if each.path is not None
        )
        self.model.offer(models, settings.speech.model, self.tr("No model on this computer"))
        styles = self._styles.all if self._styles else ()
        style = settings.enhancement.style
        names = [each.name for each in styles]
        chosen = style if style in names else next(iter(names), "")
        self.style_of.offer(tuple(Option(each.name, told(each.title)) for each in styles), chosen)
        self.clean_up.offer(
            tuple(Option(each, clean_up_choice_words(self, each)) for each in CleanUpChoice),
            clean_up_choice(settings),
        )

    # --- its entries ---

    def _add_texts(self) -> None:
        self.talk = self._entry("", self._toggle)
        self.cancel = self._entry(self.tr("Cancel"), self.cancel_requested.emit)
        self.addSeparator()
        self.insert = self._entry(self.tr("Insert last text"), self.insert_requested.emit)
        self.copy = self._entry(self.tr("Copy last text"), self.copy_requested.emit)
        self.recent = OptionMenu(self.tr("Insert a recent text"), self, one_is_chosen=False)
        self.recent.option_chosen.connect(self.recent_chosen)

    def _add_choices(self) -> None:
        self.microphone = self._choice(self.tr("Microphone"), _with_device)
        self.model = self._choice(self.tr("Speech model"), with_model)
        self.style_of = self._choice(self.tr("Style"), _with_style)
        self.clean_up = self._choice(
            self.tr("Clean up"), lambda s, name: with_clean_up(s, CleanUpChoice(name))
        )
        self.pause = self._entry("", self._pause)
        self.pause.setCheckable(True)

    def _add_places(self) -> None:
        self.open = self._entry(self.tr("Open Sayso"), self.open_requested.emit)
        self.places = {
            place: self._entry(name, partial(self.place_requested.emit, place))
            for place, name in (
                (Place.HISTORY, self.tr("History")),
                (Place.FILES, self.tr("Files")),
                (Place.SETTINGS, self.tr("Settings")),
            )
        }

    def _choice(self, title: str, change: Callable[[Settings, str], Settings]) -> OptionMenu:
        """A submenu whose entries change the settings."""
        menu = OptionMenu(title, self)

        def choose(name: str) -> None:
            self.settings_accepted.emit(change(self._settings, name))
            self._show_choices()

        menu.option_chosen.connect(choose)
        return menu

    def _entry(self, text: str, act: Callable[[], None]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _: act())
        return action

    def _toggle(self) -> None:
        (self.stop_requested if self._is_open else self.start_requested).emit()

    def _pause(self) -> None:
        self.pause_requested.emit(self.pause.isChecked())


def escaped(text: str) -> str:
    """`text` as an entry says it: an ampersand would be taken for the mark of a key."""
    return text.replace("&", "&&")


def clean_up_choice_words(of: QObject, choice: CleanUpChoice) -> str:
    """What an entry says of when texts are cleaned up."""
    return {
        CleanUpChoice.ALWAYS: of.tr("Always"),
        CleanUpChoice.BY_MODEL: of.tr("As the speech model needs it"),
        CleanUpChoice.OFF: of.tr("Off"),
    }[choice]


def _with_device(settings: Settings, device: str) -> Settings:
    return replace(settings, microphone=replace(settings.microphone, device=device))


def _with_style(settings: Settings, style: str) -> Settings:
    return replace(settings, enhancement=replace(settings.enhancement, style=style))
