"""Rows of the settings page for text: one line, a list with one item on each line, and an instruction.

What a row was told to show is what it says until the user changes it, however the settings file spells it:
otherwise a blank at the end of a line would count as a change that nobody made.
"""

from __future__ import annotations

from collections.abc import Callable

from app.ui.controls import label
from app.ui.settings_rows import Entry, Place, Row
from app.ui.text_box import TextBox, TextField
from app.ui.theme import Theme


class TextRow(Row):
    """A text of one line. `right` says what would be right."""

    def __init__(self, theme: Theme, place: Place, title: str, hint: str, right: str) -> None:
        self.field = field = TextField(theme)
        super().__init__(
            place, title, hint, Entry(field, field.text, lambda value: field.setText(str(value)))
        )
        self._right = right
        field.textChanged.connect(self.changed)

    def range_words(self) -> str:
        return self._right


class LinesRow(Row):
    """A list of texts, one on each line; empty lines do not count.

    Args:
        lines: that are in view.
        refused: for one line, what is wrong with it, or empty; the first such line is named.
        example: shown while there is nothing.
    """

    def __init__(
        self,
        theme: Theme,
        place: Place,
        title: str,
        hint: str,
        refused: Callable[[str], str],
        example: str = "",
        *,
        lines: int = 5,
    ) -> None:
        self.box = box = TextBox(theme, lines)
        box.setPlaceholderText(example)
        self._refused = refused
        self._told: tuple[str, ...] = ()
        self._told_text = ""
        super().__init__(place, title, hint, Entry(box, self._read, self._show))
        box.textChanged.connect(self.changed)

    def value_words(self, value: object) -> str:
        return ", ".join(map(str, value)) if isinstance(value, tuple) and value else super().value_words("")

    def range_words(self) -> str:
        for number, line in enumerate(self.box.toPlainText().split("\n"), start=1):
            if line.strip() and (wrong := self._refused(line.strip())):
                return self.tr("Line %1: %2").replace("%1", str(number)).replace("%2", wrong)
        return super().range_words()

    def _read(self) -> object:
        text = self.box.toPlainText()
        if text == self._told_text:
            return self._told
        return tuple(line.strip() for line in text.split("\n") if line.strip())

    def _show(self, value: object) -> None:
        lines = tuple(map(str, value)) if isinstance(value, tuple) else ()
        if lines == self._read():
            return
        self._told, self._told_text = lines, "\n".join(lines)
        # Setting it may read a line break of another kind, and what was told is known by its text.
        self.box.setPlainText(self._told_text)
        self._told_text = self.box.toPlainText()


class InstructionRow(Row):
    """A text of at most `most` characters, with how many there are; empty stands for a text of its own."""

    def __init__(self, theme: Theme, place: Place, title: str, hint: str, most: int) -> None:
        self.box = box = TextBox(theme, 4)
        self._most = most
        super().__init__(place, title, hint, Entry(box, box.toPlainText, self._show))
        self.count = label("", "hint")
        self.add_below(self.count)
        box.textChanged.connect(self._changed)
        self._changed()

    def range_words(self) -> str:
        over = len(self.box.toPlainText()) - self._most
        return self.tr("%1 characters too long.").replace("%1", str(over))

    def _show(self, value: object) -> None:
        if value != self.box.toPlainText():
            self.box.setPlainText(str(value))

    def _changed(self) -> None:
        counted = self.tr("%1 of %2 characters").replace("%1", str(len(self.box.toPlainText())))
        self.count.setText(counted.replace("%2", str(self._most)))
        self.changed.emit()
