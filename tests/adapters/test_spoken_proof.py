"""What is decoded to prove a model, on the processor and on a card, and what is believed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.adapters.spoken_proof import prove
from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.settings import SpeechSettings
from app.domain.transcript import Segment, Transcript

SAID = " The quick brown fox jumps over the lazy dog."
NONSENSE = " !!!!!!!!"


class Answering:
    """Gives fixed answers, and notes what was asked for."""

    def __init__(self, recording: str = SAID, phrase: str = SAID) -> None:
        self._recording = recording
        self._phrase = phrase
        self.asked: list[tuple[str, bool]] = []

    def transcribe(self, audio: Samples, options: DecodingOptions) -> Transcript:
        self.asked.append(("recording", options.word_times))
        return answer(self._recording)

    def decode_phrase(self, audio: Samples, speech: Sequence[float], options: DecodingOptions) -> Transcript:
        self.asked.append(("phrase", options.word_times))
        return answer(self._phrase)


def answer(text: str) -> Transcript:
    return Transcript((Segment(text, 0.0, 2.9, (), -0.3),), "en", 1.0, "base", 2.9)


def test_on_the_processor_the_short_window_proves_it() -> None:
    model = Answering()
    prove(model, SpeechSettings(), "cpu")
    assert model.asked == [("phrase", False)]


@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_on_a_card_each_way_has_its_turn(device: str) -> None:
    model = Answering()
    prove(model, SpeechSettings(), device)
    assert model.asked == [("recording", True), ("phrase", False)]


@pytest.mark.parametrize(
    ("model", "device"),
    [
        (Answering(phrase=NONSENSE), "cpu"),
        (Answering(phrase=NONSENSE), "cuda"),
        (Answering(recording=NONSENSE), "cuda"),
        (Answering(phrase=""), "cpu"),
    ],
)
def test_other_words_than_were_spoken_are_not_believed(model: Answering, device: str) -> None:
    with pytest.raises(RuntimeError, match="other words"):
        prove(model, SpeechSettings(), device)
