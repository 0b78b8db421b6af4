"""Figures as a small SVG that any browser shows: rows of bars, each with its words and, where there is one,
its limit as an upright line.

No plotting library: a benchmark's picture needs rectangles and text, and must not bring in what it measures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

OURS: Final = "#2a6f97"
THEIRS: Final = "#b0b7bd"
OVER: Final = "#b3261e"

_WIDTH: Final = 760
_LABELS: Final = 330
_BARS: Final = _WIDTH - _LABELS - 30
_ROW: Final = 24
_TITLE: Final = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure, not below zero. `limit` is what it is to stay at or below; above it the bar turns red."""

    label: str
    value: float
    unit: str
    limit: float | None = None
    colour: str = OURS

    @property
    def is_over(self) -> bool:
        """Whether the limit is missed."""
        return self.limit is not None and self.value > self.limit

    @property
    def words(self) -> str:
        """What stands beside the bar."""
        limit = "" if self.limit is None else f", limit {round(self.limit, 2):g}"
        return f"{self.label}: {self.value:.2f} {self.unit}{limit}"


@dataclass(frozen=True, slots=True)
class Group:
    """Bars drawn to one scale."""

    title: str
    bars: tuple[Bar, ...]


def svg(groups: Sequence[Group]) -> str:
    """The picture as text. Groups without a bar are left out."""
    drawn = []
    y = 10
    for group in groups:
        if not group.bars:
            continue
        drawn.append(f'<text x="10" y="{y + 20}" font-weight="bold">{escape(group.title)}</text>')
        y += _TITLE
        for bar in group.bars:
            drawn.append(_draw(bar, y, _scale(group)))
            y += _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y + 10}" '
        f'font-family="sans-serif" font-size="13"><rect width="{_WIDTH}" height="{y + 10}" fill="white"/>'
        f"{''.join(drawn)}</svg>\n"
    )


def _scale(group: Group) -> float:
    """Pixels for one unit, so that the longest bar and every limit fit."""
    most = max(max(bar.value, bar.limit or 0.0) for bar in group.bars)
    return _BARS / most if most else 0.0


def _draw(bar: Bar, y: int, scale: float) -> str:
    colour = OVER if bar.is_over else bar.colour
    drawn = (
        f'<text x="10" y="{y + 14}">{escape(bar.words)}</text>'
        f'<rect x="{_LABELS}" y="{y}" width="{bar.value * scale:.1f}" height="18" fill="{colour}"/>'
    )
    if bar.limit is not None:
        x = _LABELS + bar.limit * scale
        drawn += f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 2}" y2="{y + 20}" stroke="black"/>'
    return drawn
