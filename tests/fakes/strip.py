"""The process that draws the strip."""

from __future__ import annotations

from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Place


class FakeStripProcess:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.dresses: list[OverlayDress] = []
        self.shown: list[tuple[OverlayLook | None, Place]] = []
        self.levels: list[float] = []
        self.is_closed = False

    def begin(self, dress: OverlayDress) -> None:
        self.dresses.append(dress)

    def show(self, look: OverlayLook | None, place: Place) -> None:
        self.shown.append((look, place))

    def show_level(self, dbfs: float) -> None:
        self.levels.append(dbfs)

    def close(self) -> None:
        self.is_closed = True
