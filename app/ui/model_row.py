"""One speech model on the models page: what it is for, what it costs, how it stands, and what can be done.

A function of its facts. What is rarely asked stands behind "Details", which is made when it is first opened:
fourteen models with everything would keep the page waiting.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.view_trial import TrialStage, TrialView
from app.ui import models_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Outcome, Reflow, Remark, Tick, label, margins
from app.ui.model_details import ModelDetails
from app.ui.models_told import ModelWishes
from app.ui.models_words import Act, ModelFacts, Shape
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme
from app.ui.trial_box import TrialBox

TURN: Final = 400
"""Narrower than this the buttons stand below the words."""


class ModelRow(QFrame):
    """A card."""

    unfolded = Signal()
    """It has got more controls."""

    def __init__(self, theme: Theme, wishes: ModelWishes, facts: ModelFacts) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme, self._wishes, self._facts = theme, wishes, facts
        self._act = Act.NONE
        self.name = words.name_words(facts.shelved)
        self.setAccessibleName(self.name)
        self.traits = label("", "hint", wrap=True)
        self.state = Remark(theme, "good")
        self.bar = ProgressLine(theme)
        self.outcome = Outcome(theme)
        self.main = Button(theme, "")
        self.main.clicked.connect(self._do)
        self.drop = Button(theme, "", "close")
        self.drop.clicked.connect(lambda: wishes.cancel_requested.emit(self._facts.name))
        self.preload = Tick(theme, self.tr("Load at start"))
        self.preload.setAccessibleName(self.tr("Load %1 at start").replace("%1", self.name))
        self.preload.clicked.connect(lambda on: wishes.preload_changed.emit(self._facts.name, on))
        self.always = label(self.tr("Loaded at start, as it is in use."), "hint", wrap=True)
        self.attempt = Button(theme, self.tr("Try it out"), "mic")
        self.attempt.setAccessibleName(self.tr("Try %1 out").replace("%1", self.name))
        self.attempt.setToolTip(self.tr("Speak for five seconds and see what it writes"))
        self.attempt.clicked.connect(lambda: wishes.trial_requested.emit(self._facts.name))
        self.more = Button(theme, self.tr("Details"), kind="plain")
        self.more.setAccessibleName(self.tr("Details of %1").replace("%1", self.name))
        self.more.has_chevron = True
        self.more.clicked.connect(self._toggle)
        self.details: ModelDetails | None = None
        self.trial: TrialBox | None = None
        self._lay_out()
        self._say_open()
        self.show_facts(facts)

    @property
    def facts(self) -> ModelFacts:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: ModelFacts) -> None:
        """What is known of the model now."""
        self._facts = facts
        self.traits.setText(words.traits_words(facts.shelved))
        sentence, (shape, colour) = words.state_words(facts)
        self.state.say(sentence, shape, colour)
        share = words.share_arrived(facts)
        self.bar.setVisible(share is not None)
        self.bar.setAccessibleName(f"{self.name}: {sentence}")
        self.bar.show_share(share or 0.0)
        self._show_buttons(facts)
        self.preload.setChecked(facts.is_preloaded)
        self.preload.setVisible(facts.is_here and not facts.is_selected)
        self.always.setVisible(facts.is_here and facts.is_selected)
        self._foot.setVisible(facts.is_here)
        if self.details is not None:
            self.details.show_facts(facts)

    def show_outcome(self, sentence: str, shape: Shape) -> None:
        """What came of what was asked for; nothing where `sentence` is empty."""
        self.outcome.say(sentence, *shape)

    def show_trial(self, trial: TrialView) -> None:
        """How far a trial is: of this model, or of another one, which keeps the microphone."""
        is_mine = trial.model == self._facts.name and trial.stage is not TrialStage.IDLE
        is_running = words.is_trial_running(trial)
        # The keyboard stays with the trial: a button that is disabled or hidden would pass it on.
        had_focus = self.attempt.hasFocus() or (self.trial is not None and self.trial.stop.hasFocus())
        if not is_running:
            self._enable_attempt(take_focus=had_focus)
        if is_mine and self.trial is None:
            self.trial = TrialBox(self._theme, self._wishes, self.name)
            self._column.insertWidget(self._column.indexOf(self._foot) + 1, self.trial)
            _dress(self.trial)
            self.unfolded.emit()
        if self.trial is not None:
            self.trial.setVisible(is_mine)
            if is_mine:
                self.trial.show_trial(trial)
                if had_focus and is_running:
                    self.trial.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_running:
            self.attempt.setEnabled(False)

    def controls(self) -> list[QWidget]:
        """What takes the focus, in its order."""
        found: list[QWidget] = [self.main, self.more, self.drop, self.preload, self.attempt]
        if self.trial is not None:
            found.append(self.trial.stop)
        if self.details is not None:
            found.extend(self.details.controls())
        return found

    def _enable_attempt(self, *, take_focus: bool) -> None:
        self.attempt.setEnabled(True)
        if take_focus:
            self.attempt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, facts: ModelFacts) -> None:
        self._act = words.act_of(facts)
        said = words.act_words(facts)
        self.main.setText(said)
        self.main.setAccessibleName(f"{said}: {self.name}")
        self.main.updateGeometry()
        self.main.setVisible(bool(said))
        is_going = self._act is Act.PAUSE
        self.drop.setVisible(is_going or self._act is Act.GO_ON)
        shown = self.tr("Cancel") if is_going else self.tr("Throw away")
        self.drop.setText(shown)
        self.drop.setAccessibleName(f"{shown}: {self.name}")
        self.drop.updateGeometry()

    def _do(self) -> None:
        wishes, name = self._wishes, self._facts.name
        match self._act:
            case Act.GET | Act.GO_ON:
                wishes.get_requested.emit(name)
            case Act.PAUSE:
                wishes.pause_requested.emit(name)
            case Act.USE:
                wishes.use_requested.emit(name)
            case Act.NONE:
                pass

    def _toggle(self) -> None:
        if self.details is None:
            self.details = ModelDetails(self._theme, self._wishes, self._facts)
            self._column.addWidget(self.details)
            # A layout shows what comes later in its own time, and until then it counts as hidden.
            self.details.show()
            _dress(self.details)
            self.unfolded.emit()
        else:
            self.details.setVisible(self.details.isHidden())
        self._say_open()

    def _say_open(self) -> None:
        is_open = self.details is not None and not self.details.isHidden()
        self.more.setAccessibleDescription(self.tr("Open") if is_open else self.tr("Closed"))

    def _lay_out(self) -> None:
        said, acts = QWidget(), ActRow(self.main, self.more)
        left = QVBoxLayout(said)
        margins(left, 0, 0, 0, 0, 4)
        left.addWidget(label(self.name, "title", wrap=True))
        left.addWidget(label(words.about_words(self._facts.shelved), "good", wrap=True))
        left.addWidget(self.traits)
        head = Reflow(TURN)
        head.row.addWidget(said, 1)
        head.row.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = Reflow(TURN)
        self._foot.row.addWidget(self.preload, 1)
        self._foot.row.addWidget(self.always, 1)
        self._foot.row.addWidget(self.attempt, 0, Qt.AlignmentFlag.AlignLeft)
        stands = Reflow(TURN)
        stands.row.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        stands.row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        margins(self._column, 16, 12, 16, 12, 8)
        for each in (head, stands, self.bar, self.outcome, self._foot):
            self._column.addWidget(each)


def _dress(widget: QWidget) -> None:
    """Words that are dressed only when they are shown take their height from another font before."""
    for each in (widget, *widget.findChildren(QWidget)):
        each.ensurePolished()
