"""The row of a hotkey: the keys are pressed, not written."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.domain.keys import Chord, KeyAction
from app.domain.problems import HotkeyInvalid
from app.ui.buttons import Button
from app.ui.chord_field import ChordField
from app.ui.settings_rows import Entry, Place, Row
from app.ui.theme import Theme
from app.ui.words import chord_words


class ChordRow(Row):
    """A hotkey. `others` are rows whose keys it may not have as well."""

    def __init__(
        self,
        theme: Theme,
        place: Place,
        title: str,
        hint: str,
        action: KeyAction,
        others: Sequence[ChordRow] = (),
        *,
        may_be_empty: bool = False,
    ) -> None:
        self.field = field = _OptionalChord(theme, action) if may_be_empty else ChordField(theme, action)
        entry = Entry(field, lambda: field.chord, lambda value: field.show_chord(str(value)))
        super().__init__(place, title, hint, entry)
        self._others = others
        if may_be_empty:
            self._add_clear(theme)
        self._beside.addStretch(1)
        self.field.changed.connect(self._taken)
        self.field.refused.connect(self.tell)

    def value_words(self, value: object) -> str:
        try:
            return chord_words(Chord.parse(str(value)).label(sys.platform)) if value else self.tr("None")
        except HotkeyInvalid:
            return str(value)

    def fault(self) -> str:
        same = next((other for other in self._others if other.value == self.value and self.value), None)
        if same is None:
            return ""
        return self.tr("“%1” has this key already.").replace("%1", same.control.accessibleName())

    def show_value(self, value: object) -> None:
        super().show_value(value)
        self._allow_clearing()

    def _add_clear(self, theme: Theme) -> None:
        self._clear = Button(theme, self.tr("No key"), "close", "icon")
        self._clear.clicked.connect(self._emptied)
        self.add_beside(self._clear)

    def _emptied(self) -> None:
        self.field.show_chord("")
        # A hidden button would hand the focus to whatever comes next.
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._taken()

    def _taken(self) -> None:
        self.tell("")
        self._allow_clearing()
        self.changed.emit()

    def _allow_clearing(self) -> None:
        if isinstance(self.field, _OptionalChord):
            self._clear.setVisible(bool(self.field.chord))


class _OptionalChord(ChordField):
    """A chord, or none."""

    def _write(self) -> None:
        super()._write()
        if not self.chord and not self._is_recording:
            self.setText(self.tr("None"))
            self.setAccessibleDescription(self.text())
