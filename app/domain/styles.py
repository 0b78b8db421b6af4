"""What a clean-up is asked to do, and what it may change: the styles, as data.

The data is `resources/styles.toml`. Each style says how the language model is asked (an instruction, examples
in the layout of a request, a reminder), how long an answer may be, and what the guard lets pass. Numbers,
names and negations are kept in every style; no style can turn those checks off. Fails with ValueError, naming
the style and the field, when the data is wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

MAX_INSTRUCTION: Final = 400
"""Characters. A longer one costs time with every model that has to read it, and small models follow it
worse."""
MAX_REMINDER: Final = 100
MAX_EXAMPLES: Final = 8
MAX_EXAMPLE: Final = 500
FACTORS: Final = (1.0, 4.0)


class Allowance(StrEnum):
    """What a style may do to the words beyond cleaning them up."""

    ADD_GREETING = "add_greeting"
    DROP_WORDS = "drop_words"
    REWORD = "reword"
    REORDER = "reorder"
    CHANGE_LANGUAGE = "change_language"
    LISTS = "lists"


class Check(StrEnum):
    """What the guard looks at."""

    WORDS = "words"
    NUMBERS = "numbers"
    NEGATIONS = "negations"
    NAMES = "names"
    DATES = "dates"
    PERSON = "person"
    LANGUAGE = "language"
    ANSWER = "answer"
    LENGTH = "length"
    CUT_OFF = "cut_off"
    REPETITION = "repetition"


ALWAYS_CHECKED: Final = frozenset({Check.NUMBERS, Check.NAMES, Check.NEGATIONS})


@dataclass(frozen=True, slots=True)
class Example:
    """What was said and how it is to be written."""

    spoken: str
    written: str

    def __post_init__(self) -> None:
        for name, text in (("spoken", self.spoken), ("written", self.written)):
            if not text.strip():
                raise ValueError(f"{name} of an example is empty")
            if len(text) > MAX_EXAMPLE:
                raise ValueError(f"{name} of an example is longer than {MAX_EXAMPLE} characters")


@dataclass(frozen=True, slots=True)
class Style:
    """A way to clean up.

    `name` is for files and settings, `title` for people. `instruction` is the system prompt, `reminder`
    stands behind each dictated text. An answer may have `output_factor` times the tokens of the dictation.
    `checks_off` names the checks of the guard that the style does without.
    """

    name: str
    title: str
    instruction: str
    reminder: str = ""
    examples: tuple[Example, ...] = ()
    output_factor: float = 1.5
    allows: frozenset[Allowance] = frozenset()
    checks_off: frozenset[Check] = frozenset()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("name is empty")
        if not self.title.strip():
            raise ValueError("title is empty")
        if not self.instruction.strip():
            raise ValueError("instruction is empty")
        if len(self.instruction) > MAX_INSTRUCTION:
            raise ValueError(f"instruction is longer than {MAX_INSTRUCTION} characters")
        if len(self.reminder) > MAX_REMINDER:
            raise ValueError(f"reminder is longer than {MAX_REMINDER} characters")
        if len(self.examples) > MAX_EXAMPLES:
            raise ValueError(f"example is there more than {MAX_EXAMPLES} times")
        if not FACTORS[0] <= self.output_factor <= FACTORS[1]:
            raise ValueError(f"output_factor must be between {FACTORS[0]:g} and {FACTORS[1]:g}")
        if kept := sorted(self.checks_off & ALWAYS_CHECKED):
            raise ValueError(f"checks_off may not name {kept[0]}, which is checked in every style")

    def may(self, allowance: Allowance) -> bool:
        """Whether the style allows that."""
        return allowance in self.allows

    def checks(self, check: Check) -> bool:
        """Whether the guard makes that check."""
        return check not in self.checks_off


class Styles:
    """All styles, in the order in which they are shown; the first one is the default."""

    def __init__(self, styles: tuple[Style, ...]) -> None:
        if not styles:
            raise ValueError("there is no style")
        self.all = styles
        self._by_name = {style.name: style for style in styles}
        if len(self._by_name) != len(styles):
            raise ValueError("two styles have the same name")

    @property
    def default(self) -> Style:
        """The style to use where none is set."""
        return self.all[0]

    def find(self, name: str) -> Style | None:
        """The style called `name`; None when there is none."""
        return self._by_name.get(name)


def parse_styles(text: str) -> Styles:
    """The styles written in `text` (TOML). Raises ValueError."""
    tables = tomllib.loads(text).get("style", [])
    if not isinstance(tables, list):
        raise ValueError("style must be a list of tables")
    return Styles(tuple(parse_style(table) for table in tables))


def parse_style(table: Mapping[str, Any]) -> Style:
    """The style in a TOML table, each field checked. Raises ValueError, naming the style and the field."""
    name = table.get("name", "?")
    try:
        if unknown := sorted(set(table) - _FIELDS):
            raise ValueError(f"{unknown[0]} is no field of a style")
        return Style(
            name=_text(table, "name"),
            title=_text(table, "title"),
            instruction=_text(table, "instruction"),
            reminder=_text(table, "reminder", ""),
            examples=tuple(
                Example(_text(each, "spoken"), _text(each, "written")) for each in _list(table, "example")
            ),
            output_factor=_number(table, "output_factor", 1.5),
            allows=frozenset(_members(table, "allows", Allowance)),
            checks_off=frozenset(_members(table, "checks_off", Check)),
        )
    except ValueError as error:
        raise ValueError(f"the style {name} is wrong: {error}") from error


_Member = TypeVar("_Member", bound=StrEnum)
_FIELDS: Final = frozenset(
    ("name", "title", "instruction", "reminder", "example", "output_factor", "allows", "checks_off")
)


def _text(table: Mapping[str, Any], field: str, default: str | None = None) -> str:
    value = table.get(field, default)
    if value is None:
        raise ValueError(f"{field} is missing")
    if not isinstance(value, str):
        raise ValueError(f"{field} must be a text")
    return value.strip()


def _number(table: Mapping[str, Any], field: str, default: float) -> float:
    value = table.get(field, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{field} must be a number")
    return float(value)


def _list(table: Mapping[str, Any], field: str) -> list[Mapping[str, Any]]:
    value = table.get(field, [])
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise ValueError(f"{field} must be a list of tables")
    return value


def _members(table: Mapping[str, Any], field: str, kind: type[_Member]) -> list[_Member]:
    value = table.get(field, [])
    if not isinstance(value, list):
        raise ValueError(f"{field} must be a list")
    known = {each.value: each for each in kind}
    if unknown := [each for each in value if each not in known]:
        raise ValueError(f"{field} does not know {unknown[0]}")
    return [known[each] for each in value]
