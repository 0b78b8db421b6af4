"""A transcript as subtitles: short texts of a few lines, each long enough on the screen to be read.

Sources: the BBC's Subtitle Guidelines (lines, breaks, timing, speakers' labels) and Netflix's Timed Text
Style Guide: General Requirements (42 characters in a line, two lines, 5/6 s to 7 s, two frames between
subtitles, gaps under half a second closed).

Rules: the words stay as they are and in order. Cues are parted where it reads best, and put together only
where one alone would be too short to be seen. A subtitle begins with its first word and goes into the silence
behind it as far as reading it takes; where there is none, it is as fast as its speaker. Pure; times are
seconds, whole milliseconds within.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from app.domain.file_settings import FileSettings
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.line_breaks import NEVER, Measure, cost_at_end, lines, parting_costs
from app.domain.seams import is_spaceless, joined
from app.domain.text_layout import Joint, atoms, plain, width

SHORTEST: Final = 834
"""Milliseconds that a subtitle stays at least, where there is room: 5/6 s."""
LONGEST: Final = 7000
GAP: Final = 84
"""Milliseconds between two subtitles: two frames of 24 in a second."""
_NARROW_GAP: Final = 500
"""A gap below it looks like a flicker, and is closed to `GAP`."""
_BRIEFEST: Final = 250
"""Where two cues begin at once, the second waits so long."""

_SUBTITLE: Final = 30.0
"""What one more subtitle costs, beside what it costs to part the text (see `app.domain.line_breaks`)."""
_ACROSS_CUES: Final = 45.0
"""What it costs to keep two cues in one subtitle: more than a subtitle, less than one that is too short."""
_TOO_SHORT: Final = 60.0
_TOO_FAST: Final = 20.0
_LONE_WORD: Final = 20.0
_NARROW: Final = 12
"""Columns below which a subtitle is a lone word."""
_PAUSE: Final = 700
"""Milliseconds of silence that a text should not run over."""
_OVER_PAUSE: Final = 60.0
"""A second."""
_BREAK: Final = 1500
"""Milliseconds of silence that no subtitle runs over, where a cue ends there."""
_PAUSE_WORTH: Final = 0.05
"""How much cheaper a millisecond of silence makes it to part there."""
_MOST_WORTH: Final = 30.0


@dataclass(frozen=True, slots=True)
class Subtitle:
    """What is on the screen from `start` to `end`; `speaker` is who says it, empty where nobody is named."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""

    @property
    def text(self) -> str:
        """All lines on one."""
        return joined(*self.lines)


@dataclass(frozen=True, slots=True)
class _Part:
    """An atom with its times in milliseconds; `cost` is of a subtitle that ends before it, `across` of one
    that goes on over it."""

    text: str
    start: int
    end: int
    spaced: bool
    cost: float = 0.0
    across: float = 0.0


@dataclass(frozen=True, slots=True)
class _Block:
    """A subtitle whose time is not yet settled."""

    start: int
    end: int
    columns: int
    lines: tuple[str, ...]
    speaker: str


def subtitles(
    transcript: FileTranscript, settings: FileSettings, *, labelled: bool = False
) -> tuple[Subtitle, ...]:
    """The subtitles of `transcript`, in order, without overlap.

    `labelled`: where another speaker begins, "NAME:" comes before the text, within the limits of a line.
    """
    cues = [replace(cue, text=text) for cue in transcript.cues if (text := plain(cue.text))]
    blocks: list[_Block] = []
    speaker = ""
    runs = _runs(sorted(cues, key=lambda cue: cue.start))
    for number, run in enumerate(runs):
        name = plain(run[0].speaker)
        label = f"{name.upper()}:" if labelled and name and name != speaker else ""
        speaker = name
        until = _milliseconds(runs[number + 1][0].start) if number + 1 < len(runs) else None
        parts = _parts(run, transcript.language, label)
        blocks.extend(_blocks(parts, until, settings, name))
    return tuple(_timed(blocks, settings.subtitle_speed))


def _milliseconds(seconds: float) -> int:
    return max(0, round(seconds * 1000))


def _runs(cues: Iterable[Cue]) -> list[list[Cue]]:
    """Cues of one speaker that follow each other without a break."""
    runs: list[list[Cue]] = []
    for cue in cues:
        last = runs[-1][-1] if runs else None
        if last and last.speaker == cue.speaker and (cue.start - last.end) * 1000 < _BREAK:
            runs[-1].append(cue)
        else:
            runs.append([cue])
    return runs


def _parts(run: Sequence[Cue], language: str, label: str) -> list[_Part]:
    parts: list[_Part] = []
    before = ""
    for cue in run:
        cut = atoms(cue.text)
        costs = parting_costs(cue.text, cut, language)
        times = _Times(cue)
        for atom, cost in zip(cut, costs, strict=True):
            start, end = times.of(atom.at, atom.end)
            if parts:  # time never runs back, whatever a cue and its words say
                start = max(start, parts[-1].start)
            end = max(start, end)
            if atom.at:
                parts.append(_Part(atom.text, start, end, atom.joint is Joint.SPACE, cost))
            elif parts:
                spaced = " " in joined(parts[-1].text, atom.text)
                parts.append(_Part(atom.text, start, end, spaced, cost_at_end(before), _ACROSS_CUES))
            else:
                parts.extend(_Part(one.text, start, start, True, NEVER) for one in atoms(label))
                parts.append(_Part(atom.text, start, end, True, NEVER if label else 0.0))
        before = cue.text
    return [parts[0], *(_weighed(one, two) for one, two in pairwise(parts))]


