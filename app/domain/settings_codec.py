"""Settings as a plain table and back, so that a damaged or outdated file costs as little as possible.

`to_table` gives tables, lists, texts, numbers and truth values: what TOML and JSON can hold. `from_table`
salvages field by field: what is missing, of the wrong type, out of range or of an unknown name takes its
standard value, and everything else stays as it was. It never raises. Fields it does not know are passed
over: they come from a newer version or are misspelt, and do no harm.

The table carries a `version`. `MIGRATIONS` is append-only: the nth turns version n into version n + 1. A
migration renames or reshapes and must be harmless on a table that is already of the newer form.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import fields
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from app.domain.settings import Settings

Table: TypeAlias = dict[str, object]
Migration: TypeAlias = Callable[[Table], Table]


def _know_their_way(table: Table) -> Table:
    """Whoever has settings already needs no guide."""
    general = table.setdefault("general", {})
    if isinstance(general, dict):
        general.setdefault("guide_done", True)
    return table


MIGRATIONS: Final[tuple[Migration, ...]] = (_know_their_way,)
VERSION: Final = len(MIGRATIONS) + 1

Part = TypeVar("Part")


def to_table(settings: Settings) -> Table:
    """`settings` as a table of tables, with the `version` of this program's form first."""
    table: Table = {"version": VERSION}
    for part in fields(settings):
        values = getattr(settings, part.name)
        table[part.name] = {field.name: _plain(getattr(values, field.name)) for field in fields(values)}
    return table


def from_table(
    table: Mapping[str, object], migrations: Sequence[Migration] = MIGRATIONS
) -> tuple[Settings, tuple[str, ...]]:
    """The settings that `table` holds, and the names ("speech.beam_size") of what had to be set back."""
    repairs: list[str] = []
    migrated = _migrate(table, migrations, repairs)
    kinds: dict[str, Any] = get_type_hints(Settings)
    parts = {name: _read_part(kind, migrated.get(name, {}), name, repairs) for name, kind in kinds.items()}
    return Settings(**parts), tuple(repairs)


def is_newer(table: Mapping[str, object], migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Whether a newer version of the program wrote `table`."""
    version = table.get("version")
    return isinstance(version, int) and not isinstance(version, bool) and version > len(migrations) + 1


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _migrate(table: Mapping[str, object], migrations: Sequence[Migration], repairs: list[str]) -> Table:
    version = table.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        # Every migration is harmless on a newer form, so the oldest is the safe guess.
        repairs.append("version")
        version = 1
    migrated = dict(table)
    for migration in migrations[version - 1 :]:
        try:
            migrated = migration(deepcopy(migrated))
        except Exception:  # a file may hold anything
            # A migration that meets rubbish is skipped; the fields it would have moved are set back below.
            repairs.append("version")
    return migrated


def _read_part(kind: type[Part], table: object, name: str, repairs: list[str]) -> Part:
    if not isinstance(table, Mapping):
        repairs.append(name)
        return kind()
    wished: dict[str, Any] = {}
    hints = get_type_hints(kind)
    for field, value in table.items():
        if field not in hints:
            continue
        try:
            wished[field], is_whole = _read(hints[field], value)
        except ValueError:
            is_whole = False
        if not is_whole:
            repairs.append(f"{name}.{field}")
    return _build(kind, wished, name, repairs)


def _build(kind: type[Part], wished: Mapping[str, Any], name: str, repairs: list[str]) -> Part:
    """All of `wished` at once where that is valid, else as many of its values as are, one after another."""
    try:
        return kind(**wished)
    except ValueError:
        pass
    good: dict[str, Any] = {}
    for field, value in wished.items():
        try:
            kind(**good, **{field: value})
        except ValueError:
            repairs.append(f"{name}.{field}")
        else:
            good[field] = value
    return kind(**good)


def _read(kind: object, value: object) -> tuple[object, bool]:
    """`value` as a `kind`, and whether all of it could be used. Raises ValueError where none of it can."""
    if kind is bool:
        return _checked(value, bool), True
    if kind is int:
        return _integer(value), True
    if kind is float:
        return _number(value), True
    if kind is str:
        return _text(value), True
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_text(value)), True
    if get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        return _items(get_args(kind)[0], value)
    raise TypeError(f"the settings codec knows no {kind}")


def _checked(value: object, kind: type[Part]) -> Part:
    if not isinstance(value, kind):
        raise ValueError(f"{type(value).__name__} instead of {kind.__name__}")
    return value


def _integer(value: object) -> int:
    # A truth value is an int to Python, but nobody means 1 by "true".
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool):
        raise ValueError("a truth value instead of a number")
    return _checked(value, int)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError("not a finite number")
    return number


def _text(value: object) -> str:
    text = _checked(value, str)
    text.encode()  # Half a surrogate pair raises UnicodeEncodeError, a ValueError: no file could hold it.
    return text


def _items(kind: object, value: object) -> tuple[tuple[object, ...], bool]:
    if not isinstance(value, list | tuple):
        raise ValueError("not a list")
    good = []
    is_whole = True
    for item in value:
        try:
            read, item_is_whole = _read(kind, item)
        except ValueError:
            is_whole = False
        else:
            good.append(read)
            is_whole = is_whole and item_is_whole
    return tuple(good), is_whole
