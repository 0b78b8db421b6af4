"""The figures of `tests.benchmarks.cleanup`: their names over time, their table and their picture."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.benchmarks.cleanup_quality import Quality, total
from tests.benchmarks.latency_figures import Spread, spread
from tests.benchmarks.plots import OURS, THEIRS, Bar, Group
from tests.domain.guard.corpus_figures import Share

WARM_TIMES: Final = 5.0
"""How many times sooner the first token comes warm than cold, at least."""
LONG_TIMES: Final = 1.5
"""The wait of 60 s of speech, in waits of 5 s, at most."""
PLAIN_TIMES: Final = 1.1
"""The wait of 5 s of speech, in plain streamed calls, at most."""
GUARD_SHARE: Final = 0.95
RAW_LIMIT: Final = 0.6
"""Seconds from the release to the raw text with the clean-up beside, at the median, at most."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One dictation: seconds from the text in hand to the judged clean-up.

    Args:
        in_advance: its share of pieces that were written before, and `refused` those that the guard refused.
        quality: what became of its words.
    """

    seconds: float
    first_token: float | None
    tokens: int
    in_advance: float = 0.0
    pieces: int = 1
    refused: int = 0
    quality: Quality = field(default_factory=Quality)


@dataclass(frozen=True, slots=True)
class Trial:
    """One text by one way to ask.

    Args:
        prompt_tokens: of the prompt, `tokens` of the answer, as the server counts.
        accepted: whether the guard let it pass; `is_whole` when it ended before its limit.
        asks: whether the text asks, commands or tries to inject.
    """

    prompt_tokens: int
    tokens: int
    seconds: float
    accepted: bool
    is_whole: bool
    asks: bool
    quality: Quality


@dataclass(frozen=True, slots=True)
class Way:
    """All texts by one way to ask; at least one."""

    trials: tuple[Trial, ...]

    @property
    def prompt_tokens(self) -> float:
        """Mean."""
        return statistics.mean(one.prompt_tokens for one in self.trials)

    @property
    def tokens(self) -> float:
        """Mean, runaways included."""
        return statistics.mean(one.tokens for one in self.trials)

    @property
    def seconds(self) -> float:
        """Mean, runaways included."""
        return statistics.mean(one.seconds for one in self.trials)

    @property
    def endless(self) -> int:
        """How many answers did not come to an end within their limit."""
        return sum(not one.is_whole for one in self.trials)

    @property
    def kept(self) -> float:
        """Share of the words that the model kept."""
        return total([one.quality for one in self.trials]).kept_share

    def accepted(self, *, asking: bool | None = None) -> float:
        """Share of the answers that the guard let pass; of the texts that ask, or of the others, if given."""
        counted = [one.accepted for one in self.trials if asking is None or one.asks is asking]
        return float(statistics.mean(counted)) if counted else 0.0

    def as_table(self) -> dict[str, float]:
        """By name."""
        return {
            "prompt_tokens": self.prompt_tokens,
            "answer_tokens": self.tokens,
            "seconds": self.seconds,
            "accepted": self.accepted(),
            "accepted_asking": self.accepted(asking=True),
            "kept": self.kept,
            "endless": self.endless / len(self.trials),
        }


@dataclass(slots=True)
class RawWaits:
    """Seconds from the release to the raw text in real time: with the clean-up `on` beside, and `off`; and
    the clean-ups of the former, in their order."""

    on: list[float] = field(default_factory=list)
    off: list[float] = field(default_factory=list)
    cleaned: list[Wait] = field(default_factory=list)

    def add(self, raw: float, cleaned: Wait) -> None:
        """One dictation with the clean-up beside."""
        self.on.append(raw)
        self.cleaned.append(cleaned)

    @property
    def spread(self) -> Spread:
        """With the clean-up beside."""
        return spread(self.on)

    @property
    def off_spread(self) -> Spread:
        """Without it."""
        return spread(self.off)

    def as_table(self) -> dict[str, float]:
        """By the names under which results are compared over time."""
        return {**self.spread.as_table(), "off_median": round(self.off_spread.median, 4)}


@dataclass(slots=True)
class Figures:
    """What was measured, in seconds. `waits` by name: "5" and "60" with pieces, "whole 5" and "whole 60"
    without, "plain 5" for the plain call. `ways` by their names; empty, as `raw` is None, where left out."""

    first_token: dict[str, list[float]] = field(default_factory=dict)
    waits: dict[str, list[Wait]] = field(default_factory=dict)
    guard: dict[str, dict[str, Share]] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    raw: RawWaits | None = None
    model: str = ""

    def first(self, state: str) -> float:
        """Median of the first tokens."""
        return statistics.median(self.first_token[state])

    def wait(self, name: str) -> float:
        """Median of the waits."""
        return statistics.median(one.seconds for one in self.waits[name])

    @property
    def warm_times(self) -> float:
        return self.first("cold") / self.first("warm")

    @property
    def long_times(self) -> float:
        return self.wait("60") / self.wait("5")

    @property
    def plain_times(self) -> float:
        """Median over the dictations, each beside the plain call on the same text."""
        pairs = zip(self.waits["5"], self.waits["plain 5"], strict=True)
        return statistics.median(ours.seconds / plain.seconds for ours, plain in pairs)

    def quality(self, name: str) -> Quality:
        """Of all dictations of that name."""
        return total([one.quality for one in self.waits[name]])

    def as_table(self) -> dict[str, object]:
        """By the names under which results are compared over time."""
        held = self.guard["held back"]
        named: dict[str, object] = {
            "first_token": {
                "unloaded_s": self.first("unloaded"),
                "cold_s": self.first("cold"),
                "warm_s": self.first("warm"),
            },
            "wait": {
                "5": self.wait("5"),
                "60": self.wait("60"),
                "plain_5": self.wait("plain 5"),
                "whole_5": self.wait("whole 5"),
                "whole_60": self.wait("whole 60"),
            },
            "guard": {"good_kept": held["good"].value, "bad_refused": held["bad"].value},
            "guard_tuned_on": {
                "good_kept": self.guard["tuned on"]["good"].value,
                "bad_refused": self.guard["tuned on"]["bad"].value,
            },
            "ratios": {
                "cold_to_warm": self.warm_times,
                "60_to_5": self.long_times,
                "5_to_plain": self.plain_times,
            },
            "refused": {name: refused(waits) for name, waits in self.waits.items() if name != "plain 5"},
            "quality": {
                name: {"accepted": self.quality(name).accepted_share, "kept": self.quality(name).kept_share}
                for name in self.waits
                if name != "plain 5"
            },
            "model": self.model,
        }
        if self.ways:
            named["prompts"] = {name: way.as_table() for name, way in self.ways.items()}
        if self.raw:
            named["raw_s"] = self.raw.as_table()
        return named


def refused(waits: Sequence[Wait]) -> float:
    """Share of the pieces that the guard refused."""
    return sum(one.refused for one in waits) / max(1, sum(one.pieces for one in waits))


def table(figures: Figures) -> str:
    """All of it as text, each limit with whether it is kept."""
    lines = [f"\n{figures.model}", f"{'first token':34}{'median':>10}{'worst':>10}"]
    for state, seconds in figures.first_token.items():
        lines.append(f"  {state:32}{statistics.median(seconds):8.3f} s{max(seconds):8.3f} s")
    lines.append(_limit("  cold in times of warm", figures.warm_times, WARM_TIMES, at_least=True))
    lines += [*_waits(figures), *_ways(figures.ways), *(_raw(figures.raw) if figures.raw else ())]
    lines.append("\nguard")
    for half, shares in figures.guard.items():
        for label, words in (("good", "good ones kept"), ("bad", "bad ones refused")):
            low = "" if shares[label].value >= GUARD_SHARE else "  MISSED"
            lines.append(f"  {half + ', ' + words:32}{shares[label]}{low}")
    return "\n".join(lines)


def _waits(figures: Figures) -> list[str]:
    """Without the plain call's quality: it is that of the whole."""
    head = (
        f"{'median':>10}{'worst':>10}{'tokens':>8}{'in advance':>12}{'refused':>9}{'accepted':>10}{'kept':>7}"
    )
    lines = [f"\n{'release to the last token':34}{head}"]
    for name, waits in figures.waits.items():
        worst = max(one.seconds for one in waits)
        tokens = statistics.mean(one.tokens for one in waits)
        shown = f"{figures.wait(name):8.3f} s{worst:8.3f} s{tokens:8.0f}"
        if not name.startswith("plain"):
            ahead, quality = statistics.mean(one.in_advance for one in waits), figures.quality(name)
            shown += f"{ahead:12.0%}{refused(waits):9.0%}"
            shown += f"{quality.accepted_share:10.0%}{quality.kept_share:7.0%}"
        lines.append(f"  {_TITLES[name]:32}{shown}")
    lines.append("  refused: pieces; accepted: words in passages that the guard let pass; kept: by the model")
    lines.append(_limit("  60 s in times of 5 s", figures.long_times, LONG_TIMES))
    lines.append(_limit("  5 s in times of the plain call", figures.plain_times, PLAIN_TIMES))
    return lines


