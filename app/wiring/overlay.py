"""Who tells the strip of a dictation in progress, and who answers to it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import Final

from app.domain.dictation_events import StopRequested
from app.domain.overlay_look import OverlayWay
from app.domain.overlay_place import Place
from app.domain.settings import GeneralSettings
from app.front import Front
from app.parts.overlay import focused_place, strip_process
from app.services.events import LevelHeard
from app.services.overlay import OverlayDirector
from app.ui.late_overlay import LateOverlay, way_here
from app.ui.overlay_apart import OverlayApart
from app.wiring.program import Program, do

IDLE_SECONDS: Final = 1.0
"""After the start, until the strip is made ready."""
STEP_SECONDS: Final = 0.05
"""Between the steps of that: the window answers meanwhile."""


@dataclass(frozen=True, slots=True)
class OverlayParts:
    """What decides when the strip is seen, and what shows it."""

    director: OverlayDirector
    late: LateOverlay | OverlayApart

    def apply(self, settings: GeneralSettings) -> None:
        """Hold from the next dictation on."""
        self.late.use(place_of(settings))
        self.director.apply(possible(settings))


def build_overlay(front: Front, settings: GeneralSettings, stack: ExitStack) -> OverlayParts:
    """Nothing is shown, and no window made."""
    place = place_of(settings)
    late = _apart(front, place, stack) if way_here() is OverlayWay.APART else _here(front, place, stack)
    director = OverlayDirector(late.show, front.window.isActiveWindow, front.pump, possible(settings))
    return OverlayParts(director, late)


def _here(front: Front, place: Place, stack: ExitStack) -> LateOverlay:
    late = LateOverlay(front.theme, focused_place(stack), place)
    stack.callback(late.close)
    return late


def _apart(front: Front, place: Place, stack: ExitStack) -> OverlayApart:
    def told(given: Place | None) -> None:
        front.pump.call(lambda: late.told(given))

    late = OverlayApart(front.theme, strip_process(told, stack), place)
    return late


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
    return replace(settings, overlay=False) if way_here() is OverlayWay.NONE else settings


def begin_overlay(program: Program) -> None:
    """Have the strip ready before it is wanted: in steps, when the start is over."""
    overlay, pump = program.face.overlay, program.face.pump

    def go_on(steps: Generator[None, None, None]) -> None:
        if not overlay.director.is_on:
            return
        with suppress(StopIteration):
            next(steps)
            pump.call_later(STEP_SECONDS, lambda: go_on(steps))

    pump.call_later(IDLE_SECONDS, lambda: go_on(overlay.late.prepare()))


def _moved(program: Program, place: Place) -> None:
    current = program.settings.current
    general = replace(current.general, overlay_across=place.across, overlay_down=place.down)
    do(program, lambda: program.settings.accept(replace(current, general=general)))
