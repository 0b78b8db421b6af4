"""Dictations of the past as a file: text, Markdown, a table or JSON, one entry after the other.

Rules: a file is written from its beginning to its end, however many entries there are. What would be read as
a formula by a spreadsheet, or as a mark of Markdown at the beginning of a line, is not. Pure.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.history import HistoryEntry


class HistoryFormat(StrEnum):
    """The value is the ending of the file's name."""

    TXT = "txt"
    MD = "md"
    CSV = "csv"
    JSON = "json"


COLUMNS: Final = (
    *("begun", "text", "spoken", "heard", "enhanced", "outcome", "language", "model", "writer"),
    *("seconds", "target", "problem"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_MARKS: Final = ("#", ">", "-", "+", "*", "|", "`", "~")


class HistoryDocument:
    """What is written of each: `begin`, then `entry` for each, then `end`."""

    def __init__(self, format: HistoryFormat) -> None:
        self._format = format
        self._count = 0

    def begin(self) -> str:
        """In front of all."""
        match self._format:
            case HistoryFormat.CSV:
                # Spreadsheets take a file for UTF-8 by its mark.
                return "\ufeff" + _row(COLUMNS)
            case HistoryFormat.JSON:
                return "["
            case HistoryFormat.TXT | HistoryFormat.MD:
                return ""

    def entry(self, entry: HistoryEntry) -> str:
        """One of them."""
        self._count += 1
        between = "" if self._count == 1 else "\n"
        match self._format:
            case HistoryFormat.TXT:
                return f"{between}{_moment(entry)}\n{entry.text or entry.problem}\n"
            case HistoryFormat.MD:
                lines = [_unmarked(line) for line in (entry.text or entry.problem).splitlines()]
                text = "  \n".join(lines)
                return f"{between}## {_moment(entry)}\n\n{text}\n"
            case HistoryFormat.CSV:
                return _row([_plain(value) for value in facts_of(entry).values()])
            case HistoryFormat.JSON:
                comma = "," if self._count > 1 else ""
                return f"{comma}\n{json.dumps(facts_of(entry), ensure_ascii=False)}"

    def end(self) -> str:
        """Behind all."""
        return "\n]\n" if self._format is HistoryFormat.JSON else ""


def facts_of(entry: HistoryEntry) -> dict[str, str | float]:
    """What is told of it, by the names in `COLUMNS`."""
    record = entry.enhancement
    values: tuple[str | float, ...] = (
        _moment(entry),
        entry.text,
        entry.spoken,
        entry.heard,
        record.shown if record else "",
        entry.fate.value,
        entry.language,
        entry.model,
        record.writer if record else "",
        round(entry.seconds, 2),
        entry.target,
        entry.problem,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _moment(entry: HistoryEntry) -> str:
    return datetime.fromtimestamp(entry.begun).astimezone().isoformat(sep=" ", timespec="seconds")


def _row(values: tuple[str, ...] | list[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(values)
    return written.getvalue()


def _plain(value: str | float) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _unmarked(line: str) -> str:
    bare = line.lstrip()
    return f"\\{bare}" if bare.startswith(_MARKS) else bare
