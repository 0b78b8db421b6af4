"""What Sayso and the process of its speech engine say to each other, and how it crosses a pipe.

A message is one JSON object, framed by its length in bytes: four of them, the highest first. Values of the
domain cross exactly: every field comes out equal to what went in, floats to the last bit. A field that is
added to one of them later crosses as well, since their own types say how they are read. The tasks of other
processes of Sayso's cross as the same values, on a line. Sound does not cross here but in shared memory
(`app.adapters.engine_sound`).

Failure mode: whatever is no message, or no value of the type that is wanted, raises ValueError.
"""

from __future__ import annotations

import json
import struct
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import PurePath
from types import NoneType, UnionType
from typing import Any, BinaryIO, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from app.domain import problems
from app.domain.problems import Action, Problem

T = TypeVar("T")
Message = dict[str, Any]
"""A JSON object."""

_LENGTH: Final = struct.Struct(">I")
MAX_BYTES: Final = 256 * 1024 * 1024
"""Longer ones are no messages: the transcript of a day of speech takes a tenth of it."""

LOG_MARK: Final = "sayso-log "
"""Begins a line of standard error that is for Sayso's log: libraries write there as they like."""


# --- framing ---


def pack(message: Message) -> bytes:
    """`message` and its length in front of it."""
    data = json.dumps(message).encode("ascii")
    return _LENGTH.pack(len(data)) + data


def send(pipe: BinaryIO, message: Message) -> None:
    """Write `message`. Raises OSError, or ValueError where `pipe` is closed."""
    pipe.write(pack(message))
    pipe.flush()


def receive(pipe: BinaryIO) -> Message:
    """Wait for the next message. Raises EOFError where the other end is closed, also in the middle of a
    message; ValueError for what is none."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    if length > MAX_BYTES:
        raise ValueError("too long for a message")
    message = json.loads(_exactly(pipe, length))
    if not isinstance(message, dict):
        raise ValueError("not a message")
    return message


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    parts: list[bytes] = []
    while count:
        part = pipe.read(count)
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


# --- values ---


def to_plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """A value of the domain as JSON can hold it: dataclasses as objects, tuples as lists, paths as text."""
    if is_dataclass(value):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, PurePath) else value


def from_plain(kind: type[T], data: object) -> T:
    """The value of type `kind` that `to_plain` made `data` of. Raises ValueError for anything else."""
    try:
        value: T = _read(kind, data)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    return value


def _read(kind: Any, data: Any) -> Any:  # noqa: ANN401 - types are looked at as values here
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if data is None:
            return None
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
        return _read(kind, data)
    if origin is tuple:
        item, _ = get_args(kind)
        if not isinstance(data, list):
            raise ValueError("not a list")
        return tuple(_read(item, each) for each in data)
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _read(type_, data[name]) for name, type_ in _types(kind).items()})
    if issubclass(kind, Enum | PurePath):
        return kind(data)
    # A whole number serves as a float, as in Python; true is no number.
    wanted = (int, float) if kind is float else kind
    if not isinstance(data, wanted) or (isinstance(data, bool) and kind is not bool):
        raise ValueError(f"not a {kind.__name__}")
    return data


@cache
def _types(kind: type) -> dict[str, Any]:
    """The fields of a dataclass and their types."""
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}


# --- problems ---


def problem_to_plain(problem: Problem) -> Message:
    """Everything that a problem says."""
    return {
        "kind": type(problem).__name__,
        "sentence": problem.sentence,
        "remedy": problem.remedy,
        "action": None if problem.action is None else problem.action.value,
        "detail": problem.detail,
    }


def problem_from_plain(data: object) -> Problem:
    """The same problem, of the same class and in the same words. Raises ValueError."""
    if not isinstance(data, dict):
        raise ValueError("not a problem")
    kind = getattr(problems, str(data.get("kind")), None)
    if not (isinstance(kind, type) and issubclass(kind, Problem)):
        raise ValueError("not a problem")
    try:
        action = None if data["action"] is None else Action(data["action"])
        sentence, remedy, detail = (str(data[name]) for name in ("sentence", "remedy", "detail"))
    except KeyError as error:
        raise ValueError("not a problem") from error
    # Each class makes its own sentence of other arguments; here the sentence is there already.
    problem = kind.__new__(kind)
    Problem.__init__(problem, sentence, remedy, action=action, detail=detail)
    return problem
