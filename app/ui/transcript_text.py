"""The text of a transcript: a paragraph for each cue, its time beside it, edited in place.

It is one text document, not a list of rows: so a selection may go over cues, and writing, input methods,
scripts from right to left, the keyboard and screen readers work as in any text. Three hours of speech (5,000
cues, 30,000 words) are filled in and laid out in a quarter of a second, and a letter takes 4 ms.

Rules: paragraph n is cue n. What the user does to the document is told as a new transcript (`changed`); the
document itself has no history, since the page takes back whole transcripts, and only paragraphs that differ
are written anew then. Return divides a cue, Backspace at its beginning joins it with the one before, Delete
at its end with the next. Pasted text comes in on one line.

A click on a time plays from there. A click on a word puts the cursor there, and while sound is played it goes
on from that word; with Ctrl it is played in any case.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from app.domain.cue_words import seconds_at
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.transcript_edits import delete, merge, rewritten, split
from app.ui.controls import restyle
from app.ui.directions import is_mirrored
from app.ui.live_text import part, units
from app.ui.theme import Theme
from app.ui.transcript_blocks import SPACE, block_format, differing, lead, text_in, text_of
from app.ui.transcript_marks import GUTTER, HEAD

_NOTHING: Final = FileTranscript("", (), "", "", 0.0)
_READ_ONLY: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_PASSED_ON: Final = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Find,
    QKeySequence.StandardKey.Replace,
)


class TranscriptText(QTextEdit):
    """`changed` carries the new transcript and the kind of the step (see `Edits`); `sealed` tells that the
    cursor went elsewhere, `heard_wanted` a second to play from, `speaker_wanted` that a name was clicked."""

    changed = Signal(object, str)
    sealed = Signal()
    heard_wanted = Signal(float)
    speaker_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown, self._starts = _NOTHING, list[float]()
        self._is_filling, self._has_written, self.is_playing = False, False, False
        # A document cannot be changed while it tells of a change.
        self._joined_at, self._is_set_up = 0, False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self._form_heads(self._joined_at, self._joined_at + 2))
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(SPACE)
        # The room of the bar is always kept: words would wrap anew at the moment it appears.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar(0, 0)
        self.viewport().setMouseTracking(True)
        self.document().contentsChange.connect(self._take_over)
        self.cursorPositionChanged.connect(self._tell_place)
        self.set_editable(False)

    # --- what is shown ---

    @property
    def shown(self) -> FileTranscript:
        """What is in it."""
        return self._shown

    @property
    def is_editable(self) -> bool:
        """Whether it can be changed."""
        return not self.isReadOnly()

    def set_editable(self, editable: bool) -> None:
        """Whether it can be changed; a text without cues never can."""
        if editable is self.is_editable and self._is_set_up:
            return
        self._is_set_up = True
        self.setReadOnly(not editable)
        flags = Qt.TextInteractionFlag.TextEditorInteraction if editable else _READ_ONLY
        self.setTextInteractionFlags(flags)

    def show_transcript(self, transcript: FileTranscript) -> int | None:
        """Another transcript, or another state of the same one: only cues that differ are written anew, and
        what is scrolled to stays. Answers with the first of them, or None."""
        old, new = self._shown.cues, transcript.cues
        low, high = differing(old, new)
        self._shown = transcript
        self._starts = [cue.start for cue in new]
        if low == len(old) - high and low == len(new) - high:
            self.viewport().update()
            return None
        self._is_filling = True
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        if not old or not new:
            edit.select(QTextCursor.SelectionType.Document)
            edit.setBlockFormat(block_format(0))
            edit.insertText("\n".join(text_of(cue) for cue in new))
        else:
            self._exchange(edit, low, len(old) - high, new[low : len(new) - high])
        edit.endEditBlock()
        self._is_filling = False
        self._form_heads(low, len(new) - high + 1)
        self.viewport().update()
        return min(low, max(0, len(new) - 1))

    def cue_at(self, seconds: float) -> int | None:
        """The cue that is heard at that second, or the last before it."""
        found = bisect_right(self._starts, seconds + 1e-6) - 1
        return found if found >= 0 else None

    def head_of(self, number: int) -> bool:
        """Whether a cue begins what another speaker says."""
        cues = self._shown.cues
        return cues[number].speaker != (cues[number - 1].speaker if number else "")

    # --- where the cursor is ---

    @property
    def cue(self) -> int:
        """The cue with the cursor in it."""
        return self.textCursor().blockNumber()

    @property
    def chosen(self) -> tuple[int, int]:
        """The cues of the selection, or the one with the cursor: the first, and the one behind the last."""
        own = self.textCursor()
        first = self.document().findBlock(own.selectionStart()).blockNumber()
        return first, self.document().findBlock(own.selectionEnd()).blockNumber() + 1

    @property
    def seconds(self) -> float:
        """When the word at the cursor is heard."""
        return self._seconds(self.textCursor())

    def go_to(self, cue: int, start: int = 0, end: int | None = None) -> None:
        """Put the cursor into a cue; from `start` to `end`, in characters of its text, is selected then."""
        if not 0 <= cue < len(self._shown.cues):
            return
        block, text = self.document().findBlockByNumber(cue), self._shown.cues[cue].text
        begin, own = block.position() + lead(block), self.textCursor()
        own.setPosition(begin + units(text[:start]))
        if end is not None:
            own.setPosition(begin + units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(own)

    # --- changes that are not letters ---

    def split_here(self) -> None:
        """Divide the cue at the cursor."""
        own = self.textCursor()
        number, at = own.blockNumber(), self._offset(own)
        self._change(split(self._shown, number, at), number + 1, 0)

    def join_with_next(self) -> None:
        """The cue with the cursor and the next become one."""
        self._join(self.cue)

    def delete_chosen(self) -> None:
        """Take away the cues of the selection."""
        first, last = self.chosen
        left = delete(self._shown, first, last)
        self._change(left, min(first, len(left.cues) - 1), 0)

    def _join(self, number: int) -> None:
        if not 0 <= number < len(self._shown.cues) - 1:
            return
        text = self._shown.cues[number].text
        after = merge(self._shown, number)
        whole, tail = after.cues[number].text, self._shown.cues[number + 1].text
        self._change(after, number, len(whole) - len(tail) if tail else len(text))

    def _change(self, transcript: FileTranscript, cue: int, at: int) -> None:
        if not self.is_editable or transcript is self._shown:
            return
        self.show_transcript(transcript)
        self.go_to(max(0, cue), at)
        self.changed.emit(transcript, "")

    # --- Qt's ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _PASSED_ON):
            event.ignore()
            return
        self._has_written = False
        own, key = self.textCursor(), event.key()
        if not self.is_editable:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.split_here() if plain and not own.hasSelection() else event.ignore()
        elif key == Qt.Key.Key_Backspace and not own.hasSelection() and own.atBlockStart():
            self._back_over(own.blockNumber())
        elif key == Qt.Key.Key_Delete and not own.hasSelection() and own.atBlockEnd():
            self._join(own.blockNumber())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cue = self._time_under(event.position())
        if cue is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.go_to(cue)
        if event.position().y() < self.place_of(cue).top():
            self.speaker_wanted.emit()
        else:
            self.heard_wanted.emit(self._shown.cues[cue].start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_plain = event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        is_text = bool(self._shown.cues) and not self.is_gutter(event.position().x())
        if is_plain and is_text and (control or self.is_playing):
            self.heard_wanted.emit(self._seconds(self.cursorForPosition(event.position().toPoint())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.is_gutter(event.position().x()) and bool(self._shown.cues)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files that are dropped here are meant for the queue, not as text.
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.is_editable:
            self.textCursor().insertText(" ".join(source.text().split("\n")).replace("\r", ""))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.viewport().update()

    # --- how ---

    def is_gutter(self, x: float) -> bool:
        """Whether the times are at that place of the viewport."""
        return x > self.viewport().width() - GUTTER if is_mirrored() else x < GUTTER

    def place_of(self, cue: int) -> QRectF:
        """Where the text of a cue is in the viewport, without the name above it."""
        block = self.document().findBlockByNumber(cue)
        place = self.document().documentLayout().blockBoundingRect(block)
        return place.translated(0, -self.verticalScrollBar().value())

    def cue_under(self, y: float) -> int:
        """The cue at that height of the viewport, its name included."""
        at = QPointF(GUTTER + 1, y + self.verticalScrollBar().value())
        found = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        number = self.document().findBlock(max(0, found)).blockNumber()
        following = number + 1
        if following < len(self._shown.cues) and y >= self.place_of(following).top() - self._above(following):
            return following
        return number

    def _above(self, number: int) -> float:
        return HEAD + SPACE if self.head_of(number) else 0.0

    def _time_under(self, at: QPointF) -> int | None:
        """The cue whose time or name is there."""
        if not self._shown.cues:
            return None
        cue = self.cue_under(at.y())
        is_name = at.y() < self.place_of(cue).top() and self.head_of(cue)
        return cue if self.is_gutter(at.x()) or is_name else None

    def _back_over(self, number: int) -> None:
        cues = self._shown.cues
        if number and not cues[number].text:
            before = len(cues[number - 1].text)
            self._change(delete(self._shown, number, number + 1), number - 1, before)
        elif number:
            self._join(number - 1)

    def _take_over(self, position: int, _removed: int, added: int) -> None:
        """The document was changed by the user: say what that makes of the transcript."""
        if self._is_filling or not self._shown.cues:
            return
        document, old = self.document(), self._shown
        first = document.findBlock(position).blockNumber()
        end = document.findBlock(position + added)
        last = end.blockNumber() if end.isValid() else document.blockCount() - 1
        fewer = len(old.cues) - document.blockCount()
        texts, block = list[str](), document.findBlockByNumber(first)
        for _ in range(last - first + 1):
            texts.append(text_in(block))
            block = block.next()
        new = rewritten(old, first, last + 1 + fewer, texts)
        if new is old:
            return
        self._shown = new
        self._starts, self._has_written = [cue.start for cue in new.cues], True
        if fewer:
            self._joined_at = first
            self._later.start()
        is_letter = fewer == 0 and len(texts) == 1
        self.changed.emit(new, f"writing in {new.cues[first].start:.3f}" if is_letter else "")

    def _tell_place(self) -> None:
        # The cursor goes along with what is written.
        if not self._is_filling and not self._has_written:
            self.sealed.emit()
        self._has_written = False

    def _exchange(self, edit: QTextCursor, first: int, last: int, cues: tuple[Cue, ...]) -> None:
        """Other cues in the place of a range of paragraphs; there are others beside it, and will be."""
        document, text = self.document(), "\n".join(text_of(cue) for cue in cues)
        if first == last:
            at_end = first == document.blockCount()
            block = document.lastBlock() if at_end else document.findBlockByNumber(first)
            edit.setPosition(block.position() + (block.length() - 1 if at_end else 0))
            edit.insertText(f"\n{text}" if at_end else f"{text}\n")
            return
        end = document.findBlockByNumber(last - 1)
        edit.setPosition(document.findBlockByNumber(first).position())
        edit.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        edit.removeSelectedText()
        if cues:
            edit.insertText(text)
        elif first:
            edit.deletePreviousChar()
        else:
            edit.deleteChar()

    def _form_heads(self, first: int, last: int) -> None:
        """Room above the cues with which another speaker begins, and nowhere else."""
        last = min(last, len(self._shown.cues))
        was_filling, self._is_filling = self._is_filling, True
        block = self.document().findBlockByNumber(first)
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for number in range(first, last):
            wanted = HEAD if self.head_of(number) else 0
            if block.blockFormat().topMargin() != SPACE + wanted:
                edit.setPosition(block.position())
                edit.setBlockFormat(block_format(wanted))
            block = block.next()
        edit.endEditBlock()
        if first == 0:
            # The margin of the first paragraph counts for nothing.
            self._form_top(SPACE + HEAD if last and self.head_of(0) else SPACE)
        self._is_filling = was_filling

    def _form_top(self, margin: int) -> None:
        root = self.document().rootFrame()
        form = root.frameFormat()
        if form.topMargin() != margin:
            form.setTopMargin(margin)
            root.setFrameFormat(form)

    def _offset(self, cursor: QTextCursor) -> int:
        """Where a cursor stands in the text of its cue, in characters."""
        text = cursor.block().text()
        return max(0, len(part(text, 0, cursor.positionInBlock())) - lead(cursor.block()))

    def _seconds(self, cursor: QTextCursor) -> float:
        number = cursor.blockNumber()
        if number >= len(self._shown.cues):
            return 0.0
        return seconds_at(self._shown.cues[number], self._offset(cursor))

    def _show_bar(self, low: int, high: int) -> None:
        bar = self.verticalScrollBar()
        if bar.property("idle") != (high <= low):
            bar.setProperty("idle", high <= low)
            restyle(bar)
