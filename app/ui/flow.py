"""Buttons beside each other, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


def rows(widths: Sequence[int], room: int, spacing: int) -> list[list[int]]:
    """Which of the parts, by their numbers, stand in each row; a part that is wider than the room has one of
    its own. Widths in pixels."""
    found: list[list[int]] = []
    left = 0
    for number, width in enumerate(widths):
        if found and width + spacing <= left:
            found[-1].append(number)
            left -= width + spacing
        else:
            found.append([number])
            left = room - width
    return found


class Flow(QWidget):
    """Shows those of `parts` that are not hidden, from the side where reading begins; no row is wider than
    the whole, so that one part alone may have to be narrower than it wants."""

    changed = Signal()
    """A part was shown or hidden, or has other words."""

    def __init__(self, parts: Sequence[QWidget], spacing: int = 8) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._spacing = spacing
        for part in self._parts:
            part.setParent(self)
        # One of a fixed height would never be given more than its first row.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> tuple[QWidget, ...]:
        """Those that are not hidden."""
        return tuple(part for part in self._parts if not part.isHidden())

    def sizeHint(self) -> QSize:
        width = sum(self._widths()) + self._spacing * max(0, len(self.shown) - 1)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        width = max((part.minimumSizeHint().width() for part in self.shown), default=0)
        return QSize(width, max((hint.height() for hint in self._hints()), default=0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        hints = self._hints()
        heights = [max(hints[at].height() for at in row) for row in self._rows(width)]
        return sum(heights) + self._spacing * max(0, len(heights) - 1)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            # A part was shown or hidden, or has other words; what is not in view itself is not told of that.
            self.arrange()
            self.changed.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put each in its place."""
        shown, hints, top = self.shown, self._hints(), 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for row in self._rows(self.width()):
            left = 0
            height = max(hints[at].height() for at in row)
            for at in row:
                width = min(hints[at].width(), self.width())
                start = self.width() - left - width if mirrored else left
                shown[at].setGeometry(QRect(start, top, width, height))
                left += width + self._spacing
            top += height + self._spacing
        self.updateGeometry()

    def _hints(self) -> list[QSize]:
        """What each wants by its words and by the style sheet, which one that was never seen has not met."""
        for part in self.shown:
            part.ensurePolished()
        return [part.sizeHint().expandedTo(part.minimumSize()) for part in self.shown]

    def _widths(self) -> list[int]:
        return [hint.width() for hint in self._hints()]

    def _rows(self, room: int) -> list[list[int]]:
        return rows(self._widths(), room, self._spacing)
