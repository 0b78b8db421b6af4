from __future__ import annotations

import pytest

from app.adapters.speech_detector import SpeechDetectors
from app.domain.problems import Problem, RecognitionFailed
from app.domain.settings import SpeechSettings
from tests.benchmarks.decodes import Decodes
from tests.benchmarks.dictations import Dictation, recorded, whole
from tests.benchmarks.rounds import Bench, in_real_time, simulate
from tests.benchmarks.speech_set import load_set
from tests.fakes.speech import FakeRecognizer

TOLERANCE = 0.05
"""Seconds: a busy computer's detector may take some of them."""


def bench(*answers: str | Problem) -> Bench:
    return Bench(FakeRecognizer(*answers), SpeechSettings(), SpeechDetectors(), Decodes())


@pytest.fixture(scope="module")
def sentence() -> Dictation:
    clip = next(clip for clip in load_set(None) if clip.is_average)
    return whole(recorded(clip, bench().hear))


@pytest.mark.parametrize(("after", "tail"), [(0.0, 0.15), (0.3, 0.02), (1.0, 0.02)])
def test_a_dictation_goes_through_the_services(sentence: Dictation, after: float, tail: float) -> None:
    one = simulate(bench(), sentence, after)
    assert one.transcript.text.startswith("words")
    assert one.calls
    # Blocks of 20 ms, windows of 32 ms: the tail ends with the block that completes the last window.
    assert one.tail == pytest.approx(tail, abs=TOLERANCE)
    assert one.tail <= one.wait <= one.tail + TOLERANCE
    assert one.seconds == pytest.approx(sentence.last_word_ends + after + one.tail)
    assert 0.0 < one.cores < 1.0


def test_a_failure_ends_the_benchmark(sentence: Dictation) -> None:
    with pytest.raises(RecognitionFailed):
        simulate(bench(*[RecognitionFailed("broken")] * 20), sentence, 0.3)


def test_real_time_is_the_same_way(sentence: Dictation) -> None:
    one = in_real_time(bench(), sentence, 0.3)
    assert one.transcript.text.startswith("words")
    assert one.wait == pytest.approx(one.tail, abs=0.5)
    assert one.after == 0.3
