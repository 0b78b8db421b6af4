"""The benchmark of the speech engine apart: its figures, and the crossing that it times."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.adapters.folders import Folders
from app.domain.decoding import DecodingOptions
from app.domain.settings import Device, SpeechSettings
from tests.benchmarks.apart import (
    CROSSINGS,
    LONGEST,
    Figures,
    Memory,
    Pair,
    compare,
    crossings,
    groups,
    phrases_of,
    table,
)
from tests.benchmarks.plots import OVER, svg
from tests.benchmarks.speech_set import load_set
from tests.fakes.speech import FakeRecognizer

# A busy computer: the second decode of "a" apart met something else, and so did the first of "b" here.
PAIRS = [Pair("a", 0.100, 0.104), Pair("b", 0.300, 0.203), Pair("a", 0.102, 0.182), Pair("b", 0.200, 0.206)]


def figures(*pairs: Pair) -> Figures:
    return Figures(list(pairs), [0.001, 0.003], [], Memory(80.0, 260.0, 85.0, 240.0))


def test_the_shortest_decode_of_each_phrase_has_the_least_noise() -> None:
    found = figures(*PAIRS)
    assert found.differences.median == pytest.approx(0.005)
    assert found.differences.p95 > 0.02
    assert found.best_differences.median == pytest.approx(0.0035)
    assert found.best_differences.p95 == pytest.approx(0.00395)
    assert found.is_within


def test_what_costs_more_or_changes_words_is_not_within() -> None:
    slow = [Pair(pair.phrase, pair.here, pair.apart + 0.03) for pair in PAIRS]
    assert not figures(*slow).is_within
    other = figures(*PAIRS)
    other.different.append("a")
    assert not other.is_within


def test_the_table_and_the_json_say_the_same() -> None:
    found = figures(*PAIRS)
    rows = table(found).splitlines()
    assert rows[3].split()[-4:] == ["5.0", "ms", "68.9", "ms"]
    assert rows[-3] == "4 pairs, 0 texts that differ; limit 20 ms: kept"
    assert rows[-1] == "  325 MB with it apart: 85 MB here and 240 MB there"
    kept = json.loads(json.dumps(found.as_table()))
    assert kept["difference_ms"]["median"] == pytest.approx(5.0)
    assert kept["memory_mb"] == {"before": 80.0, "here": 260.0, "apart": 85.0, "child": 240.0}
    assert len(kept["pairs"]) == 4


def test_the_picture_is_red_where_the_limit_is_missed_or_a_word_differs() -> None:
    kept = svg(groups(figures(*PAIRS)))
    assert OVER not in kept
    for words in (
        "each pair, median: 5.00 ms, limit 20",
        "apart, both processes: 325.00 MB",
        "apart: 192.50 ms",
    ):
        assert words in kept
    slow = [Pair(pair.phrase, pair.here, pair.apart + 0.03) for pair in PAIRS]
    assert svg(groups(figures(*slow))).count(OVER) == 2
    other = figures(*PAIRS)
    other.different.append("a")
    assert svg(groups(other)).count(OVER) == 1


def test_phrases_are_english_speech_and_no_longer_than_one() -> None:
    clips = load_set(None)
    heard: list[int] = []
    phrases = phrases_of(clips, lambda sound: [0.5] * (heard.append(len(sound)) or 1))  # type: ignore[func-returns-value]
    names = {phrase.name for phrase in phrases}
    assert {"s01", "medium"} <= names
    assert not names & {"long", "german", "silence"}
    assert all(0 < len(phrase.sound) <= LONGEST * 16_000 for phrase in phrases)
    assert len(heard) == len(phrases)


def test_each_phrase_is_decoded_by_both_in_every_round() -> None:
    phrases = phrases_of(load_set(None)[:2], lambda sound: [0.9])
    here, apart = FakeRecognizer(), FakeRecognizer(*["words"] * 4, "other words")
    found = Figures()
    compare(here, apart, phrases, DecodingOptions(), 2, found)
    assert [pair.phrase for pair in found.pairs] == ["s01", "s02", "s01", "s02"]
    assert len(here.phrases) == len(apart.phrases) == 5  # the first of each does not count
    assert found.different == ["s02"]


def test_crossing_takes_no_time_to_speak_of(tmp_path: Path) -> None:
    taken = crossings(Folders.at(tmp_path), SpeechSettings(model="tiny.en", device=Device.CPU))
    assert len(taken) == CROSSINGS - 1
    assert isinstance(found := Figures(crossings=taken, pairs=PAIRS).as_table()["crossing_ms"], dict)
    assert found["median"] == pytest.approx(1000 * sorted(taken)[len(taken) // 2])
    assert 0 < min(taken) < 0.02
