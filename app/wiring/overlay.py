"""Who tells the strip of a dictation in progress, and who answers to it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace

from app.domain.dictation_events import StopRequested
from app.domain.overlay_place import Place
from app.domain.settings import GeneralSettings
from app.front import Front
from app.parts.overlay import focused_place
from app.services.events import LevelHeard
from app.services.overlay import OverlayDirector
from app.ui.late_overlay import LateOverlay
from app.wiring.program import Program, do


@dataclass(frozen=True, slots=True)
class OverlayParts:
    """What decides when the strip is seen, and what shows it."""

    director: OverlayDirector
    late: LateOverlay

    def apply(self, settings: GeneralSettings) -> None:
        """Hold from the next dictation on."""
        self.late.use(place_of(settings))
        self.director.apply(possible(settings))


def build_overlay(front: Front, settings: GeneralSettings, stack: ExitStack) -> OverlayParts:
    """Nothing is shown, and no window made."""
    late = LateOverlay(front.theme, focused_place(stack), place_of(settings))
    stack.callback(late.close)
    director = OverlayDirector(late.show, front.window.isActiveWindow, front.pump, possible(settings))
    return OverlayParts(director, late)


def wire_overlay(program: Program) -> None:
    """The level, the stop, and the place that the user gives it."""
    overlay, post = program.face.overlay, program.face.pump.post
    program.dispatcher.on(LevelHeard, lambda e: overlay.late.show_level(e.dbfs))
    overlay.late.stop_requested.connect(lambda: post(StopRequested()))
    overlay.late.moved.connect(lambda place: _moved(program, place))


def place_of(settings: GeneralSettings) -> Place:
    """Where it stands."""
    return Place(settings.overlay_across, settings.overlay_down)


def possible(settings: GeneralSettings) -> GeneralSettings:
    """`settings` as this desktop can have them."""
    return settings if LateOverlay.is_possible() else replace(settings, overlay=False)


def _moved(program: Program, place: Place) -> None:
    current = program.settings.current
    general = replace(current.general, overlay_across=place.across, overlay_down=place.down)
    do(program, lambda: program.settings.accept(replace(current, general=general)))
