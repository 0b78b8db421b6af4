"""Sayso's button: an icon of its own, and words that give way where there is no room.

Buttons take the focus by the tab key and not by the mouse, so that the focus ring shows where the keyboard
is and does not stay behind after a click.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from app.ui.controls import restyle
from app.ui.directions import direction_of, leading, mirrored, running_as
from app.ui.theme import Theme

_MNEMONIC: Final = Qt.TextFlag.TextShowMnemonic.value
_ICON: Final = 18
_ICON_ROOM: Final = 24
_CHEVRON: Final = 14
_CHEVRON_ROOM: Final = 18
_SLACK: Final = 4
"""Fractions of a pixel that fonts lose when they are measured in whole ones."""


class Button(QPushButton):
    """A button of one of the style sheet's kinds: "", "primary", "danger", "small", "plain" (no edge), "flat"
    (small, no edge) or "icon".

    An icon button's words are its name and its tooltip; so are those of one that is `compact`. `widest`
    keeps long names (microphones) from pushing others out.
    """

    def __init__(self, theme: Theme, text: str, icon: str = "", kind: str = "", widest: int = 0) -> None:
        super().__init__(text)
        self._theme, self._icon_name, self._kind, self._widest = theme, icon, kind, widest
        self._compact = kind == "icon"
        self._keys = ""
        self.has_chevron = False
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if widest:
            # A button refuses by itself to be narrower than its words.
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def give_keys(self, keys: str) -> None:
        """Keys such as "Ctrl+I" that press it while it is in view; its tooltip names them."""
        sequence = QKeySequence(keys)
        # Qt's own shortcut of a button is the letter that is underlined in its words.
        QShortcut(sequence, self, self.click)
        self._keys = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        self._tell()

    def _tell(self) -> None:
        words = self.text().replace("&", "")
        if self._keys:
            self.setToolTip(f"{words} ({self._keys})")
        else:
            self.setToolTip(words if self._compact else "")

    def show_as(self, text: str, icon: str) -> None:
        """Other words and another icon, as it does the opposite now."""
        self._icon_name = icon
        self.setText(text)
        self._tell()
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Dress it differently."""
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)

    def set_compact(self, compact: bool) -> None:
        """Its icon alone."""
        if compact != self._compact:
            self._compact = compact
            self._tell()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = 28 if self._kind == "small" else max(32, metrics.height() + 12)
        if self._compact:
            return QSize(height, height)
        return QSize(self.full_width(), height)

    def full_width(self) -> int:
        """What it takes with its words, whether they are shown or not."""
        sides = 20 if self._kind in ("flat", "plain", "small") else 30
        width = self.fontMetrics().size(_MNEMONIC, self.text()).width() + _SLACK + self._extra() + sides
        return min(width, self._widest) if self._widest else width

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 72), hint.height()) if self._widest else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = self.text(), ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind == "primary" and self.hasFocus():
            painter.setPen(QPen(self._theme.colours.on_accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 5, 5)
        if self._compact:
            corner = QRectF((self.width() - 20) / 2, (self.height() - 20) / 2, 20, 20)
            self._theme.icons.paint(painter, self._icon_name, corner, self._ink())
        else:
            self._draw_words(painter, words)

    def _extra(self) -> int:
        return _ICON_ROOM * bool(self._icon_name) + _CHEVRON_ROOM * self.has_chevron

    def _ink(self) -> QColor:
        colours = self._theme.colours
        if not self.isEnabled():
            # An icon alone is muted while it can be pressed: without words it has to be fainter than that.
            return colours.handle if self._compact else colours.muted
        if self._kind == "icon" and not self.underMouse():
            return colours.muted
        return {"primary": colours.on_accent, "danger": colours.live}.get(self._kind, colours.text)

    def _draw_words(self, painter: QPainter, words: str) -> None:
        metrics, inner = self.fontMetrics(), self.rect().adjusted(10, 0, -10, 0)
        room = inner.width() - self._extra() + _SLACK
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room, _MNEMONIC)
        if shown != words and not self.toolTip():
            self.setToolTip(words.replace("&", ""))
        width = metrics.size(_MNEMONIC, shown).width()
        left = inner.left()
        if self._kind not in ("flat", "plain"):
            left = max(left, (self.width() - width - self._extra()) // 2)
        if self._icon_name:
            self._draw_icon(painter, self._icon_name, left, _ICON, self._ink())
            left += _ICON_ROOM
        painter.setPen(self._ink())
        flags = leading().value | Qt.AlignmentFlag.AlignVCenter.value | _MNEMONIC
        if self._widest:
            # A name runs its own way.
            flags |= running_as(direction_of(shown)).value
        place = mirrored(QRectF(left, 0, self.width() - left, self.height()), QRectF(self.rect()))
        painter.drawText(place, flags, shown)
        if self.has_chevron:
            self._draw_icon(painter, "chevron", left + width + 4, _CHEVRON, self._theme.colours.muted)

    def _draw_icon(self, painter: QPainter, name: str, left: int, side: int, ink: QColor) -> None:
        place = QRectF(left, (self.height() - side) / 2, side, side)
        self._theme.icons.paint(painter, name, mirrored(place, QRectF(self.rect())), ink)
