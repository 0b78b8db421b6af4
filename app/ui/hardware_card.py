"""This computer, on the models page: what it computes with, what that costs, whether it has proved to work,
and what is recommended.

Nothing is tried or set by itself: measuring and using what is recommended are the user's wishes.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.domain.compute import Way
from app.domain.model_budget import Held
from app.domain.recommendation import Recommendation
from app.domain.settings import Settings
from app.services.hardware_events import HardwareFound, ProofBegun, ProofEnded, ProvingEnded
from app.ui import hardware_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.compute_types import ComputeTypes
from app.ui.controls import Outcome, Reflow, Remark, label, margins
from app.ui.directions import is_mirrored
from app.ui.models_told import ModelWishes
from app.ui.models_words import ModelFacts, act_words
from app.ui.theme import Theme
from app.ui.told import told

TURN: Final = 400
"""Narrower than this what stands side by side stands below each other."""

_TITLE_WIDTH: Final = 120
_GAP: Final = 12


class FactRow(Reflow):
    """What a thing is called, and what is known of it."""

    def __init__(self, title: str) -> None:
        super().__init__(TURN, 0)
        self.name = label(title, "hint")
        self.name.setContentsMargins(_GAP * is_mirrored(), 0, _GAP * (not is_mirrored()), 0)
        self.said = label("", "good", wrap=True)
        self.row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.said, 1)


class Advice(QWidget):
    """What is recommended, why, and the button to follow it."""

    def __init__(self, theme: Theme, wishes: ModelWishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._recommendation: Recommendation | None = None
        self._is_here = False
        self.line = Remark(theme, "good")
        self.figures = label("", "hint", wrap=True)
        self.use = Button(theme, "")
        self.use.clicked.connect(self._act)
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 4)
        column.addWidget(self.line)
        below = QVBoxLayout()
        margins(below, 26, 0, 0, 0, 8)
        below.addWidget(self.figures)
        below.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)

    def show_advice(
        self, recommendation: Recommendation | None, settings: Settings, model: ModelFacts | None
    ) -> None:
        """`model` is what is known of the one that is recommended; None while nothing is."""
        self._recommendation = recommendation
        self._is_here = model is not None and model.is_here
        self.setVisible(recommendation is not None)
        if recommendation is None:
            return
        self.figures.setText(" ".join(map(told, recommendation.figures)))
        followed = words.is_followed(recommendation, settings.speech)
        sentence, act = words.recommended_words(recommendation), ""
        if followed and self._is_here:
            self.line.say(f"{sentence} {self.tr('It is what you use.')}", "check", "done")
        elif self._is_here:
            self.line.say(sentence)
            act = self.tr("Use it")
        elif model is not None and model.arriving is not None:
            self.line.say(f"{sentence} {self.tr('It is on its way.')}")
        else:
            self.line.say(f"{sentence} {self.tr('It is not here yet.')}")
            act = act_words(model) if model is not None else ""
        self.use.setText(act)
        self.use.setAccessibleName(f"{act}: {recommendation.model}")
        self.use.setVisible(bool(act))
        self.use.updateGeometry()

    def _act(self) -> None:
        if self._recommendation is None:
            return
        if self._is_here:
            self._wishes.recommendation_accepted.emit(self._recommendation)
        else:
            self._wishes.get_requested.emit(self._recommendation.model)


class HardwareCard(QFrame):
    """A function of what it was told last."""

    unfolded = Signal()
    """It has got more controls."""

    def __init__(self, theme: Theme, wishes: ModelWishes) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme, self._wishes = theme, wishes
        self._found: HardwareFound | None = None
        self._is_proving = False
        self._settings = Settings()
        self._models: dict[str, ModelFacts] = {}
        self._in_use: frozenset[Way] = frozenset()
        self._added: list[QWidget] = []
        self.looking = Remark(theme)
        self.processor = FactRow(self.tr("Processor"))
        self.memory = FactRow(self.tr("Memory"))
        self.cards = FactRow(self.tr("Graphics card"))
        self.computes = FactRow(self.tr("Computes now"))
        self.advice = Advice(theme, wishes)
        self.measure = Button(theme, self.tr("Measure"))
        self.measure.setAccessibleName(self.tr("Measure how fast this computer computes"))
        self.measure.setToolTip(self.tr("Write down a short sentence in the best way that works"))
        self.measure.clicked.connect(self._measure)
        self.benchmark = Button(theme, self.tr("Compare all models …"))
        self.benchmark.clicked.connect(wishes.benchmark_wanted)
        self.trying = Remark(theme, "good")
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.stop.setAccessibleName(self.tr("Stop trying ways of computing"))
        self.stop.clicked.connect(wishes.proving_stopped)
        self.outcome = Outcome(theme, "good")
        self.more = Button(theme, self.tr("Compute types"))
        self.more.has_chevron = True
        self.more.clicked.connect(self._toggle)
        self.tally = label("", "hint", wrap=True)
        self.types: ComputeTypes | None = None
        wishes.prove_again_requested.connect(self._try_again)
        self._lay_out()
        self.looking.say(self.tr("Looking at this computer …"), "info", "muted")
        self._show()

    # --- what is shown ---

    def show_found(self, found: HardwareFound) -> None:
        """What there is."""
        is_first, self._found = self._found is None, found
        if is_first and _failed(found):
            self._open()
        self._show()

    def show_begun(self, begun: ProofBegun) -> None:
        """A way is being tried."""
        self._is_proving = True
        self.trying.say(
            self.tr("Trying the %1 …").replace(
                "%1", words.way_words(begun.way, flash_attention=begun.flash_attention)
            ),
            "model",
            "work",
        )
        self._show()

    def show_proof(self, ended: ProofEnded) -> None:
        """A way has been tried; what came of it is among the facts soon."""
        if not ended.proof.works:
            self.outcome.say(
                self.tr("The %1: %2.")
                .replace("%1", words.way_words(ended.way, flash_attention=ended.flash_attention))
                .replace("%2", told(ended.proof.reason)),
                "triangle",
                "live",
            )

    def show_ended(self, ended: ProvingEnded) -> None:
        """All that was asked for has been tried."""
        self._is_proving = False
        self.measure.setEnabled(True)
        if self.stop.hasFocus():
            self.measure.setFocus(Qt.FocusReason.OtherFocusReason)
        sentence, (shape, colour) = words.ended_words(ended)
        self.outcome.say(sentence, shape, colour)
        self._show()

    def show_settings(self, settings: Settings) -> None:
        """What is set."""
        self._settings = settings
        self._show_advice()

    def show_model(self, facts: ModelFacts) -> None:
        """What is known of a model: what is recommended may have to be got first."""
        self._models[facts.name] = facts
        self._show_advice()

    def show_held(self, held: tuple[Held, ...], loading: frozenset[str]) -> None:
        """What is in memory, and what is being loaded."""
        self.computes.said.setText(words.computes_words(held, self._settings.speech.model, loading))
        in_use = frozenset(Way(one.device, one.compute_type) for one in held)
        if in_use != self._in_use:
            self._in_use = in_use
            self._show()

    def add_below(self, widget: QWidget) -> None:
        """Room for what belongs to this computer as well."""
        self._below.addWidget(widget)
        self._added.append(widget)
        for each in (widget, *widget.findChildren(QWidget)):
            each.ensurePolished()
        self.unfolded.emit()

    def controls(self) -> list[QWidget]:
        """What takes the focus, in its order."""
        found: list[QWidget] = [self.advice.use, self.measure, self.benchmark, self.stop, self.more]
        found.extend(self.types.controls() if self.types is not None else [])
        added = [each for widget in self._added for each in (widget, *widget.findChildren(QWidget))]
        return [*found, *(each for each in added if each.focusPolicy() & Qt.FocusPolicy.TabFocus)]

    # --- within ---

    def _show(self) -> None:
        found = self._found
        self.looking.setVisible(found is None)
        for each in (self.processor, self.memory, self.cards, self.computes, self._fold):
            each.setVisible(found is not None)
        self._align()
        self._show_advice()
        self.measure.setVisible(found is not None)
        self.measure.setEnabled(not self._is_proving)
        self._busy.setVisible(self._is_proving)
        if found is None:
            return
        self.processor.said.setText(words.processor_words(found.computer))
        self.memory.said.setText(words.memory_words(found.computer))
        self.cards.said.setText(words.cards_words(found))
        self.tally.setText(words.tally_words(found, self._in_use))
        if self.types is not None:
            before = self.types.controls()
            self.types.show_found(found, self._in_use, may_try=not self._is_proving)
            if self.types.controls() != before:
                self.unfolded.emit()

    def _align(self) -> None:
        """All that is said begins below each other, also where a language's words are long."""
        names = [each.name for each in (self.processor, self.memory, self.cards, self.computes)]
        for each in names:
            each.ensurePolished()
        widest = max(_TITLE_WIDTH, *(each.sizeHint().width() for each in names))
        for each in names:
            each.setMinimumWidth(widest)

    def _show_advice(self) -> None:
        recommendation = self._found.recommendation if self._found is not None else None
        model = self._models.get(recommendation.model) if recommendation is not None else None
        self.advice.show_advice(recommendation, self._settings, model)

    def _measure(self) -> None:
        self._begin()
        self._wishes.measure_requested.emit()

    def _try_again(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Asked for, not begun yet: what the library offers is asked before."""
        had_focus = self.measure.hasFocus()
        self._is_proving = True
        self.outcome.say("")
        self.trying.say(self.tr("Getting ready to try …"), "model", "work")
        self._busy.show()
        if had_focus:
            # A button that is disabled would pass the keyboard on.
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _toggle(self) -> None:
        if self.types is None or self.types.isHidden():
            self._open()
        else:
            self.types.hide()
            self.more.setAccessibleDescription(self.tr("Closed"))

    def _open(self) -> None:
        if self.types is None:
            self.types = ComputeTypes(self._theme, self._wishes)
            self._types_place.addWidget(self.types)
        self.types.show()
        self.more.setAccessibleDescription(self.tr("Open"))
        self._show()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        margins(self._column, 16, 12, 16, 16, 8)
        title: QLabel = label(self.tr("This computer"), "title", wrap=True)
        acts = ActRow(self.measure, self.benchmark)
        self._busy = Reflow(TURN)
        self._busy.row.addWidget(self.trying, 1, Qt.AlignmentFlag.AlignVCenter)
        self._busy.row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold = Reflow(TURN)
        self._fold.row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold.row.addWidget(self.tally, 1, Qt.AlignmentFlag.AlignVCenter)
        self.more.setAccessibleDescription(self.tr("Closed"))
        facts = (self.processor, self.memory, self.cards, self.computes)
        for each in (title, self.looking, *facts, self.advice, acts, self._busy, self.outcome, self._fold):
            self._column.addWidget(each)
        self._types_place, self._below = QVBoxLayout(), QVBoxLayout()
        for place in (self._types_place, self._below):
            margins(place, 0, 0, 0, 0, 8)
            self._column.addLayout(place)


def _failed(found: HardwareFound) -> bool:
    return any(one.proof is not None and not one.proof.works for each in found.devices for one in each.types)
