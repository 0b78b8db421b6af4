"""Rows of the clean-up's settings that are more than one control: how long the language model stays loaded,
for which speech models its text is wanted, and the style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath
from typing import Any, Final, TypeAlias

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.enhancement_policy import Rule
from app.domain.enhancement_settings import MAX_KEEP_ALIVE_MINUTES, EnhancementSettings
from app.domain.settings import Settings
from app.domain.styles import Styles
from app.ui.controls import Choice, Line, NumberBox
from app.ui.settings_rows import ChoiceRow, Entry, Option, Place, Row
from app.ui.settings_words import rule_words
from app.ui.theme import Theme
from app.ui.told import told

ENHANCEMENT: Final = "enhancement"
"""The part of the settings that these rows belong to."""

_Lists: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""Speech models by name: always, and never."""


class Keep(StrEnum):
    """For how long a language model stays loaded."""

    MINUTES = "minutes"
    FOR_EVER = "for ever"
    NOT = "not"


_UNUSUAL: Final = {-1.0: Keep.FOR_EVER, 0.0: Keep.NOT}


class KeepRow(Row):
    """`keep_alive_minutes`: -1 for ever, 0 not at all; the minutes stand beside the choice."""

    def __init__(self, theme: Theme, title: str, unit: str) -> None:
        self.choice = choice = Choice(theme)
        self.box = NumberBox(theme, (1, MAX_KEEP_ALIVE_MINUTES, 5), 0, unit)
        # The box rounds; what it was told is known by what it then showed.
        self._told = (0.0, 0.0)
        entry = Entry(choice, self._read, self._show)
        super().__init__(Place(ENHANCEMENT, "keep_alive_minutes"), title, "", entry)
        for keep, words in (
            (Keep.MINUTES, self.tr("For a while")),
            (Keep.FOR_EVER, self.tr("Always")),
            (Keep.NOT, self.tr("Not at all")),
        ):
            choice.add(keep, words)
        self.box.setAccessibleName(self.tr("Minutes to keep it loaded"))
        self.add_beside(self.box)
        self._show(EnhancementSettings().keep_alive_minutes)
        choice.currentIndexChanged.connect(self._chosen)
        self.box.valueChanged.connect(self.changed)

    def value_words(self, value: object) -> str:
        minutes = float(value) if isinstance(value, int | float) else 0.0
        if keep := _UNUSUAL.get(minutes):
            return self.choice.itemText(self.choice.findData(keep))
        return f"{self.box.textFromValue(minutes)}{self.box.suffix()}"

    def tell(self, error: str) -> None:
        super().tell(error)
        self.box.setProperty("wrong", bool(error))
        self.box.update()

    def range_words(self) -> str:
        most = self.box.locale().toString(MAX_KEEP_ALIVE_MINUTES)
        return self.tr("Between 1 and %1 minutes.").replace("%1", most)

    def _read(self) -> object:
        match self.choice.value:
            case Keep.FOR_EVER:
                return -1.0
            case Keep.NOT:
                return 0.0
            case _:
                shown, told = self._told
                return told if self.box.value() == shown else self.box.value()

    def fault(self) -> str:
        is_minutes = self.choice.value == Keep.MINUTES
        return self.range_words() if is_minutes and self.box.value() < self.box.low else ""

    def _show(self, value: object) -> None:
        minutes = float(value) if isinstance(value, int | float) else 0.0
        keep = _UNUSUAL.get(minutes, Keep.MINUTES)
        if keep is Keep.MINUTES:
            self.box.setValue(minutes)
            self._told = (self.box.value(), minutes)
        elif self.box.value() < self.box.low:
            self.box.setValue(EnhancementSettings().keep_alive_minutes)
        self.choice.choose(keep)
        self._explain()

    def _chosen(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        hints = {
            Keep.MINUTES: self.tr("After the last dictation. Then its memory is free for others."),
            Keep.FOR_EVER: self.tr("The next clean-up begins at once. Its memory is never free for others."),
            Keep.NOT: self.tr("Its memory is free at once, and every clean-up waits until it is loaded."),
        }
        keep = self.choice.value
        self.box.setVisible(keep == Keep.MINUTES)
        self.set_hint(hints[Keep(str(keep))])


class StyleRow(ChoiceRow):
    """The style in use; the first one stands for "as Sayso sets it", which is empty."""

    def __init__(self, theme: Theme, title: str) -> None:
        self._styles: Styles | None = None
        super().__init__(theme, Place(ENHANCEMENT, "style"), title)

    def value_words(self, value: object) -> str:
        if value == "" and self._styles is not None:
            return told(self._styles.all[0].title)
        return super().value_words(value)

    def show_styles(self, styles: Styles) -> None:
        """Those to choose from."""
        self._styles = styles
        self._offer(self.value)

    def show_value(self, value: object) -> None:
        self._offer(value)
        super().show_value(value)

    def _offer(self, chosen: object) -> None:
        if self._styles is None:
            return
        first, *others = self._styles.all
        # Where the settings name the first one, it goes by its name.
        standing = first.name if chosen == first.name else ""
        self.offer(
            (
                Option(standing, told(first.title)),
                *(Option(style.name, told(style.title)) for style in others),
            ),
        )


class RulesRow(Row):
    """`always` and `never` in one: a rule for each speech model there is, or that has one."""

    def __init__(self, theme: Theme, title: str, hint: str) -> None:
        self._theme = theme
        self._box = QWidget()
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
        self._installed: tuple[str, ...] = ()
        self._in_use = Settings().speech.model
        self._names: tuple[str, ...] = (self._in_use,)
        self._lines: list[tuple[Line, Choice]] = []
        self._rules: dict[str, Rule] = {}
        self._told: tuple[dict[str, Rule], _Lists] = ({}, ((), ()))
        entry = Entry(self._box, self._read, self._show)
        super().__init__(Place(ENHANCEMENT, "always"), title, hint, entry)
        self._fill()

    def choice(self, name: str) -> Choice:
        """The control of a speech model that is shown."""
        return self._lines[self._names.index(name)][1]

    def value_in(self, settings: Settings) -> object:
        return settings.enhancement.always, settings.enhancement.never

    def put(self, part: Any) -> Any:  # noqa: ANN401  as Row
        always, never = self._read()
        return replace(part, always=always, never=never)

    def value_words(self, value: object) -> str:
        return self.tr("Automatic")

    def show_installed(self, names: Sequence[str]) -> None:
        """The speech models of this computer."""
        self._installed = tuple(names)
        self._fill()

    def show_in_use(self, name: str) -> None:
        """The speech model of the settings, which may be a folder."""
        self._in_use = name
        self._fill()

    def _last_control(self) -> QWidget:
        return self._lines[-1][1]

    def _pair(self) -> _Lists:
        def having(wanted: Rule) -> tuple[str, ...]:
            return tuple(name for name, rule in self._rules.items() if rule is wanted)

        return having(Rule.ALWAYS), having(Rule.NEVER)

    def _read(self) -> _Lists:
        rules, told = self._told
        return told if self._rules == rules else self._pair()

    def _show(self, value: object) -> None:
        always, never = value if isinstance(value, tuple) else ((), ())
        self._rules = dict.fromkeys(always, Rule.ALWAYS) | dict.fromkeys(never, Rule.NEVER)
        # A file may name a model in both lists: until the user changes a rule, that stays as it is.
        self._told = (dict(self._rules), (always, never))
        self._fill()

    def _fill(self) -> None:
        names = dict.fromkeys((*self._installed, self._in_use, *self._rules))
        self._names = tuple(name for name in names if name) or self._names
        while len(self._lines) < len(self._names):
            self._add_line()
        for at, (words, choice) in enumerate(self._lines):
            is_used = at < len(self._names)
            words.setVisible(is_used)
            choice.setVisible(is_used)
            if is_used:
                self._write(self._names[at], words, choice)

    def _write(self, name: str, words: Line, choice: Choice) -> None:
        short = PurePath(name).name or name
        words.setText(short)
        choice.setAccessibleName(self.tr("Clean up after the speech model %1").replace("%1", short))
        was_blocked = choice.blockSignals(True)
        choice.clear()
        for rule in Rule:
            choice.add(rule, rule_words(rule, name))
        choice.choose(self._rules.get(name, Rule.AUTOMATIC))
        choice.blockSignals(was_blocked)

    def _add_line(self) -> None:
        at, before = len(self._lines), self._lines[-1][1] if self._lines else None
        words, choice = Line("label"), Choice(self._theme)
        choice.currentIndexChanged.connect(lambda _: self._ruled(at))
        self._grid.addWidget(words, at, 0)
        self._grid.addWidget(choice, at, 1)
        if before is None:
            self._box.setFocusProxy(choice)
        else:
            # What is added later comes last to the tab key, wherever it stands.
            QWidget.setTabOrder(before, choice)
        self._lines.append((words, choice))

    def _ruled(self, at: int) -> None:
        name, rule = self._names[at], Rule(str(self._lines[at][1].value))
        self._rules.pop(name, None)
        if rule is not Rule.AUTOMATIC:
            self._rules[name] = rule
        self.changed.emit()