def _ways(ways: Mapping[str, Way]) -> list[str]:
    if not ways:
        return []
    first = next(iter(ways.values()))
    title = f"prompts, {len(first.trials)} texts"
    head = f"{'prompt':>8}{'answer':>8}{'time':>10}{'accepted':>10}{'asking':>8}{'kept':>7}{'endless':>9}"
    lines = [f"\n{title:34}{head}"]
    for name, way in ways.items():
        lines.append(
            f"  {name:32}{way.prompt_tokens:6.0f} t{way.tokens:6.0f} t{way.seconds:8.3f} s"
            f"{way.accepted():10.0%}{way.accepted(asking=True):8.0%}{way.kept:7.0%}{way.endless:9}"
        )
    lines.append("  means; asking: of the texts that ask or command, the share that the guard let pass")
    return lines


def _raw(raw: RawWaits) -> list[str]:
    lines = [f"\n{f'release to raw text, {len(raw.on)} dictations':34}{'median':>10}{'95th':>10}"]
    for name, one in (("with clean-up beside", raw.spread), ("without", raw.off_spread)):
        lines.append(f"  {name:32}{one.median:8.3f} s{one.p95:8.3f} s")
    ahead = statistics.mean(one.in_advance for one in raw.cleaned)
    lines.append(f"  {'pieces cleaned up in advance':32}{ahead:9.0%}")
    lines.append(_limit("  with clean-up, median", raw.spread.median, RAW_LIMIT))
    return lines


