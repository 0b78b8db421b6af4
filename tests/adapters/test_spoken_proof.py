"""What is decoded to prove a model, and what is believed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from app.adapters.batch_whisper import Written
from app.adapters.spoken_proof import prove, prove_short
from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.file_quality import Take
from app.domain.settings import SpeechSettings
from app.domain.transcript import Segment, Transcript, Word

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


def test_each_window_has_its_turn() -> None:
    model = Answering()
    prove(model, SpeechSettings())
    assert model.asked == [("recording", True), ("phrase", False)]


@pytest.mark.parametrize("model", [Answering(phrase=NONSENSE), Answering(recording=NONSENSE), Answering("")])
def test_other_words_than_were_spoken_are_not_believed(model: Answering) -> None:
    with pytest.raises(RuntimeError, match="other words"):
        prove(model, SpeechSettings())


class Writing:
    """Gives a text whose words end at fixed times."""

    def __init__(self, text: str, ends: Sequence[float]) -> None:
        words = [f" {word}" for word in text.split()]
        self._words = tuple(
            Word(word, max(0.0, end - 0.2), end, 0.9) for word, end in zip(words, ends, strict=True)
        )
        self.asked: list[tuple[int, str]] = []

    def decode(self, pieces: Sequence[Samples], language: str) -> list[Written]:
        self.asked.append((len(pieces), language))
        if not self._words:
            return [Written(Take(()), language)]
        text = "".join(word.text for word in self._words)
        segment = Segment(text, self._words[0].start, self._words[-1].end, self._words, -0.3)
        return [Written(Take((segment,)), language)]


RISING = tuple(0.3 * at for at in range(1, 10))


def test_on_the_short_window_words_and_their_times_are_looked_at() -> None:
    model = Writing(SAID, RISING)
    prove_short(model)
    assert model.asked == [(1, "en")]


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Writing(NONSENSE, (0.3,)), "other words"),
        (Writing("", ()), "other words"),
        (Writing(SAID, (0.0,) * 9), "do not rise"),
        (Writing(SAID, RISING[::-1]), "do not rise"),
        (Writing(SAID, (math.nan,) * 9), "do not rise"),
    ],
)
def test_what_the_short_window_gave_wrong_is_not_believed(model: Writing, said: str) -> None:
    with pytest.raises(RuntimeError, match=said):
        prove_short(model)
