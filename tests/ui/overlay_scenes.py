"""The strip in each of its states, for the gallery: over the window that is in use, as it is on a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.history import Fate
from app.domain.settings import InsertionWay
from app.domain.transcript import LiveText
from app.services.overlay import OverlayView
from app.services.view import CleanUpStage, CleanUpView, Delivery, Phase, ViewState
from app.ui.main_window import MainWindow
from app.ui.overlay import Overlay

ROW = 96
READY = ViewState(model="base", hotkey="F9", hotkey_mode="hybrid")
LONG = "The minutes of the meeting go to everybody who was there, and to the two who could not come. " * 3


def overlay_scenes() -> dict[str, Callable[[MainWindow], None]]:
    """Each by its name; all states of the strip stand below one another."""
    return {
        "90-overlay": lambda window: _draw(window, is_composited=True),
        "91-overlay-plain": lambda window: _draw(window, is_composited=False),
    }


def _views() -> tuple[tuple[OverlayView, float | None], ...]:
    listening = replace(READY, phase=Phase.LISTENING)
    words = LiveText("The minutes of the meeting go", "to everybody")
    arabic = LiveText("مرحبا بك", "في البيت")
    loading = CleanUpView(CleanUpStage.WRITING, loading="mistral:7b-instruct")
    pasted = Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Firefox", 0.2)
    return (
        (OverlayView(replace(READY, phase=Phase.OPENING)), None),
        (OverlayView(listening), -48.0),
        (OverlayView(replace(listening, live=words)), -24.0),
        (OverlayView(replace(listening, live=LiveText(LONG, "and then some more"))), -12.0),
        (OverlayView(replace(listening, live=arabic)), -20.0),
        (OverlayView(replace(READY, phase=Phase.WRITING)), None),
        (OverlayView(replace(READY, phase=Phase.ENHANCING, clean_up=loading)), None),
        (OverlayView(READY, pasted), None),
        (OverlayView(READY, replace(pasted, target="LibreOffice Writer – Untitled document 1")), None),
        (OverlayView(READY, Delivery(Fate.WRITTEN)), None),
        (OverlayView(READY, Delivery(Fate.NOTHING_HEARD)), None),
        (OverlayView(READY, Delivery(Fate.FAILED)), None),
    )


def _draw(window: MainWindow, *, is_composited: bool) -> None:
    window.dictate.hide()
    for at, (view, level) in enumerate(_views()):
        strip = Overlay(window._theme, is_composited=is_composited)
        strip.setParent(window)
        strip.show_view(view)
        strip.show()
        column, row = divmod(at, 6)
        strip.place(24 + column * 360, 24 + row * ROW)
        if level is not None:
            strip.show_level(level)
