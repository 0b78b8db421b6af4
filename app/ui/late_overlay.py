"""The strip of a dictation in progress, made in an idle moment or when it is first to be seen, and put where
the user writes.

Rule: whether windows may be see-through is asked each time it comes into view, and another strip is made
    where the answer has changed: Sayso may start before what makes them so, and games may end that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from app.domain.overlay_look import OverlayLook, OverlayWay, overlay_way
from app.domain.overlay_place import Area, Place, ScreenFacts, corner_of, place_at, screen_of
from app.services.overlay import FocusedPlace, OverlayView
from app.ui.overlay_words import look_of
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

    def use(self, place: Place) -> None:
        """Stand there from the next time on."""
        self._place = place

    def prepare(self) -> Generator[None, None, None]:
        """Make it before it is wanted, in steps that are short; nothing is seen of that."""
        if self.strip is not None:
            return
        import app.ui.overlay  # noqa: F401  only to have it imported

        yield
        is_composited = self._focused.has_compositor()
        yield
        strip = self.strip or self._make(is_composited)
        yield
        if not strip.isVisible():
            strip.make_ready()

    def show(self, view: OverlayView | None) -> None:
        """Show that; None takes the strip away."""
        self.show_look(None if view is None else look_of(view))

    def show_look(self, look: OverlayLook | None) -> None:
        """The same, in words."""
        if look is None:
            if self.strip is not None:
                self.strip.disappear()
            return
        strip = self._strip()
        strip.show_look(look)
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

    def _strip(self) -> Overlay:
        """That which is seen, or one that fits the desktop as it is now."""
        strip = self.strip
        if strip is not None and strip.isVisible():
            return strip
        is_composited = self._focused.has_compositor()
        if strip is None or strip.is_composited is not is_composited:
            self.close()
            return self._make(is_composited)
        return strip

    def _make(self, is_composited: bool) -> Overlay:
        # Imported here: few start Sayso to dictate in the same second.
        from app.ui.overlay import Overlay

        strip = Overlay(self._theme, is_composited=is_composited)
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


def way_here() -> OverlayWay:
    """Who draws the strip on this desktop, if anybody may."""
    return overlay_way(QGuiApplication.platformName(), os.environ.get("DISPLAY", ""))


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
