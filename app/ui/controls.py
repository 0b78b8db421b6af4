"""The few controls that Sayso draws or shapes itself, so that every window has the same calm ones.

All of them take the focus by the tab key and not by the mouse where a click is an act of its own, so that
the focus ring shows where the keyboard is and does not stay behind after a click.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.ui.directions import (
    apart,
    direction_of,
    is_mirrored,
    leading,
    mirrored,
    mirrored_box,
    running_as,
    write_own,
    write_wrapped,
)
from app.ui.screen_reader import Announcement, announce, name_by_label
from app.ui.theme import RADIUS, Colours, Theme


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", kind: str = "label", *, wrap: bool = False) -> QLabel:
    """A label of one of the style sheet's kinds; plain text, whatever is in it."""
    made = MirroredLabel(text) if is_mirrored() else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    if wrap:
        # Beside others in a row, wrapped text must be allowed to become narrow.
        made.setMinimumWidth(1)
    return made


class MirroredLabel(QLabel):
    """One in a window that runs from right to left. Qt's own runs as its first letter says: a sentence that
    begins with a Latin name would be read, and stand, the wrong way."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = self.alignment().value
        flags |= Qt.TextFlag.TextShowMnemonic.value * (self.buddy() is not None)
        if self.wordWrap():
            write_wrapped(painter, room, self.text(), flags)
        else:
            painter.drawText(room, flags | running_as(self.layoutDirection()).value, self.text())


class Line(QLabel):
    """One line of text that gives way in its middle where there is no room, as what matters stands at both
    ends ("Pasted into … · 0.2 s"); the whole is then its tooltip."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(self.rect(), side.value | running_as(direction_of(shown)).value, shown)


def card(kind: str = "card") -> QFrame:
    """A frame of one of the style sheet's kinds."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    return frame


def margins(layout: QBoxLayout, before: int, top: int, after: int, bottom: int, spacing: int) -> None:
    """All the distances of a layout in one line, `before` and `after` as words are read."""
    left, right = (after, before) if is_mirrored() else (before, after)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(spacing)


class Glyph(QWidget):
    """An icon standing by itself, in one of the theme's colours by name. Says nothing to screen readers:
    words always stand beside it."""

    def __init__(self, theme: Theme, name: str, colour: str = "muted", size: int = 20) -> None:
        super().__init__()
        self._theme, self._name, self._colour = theme, name, colour
        self.setFixedSize(size, size)

    @property
    def name(self) -> str:
        """Which icon is shown."""
        return self._name

    def show_icon(self, name: str, colour: str) -> None:
        """Another icon or colour."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = getattr(self._theme.colours, self._colour)
        self._theme.icons.paint(painter, self._name, QRectF(self.rect()), colour)


class Remark(QWidget):
    """A sentence with its shape in front, hidden while there is none."""

    def __init__(self, theme: Theme, kind: str = "hint") -> None:
        super().__init__()
        self.glyph, self.words = Glyph(theme, "info", size=18), label("", kind, wrap=True)
        # The shape stands on the first line, however many there are.
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(0, 1, 0, 0)
        row = QHBoxLayout(self)
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, sentence: str, shape: str = "info", colour: str = "accent") -> None:
        """Another sentence, or none."""
        self.words.setText(sentence)
        self.glyph.show_icon(shape, colour)
        self.setVisible(bool(sentence))


class Outcome(Remark):
    """What came of an act: said where the keyboard is not, so it is told to a screen reader as well, once."""

    def say(self, sentence: str, shape: str = "info", colour: str = "accent") -> None:
        is_new = sentence != self.words.text()
        super().say(sentence, shape, colour)
        if sentence and is_new and self.isVisible():
            announce(self, Announcement(sentence, is_urgent=colour == "live"))


def field_pen(widget: QWidget, colours: Colours) -> QPen:
    """The edge of a field, by which it is known as one: two pixels of accent with the focus, two of trouble
    when wrong."""
    if widget.property("wrong"):
        return QPen(colours.live, 2)
    return QPen(colours.accent, 2) if widget.hasFocus() else QPen(colours.handle, 1)


def paint_field(painter: QPainter, widget: QWidget, colours: Colours) -> None:
    """The box of a field."""
    pen = field_pen(widget, colours)
    painter.setPen(pen)
    painter.setBrush(colours.surface)
    inset = pen.widthF() / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


