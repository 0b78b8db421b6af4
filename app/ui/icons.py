"""Sayso's own icons: single-colour drawings that take the colour of the words beside them.

Each is an SVG on a 24 grid in `resources/icons`; `currentColor` in it is replaced before it is rendered,
at the pixel ratio of the screen it is shown on, so that it is sharp at 125 and 200 %. Those that say a
direction or show lines of text are turned round where the windows run from right to left. An icon that does
not exist is a mistake of the program and raises FileNotFoundError.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.directions import is_mirrored

ICON_SIZES: Final = (16, 20, 22, 24, 32, 48, 64, 128, 256)
"""Sides in pixels that window managers and panels ask for."""

DIRECTED: Final = frozenset(("back", "enhance", "insert", "redo", "transcript", "undo"))
"""Icons that are turned round. Those of a player are not: time runs one way."""


class Icons:
    """Renders the drawings and remembers what it rendered."""

    def __init__(self) -> None:
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
        """Draw icon `name` into `rect` (logical pixels) in `colour`."""
        painter.save()
        if name in DIRECTED and is_mirrored():
            painter.translate(2 * rect.center().x(), 0)
            painter.scale(-1, 1)
        self._renderer(name, colour).render(painter, rect)
        painter.restore()

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Icon `name`, `size` logical pixels wide and high, for a screen of pixel ratio `ratio`."""
        key = (name, colour.name(QColor.NameFormat.HexArgb), size, ratio)
        found = self._pixmaps.get(key)
        if found is not None:
            return found
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, name, QRectF(0, 0, side, side), colour)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self._pixmaps[key] = pixmap
        return pixmap

    def icon(self, name: str, colour: QColor) -> QIcon:
        """Icon `name` in every size that a window manager, menu or panel may ask for."""
        icon = QIcon()
        for size in ICON_SIZES:
            icon.addPixmap(self.pixmap(name, colour, size))
        return icon

    def _renderer(self, name: str, colour: QColor) -> QSvgRenderer:
        drawing = self._drawings.get(name)
        if drawing is None:
            drawing = files("resources").joinpath("icons", f"{name}.svg").read_bytes()
            self._drawings[name] = drawing
        return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.name().encode())))
