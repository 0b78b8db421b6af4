"""The rows of the settings page: a title, a control, a hint that explains the choice, and what is wrong.

A row holds one field of one part of `app.domain.settings.Settings`. It knows how to show and to read the
value, and nothing of whether it is right: that is asked of the frozen part when the page builds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.keys import KeyAction
from app.ui.chord_field import ChordField
from app.ui.controls import Choice, NumberBox, Reflow, Tick, label, margins, restyle
from app.ui.theme import Theme

TURN: Final = 440
TITLE_WIDTH: Final = 168


@dataclass(frozen=True, slots=True)
class Place:
    """Which field a row holds: the part's name in Settings, and the field's in the part."""

    part: str
    field: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its value, its name, and what choosing it means."""

    value: object
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """The control of a row, and how its value is read and shown."""

    control: QWidget
    read: Callable[[], object]
    show: Callable[[object], None]


class Row(QWidget):
    """Title, control, hint and error; the title stands above the control where there is little room."""

    changed = Signal()

    def __init__(self, place: Place, title: str, hint: str, entry: Entry) -> None:
        super().__init__()
        self.place = place
        self.control = control = entry.control
        self._entry = entry
        self.title = label(title, wrap=True)
        self.hint = label(hint, "hint", wrap=True)
        self.error = label("", "error", wrap=True)
        self.title.setBuddy(control)
        control.setAccessibleName(title.replace("&", ""))
        self.set_hint(hint)
        self.error.hide()
        self._lay_out()

    @property
    def value(self) -> object:
        """What the control says."""
        return self._entry.read()

    def show_value(self, value: object) -> None:
        """Let the control say `value`."""
        self._entry.show(value)

    def set_hint(self, hint: str) -> None:
        """What the choice means."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(hint)

    def tell(self, error: str) -> None:
        """What is wrong with the value, or empty."""
        self.error.setText(error)
        self.error.setVisible(bool(error))
        self.control.setProperty("wrong", bool(error))
        restyle(self.control)
        if error:
            self.control.setAccessibleDescription(error)

    def range_words(self) -> str:
        """What would be right, when the value is not."""
        return self.tr("This cannot be used here.")

    def add_beside(self, widget: QWidget) -> None:
        """Another control to the right."""
        self._beside.addWidget(widget)

    def _lay_out(self) -> None:
        self._body = body = Reflow(TURN)
        body.turned.connect(self._turn)
        column = QVBoxLayout()
        margins(column, 0, 0, 0, 0, 4)
        self._beside = QHBoxLayout()
        margins(self._beside, 0, 0, 0, 0, 8)
        self._beside.addWidget(self.control)
        column.addLayout(self._beside)
        column.addWidget(self.error)
        column.addWidget(self.hint)
        body.row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        body.row.addLayout(column, 1)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(body)
        self._turn(False)

    def _turn(self, is_column: bool) -> None:
        self._body.row.setSpacing(4 if is_column else 16)
        self.title.setMinimumWidth(1 if is_column else TITLE_WIDTH)
        self.title.setMaximumWidth(16_777_215 if is_column else TITLE_WIDTH)
        # Beside its control, the title stands on the control's own line of text.
        self.title.setContentsMargins(0, 0 if is_column else 7, 0, 0)


class ChoiceRow(Row):
    """One of several."""

    def __init__(self, theme: Theme, place: Place, title: str, options: Sequence[Option] = ()) -> None:
        self.choice = choice = Choice(theme)
        super().__init__(place, title, "", Entry(choice, lambda: choice.value, choice.choose))
        self._hints: dict[object, str] = {}
        self._note = ""
        self.offer(options)
        self.choice.currentIndexChanged.connect(self._chosen)

    def offer(self, options: Sequence[Option]) -> None:
        """Exactly these; what was chosen stays chosen."""
        chosen, was_blocked = self.choice.value, self.choice.blockSignals(True)
        self.choice.clear()
        self._hints = {option.value: option.hint for option in options}
        for option in options:
            self.choice.add(option.value, option.name)
        if chosen is not None:
            self.choice.choose(chosen)
        self.choice.blockSignals(was_blocked)
        self._explain()

    def set_note(self, note: str) -> None:
        """What is added to the hint of whatever is chosen."""
        if note != self._note:
            self._note = note
            self._explain()

    def _chosen(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        self.set_hint(f"{self._hints.get(self.choice.value, '')} {self._note}".strip())


class NumberRow(Row):
    """A number; `whole` ones are read as int."""

    def __init__(self, place: Place, title: str, hint: str, box: NumberBox) -> None:
        def show(value: object) -> None:
            if isinstance(value, int | float):
                box.setValue(value)

        def read() -> object:
            return box.value() if box.decimals() else round(box.value())

        self.box = box
        super().__init__(place, title, hint, Entry(box, read, show))
        self._beside.addStretch(1)
        box.valueChanged.connect(self.changed)

    def range_words(self) -> str:
        low, high = (
            self.box.locale().toString(float(each), "g", 6) for each in (self.box.low, self.box.high)
        )
        return self.tr("Between %1 and %2.").replace("%1", low).replace("%2", high)


class TickRow(Row):
    """Yes or no; the title is the box's own."""

    def __init__(self, theme: Theme, place: Place, title: str, hint: str = "") -> None:
        self.tick = tick = Tick(theme, title)
        entry = Entry(tick, tick.isChecked, lambda value: tick.setChecked(bool(value)))
        super().__init__(place, "", hint, entry)
        self.tick.setAccessibleName(title.replace("&", ""))
        self.tick.toggled.connect(self.changed)
        self.hint.setIndent(Tick.INDENT)
        self.title.hide()


class ChordRow(Row):
    """A hotkey."""

    def __init__(self, theme: Theme, place: Place, title: str, hint: str, action: KeyAction) -> None:
        self.field = field = ChordField(theme, action)
        entry = Entry(field, lambda: field.chord, lambda value: field.show_chord(str(value)))
        super().__init__(place, title, hint, entry)
        self._beside.addStretch(1)
        self.field.changed.connect(self._taken)
        self.field.refused.connect(self.tell)

    def _taken(self) -> None:
        self.tell("")
        self.changed.emit()