class Choice(QComboBox):
    """A combo box that carries values: `add` a value with its words, read and write `value`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self.isVisible():
            name_by_label(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now it is where it stays.
        name_by_label(self)

    def minimumSizeHint(self) -> QSize:
        # What is chosen can be elided: the page must never become wider than its window.
        return QSize(96, super().minimumSizeHint().height())

    def add(self, value: object, words: str) -> None:
        """One more to choose."""
        self.addItem(apart(words), value)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self.currentData()

    def choose(self, value: object, words: str = "") -> None:
        """Choose `value`; when it is not among them it is added first as `words`."""
        index = self.findData(value)
        if index < 0:
            self.add(value, words or str(value))
            index = self.count() - 1
        self.setCurrentIndex(index)

    def refuse(self, value: object, reason: str) -> None:
        """Grey `value` out and say why, where the mouse rests on it; what is chosen already stays chosen."""
        items = self.model()
        item = items.item(self.findData(value)) if isinstance(items, QStandardItemModel) else None
        if item is not None:
            item.setEnabled(False)
            item.setToolTip(reason)
            item.setAccessibleDescription(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A combo box takes every key that has a sign for the beginning of a name, even the window's.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page is scrolled over it: the wheel must not change a setting on the way.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        colours = self._theme.colours
        paint_field(painter, self, colours)
        words = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, self.width() - 44
        )
        painter.setPen(colours.text if self.isEnabled() else colours.muted)
        whole = QRectF(self.rect())
        write_own(painter, mirrored(whole.adjusted(10, 0, -34, 0), whole), words)
        chevron = QRectF(self.width() - 28, (self.height() - 18) / 2, 18, 18)
        self._theme.icons.paint(painter, "chevron", mirrored(chevron, whole), colours.muted)


class Tick(QCheckBox):
    """A check box with a tick of Sayso's own, whose words wrap where there is little room."""

    INDENT: Final = 30
    """Where the words begin."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        # A check box refuses by itself to be narrower than its words.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        return QSize(words + self.INDENT + 4, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self.INDENT), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, self.text())
        return 32 + max(0, words.height() - self.fontMetrics().height())

    def hitButton(self, pos: object) -> bool:
        return True

    @property
    def box(self) -> QRectF:
        """Where the tick stands."""
        return mirrored(QRectF(0, 6, 20, 20), QRectF(self.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        box, on, ring = self.box, self.isChecked(), self.hasFocus()
        thick = 2 if ring else 1
        painter.setPen(QPen(colours.accent if on or ring else colours.muted, thick))
        painter.setBrush(colours.accent if on else colours.surface)
        painter.drawRoundedRect(box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2), 5, 5)
        if on and ring:
            # As on the primary button: on accent the ring is within.
            painter.setPen(QPen(colours.on_accent, 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 3, 3)
        if on:
            self._theme.icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), colours.on_accent)
        painter.setPen(colours.text if self.isEnabled() else colours.muted)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value
        # Beside something taller it has more height than it wants, and box and words stay together.
        room = QRect(0, 0, self.width(), self.heightForWidth(self.width()))
        words = mirrored_box(room.adjusted(self.INDENT, 0, 0, 0), room)
        write_wrapped(painter, words, self.text(), flags)


class NumberBox(QDoubleSpinBox):
    """A number with its unit. More than `low`..`high` can be typed, so that it can be told; the arrow keys
    stay within. `span` is (low, high, step).

    It draws its own box: a style sheet's leaves the field of a spin box without buttons no width (Qt 6.11).
    """

    def __init__(self, theme: Theme, span: tuple[float, float, float], decimals: int, unit: str) -> None:
        super().__init__()
        self._theme = theme
        low, high, step = span
        self.low, self.high = low, high
        self.setRange(-9_999, max(99_999, 10 * high))
        self.setDecimals(decimals)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFixedSize(128, 34)
        self.lineEdit().setTextMargins(6 * (not is_mirrored()), 0, 6 * is_mirrored(), 0)
        # A number has no direction of its own, and its unit may have the other one.
        self.setAlignment(leading() | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_field(painter, self, self._theme.colours)

    def textFromValue(self, val: float) -> str:
        text, point = super().textFromValue(val), self.locale().decimalPoint()
        return text.rstrip(self.locale().zeroDigit()).removesuffix(point) if point in text else text

    def stepBy(self, steps: int) -> None:
        self.setValue(min(self.high, max(self.low, self.value() + steps * self.singleStep())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Reflow(QWidget):
    """A row that becomes a column where it is narrower than `turn` logical pixels."""

    turned = Signal(bool)
    """True when it has become a column."""

    def __init__(self, turn: int, spacing: int = 8) -> None:
        super().__init__()
        self._turn = turn
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        margins(self.row, 0, 0, 0, 0, spacing)

    def minimumSizeHint(self) -> QSize:
        # That of the column even while it is a row: otherwise it could never become so narrow.
        items = [self.row.itemAt(index) for index in range(self.row.count())]
        width = max((item.minimumSize().width() for item in items if item), default=0)
        return QSize(width, super().minimumSizeHint().height())

    @property
    def is_column(self) -> bool:
        """Whether the parts stand below each other now."""
        return self.row.direction() is QBoxLayout.Direction.TopToBottom

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            narrow = self.width() < self._turn
            wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            if wanted is not self.row.direction():
                self.row.setDirection(wanted)
                self.turned.emit(narrow)
        return super().event(event)
