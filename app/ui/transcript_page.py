"""The page of one transcript: read it, hear it, correct it, and take it along.

It is told what is known (`show_…`) and says what the user wants by signals. The transcript that the user
makes of it lives here, in its book; each change is told by `saved` as soon as the user rests, and at the
latest when the page is left. Until a job is over its text, or that of an earlier time, can be read and heard
and not changed: another will take its place.

A clean-up comes in piece by piece, each of which can be taken back like any change. What it changed stays
marked until the user keeps it; a cue that the user has changed meanwhile is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.clock_times import short_clock
from app.domain.file_queue import FileJob
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.problems import Problem
from app.domain.transcript_edits import rename_speaker, set_speaker, set_speaker_onwards, settle, speakers
from app.services.file_events import CueCleaned
from app.ui import transcript_words as words
from app.ui.controls import Remark, card, margins
from app.ui.theme import Theme
from app.ui.transcript_bars import ChangesBar, DoubtsBar, Notes, SpeakerBar
from app.ui.transcript_book import TranscriptBook
from app.ui.transcript_changes import Changes
from app.ui.transcript_drag import DragHandle, FileWanted, TranscriptMime
from app.ui.transcript_find_bar import FindBar
from app.ui.transcript_finder import Finder
from app.ui.transcript_head import TranscriptHead
from app.ui.transcript_menus import Act, Possible, act_of, fill_formats, fill_menu
from app.ui.transcript_place import Place
from app.ui.transcript_sheet import TranscriptSheet
from app.ui.transcript_view import TranscriptView
from app.ui.transcript_words import Extent


class TranscriptPage(QWidget):
    """`file_wanted` makes the file that is dragged out; without it only text is."""

    back_requested = Signal()
    play_requested = Signal(float)
    """Seconds from which on."""
    pause_requested = Signal()
    saved = Signal(int, object)
    """A job, and its FileTranscript as the user made it."""
    export_requested = Signal(object)
    """The ExportFormat."""
    copy_requested = Signal(str)
    clean_up_requested = Signal()
    clean_up_stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.file_wanted: FileWanted | None = None
        self.drag_format = ExportFormat.TXT
        self.job_id = 0
        self._extent, self._is_edited = Extent.WHOLE, False
        self._place = Place()
        self._told = self._failure = ""
        self.head = TranscriptHead(theme, DragHandle(theme, self._make_mime))
        self.find_bar, self.speaker_bar = FindBar(theme), SpeakerBar(theme)
        self.doubts_bar, self.changes_bar = DoubtsBar(theme), ChangesBar(theme)
        self.notes = Notes((self.doubts_bar, self.changes_bar))
        self.problem = Remark(theme, "good")
        self.text = TranscriptView(theme)
        self.text.setAccessibleName(self.tr("Transcript"))
        self.sheet = TranscriptSheet(self.text)
        self.book = TranscriptBook(self)
        self.finder = Finder(self.find_bar, self.text, self._edit)
        self.changes = Changes(self.changes_bar, self.text, self.book)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def transcript(self) -> FileTranscript:
        """As the user has made it."""
        return self.book.kept

    @property
    def is_editable(self) -> bool:
        return self._extent is Extent.WHOLE and bool(self.book.present.cues)

    # --- what it is told ---

    def show_transcript(self, job: FileJob, transcript: FileTranscript) -> None:
        """The transcript of a job; one that is running goes on growing. Whoever comes back to what he has
        made himself finds the steps that led to it as well."""
        self.flush()
        is_other, was_whole = job.id != self.job_id, self._extent is Extent.WHOLE
        self.job_id, self._extent = job.id, words.extent_of(job)
        self._failure, self._told = words.said_of(job, self._extent)
        self._is_edited = job.is_edited
        if is_other or self._failure or self._extent is Extent.GROWING:
            self.show_problem(None)
        is_whole = was_whole and self._extent is Extent.WHOLE
        if is_other or not is_whole or not self.book.has_told(transcript):
            self.changes.forget()
            self.book.open(transcript)
        if is_other:
            self._place.begin()
            self.find_bar.close_search()
            self.speaker_bar.close_names()
            self.show_playing(None)
            self.show_cleaning(False)
        self._show()
        if is_other:
            self.text.go_to(0)
            self.text.verticalScrollBar().setValue(0)

    def show_settings(self, settings: FileSettings) -> None:
        """What is in force: the first format is the one in which the transcript is dragged out."""
        self.drag_format = settings.formats[0] if settings.formats else ExportFormat.TXT

    def show_cues(self, job_id: int, cues: tuple[Cue, ...]) -> None:
        """More of a running job's text."""
        if job_id != self.job_id or self._extent.is_complete:
            return
        old = self.book.present
        self.book.open(replace(old, cues=old.cues + cues, languages=()))
        self._show()

    def show_stopped(self, job: FileJob) -> None:
        """A job that was running does not go on, or not now. What was heard stays to be read and copied."""
        if job.id == self.job_id and not self._extent.is_complete:
            self._extent = Extent.PARTIAL
            self._failure, self._told = words.said_of(job, self._extent)
            self.show_problem(None)
            self._show()

    def show_playing(self, seconds: float | None) -> None:
        """Sound is heard at that second; None where it is paused or over."""
        self._place.take(seconds)
        self.text.show_heard(seconds)
        whole = words.length_of(self.book.present)
        at = short_clock(self._place.seconds, whole)
        self.head.show_playing(seconds is not None, f"{at} / {short_clock(whole, whole)}")

    def show_cleaned(self, event: CueCleaned) -> None:
        """A piece is cleaned up, or was left alone."""
        if event.job == self.job_id and self._extent is Extent.WHOLE:
            self.changes.take(event)

    def show_cleaning(self, is_cleaning: bool) -> None:
        """Whether the language model is at it."""
        self.changes.show_cleaning(is_cleaning)
        self.head.show_cleaning(is_cleaning)

    def show_saved(self, problem: Problem | None, files: Sequence[str] = ()) -> None:
        """What was changed is kept, or `files` are written of it; or why not."""
        self.show_problem(problem)
        self._told = "" if problem else words.saved_words(files)
        self._show_head()

    def show_problem(self, problem: Problem | None) -> None:
        """What went wrong with playing, saving, exporting or the clean-up; None is nothing."""
        said = words.problem_words(problem, self.book.present.source) or self._failure
        self.problem.say(said, "triangle", "live")

    def flush(self) -> None:
        """Tell what was changed now, if anything was."""
        self.book.flush()

    # --- changes ---

    def _edit(self, transcript: FileTranscript, kind: str = "") -> None:
        """One step of the user's, from wherever."""
        if self.is_editable:
            self.book.edit(transcript, kind)

    def undo(self) -> None:
        """Take the last step back."""
        self._go_to(self.book.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._go_to(self.book.redo())

    def _name(self, speaker: str) -> None:
        self._edit(set_speaker(self.book.present, *self.text.chosen, speaker))

    def _name_onwards(self, speaker: str) -> None:
        self._edit(set_speaker_onwards(self.book.present, self.text.chosen[0], speaker))

    def _rename(self, old: str, new: str) -> None:
        self._edit(rename_speaker(self.book.present, old, new))

    # --- wishes ---

    def _play(self) -> None:
        whole = words.length_of(self.book.present)
        self.play_requested.emit(self._place.next(self.text.seconds, whole))

    def _clean_up(self) -> None:
        self.flush()
        self.changes.begin()
        self.clean_up_requested.emit()

    def _export(self, kind: ExportFormat) -> None:
        self.flush()
        self.export_requested.emit(kind)

    def _copy_all(self) -> None:
        self.copy_requested.emit(words.copied_words(self.transcript.cues))

    def _find(self) -> None:
        chosen = self.text.textCursor().selectedText()
        self.find_bar.open_search("" if "\u2029" in chosen else chosen, can_replace=self.is_editable)

    def _go_to(self, cue: int | None) -> None:
        if cue is not None:
            self.text.go_to(cue)
            self.text.bring_into_view(cue)

    def _make_mime(self) -> QMimeData | None:
        if not self.book.present.cues:
            return None
        self.flush()
        wanted, kind = self.file_wanted, self.drag_format
        # Files are made of the finished text.
        is_whole = self._extent is Extent.WHOLE
        make = (lambda: wanted(kind)) if wanted is not None and is_whole else None
        return TranscriptMime(words.copied_words(self.transcript.cues), make, self.show_problem)

    # --- how it is shown ---

    def _show(self) -> None:
        present = self.book.present
        self.text.set_editable(self.is_editable)
        self.text.show_transcript(present)
        if present.cues and self.hasFocus():
            self.text.setFocus()
        self._show_head()
        self.doubts_bar.show_doubts(present.doubts, present.seconds, can_settle=self.is_editable)
        self.finder.look_again()
        self.changes.show()
        self._show_speaker()
        self._fit()
        self.show_playing(self._place.heard)

    def _show_head(self) -> None:
        book = self.book
        self.head.show_transcript(book.present, self._extent, told=self._told)
        self.head.show_editable(self.is_editable, can_undo=self.book.can_undo, can_redo=self.book.can_redo)
        why = words.empty_words(self._extent, can_undo=book.can_undo, is_edited=self._is_edited)
        self.sheet.show_text(is_empty=not book.present.cues, why=why)

    def _show_changed(self) -> None:
        self._told = ""
        self._show()

    def _show_speaker(self) -> None:
        if not self.speaker_bar.isHidden():
            cues, here = self.book.present.cues, self.text.cue
            speaker = cues[here].speaker if here < len(cues) else ""
            self.speaker_bar.show_speaker(speaker, speakers(self.book.present))

    # --- Qt's ---

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and act_of(event):
            # The window has uses of its own for some of them.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            self._acts[act]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The keys are the text's from the first on, and those of the page while there is none.
        (self.text if self.book.present.cues else self).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    # --- how it is built ---

    def _connect(self) -> None:
        head, text = self.head, self.text
        self._acts = {
            Act.PLAY: lambda: self.play_requested.emit(text.seconds),
            Act.SPLIT: text.split_here,
            Act.JOIN: text.join_with_next,
            Act.DELETE: text.delete_chosen,
            Act.FIND: self._find,
            Act.SPEAKER: self._open_names,
            Act.UNDO: self.undo,
            Act.REDO: self.redo,
            Act.CUT: text.cut,
            Act.COPY: text.copy,
            Act.PASTE: text.paste,
            Act.COPY_ALL: self._copy_all,
        }
        head.back.clicked.connect(self._go_back)
        head.play.clicked.connect(self._play)
        head.pause.clicked.connect(self.pause_requested)
        head.search.clicked.connect(self._find)
        head.speaker.clicked.connect(self._open_names)
        head.undo.clicked.connect(self.undo)
        head.redo.clicked.connect(self.redo)
        head.clean_up.clicked.connect(self._clean_up)
        head.stop.clicked.connect(self.clean_up_stopped)
        head.menu.aboutToShow.connect(lambda: self._fill(head.menu, at_cursor=False))
        head.formats.aboutToShow.connect(
            lambda: fill_formats(head.formats, self._theme, self._export, self._copy_all)
        )
        text.changed.connect(self._edit)
        text.sealed.connect(self._seal)
        text.heard_wanted.connect(self.play_requested)
        text.speaker_wanted.connect(self._open_names)
        text.menu_wanted.connect(self._open_menu)
        self.doubts_bar.stepped.connect(lambda doubt: self._go_to(self.text.cue_of(doubt)))
        self.doubts_bar.settled.connect(lambda doubt: self._edit(settle(self.book.present, doubt)))
        self.book.changed.connect(self._show_changed)
        self.book.saved.connect(lambda kept: self.saved.emit(self.job_id, kept))
        self.changes.went.connect(self._go_to)
        self.speaker_bar.named.connect(self._name)
        self.speaker_bar.named_onwards.connect(self._name_onwards)
        self.speaker_bar.renamed.connect(self._rename)
        for bar in (self.find_bar, self.speaker_bar):
            bar.opened.connect(self._fit)
            bar.closed.connect(self._fit)
            bar.closed.connect(self.text.setFocus)

    def _go_back(self) -> None:
        self.flush()
        self.back_requested.emit()

    def _open_names(self) -> None:
        if self.is_editable:
            self.speaker_bar.show()
            self._show_speaker()
            self.speaker_bar.open_names()

    def _seal(self) -> None:
        """The cursor was put elsewhere."""
        self._place.move_cursor()
        self.book.seal()
        self.changes.show()
        self._show_speaker()
        self._fit()

    def _fill(self, menu: QMenu, *, at_cursor: bool) -> None:
        editable = self.is_editable
        possible = Possible(
            editable,
            undo=self.book.can_undo,
            redo=self.book.can_redo,
            selection=self.text.textCursor().hasSelection(),
        )
        fill_menu(menu, self._theme, possible, lambda act: self._acts[act](), at_cursor=at_cursor)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self._fill(menu, at_cursor=True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _fit(self) -> None:
        is_writing = not (self.find_bar.isHidden() and self.speaker_bar.isHidden())
        self.notes.fit(self.height(), is_writing=is_writing)

    def _lay_out(self) -> None:
        paper = card()
        inner = QVBoxLayout(paper)
        margins(inner, 4, 4, 4, 4, 0)
        inner.addWidget(self.sheet)
        box = QVBoxLayout(self)
        margins(box, 16, 12, 16, 12, 8)
        box.addWidget(self.head)
        for part in (self.problem, self.find_bar, self.speaker_bar, self.notes):
            box.addWidget(part)
        box.addWidget(paper, 1)
