"""What a run of the latency benchmark found, as figures, as a table and under the names by which results are
compared over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tests.benchmarks.accuracy import interval
from tests.benchmarks.rounds import Outcome
from tests.benchmarks.speech_set import Score, word_error_rate

RELEASES: Final = (0.0, 0.3, 1.0)
"""Seconds behind the last word's end at which the key comes up; a third each."""

MEDIAN_LIMIT: Final = 0.15
P95_LIMIT: Final = 0.40
FIRST_WORDS_LIMIT: Final = 1.0
CORES_LIMIT: Final = 1.6
AGREES_SHARE: Final = 0.20
AGREES_SECONDS: Final = 0.03


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile."""

    median: float
    p95: float

    def as_table(self, unit: str = "") -> dict[str, float]:
        """By name."""
        return {f"median{unit}": round(self.median, 4), f"p95{unit}": round(self.p95, 4)}


def spread(values: Sequence[float]) -> Spread:
    """Of at least one value, between neighbours linearly."""
    median, p95 = np.percentile(values, [50, 95])
    return Spread(float(median), float(p95))


@dataclass(frozen=True, slots=True)
class PlainTimes:
    """Seconds that plain faster-whisper takes after release, one for each dictation."""

    beam5: tuple[float, ...]
    beam1: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """All releases of dictations of about `seconds`."""

    seconds: float
    outcomes: tuple[Outcome, ...]
    plain: PlainTimes | None = None

    @property
    def waits(self) -> Spread:
        """Release to text, all thirds pooled."""
        return spread([one.wait for one in self.outcomes])

    def third(self, after: float) -> Spread:
        """The same for those released so long after the last word."""
        return spread([one.wait for one in self.outcomes if one.after == after])

    @property
    def plain_beam5(self) -> float:
        """Median seconds of plain at beam 5."""
        return spread(self.plain.beam5).median if self.plain else 0.0

    @property
    def plain_beam1(self) -> float:
        """Median seconds of plain at beam 1."""
        return spread(self.plain.beam1).median if self.plain else 0.0

    def as_table(self) -> dict[str, object]:
        """By the names that stay."""
        table: dict[str, object] = dict(self.waits.as_table("_s"))
        if self.plain:
            table |= {
                "plain_beam5_s": round(self.plain_beam5, 4),
                "plain_beam1_s": round(self.plain_beam1, 4),
            }
        return table


@dataclass(frozen=True, slots=True)
class Errors:
    """Word errors of Sayso beside those of plain with the better of its two prompts, pair by pair.
    `groups` names what each pair belongs together with, for an interval over these."""

    ours: tuple[Score, ...]
    plain: tuple[Score, ...] = ()
    plain_way: str = ""
    groups: tuple[str, ...] = ()

    @property
    def wer(self) -> float:
        """Sayso's, in per cent."""
        return word_error_rate(self.ours)

    @property
    def plain_wer(self) -> float:
        """Plain's, in per cent."""
        return word_error_rate(self.plain)

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % of the difference, drawn over pairs; None without plain."""
        return interval(self.ours, self.plain) if self.plain else None

    @property
    def interval_of_groups(self) -> tuple[float, float] | None:
        """95 % of the difference, drawn over groups: wider where pairs share words."""
        if not self.plain or not self.groups:
            return None
        return interval(_summed(self.ours, self.groups), _summed(self.plain, self.groups))

    def as_table(self) -> dict[str, object]:
        """All there is."""
        return {
            "pairs": len(self.ours),
            "words": sum(one.words for one in self.ours),
            "wer": self.wer,
            "plain_wer": self.plain_wer if self.plain else None,
            "plain_way": self.plain_way,
            "interval": self.interval,
            "interval_of_groups": self.interval_of_groups,
        }


def _summed(scores: Sequence[Score], groups: Sequence[str]) -> list[Score]:
    """One score for each group."""
    sums: dict[str, Score] = {}
    for one, group in zip(scores, groups, strict=True):
        before = sums.get(group, Score(0, 0))
        sums[group] = Score(before.edits + one.edits, before.words + one.words)
    return list(sums.values())


@dataclass(frozen=True, slots=True)
class Agreement:
    """Waits in real time beside the simulated ones of the same dictations and releases."""

    seconds: float
    real: tuple[float, ...]
    simulated: tuple[float, ...]
    real_cores: tuple[float, ...]

    @property
    def agrees(self) -> bool:
        """Whether the medians are within a fifth, or 30 ms."""
        real, simulated = spread(self.real).median, spread(self.simulated).median
        return abs(real - simulated) <= max(AGREES_SHARE * simulated, AGREES_SECONDS)

    def as_table(self) -> dict[str, object]:
        """All there is."""
        return {
            "real_s": self.real,
            "simulated_s": self.simulated,
            "agrees": self.agrees,
            "real_cores": self.real_cores,
        }


@dataclass(slots=True)
class Figures:
    """What was found; parts that were left out are empty."""

    lengths: list[Length] = field(default_factory=list)
    joined: Errors | None = None
    single: dict[str, Errors] = field(default_factory=dict)
    noise: tuple[Outcome, ...] = ()
    real_time: list[Agreement] = field(default_factory=list)
    seconds: float = 0.0
    others_cores: float | None = None
    """Cores that other programs used meanwhile: above some hundredths the times are too long."""
    computed: int = 0
    repeated: int = 0

    @property
    def outcomes(self) -> list[Outcome]:
        """All releases of all lengths."""
        return [one for length in self.lengths for one in length.outcomes]

    @property
    def written(self) -> tuple[Outcome, ...]:
        """Noise of which something was written."""
        return tuple(one for one in self.noise if one.transcript.text)

    @property
    def first_words(self) -> Spread | None:
        """From the beginning of speech to the first words."""
        found = [one.first_words for one in self.outcomes if one.first_words is not None]
        return spread(found) if found else None

    @property
    def cores(self) -> Spread | None:
        """In use while dictating."""
        found = [one.cores for one in self.outcomes]
        return spread(found) if found else None

    @property
    def load(self) -> Load | None:
        """How much was decoded, and what releases waited for."""
        return load(self.outcomes) if self.outcomes else None

    def as_table(self) -> dict[str, object]:
        """By the names that stay; what has none is under "more"."""
        average = self.single.get("average")
        return {
            "lengths": {f"{one.seconds:g}": one.as_table() for one in self.lengths},
            "wer": _two("wer", self.joined, average),
            "plain_wer": _two("plain_wer", self.joined, average),
            "noise": {"clips": len(self.noise), "written": len(self.written)},
            "first_words_s": self.first_words.as_table() if self.first_words else None,
            "cores": self.cores.as_table() if self.cores else None,
            "more": self._more(),
        }

    def _more(self) -> dict[str, object]:
        return {
            "thirds": {
                f"{length.seconds:g}": {
                    f"{after:g}": length.third(after).as_table("_s") for after in RELEASES
                }
                for length in self.lengths
            },
            "joined": self.joined.as_table() if self.joined else None,
            "single": {name: errors.as_table() for name, errors in self.single.items()},
            "noise_written": {one.dictation.name: one.transcript.text for one in self.written},
            "load": self.load.as_table() if self.load else None,
            "real_time": {f"{one.seconds:g}": one.as_table() for one in self.real_time},
            "seconds": self.seconds,
            "others_cores": self.others_cores,
            "decodes": {"computed": self.computed, "repeated": self.repeated},
        }


def _two(name: str, joined: Errors | None, single: Errors | None) -> dict[str, object]:
    return {
        "joined": joined.as_table()[name] if joined else None,
        "single": single.as_table()[name] if single else None,
    }


@dataclass(frozen=True, slots=True)
class Load:
    """Calls in all dictations: how often, and how they stood in a release's way."""

    releases: int
    releases_in_call: int
    call_left: Spread
    calls_per_minute: float
    drafts_per_minute: float
    longest_call: float
    decoded_again: int
    without_tentative: int

    def as_table(self) -> dict[str, object]:
        """All there is."""
        return {
            "releases": self.releases,
            "releases_in_call": self.releases_in_call,
            "call_left_s": self.call_left.as_table(),
            "calls_per_minute": self.calls_per_minute,
            "drafts_per_minute": self.drafts_per_minute,
            "longest_call_s": self.longest_call,
            "decoded_again": self.decoded_again,
            "without_tentative": self.without_tentative,
        }


def load(outcomes: Sequence[Outcome]) -> Load:
    """Of at least one dictation."""
    minutes = sum(one.seconds for one in outcomes) / 60
    calls = [call for one in outcomes for call in one.calls]
    left = [one.running for one in outcomes if one.running is not None]
    return Load(
        releases=len(outcomes),
        releases_in_call=len(left),
        call_left=spread(left or [0.0]),
        calls_per_minute=sum(not call.is_draft for call in calls) / minutes,
        drafts_per_minute=sum(call.is_draft for call in calls) / minutes,
        longest_call=max((call.end - call.start for call in calls), default=0.0),
        decoded_again=sum(one.decoded_again for one in outcomes),
        without_tentative=sum(not one.are_tentative for one in outcomes),
    )
