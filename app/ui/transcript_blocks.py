"""Cues as paragraphs of a text document: paragraph n is cue n."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextBlock, QTextBlockFormat

from app.domain.file_transcript import Cue
from app.ui.directions import is_mirrored
from app.ui.transcript_marks import GUTTER

SPACE: Final = 6
"""Logical pixels between cues."""

LINE_HEIGHT: Final = 140.0
"""Per cent of the font's own line."""

_LINE_SEPARATOR: Final = "\u2028"
"""A new line within a paragraph."""


def text_of(cue: Cue) -> str:
    """The text as it stands in its paragraph."""
    return cue.text.replace("\n", _LINE_SEPARATOR)


def text_in(block: QTextBlock) -> str:
    """The text of a cue, from its paragraph."""
    return block.text().replace(_LINE_SEPARATOR, "\n")


def lead(block: QTextBlock) -> int:
    """Spaces that the user wrote in front of a cue's text, which has none."""
    text = block.text()
    return len(text) - len(text.lstrip())


def differing(old: tuple[Cue, ...], new: tuple[Cue, ...]) -> tuple[int, int]:
    """How many cues both begin with, and how many of the others both end with."""
    most, low, high = min(len(old), len(new)), 0, 0
    while low < most and (old[low] is new[low] or old[low] == new[low]):
        low += 1
    while high < most - low and (old[-1 - high] is new[-1 - high] or old[-1 - high] == new[-1 - high]):
        high += 1
    return low, high


def block_format(head: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLeftMargin(SPACE if is_mirrored() else GUTTER)
    block.setRightMargin(GUTTER if is_mirrored() else SPACE)
    block.setTopMargin(SPACE + head)
    block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block
