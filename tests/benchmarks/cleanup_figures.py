"""The figures of `tests.benchmarks.cleanup`: their names over time, their table and their picture."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.benchmarks.plots import OURS, THEIRS, Bar, Group
from tests.domain.guard.corpus_figures import Share

WARM_TIMES: Final = 5.0
"""How many times sooner the first token comes warm than cold, at least."""
LONG_TIMES: Final = 1.5
"""The wait of 60 s of speech, in waits of 5 s, at most."""
PLAIN_TIMES: Final = 1.1
"""The wait of 5 s of speech, in plain streamed calls, at most."""
GUARD_SHARE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Wait:
    """One dictation: seconds from the text in hand to the judged clean-up.

    Args:
        in_advance: its share of pieces that were written before, and `refused` those that the guard refused.
    """

    seconds: float
    first_token: float | None
    tokens: int
    in_advance: float = 0.0
    pieces: int = 1
    refused: int = 0


@dataclass(slots=True)
class Figures:
    """What was measured, in seconds. `waits` by name: "5" and "60" with pieces, "whole 5" and "whole 60"
    without, "plain 5" for the plain call."""

    first_token: dict[str, list[float]] = field(default_factory=dict)
    waits: dict[str, list[Wait]] = field(default_factory=dict)
    guard: dict[str, dict[str, Share]] = field(default_factory=dict)
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

    def as_table(self) -> dict[str, object]:
        """By the names under which results are compared over time."""
        held = self.guard["held back"]
        return {
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
            "model": self.model,
        }


def refused(waits: Sequence[Wait]) -> float:
    """Share of the pieces that the guard refused."""
    return sum(one.refused for one in waits) / max(1, sum(one.pieces for one in waits))


def table(figures: Figures) -> str:
    """All of it as text, each limit with whether it is kept."""
    lines = [f"\n{figures.model}", f"{'first token':34}{'median':>10}{'worst':>10}"]
    for state, seconds in figures.first_token.items():
        lines.append(f"  {state:32}{statistics.median(seconds):8.3f} s{max(seconds):8.3f} s")
    lines.append(_limit("  cold in times of warm", figures.warm_times, WARM_TIMES, at_least=True))
    lines.append(
        f"\n{'release to the last token':34}{'median':>10}{'worst':>10}{'in advance':>12}{'refused':>10}"
    )
    for name, waits in figures.waits.items():
        worst = max(one.seconds for one in waits)
        ahead = statistics.mean(one.in_advance for one in waits)
        tokens = statistics.mean(one.tokens for one in waits)
        shown = f"{tokens:6.0f}"
        if not name.startswith("plain"):
            shown += f"{ahead:12.0%}{refused(waits):9.0%}"
        lines.append(f"  {_TITLES[name]:32}{figures.wait(name):8.3f} s{worst:8.3f} s {shown}")
    lines.append(_limit("  60 s in times of 5 s", figures.long_times, LONG_TIMES))
    lines.append(_limit("  5 s in times of the plain call", figures.plain_times, PLAIN_TIMES))
    lines.append("\nguard")
    for half, shares in figures.guard.items():
        for label, words in (("good", "good ones kept"), ("bad", "bad ones refused")):
            low = "" if shares[label].value >= GUARD_SHARE else "  MISSED"
            lines.append(f"  {half + ', ' + words:32}{shares[label]}{low}")
    return "\n".join(lines)


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
    )


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
