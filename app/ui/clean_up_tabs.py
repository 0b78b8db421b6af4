"""The two tabs of a text that was cleaned up: as spoken, and the enhanced one.

The tab looked at is underlined; the text in use has a tick, and one that the guard refused a triangle. Screen
readers are told the same in the tab's name.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QSizePolicy, QTabBar

from app.domain.history import Version
from app.services.view import CleanUpStage, CleanUpView
from app.ui.directions import leading, mirrored
from app.ui.theme import LABEL_PX, Theme

VERSIONS: Final = (Version.SPOKEN, Version.ENHANCED)
_SIDE: Final = 6
"""As the text below stands from the edge of its field."""
_SIGN: Final = 16
_GAP: Final = 6
_HEIGHT: Final = 34
COLUMN_SPACE: Final = 16
"""Between the columns that the tabs are the heads of."""


class CleanUpTabs(QTabBar):
    """One of the two is always looked at. `chosen` tells what the user turned to."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._signs = {Version.SPOKEN: "", Version.ENHANCED: ""}
        font = self.font()
        font.setPixelSize(LABEL_PX)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Texts"))
        self._titles = (self.tr("Spoken"), self.tr("Enhanced"))
        for title in self._titles:
            self.addTab(title)
        self.currentChanged.connect(lambda index: self.chosen.emit(VERSIONS[index]))
        native = QKeySequence.SequenceFormat.NativeText
        for index, title in enumerate(self._titles):
            self.setTabToolTip(index, f"{title} ({QKeySequence('Ctrl+D').toString(native)})")
        for keys in ("Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+D"):
            QShortcut(QKeySequence(keys), self, self._turn)

    @property
    def looked_at(self) -> Version:
        """The tab that is chosen."""
        return VERSIONS[self.currentIndex()]

    def show_clean_up(self, view: CleanUpView, looked_at: Version) -> None:
        """Which one is looked at, which one is in use, and what the guard said."""
        signs = dict.fromkeys(VERSIONS, "")
        if view.stage in (CleanUpStage.PARTLY, CleanUpStage.REFUSED):
            signs[Version.ENHANCED] = "triangle"
        if view.stage is not CleanUpStage.WRITING:
            signs[view.version] = "check"
        said = {"": "%1", "check": self.tr("%1, in use"), "triangle": self.tr("%1, not used")}
        for index, version in enumerate(VERSIONS):
            name = said[signs[version]].replace("%1", self._titles[index])
            if self.accessibleTabName(index) != name:
                self.setAccessibleTabName(index, name)
        if signs != self._signs:
            self._signs = signs
            self.update()
        if looked_at is not self.looked_at:
            self.blockSignals(True)
            self.setCurrentIndex(VERSIONS.index(looked_at))
            self.blockSignals(False)

    def set_compared(self, compared: bool) -> None:
        """Each over its half, or both at the left."""
        if self.expanding() != compared:
            self.setExpanding(compared)
            self.update()

    # --- Qt's ---

    def tabSizeHint(self, index: int) -> QSize:
        if self.expanding():
            return QSize(max(1, self.width() // 2), _HEIGHT)
        words = self.fontMetrics().horizontalAdvance(self._titles[index])
        # The room of the sign is always kept, so that nothing moves when it appears.
        return QSize(words + 2 * _SIDE + _SIGN + _GAP, _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(24, _HEIGHT) if self.expanding() else self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.setPen(QPen(colours.line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index, version in enumerate(VERSIONS):
            rect, current = self.tabRect(index), index == self.currentIndex()
            painter.setPen(colours.text if current else colours.muted)
            inset = _SIDE + (COLUMN_SPACE // 2 if index and self.expanding() else 0)
            words = QRectF(rect).adjusted(inset, 0, 0, 0)
            side = leading() | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(mirrored(words, QRectF(rect)), side, self._titles[index])
            left = words.left() + self._words_width(index) + _GAP
            sign = QRectF(left, (rect.height() - _SIGN) / 2, _SIGN, _SIGN)
            self._paint_sign(painter, version, mirrored(sign, QRectF(rect)))
            if current:
                painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, colours.accent)
            if current and self.hasFocus():
                painter.setPen(QPen(colours.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -4), 6, 6)

    def _words_width(self, index: int) -> int:
        return self.fontMetrics().horizontalAdvance(self._titles[index])

    def _paint_sign(self, painter: QPainter, version: Version, place: QRectF) -> None:
        sign = self._signs[version]
        if sign:
            colours = self._theme.colours
            ink = colours.done if sign == "check" else colours.live
            self._theme.icons.paint(painter, sign, place, ink)

    def _turn(self) -> None:
        self.setCurrentIndex(1 - self.currentIndex())
