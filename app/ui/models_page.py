"""The models: what this computer computes with, which speech models there are, and what each of them does.

It shows what it is told (`show_event`, `show_settings`, `show_loaded`, `show_trial`) and says what the user
wants by `wishes`; it decides nothing. It is made when it is first gone to, and looks at what is there each
time it comes into view. How long ago something was grows by itself, while somebody looks.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.catalogue import ShelvedModel
from app.domain.model_budget import Held, LoadBegan, Loaded, LoadFailed
from app.domain.settings import Device, Settings
from app.services.cuda_events import (
    CudaRuntimeArriving,
    CudaRuntimeEnded,
    CudaRuntimeFound,
    CudaRuntimeRemoved,
)
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded, ModelsShelved
from app.services.hardware_events import HardwareFound, ProofBegun, ProofEnded, ProvingEnded
from app.services.view_trial import TrialView
from app.ui import models_words as words
from app.ui.buttons import Button
from app.ui.controls import Reflow, Remark, Tick, card, label, margins
from app.ui.cuda_row import CudaRow
from app.ui.hardware_card import HardwareCard
from app.ui.model_details import folder_dialog
from app.ui.model_row import ModelRow
from app.ui.models_told import ModelsEvent, ModelWishes
from app.ui.models_words import ModelFacts, Shape
from app.ui.theme import Theme

WIDEST: Final = 760
"""Of the cards: longer lines are hard to read."""

AGES_MS: Final = 15_000
"""How often it is told anew how long ago something was; told in minutes."""


class ModelsPage(QWidget):
    """A card for the computer, one for each model, and one for a folder of the user's own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.wishes = ModelWishes(self)
        self._settings = Settings()
        self._shelved: tuple[ShelvedModel, ...] | None = None
        self._held: tuple[Held, ...] = ()
        self._now, self._since = 0.0, QElapsedTimer()
        self._since.start()
        self._loading: frozenset[str] = frozenset()
        self._arriving: dict[str, ModelArriving] = {}
        self._outcomes: dict[str, tuple[str, Shape]] = {}
        self._trial = TrialView()
        # Kept in view until the user scrolls or goes on to another; and one whose row is not there yet.
        self._wanted = self._awaited = ""
        # The same of a single control, wherever the keyboard has come to it from.
        self._followed: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.rows: dict[str, ModelRow] = {}
        self.hardware = HardwareCard(theme, self.wishes)
        self.cuda = CudaRow(theme)
        self.hardware.add_below(self.cuda)
        self.hardware.unfolded.connect(self._order_tabs)
        self.tally = Remark(theme)
        self.only_here = Tick(theme, self.tr("Show only those on this computer"))
        self.only_here.toggled.connect(lambda _: self._show_rows())
        self.nothing = Remark(theme)
        self.folder = Button(theme, self.tr("Add a folder …"), "folder")
        self.folder.setAccessibleName(self.tr("Add the folder of a model of your own"))
        self.folder.clicked.connect(self._ask_folder)
        self.ages = QTimer(self)
        self.ages.setInterval(AGES_MS)
        self.ages.timeout.connect(self._show_rows)
        self._lay_out()
        self._show_all()

    # --- what is shown ---

    def show_event(self, event: ModelsEvent) -> None:
        """What the workers tell."""
        match event:
            case HardwareFound():
                self.hardware.show_found(event)
                self._show_held()
            case ProofBegun():
                self.hardware.show_begun(event)
            case ProofEnded():
                self.hardware.show_proof(event)
            case ProvingEnded():
                self.hardware.show_ended(event)
            case CudaRuntimeFound() | CudaRuntimeArriving() | CudaRuntimeEnded() | CudaRuntimeRemoved():
                self.cuda.show_event(event)
            case ModelsShelved(models):
                self._shelved = models
                self._show_all()
            case ModelArriving():
                self._outcomes.pop(event.model, None)
                self._arriving[event.model] = event
                self._show_row(event.model)
            case ModelGetEnded():
                self._arriving.pop(event.model, None)
                row = self.rows.get(event.model)
                entry = row.facts.shelved.entry if row is not None else None
                self._tell(event.model, *words.ended_words(event, entry))
            case ModelRemoveEnded():
                self._tell(event.model, *words.removed_words(event))
            case LoadBegan(model):
                self._outcomes.pop(model, None)
                self._set_loading(self._loading | {model}, model)
            case Loaded(held):
                self._set_loading(self._loading - {held.model}, held.model)
            case LoadFailed(model, problem):
                self._outcomes[model] = words.problem_words(problem)
                self._set_loading(self._loading - {model}, model)

    def show_settings(self, settings: Settings) -> None:
        """The settings in force."""
        if settings.speech != self._settings.speech:
            # What came of it before holds no more.
            self._outcomes.clear()
        self._settings = settings
        self._show_all()

    def show_loaded(self, held: tuple[Held, ...], now: float) -> None:
        """The models in memory; `now` is the moment by their clock, in monotonic seconds."""
        self._held, self._now = held, now
        self._since.restart()
        self._show_rows()

    def show_trial(self, trial: TrialView) -> None:
        """How far a trial is; there is one at a time."""
        self._trial = trial
        for row in self.rows.values():
            row.show_trial(trial)

    def focus_model(self, model: str) -> None:
        """Bring the row of `model` into view, as soon as it is there."""
        self._wanted, self._awaited = model, ""
        row = self.rows.get(model)
        if row is None:
            self._awaited = model
            return
        self.only_here.setChecked(self.only_here.isChecked() and row.facts.is_here)
        row.more.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._keep_in_view()

    # --- Qt's ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.ages.start()
            self._show_rows()
            # Models come and go while nobody looks, and so does memory.
            self.wishes.look_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.ages.stop()

    # --- within ---

    def _facts(self, shelved: ShelvedModel) -> ModelFacts:
        speech, models, name = self._settings.speech, self._settings.models, shelved.name
        device = Device.AUTO
        if name in models.on_card:
            device = Device.CUDA
        elif name in models.on_processor:
            device = Device.CPU
        return ModelFacts(
            shelved,
            is_selected=name == speech.model,
            is_preloaded=name in models.preload,
            device=device,
            held=tuple(one for one in self._held if one.model == name),
            now=self._now + self._since.elapsed() / 1000,
            is_loading=name in self._loading,
            arriving=self._arriving.get(name),
        )

    def _show_all(self) -> None:
        shelved = self._shelved or ()
        if [one.name for one in shelved] != list(self.rows):
            self._make_rows(shelved)
        self._show_rows()
        self.hardware.show_settings(self._settings)
        self._show_held()
        if self._awaited in self.rows:
            self.focus_model(self._awaited)

    def _show_rows(self) -> None:
        shown = 0
        for one in self._shelved or ():
            self._show_row(one.name, one)
            row = self.rows[one.name]
            shown += not row.isHidden()
        facts = tuple(row.facts for row in self.rows.values())
        is_told = self._shelved is not None
        self.tally.say(words.shelf_words(facts) if is_told else self.tr("Looking for speech models …"))
        self.only_here.setVisible(is_told)
        self.nothing.say(
            self.tr("No speech model is here yet. Show all of them, and get one.")
            if is_told and not shown
            else ""
        )
        self._show_held()

    def _show_row(self, name: str, shelved: ShelvedModel | None = None) -> None:
        row = self.rows.get(name)
        if row is None:
            return
        facts = self._facts(shelved or row.facts.shelved)
        row.show_facts(facts)
        self.hardware.show_model(facts)
        row.show_outcome(*self._outcomes.get(name, ("", ("info", "accent"))))
        is_near = facts.is_here or facts.arriving is not None or facts.is_selected
        row.setVisible(is_near or not self.only_here.isChecked())

    def _show_held(self) -> None:
        self.hardware.show_held(self._held, self._loading)

    def _set_loading(self, loading: frozenset[str], model: str) -> None:
        self._loading = loading
        self._show_row(model)
        self._show_held()

    def _tell(self, model: str, sentence: str, shape: Shape) -> None:
        self._outcomes[model] = sentence, shape
        self._show_row(model)

    def _make_rows(self, shelved: tuple[ShelvedModel, ...]) -> None:
        """A row for each, in their order; those that are there already keep what is open in them."""
        before, self.rows = self.rows, {}
        for at, one in enumerate(shelved):
            row = before.pop(one.name, None)
            if row is None:
                row = ModelRow(self._theme, self.wishes, self._facts(one))
                row.unfolded.connect(self._order_tabs)
            self.rows[one.name] = row
            self._list.insertWidget(at, row)
        for gone in before.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        # Words that are dressed only when they are shown take their height from another font before.
        for row in self.rows.values():
            for each in (row, *row.findChildren(QWidget)):
                each.ensurePolished()
            row.show_trial(self._trial)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """What is added later comes last to the tab key, wherever it stands."""
        rows = [control for row in self.rows.values() for control in row.controls()]
        controls = [*self.hardware.controls(), self.only_here, *rows, self.folder]
        for one, following in pairwise(controls):
            QWidget.setTabOrder(one, following)

    def _keep_in_view(self) -> None:
        row, focused = self.rows.get(self._wanted), self.focusWidget()
        if row is not None and focused is not None and row.isAncestorOf(focused):
            self._whole.activate()
            self.area.ensureWidgetVisible(row, 0, 16)
        elif focused is not None and focused is self._followed:
            self._whole.activate()
            # What comes of it is told in its row.
            for row in self.rows.values():
                if row.isAncestorOf(focused):
                    self.area.ensureWidgetVisible(row, 0, 16)
            self.area.ensureWidgetVisible(focused, 0, 16)

    def _follow_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Qt scrolls to a control only when the keyboard comes from another one in the same area, and what
        is found out later moves all that stands below. A button being pressed must not move, though."""
        if focused is None or not self.area.isAncestorOf(focused):
            return
        self._followed = None
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._followed = focused
            self._keep_in_view()

    def _let_go(self) -> None:
        self._wanted, self._followed = "", None

    def _ask_folder(self) -> None:
        dialog = folder_dialog(self, self.tr("The folder of a converted model"))
        dialog.fileSelected.connect(self._add_folder)
        dialog.open()

    def _add_folder(self, chosen: str) -> None:
        folder = Path(chosen)
        self.wishes.folder_added.emit(folder)
        # Its row comes last, mostly out of sight.
        self.focus_model(str(folder))

    def _lay_out(self) -> None:
        page, sheet = QWidget(), QWidget()
        sheet.setMaximumWidth(WIDEST)
        self._whole = QHBoxLayout(page)
        margins(self._whole, 16, 12, 12, 16, 0)
        self._whole.addWidget(sheet, 1)
        self._whole.addStretch()
        column = QVBoxLayout(sheet)
        margins(column, 0, 0, 0, 0, 12)
        column.addWidget(self.hardware)
        head = Reflow(560)
        head.row.addWidget(self.tally, 1)
        head.row.addWidget(self.only_here, 0)
        column.addWidget(head)
        column.addWidget(self.nothing)
        self._list = QVBoxLayout()
        margins(self._list, 0, 0, 0, 0, 12)
        column.addLayout(self._list)
        column.addWidget(self._own())
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        self.area.verticalScrollBar().actionTriggered.connect(self._let_go)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(self.area)

    def _own(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        margins(column, 16, 12, 16, 16, 8)
        column.addWidget(label(self.tr("A folder of your own"), "title", wrap=True))
        told = self.tr(
            "Any Whisper model that was converted for CTranslate2. Its folder is used where it is: nothing is"
            " copied, and nothing in it is changed."
        )
        column.addWidget(label(told, "hint", wrap=True))
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
