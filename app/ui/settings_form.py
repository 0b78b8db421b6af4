"""Every setting as a row, in the sections in which the page shows them.

What may be chosen comes from `app.domain.settings` and, for microphones and models, from what there is on
this computer at the moment.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.devices import InputDevice
from app.domain.keys import KeyAction
from app.domain.models import ModelState
from app.domain.settings import (
    MAX_BEAM_SIZE,
    MAX_PRE_ROLL_SECONDS,
    MAX_TAIL_SECONDS,
    ComputeType,
    Device,
    HotkeyMode,
    InsertionWay,
)
from app.services.view import ViewState
from app.ui import words
from app.ui.clean_up_settings import CleanUpSettings
from app.ui.controls import NumberBox
from app.ui.languages import languages
from app.ui.settings_rows import ChoiceRow, ChordRow, NumberRow, Option, Place, Row, TickRow
from app.ui.theme import Theme


class SettingsForm(QObject):
    """The rows by section; `sections` are (title, rows and what stands between them) as on the page."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.clean_up = CleanUpSettings(theme, self)
        self.sections: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Microphone"), self._microphone()),
            (self.tr("Hotkey"), self._hotkey()),
            (self.tr("Speech"), self._speech()),
            (self.tr("Text"), self._insertion()),
            (self.tr("Clean-up"), self.clean_up.clean_up),
            (self.tr("Styles"), self.clean_up.styles),
            (self.tr("Tidying without a language model"), self.clean_up.tidying),
            (self.tr("History"), self._history()),
            (self.tr("Program"), self._general()),
        )

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them."""
        return tuple(each for _, widgets in self.sections for each in widgets if isinstance(each, Row))

    def row(self, field: str) -> Row | None:
        """The one that holds `field`, or "part.field" where two parts have a field of that name."""
        part, dot, name = field.rpartition(".")
        return next(
            (row for row in self.rows if row.place.field == name and (not dot or row.place.part == part)),
            None,
        )

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

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models that are on this computer."""
        self.model.offer(
            tuple(
                Option(
                    model.name, model.name, f"{model.summary} {words.size_words(model.size_bytes)}".strip()
                )
                for model in models
                if model.path is not None
            )
        )
        self.clean_up.show_models(models)

    def show_state(self, state: ViewState) -> None:
        """What is in use: the way keys are heard, what computes."""
        heard = self.tr("Heard by: %1.").replace("%1", state.hotkey_backend) if state.hotkey_backend else ""
        self.talk.set_hint(" ".join(part for part in (heard, state.hotkey_hint) if part))
        engine = self.tr("In use now: %1.").replace("%1", state.engine) if state.engine else ""
        self.compute.set_note(engine)
        self.clean_up.show_state(state)

    def _microphone(self) -> tuple[Row, ...]:
        self.device = ChoiceRow(self._theme, Place("microphone", "device"), self.tr("&Microphone"))
        self.show_devices(())
        tail = NumberRow(
            Place("microphone", "tail_seconds"),
            self.tr("Listen on after release"),
            self.tr("So that the last word is whole. Ends earlier when you are silent."),
            NumberBox(self._theme, (0, MAX_TAIL_SECONDS, 0.1), 1, self.tr(" s")),
        )
        pre_roll = NumberRow(
            Place("microphone", "pre_roll_seconds"),
            self.tr("Listen before the key"),
            self.tr(
                "Keeps the microphone open all the time and the last moments in memory, never on disk, "
                "so that the first word is whole. 0 opens it only with the key."
            ),
            NumberBox(self._theme, (0, MAX_PRE_ROLL_SECONDS, 0.1), 1, self.tr(" s")),
        )
        sound = TickRow(
            self._theme,
            Place("microphone", "start_sound"),
            self.tr("Play a sound when Sayso is listening"),
        )
        return self.device, tail, pre_roll, sound

    def _hotkey(self) -> tuple[Row, ...]:
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
        return self.talk, mode, raw, cancel

    def _speech(self) -> tuple[Row, ...]:
        self.model = ChoiceRow(self._theme, Place("speech", "model"), self.tr("M&odel"))
        language = ChoiceRow(
            self._theme,
            Place("speech", "language"),
            self.tr("&Language"),
            [
                Option(
                    "", self.tr("Automatic"), self.tr("Found out from the first words of each dictation.")
                ),
                *(Option(code, name) for code, name in languages()),
            ],
        )
        beam = NumberRow(
            Place("speech", "beam_size"),
            self.tr("Beam size"),
            self.tr("More is slower and a little more accurate. 0 takes what suits the model."),
            NumberBox(self._theme, (0, MAX_BEAM_SIZE, 1), 0, ""),
        )
        device = ChoiceRow(
            self._theme,
            Place("speech", "device"),
            self.tr("Compute on"),
            [Option(each, *words.device_words(each)) for each in Device],
        )
        self.compute = ChoiceRow(
            self._theme,
            Place("speech", "compute_type"),
            self.tr("Compute type"),
            [Option(each, *words.compute_words(each)) for each in ComputeType],
        )
        return self.model, language, beam, device, self.compute

    def _insertion(self) -> tuple[Row, ...]:
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
        )
        return way, space

    def _history(self) -> tuple[Row, ...]:
        days = NumberRow(
            Place("history", "audio_days"),
            self.tr("Keep recordings for"),
            self.tr("Text is always kept. 0 keeps no recording once its text is written."),
            NumberBox(self._theme, (0, 3650, 1), 0, self.tr(" days")),
        )
        return (days,)

    def _general(self) -> tuple[Row, ...]:
        tray = TickRow(
            self._theme,
            Place("general", "close_to_tray"),
            self.tr("Keep running when the window is closed"),
            self.tr("Sayso stays in the system tray, and the key goes on working."),
        )
        hidden = TickRow(
            self._theme, Place("general", "start_hidden"), self.tr("Start without opening the window")
        )
        return tray, hidden
