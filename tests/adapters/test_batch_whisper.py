"""Several pieces at once with the real weights: the words, their times, the language, too little memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.batch_whisper import BatchWhisper, Written, suited_batch
from app.adapters.whisper import WhisperRecognizer
from app.adapters.whisper_phrases import tokenizer_of
from app.domain.audio import SAMPLE_RATE, seconds
from app.domain.decoding import DecodingOptions
from app.domain.problems import OutOfMemory
from app.domain.transcript import Word
from tests.benchmarks.speech_set import normaliser

DATA = Path(__file__).parents[1] / "data"
OPTIONS = DecodingOptions(language="en", beam_size=1)


def test_pieces_are_written_alike_alone_and_together(tiny: WhisperRecognizer) -> None:
    pieces = [AudioFiles().read(DATA / f"{name}.flac") for name in ("s01", "medium")]
    together = BatchWhisper(tiny, OPTIONS, 2).decode(pieces, "en")
    alone = BatchWhisper(tiny, OPTIONS, 1).decode(pieces, "en")
    assert [one.take.text for one in together] == [one.take.text for one in alone]
    for piece, written in zip(pieces, together, strict=True):
        (segment,) = written.take.segments
        assert "".join(word.text for word in segment.words).split() == segment.text.split()
        assert all(one.start <= other.start for one, other in pairwise(segment.words))
        assert segment.words[-1].end <= seconds(piece)


def test_the_language_is_found_and_an_unsure_piece_keeps_to_the_recordings(base: WhisperRecognizer) -> None:
    english = AudioFiles().read(DATA / "medium.flac")
    # Of this voice the model is not sure, on whatever window.
    german = AudioFiles().read(DATA / "german.flac")
    batches = BatchWhisper(base, OPTIONS, 2)
    language, probability = batches.language_of([english])
    assert (language, probability > 0.5) == ("en", True)
    assert batches.language_of([german])[1] < 0.5
    written = batches.decode([german, english], "de", by_piece=True)
    assert [one.language for one in written] == ["de", "en"]


class SmallMemory:
    """The generator of a model for which more than `most` pieces are too many."""

    def __init__(self, model: object, most: int) -> None:
        self._model = model
        self._most = most

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)

    def generate(self, encoded: object, *further: object, **named: object) -> object:
        if encoded.shape[0] > self._most:  # type: ignore[attr-defined]
            raise RuntimeError("CUDA failed with error out of memory")
        return self._model.generate(encoded, *further, **named)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("most", "batch"), [(2, 2), (1, 1)])
def test_a_batch_that_does_not_fit_is_halved(
    tiny: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch, most: int, batch: int
) -> None:
    piece = AudioFiles().read(DATA / "s01.flac")
    monkeypatch.setattr(tiny.engine, "model", SmallMemory(tiny.engine.model, most))
    batches = BatchWhisper(tiny, OPTIONS, 4)
    written = batches.decode([piece] * 4, "en")
    assert len({one.take.text for one in written}) == 1
    assert len(written) == 4
    assert batches.batch == batch


def test_where_not_even_one_fits_it_is_told(tiny: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiny.engine, "model", SmallMemory(tiny.engine.model, 0))
    with pytest.raises(OutOfMemory):
        BatchWhisper(tiny, OPTIONS, 4).decode([np.zeros(16_000, np.float32)], "en")


class Batches:
    """A model whose batches are noted: how many pieces each had, and how many texts were aligned at once."""

    def __init__(self, model: object) -> None:
        self._model = model
        self.encoded: list[int] = []
        self.aligned: list[int] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)

    def encode(self, features: object, **further: object) -> object:
        self.encoded.append(features.shape[0])  # type: ignore[attr-defined]
        return self._model.encode(features, **further)  # type: ignore[attr-defined]

    def align(
        self, encoded: object, sequence: object, texts: list[object], *further: object, **named: object
    ) -> object:
        self.aligned.append(len(texts))
        return self._model.align(encoded, sequence, texts, *further, **named)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("device", "at_once"), [("cuda", [2, 1]), ("cpu", [1, 1, 1])])
def test_on_the_processor_pieces_are_encoded_and_aligned_one_by_one(
    tiny: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch, device: str, at_once: list[int]
) -> None:
    pieces = [AudioFiles().read(DATA / f"{name}.flac") for name in ("s01", "medium", "s01")]
    model = Batches(tiny.engine.model)
    monkeypatch.setattr(tiny.engine, "model", model)
    recognizer = WhisperRecognizer(tiny.engine, replace(tiny.facts, device=device))
    written = BatchWhisper(recognizer, OPTIONS, 2).decode(pieces, "en")
    assert model.encoded == at_once
    assert model.aligned == at_once
    assert written[0].take.text == written[2].take.text
    for piece, one in zip(pieces, written, strict=True):
        last = one.take.segments[0].words[-1]
        # The synthesiser ends a clip with some silence.
        assert seconds(piece) - 1.0 < last.end <= seconds(piece)


@pytest.mark.parametrize(("device", "encoded"), [("cuda", [1, 1]), ("cpu", [1])])
def test_a_piece_is_decoded_again_from_what_the_encoder_made_of_it(
    tiny: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch, device: str, encoded: list[int]
) -> None:
    piece = AudioFiles().read(DATA / "medium.flac")
    model = Batches(tiny.engine.model)
    monkeypatch.setattr(tiny.engine, "model", model)
    recognizer = WhisperRecognizer(tiny.engine, replace(tiny.facts, device=device))
    batches = BatchWhisper(recognizer, OPTIONS, 2)
    (written,) = batches.decode([piece], "en")
    again = batches.decode_again(piece, written)
    # What lies on a card is not kept there for the few that are decoded twice.
    assert model.encoded == encoded
    assert again.language == "en"
    assert normaliser()(again.take.text) == normaliser()(written.take.text)
    assert "<|" not in again.take.text
    times = [(word.start, word.end) for word in again.take.segments[0].words]
    assert times == sorted(times)


class Endless:
    """A model that cannot say that a text is over, and does not stop by itself."""

    def __init__(self, model: object, end: int) -> None:
        self._model = model
        self._end = end

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)

    def generate(self, *given: object, suppress_tokens: Sequence[int], **named: object) -> object:
        suppressed = [*suppress_tokens, self._end]
        return self._model.generate(*given, suppress_tokens=suppressed, **named)  # type: ignore[attr-defined]


@pytest.mark.parametrize("length", [2.0, 15.0, 30.0])
@pytest.mark.parametrize("hints", [(), tuple(f"Expectedword{number}" for number in range(60))])
def test_a_search_that_had_to_be_stopped_is_told(
    tiny: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch, hints: tuple[str, ...], length: float
) -> None:
    medium = AudioFiles().read(DATA / "medium.flac")
    piece = np.resize(medium, round(length * SAMPLE_RATE))
    (written,) = BatchWhisper(tiny, OPTIONS, 2).decode([piece], "en")
    assert not written.take.reached_limit
    batches = BatchWhisper(tiny, replace(OPTIONS, hints=hints), 2)
    monkeypatch.setattr(tiny.engine, "model", Endless(tiny.engine.model, tokenizer_of(tiny.engine, "en").eot))
    assert batches.decode([piece], "en")[0].take.reached_limit
    assert batches.decode_again(piece, written).take.reached_limit


class Languages:
    """A model that is sure of these languages, one for each piece."""

    def __init__(self, model: object, *languages: str) -> None:
        self._model = model
        self._languages = languages

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)

    def detect_language(self, encoded: object) -> list[list[tuple[str, float]]]:
        return [[(f"<|{language}|>", 1.0)] for language in self._languages]


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_what_a_word_is_depends_on_the_language_of_its_own_piece(
    base: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch, device: str
) -> None:
    piece = AudioFiles().read(DATA / "medium.flac")
    recognizer = WhisperRecognizer(base.engine, replace(base.facts, device=device))
    batches = BatchWhisper(recognizer, OPTIONS, 2)
    (english,) = batches.decode([piece], "en")
    (chinese,) = batches.decode([piece], "zh")
    monkeypatch.setattr(base.engine, "model", Languages(base.engine.model, "en", "zh"))
    beside = batches.decode([piece, piece], "en", by_piece=True)
    for one, alone in zip(beside, (english, chinese), strict=True):
        assert [word.text for word in words_of(one)] == [word.text for word in words_of(alone)]


def words_of(written: Written) -> tuple[Word, ...]:
    (segment,) = written.take.segments
    return segment.words


def test_a_second_decode_that_fails_is_told(tiny: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch) -> None:
    piece = AudioFiles().read(DATA / "s01.flac")
    batches = BatchWhisper(tiny, OPTIONS, 2)
    (written,) = batches.decode([piece], "en")
    monkeypatch.setattr(tiny.engine, "model", SmallMemory(tiny.engine.model, 0))
    with pytest.raises(OutOfMemory):
        batches.decode_again(piece, written)


@pytest.mark.parametrize("samples", [1, 200, 512, 1000])
def test_what_is_shorter_than_any_word_keeps_its_place(tiny: WhisperRecognizer, samples: int) -> None:
    piece = AudioFiles().read(DATA / "medium.flac")[40_000 : 40_000 + samples]
    (written,) = BatchWhisper(tiny, OPTIONS, 2).decode([piece], "en")
    times = [(word.start, word.end) for one in written.take.segments for word in one.words]
    assert times
    assert all(0.0 <= start <= end <= round(seconds(piece), 3) for start, end in times)


def test_a_batch_is_as_large_as_suits_the_memory(tiny: WhisperRecognizer) -> None:
    assert suited_batch(tiny, 8 << 30, 2) == 2
    assert suited_batch(tiny, 100 << 20, 2) == 1
    assert suited_batch(tiny, None, 2) == 2
