"""NVIDIA's library cuBLAS, on the models page: the offer to get it, how far it is, and removing it again.

It shows what it is told (`show_event`) and says what is wanted; it decides nothing. Where nothing is offered
and nothing of it is here there is nothing to see. It stands in the card of this computer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cuda_runtime import CudaOffer, CudaRuntimeState, RuntimePlace
from app.services.cuda_events import (
    CudaEvent,
    CudaRuntimeArriving,
    CudaRuntimeEnded,
    CudaRuntimeFound,
    CudaRuntimeRemoved,
)
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Outcome, Remark, margins
from app.ui.model_details import RemoveQuestion
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme
from app.ui.told import told, told_problem
from app.ui.words import size_words

_INDENT = 26
"""What belongs to a sentence begins where its words do, behind its shape."""


class CudaRow(QWidget):
    """A function of what it was told last."""

    get_requested = Signal()
    stop_requested = Signal()
    remove_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = CudaRuntimeState()
        self._offer: CudaOffer | None = None
        self._arriving: CudaRuntimeArriving | None = None
        self._is_got = False
        self.line = Remark(theme, "good")
        self.bar = ProgressLine(theme)
        self.get = Button(theme, "", "download")
        self.get.clicked.connect(self.get_requested)
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.stop.setAccessibleName(self.tr("Stop getting cuBLAS"))
        self.stop.clicked.connect(self.stop_requested)
        self.remove = RemoveQuestion(theme, "cuBLAS")
        self.remove.confirmed.connect(self.remove_requested)
        self.outcome = Outcome(theme, "good")
        self._lay_out()
        self._show()

    def show_event(self, event: CudaEvent) -> None:
        """What the workers tell."""
        match event:
            case CudaRuntimeFound(state, offer):
                self._state, self._offer = state, offer
                if self._is_got:
                    self._arriving, self._is_got = None, False
            case CudaRuntimeArriving():
                self._arriving, self._is_got = event, False
                self.outcome.say("")
            case CudaRuntimeEnded(is_there=True):
                # Where it is now is told next, and says all there is to say.
                self._is_got = True
            case CudaRuntimeEnded():
                self._arriving = None
                self._say_ended(event)
            case CudaRuntimeRemoved():
                self._say_removed(event)
        self._show()

    def controls(self) -> list[QWidget]:
        """What takes the focus, in its order."""
        return [self.get, self.stop, self.remove.ask, self.remove.remove, self.remove.keep]

    # --- within ---

    def _say_ended(self, ended: CudaRuntimeEnded) -> None:
        if ended.problem is not None:
            self.outcome.say(told_problem(ended.problem), "triangle", "live")
        else:
            self.outcome.say(self.tr("Stopped. What has arrived is kept."))

    def _say_removed(self, removed: CudaRuntimeRemoved) -> None:
        if removed.problem is not None:
            self.outcome.say(told_problem(removed.problem), "triangle", "live")
        else:
            freed = self.tr("Removed; %1 of the disk are free again.")
            self.outcome.say(freed.replace("%1", size_words(removed.freed)), "check", "done")

    def _show(self) -> None:
        arriving, offer = self._arriving, self._offer
        is_here = self._state.place is RuntimePlace.FOLDER
        had_focus = self.get.hasFocus() or self.stop.hasFocus()
        if arriving is not None:
            sentence = self._arriving_words(arriving)
            self.line.say(sentence, "download", "accent")
            self.bar.setAccessibleName(sentence)
            self.bar.show_share(arriving.received / arriving.total if arriving.total else 0.0)
        elif offer is not None:
            self.line.say(told(offer.words), "download", "accent")
            self._show_get(offer)
        elif is_here:
            self.line.say(self._here_words(), "check", "done")
            self._show_remove()
        else:
            self.line.say("")
        self.bar.setVisible(arriving is not None)
        self.stop.setVisible(arriving is not None)
        self.get.setVisible(arriving is None and offer is not None)
        self.remove.setVisible(arriving is None and offer is None and is_here)
        if self.remove.isHidden():
            self.remove.close_question()
        self._acts.setVisible(not self.get.isHidden() or not self.stop.isHidden())
        self._below.setVisible(any(not each.isHidden() for each in (self.bar, self._acts, self.remove)))
        self.setVisible(not self.line.isHidden() or not self.outcome.isHidden())
        if had_focus:
            self._keep_focus()

    def _keep_focus(self) -> None:
        """The keyboard stays in the row when one button gives way to another."""
        shown = next((each for each in (self.stop, self.get, self.remove.ask) if each.isVisible()), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_get(self, offer: CudaOffer) -> None:
        left = max(0, offer.download_bytes - self._state.arrived_bytes)
        pattern = self.tr("Go on, %1 left") if self._state.arrived_bytes else self.tr("Get it (%1)")
        shown = pattern.replace("%1", size_words(left))
        self.get.setText(shown)
        self.get.setAccessibleName(f"{shown}: cuBLAS")
        self.get.updateGeometry()

    def _show_remove(self) -> None:
        size = size_words(self._state.size_bytes)
        self.remove.show_words(
            self.tr("Remove (%1)").replace("%1", size),
            self.tr("Remove cuBLAS? The graphics card is not used then, and %1 are freed.").replace(
                "%1", size
            ),
        )

    def _here_words(self) -> str:
        pattern = self.tr("cuBLAS %1 is here, NVIDIA's library that the graphics card computes with.")
        return pattern.replace("%1", self._state.version)

    def _arriving_words(self, arriving: CudaRuntimeArriving) -> str:
        if not arriving.total:
            return self.tr("Getting cuBLAS …")
        if arriving.received >= arriving.total:
            return self.tr("All of cuBLAS has arrived, and is being unpacked …")
        said = self.tr("Getting cuBLAS: %1 of %2 here")
        return said.replace("%1", size_words(arriving.received)).replace("%2", size_words(arriving.total))

    def _lay_out(self) -> None:
        self._acts = ActRow(self.get, self.stop)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        margins(below, _INDENT, 0, 0, 0, 8)
        for each in (self.bar, self._acts, self.remove):
            below.addWidget(each)
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 8)
        column.addWidget(self.line)
        column.addWidget(self._below)
        column.addWidget(self.outcome)
