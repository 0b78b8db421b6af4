"""Single clean-ups with what the guard has to say of them: cases.tsv.

Columns: label (good or bad), kind (of a good one what it shows, of a bad one the check that has to speak),
style, language, spoken, written; a line break in a text is written as \\n.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

FILE: Final = Path(__file__).parent / "cases.tsv"


class GuardCase(NamedTuple):
    """A row without its label."""

    kind: str
    style: str
    language: str
    spoken: str
    written: str


def cases(label: str) -> list[GuardCase]:
    """The rows of that label, in the file's order."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
    return [GuardCase(*(field.replace("\\n", "\n") for field in row[1:])) for row in rows if row[0] == label]
