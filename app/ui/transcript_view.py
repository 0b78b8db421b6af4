"""The text of a transcript with all that is shown of it: what is heard now, found, in doubt, cleaned up.

While sound is played the text follows it, gently and only as long as the place that is heard is in view: who
scrolls away or writes elsewhere is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip

from app.domain.cue_words import spans, word_at
from app.domain.differences import Change, differences
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.transcript_find import Place
from app.ui import transcript_words as words
from app.ui.directions import is_mirrored
from app.ui.live_text import units
from app.ui.theme import Theme
from app.ui.transcript_marks import BAND, Mark, MarkPainter, Marks
from app.ui.transcript_text import TranscriptText

Before: TypeAlias = dict[tuple[float, float], str]
"""Texts by the beginning and the end of their cues, which a clean-up leaves alone."""

WIDEST: Final = 940
"""Logical pixels of the text with its times: longer lines are hard to read."""

FOLLOW_MS: Final = 160
ROOM: Final = 0.25
"""Share of the height that is kept free above and below what is heard, where the text is moved for it."""


class TranscriptView(TranscriptText):
    """`menu_wanted` carries the place on the screen where a menu is wanted."""

    menu_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._painter = MarkPainter(theme)
        self._marks = Marks()
        self._found: tuple[Place, ...] = ()
        self._found_here: Place | None = None
        self._before: Before = {}
        self._marked: dict[tuple[str, str], list[tuple[int, int, Mark]]] = {}
        self._doubts_at: dict[int, list[Doubt]] = {}
        self._doubts_of: tuple[object, object] = ((), ())
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(FOLLOW_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        theme.changed.connect(self.viewport().update)
        self.cursorPositionChanged.connect(self._describe)

    @property
    def heard(self) -> int | None:
        """The cue that is being played."""
        return self._marks.heard

    @property
    def heard_word(self) -> str:
        """The word that is being played, where that is known."""
        cue, part = self._marks.heard, self._marks.heard_part
        if cue is None or part is None or cue >= len(self.shown.cues):
            return ""
        raw = self.shown.cues[cue].text.encode("utf-16-le", "surrogatepass")
        return raw[2 * part[0] : 2 * part[1]].decode("utf-16-le", "surrogatepass")

    def show_transcript(self, transcript: FileTranscript) -> int | None:
        follows = bool(self.shown.cues) and not self.is_editable and self._is_at_end()
        changed = super().show_transcript(transcript)
        self._painter.whole = words.length_of(transcript)
        if follows and changed is not None:
            # Qt lays long documents out bit by bit: the end is known only when all is done.
            self.document().documentLayout().documentSize()
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        return changed

    def show_heard(self, seconds: float | None) -> None:
        """Sound is heard at that second; None where nothing is played."""
        before = self._marks.heard, self._marks.heard_part
        follows = before[0] is None or self._is_in_view(before[0])
        self._marks.heard = None if seconds is None else self.cue_at(seconds)
        self._marks.heard_part = None if seconds is None else self._part_at(seconds)
        self.is_playing = seconds is not None
        if (self._marks.heard, self._marks.heard_part) == before:
            return
        if self._marks.heard not in (None, before[0]) and follows and self._marks.heard is not None:
            self.bring_into_view(self._marks.heard)
        self.viewport().update()

    def show_found(self, places: Sequence[Place], here: Place | None) -> None:
        """What a search has found, and the place that is stepped to."""
        self._found, self._found_here = tuple(places), here
        self.viewport().update()

    def show_before(self, texts: Before) -> None:
        """The texts that cues had before they were cleaned up: what differs is marked."""
        self._before = texts
        self._marked.clear()
        self.viewport().update()

    def doubts_at(self, cue: int) -> tuple[Doubt, ...]:
        """Those that concern a cue; one between two cues concerns the one behind it, or the last."""
        doubts, cues = self.shown.doubts, self.shown.cues
        if self._doubts_of[0] is not cues or self._doubts_of[1] is not doubts:
            self._doubts_of = cues, doubts
            self._doubts_at = {}
            for doubt in doubts:
                for number in self._cues_of(doubt):
                    self._doubts_at.setdefault(number, []).append(doubt)
        return tuple(self._doubts_at.get(cue, ()))

    def marks_in(self, cue: int) -> list[tuple[int, int, Mark]]:
        """What is marked in a cue that has been drawn, in units of UTF-16."""
        return list(self._marks.parts.get(cue, ()))

    def cue_of(self, doubt: Doubt) -> int | None:
        """The first cue that a doubt concerns."""
        return next(iter(self._cues_of(doubt)), None)

    def bring_into_view(self, cue: int) -> None:
        """Scroll to a cue, gently, if it is not in view with some room round it."""
        if not 0 <= cue < len(self.shown.cues):
            return
        # Qt lays long documents out bit by bit, and the bar knows only what is laid out.
        self.document().documentLayout().documentSize()
        place, height, bar = self.place_of(cue), self.viewport().height(), self.verticalScrollBar()
        room = min(height * ROOM, max(0.0, (height - place.height()) / 2))
        if place.top() >= BAND and place.bottom() <= height - room:
            return
        self._glide.stop()
        goal = min(bar.maximum(), max(0, round(bar.value() + place.top() - room)))
        is_near = abs(goal - bar.value()) < 2 * height
        if not self._theme.motion or not is_near:
            bar.setValue(goal)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(goal)
        self._glide.start()

    # --- Qt's ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = self.viewport().width() > WIDEST
        mode = self.LineWrapMode.FixedPixelWidth if is_wide else self.LineWrapMode.WidgetWidth
        if mode is not self.lineWrapMode():
            self.setLineWrapMode(mode)
            self.setLineWrapColumnOrWidth(WIDEST if is_wide else 0)
        super().resizeEvent(event)
        self._keep_beginning()

    def paintEvent(self, event: QPaintEvent) -> None:
        cues = self.shown.cues
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.use_font(self.font())
        self._painter.width = float(self.viewport().width())
        first = self.cue_under(0.0) if cues else 0
        block, bottom = self.document().findBlockByNumber(first), self.viewport().height()
        for number in range(first, min(len(cues), self.document().blockCount())):
            place = self.place_of(number)
            if place.top() - self._above(number) > bottom:
                break
            self._mark(number, cues[number])
            head = (cues[number].speaker or words.unnamed_speaker()) if self.head_of(number) else None
            self._painter.draw(painter, block, place, cues[number], head, self._marks)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.shown.cues:
            cue = self.cue_under(event.pos().y())
            told = [words.doubt_words(doubt) for doubt in self.doubts_at(cue)]
            if self.is_gutter(event.pos().x()):
                told.append(self.tr("Click to play from here"))
            QToolTip.showText(event.globalPos(), "\n".join(dict.fromkeys(told)), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(at))
        self.menu_wanted.emit(event.globalPos())

    # --- how ---

    def _keep_beginning(self) -> None:
        """In a wide window that runs from right to left, the lines begin at its right; Qt's begin at 0."""
        held = self.viewportMargins()
        whole = self.maximumViewportSize().width() + held.left() + held.right()
        beside = max(0, whole - WIDEST) if is_mirrored() else 0
        if beside != held.left():
            self.setViewportMargins(beside, 0, 0, 0)

    def _describe(self) -> None:
        """Times, names and triangles are drawn beside the text; a screen reader is told of them here."""
        if self.cue < len(self.shown.cues):
            told = words.cue_words(self.shown.cues[self.cue], self.doubts_at(self.cue), self._painter.whole)
            if told != self.accessibleDescription():
                self.setAccessibleDescription(told)

    def _is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    def _is_in_view(self, cue: int) -> bool:
        if cue >= len(self.shown.cues):
            return False
        place = self.place_of(cue)
        is_gliding = self._glide.state() is QPropertyAnimation.State.Running
        return is_gliding or (place.bottom() > 0 and place.top() < self.viewport().height())

    def _part_at(self, seconds: float) -> tuple[int, int] | None:
        number = self.cue_at(seconds)
        if number is None:
            return None
        cue = self.shown.cues[number]
        places, word = spans(cue), word_at(cue, seconds)
        return _in_units(cue.text, *places[word]) if places and word is not None else None

    def _cues_of(self, doubt: Doubt) -> list[int]:
        cues = self.shown.cues
        if not cues:
            return []
        number = max(0, self.cue_at(doubt.start) or 0)
        over = []
        while number < len(cues) and cues[number].start < max(doubt.end, doubt.start + 1e-6):
            if cues[number].end > doubt.start:
                over.append(number)
            number += 1
        return over or [min(number, len(cues) - 1)]

    def _mark(self, number: int, cue: Cue) -> None:
        """Find out what is marked in a cue that comes into view."""
        doubts = self.doubts_at(number)
        parts = [(*_in_units(cue.text, *part), Mark.DOUBT) for part in _in_doubt(cue, doubts)]
        before = self._before.get((cue.start, cue.end), cue.text)
        if before != cue.text:
            parts += self._added(before, cue.text)
        for place in self._found_in(number):
            here = Mark.FOUND_HERE if place == self._found_here else Mark.FOUND
            parts.append((*_in_units(cue.text, place.start, place.end), here))
        self._marks.parts.pop(number, None)
        if parts:
            self._marks.parts[number] = parts
        (self._marks.doubtful.add if doubts else self._marks.doubtful.discard)(number)

    def _found_in(self, number: int) -> list[Place]:
        at, found = bisect_left(self._found, Place(number, 0, 0)), []
        while at < len(self._found) and self._found[at].cue == number:
            found.append(self._found[at])
            at += 1
        return found

    def _added(self, before: str, text: str) -> list[tuple[int, int, Mark]]:
        known = self._marked.get((before, text))
        if known is None:
            at, known = 0, list[tuple[int, int, Mark]]()
            for run in differences(before, text):
                if run.change is Change.ADDED and run.text.strip():
                    known.append((*_in_units(text, at, at + len(run.text.rstrip())), Mark.ADDED))
                at += len(run.text) if run.change is not Change.REMOVED else 0
            self._marked[before, text] = known
        return known


def _in_units(text: str, start: int, end: int) -> tuple[int, int]:
    """A part of a text in units of UTF-16, as Qt counts."""
    return units(text[:start]), units(text[:end])


def _in_doubt(cue: Cue, doubts: Sequence[Doubt]) -> list[tuple[int, int]]:
    """The parts of a cue's text that are in doubt: its words of that time, or all of it where the times of
    words are not known. Where text is missing, or was left out, none of it is."""
    parts, places = [], spans(cue)
    for doubt in doubts:
        if doubt.kind in (DoubtKind.MISSING, DoubtKind.INVENTED):
            continue
        inside = [
            place
            for word, place in zip(cue.words, places, strict=False)
            if word.start < doubt.end and word.end > doubt.start
        ]
        if inside:
            parts.append((inside[0][0], inside[-1][1]))
        elif not places:
            parts.append((0, len(cue.text)))
    return parts
