"""What the strip says of a moment: words and shapes, apart from any widget."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.domain.history import Fate
from app.domain.overlay_look import OverlayLook, last_words
from app.services.overlay import OverlayView
from app.services.view import Delivery, Phase
from app.ui import words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Overlay", text)


def look_of(view: OverlayView) -> OverlayLook:
    """What is drawn of `view`, in the language of the windows."""
    state, outcome = view.state, view.outcome
    if outcome is not None:
        icon, colour = words.delivery_shape(outcome)
        return OverlayLook(icon=icon, colour=colour, settled=_outcome_words(outcome), is_sentence=True)
    listens = state.phase is Phase.LISTENING
    look = OverlayLook(str(state.phase), has_level=listens, can_stop=view.can_stop)
    if listens and (state.live.settled or state.live.tentative):
        settled, tentative = last_words(state.live.settled, state.live.tentative)
        return replace(look, settled=settled, tentative=tentative)
    return replace(look, settled=words.state_words(state), is_sentence=True)


def _outcome_words(outcome: Delivery) -> str:
    if outcome.fate is Fate.WRITTEN and outcome.way is None:
        return _tr("Not inserted: it is kept in Sayso")
    return words.delivery_words(outcome)
