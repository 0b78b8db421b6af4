"""The rows of the settings page: a title, a control, a hint that explains the choice, and what is wrong.

A row holds one field of one part of `app.domain.settings.Settings`. It knows how to show and to read the
value, and nothing of whether it is right: that is asked of the frozen part when the page builds it. Where
the value is not the one that Sayso comes with, a quiet button leads back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.settings import Settings
from app.ui.buttons import Button
from app.ui.controls import Choice, NumberBox, Tick, restyle
from app.ui.settings_field import Field
from app.ui.theme import Theme

STANDARD: Final = Settings()
"""As Sayso comes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which field a row holds: the part's name in Settings, and the field's in the part."""

    part: str
    field: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its value, its name, and what choosing it means. `refused` says why it cannot be
    chosen here; such a one is greyed out."""

    value: object
    name: str
    hint: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """The control of a row, and how its value is read and shown."""

    control: QWidget
    read: Callable[[], object]
    show: Callable[[object], None]


class Row(Field):
    """A field of the settings, and what is wrong with it."""

    changed = Signal()

    def __init__(self, place: Place, title: str, hint: str, entry: Entry) -> None:
        self.place = place
        self.back: Button | None = None
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

    def value_words(self, value: object) -> str:
        """`value` as the user reads it."""
        return str(value) or self.tr("nothing")

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

    def offer_standard(self, theme: Theme) -> None:
        """A way back to what Sayso comes with, where the value is another; made when first needed."""
        standard = self.value_in(STANDARD)
        differs = self.value is not None and self.value != standard
        if not differs and self.back is None:
            return
        if self.back is None:
            self.back = Button(theme, "", "undo", "icon")
            self.back.clicked.connect(self._go_back)
            self._beside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
            # What is added later comes last to the tab key, wherever it stands.
            QWidget.setTabOrder(self._last_control(), self.back)
        words = self.tr("Back to %1").replace("%1", self.value_words(standard))
        self.back.setText(words)
        self.back.setToolTip(words)
        self.back.setAccessibleName(f"{words}: {self.control.accessibleName()}")
        self.back.setVisible(differs)

    def range_words(self) -> str:
        """What would be right, when the value is not."""
        return self.tr("This cannot be used here.")

    def _last_control(self) -> QWidget:
        """The last on the control's line that takes the focus."""
        last = self.control
        for at in range(self._beside.count()):
            item = self._beside.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.back:
                last = widget
        return last

    def _go_back(self) -> None:
        # A hidden button would hand the focus to whatever comes next.
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_value(self.value_in(STANDARD))
        self.changed.emit()


class ChoiceRow(Row):
    """One of several."""

    def __init__(self, theme: Theme, place: Place, title: str, options: Sequence[Option] = ()) -> None:
        self.choice = choice = Choice(theme)
        # Qt gives a text back where it was given a member of a StrEnum.
        self._members: dict[object, object] = {}
        self._options: tuple[Option, ...] = ()
        entry = Entry(choice, lambda: self._members.get(choice.value, choice.value), choice.choose)
        super().__init__(place, title, "", entry)
        self._hints: dict[object, str] = {}
        self._note = ""
        self.offer(options)
        self.choice.currentIndexChanged.connect(self._chosen)

    @property
    def words(self) -> str:
        options = " ".join(f"{each.name} {each.hint}" for each in self._options)
        return f"{super().words} {options}"

    def offer(self, options: Sequence[Option]) -> None:
        """Exactly these; what was chosen stays chosen."""
        if tuple(options) == self._options and self.choice.count() == len(options):
            return
        chosen, was_blocked = self.choice.value, self.choice.blockSignals(True)
        self.choice.clear()
        self._options = tuple(options)
        self._hints = {option.value: option.refused or option.hint for option in options}
        self._members = {option.value: option.value for option in options}
        for option in options:
            self.choice.add(option.value, option.name)
            if option.refused:
                self.choice.refuse(option.value, option.refused)
        if chosen is not None:
            self.choice.choose(chosen)
        self.choice.blockSignals(was_blocked)
        self._explain()

    def value_words(self, value: object) -> str:
        at = self.choice.findData(value)
        return self.choice.itemText(at) if at >= 0 else super().value_words(value)

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
    """A number. What it was told to show is what it says until the user changes it, however many decimals
    are shown of it; told an int, it says one."""

    def __init__(self, place: Place, title: str, hint: str, box: NumberBox) -> None:
        self.box = box
        self._told: float = 0
        self._shown = 0.0
        super().__init__(place, title, hint, Entry(box, self._read, self._show))
        self._beside.addStretch(1)
        box.valueChanged.connect(self.changed)

    def value_words(self, value: object) -> str:
        words = self.box.textFromValue(float(value)) if isinstance(value, int | float) else str(value)
        return f"{words}{self.box.suffix()}"

    def range_words(self) -> str:
        low, high = (
            self.box.locale().toString(float(each), "g", 7) for each in (self.box.low, self.box.high)
        )
        return self.tr("Between %1 and %2.").replace("%1", low).replace("%2", high)

    def _read(self) -> object:
        value = self.box.value()
        if value == self._shown:
            return self._told
        return round(value) if isinstance(self._told, int) else value

    def _show(self, value: object) -> None:
        if isinstance(value, int | float):
            # What it then shows is known before anybody hears of it.
            self._told, self._shown = value, round(float(value), self.box.decimals())
            self.box.setValue(value)
            self._shown = self.box.value()


class TickRow(Row):
    """Yes or no; the title is the box's own."""

    def __init__(self, theme: Theme, place: Place, title: str, hint: str = "") -> None:
        self.tick = tick = Tick(theme, title)
        self._usual, self._refused = hint, ""
        entry = Entry(tick, tick.isChecked, lambda value: tick.setChecked(bool(value)))
        super().__init__(place, "", hint, entry)
        self.tick.setAccessibleName(title.replace("&", ""))
        self.tick.toggled.connect(self.changed)
        self.tick.toggled.connect(self._allow)
        self.hint.setIndent(Tick.INDENT)
        self.title.hide()

    def value_words(self, value: object) -> str:
        return self.tr("on") if value else self.tr("off")

    def refuse(self, reason: str) -> None:
        """Grey it out and say why; empty allows it again. One that is on can always be switched off."""
        self._refused = reason
        self.set_hint(reason or self._usual)
        self._allow()

    def _allow(self) -> None:
        self.tick.setEnabled(not self._refused or self.tick.isChecked())
