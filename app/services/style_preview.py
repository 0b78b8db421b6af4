"""Tries a style out on a text of the user's: what the language model makes of it, while it writes.

Rules: lives on the deciding thread. One try at a time; a new one ends the old, and a dictation that begins
    ends it too, since both wait for the same model. Tries have numbers below 0, dictations have them above.
Failure: what fails is shown in its place, as a sentence; no notice is made of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from app.domain.dictation_events import StartRequested
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
    WritingFigures,
)
from app.domain.problems import Action, Problem
from app.services.writing_events import WriterLoading, WriterReady


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What became of a try.

    Args:
        running: whether more is to come.
        loading: the language model that is being loaded first, or empty.
        text: what the model has written so far; at the end all of it, what the guard refuses too.
        reasons: why the guard would not deliver it, each a sentence; empty with `figures` set: it would.
        problem: why nothing came of it, a sentence, and `remedy` what to do, or empty.
        figures: what it took; None before the end.
    """

    running: bool = False
    loading: str = ""
    text: str = field(default="", repr=False)
    reasons: tuple[str, ...] = field(default=(), repr=False)
    problem: str = ""
    remedy: str = ""
    figures: WritingFigures | None = None


NO_PREVIEW: Final = PreviewState()
"""Nothing was tried yet."""


class Writing(Protocol):
    """What is asked of the writing service."""

    def enhance(self, id: int, spoken: str, style: str = "", language: str = "") -> None: ...
    def stop(self, id: int) -> None: ...
    def abandon(self, id: int) -> None: ...


class StylePreview:
    """The try-out of the style editor.

    Args:
        writing: does it, with the settings in force.
        show: gets each new state.
    """

    def __init__(self, writing: Writing, show: Callable[[PreviewState], None]) -> None:
        self._writing = writing
        self._show = show
        self._state = NO_PREVIEW
        self._id = 0

    def try_out(self, text: str, style: str) -> None:
        """Clean `text` up in `style` (by its name); an empty text only ends what runs."""
        if self._state.running:
            self._writing.abandon(self._id)
        self._id -= 1
        if not text.strip():
            self._tell(NO_PREVIEW)
            return
        self._tell(PreviewState(running=True))
        self._writing.enhance(self._id, text, style)

    def stop(self) -> None:
        """End it; what was written stays in view. Without one nothing happens."""
        if self._state.running:
            self._writing.stop(self._id)

    # --- events; those of other tries and of dictations are passed over ---

    def started(self, _: StartRequested) -> None:
        """A dictation begins, and goes first."""
        self.stop()

    def loading(self, event: WriterLoading) -> None:
        """The model is not loaded; for whom does not matter, all wait for it."""
        if self._state.running:
            self._tell(replace(self._state, loading=event.model))

    def ready(self, _: WriterReady) -> None:
        """It is loaded."""
        if self._state.loading:
            self._tell(replace(self._state, loading=""))

    def begun(self, event: EnhancementBegun) -> None:
        """The model is asked."""
        if event.id == self._id:
            self._tell(replace(self._state, text=event.written))

    def written(self, event: TokenWritten) -> None:
        """It writes."""
        if event.id == self._id:
            self._tell(replace(self._state, loading="", text=self._state.text + event.token))

    def ended(self, event: EnhancementEnded) -> None:
        """It has written all, and the guard has judged it."""
        if event.id == self._id:
            cleaned, figures = event.enhanced.cleaned, event.enhanced.figures
            reasons = tuple(reason.sentence for reason in cleaned.verdict.reasons)
            self._tell(PreviewState(text=cleaned.written, reasons=reasons, figures=figures))

    def stopped(self, event: EnhancementStopped) -> None:
        """It was stopped, here or because the service closes."""
        if event.id == self._id:
            self._tell(PreviewState(text=self._state.text))

    def failed(self, event: EnhancementFailed) -> None:
        """Nothing came of it."""
        if event.id == self._id:
            problem = event.problem
            self._tell(PreviewState(text=self._state.text, problem=problem.sentence, remedy=_remedy(problem)))

    def _tell(self, state: PreviewState) -> None:
        self._state = state
        self._show(state)


def _remedy(problem: Problem) -> str:
    """Some remedies name a button that is not in the editor; its own stands beside the sentence."""
    return "" if problem.action is Action.ENHANCE_AGAIN else problem.remedy
