"""One dictation of the past: its text in both versions, what is known of it, and what can be done with it.

Looking at the other version changes nothing: the one in use stays so, and has the tick.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.history import Fate, HistoryEntry, Judgement, Version
from app.domain.styles import Styles
from app.domain.transcript import LiveText
from app.services.view import CleanUpStage, CleanUpView
from app.services.view_anew import AnewView
from app.ui import words
from app.ui.buttons import Button
from app.ui.clean_up_tabs import CleanUpTabs
from app.ui.controls import Glyph, label, margins
from app.ui.history_acts import HistoryActs
from app.ui.history_anew import AnewBox
from app.ui.history_replay import ReplayBar, ReplayText
from app.ui.languages import language_name
from app.ui.theme import Theme
from app.ui.told import told

SHORT: Final = 400
"""Lower than this everything but the buttons is kept brief, so that the text can be read."""

_SIGNS: Final = {Fate.NOTHING_HEARD: ("quiet", "muted"), Fate.INTERRUPTED: ("again", "work")}

MOST_LINES: Final = (1, 4)
"""Of the lines about the clean-up and of the facts: where it is short, and elsewhere."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryDetail", text)


def has_two_versions(entry: HistoryEntry) -> bool:
    """Whether there is another text to be looked at than the one in use."""
    record = entry.enhancement
    return bool(record and entry.text and record.shown and record.shown != entry.spoken)


def text_of(entry: HistoryEntry, version: Version) -> str:
    """One of its texts."""
    if version is entry.version or entry.enhancement is None:
        return entry.text
    return entry.enhancement.shown if version is Version.ENHANCED else entry.spoken


def view_of(entry: HistoryEntry) -> CleanUpView:
    """Its clean-up as the tabs are told of it."""
    record = entry.enhancement
    if record is None:
        return CleanUpView(spoken=entry.spoken)
    stage = {
        Judgement.ACCEPTED: CleanUpStage.DONE,
        Judgement.PARTLY: CleanUpStage.PARTLY,
        Judgement.REFUSED: CleanUpStage.REFUSED,
        Judgement.OVERRULED: CleanUpStage.OVERRULED,
    }[record.judgement]
    return CleanUpView(stage, entry.spoken, record.shown, entry.version)


def enhancement_words(entry: HistoryEntry, styles: Mapping[str, str]) -> str:
    """By whom it was cleaned up, or why it was not, or why that is not used. `styles` are titles by name; one
    without a title goes without saying."""
    record = entry.enhancement
    if record is None:
        return told(entry.skipped)
    by = ", ".join(part for part in (record.writer, styles.get(record.style, record.style)) if part)
    parts = [_tr("Cleaned up by %1.").replace("%1", by) if by else _tr("Cleaned up.")]
    verdict = {
        Judgement.PARTLY: _tr("Partly used"),
        Judgement.REFUSED: _tr("Not used"),
        Judgement.OVERRULED: _tr("Used all the same"),
    }.get(record.judgement, "")
    reasons, is_refused = (
        " ".join(map(told, dict.fromkeys(record.reasons))),
        record.judgement is Judgement.REFUSED,
    )
    if verdict:
        parts.append(f"{verdict}: {reasons}" if reasons else f"{verdict}.")
    elif not has_two_versions(entry):
        parts.append(_tr("Nothing had to be changed."))
    if has_two_versions(entry) and entry.version is Version.SPOKEN and not is_refused:
        parts.append(_tr("The spoken text is in use."))
    return " ".join(parts)


