"""The handle by which a transcript is dragged into another program: as a file, or where it takes text, as
text.

The file is made only when it is asked for: some programs ask for all formats while the mouse is still on its
way, so it is made once for each drag. Where it cannot be made, only the text is there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMetaType, QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDrag, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.file_settings import ExportFormat
from app.domain.problems import Problem
from app.ui.theme import Theme

FILES: Final = "text/uri-list"
TEXT: Final = "text/plain"

FileWanted = Callable[[ExportFormat], Path]
"""Makes the file of a transcript in that format. Raises a Problem."""


class TranscriptMime(QMimeData):
    """A transcript on its way into another program."""

    def __init__(
        self, text: str, make: Callable[[], Path] | None, on_problem: Callable[[Problem], None]
    ) -> None:
        super().__init__()
        self._text, self._make, self._on_problem = text, make, on_problem
        self._path: Path | None = None
        self._has_failed = False

    def formats(self) -> list[str]:
        return [FILES, TEXT] if self._make and not self._has_failed else [TEXT]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> object:
        if mimetype == TEXT:
            return self._text
        path = self._file() if mimetype == FILES else None
        return None if path is None else [QUrl.fromLocalFile(str(path))]

    def _file(self) -> Path | None:
        if self._path is None and self._make is not None and not self._has_failed:
            try:
                self._path = self._make()
            except Problem as problem:
                self._has_failed = True
                self._on_problem(problem)
        return self._path


class DragHandle(QWidget):
    """Six dots to take hold of. Whoever uses the keyboard finds the same under Export."""

    accessible_role: Final = QAccessible.Role.Grip

    def __init__(self, theme: Theme, make_mime: Callable[[], QMimeData | None]) -> None:
        super().__init__()
        self._theme = theme
        self.make_mime = make_mime
        """What is dragged now; None where there is nothing."""
        self._pressed: QPoint | None = None
        self.setFixedSize(24, 32)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag the transcript into another program"))
        self.setAccessibleName(self.toolTip())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._theme.icons.paint(painter, "grip", QRectF(2, 6, 20, 20), self._theme.colours.muted)

    def _begin(self) -> None:
        mime = self.make_mime()
        if mime is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(
            self._theme.icons.pixmap("transcript", self._theme.colours.text, 32, self.devicePixelRatioF())
        )
        drag.exec(Qt.DropAction.CopyAction)
