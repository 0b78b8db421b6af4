from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.domain.audio import SAMPLE_RATE
from app.domain.problems import ModelMissing
from app.domain.settings import SpeechSettings
from app.services.ports import Recognizer
from tests.benchmarks.dictations import ROOM_SECONDS, Dictation
from tests.benchmarks.first_dictation import (
    Figures,
    Start,
    groups,
    load,
    ready,
    save,
    spoken,
    table,
    while_loading,
)
from tests.benchmarks.plots import OVER, svg
from tests.fakes import FakeLoader, FakeRecognizer


@pytest.fixture(scope="module")
def dictation() -> Dictation:
    return spoken(None)


class BusyLoader(FakeLoader):
    """Computes while it loads."""

    def load(self, settings: SpeechSettings) -> Recognizer:
        compute()
        return super().load(settings)


def compute(rounds: int = 400_000) -> None:
    assert sum(range(rounds)) > 0


def slow_at_first(text: str) -> Callable[[], str]:
    """Computes for long at the first call alone."""
    calls = iter(range(1000))

    def answer() -> str:
        compute(6_000_000 if next(calls) == 0 else 1000)
        return text

    return answer


def answers(answer: Callable[[], str]) -> FakeRecognizer:
    recognizer = FakeRecognizer()
    recognizer.said = lambda samples, speech: answer()
    return recognizer


def test_what_the_first_computes_more_shows_in_its_ratio(dictation: Dictation) -> None:
    loader = FakeLoader(answers(slow_at_first("a text")))
    start = ready(loader, SpeechSettings(), dictation, count=4)
    assert len(loader.loaded) == 1
    assert len(start.waits) == len(start.computed) == 4
    # How many phrases it becomes depends on what was computed by then.
    assert [set(text.split()) for text in start.texts] == [{"a", "text"}] * 4
    assert start.computed_ratio > 1.2
    assert all(wait > 0.0 for wait in start.waits)


def test_one_that_is_spoken_while_the_model_loads_is_written_as_a_whole(dictation: Dictation) -> None:
    recognizer = answers(lambda: "a text")
    start = while_loading(BusyLoader(recognizer), SpeechSettings(), dictation)
    assert start.loading > 0.0
    assert set(start.texts[0].split()) == {"a", "text"}
    assert sum(recognizer.phrases) >= dictation.last_word_ends - dictation.speech_begins - 0.5


def test_a_model_that_cannot_be_had_ends_the_benchmark(dictation: Dictation) -> None:
    for way in (ready, while_loading):
        with pytest.raises(ModelMissing):
            way(FakeLoader(ModelMissing("base")), SpeechSettings(), dictation)


def test_a_dictation_survives_the_way_to_another_process(dictation: Dictation, tmp_path: Path) -> None:
    path = tmp_path / "said.npz"
    save(dictation, path)
    other = load(path)
    assert np.array_equal(other.sound, dictation.sound)
    assert other.sound.dtype == np.float32
    assert (other.speech_begins, other.last_word_ends) == (dictation.speech_begins, dictation.last_word_ends)


def test_what_is_dictated_has_its_room_behind_it(dictation: Dictation) -> None:
    assert 3.0 < dictation.last_word_ends < 8.0
    assert len(dictation.sound) / SAMPLE_RATE - dictation.last_word_ends == pytest.approx(
        ROOM_SECONDS, abs=0.1
    )


def test_figures_and_table() -> None:
    def start(first: float, text: str = "said it well") -> Start:
        return Start(1.5, (first, 0.1, 0.2, 0.3), (first, 1.0, 1.0, 1.0), (text,) * 4)

    early = Start(1.6, (0.9,), (1.0,), ("Said it well.",))
    figures = Figures((start(0.2), start(0.22), start(0.9, "said its well")), early, "said it well")
    assert figures.ratio == pytest.approx(1.1)
    assert figures.computed_ratio == pytest.approx(0.22)
    assert figures.is_good
    assert figures.as_table() == {
        "first_s": 0.22,
        "others_s": 0.2,
        "ratio": 1.1,
        "ratios": [1.0, 1.1, 4.5],
        "computed_ratio": 0.22,
        "loading_s": 1.5,
        "while_loading": {"loading_s": 1.6, "wait_s": 0.9, "errors": 0, "errors_of_others": 1},
    }
    assert table(figures).endswith("good")
    drawn = svg(groups(figures))
    assert OVER not in drawn
    for words in (
        "median of the starts: 1.10 times, limit 1.2",
        "start 3: 4.50 times",
        "the first, median: 0.22 s",
    ):
        assert words in drawn
    late = Figures((start(0.3),), early, "said it well")
    assert not late.is_good
    assert svg(groups(late)).count(OVER) == 1
    lost = Figures((start(0.2),), Start(1.6, (0.9,), (1.0,), ("said it",)), "said it well")
    assert (lost.errors, lost.errors_of_others) == (1, 0)
    assert not lost.is_good
    assert table(lost).endswith("MISSED")
    assert svg(groups(lost)).count(OVER) == 1
