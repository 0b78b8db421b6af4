"""A dictation that gets a new text: what is going on, then both texts in one, and the choice of one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.differences import Change, differences, in_one
from app.domain.problems import Action
from app.domain.transcript import LiveText
from app.services.view_anew import AnewView, Choice, CleanedAnew
from app.ui import words
from app.ui.buttons import Button
from app.ui.clean_up_words import writer_words
from app.ui.controls import Glyph, Tick, label, margins
from app.ui.flow import Flow
from app.ui.marked_text import MarkedTextEdit
from app.ui.theme import Theme
from app.ui.told import told

_BELOW = (Action.ENHANCE_AGAIN, Action.TRANSCRIBE_AGAIN, Action.RECOVER)
"""What a problem may offer that stands among the buttons of the entry anyway."""


class AnewBox(QWidget):
    """`chosen` carries the `Choice` of a text, `acted` the `Notice` whose button was pressed."""

    chosen = Signal(object)
    acted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._anew: AnewView | None = None
        self._titles: Mapping[str, str] = {}
        self._is_short = False
        self.glyph = Glyph(theme, "again", "work", 18)
        self.said = label("", "good", wrap=True)
        self.text = MarkedTextEdit(theme, Change.ADDED)
        self.text.setAccessibleName(self.tr("The new text beside the old one"))
        self.text.setAccessibleDescription(
            self.tr("Underlined words are new, struck ones are the old text's.")
        )
        self.text.setMinimumHeight(44)
        self.whole = Tick(theme, self.tr("With what would not be used"))
        self.use = Button(theme, self.tr("Use the new text"), "check", "primary")
        self.keep = Button(theme, self.tr("Keep the old one"))
        self.act = Button(theme, "")
        self.buttons = Flow((self.use, self.act, self.keep))
        self.whole.toggled.connect(lambda _: self._show())
        self.use.clicked.connect(lambda: self.chosen.emit(self._choice))
        self.keep.clicked.connect(lambda: self.chosen.emit(Choice.OLD))
        self.act.clicked.connect(self._act)
        self._lay_out()
        self.hide()

    @property
    def is_compared(self) -> bool:
        """Whether both texts are in view."""
        return self._anew is not None and self._anew.new is not None

    @property
    def has_text(self) -> bool:
        """Whether there is a text, whole or growing, beside the words about it."""
        return not self.text.isHidden()

    @property
    def first_button(self) -> Button | None:
        """The one that the keyboard is to be at."""
        advised, other = (self.keep, self.use) if self._is_refused else (self.use, self.keep)
        return next((each for each in (advised, self.act, other) if not each.isHidden()), None)

    def show_anew(self, anew: AnewView | None) -> None:
        """Where it stands; None: there is nothing to choose."""
        if anew != self._anew:
            before, self._anew = self._anew, anew
            if anew is None or before is None or anew.new != before.new:
                self.whole.setChecked(False)
        self._show()

    def show_titles(self, titles: Mapping[str, str]) -> None:
        """Of the styles, by their names; one without a title goes without saying."""
        self._titles = titles
        self._show()

    def set_short(self, is_short: bool) -> None:
        """There is little room: a text that grows is not shown before it is whole."""
        self._is_short = is_short
        self._show()

    # --- how ---

    @property
    def _is_refused(self) -> bool:
        """By the guard: the old text is advised."""
        cleaned = self._anew.cleaned if self._anew else None
        return cleaned is not None and cleaned.is_refused

    @property
    def _choice(self) -> Choice:
        """What the button is about."""
        return Choice.WHOLE if self._is_refused or self.whole.isChecked() else Choice.NEW

    def _show(self) -> None:
        anew = self._anew
        self.setVisible(anew is not None)
        if anew is None:
            return
        cleaned, trouble = anew.cleaned or CleanedAnew(), anew.trouble
        self.whole.setVisible(bool(cleaned.whole))
        new = cleaned.whole if self.whole.isChecked() else anew.new
        self.said.setText(self._words(anew, new))
        self.glyph.show_icon(*self._shape(anew))
        self._show_text(anew.old, new, cleaned.written)
        self.use.setVisible(bool(new) and new != anew.old)
        anyway = self._choice is Choice.WHOLE
        self.use.setText(self.tr("Use it all the same") if anyway else self.tr("Use the new text"))
        self.use.set_kind("" if self._is_refused else "primary")
        self.keep.set_kind("primary" if self._is_refused else "")
        self.keep.setVisible(anew.cleaned is not None or not anew.is_busy)
        if anew.is_busy:
            self.keep.show_as(self.tr("Stop"), "stop")
        elif self.use.isHidden():
            self.keep.show_as(self.tr("Close"), "")
        else:
            self.keep.show_as(self.tr("Keep the old one"), "")
        self.act.setVisible(trouble is not None and trouble.action not in (None, *_BELOW))
        if trouble is not None and trouble.action is not None:
            self.act.setText(words.action_words(trouble.action))
        self.buttons.setVisible(bool(self.buttons.shown))

    def _show_text(self, old: str, new: str | None, growing: str) -> None:
        self.text.setVisible(bool(new) or (bool(growing) and new is None and not self._is_short))
        if new:
            self.text.show_runs(in_one(differences(old, new)))
        else:
            self.text.show_text(LiveText("", growing), follow=True)

    def _shape(self, anew: AnewView) -> tuple[str, str]:
        cleaned = anew.cleaned
        if anew.trouble is not None:
            return "triangle", "live"
        if cleaned is None:
            return "again", "work"
        if cleaned.is_refused:
            return "triangle", "live"
        return ("info", "accent") if cleaned.reasons else ("enhance", "work")

    def _words(self, anew: AnewView, new: str | None) -> str:
        if anew.trouble is not None:
            return f"{told(anew.trouble.sentence)} {told(anew.trouble.remedy)}".strip()
        if new is None:
            return self._busy_words(anew)
        reasons = " ".join(map(told, anew.cleaned.reasons)) if anew.cleaned else ""
        if self._choice is Choice.WHOLE:
            return self.tr("This would not be used: %1").replace("%1", reasons)
        if reasons:
            return self.tr("Some of it stays as it was spoken: %1").replace("%1", reasons)
        if new == anew.old:
            return self.tr("%1 wrote the same.").replace("%1", self._writer(anew))
        pattern = self.tr("So %1 wrote it. Underlined is new, struck was before.")
        return pattern.replace("%1", self._writer(anew))

    def _busy_words(self, anew: AnewView) -> str:
        cleaned = anew.cleaned
        if cleaned is None:
            if not anew.model:
                return self.tr("Writing it down once more …")
            return self.tr("Writing it down with %1 …").replace("%1", anew.model)
        if cleaned.is_waiting:
            return self.tr("What you are saying comes first; then it is tidied up.")
        if cleaned.loading:
            return self.tr("Loading %1 …").replace("%1", writer_words(cleaned.loading))
        if title := self._titles.get(cleaned.style, cleaned.style):
            return self.tr("Tidying it up in the style “%1” …").replace("%1", title)
        return self.tr("Tidying it up once more …")

    def _writer(self, anew: AnewView) -> str:
        """Who wrote, and in which style."""
        if anew.cleaned is None:
            return anew.model
        writer, title = writer_words(anew.model), self._titles.get(anew.cleaned.style, anew.cleaned.style)
        return f"{writer} ({title})" if title else writer

    def _act(self) -> None:
        if self._anew is not None and self._anew.trouble is not None:
            self.acted.emit(self._anew.trouble)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        margins(head, 6, 0, 6, 0, 8)
        head.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said, 1)
        foot = QVBoxLayout()
        margins(foot, 6, 0, 6, 0, 4)
        foot.addWidget(self.whole)
        foot.addWidget(self.buttons)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 8)
        box.addLayout(head)
        box.addWidget(self.text, 1)
        box.addLayout(foot)
