"""Where something is kept, how much of it, the way there, and the way to be rid of it.

Before anything goes it is asked once more, in the line itself: whoever does not answer loses nothing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from app.domain.privacy import Amount, Kept
from app.services.privacy_events import KeptRemoved
from app.ui.buttons import Button
from app.ui.controls import Line, Outcome, Reflow, label
from app.ui.privacy_words import amount_words, kept_words, removal_words, removed_words
from app.ui.question import Question
from app.ui.settings_field import Field
from app.ui.theme import Theme

_ACTS_TURN = 330
"""Narrower than this, the buttons stand below each other."""


class PlaceLine(Field):
    """One place. It is shown once it is known where that is."""

    remove_wanted = Signal(object)
    """The `Kept` that the user wants to be rid of, after he was asked."""

    def __init__(self, theme: Theme, kept: Kept) -> None:
        self.kept = kept
        self.path = Path()
        title, hint = kept_words(kept)
        act, self._sentence = removal_words(kept)
        self.open = Button(theme, self.tr("Open folder"), "folder")
        self.remove = Button(theme, act)
        acts = Reflow(_ACTS_TURN, 8)
        for button in (self.open, self.remove):
            acts.row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        acts.row.addStretch(1)
        super().__init__(title, hint, acts)
        self.title.setBuddy(self.open)
        self.open.setAccessibleName(self.tr("Open the folder: %1").replace("%1", title))
        self.open.setAccessibleDescription(hint)
        self.remove.setAccessibleName(f"{act}: {title}")
        self.remove.setEnabled(False)
        self.amount = label("", "good", wrap=True)
        self.shown = Line("hint")
        self.question = Question(theme, title)
        self.told = Outcome(theme, "good")
        for each in (self.amount, self.shown, self.question, self.told):
            self.add_below(each)
        self.amount.hide()
        self.remove.clicked.connect(self._ask)
        self.question.left.connect(lambda: self.remove.setFocus(Qt.FocusReason.OtherFocusReason))
        self.set_offered(False)

    @property
    def words(self) -> str:
        parts = (self.title.text(), super().words, self.remove.text(), self.shown.text())
        return " ".join(parts)

    def show_path(self, path: Path) -> None:
        """It is kept there."""
        self.path = path
        self.shown.setText(str(path))
        self.set_offered(True)

    def show_amount(self, amount: Amount) -> None:
        """How much there is."""
        self.amount.setText(amount_words(self.kept, amount))
        self.amount.show()
        is_something = bool(amount.count or amount.bytes) or self.kept is Kept.SETTINGS
        if not is_something and self.remove.hasFocus():
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove.setEnabled(is_something)

    def show_removed(self, event: KeptRemoved) -> None:
        """What came of it."""
        shape = ("triangle", "live") if event.problem else ("check", "done")
        self.told.say(removed_words(event), *shape)
        self.show_amount(event.left)

    def _ask(self) -> None:
        self.told.say("")
        self.question.ask(self._sentence, self.remove.text(), lambda: self.remove_wanted.emit(self.kept))
