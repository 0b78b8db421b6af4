"""Listening to a dictation of the past: a button with a place line, and its text with the word that is heard.

The word that is heard has a ground and a line below it, so that it can be told without colour. Once the
recording was begun, a click on a word plays from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QTextEdit, QWidget

from app.domain.clock_times import short_clock
from app.ui.buttons import Button
from app.ui.controls import label
from app.ui.live_text import LiveTextEdit, part, units
from app.ui.theme import RADIUS, Theme

if TYPE_CHECKING:
    from app.domain.file_transcript import Cue
    from app.domain.transcript import Word

_STEP: Final = 10
"""Of the slider: tenths of a second."""
_KNOB: Final = 7


class PlaceLine(QSlider):
    """Where in the sound: dragged, clicked, and moved by the arrow keys a second at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setSingleStep(_STEP)
        self.setPageStep(5 * _STEP)
        self.setFixedHeight(24)
        self.setMinimumWidth(48)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Qt's own goes a page towards the mouse; here the place is where the mouse is.
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)
            self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, room = self.height() / 2, self.width() - 2 * _KNOB
        at = _KNOB + room * self._share()
        painter.setBrush(colours.handle)
        painter.drawRoundedRect(QRectF(_KNOB, middle - 2, room, 4), 2, 2)
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(QRectF(_KNOB, middle - 2, at - _KNOB, 4), 2, 2)
        painter.drawEllipse(QRectF(at - _KNOB, middle - _KNOB, 2 * _KNOB, 2 * _KNOB))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _share(self) -> float:
        return self.value() / self.maximum() if self.maximum() else 0.0

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - _KNOB) / max(1, self.width() - 2 * _KNOB)
        self.setSliderPosition(round(self.maximum() * min(1.0, max(0.0, share))))


class ReplayBar(QWidget):
    """Plays and pauses, and shows how far. `play_requested` carries the second to play from."""

    play_requested = Signal(float)
    pause_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._seconds = 0.0
        self.is_playing = self.has_begun = False
        self.play = Button(theme, self.tr("Play the recording"), "play", "icon")
        self.line = PlaceLine(theme)
        self.line.setAccessibleName(self.tr("Place in the recording"))
        self.clock = label("", "hint")
        self.play.clicked.connect(self.toggle)
        self.line.actionTriggered.connect(lambda _: self._moved(self.line.sliderPosition()))
        self.line.sliderReleased.connect(lambda: self._moved(self.line.sliderPosition()))
        # As on every player, time runs from left to right in each language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(self.play)
        row.addWidget(self.line, 1)
        row.addWidget(self.clock)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def place(self) -> float:
        """Seconds from the beginning."""
        return self.line.value() / _STEP

    def show_length(self, seconds: float) -> None:
        """Another recording, at its beginning."""
        self._seconds = seconds
        self.has_begun = False
        self.line.setRange(0, max(1, round(seconds * _STEP)))
        self.show_place(None)
        self._go_to(0.0)

    def show_place(self, seconds: float | None) -> None:
        """It is played and heard there; None: it is silent, and stays where it was, or begins anew."""
        self.is_playing = seconds is not None
        if seconds is not None:
            self.has_begun = True
            if not self.line.isSliderDown():
                self._go_to(seconds)
        elif self.line.value() >= self.line.maximum() - _STEP // 2:
            self._go_to(0.0)
        words = self.tr("Pause") if self.is_playing else self.tr("Play the recording")
        self.play.show_as(words, "pause" if self.is_playing else "play")
        self.play.setAccessibleName(words)

    def toggle(self) -> None:
        """Play from where it is, or pause."""
        if self.is_playing:
            self.pause_requested.emit()
        else:
            self.play_requested.emit(self.place)

    def _moved(self, position: int) -> None:
        self._go_to(position / _STEP)
        if not self.line.isSliderDown() and self.has_begun:
            self.play_requested.emit(self.place)

    def _go_to(self, seconds: float) -> None:
        self.line.setValue(round(seconds * _STEP))
        self.clock.setText(f"{short_clock(self.place, self._seconds)} / {short_clock(self._seconds)}")


class ReplayText(LiveTextEdit):
    """The text of a dictation. `clicked` carries the offset of the character, in units of UTF-16."""

    clicked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._cue: Cue | None = None
        self._words: list[tuple[Word, tuple[int, int]]] = []
        self._heard: tuple[int, int] | None = None
        theme.changed.connect(self._mark)

    def use_words(self, cue: Cue | None) -> None:
        """When the words of the text that is shown are heard."""
        # Nothing of this is needed before the first entry is played.
        from app.domain.cue_words import spans

        self._words = [] if cue is None else list(zip(cue.words, spans(cue), strict=False))
        self._cue = cue
        self._heard = None
        self._mark()

    def show_heard(self, seconds: float | None) -> None:
        """The word that is heard at that second, or none."""
        heard = None
        for word, (start, end) in self._words:
            if seconds is None or word.start > seconds:
                break
            heard = start, end
        if heard is not None and self._cue is not None:
            start, end = heard
            heard = units(self._cue.text[:start]), units(self._cue.text[:end])
        if heard != self._heard:
            self._heard = heard
            self._mark()

    def seconds_at(self, offset: int) -> float | None:
        """When the word at that offset is heard; None where that is not known."""
        at = len(part(self._cue.text, 0, offset)) if self._cue is not None else 0
        return next((word.start for word, (_, end) in self._words if at < end), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            place = event.position().toPoint()
            self.clicked.emit(self._offset(self.cursorForPosition(place).position()))

    def _mark(self) -> None:
        if self._heard is None:
            self.setExtraSelections([])
            return
        shape = QTextCharFormat()
        shape.setBackground(self._theme.colours.selected)
        shape.setFontUnderline(True)
        shape.setUnderlineColor(self._theme.colours.accent)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(self._heard[0]))
        cursor.setPosition(self._position(self._heard[1]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, shape
        self.setExtraSelections([selection])
