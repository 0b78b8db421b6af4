"""The two controls that the guide draws itself: the steps as numbered marks, and choices with their meaning.

A step's state is told by its shape: a ring with its number while it is open, a dashed one when it was left
for later, a tick when it is done; the one in view is filled.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.domain.guide import Guide, GuideStep, StepState
from app.ui import guide_words as words
from app.ui.controls import margins
from app.ui.directions import mirrored, mirrored_box, write_wrapped
from app.ui.theme import CONTROL_PX, LABEL_PX, RADIUS, Theme

_SIDE: Final = 32
_DISC: Final = 24


class StepMark(QAbstractButton):
    """One step: its number, or a tick."""

    def __init__(self, theme: Theme, step: GuideStep) -> None:
        super().__init__()
        self._theme = theme
        self.step = step
        self._state = StepState.OPEN
        self._number = 0
        self._is_at = False
        self.setFixedSize(_SIDE, _SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def state(self) -> StepState:
        """What became of the step."""
        return self._state

    def show_state(self, number: int, state: StepState, *, is_at: bool) -> None:
        """Its place, its state, and whether it is in view."""
        self._number, self._state, self._is_at = number, state, is_at
        said = f"{number}. {words.title_words(self.step)}: {words.state_words(state)}"
        self.setAccessibleName(said)
        self.setAccessibleDescription(self.tr("This step is in view.") if is_at else "")
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        inset = (_SIDE - _DISC) / 2
        disc = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        is_at, is_done = self._is_at, self._state is StepState.PASSED
        ring = colours.accent if is_at else colours.done if is_done else colours.muted
        style = Qt.PenStyle.DashLine if self._state is StepState.LATER else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ring, 1.75, style))
        painter.setBrush(colours.accent if is_at else colours.surface)
        painter.drawEllipse(disc)
        ink = colours.on_accent if is_at else colours.done if is_done else colours.text
        if is_done:
            self._theme.icons.paint(painter, "check", disc.adjusted(4, 4, -4, -4), ink)
        else:
            font = self.font()
            font.setPixelSize(LABEL_PX)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.locale().toString(self._number))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class StepMarks(QWidget):
    """All steps of the guide, in a row."""

    chosen = Signal(object)
    """The `GuideStep` that is to be gone to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.marks = {step: StepMark(theme, step) for step in GuideStep}
        row = QHBoxLayout(self)
        margins(row, 0, 0, 0, 0, 4)
        for mark in self.marks.values():
            mark.clicked.connect(lambda _=False, at=mark: self.chosen.emit(at.step))
            row.addWidget(mark)
        row.addStretch(1)

    def show_guide(self, guide: Guide) -> None:
        """Where it is, and what became of each step."""
        for step, mark in self.marks.items():
            mark.setVisible(step in guide.steps)
        for number, step in enumerate(guide.steps, 1):
            self.marks[step].show_state(number, guide.state_of(step), is_at=step is guide.at)


class Meaning(QRadioButton):
    """One of several choices: its name, and what it means in a line below."""

    INDENT: Final = 30

    def __init__(self, theme: Theme, name: str, meaning: str) -> None:
        super().__init__(name)
        self._theme, self._meaning = theme, meaning
        self.setAccessibleDescription(meaning)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def heightForWidth(self, width: int) -> int:
        name, meaning = self._rects(width)
        return name.height() + meaning.height() + 8

    def hitButton(self, pos: object) -> bool:
        return True

    def _rects(self, width: int) -> tuple[QRect, QRect]:
        """Where its name and its meaning stand, wrapped."""
        room = QRect(self.INDENT, 4, max(1, width - self.INDENT), 10_000)
        flags = Qt.TextFlag.TextWordWrap.value
        metrics = self.fontMetrics()
        name = metrics.boundingRect(room, flags, self.text())
        below = metrics.boundingRect(room, flags, self._meaning)
        return name, QRect(self.INDENT, name.bottom() + 1, room.width(), below.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, is_on, ring = self._theme.colours, self.isChecked(), self.hasFocus()
        name, meaning = self._rects(self.width())
        disc = QRectF(1, name.top() + (self.fontMetrics().height() - 20) / 2, 20, 20)
        disc = mirrored(disc, QRectF(self.rect()))
        # Chosen, it has an edge of accent already: the ring has to be much more than that.
        painter.setPen(QPen(colours.accent if is_on or ring else colours.muted, 3 if ring else 1))
        painter.setBrush(colours.surface)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawEllipse(disc.adjusted(5, 5, -5, -5))
        font = self.font()
        font.setPixelSize(CONTROL_PX)
        painter.setFont(font)
        painter.setPen(colours.text)
        room = QRect(self.INDENT, name.top(), self.width() - self.INDENT, name.height())
        write_wrapped(painter, mirrored_box(room, self.rect()), self.text())
        font.setPixelSize(LABEL_PX)
        painter.setFont(font)
        painter.setPen(colours.muted)
        write_wrapped(painter, mirrored_box(meaning, self.rect()), self._meaning)
