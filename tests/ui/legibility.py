"""How well the words in a picture of a window stand out, measured on what was really drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from tests.ui.reachable import described, shown

LEAST: Final = 4.5
"""WCAG 2.2, 1.4.3. What cannot be used now is exempt there; here it is muted, which reaches it as well."""

EDGE: Final = 4
"""Logical pixels at the border of a control that are no words: its edge, its ring."""


LEAST_OF_SHAPES: Final = 3.0

Pixels = npt.NDArray[np.uint32]
"""Each 0xRRGGBB."""

_STEPS: Final = np.arange(256) / 255
_LINEAR: Final = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4)


def pixels(image: QImage) -> Pixels:
    """Of shape (height, width)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return np.asarray(raw[:, : plain.width()] & 0xFFFFFF, np.uint32)


def illegible(window: QWidget) -> list[str]:
    """The words in view that stand out too little."""
    picture = pixels(window.grab().toImage())
    found = []
    for each, place in _words(window):
        inner = picture[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
        if inner.size and (ratio := strongest(inner)) < LEAST:
            found.append(f"{described(each)} {ratio:.2f}")
    return found


def strongest(part: Pixels) -> float:
    """The contrast between the ground, which most pixels have, and the colour that differs most from it."""
    colours, counts = np.unique(part, return_counts=True)
    return float(contrasts(colours, colours[counts.argmax()]).max())


def changed(before: Pixels, after: Pixels) -> int:
    """How many pixels of a picture have become others that can be told from them (3 : 1, 1.4.11)."""
    return int((contrasts(before, after) >= LEAST_OF_SHAPES).sum())


def contrasts(one: Pixels, other: Pixels) -> npt.NDArray[np.float64]:
    """The contrast ratio of each pixel with the one of `other`, as `app.ui.theme.contrast` has it for two."""
    lights = luminance(one), luminance(other)
    return (np.maximum(*lights) + 0.05) / (np.minimum(*lights) + 0.05)


def luminance(part: Pixels) -> npt.NDArray[np.float64]:
    """Relative luminance of each, 0..1."""
    red, green, blue = (_LINEAR[part >> shift & 0xFF] for shift in (16, 8, 0))
    return np.asarray(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _words(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Labels and controls with words, and where they are, as far as they are in view."""
    for each in shown(window):
        if not isinstance(each, QLabel | QAbstractButton | QComboBox | QLineEdit) or not each.isEnabled():
            continue
        words = each.currentText() if isinstance(each, QComboBox) else each.text()
        if not words.strip():
            continue
        seen = each.visibleRegion().boundingRect()
        if not isinstance(each, QLabel):
            seen = seen.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        place = seen.translated(each.mapTo(window, QPoint()))
        # A sliver at the edge of what is scrolled shows no whole letters; a veil hides what is under it.
        is_whole = seen.height() >= min(each.height() - 2 * EDGE, each.fontMetrics().height())
        if is_whole and seen.width() > EDGE and window.childAt(place.center()) is each:
            yield each, place
