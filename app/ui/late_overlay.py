"""The strip of a dictation in progress, made when it is first to be seen, and put where the user writes.

Where a desktop lets no program place a window or keep the focus off it, as Wayland does, there is none.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from app.domain.overlay_place import Area, Place, ScreenFacts, corner_of, place_at, screen_of
from app.services.overlay import FocusedPlace, OverlayView
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.overlay import Overlay


class LateOverlay(QObject):
    """Stands for the strip until there is one.

    Args:
        theme: of the windows.
        focused: tells where the user writes.
        place: where the strip stands on a screen.
    """

    stop_requested = Signal()
    moved = Signal(object)
    """The `Place` that the user has given it."""

    def __init__(self, theme: Theme, focused: FocusedPlace, place: Place) -> None:
        super().__init__()
        self._theme = theme
        self._focused = focused
        self._place = place
        self.strip: Overlay | None = None

    @staticmethod
    def is_possible() -> bool:
        """Whether this desktop lets a program show one."""
        return not QGuiApplication.platformName().startswith("wayland")

    def use(self, place: Place) -> None:
        """Stand there from the next time on."""
        self._place = place

    def show(self, view: OverlayView | None) -> None:
        """Show that; None takes the strip away."""
        if view is None:
            if self.strip is not None:
                self.strip.disappear()
            return
        strip = self.strip or self._make()
        strip.show_view(view)
        if not strip.isVisible():
            self._put(strip)
        strip.appear()

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        if self.strip is not None:
            self.strip.show_level(dbfs)

    def close(self) -> None:
        """There is none any more."""
        if self.strip is not None:
            self.strip.close()
            self.strip.deleteLater()
            self.strip = None

    def _make(self) -> Overlay:
        # Imported here: few start Sayso to dictate in the same second.
        from app.ui.overlay import Overlay

        strip = Overlay(self._theme, is_composited=self._focused.has_compositor())
        strip.stop_requested.connect(self.stop_requested)
        strip.moved.connect(self._moved)
        self.strip = strip
        return strip

    def _put(self, strip: Overlay) -> None:
        focused = self._focused.look()
        facts = [facts_of(screen) for screen in QGuiApplication.screens()]
        here = facts[screen_of(facts, focused)]
        caret = here.logical(focused.caret) if focused and focused.caret else None
        strip.place(*corner_of(here.room, _size(strip), self._place, caret))

    def _moved(self) -> None:
        strip = self.strip
        if strip is None:
            return
        middle = QPointF(strip.corner) + QPointF(strip.pill.width() / 2, strip.pill.height() / 2)
        screen = QGuiApplication.screenAt(middle.toPoint()) or strip.screen()
        corner = (float(strip.corner.x()), float(strip.corner.y()))
        self._place = place_at(facts_of(screen).room, _size(strip), corner)
        self.moved.emit(self._place)


def facts_of(screen: QScreen) -> ScreenFacts:
    """What counts of a screen. Qt gives its corner in the system's own pixels and its size in logical ones;
    on macOS both are the same."""
    whole, room = screen.geometry(), screen.availableGeometry()
    ratio = 1.0 if sys.platform == "darwin" else screen.devicePixelRatio()
    return ScreenFacts(
        Area(whole.x(), whole.y(), whole.width() * ratio, whole.height() * ratio),
        Area(room.x(), room.y(), room.width(), room.height()),
        (whole.x(), whole.y()),
        ratio,
    )


def _size(strip: Overlay) -> tuple[float, float]:
    return strip.pill.width(), strip.pill.height()
