"""The rows of the speech models: which one, in which language, computed where, and how long it stays.

What can be chosen to compute with is what was found on this computer: the rest is greyed out, and the hint
says why.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.model_settings import MAX_BUDGET_MEGABYTES, MAX_IDLE_MINUTES
from app.domain.models import ModelState
from app.domain.settings import MAX_BEAM_SIZE, ComputeType, Device, Settings
from app.services.hardware_events import HardwareFound
from app.services.view import ViewState
from app.ui import settings_hardware_words as hardware_words
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import NumberBox
from app.ui.languages import languages
from app.ui.settings_field import Field
from app.ui.settings_group import Card
from app.ui.settings_rows import ChoiceRow, NumberRow, Option, Place, TickRow
from app.ui.settings_text_rows import LinesRow
from app.ui.theme import Theme
from app.ui.told import told


class ModelsLine(Field):
    """What is set of each model on the page of the models, and the way there."""

    def __init__(self, theme: Theme, title: str) -> None:
        self.open = Button(theme, self.tr("Open Models"), "model")
        super().__init__(title, "", self.open)
        self._beside.addStretch(1)
        self.show_settings(Settings())

    def show_settings(self, settings: Settings) -> None:
        """What is set there now."""
        ahead = ", ".join(settings.models.preload)
        now = self.tr("Loaded ahead besides the one in use: %1.").replace("%1", ahead) if ahead else ""
        what = self.tr("There you get models, load them ahead, and say where each computes.")
        self.set_hint(f"{now} {what}".strip())
        self.open.setAccessibleDescription(self.hint.text())


class SpeechRows(QObject):
    """Two cards: the speech model, and the models in memory."""

    models_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: HardwareFound | None = None
        self._engine = ""
        self.cards = (self._speech(), self._memory())
        self.device.choice.currentIndexChanged.connect(self._offer_types)
        self.models.open.clicked.connect(self.models_wanted)

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models that are on this computer."""
        self.model.offer(
            tuple(
                Option(
                    model.name,
                    model.name,
                    f"{told(model.summary)} {words.size_words(model.size_bytes)}".strip(),
                )
                for model in models
                if model.path is not None
            )
        )

    def show_settings(self, settings: Settings) -> None:
        """What is in force; the rows are told by the page."""
        self.models.show_settings(settings)

    def show_state(self, state: ViewState) -> None:
        """What computes."""
        if state.engine != self._engine:
            self._engine = state.engine
            self._offer_devices()

    def show_hardware(self, found: HardwareFound) -> None:
        """What this computer can compute with."""
        self._found = found
        self._offer_devices()
        self._offer_types()

    def _offer_devices(self) -> None:
        if self._found is not None:
            self.device.offer(hardware_words.device_options(self._found, self._engine))

    def _offer_types(self) -> None:
        if self._found is not None:
            device = Device(str(self.device.choice.value))
            self.compute.offer(hardware_words.type_options(self._found, device))

    def _speech(self) -> Card:
        self.model = ChoiceRow(self._theme, Place("speech", "model"), self.tr("M&odel"))
        self.folder = Button(self._theme, self.tr("Folder …"), "folder")
        self.folder.setAccessibleName(self.tr("Use a model from a folder of your own"))
        self.folder.setToolTip(self.tr("Use a model from a folder of your own"))
        self.model.add_beside(self.folder)
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
        hints = LinesRow(
            self._theme,
            Place("speech", "hints"),
            self.tr("Words to listen for"),
            self.tr("Names and terms, one on each line, that the speech model would not expect."),
            lambda _: "",
            lines=3,
        )
        self.device = ChoiceRow(
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
        beam = NumberRow(
            Place("speech", "beam_size"),
            self.tr("Beam size"),
            self.tr("More is slower and a little more accurate. 0 takes what suits the model."),
            NumberBox(self._theme, (0, MAX_BEAM_SIZE, 1), 0, ""),
        )
        voice = TickRow(
            self._theme,
            Place("speech", "voice_detection"),
            self.tr("Leave out what is not speech"),
            self.tr("Silence and noise are not given to the model, which would make up words for them."),
        )
        rows = (self.model, language, hints, self.device, self.compute, beam, voice)
        return Card(self.tr("Speech"), rows)

    def _memory(self) -> Card:
        self.models = ModelsLine(self._theme, self.tr("Each model"))
        idle = NumberRow(
            Place("models", "idle_minutes"),
            self.tr("Unload after"),
            self.tr("A model that nobody used for so long frees its memory. 0 keeps it."),
            NumberBox(self._theme, (0, MAX_IDLE_MINUTES, 5), 0, self.tr(" min")),
        )
        memory = NumberRow(
            Place("models", "memory_megabytes"),
            self.tr("Memory for models"),
            self.tr("The most that all of them take of the computer's. 0 leaves it to Sayso."),
            NumberBox(self._theme, (0, MAX_BUDGET_MEGABYTES, 500), 0, self.tr(" MB")),
        )
        card = NumberRow(
            Place("models", "card_megabytes"),
            self.tr("On the graphics card"),
            self.tr("The most that all of them take of its memory. 0 leaves it to Sayso."),
            NumberBox(self._theme, (0, MAX_BUDGET_MEGABYTES, 500), 0, self.tr(" MB")),
        )
        return Card(self.tr("Speech · Models in memory"), (self.models, idle, memory, card))
