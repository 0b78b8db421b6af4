"""The bars above a transcript: places to listen to again, what a clean-up changed, and who speaks.

Each is in view only while there is something to do in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.differences import Change, differences, in_one
from app.domain.file_transcript import Doubt
from app.ui import transcript_words as words
from app.ui.buttons import Button
from app.ui.controls import Glyph, Reflow, label, margins
from app.ui.flow import Flow
from app.ui.marked_text import MarkedTextEdit
from app.ui.text_box import TextField
from app.ui.theme import Theme

TURN: Final = 560
BEFORE_HEIGHT: Final = 62
"""Logical pixels: two lines."""
LOW: Final = 460
"""Logical pixels of a page: on a lower one, what is told of the text is away while something is written above
it."""


class _Bar(QWidget):
    """A shape and a sentence that may wrap, with buttons behind it, or below in a box."""

    def __init__(self, theme: Theme, shape: str, colour: str) -> None:
        super().__init__()
        self.said = label("", "good", wrap=True)
        self._line = row = QHBoxLayout()
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(Glyph(theme, shape, colour, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.said, 1)
        self.box = QVBoxLayout(self)
        margins(self.box, 0, 0, 0, 0, 4)
        self.box.addLayout(row)
        self.hide()

    def add(self, *buttons: Button) -> None:
        """Put buttons behind its sentence."""
        beside = QHBoxLayout()
        margins(beside, 0, 0, 0, 0, 4)
        for each in buttons:
            beside.addWidget(each)
        self._line.addLayout(beside)


class Notes(QWidget):
    """What is told of the text, one bar above the other. On a low window the text needs the room."""

    def __init__(self, bars: Sequence[QWidget]) -> None:
        super().__init__()
        self._bars = bars
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 8)
        for bar in bars:
            box.addWidget(bar)

    def fit(self, height: int, *, is_writing: bool) -> None:
        """In view where anything is told; `is_writing`: something is written above it. The `height` of the
        page is in logical pixels."""
        is_told = not all(bar.isHidden() for bar in self._bars)
        self.setVisible(is_told and not (is_writing and height < LOW))


class DoubtsBar(_Bar):
    """`stepped` carries the doubt that is gone to, `settled` the one that was listened to."""

    stepped = Signal(object)
    settled = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "triangle", "live")
        self._doubts: tuple[Doubt, ...] = ()
        self._here: int | None = None
        self._whole, self._can_settle = 0.0, False
        self.before = Button(theme, self.tr("Previous place to listen to again"), "up", "icon")
        self.after = Button(theme, self.tr("Next place to listen to again"), "chevron", "icon")
        self.settle = Button(theme, self.tr("It is right now"), "check", "small")
        self.settle.setToolTip(self.tr("Take this place off the list"))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.settle.clicked.connect(self._settle)
        self.after.give_keys("F8")
        self.before.give_keys("Shift+F8")
        self.add(self.settle, self.before, self.after)

    def show_doubts(self, doubts: tuple[Doubt, ...], whole: float, *, can_settle: bool) -> None:
        """All of them, in order; the one that is stepped to stays so."""
        here = self._doubts[self._here] if self._here is not None else None
        self._doubts, self._whole = doubts, whole
        self._here = doubts.index(here) if here in doubts else None
        self._can_settle = can_settle
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle.set_compact(self.width() < TURN)

    def step(self, by: int) -> None:
        """To the next (1) or the one before (-1), and from the last to the first."""
        if self._doubts:
            start = -1 if self._here is None and by > 0 else self._here or 0
            self._here = (start + by) % len(self._doubts)
            self._say()
            self.stepped.emit(self._doubts[self._here])

    def _settle(self) -> None:
        if self._here is None:
            return
        doubt, place = self._doubts[self._here], self._here
        self.settled.emit(doubt)
        # What was behind it has taken its place; from there the next step leads on.
        self._here = place - 1 if 0 < place <= len(self._doubts) else None
        self._say()

    def _say(self) -> None:
        count, here = len(self._doubts), self._here
        self.setVisible(count > 0)
        if here is None or here >= count:
            self.said.setText(words.doubts_words(count) + ".")
        else:
            self.said.setText(words.doubt_line(self._doubts[here], here + 1, count, self._whole))
        self.settle.setVisible(here is not None and self._can_settle)


class ChangesBar(_Bar):
    """What a clean-up changed, and the cue with the cursor before and after in one."""

    stepped = Signal()
    undo_wanted = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "enhance", "accent")
        self.back = Button(theme, self.tr("Use the spoken words"), kind="small", widest=240)
        self.after = Button(theme, self.tr("Next change"), "chevron", "icon")
        self.accept = Button(theme, self.tr("Keep all"), "check", "small", widest=200)
        self.text = MarkedTextEdit(theme, Change.ADDED)
        self.text.setAccessibleName(self.tr("What was changed here"))
        self.text.setAccessibleDescription(self.tr("Underlined words were added, struck ones were removed."))
        self.text.setFixedHeight(BEFORE_HEIGHT)
        self.back.clicked.connect(self.undo_wanted)
        self.after.clicked.connect(self.stepped)
        self.accept.clicked.connect(self.accepted)
        # Below the sentence, which is long: beside it their words would be cut.
        self.box.addWidget(Flow((self.back, self.accept, self.after), 4))
        self.box.addWidget(self.text)

    def show_changes(self, count: int, before: str, after: str, remark: str) -> None:
        """How many cues were changed; the texts of the one with the cursor, the same where it was not; and
        what was left alone, with the reason."""
        said = [words.changes_words(count)] if count else []
        self.said.setText(" ".join([*said, remark] if remark else said))
        self.setVisible(bool(count or remark))
        is_changed = before != after
        self.back.setVisible(is_changed)
        self.after.setVisible(count > 0)
        self.text.setVisible(is_changed)
        if is_changed:
            self.text.show_runs(in_one(differences(before, after)))


class SpeakerBar(QWidget):
    """Who speaks: `named` carries the name for the chosen cues, `named_onwards` that for all up to the next
    speaker, `renamed` the name for everything that the shown one says."""

    named = Signal(str)
    named_onwards = Signal(str)
    renamed = Signal(str, str)
    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown = ""
        self.field = TextField(theme)
        self.field.setAccessibleName(self.tr("Who speaks"))
        self.field.setPlaceholderText(self.tr("Who speaks?"))
        self._known = QStringListModel(self)
        names = QCompleter(self._known, self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(names)
        self.here = Button(theme, self.tr("Here"), kind="small", widest=200)
        self.onwards = Button(theme, self.tr("From here on"), kind="small", widest=200)
        self.everywhere = Button(theme, self.tr("Rename everywhere"), kind="small", widest=240)
        self.everywhere.hide()
        self.close_bar = Button(theme, self.tr("Close"), "close", "icon")
        self.here.clicked.connect(lambda: self.named.emit(self.name))
        self.onwards.clicked.connect(lambda: self.named_onwards.emit(self.name))
        self.everywhere.clicked.connect(lambda: self.renamed.emit(self._shown, self.name))
        self.close_bar.clicked.connect(self.close_names)
        self.field.returnPressed.connect(self.here.click)
        self._lay_out(theme)
        self.hide()

    @property
    def name(self) -> str:
        """What is written in the field."""
        return " ".join(self.field.text().split())

    def show_speaker(self, speaker: str, known: Sequence[str]) -> None:
        """Who speaks where the cursor is, and the names that there are."""
        if self._known.stringList() != list(known):
            self._known.setStringList(list(known))
        if speaker != self._shown:
            self._shown = speaker
            self.field.setText(speaker)
        self.everywhere.setVisible(bool(speaker))

    def open_names(self) -> None:
        """Come into view, ready to be written in."""
        self.show()
        self.opened.emit()
        self.field.setFocus()
        self.field.selectAll()

    def close_names(self) -> None:
        """Go."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_names()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        line = Reflow(TURN, 4)
        line.row.addWidget(self.field, 1)
        line.row.addWidget(Flow((self.here, self.onwards, self.everywhere), 4))
        box = QHBoxLayout(self)
        margins(box, 0, 0, 0, 0, 8)
        box.addWidget(Glyph(theme, "speaker", "muted", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(line, 1)
        box.addWidget(self.close_bar, 0, Qt.AlignmentFlag.AlignTop)
