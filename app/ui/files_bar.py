"""What stands above and below the list of the files: ways to add, what is done with all, how far all is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.file_queue import FileQueue, JobState
from app.domain.file_settings import FileSettings
from app.ui import files_words as words
from app.ui.buttons import Button
from app.ui.controls import Line, margins
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme

_GAP: Final = 8
_WIDEST: Final = 420
"""Of a sentence that leads to the settings: a folder's name may be long."""


class FilesBar(QWidget):
    """The buttons above the list. Where their words have no room, one after the other becomes an icon."""

    add_files_wanted = Signal()
    add_folder_wanted = Signal()
    pause_all_requested = Signal()
    resume_all_requested = Signal()
    clear_requested = Signal()
    clear_cache_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_paused = False
        self._cache = (0, 0)
        self.add = Button(theme, self.tr("Add files …"), "plus", "primary")
        self.folder = Button(theme, self.tr("Add folder …"), "folder")
        self.pause = Button(theme, self.tr("Pause all"), "pause")
        self.clear = Button(theme, self.tr("Clear finished"), "check")
        self.more = Button(theme, self.tr("More"), "more", "icon")
        self._row = QHBoxLayout(self)
        margins(self._row, 0, 0, 0, 0, _GAP)
        self._row.addWidget(self.add)
        self._row.addWidget(self.folder)
        self._row.addStretch(1)
        for each in (self.pause, self.clear, self.more):
            self._row.addWidget(each)
        self.add.clicked.connect(self.add_files_wanted)
        self.folder.clicked.connect(self.add_folder_wanted)
        self.pause.clicked.connect(self._pause)
        self.clear.clicked.connect(self.clear_requested)
        self.more.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_queue(self, queue: FileQueue) -> None:
        """What can be done with all of it."""
        self._is_paused = queue.is_paused
        text = self.tr("Resume all") if queue.is_paused else self.tr("Pause all")
        if text != self.pause.text():
            self.pause.show_as(text, "play" if queue.is_paused else "pause")
            self._fit()
        states = {job.state for job in queue.jobs}
        self.pause.setEnabled(queue.is_paused or not words.is_over(queue))
        self.clear.setEnabled(bool(states & {JobState.DONE, JobState.FAILED, JobState.CANCELLED}))

    def show_cache(self, size: int, transcripts: int) -> None:
        """What clearing it would free."""
        self._cache = size, transcripts

    def make_menu(self) -> QMenu:
        """What is rarely needed."""
        menu = QMenu(self)
        clear = menu.addAction(words.cache_words(*self._cache))
        clear.setEnabled(bool(self._cache[1]))
        clear.triggered.connect(self.clear_cache_requested)
        settings = menu.addAction(self.tr("Settings of files …"))
        settings.triggered.connect(self.settings_requested)
        return menu

    # --- Qt's ---

    def minimumSizeHint(self) -> QSize:
        icons = 4 * self.more.sizeHint().height() + self.more.sizeHint().width()
        return QSize(icons + 4 * _GAP, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    # --- within ---

    def _fit(self) -> None:
        """Nothing changes where nothing has to: each change asks for a layout, which asks here again."""
        shrinking = (self.folder, self.pause, self.clear, self.add)
        wanted = sum(each.full_width() + _GAP for each in shrinking) + self.more.sizeHint().width() + _GAP
        for each in shrinking:
            is_compact = wanted > self.width()
            each.set_compact(is_compact)
            if is_compact:
                wanted -= each.full_width() - each.sizeHint().width()

    def _pause(self) -> None:
        (self.resume_all_requested if self._is_paused else self.pause_all_requested).emit()

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.more.rect().bottomRight()
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(self.more.mapToGlobal(corner))


class FilesFacts(QWidget):
    """What is saved of each file and where, and which folder is watched; both lead to the settings. One line,
    in which the folder is an icon where there is no room for its name."""

    settings_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._watched = ""
        self.saves = Button(theme, "", "download", "flat", _WIDEST)
        self.watches = Button(theme, "", "folder", "flat", _WIDEST)
        row = QHBoxLayout(self)
        margins(row, 0, 0, 0, 0, _GAP)
        for each in (self.saves, self.watches):
            row.addWidget(each)
            each.clicked.connect(self.settings_requested)
            each.setAccessibleDescription(self.tr("Opens the settings of files"))
        row.addStretch(1)
        self.watches.hide()
        self.show_settings(FileSettings())

    def show_settings(self, settings: FileSettings) -> None:
        """What is in force."""
        self.saves.setText(words.saves_words(settings))
        self.saves.setToolTip(settings.folder)
        self.show_watched(settings.watched_folder)

    def show_watched(self, folder: str, *, is_watched: bool = True) -> None:
        """The folder that is to be watched, or none; it may not be there."""
        text = words.watching_words(folder, is_watched=is_watched)
        if folder != self._watched or text != self.watches.text():
            self._watched = folder
            self.watches.show_as(text, "folder" if is_watched else "triangle")
            self.watches.setVisible(bool(folder))
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        wanted = self.saves.full_width() + _GAP + self.watches.full_width()
        self.watches.set_compact(wanted > self.width())
        words_first = f"{self.watches.text()}\n{self._watched}"
        self.watches.setToolTip(words_first if self._watched else "")


class FilesFoot(QWidget):
    """How far all of it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Line("hint")
        self.line = ProgressLine(theme)
        self.line.setAccessibleName(self.tr("Progress of all files"))
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 4)
        column.addWidget(self.line)
        column.addWidget(self.words)

    def show_queue(self, queue: FileQueue) -> None:
        """How far it is now."""
        self.words.setText(words.whole_words(queue))
        self.line.show_share(words.whole_share(queue))
        self.line.setVisible(not words.is_over(queue))
