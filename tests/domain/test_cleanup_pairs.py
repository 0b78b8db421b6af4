"""The corpus of clean-ups is what its header says: enough of each fault, in both halves, half a model's."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest

from tests.data.cleanup import FAULTS, STYLES, Fault, Pair, is_held_back, load_asks, load_pairs

LANGUAGES = {"en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh"}


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return load_pairs()


def test_there_are_enough_pairs_of_both_labels(pairs: list[Pair]) -> None:
    labels = Counter(pair.label for pair in pairs)
    assert set(labels) == {"good", "bad"}
    assert labels["good"] >= 200
    assert len(pairs) >= 440


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_there_often_enough(pairs: list[Pair], fault: Fault) -> None:
    assert sum(pair.fault == fault for pair in pairs) >= 22


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_in_both_halves(pairs: list[Pair], fault: Fault) -> None:
    held_back = Counter(is_held_back(pair) for pair in pairs if pair.fault == fault)
    assert min(held_back[True], held_back[False]) >= 5


def test_half_of_the_bad_ones_are_a_models(pairs: list[Pair]) -> None:
    sources = Counter(pair.source for pair in pairs if pair.label == "bad")
    assert sources["model"] >= sources["written"] > 0


def test_every_pair_is_well_formed(pairs: list[Pair]) -> None:
    for pair in pairs:
        assert pair.label in ("good", "bad"), pair.id
        assert pair.source in ("model", "written"), pair.id
        assert pair.style in STYLES, pair.id
        assert pair.language in LANGUAGES, pair.id
        assert (pair.fault is None) == (pair.label == "good"), pair.id
        assert pair.fault is None or pair.fault in FAULTS, pair.id
        assert (pair.model is None) == (pair.source == "written"), pair.id
        assert pair.spoken.strip() == pair.spoken != "", pair.id
        assert pair.written.strip() == pair.written, pair.id


def test_ids_are_unique_and_no_pair_comes_twice(pairs: list[Pair]) -> None:
    assert len({pair.id for pair in pairs}) == len(pairs)
    assert len({(pair.spoken, pair.written) for pair in pairs}) == len(pairs)


def test_every_style_and_language_has_both_labels(pairs: list[Pair]) -> None:
    labels = ("good", "bad")
    assert {(p.style, p.label) for p in pairs} == {(style, label) for style in STYLES for label in labels}
    assert {(p.language, p.label) for p in pairs} == {
        (tongue, label) for tongue in LANGUAGES for label in labels
    }


def test_there_are_long_and_very_short_good_ones(pairs: list[Pair]) -> None:
    words = [
        len(pair.spoken.split())
        for pair in pairs
        if pair.label == "good" and pair.language not in ("ja", "zh")
    ]
    assert sum(150 <= count <= 300 for count in words) >= 12
    assert sum(count <= 3 for count in words) >= 10


def test_the_halves_are_of_like_size(pairs: list[Pair]) -> None:
    share = sum(map(is_held_back, pairs)) / len(pairs)
    assert 0.4 < share < 0.6


def test_the_half_follows_the_written_rule(pairs: list[Pair]) -> None:
    for pair in pairs:
        text = (pair.spoken + "\n" + pair.written).encode("utf-8")
        assert is_held_back(pair) == (int(hashlib.sha256(text).hexdigest()[0], 16) >= 8), pair.id


def test_the_asking_dictations_have_each_a_label() -> None:
    asks = load_asks()
    assert len(asks) == 40
    assert len({ask.id for ask in asks}) == len({ask.spoken for ask in asks}) == 40
    for ask in asks:
        assert (ask.fault is None) == (ask.label == "good"), ask.id
        assert ask.fault is None or ask.fault in FAULTS, ask.id
        assert ask.spoken
        assert ask.written
        assert ask.prompt in ("few-shot", "plain")
        assert 0.3 <= ask.temperature <= 1.0
    assert {ask.label for ask in asks} == {"good", "bad"}


def test_no_asking_dictation_is_among_the_pairs(pairs: list[Pair]) -> None:
    assert not {ask.spoken for ask in load_asks()} & {pair.spoken for pair in pairs}
