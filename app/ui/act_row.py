"""Buttons beside each other, which stand below each other where their words would not fit: those change with
what there is to do, and with the language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.controls import margins

_GAP: Final = 8


class ActRow(QWidget):
    """Asks for the width of the row, is content with that of its widest, and begins at the left."""

    def __init__(self, *acts: QWidget) -> None:
        super().__init__()
        self._acts = acts
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        margins(self._box, 0, 0, 0, 0, _GAP)
        for act in acts:
            # A column would make it as wide as itself.
            self._box.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(self._whole(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widest = max((act.sizeHint().width() for act in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            is_narrow = self.width() < self._whole()
            way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
            if way is not self._box.direction():
                self._box.setDirection(way)
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [act for act in self._acts if not act.isHidden()]

    def _whole(self) -> int:
        shown = self._shown()
        return sum(act.sizeHint().width() for act in shown) + _GAP * max(0, len(shown) - 1)
