"""The latency benchmark's findings as a table to read and as a picture (SVG)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import Final

from tests.benchmarks.latency_figures import (
    CORES_LIMIT,
    FIRST_WORDS_LIMIT,
    MEDIAN_LIMIT,
    P95_LIMIT,
    RELEASES,
    Errors,
    Figures,
    Load,
    Spread,
    spread,
)
from tests.benchmarks.plots import OURS, THEIRS


def table(figures: Figures) -> str:
    """All there is, to be printed."""
    lines = [*_waits(figures), *_errors(figures), *_noise(figures), *_course(figures), *_real_time(figures)]
    known = figures.computed + figures.repeated
    lines.append(f"\n{figures.seconds / 60:.1f} min; {figures.computed} decodes computed, {known} counted")
    if figures.others_cores is not None:
        lines.append(f"other programs used {figures.others_cores:.2f} cores meanwhile")
    return "\n".join(lines)


def _waits(figures: Figures) -> list[str]:
    if not figures.lengths:
        return []
    thirds = "".join(f"{f'+{after:g} s':>15}" for after in RELEASES)
    lines = [
        f"\nrelease to text (s)   median / p95, limits {MEDIAN_LIMIT:.2f} / {P95_LIMIT:.2f}",
        f"{'length':>7}{'releases':>10}{'all':>15}{thirds}"
        f"{'plain 5':>10}{'ratio':>7}{'plain 1':>9}{'ratio':>7}",
    ]
    for one in figures.lengths:
        each = "".join(f"{_pair(one.third(after)):>15}" for after in RELEASES)
        line = f"{one.seconds:5g} s{len(one.outcomes):10}{_pair(one.waits):>15}{each}"
        if one.plain:
            five, median = one.plain_beam5, one.waits.median
            line += f"{five:10.2f}{five / median:7.1f}{one.plain_beam1:9.2f}{one.plain_beam1 / median:7.1f}"
        missed = one.waits.median > MEDIAN_LIMIT or one.waits.p95 > P95_LIMIT
        lines.append(line + ("  MISSED" if missed else ""))
    tails = spread([one.tail for one in figures.outcomes])
    lines.append(f"  of it until the last sound was there: {_pair(tails)}")
    return lines


def _pair(one: Spread) -> str:
    return f"{one.median:.3f} / {one.p95:.3f}"


def _errors(figures: Figures) -> list[str]:
    rows = {"joined": figures.joined, **{f"single, {name}": one for name, one in figures.single.items()}}
    lines = [_error_line(name, errors) for name, errors in rows.items() if errors]
    return [f"\n{'word errors':28}{'Sayso':>9}{'plain':>9}   difference", *lines] if lines else []


def _error_line(name: str, errors: Errors) -> str:
    line = f"{name:28}{errors.wer:7.2f} %"
    if errors.interval:
        difference = errors.wer - errors.plain_wer
        line += f"{errors.plain_wer:7.2f} %   {difference:+.2f}, 95 % {_between(errors.interval)}"
        if errors.interval_of_groups:
            line += f" (over recordings {_between(errors.interval_of_groups)})"
        line += f", {errors.plain_way}"
    return f"{line}, {sum(one.words for one in errors.ours)} words"


def _between(interval: tuple[float, float]) -> str:
    return f"{interval[0]:+.2f} to {interval[1]:+.2f}"


def _noise(figures: Figures) -> list[str]:
    if not figures.noise:
        return []
    written = [f"  {one.dictation.name}: {one.transcript.text}" for one in figures.written]
    return [f"\nnoise: {len(figures.noise)} clips, {len(figures.written)} written", *written]


def _course(figures: Figures) -> list[str]:
    first, cores, load = figures.first_words, figures.cores, figures.load
    if not cores or not load:
        return []
    lines = ["\nwhile speaking, median / p95"]
    if first:
        lines.append(f"  first words (s)     {_pair(first)}{_missed(first.median, FIRST_WORDS_LIMIT)}")
    lines.append(f"  cores               {_pair(cores)}{_missed(cores.median, CORES_LIMIT)}")
    return [*lines, *_load(load)]


def _missed(value: float, limit: float) -> str:
    return f", limit {limit:g}{'  MISSED' if value > limit else ''}"


def _load(load: Load) -> list[str]:
    return [
        f"  {load.without_tentative} of {load.releases} showed no words before the whole text",
        f"  a minute of dictation: {load.calls_per_minute:.1f} decodes, {load.drafts_per_minute:.1f} drafts; "
        f"the longest took {load.longest_call:.2f} s",
        f"  {load.decoded_again} final decodes of a phrase that had had one",
        f"  {load.releases_in_call} of {load.releases} releases fell into a running decode, which still took "
        f"{_pair(load.call_left)} s",
    ]


def _real_time(figures: Figures) -> list[str]:
    lines = []
    for one in figures.real_time:
        real, simulated = spread(one.real), spread(one.simulated)
        lines.append(
            f"  {one.seconds:3g} s: real {_pair(real)}, simulated {_pair(simulated)}, "
            f"{'agree' if one.agrees else 'DISAGREE'}; {spread(one.real_cores).median:.2f} cores in real time"
        )
        lines += [f"        {a:.3f} beside {b:.3f}" for a, b in zip(one.real, one.simulated, strict=True)]
    return ["\nin real time, the same dictations and releases", *lines] if lines else []


# --- the picture ---

_WIDTH: Final = 760
_HEIGHT: Final = 460
_LEFT: Final = 70
_TOP: Final = 50
_RIGHT: Final = 220
_BOTTOM: Final = 50
_LABEL: Final = 17
"""Pixels between the names of two lines."""
_GRID: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)

_Points = Sequence[tuple[float, float]]


def picture(figures: Figures) -> str:
    """The wait after release by length, both on a log scale."""
    lengths = [one.seconds for one in figures.lengths]
    lines: list[tuple[str, str, str, _Points]] = [
        ("Sayso, 95th percentile", OURS, "6 3", [(one.seconds, one.waits.p95) for one in figures.lengths]),
        ("Sayso, median", OURS, "", [(one.seconds, one.waits.median) for one in figures.lengths]),
    ]
    with_plain = [one for one in figures.lengths if one.plain]
    lines += [
        ("plain, beam 5", "#5f676d", "", [(one.seconds, one.plain_beam5) for one in with_plain]),
        ("plain, beam 1", THEIRS, "", [(one.seconds, one.plain_beam1) for one in with_plain]),
    ]
    values = [y for *_, points in lines for _, y in points] + [MEDIAN_LIMIT, P95_LIMIT]
    axes = _Axes(lengths, values)
    drawn = [*axes.drawn(), axes.limit(MEDIAN_LIMIT, "limit, median"), axes.limit(P95_LIMIT, "limit, p95")]
    lines = [one for one in lines if one[3]]
    drawn += [axes.line(*one) for one in lines]
    drawn += axes.names([(name, colour, points[-1]) for name, colour, _, points in lines])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="white"/>'
        f'<text x="{_LEFT}" y="26" font-weight="bold">Seconds from release to text, by length of the '
        f"dictation</text>{''.join(drawn)}</svg>\n"
    )


class _Axes:
    """Where a length and a wait are in the picture."""

    def __init__(self, lengths: Sequence[float], values: Sequence[float]) -> None:
        self._lengths = lengths
        self._low = max(one for one in _GRID if one <= max(min(values), _GRID[0]))
        self._high = min((one for one in _GRID if one >= max(values)), default=max(values))

    def x(self, length: float) -> float:
        """Pixels from the left."""
        first, last = min(self._lengths), max(self._lengths)
        share = math.log(length / first) / math.log(last / first) if last > first else 0.5
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, wait: float) -> float:
        """Pixels from the top."""
        share = math.log(max(wait, self._low) / self._low) / math.log(self._high / self._low)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)

    def drawn(self) -> list[str]:
        """The grid and its figures."""
        found = []
        for wait in _GRID:
            if self._low <= wait <= self._high:
                y = self.y(wait)
                found.append(
                    f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e3e6e8"/>'
                    f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{wait:g}</text>'
                )
        found += [
            f'<text x="{self.x(length):.1f}" y="{_HEIGHT - _BOTTOM + 22}" text-anchor="middle">'
            f"{length:g} s</text>"
            for length in self._lengths
        ]
        return found

    def limit(self, wait: float, words: str) -> str:
        """A dotted line across."""
        y = self.y(wait)
        return (
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#444" '
            f'stroke-dasharray="2 4"/><text x="{_LEFT + 4}" y="{y - 5:.1f}" fill="#444" font-size="11">'
            f"{escape(words)} {wait:g} s</text>"
        )

    def line(self, name: str, colour: str, dashes: str, points: _Points) -> str:
        """Points joined."""
        places = [(self.x(length), self.y(wait)) for length, wait in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places)
        return (
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" '
            f'stroke-dasharray="{dashes or "none"}"><title>{escape(name)}</title></polyline>{dots}'
        )

    def names(self, ends: Sequence[tuple[str, str, tuple[float, float]]]) -> list[str]:
        """The lines' names and last values beside their ends, none on top of another."""
        found = []
        below = 0.0
        for name, colour, (length, wait) in sorted(ends, key=lambda one: -one[2][1]):
            below = max(self.y(wait) + 4, below + _LABEL)
            found.append(
                f'<text x="{self.x(length) + 10:.1f}" y="{below:.1f}" fill="{colour}">'
                f"{escape(name)}: {wait:.2f} s</text>"
            )
        return found
