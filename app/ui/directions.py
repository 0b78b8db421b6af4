"""Which way things run: windows as the language does, texts of the user as their own words do.

Layouts and Qt's own controls turn themselves round in a window that runs from right to left. What Sayso
draws itself is thought of from left to right and put through `mirrored`; so are the margins of layouts, by
`margins` of `app.ui.controls`. Time runs from left to right in either case, as on every player: the line of a
replay, its clock and the signs on its buttons are not turned round.

A text of the user's, a name and a file's path run as their first letter says, whatever the window does: read
in the other direction, its full stop would stand in front of it.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QTextCharFormat, QTextLayout, QTextOption

Direction = Qt.LayoutDirection

_STRONG: Final = {"L": Direction.LeftToRight, "R": Direction.RightToLeft, "AL": Direction.RightToLeft}
_GAP: Final = re.compile(r"%[1-9](?: (?:[kMGT]B|dB|ms)| ?%(?![1-9n]))?|\d[\d.,]* [kMGT]B")
_ISOLATE, _END = "\u2068", "\u2069"


def is_mirrored() -> bool:
    """Whether the windows run from right to left."""
    return QGuiApplication.isRightToLeft()


def mirrored(rect: QRectF, whole: QRectF, direction: Direction | None = None) -> QRectF:
    """Where `rect`, thought of from left to right within `whole`, stands in that direction; in that of the
    windows, where none is given."""
    if not _is_rtl(direction):
        return QRectF(rect)
    return QRectF(whole.left() + whole.right() - rect.right(), rect.top(), rect.width(), rect.height())


def mirrored_box(rect: QRect, whole: QRect, direction: Direction | None = None) -> QRect:
    """As `mirrored`, in whole pixels."""
    return mirrored(QRectF(rect), QRectF(whole), direction).toRect()


def leading(direction: Direction | None = None) -> Qt.AlignmentFlag:
    """The side on which words begin; not turned round again by whatever draws them."""
    flag = Qt.AlignmentFlag
    return (flag.AlignRight if _is_rtl(direction) else flag.AlignLeft) | flag.AlignAbsolute


def trailing(direction: Direction | None = None) -> Qt.AlignmentFlag:
    """The other side."""
    flag = Qt.AlignmentFlag
    return (flag.AlignLeft if _is_rtl(direction) else flag.AlignRight) | flag.AlignAbsolute


def direction_of(text: str) -> Direction:
    """That of its first letter; of the windows, where there is none."""
    found = next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), None)
    return QGuiApplication.layoutDirection() if found is None else found


def running_as(direction: Direction) -> Qt.TextFlag:
    """What makes QPainter read a text in that direction."""
    flag = Qt.TextFlag
    is_rtl = direction is Direction.RightToLeft
    return flag.TextForceRightToLeft if is_rtl else flag.TextForceLeftToRight


def write_own(painter: QPainter, rect: QRectF | QRect, text: str) -> None:
    """Draw a text of the user's in its own direction, at the side where the windows' words begin."""
    side = leading() | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(rect), side.value | running_as(direction_of(text)).value, text)


def write_wrapped(painter: QPainter, rect: QRectF | QRect, text: str, flags: int = 0) -> None:
    """Draw words of Sayso's in as many lines as they need. Of QPainter's `flags` those for the height, for
    the middle and for the letter of a key count; that letter is underlined.

    QPainter itself draws each line but the last a space too far to the left where they run from right to
    left (Qt 6.11), and cuts it off there.
    """
    box = QRectF(rect)
    if not is_mirrored():
        painter.drawText(box, flags | Qt.TextFlag.TextWordWrap.value, text)
        return
    layout, height = _laid_out(text, painter.font(), box.width(), flags), 0.0
    for number in range(layout.lineCount()):
        layout.lineAt(number).setPosition(QPointF(0, height))
        height += layout.lineAt(number).height()
    top = box.top()
    if flags & Qt.AlignmentFlag.AlignVCenter.value:
        top += (box.height() - height) / 2
    layout.draw(painter, QPointF(box.left(), top))


def _laid_out(text: str, font: QFont, width: float, flags: int) -> QTextLayout:
    marked = re.search(r"&[^&]", text) if flags & Qt.TextFlag.TextShowMnemonic.value else None
    plain = re.sub(r"&(.)", r"\1", text) if marked else text
    layout, option = QTextLayout(plain.replace("\n", "\u2028"), font), QTextOption()
    option.setTextDirection(Direction.RightToLeft)
    middle = Qt.AlignmentFlag.AlignHCenter
    option.setAlignment(middle if flags & middle.value else Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    if marked:
        key, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setFontUnderline(True)
        key.start, key.length, key.format = marked.start(), 1, look
        layout.setFormats([key])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def apart(text: str) -> str:
    """A name or a text of the user's among words of Sayso's that Qt draws: it is read in its own direction
    there. Unchanged where that is the windows' own."""
    if direction_of(text) is QGuiApplication.layoutDirection():
        return text
    return f"{_ISOLATE}{text}{_END}"


def gaps_apart(text: str) -> str:
    """A text of Sayso's in a language that runs from right to left: what is put into its gaps is read in its
    own direction, with the unit behind it."""
    return _GAP.sub(lambda found: f"{_ISOLATE}{found.group()}{_END}", text)


def _is_rtl(direction: Direction | None) -> bool:
    return is_mirrored() if direction is None else direction is Direction.RightToLeft
