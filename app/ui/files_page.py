"""The files: what speaks is dropped here, and becomes a transcript.

It shows what it is told (`show_queue`, `show_settings`, `show_cache`) and says what the user wants; it
decides nothing. The whole page takes files and folders from other programs. While there are none, it says
what this place is for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.file_queue import FileJob, FileQueue
from app.domain.file_settings import FileSettings
from app.domain.media import SoundChoice
from app.domain.media_names import MEDIA_ENDINGS
from app.services.file_events import FilesAdded
from app.ui import files_words as words
from app.ui.buttons import Button
from app.ui.controls import Glyph, Outcome, label, margins
from app.ui.file_acts import Act, folder_path
from app.ui.file_drops import FileDrops
from app.ui.file_list import FileList
from app.ui.file_model import FileModel
from app.ui.files_bar import FilesBar, FilesFacts, FilesFoot
from app.ui.files_question import FilesQuestion
from app.ui.theme import RADIUS, Theme

SHORT: Final = 240
"""Lower than this, nothing but words and the button stand in the empty place."""


class EmptyPlace(QWidget):
    """What this place is for, and the one thing to do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.glyph = Glyph(theme, "files", "muted", 48)
        self.title = label(self.tr("Drop recordings or videos here, or choose them."), "hero", wrap=True)
        self.hint = label(
            self.tr(
                "Each becomes a transcript to read, to correct and to listen to, and subtitles. Nothing "
                "leaves this computer."
            ),
            "hint",
            wrap=True,
        )
        self.choose = Button(theme, self.tr("Choose files …"), kind="primary")
        column = QVBoxLayout(self)
        margins(column, 24, 16, 24, 16, 12)
        column.addStretch(1)
        column.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (self.title, self.hint):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.glyph.setVisible(self.height() >= SHORT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.muted, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.colours.surface)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class FilesPage(QWidget):
    """The list of the files, what is done with all of them above it, and how far all is below."""

    add_requested = Signal(list)
    """The `Path`s of files and folders."""
    move_requested = Signal(int, int)
    """A job and its new place in the list."""
    pause_requested = Signal(int)
    resume_requested = Signal(int)
    cancel_requested = Signal(int)
    retry_requested = Signal(int)
    remove_requested = Signal(int)
    open_requested = Signal(int)
    show_in_folder_requested = Signal(str)
    choose_requested = Signal(int, object)
    """A job and the `SoundChoice` that is wanted of it."""
    pause_all_requested = Signal()
    resume_all_requested = Signal()
    clear_requested = Signal()
    settings_requested = Signal()
    clear_cache_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._settings = FileSettings()
        self._comes_back = False
        self._refusal = ""
        self.model = FileModel(self)
        self.list = FileList(theme, self.model)
        self.bar, self.facts, self.foot = FilesBar(theme), FilesFacts(theme), FilesFoot(theme)
        self.told, self.question = Outcome(theme), FilesQuestion(theme)
        self.empty = EmptyPlace(theme)
        self.drops = FileDrops(theme, self)
        self._lay_out()
        self._connect()
        self.show_queue(FileQueue())

    # --- what is shown ---

    def show_queue(self, queue: FileQueue) -> None:
        """The queue as it is now; may come ten times a second."""
        self.list.show_queue(queue)
        self.model.show_queue(queue)
        self.bar.show_queue(queue)
        self.foot.show_queue(queue)
        self.question.show_queue(queue)
        wanted = self._settings.watched_folder
        self.facts.show_watched(queue.watched_folder or wanted, is_watched=bool(queue.watched_folder))
        any_job = bool(queue.jobs)
        if any_job is self.list.isHidden():
            if self.list.hasFocus():
                # To no button, which would be pressed by the next key.
                self.setFocus()
            for each in (self.bar, self.list, self.foot):
                each.setVisible(any_job)
            self.empty.setVisible(not any_job)

    def show_settings(self, settings: FileSettings) -> None:
        """What is in force."""
        self._settings = settings
        self.facts.show_settings(settings)

    def show_refusal(self, sentence: str) -> None:
        """What was not taken of a drop; nothing takes away what was said of the one before."""
        self._refusal = sentence
        self.told.say(sentence, "triangle", "live")

    def show_added(self, added: FilesAdded) -> None:
        """What gave no row of what was taken."""
        sentence = words.added_words(added)
        if self._refusal:
            self.told.say(f"{self._refusal} {sentence}", "triangle", "live")
        else:
            self.told.say(sentence)

    def show_cache(self, size: int, transcripts: int) -> None:
        """What the kept transcripts take, in bytes, and how many there are."""
        self.bar.show_cache(size, transcripts)

    # --- Qt's ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._comes_back:
            # From the transcript to its row: the keyboard goes on where it left.
            self._comes_back = False
            self.list.setFocus()

    # --- within ---

    def _act(self, act: Act, jobs: Sequence[int]) -> None:
        if act is Act.FOLDER:
            for job in jobs:
                self.show_in_folder_requested.emit(folder_path(self.model.job(self.model.row_of(job))))
            return
        if act in (Act.REMOVE, Act.RETRY):
            found = [self.model.job(self.model.row_of(job)) for job in jobs]
            is_removing = act is Act.REMOVE
            go_on = self.tr("Remove all the same") if is_removing else self.tr("Transcribe anew")
            at_stake = [job for job in found if (job.is_precious if is_removing else job.is_edited)]
            self._ask_first(at_stake, go_on, lambda: self._emit_each(act, jobs))
        else:
            self._comes_back = act is Act.OPEN
            self._emit_each(act, jobs)

    def _emit_each(self, act: Act, jobs: Sequence[int]) -> None:
        signal = {
            Act.OPEN: self.open_requested,
            Act.PAUSE: self.pause_requested,
            Act.RESUME: self.resume_requested,
            Act.CANCEL: self.cancel_requested,
            Act.RETRY: self.retry_requested,
            Act.REMOVE: self.remove_requested,
        }[act]
        for job in jobs:
            signal.emit(job)

    def _clear(self) -> None:
        at_stake = [job for job in self.model.jobs if job.is_over and job.is_precious]
        self._ask_first(at_stake, self.tr("Clear all the same"), self.clear_requested.emit)

    def _choose(self, id: int, choice: SoundChoice) -> None:
        job = self.model.job(self.model.row_of(id))
        anew = self.tr("Transcribe anew")
        self._ask_first([job] if job.is_edited else [], anew, lambda: self.choose_requested.emit(id, choice))

    def _ask_first(self, at_stake: Sequence[FileJob], go_on: str, do: Callable[[], None]) -> None:
        """Do it at once, unless something of these goes with it."""
        if at_stake:
            self.question.ask_of([job.id for job in at_stake], words.lost_words(at_stake), go_on, do)
        else:
            self.question.forget()
            do()

    def _add(self, paths: Sequence[str]) -> None:
        self.show_refusal("")
        if paths:
            self.add_requested.emit([Path(each) for each in paths])

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Recordings and videos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*.{ending}" for ending in sorted(MEDIA_ENDINGS))
        dialog.setNameFilters(
            [self.tr("Recordings and videos (%1)").replace("%1", endings), self.tr("All files (*)")]
        )
        # There are more than a hundred.
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._add)
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder of recordings or videos"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._add)
        dialog.open()

    def _connect(self) -> None:
        self.empty.choose.clicked.connect(self._ask_files)
        self.bar.add_files_wanted.connect(self._ask_files)
        self.bar.add_folder_wanted.connect(self._ask_folder)
        self.bar.pause_all_requested.connect(self.pause_all_requested)
        self.bar.resume_all_requested.connect(self.resume_all_requested)
        self.bar.clear_requested.connect(self._clear)
        self.bar.clear_cache_requested.connect(self.clear_cache_requested)
        self.bar.settings_requested.connect(self.settings_requested)
        self.facts.settings_requested.connect(self.settings_requested)
        self.list.acted.connect(self._act)
        self.list.moved.connect(self.move_requested)
        self.list.chosen.connect(self._choose)
        self.drops.told.connect(self.show_refusal)
        self.drops.dropped.connect(self.add_requested)
        self.question.left.connect(self.list.setFocus)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        margins(column, 16, 12, 16, 12, 8)
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(self.question)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.facts)
        column.addWidget(self.foot)
        self.list.hide()
        for each in (self.bar, self.foot):
            each.hide()
