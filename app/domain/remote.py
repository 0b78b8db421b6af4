"""What may be asked of the running Sayso from outside: one line of JSON there, one line back.

    {"request": "toggle"}
    {"ok": true, "text": ""}

Rules: a request is one of a few words and carries nothing else, but that a start may add `"raw": true`, and
"preload" names a model: `{"request": "preload", "model": "small", "off": true}`. What does not read as one is
refused with MalformedLine and does nothing. Names that a newer version adds to a line are passed over.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MAX_LINE: Final = 4096
"""Bytes of a line with its end; longer ones are not read."""

MAX_TEXT: Final = 600
"""Characters of a reply's text: even when JSON escapes each in six bytes, the line stays below MAX_LINE."""


class MalformedLine(ValueError):
    """A line that is no request or no reply."""


class Command(StrEnum):
    """What may be asked."""

    SHOW = "show"
    START = "start"
    STOP = "stop"
    TOGGLE = "toggle"
    CANCEL = "cancel"
    PRELOAD = "preload"
    PING = "ping"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked of the running Sayso.

    Args:
        raw: for START and TOGGLE: a dictation begun by it is written exactly as it is heard.
        model: for PRELOAD: the one that is to be loaded ahead, as `ModelSettings.preload` names it.
        off: for PRELOAD: it is to be loaded ahead no longer.
    """

    command: Command
    raw: bool = False
    model: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether it was taken on; `text` is for the one who asked: a state, or why not."""

    ok: bool
    text: str = ""


def encode_request(request: Request) -> bytes:
    """One line, its end included."""
    table: dict[str, object] = {"request": request.command.value}
    if request.raw:
        table["raw"] = True
    if request.model:
        table["model"] = request.model
    if request.off:
        table["off"] = True
    return _line(table)


def decode_request(line: bytes) -> Request:
    """Raises MalformedLine."""
    table = _table(line)
    word, raw, off = table.get("request"), table.get("raw", False), table.get("off", False)
    if not isinstance(word, str) or word not in tuple(Command):
        raise MalformedLine("no such request")
    if not isinstance(raw, bool) or not isinstance(off, bool):
        raise MalformedLine("neither true nor false")
    command, model = Command(word), table.get("model", "")
    if not isinstance(model, str) or (command is Command.PRELOAD and not model.strip()):
        raise MalformedLine("no model is named")
    return Request(command, raw, model, off)


def encode_reply(reply: Reply) -> bytes:
    """One line, its end included; a text too long for it is cut."""
    return _line({"ok": reply.ok, "text": reply.text[:MAX_TEXT]})


def decode_reply(line: bytes) -> Reply:
    """Raises MalformedLine."""
    table = _table(line)
    ok, text = table.get("ok"), table.get("text", "")
    if not isinstance(ok, bool) or not isinstance(text, str):
        raise MalformedLine("no reply")
    return Reply(ok, text)


def _line(table: dict[str, object]) -> bytes:
    return json.dumps(table, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _table(line: bytes) -> dict[str, object]:
    if len(line) > MAX_LINE:
        raise MalformedLine("too long")
    try:
        table = json.loads(line.decode())
    except (ValueError, RecursionError) as error:
        raise MalformedLine("no JSON") from error
    if not isinstance(table, dict):
        raise MalformedLine("no object")
    return table
