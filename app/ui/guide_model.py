"""The guide's step of the speech model: what suits this computer, its size, and getting it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.catalogue import ShelvedModel
from app.domain.guide import GuideStep
from app.domain.recommendation import Recommendation
from app.domain.settings import Settings
from app.services.events import ModelArriving, ModelGetEnded, ModelsShelved
from app.services.hardware_events import HardwareFound
from app.services.view import Readiness, ViewState
from app.ui import models_words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Choice, Outcome, Remark, label
from app.ui.guide_step import StepBox
from app.ui.hardware_card import Advice
from app.ui.models_told import ModelsEvent, ModelWishes
from app.ui.models_words import ModelFacts
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme


class ModelStep(StepBox):
    """A function of what was told last of the computer, of its models, and of the settings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(GuideStep.MODEL)
        self.wishes = ModelWishes()
        self.wishes.setParent(self)
        self._settings = Settings()
        self._recommendation: Recommendation | None = None
        self._models: dict[str, ShelvedModel] = {}
        self._arriving: dict[str, ModelArriving] = {}
        self._readiness = Readiness.LOADING
        self.looking = Remark(theme)
        self.advice = Advice(theme, self.wishes)
        self.progress = label("", "good", wrap=True)
        self.bar = ProgressLine(theme)
        self.pause = Button(theme, self.tr("Pause"), "pause")
        self.pause.clicked.connect(self._pause)
        self.outcome = Outcome(theme, "good")
        self.here = label(self.tr("On this computer:"), "hint", wrap=True)
        self.model = Choice(theme)
        self.model.setAccessibleName(self.tr("Speech model"))
        self.model.activated.connect(lambda _: self.wishes.use_requested.emit(str(self.model.value)))
        self.folder = Button(theme, self.tr("From a folder …"), "folder")
        self.folder.setToolTip(self.tr("A Whisper model that was converted for CTranslate2"))
        self.folder.clicked.connect(self._choose_folder)
        self.state = Remark(theme, "good")
        self._paused = ActRow(self.pause)
        self._add(
            (
                self.looking,
                self.advice,
                self.progress,
                self.bar,
                self._paused,
                self.outcome,
                self.here,
                self.model,
                ActRow(self.folder),
                self.state,
            )
        )
        # Only now: what has no parent yet and is shown becomes a window of its own.
        self.looking.say(self.tr("Looking at this computer …"), "info", "muted")
        self._tell()

    @property
    def first(self) -> QWidget:
        """What is recommended, where there is something to do about it."""
        return self.advice.use if self.advice.use.isVisibleTo(self) else self.model

    @property
    def may_go_on(self) -> bool:
        """Where the model in use is here."""
        model = self._models.get(self._settings.speech.model)
        return model is not None and model.path is not None

    def show_settings(self, settings: Settings) -> None:
        """Which model is used."""
        if settings != self._settings:
            self._settings = settings
            self._tell()

    def show_state(self, state: ViewState) -> None:
        """Whether it is loaded."""
        if state.readiness is not self._readiness:
            self._readiness = state.readiness
            self._tell()

    def show_event(self, event: ModelsEvent) -> None:
        """What is told of models and of the computer."""
        match event:
            case HardwareFound():
                self._recommendation = event.recommendation
                self.looking.say("")
            case ModelsShelved(models):
                self._models = {one.name: one for one in models}
            case ModelArriving(model):
                self._arriving[model] = event
                self.outcome.say("")
            case ModelGetEnded(model):
                self._arriving.pop(model, None)
                self._tell_end(event)
            case _:
                return
        self._tell()

    # --- within ---

    def _facts(self, name: str) -> ModelFacts | None:
        shelved = self._models.get(name)
        if shelved is None:
            return None
        is_selected = name == self._settings.speech.model
        return ModelFacts(shelved, is_selected=is_selected, arriving=self._arriving.get(name))

    def _tell_end(self, event: ModelGetEnded) -> None:
        shelved = self._models.get(event.model)
        sentence, (shape, colour) = models_words.ended_words(event, shelved.entry if shelved else None)
        if event.problem is not None:
            sentence = f"{sentence} {self.tr('One of those on this computer, or a folder, will do.')}"
        self.outcome.say(sentence, shape, colour)

    def _tell(self) -> None:
        name = self._recommendation.model if self._recommendation is not None else ""
        self.advice.show_advice(self._recommendation, self._settings, self._facts(name))
        self._tell_progress()
        self._offer()
        self._tell_state()
        self.may_go_on_changed.emit()

    def _tell_progress(self) -> None:
        on_its_way = next(iter(self._arriving), "")
        facts = self._facts(on_its_way) if on_its_way else None
        for each in (self.progress, self.bar, self._paused):
            each.setVisible(facts is not None)
        if facts is not None:
            said, _ = models_words.state_words(facts)
            self.progress.setText(f"{on_its_way}: {said}")
            self.bar.setAccessibleName(self.progress.text())
            self.bar.show_share(models_words.share_arrived(facts) or 0.0)

    def _offer(self) -> None:
        found = [one for one in self._models.values() if one.path is not None]
        self.here.setVisible(bool(found))
        self.model.setVisible(bool(found))
        shown = [(self.model.itemData(at), self.model.itemText(at)) for at in range(self.model.count())]
        wanted = [(one.name, models_words.name_words(one)) for one in found]
        if shown != wanted:
            self.model.clear()
            for value, said in wanted:
                self.model.add(value, said)
        # One that is set and not here is not among them.
        self.model.setCurrentIndex(self.model.findData(self._settings.speech.model))

    def _tell_state(self) -> None:
        name = self._settings.speech.model
        shelved = self._models.get(name)
        said = models_words.name_words(shelved) if shelved is not None else name
        if not self._models:
            self.state.say("")
        elif not self.may_go_on:
            sentence = self.tr("%1 is set, and it is not here yet.").replace("%1", said)
            self.state.say(sentence, "triangle", "live")
        elif self._readiness in (Readiness.LOADING, Readiness.TRYING):
            self.state.say(self.tr("%1 is being loaded …").replace("%1", said), "model", "work")
        elif self._readiness is Readiness.FAILED:
            sentence = self.tr("%1 could not be loaded. Choose another one.").replace("%1", said)
            self.state.say(sentence, "triangle", "live")
        else:
            self.state.say(self.tr("%1 is ready.").replace("%1", said), "check", "done")

    def _pause(self) -> None:
        for name in tuple(self._arriving):
            self.wishes.pause_requested.emit(name)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a converted model"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.wishes.folder_added.emit(Path(path)))
        dialog.open()