def _weighed(before: _Part, part: _Part) -> _Part:
    """`part` with the silence before it taken into account: a place to part, and none to go on over."""
    silence = part.start - before.end
    if silence <= 0 or part.cost >= NEVER:
        return part
    across = part.across + _OVER_PAUSE * max(0, silence - _PAUSE) / 1000
    return replace(part, cost=max(0.0, part.cost - min(_MOST_WORTH, silence * _PAUSE_WORTH)), across=across)


class _Times:
    """When each character of a cue is said: by the times of its words, and in between by equal shares.

    Words may be missing, where the text was changed since they were heard.
    """

    def __init__(self, cue: Cue) -> None:
        self._places = [0]
        self._times = [_milliseconds(cue.start)]
        at = 0
        for word in cue.words:
            wanted = plain(word.text)
            if not wanted or (place := _find(cue.text, wanted, at)) < 0:
                continue
            at = place + len(wanted)
            self._add(place, word.start)
            self._add(at, word.end)
        self._add(len(cue.text), cue.end)

    def _add(self, place: int, seconds: float) -> None:
        self._places.append(place)
        self._times.append(max(self._times[-1], _milliseconds(seconds)))

    def of(self, start: int, end: int) -> tuple[int, int]:
        """When the characters `start` to `end` begin and end, in milliseconds."""
        return self._at(start, bisect_right(self._places, start) - 1), self._at(
            end, bisect_left(self._places, end)
        )

    def _at(self, place: int, known: int) -> int:
        if self._places[known] == place:
            return self._times[known]
        # bisect_left answers with the place behind, bisect_right with that before.
        low = known if self._places[known] < place else known - 1
        share = (place - self._places[low]) / (self._places[low + 1] - self._places[low])
        return round(self._times[low] + share * (self._times[low + 1] - self._times[low]))


def _find(text: str, word: str, start: int) -> int:
    """Where `word` stands in `text` from `start` on, as a word and not inside another, else -1."""
    place = text.find(word, start)
    while place >= 0:
        end = place + len(word)
        if _parts_words(text[place - 1 : place], word[0]) and _parts_words(word[-1], text[end : end + 1]):
            return place
        place = text.find(word, place + 1)
    return -1


def _parts_words(before: str, after: str) -> bool:
    if not (before.isalnum() and after.isalnum()):
        return True
    return is_spaceless(before) or is_spaceless(after)


def _blocks(parts: Sequence[_Part], until: int | None, settings: FileSettings, speaker: str) -> list[_Block]:
    """The parts in subtitles, such that all together cost the least (dynamic programming).

    `until` is when the next text begins, None where there is none.
    """
    measure = Measure([width(one.text) for one in parts], [one.spaced for one in parts])
    across = [0.0]
    for one in parts:
        across.append(across[-1] + one.across)
    starts = [one.start for one in parts]
    best, ways = [0.0], [0]
    for end in range(1, len(parts) + 1):
        following = starts[end] if end < len(parts) else until
        parting = parts[end].cost if end < len(parts) else 0.0
        cheapest, way = math.inf, end - 1
        # Lines are filled from the last one up: as few are needed as filled from the first one down.
        count, line_end = 1, end
        for start in range(end - 1, -1, -1):
            if start < line_end - 1 and measure.width(start, line_end) > settings.subtitle_characters:
                count, line_end = count + 1, start + 1
            if start < end - 1 and (
                count > settings.subtitle_lines or parts[end - 1].end - starts[start] > LONGEST
            ):
                break
            cost = (
                best[start]
                + _SUBTITLE
                + parting
                + across[end]
                - across[start + 1]
                + _unseen(measure.width(start, end), starts[start], following, settings.subtitle_speed)
            )
            if cost < cheapest:
                cheapest, way = cost, start
        best.append(cheapest)
        ways.append(way)
    blocks: list[_Block] = []
    costs = [one.cost for one in parts]
    end = len(parts)
    while end:
        start = ways[end]
        places = [start, *lines(measure, costs, start, end, settings.subtitle_characters)]
        written = tuple(_line(parts[first:last]) for first, last in pairwise(places))
        columns = measure.width(start, end)
        blocks.append(_Block(parts[start].start, parts[end - 1].end, columns, written, speaker))
        end = start
    return blocks[::-1]


def _unseen(columns: int, start: int, following: int | None, speed: float) -> float:
    """What it costs that a subtitle is too short to be seen or read well."""
    cost = _LONE_WORD * max(0, _NARROW - columns) / _NARROW
    if following is None:
        return cost
    room = max(0, following - start - GAP)
    if room < SHORTEST:
        cost += _TOO_SHORT * (SHORTEST - room) / SHORTEST
    needed = columns * 1000 / speed
    if room < needed:
        cost += _TOO_FAST * (needed - room) / needed
    return cost


def _line(parts: Sequence[_Part]) -> str:
    rest = (f" {one.text}" if one.spaced else one.text for one in parts[1:])
    return parts[0].text + "".join(rest)


def _timed(blocks: Sequence[_Block], speed: float) -> Iterable[Subtitle]:
    """Each block with the time that it is on the screen."""
    starts: list[int] = []
    for block in blocks:
        starts.append(max(block.start, starts[-1] + _BRIEFEST + GAP) if starts else block.start)
    for number, block in enumerate(blocks):
        start = starts[number]
        latest = start + LONGEST
        needed = math.ceil(block.columns * 1000 / speed)
        end = max(block.end, start + needed, start + SHORTEST)
        if number + 1 < len(blocks):
            following = starts[number + 1] - GAP
            if following - end < _NARROW_GAP - GAP:
                end = following
        yield Subtitle(start / 1000, min(end, latest) / 1000, block.lines, block.speaker)
