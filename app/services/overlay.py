"""When the strip is to be seen, and with what: while a dictation goes on, and for a moment with its outcome.

Belongs to the deciding thread. It decides by `ViewState` alone, as all that is shown does; what time does to
it comes back by the inbox. Sayso's own window says all that itself, so a dictation that begins while that is
in front has no strip.

The text of a dictation is at the cursor a little after the dictation has ended, so the strip waits for that,
at most `PATIENCE` seconds; what was cancelled has no outcome, and the strip goes at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Focused, Place
from app.domain.settings import GeneralSettings
from app.services.view import Delivery, Phase, ViewState

OUTCOME_SECONDS: Final = 1.8
PATIENCE: Final = 3.0
"""Keys that are held keep a text from the cursor for some seconds."""


class FocusedPlace(Protocol):
    """Tells where the user writes."""

    def look(self) -> Focused | None:
        """Now; None where the system does not tell. Quick, never raises."""

    def has_compositor(self) -> bool:
        """Whether windows may be see-through. Quick, never raises."""


class StripProcess(Protocol):
    """Another process that draws the strip. Nothing here waits or raises, but `close` waits for its end."""

    def begin(self, dress: OverlayDress) -> None:
        """Have it ready, dressed like that; again when the windows look otherwise."""

    def show(self, look: OverlayLook | None, place: Place) -> None:
        """Show that; None takes it away."""

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""

    def close(self) -> None: ...


class Inbox(Protocol):
    """What is asked of the deciding thread's inbox."""

    def call_later(self, delay: float, task: Callable[[], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class OverlayView:
    """What the strip shows: what goes on, or what became of it where `outcome` is given."""

    state: ViewState
    outcome: Delivery | None = None

    @property
    def can_stop(self) -> bool:
        """Whether there is something to be ended by hand."""
        return self.outcome is None and self.state.phase in (Phase.OPENING, Phase.LISTENING)


class OverlayDirector:
    """Shows the strip and takes it away.

    Args:
        show: gets each new view; None takes the strip away.
        is_own_in_front: whether Sayso's window has the focus.
        inbox: of the deciding thread.
        settings: whether there is a strip at all.
    """

    def __init__(
        self,
        show: Callable[[OverlayView | None], None],
        is_own_in_front: Callable[[], bool],
        inbox: Inbox,
        settings: GeneralSettings,
    ) -> None:
        self._show = show
        self._is_own_in_front = is_own_in_front
        self._inbox = inbox
        self._is_on = settings.overlay
        self._is_active = False
        self._is_shown = False
        self._before: Delivery | None = None
        self._turn = 0

    @property
    def is_on(self) -> bool:
        """Whether there is a strip at all."""
        return self._is_on

    @property
    def is_shown(self) -> bool:
        """Whether there is something to be seen."""
        return self._is_shown

    def apply(self, settings: GeneralSettings) -> None:
        """Have a strip from the next dictation on, or none from now on."""
        self._is_on = settings.overlay
        if not self._is_on:
            self._is_active = False
            self._hide()

    def show_state(self, state: ViewState) -> None:
        """What goes on."""
        if not self._is_on:
            return
        if state.phase is not Phase.IDLE:
            self._go_on(state)
        elif self._is_active:
            self._is_active = False
            self._end(state)
        elif self._is_shown and self._has_outcome(state):
            self._tell(state)

    def _go_on(self, state: ViewState) -> None:
        if not self._is_active:
            self._is_active = True
            self._before = state.delivery
            self._turn += 1
            self._is_shown = not self._is_own_in_front()
        if self._is_shown:
            self._show(OverlayView(state))

    def _end(self, state: ViewState) -> None:
        if not self._is_shown:
            return
        if self._has_outcome(state):
            self._tell(state)
        elif state.delivery is None and state.text:
            self._hide_after(PATIENCE)
        else:
            self._hide()

    def _has_outcome(self, state: ViewState) -> bool:
        # Two of them may say the same; that of this dictation is another value.
        return state.delivery is not None and state.delivery is not self._before

    def _tell(self, state: ViewState) -> None:
        self._before = state.delivery
        self._show(OverlayView(state, state.delivery))
        self._hide_after(OUTCOME_SECONDS)

    def _hide_after(self, seconds: float) -> None:
        self._turn += 1
        turn = self._turn
        self._inbox.call_later(seconds, lambda: self._hide() if turn == self._turn else None)

    def _hide(self) -> None:
        self._turn += 1
        if self._is_shown:
            self._is_shown = False
            self._show(None)