class Clamped(QLabel):
    """Wrapped text of at most so many lines; the rest is elided, and the whole is then its tooltip."""

    def __init__(self, kind: str, most: int) -> None:
        super().__init__()
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(True)
        self.setMinimumWidth(1)

    def set_most(self, most: int) -> None:
        """The number of lines, 1 at least."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    @property
    def lines(self) -> list[str]:
        """What is to be read of it."""
        text, width = self.text(), self.contentsRect().width()
        layout = QTextLayout(text, self.font())
        starts: list[int] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        shown = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        if len(starts) > self._most:
            rest = text[starts[self._most - 1] :]
            elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
            shown[self._most - 1 :] = [elided]
        return shown

    def heightForWidth(self, width: int) -> int:
        return min(super().heightForWidth(width), self._most * self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, metrics = self.lines, self.fontMetrics()
        self.setToolTip("" if "".join(shown) == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        rect = self.contentsRect()
        for line in shown:
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line.rstrip())
            rect.setTop(rect.top() + metrics.lineSpacing())


class HistoryDetail(QFrame):
    """The entry chosen in the list."""

    copy_requested = Signal(int)
    insert_requested = Signal(int)
    again_requested = Signal(str, str)
    """The recording, and the model that is to write it down; empty: the one in use."""
    enhance_requested = Signal(str, str)
    """The recording, and the style in which it is to be cleaned up, by its name."""
    anew_chosen = Signal(str, object)
    """The recording, and the `Choice` of its text."""
    delete_requested = Signal(int)
    back_requested = Signal()
    play_requested = Signal(str, float)
    """The recording, and the second from which on it is to be heard."""
    pause_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._entry: HistoryEntry | None = None
        self._styles: dict[str, str] = {}
        self.back = Button(theme, self.tr("Back to the list"), "back", "icon")
        self.when = label("", "title", wrap=True)
        self.glyph = Glyph(theme, "triangle", "live")
        self.problem = label("", "good", wrap=True)
        self.text = ReplayText(theme)
        self.replay = ReplayBar(theme)
        self.anew = AnewBox(theme)
        self._anew: dict[str, AnewView] = {}
        self.text.setAccessibleName(self.tr("Text of the dictation"))
        self.versions = CleanUpTabs(theme)
        self.clean_up = Clamped("hint", MOST_LINES[1])
        self._version, self._is_short = Version.SPOKEN, False
        self.facts = Clamped("hint", MOST_LINES[1])
        self.left_out = label("", "hint", wrap=True)
        self.acts = HistoryActs(theme)
        self.versions.chosen.connect(self._look_at)
        self.replay.play_requested.connect(lambda at: self.play_requested.emit(self.recording, at))
        self.replay.pause_requested.connect(self.pause_requested)
        self.text.clicked.connect(self._play_from)
        self.back.clicked.connect(self.back_requested)
        acts = self.acts
        acts.copy_wanted.connect(lambda: self.copy_requested.emit(self._id))
        acts.insert_wanted.connect(lambda: self.insert_requested.emit(self._id))
        acts.transcribe_wanted.connect(lambda model: self.again_requested.emit(self.recording, model))
        acts.enhance_wanted.connect(lambda style: self.enhance_requested.emit(self.recording, style))
        acts.delete_wanted.connect(lambda: self.delete_requested.emit(self._id))
        self.anew.chosen.connect(lambda choice: self.anew_chosen.emit(self.recording, choice))
        self._lay_out()

    @property
    def _id(self) -> int:
        return self._entry.id if self._entry else 0

    @property
    def recording(self) -> str:
        """The recording that it is of."""
        return self._entry.recording if self._entry else ""

    @property
    def shown_text(self) -> str:
        """The text in view: what Copy and Insert are about."""
        return text_of(self._entry, self._version) if self._entry else ""

    def show_styles(self, styles: Styles) -> None:
        """Their titles are said; of the default one nothing is."""
        self._styles = {style.name: told(style.title) for style in styles.all} | {styles.default.name: ""}
        self.anew.show_titles(self._styles)
        self.acts.show_styles(styles)
        if self._entry:
            self.show_entry(self._entry)

    def show_entry(self, entry: HistoryEntry) -> None:
        """Everything about it; with the text in use, when that is another one than before."""
        before, self._entry = self._entry, entry
        is_other = before is None or entry.id != before.id
        if before is None or is_other or entry.text != before.text or not has_two_versions(entry):
            self._version = entry.version
        if is_other:
            self._leave()
            self.text.show_other(LiveText(self.shown_text))
            self.replay.show_length(entry.seconds)
        self._say_when()
        self._look_at(self._version)
        self.clean_up.setText(enhancement_words(entry, self._styles))
        fate = "" if entry.fate is Fate.WRITTEN else words.fate_words(entry.fate)
        trouble = told(entry.problem) or (fate and fate + ".")
        self.problem.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.glyph.show_icon(*_SIGNS.get(entry.fate, ("triangle", "live")))
        self.facts.setText(self._facts_of(entry))
        self.left_out.setVisible(bool(entry.suppressed))
        self.left_out.setText(self.tr("Left out: %1").replace("%1", entry.suppressed))
        self.acts.show_entry(entry)
        self._show_texts()

    def show_replay(self, recording: str, seconds: float | None) -> None:
        """That recording is heard at that second; None: it is silent."""
        if recording != self.recording:
            return
        begins = not self.replay.has_begun
        self.replay.show_place(seconds)
        if begins:
            self._time_words()
        self.text.show_heard(seconds)

    def show_models(self, names: tuple[str, ...]) -> None:
        """The models that are on this computer."""
        self.acts.show_models(names)

    def show_anew(self, recording: str, anew: AnewView | None) -> None:
        """That recording is written down once more, or was; None: there is nothing to choose."""
        if anew is None:
            self._anew.pop(recording, None)
        else:
            self._anew[recording] = anew
        if recording == self.recording:
            self._show_texts()

    def _show_texts(self) -> None:
        """The text, or both while the user has to choose."""
        entry = self._entry
        if entry is None:
            return
        anew = self._anew.get(entry.recording) if entry.recording else None
        focus = self.window().focusWidget()
        self.anew.show_anew(anew)
        has_failed, is_compared = anew is not None and anew.trouble is not None, self.anew.is_compared
        is_busy = anew is not None and not has_failed
        if is_busy and focus in (self.acts.buttons if is_compared else self.acts.makers):
            # One that is disabled or hidden would pass the keyboard on to the next, which deletes.
            (self.anew.first_button or (self.text if entry.text else self.replay.play)).setFocus()
        self.acts.show_busy(is_busy, has_failed=has_failed)
        self.text.setVisible(bool(entry.text) and not is_compared)
        # Where it has but words, the room is the old text's.
        self._box.setStretchFactor(self.anew, int(self.anew.has_text))
        self.versions.setVisible(has_two_versions(entry) and not is_compared)
        # What both texts need is taken from what is about the old one.
        is_cramped = is_compared and self._is_short
        self.replay.setVisible(entry.has_audio and not is_cramped)
        self.clean_up.setVisible(bool(self.clean_up.text()) and not is_cramped)
        self.facts.setVisible(not is_cramped)
        self.acts.setVisible(not is_compared)
        if anew is None and focus is not None and self.anew.isAncestorOf(focus):
            self.text.setFocus()

    def toggle_replay(self) -> None:
        """Play or pause, where there is a recording."""
        if self._entry and self._entry.has_audio:
            self.replay.toggle()

    def _leave(self) -> None:
        """Another entry is looked at: the one before falls silent."""
        if self.replay.is_playing:
            self.pause_requested.emit()
        self.text.use_words(None)

    def _play_from(self, offset: int) -> None:
        seconds = self.text.seconds_at(offset) if self.replay.has_begun else None
        if seconds is not None:
            self.play_requested.emit(self.recording, seconds)

    def _time_words(self) -> None:
        """When the words in view are heard, once they are to be."""
        entry = self._entry
        if entry and self.replay.has_begun:
            from app.domain.word_timing import timed

            cue = timed(entry.timing, entry.heard, self.shown_text, entry.seconds)
            self.text.use_words(cue if cue.text == self.shown_text else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        short = self.height() < SHORT
        if short != self._is_short:
            self._is_short = short
            for line in (self.clean_up, self.facts):
                line.set_most(MOST_LINES[0] if short else MOST_LINES[1])
            self._box.setSpacing(4 if short else 8)
            self.anew.set_short(short)
            self.acts.set_short(short)
            self._say_when()
            self._show_texts()

    def _say_when(self) -> None:
        if self._entry:
            now, long = QDateTime.currentDateTime(), not self._is_short
            self.when.setText(words.moment_words(self._entry.begun, now, long=long))

    def _look_at(self, version: Version) -> None:
        self._version = version
        if self._entry:
            self.versions.show_clean_up(view_of(self._entry), version)
        self.text.show_text(LiveText(self.shown_text))
        self._time_words()

    def _facts_of(self, entry: HistoryEntry) -> str:
        parts = []
        if entry.language:
            share = self.tr("%1 %").replace("%1", str(round(entry.language_probability * 100)))
            parts.append(f"{language_name(entry.language)} ({share})")
        parts.append(entry.model)
        parts.append(self.tr("%1 of speech").replace("%1", words.duration_words(entry.seconds)))
        if entry.times.wait is not None:
            parts.append(self.tr("%1 wait").replace("%1", words.seconds_words(entry.times.wait)))
        if entry.times.cleaned is not None and entry.times.written is not None:
            seconds = words.seconds_words(entry.times.cleaned - entry.times.written)
            parts.append(self.tr("%1 clean-up").replace("%1", seconds))
        if entry.target:
            parts.append(self.tr("for %1").replace("%1", entry.target))
        if not entry.has_audio:
            parts.append(self.tr("no recording kept"))
        return " · ".join(part for part in parts if part)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.when, 1)
        self.trouble = QWidget()
        row = QHBoxLayout(self.trouble)
        row.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.problem, 1)
        # All words stand in one line below each other: the text's own frame takes six pixels.
        margins(head, 6, 0, 6, 0, 4)
        margins(row, 6, 0, 6, 0, 8)
        for words_ in (self.left_out, self.clean_up, self.facts, self.acts):
            words_.setContentsMargins(6, 0, 6, 0)
        # However little room there is, a line can be read.
        self.text.setMinimumHeight(44)
        self._box = box = QVBoxLayout(self)
        margins(box, 6, 12, 6, 12, 8)
        box.addLayout(head)
        box.addWidget(self.trouble)
        box.addWidget(self.versions)
        box.addWidget(self.text, 1)
        box.addWidget(self.anew, 1)
        box.addStretch()
        box.addWidget(self.replay)
        box.addWidget(self.left_out)
        box.addWidget(self.clean_up)
        box.addWidget(self.facts)
        box.addWidget(self.acts)
