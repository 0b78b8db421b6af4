"""Numbers in a text, however they are written: "twenty-five", "25", "half past three", "3:30", "2.5 million".

A number becomes a group with its readings as digits. Groups that stand together make a run, because people
say "nineteen eighty-four" and "five five five" for what is written as one number. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.guard.numeral_rules import Numerals
from app.domain.guard.numerals import NUMERALS

_THOUSANDS: Final = re.compile(r"^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$")
_BOTH: Final = re.compile(r"^(\d{1,3}(?:[.,'’]\d{3})+)[.,](\d+)$")
_DECIMAL: Final = re.compile(r"^(\d+)[.,](\d+)$")
TIME_WORDS: Final = frozenset(("h", "uhr", "heures", "heure", "uur", "horas", "hs"))
_NONE: Final = Numerals(atoms={})


@dataclass(frozen=True, slots=True)
class Raw:
    """A piece of text before numbers are read: `word` in small letters, and where it stands."""

    word: str
    text: str
    start: int
    end: int
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """One group. `loose` readings hold only where the other side has it in more groups ("three fifty",
    "$3.50").

    `run` counts the runs of a text; `spoken` says that it is written as a word.
    """

    readings: tuple[str, ...]
    loose: tuple[str, ...] = ()
    run: int = 0
    ordinal: bool = False
    spoken: bool = False
    clock: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    readings: tuple[str, ...]
    first: int
    last: int
    loose: tuple[str, ...] = ()
    ordinal: bool = False
    spoken: bool = True
    clock: bool = False


def read_numbers(raws: Sequence[Raw], code: str) -> list[tuple[int, int, Number]]:
    """The groups as (first, behind the last, number), by places in `raws`, in order."""
    numerals = NUMERALS.get(code, _NONE)
    found: list[tuple[int, int, Number]] = []
    at = run = 0
    behind = -1
    while at < len(raws):
        groups = _clock(raws, at, numerals) or _groups(raws, at, numerals)
        if not groups:
            at += 1
            continue
        near = found and (behind == at or (behind == at - 1 and raws[at - 1].word in TIME_WORDS))
        run += not near
        for group in groups:
            number = Number(group.readings, group.loose, run, group.ordinal, group.spoken, group.clock)
            found.append((group.first, group.last, number))
        at = behind = groups[-1].last
    return found


def _starts(raws: Sequence[Raw], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many words of one of the phrases stand at `at`; 0 for none."""
    for phrase in phrases:
        if tuple(raw.word for raw in raws[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _clock(raws: Sequence[Raw], at: int, numerals: Numerals) -> list[_Group]:
    """ "half past three", "quarter to four", "halb vier"."""
    for phrases, minutes, hours in (
        (numerals.half_past_first, "30", 0),
        (numerals.quarter_past_first, "15", 0),
        (numerals.quarter_to_first, "45", -1),
        (numerals.half_before, "30", -1),
    ):
        size = _starts(raws, at, phrases)
        group = _groups(raws, at + size, numerals)[:1] if size else []
        if group and group[0].readings[0].isdigit():
            hour = int(group[0].readings[0]) + hours or 12
            readings = (f"{hour}{minutes}", f"{hour + 12}{minutes}")
            return [_Group(readings, at, group[0].last, clock=True)]
    return _minutes(raws, at, numerals)


_MINUTES: Final = frozenset((5, 10, 20, 25))


def _minutes(raws: Sequence[Raw], at: int, numerals: Numerals) -> list[_Group]:
    """ "ten past eight", "zwanzig vor sieben"; where it may be a range ("ten to twelve") it is read both
    ways."""
    minutes = _groups(raws, at, numerals) if at < len(raws) else []
    if len(minutes) != 1 or minutes[0].last >= len(raws):
        return []
    word = raws[minutes[0].last].word
    if word not in numerals.past | numerals.before:
        return []
    hours = _groups(raws, minutes[0].last + 1, numerals)[:1]
    few, many = minutes[0].readings[0], hours[0].readings[0] if hours else ""
    if not (few.isdigit() and many.isdigit() and int(few) in _MINUTES and int(many) <= 12):
        return []
    if word in numerals.past:
        hour, past = int(many), int(few)
    else:
        hour, past = int(many) - 1 or 12, 60 - int(few)
    readings = (few + many, f"{hour}{past:02}", f"{hour + 12}{past:02}")
    return [_Group(readings, at, hours[0].last, clock=True)]


def _groups(raws: Sequence[Raw], at: int, numerals: Numerals) -> list[_Group]:
    reader = _Reader(numerals)
    place = at
    while place < len(raws):
        taken = reader.take(raws, place)
        if not taken:
            break
        place += taken
    reader.flush(place)
    if not reader.groups:
        return []
    last = reader.groups[-1]
    if last.readings[0].isdigit() and len(last.readings) == 1:
        reader.groups[-1] = _with_fraction(raws, last, numerals)
    return reader.groups


def _with_fraction(raws: Sequence[Raw], group: _Group, numerals: Numerals) -> _Group:
    value, place = group.readings[0], group.last
    hour = int(value)
    for phrases, readings in (
        (numerals.halves, (f"{value}.5",)),
        (numerals.half_after, (f"{value}30", f"{value}.5", f"{hour + 12}30")),
        (numerals.quarter_after, (f"{value}15", f"{hour + 12}15")),
        (numerals.quarter_less, (f"{hour - 1 or 12}45", f"{hour + 11}45")),
    ):
        size = _starts(raws, place, phrases)
        if size and phrases is numerals.halves and place + size < len(raws):
            scale = numerals.atoms.get(raws[place + size].word, 0)
            if scale >= 100:
                return _Group((_plain(Decimal(readings[0]) * scale),), group.first, place + size + 1)
        if size:
            return _Group(readings, group.first, place + size, clock=phrases is not numerals.halves)
    return group


class _Reader:
    """Reads one run word by word."""

    def __init__(self, numerals: Numerals) -> None:
        self._numerals = numerals
        self.groups: list[_Group] = []
        self._total = Decimal(0)
        self._part: Decimal | None = None
        self._last = 0  # the value of the last atom
        self._first = 0
        self._ordinal = False
        self._spoken = True

    def take(self, raws: Sequence[Raw], at: int) -> int:
        """How many words it took at `at`; 0 when the number ends there."""
        word = raws[at].word
        following = raws[at + 1].word if at + 1 < len(raws) else ""
        atoms = self._numerals.atoms
        if self._ordinal and not word[:1].isdigit() and self._part is not None:
            self.flush(at)
            if word not in atoms:
                return 0
        if word[:1].isdigit():
            self._digits(word, at, following)
            return 1
        if word in self._numerals.fixed and self._part is None:
            self.groups.append(_Group((self._numerals.fixed[word],), at, at + 1))
            return 1
        if word in self._numerals.articles and self._part is None and atoms.get(following, 0) < 100:
            return 0
        if word in atoms:
            return self._atom(atoms[word], at)
        if word in self._numerals.ordinals:
            value = self._numerals.ordinals[word]
            self._atom(value, at)
            self._ordinal = True
            return 1
        if self._part is None:
            return 0
        if word in self._numerals.ands and self._may_go_on(following, raws, at):
            return 1
        if word in self._numerals.points and (following in atoms or following[:1].isdigit()):
            return self._decimals(raws, at)
        if word in self._numerals.zeros and (atoms.get(following, 99) < 10 or following[:1].isdigit()):
            self.flush(at)
            self._begin(Decimal(0), at, 0)
            return 1
        return 0

    def flush(self, at: int) -> None:
        """Ends the group that is open, before `at`."""
        if self._part is None:
            return
        reading = _plain(self._total + self._part)
        self.groups.append(_Group((reading,), self._first, at, (), self._ordinal, self._spoken))
        self._part, self._total, self._last, self._ordinal = None, Decimal(0), 0, False

    def _begin(self, value: Decimal, at: int, last: int) -> None:
        self._part, self._total, self._first, self._last, self._spoken = value, Decimal(0), at, last, True

    def _digits(self, word: str, at: int, following: str) -> None:
        self.flush(at)
        groups = _digit_groups(word)
        scale = self._numerals.atoms.get(following, 0)
        if len(groups) == 1 and scale >= 100:
            self._begin(Decimal(groups[0][0][0]), at, 1)
            self._spoken = False
            return
        for readings, loose in groups:
            self.groups.append(_Group(readings, at, at + 1, loose, spoken=False))

    def _atom(self, value: int, at: int) -> int:
        part = self._part
        if part is None:
            self._begin(Decimal(value if value < 1000 else 0), at, value)
            self._total = Decimal(value if value >= 1000 else 0)
            value = 20 if self._numerals.multiplies and value == 10 else value
        elif value >= 1000:
            self._total += (part or 1) * value
            self._part = Decimal(0)
        elif self._numerals.multiplies and value == 10 and 0 < part % 100 < 10:
            self._part = part + part % 10 * 9  # 三十
            value = 20
        elif value == 100 and 0 < part < 100 and self._last < 100:
            self._part = part * 100
        elif self._adds(value, part):
            self._part = part + value if not self._is_four_twenties(value, part) else Decimal(80) + part - 4
        else:
            self.flush(at)
            self._begin(Decimal(value), at, value)
        self._last = value
        return 1

    def _is_four_twenties(self, value: int, part: Decimal) -> bool:
        return self._numerals.twenties and value == 20 and self._last == 4 and part % 100 == 4

    def _adds(self, value: int, part: Decimal) -> bool:
        if self._last >= 1000 or (self._last >= 100 and value < 100):
            return True
        if self._is_four_twenties(value, part):
            return True
        if self._numerals.twenties and (
            (10 <= value < 20 and part % 100 in (60, 80)) or (self._last == 10 and 7 <= value <= 9)
        ):
            return True
        return 0 < value < 10 and self._last >= 20 and self._last % 10 == 0 and self._last < 100

    def _may_go_on(self, following: str, raws: Sequence[Raw], at: int) -> bool:
        value = self._numerals.atoms.get(following) or self._numerals.ordinals.get(following, 0)
        behind = self._numerals.atoms.get(raws[at + 2].word, 0) if at + 2 < len(raws) else 0
        if not 0 < value < 100 or behind >= 100:
            return False
        tens = 20 <= self._last < 100 and self._last % 10 == 0 and value < 20
        return self._last >= 100 or (
            tens and self._numerals.ands != {"and"} and self._numerals.ands != {"und"}
        )

    def _decimals(self, raws: Sequence[Raw], at: int) -> int:
        digits, place = "", at + 1
        while place < len(raws):
            word = raws[place].word
            value = self._numerals.atoms.get(word)
            if word.isdigit():
                digits += word
            elif value is not None and value < 100:
                # "three point fourteen", "zwei Komma fünfundzwanzig": tens are read as digits.
                digits += str(value)
            else:
                break
            place += 1
        self._part = (self._part or Decimal(0)) + Decimal(f"0.{digits}")
        self._last = 1
        return place - at


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digit_groups(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The groups of a number in digits, each with its readings and its loose ones."""
    if ":" in text:
        parts = text.split(":")
        whole = "".join(parts).lstrip("0") or "0"
        hours = (parts[0].lstrip("0") or "0",) if set("".join(parts[1:])) == {"0"} else ()
        return [((*hours, whole), ())]
    both = _BOTH.match(text)
    if both and not _THOUSANDS.match(text):
        return [((_plain(Decimal(f"{re.sub(r'[^0-9]', '', both[1])}.{both[2]}")),), ())]
    if _THOUSANDS.match(text):
        whole = re.sub(r"\D", "", text)
        decimal = _DECIMAL.match(text)
        other = (_plain(Decimal(f"{decimal[1]}.{decimal[2]}")),) if decimal else ()
        return [((whole, *other), ())]
    if decimal := _DECIMAL.match(text):
        round_ = (decimal[1],) if set(decimal[2]) == {"0"} else ()
        return [((_plain(Decimal(f"{decimal[1]}.{decimal[2]}")), *round_), (decimal[1] + decimal[2],))]
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for part in re.findall(r"\d+", text):
        short = part.lstrip("0") or "0"
        groups.append(((part,) if part == short else (short, part), ()))
    return groups
