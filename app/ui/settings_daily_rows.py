"""The rows of the microphone, the keys, the insertion, the history and the program itself."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.devices import InputDevice
from app.domain.keys import KeyAction
from app.domain.overlay_look import OverlayWay
from app.domain.settings import MAX_PRE_ROLL_SECONDS, MAX_TAIL_SECONDS, HotkeyMode, InsertionWay
from app.services.view import ViewState
from app.ui import words
from app.ui.controls import NumberBox
from app.ui.guide_row import GuideRow
from app.ui.late_overlay import way_here
from app.ui.settings_chord_row import ChordRow
from app.ui.settings_group import Card
from app.ui.settings_language_row import language_row
from app.ui.settings_rows import ChoiceRow, NumberRow, Option, Place, TickRow
from app.ui.theme import Theme
from app.ui.told import told


class DailyRows(QObject):
    """Each group as its cards."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.general = (self._general(),)
        self.microphone = (self._microphone(),)
        self.keys = (self._keys(),)
        self.insertion = (self._insertion(),)
        self.history = (self._history(),)

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones to choose from."""
        default = next((device.label for device in devices if device.is_default), "")
        hint = self.tr("Now: %1").replace("%1", default) if default else ""
        self.device.offer(
            (
                Option("", self.tr("System default"), hint),
                *(Option(device.name, device.label) for device in devices),
            )
        )

    def show_state(self, state: ViewState) -> None:
        """The way keys are heard."""
        heard = (
            self.tr("Heard by: %1.").replace("%1", told(state.hotkey_backend)) if state.hotkey_backend else ""
        )
        self.talk.set_hint(" ".join(part for part in (heard, told(state.hotkey_hint)) if part))

    def _general(self) -> Card:
        language = language_row(self._theme)
        tray = TickRow(
            self._theme,
            Place("general", "close_to_tray"),
            self.tr("Keep running when the window is closed"),
            self.tr("Sayso stays in the system tray, and the key goes on working."),
        )
        hidden = TickRow(
            self._theme,
            Place("general", "start_hidden"),
            self.tr("Start without opening the window"),
            self.tr("The key works at once; the window is a click on the tray away."),
        )
        start = TickRow(
            self._theme,
            Place("general", "start_with_system"),
            self.tr("Start with the computer"),
            self.tr("When you log in, in the tray: the key works from then on."),
        )
        strip = TickRow(
            self._theme,
            Place("general", "overlay"),
            self.tr("Show a strip while you dictate"),
            self._strip_hint(),
        )
        self.guide = GuideRow(self._theme)
        return Card(self.tr("General"), (language, tray, hidden, start, strip, self.guide))

    def _strip_hint(self) -> str:
        if way_here() is OverlayWay.NONE:
            return self.tr(
                "Not on this desktop: without XWayland it would take the keyboard from your window."
            )
        return self.tr("Level and last words at the edge of the screen; drag it where it suits you.")

    def _microphone(self) -> Card:
        self.device = ChoiceRow(self._theme, Place("microphone", "device"), self.tr("&Microphone"))
        self.show_devices(())
        tail = NumberRow(
            Place("microphone", "tail_seconds"),
            self.tr("Listen on after release"),
            self.tr("So that the last word is whole. Ends earlier when you are silent."),
            NumberBox(self._theme, (0, MAX_TAIL_SECONDS, 0.1), 2, self.tr(" s")),
        )
        pre_roll = NumberRow(
            Place("microphone", "pre_roll_seconds"),
            self.tr("Listen before the key"),
            self.tr(
                "Keeps the microphone open all the time and the last moments in memory, never on disk, "
                "so that the first word is whole. 0 opens it only with the key."
            ),
            NumberBox(self._theme, (0, MAX_PRE_ROLL_SECONDS, 0.1), 2, self.tr(" s")),
        )
        sound = TickRow(
            self._theme,
            Place("microphone", "start_sound"),
            self.tr("Play a sound when Sayso is listening"),
            self.tr("It comes with the first sound that arrives, so what you say after it is heard."),
        )
        return Card(self.tr("Microphone"), (self.device, tail, pre_roll, sound))

    def _keys(self) -> Card:
        self.talk = ChordRow(self._theme, Place("hotkeys", "talk"), self.tr("&Talk key"), "", KeyAction.TALK)
        mode = ChoiceRow(
            self._theme,
            Place("hotkeys", "mode"),
            self.tr("How it works"),
            [Option(each, *words.mode_words(each)) for each in HotkeyMode],
        )
        raw = ChordRow(
            self._theme,
            Place("hotkeys", "raw"),
            self.tr("Key for raw text"),
            self.tr("Works as the talk key does, and puts in what you said just as it was heard."),
            KeyAction.RAW,
            (self.talk,),
            may_be_empty=True,
        )
        cancel = ChordRow(
            self._theme,
            Place("hotkeys", "cancel"),
            self.tr("Cancel key"),
            self.tr("Throws the dictation away. Taken only while Sayso is listening or writing."),
            KeyAction.CANCEL,
            (self.talk, raw),
        )
        return Card(self.tr("Keys"), (self.talk, mode, raw, cancel))

    def _insertion(self) -> Card:
        way = ChoiceRow(
            self._theme,
            Place("insertion", "way"),
            self.tr("Put it at the cursor by"),
            [Option(each, *words.way_words(each)) for each in InsertionWay],
        )
        space = TickRow(
            self._theme,
            Place("insertion", "trailing_space"),
            self.tr("Add a space after each dictation"),
            self.tr("So that the next one continues the line."),
        )
        restore = TickRow(
            self._theme,
            Place("insertion", "restore_clipboard"),
            self.tr("Put the clipboard back after pasting"),
            self.tr(
                "What you had copied is there again, and clipboard histories are asked to skip your text."
            ),
        )
        return Card(self.tr("Insertion"), (way, space, restore))

    def _history(self) -> Card:
        days = NumberRow(
            Place("history", "audio_days"),
            self.tr("Keep recordings for"),
            self.tr("0 keeps no recording once its text is written."),
            NumberBox(self._theme, (0, 3650, 1), 0, self.tr(" days")),
        )
        texts = NumberRow(
            Place("history", "text_days"),
            self.tr("Keep texts for"),
            self.tr("With their recordings. 0 keeps them until you delete them."),
            NumberBox(self._theme, (0, 3650, 1), 0, self.tr(" days")),
        )
        return Card(self.tr("History"), (days, texts))
