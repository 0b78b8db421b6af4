"""What dictations are written to files as."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement
from app.domain.history_formats import COLUMNS, HistoryDocument, HistoryFormat

RECORD = EnhancementRecord("It rains.", "It rains.", Judgement.ACCEPTED, writer="phi3:mini")
FIRST = HistoryEntry(
    "a",
    1_760_000_000.0,
    Fate.WRITTEN,
    "It rains.",
    "um it rains",
    "it rains",
    enhancement=RECORD,
    language="en",
    model="base",
    seconds=3.456,
    target="Firefox",
)
SECOND = replace(FIRST, text="Two, “lines”\n# no heading\n=1+1", enhancement=None, begun=1_750_000_000.0)
FAILED = HistoryEntry("c", 1_740_000_000.0, Fate.FAILED, problem="It did not work.")


def written(format: HistoryFormat, *entries: HistoryEntry) -> str:
    document = HistoryDocument(format)
    return "".join([document.begin(), *map(document.entry, entries), document.end()])


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_holds_all_facts_of_each(count: int) -> None:
    entries = (FIRST, SECOND, FAILED)[:count]
    found = json.loads(written(HistoryFormat.JSON, *entries))
    assert [one["text"] for one in found] == [entry.text for entry in entries]
    if count:
        assert tuple(found[0]) == COLUMNS
        assert (found[0]["enhanced"], found[0]["writer"], found[0]["seconds"]) == (
            "It rains.",
            "phi3:mini",
            3.46,
        )


def test_a_table_keeps_lines_and_quotes_and_no_cell_is_a_formula() -> None:
    text = written(HistoryFormat.CSV, FIRST, replace(SECOND, heard="=HYPERLINK(1)"), FAILED)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert [row["text"] for row in rows] == [FIRST.text, SECOND.text, ""]
    assert rows[1]["heard"] == "'=HYPERLINK(1)"
    assert rows[2]["problem"] == "It did not work."
    assert rows[2]["outcome"] == "failed"


def test_text_has_the_moment_above_and_a_blank_line_between() -> None:
    first, second = written(HistoryFormat.TXT, FIRST, FAILED).split("\n\n")
    assert first.splitlines()[1:] == ["It rains."]
    assert first.startswith("2025-10-")
    assert second.splitlines()[1:] == ["It did not work."]


def test_markdown_keeps_lines_and_takes_no_words_for_marks() -> None:
    lines = written(HistoryFormat.MD, SECOND).splitlines()
    assert lines[0].startswith("## 2025-06-")
    assert lines[2:] == ["Two, “lines”  ", "\\# no heading  ", "=1+1"]
