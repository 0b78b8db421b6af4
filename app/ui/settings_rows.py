"""The rows of the settings page: a title, a control, a hint that explains the choice, and what is wrong.

A row holds one field of one part of `app.domain.settings.Settings`. It knows how to show and to read the
value, and nothing of whether it is right: that is asked of the frozen part when the page builds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.keys import KeyAction
from app.domain.settings import Settings
from app.ui.buttons import Button
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


class Field(QWidget):
    """Title, control and hint; the title stands above the control where there is little room."""

    def __init__(self, title: str, hint: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self.title = label(title, wrap=True)
        self.hint = label(hint, "hint", wrap=True)
        self.error = label("", "error", wrap=True)
        self.title.setBuddy(control)
        control.setAccessibleName(title.replace("&", ""))
        self.error.hide()
        # First: what has no parent yet and is shown becomes a window of its own.
        self._lay_out()
        self.set_hint(hint)

    def set_hint(self, hint: str) -> None:
        """What the choice means."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(hint)

    def add_beside(self, widget: QWidget) -> None:
        """Another control to the right."""
        self._beside.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Something that belongs to the control, under its hint."""
        self._column.addWidget(widget)

    def _lay_out(self) -> None:
        self._body = body = Reflow(TURN)
        body.turned.connect(self._turn)
        self._column = column = QVBoxLayout()
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


class Row(Field):
    """A field of the settings, and what is wrong with it."""

    changed = Signal()

    def __init__(self, place: Place, title: str, hint: str, entry: Entry) -> None:
        self.place = place
        self._entry = entry
        super().__init__(title, hint, entry.control)

    @property
    def value(self) -> object:
        """What the control says."""
        return self._entry.read()

    def show_value(self, value: object) -> None:
        """Let the control say `value`."""
        self._entry.show(value)

    def value_in(self, settings: Settings) -> object:
        """What `settings` say."""
        return getattr(getattr(settings, self.place.part), self.place.field)

    def put(self, part: Any) -> Any:  # noqa: ANN401  any of the settings' parts
        """`part` with the row's value in it. Raises ValueError where the part refuses it."""
        return replace(part, **{self.place.field: self.value})

    def fault(self) -> str:
        """What is wrong with the value for another reason than its part's, or empty."""
        return ""

    def tell(self, error: str) -> None:
        """What is wrong with the value, or empty."""
        self.error.setText(error)
        self.error.setVisible(bool(error))
        if bool(self.control.property("wrong")) != bool(error):
            self.control.setProperty("wrong", bool(error))
            restyle(self.control)
            self.control.setAccessibleDescription(error or self.hint.text())
        elif error:
            self.control.setAccessibleDescription(error)

    def range_words(self) -> str:
        """What would be right, when the value is not."""
        return self.tr("This cannot be used here.")


class ChoiceRow(Row):
    """One of several."""

    def __init__(self, theme: Theme, place: Place, title: str, options: Sequence[Option] = ()) -> None:
        self.choice = choice = Choice(theme)
        # Qt gives a text back where it was given a member of a StrEnum.
        self._members: dict[object, object] = {}
        entry = Entry(choice, lambda: self._members.get(choice.value, choice.value), choice.choose)
        super().__init__(place, title, "", entry)
        self._hints: dict[object, str] = {}
        self._note = ""
        self.offer(options)
        self.choice.currentIndexChanged.connect(self._chosen)

    def offer(self, options: Sequence[Option]) -> None:
        """Exactly these; what was chosen stays chosen."""
        chosen, was_blocked = self.choice.value, self.choice.blockSignals(True)
        self.choice.clear()
        self._hints = {option.value: option.hint for option in options}
        self._members = {option.value: option.value for option in options}
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
    """A number; one without decimals is read as int."""

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