def picture(figures: Figures) -> tuple[Group, ...]:
    """The same as bars."""
    plain = figures.wait("plain 5")
    return (
        Group(
            "First token",
            tuple(
                Bar(state, figures.first(state), "s", figures.first("cold") / WARM_TIMES, OURS)
                if state == "warm"
                else Bar(state, figures.first(state), "s", colour=THEIRS)
                for state in figures.first_token
            ),
        ),
        Group(
            "From the text in hand to the last token",
            (
                Bar("5 s, plain call", plain, "s", colour=THEIRS),
                Bar("5 s", figures.wait("5"), "s", PLAIN_TIMES * plain),
                Bar("60 s", figures.wait("60"), "s", LONG_TIMES * figures.wait("5")),
                Bar("60 s, not in pieces", figures.wait("whole 60"), "s", colour=THEIRS),
            ),
        ),
        Group(
            "Guard: wrong verdicts on the half held back",
            tuple(
                Bar(label, 100 * (1 - share.value), "%", 100 * (1 - GUARD_SHARE))
                for label, share in figures.guard["held back"].items()
                if label in ("good", "bad")
            ),
        ),
        *_more(figures),
    )


def _more(figures: Figures) -> Iterator[Group]:
    """What may have been left out."""
    if figures.ways:
        ways = figures.ways.items()
        bars = (Bar(name, way.seconds, "s", colour=_colour(name)) for name, way in ways)
        yield Group("Prompts: mean time of an answer", tuple(bars))
        bars = (Bar(name, 100 * way.accepted(), "%", colour=_colour(name)) for name, way in ways)
        yield Group("Prompts: answers that the guard lets pass", tuple(bars))
    if figures.raw:
        with_it, without = figures.raw.spread.median, figures.raw.off_spread.median
        yield Group(
            "Release to raw text, median",
            (
                Bar("clean-up beside", with_it, "s", RAW_LIMIT),
                Bar("without clean-up", without, "s", colour=THEIRS),
            ),
        )


def _colour(way: str) -> str:
    return OURS if way.startswith("ours") else THEIRS


_TITLES: Final = {
    "5": "5 s, in pieces",
    "60": "60 s, in pieces",
    "whole 5": "5 s, whole",
    "whole 60": "60 s, whole",
    "plain 5": "5 s, plain streamed call",
}


def _limit(words: str, value: float, limit: float, *, at_least: bool = False) -> str:
    missed = value < limit if at_least else value > limit
    bound = f"{'at least' if at_least else 'at most'} {limit:g}"
    return f"{words:34}{value:8.2f}   {bound}{'  MISSED' if missed else ''}"
