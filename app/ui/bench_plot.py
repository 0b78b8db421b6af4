"""A benchmark as bars with their figures: what was measured here filled, what somebody else told outlined.

Nothing is said by colour alone: each bar has its name and its figure beside it, and the outline is named. To
screen readers all of it is one description.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.bench import PLAN, BenchTable, Span
from app.ui import bench_words as words
from app.ui.directions import is_mirrored, leading, mirrored, write_own
from app.ui.theme import CONTROL_PX, LABEL_PX, Theme

BAR: Final = 14
_TITLE: Final = 32
_GAP: Final = 16
_ABOVE: Final = 20
_ROW: Final = 28
_SPACE: Final = 8
_NAMES_AT_MOST: Final = 0.4
"""The share of the width that names take beside their bars; longer ones stand above them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` as a length; `low` where it is a span up to `value`. A foreign one is not of this computer."""

    name: str
    value: float
    said: str
    low: float | None = None
    is_foreign: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Bars of one scale."""

    title: str
    bars: tuple[Bar, ...]


def groups_of(table: BenchTable) -> tuple[Group, ...]:
    """What there is to compare."""
    measured = [one for one in table.models if one.is_measured]
    is_comparable = words.is_comparable(table)
    spoken = words.seconds_words(table.speech.seconds)
    groups = []
    if measured:
        steady = [Bar(one.model, one.steady_s, words.seconds_words(one.steady_s)) for one in measured]
        first = [(one.model, one.load_s + one.first_s) for one in measured]
        firsts = [Bar(name, value, words.seconds_words(value)) for name, value in first]
        if is_comparable:
            usual, load = PLAN.recognition, PLAN.load_s
            steady.append(_foreign(usual))
            firsts.append(_foreign(Span(usual.low + load, usual.high + load)))
        groups += [
            Group(_tr("Writing down %1 of speech").replace("%1", spoken), tuple(steady)),
            Group(_tr("The first time, with loading"), tuple(firsts)),
        ]
    if table.clean_up is not None and table.clean_up.is_measured:
        total = table.clean_up.total_s
        ours = Bar(table.clean_up.model, total, words.seconds_words(total))
        groups.append(Group(_tr("Cleaning it up"), (ours, *_foreign_writer(is_comparable))))
    sizes = [(one.model, one.memory_mb) for one in measured if one.memory_mb is not None]
    if sizes:
        bars = tuple(Bar(name, size, words.megabytes_words(size)) for name, size in sizes)
        groups.append(Group(_tr("Memory"), bars))
    return tuple(groups)


def description_of(groups: tuple[Group, ...]) -> str:
    """All of it in sentences."""
    lines = (
        f"{group.title}: " + "; ".join(f"{bar.name} {bar.said}" for bar in group.bars) for group in groups
    )
    return ". ".join(lines)


def _foreign(span: Span) -> Bar:
    return Bar(words.plan_label(), span.high, words.span_words(span), span.low, is_foreign=True)


def _foreign_writer(is_comparable: bool) -> tuple[Bar, ...]:
    if not is_comparable:
        return ()
    seconds = PLAN.clean_up_s
    return (Bar(words.plan_label(), seconds, words.seconds_words(seconds), is_foreign=True),)


def _tr(text: str) -> str:
    return QCoreApplication.translate("bench", text)


class BenchPlot(QWidget):
    """Draws the groups of a table."""

    accessible_role: Final = QAccessible.Role.Chart

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.groups: tuple[Group, ...] = ()
        self.setAccessibleName(_tr("The figures as bars"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_table(self, table: BenchTable) -> None:
        """Another one."""
        self.groups = groups_of(table)
        self.setAccessibleDescription(description_of(self.groups))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        row = _ROW + (_ABOVE if self._is_narrow(width) else 0)
        bars = sum(len(group.bars) for group in self.groups)
        return bars * row + len(self.groups) * (_TITLE + _GAP) - (_GAP if self.groups else 0)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # Dressed by a style sheet, it may need another height.
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        narrow = self._is_narrow(self.width())
        words_font = _font(self, LABEL_PX)
        metrics = QFontMetrics(words_font)
        left = 0 if narrow else self._names_width()
        bars = [bar for group in self.groups for bar in group.bars]
        said = max((metrics.horizontalAdvance(bar.said) for bar in bars), default=0)
        room = self.width() - left - said - 2 * _SPACE
        y = 0.0
        for group in self.groups:
            self._title(painter, group.title, y)
            y += _TITLE
            most = max(bar.value for bar in group.bars) or 1.0
            for bar in group.bars:
                painter.setFont(words_font)
                painter.setPen(self._theme.colours.text)
                above = QRectF(0, y, self.width() if narrow else left - _SPACE, _ABOVE if narrow else _ROW)
                shown = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, int(above.width()))
                write_own(painter, mirrored(above, QRectF(self.rect())), shown)
                y += _ABOVE if narrow else 0
                self._bar(painter, bar, QRectF(left, y + (_ROW - BAR) / 2, room, BAR), most, words_font)
                y += _ROW
            y += _GAP

    def _names_width(self) -> int:
        """With the space behind them."""
        metrics = QFontMetrics(_font(self, LABEL_PX))
        names = (metrics.horizontalAdvance(bar.name) for group in self.groups for bar in group.bars)
        return max(names, default=0) + 2 * _SPACE

    def _is_narrow(self, width: int) -> bool:
        """Whether the names stand above their bars."""
        return self._names_width() > _NAMES_AT_MOST * width

    def _title(self, painter: QPainter, title: str, y: float) -> None:
        font = _font(self, CONTROL_PX)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colours.text)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self.width())
        side = leading() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, y, self.width(), _TITLE), side, shown)

    def _bar(self, painter: QPainter, bar: Bar, whole: QRectF, most: float, font: QFont) -> None:
        colours, all_of_it = self._theme.colours, QRectF(self.rect())
        length = QRectF(whole)
        # As long as it is wide at least, so that a small one is seen.
        length.setWidth(max(4.0, whole.width() * bar.value / most))
        drawn = mirrored(length, all_of_it)
        if bar.is_foreign:
            painter.setPen(QPen(colours.muted, 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(drawn.adjusted(1, 1, -1, -1), 3, 3)
            if bar.low is not None:
                low = QRectF(length)
                low.setWidth(whole.width() * bar.low / most)
                low = mirrored(low, all_of_it).adjusted(0, 1, 0, -1)
                painter.drawLine(
                    QLineF(low.topLeft(), low.bottomLeft())
                    if is_mirrored()
                    else QLineF(low.topRight(), low.bottomRight())
                )
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(drawn, 3, 3)
        painter.setFont(font)
        painter.setPen(colours.text)
        behind = QRectF(length.right() + _SPACE, length.top() - 4, self.width(), length.height() + 8)
        painter.drawText(mirrored(behind, all_of_it), leading() | Qt.AlignmentFlag.AlignVCenter, bar.said)


def _font(widget: QWidget, pixels: int) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    return font
