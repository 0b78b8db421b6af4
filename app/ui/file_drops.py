"""Files dropped on a window or a page of it from other programs.

Problem: a drop must be taken wherever it comes down, and seen before; what is dropped may be many files,
    folders, or addresses of the web.
Rules: a thing is taken as a copy, whatever its program offers: a program that moves deletes its own. What
    lies elsewhere is refused, with a sentence; what is dragged within Sayso is none of its business.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui import files_words as words
from app.ui.controls import Glyph, label, margins
from app.ui.theme import RADIUS, Theme

_DRAGS: Final = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def dropped_paths(data: QMimeData) -> tuple[list[Path], int]:
    """The files and folders of this computer, and how many things were given in all."""
    urls = data.urls()
    # Twice the same is one.
    local = dict.fromkeys(url.toLocalFile() for url in urls if url.isLocalFile() and url.toLocalFile())
    refused = sum(1 for url in urls if not url.isLocalFile())
    return [Path(each) for each in local], len(local) + refused


class DropVeil(QWidget):
    """Lies over a widget while something is held over it, and says what letting go does."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.glyph = Glyph(theme, "files", "accent", 48)
        self.words: QLabel = label("", "hero", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        margins(column, 32, 32, 32, 32, 12)
        column.addStretch(1)
        column.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words)
        column.addStretch(1)
        self.hide()

    def show_drop(self, files: int, refused: int) -> None:
        """So many things are held over it, and so many of them cannot be taken."""
        is_vain = files == refused
        self.glyph.show_icon("triangle" if is_vain else "files", "live" if is_vain else "accent")
        self.words.setText(
            words.refusal_words(refused, files) if is_vain else words.drop_words(files - refused)
        )
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(QRect(0, 0, over.width(), over.height()))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours.ground)
        pen = QPen(colours.accent, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colours.selected)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12, 12, -12, -12), RADIUS, RADIUS)


class FileDrops(QObject):
    """Makes `over` take files. It belongs to `over`; a widget within that takes drops itself goes first."""

    dropped = Signal(list)
    """The `Path`s of the files and folders that were let go, one at least."""
    told = Signal(str)
    """Comes with every drop, before `dropped`: what was refused of it, or nothing."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.veil = DropVeil(theme, over)
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._over:
            if kind is QEvent.Type.DragLeave:
                self.veil.hide()
            elif kind in _DRAGS and isinstance(event, QDropEvent):
                return self._drag(event)
            elif kind is QEvent.Type.Resize and not self.veil.isHidden():
                self.veil.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def _drag(self, event: QDropEvent) -> bool:
        if event.source() is not None or not event.mimeData().hasUrls():
            return False
        paths, files = dropped_paths(event.mimeData())
        # What cannot be taken is accepted as well, or its sentence could not be told.
        can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        event.setDropAction(Qt.DropAction.CopyAction if can_copy else Qt.DropAction.LinkAction)
        event.accept()
        if event.type() is not QEvent.Type.Drop:
            if event.type() is QEvent.Type.DragEnter:
                self.veil.show_drop(files, files - len(paths))
            return True
        self.veil.hide()
        self.told.emit(words.refusal_words(files - len(paths), files))
        if paths:
            self.dropped.emit(paths)
        return True
