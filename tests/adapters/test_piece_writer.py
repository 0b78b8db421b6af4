"""Pieces that a batch got wrong, with the real weights: by which way they come to be whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.batch_whisper import BatchWhisper, Written
from app.adapters.piece_reader import PieceReader, SoundPiece
from app.adapters.piece_writer import PieceWriter
from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper import WhisperRecognizer
from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.file_quality import Take
from app.domain.file_transcript import DoubtKind
from app.domain.models import EngineFacts
from app.domain.problems import OutOfMemory
from app.domain.sound_pieces import PieceCutter
from app.domain.transcript import Transcript
from tests.adapters.recorded_sound import RecordedSound
from tests.benchmarks.speech_set import normaliser
from tests.data import clips

DATA = Path(__file__).parents[1] / "data"
OPTIONS = DecodingOptions(language="en", beam_size=5)
(SAID,) = [clip.reference for clip in clips() if clip.path.stem == "medium"]

normalised = normaliser()


class Counted:
    """A model that counts how often it decodes on the full window."""

    def __init__(self, model: WhisperRecognizer) -> None:
        self._model = model
        self.times = 0

    @property
    def facts(self) -> EngineFacts:
        return self._model.facts

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        self.times += 1
        return self._model.transcribe(audio, options, on_progress)


class Spoilt(BatchWhisper):
    """Batches whose first decodes are spoilt: that of the batch, and with `twice` the one after it."""

    def __init__(self, model: WhisperRecognizer, spoil: Callable[[Take], Take], *, twice: bool) -> None:
        super().__init__(model, OPTIONS, 2)
        self._spoil = spoil
        self._twice = twice
        self._decodes = 0
        self.searches = 0
        """How many second ones there were."""

    def decode(self, pieces: Sequence[Samples], language: str, *, by_piece: bool = False) -> list[Written]:
        written = super().decode(pieces, language, by_piece=by_piece)
        self._decodes += 1
        if self._decodes > 1:
            return written
        return [replace(one, take=self._spoil(one.take)) for one in written]

    def decode_again(self, piece: Samples, written: Written) -> Written:
        self.searches += 1
        again = super().decode_again(piece, written)
        return replace(again, take=self._spoil(again.take)) if self._twice else again


def stopped_early(take: Take) -> Take:
    """Its first five words."""
    (segment,) = take.segments
    words = segment.words[:5]
    text = "".join(word.text for word in words)
    return Take((replace(segment, text=text, end=words[-1].end, words=words),))


def repeating(take: Take) -> Take:
    """All of it three times."""
    (segment,) = take.segments
    return Take((replace(segment, text=segment.text * 3),))


def stopped(take: Take) -> Take:
    """The decoder would have gone on."""
    return replace(take, reached_limit=True)


def with_words(take: Take) -> Take:
    """One word five times in a row at its end, each with a time of its own."""
    (segment,) = take.segments
    last = segment.words[-1]
    more = tuple(replace(last, text=" words") for _ in range(5))
    return Take((replace(segment, text=segment.text + " words" * 5, words=(*segment.words, *more)),))


def without_its_beginning(take: Take) -> Take:
    """The same, without the first three seconds of its words."""
    (segment,) = with_words(take).segments
    words = tuple(word for word in segment.words if word.start >= 3.0)
    text = "".join(word.text for word in words)
    return Take((replace(segment, text=text, start=words[0].start, words=words),))


def the_piece() -> SoundPiece:
    sound = RecordedSound(AudioFiles().read(DATA / "medium.flac"))
    (piece,) = PieceReader(sound, SpeechDetectors().new(), PieceCutter(2000))
    return piece


@pytest.mark.parametrize(
    ("spoil", "twice", "searches", "full"),
    [
        (stopped_early, False, 1, 0),
        (stopped_early, True, 1, 0),
        (repeating, False, 1, 0),
        (repeating, True, 1, 1),
        (stopped, False, 0, 1),
    ],
    ids=[
        "by a second search",
        "by what follows the last word",
        "by a second search that repeats nothing",
        "on the full window",
        "there at once",
    ],
)
def test_what_a_batch_got_wrong_comes_to_be_whole(
    base: WhisperRecognizer, spoil: Callable[[Take], Take], twice: bool, searches: int, full: int
) -> None:
    model = Counted(base)
    batches = Spoilt(base, spoil, twice=twice)
    writer = PieceWriter(model, OPTIONS, batches)
    (text,) = writer.write([the_piece()], "en")
    assert normalised(" ".join(cue.text for cue in text.cues)) == normalised(SAID)
    assert text.doubts == ()
    assert (writer.again, batches.searches, model.times) == (1, searches, full)
    ends = [cue.end for cue in text.cues]
    assert ends == sorted(ends)


def test_what_two_searches_repeat_as_often_is_kept_and_told(base: WhisperRecognizer) -> None:
    model = Counted(base)
    writer = PieceWriter(model, OPTIONS, Spoilt(base, with_words, twice=True))
    (text,) = writer.write([the_piece()], "en")
    assert " ".join(cue.text for cue in text.cues).endswith(" words" * 5)
    assert [doubt.kind for doubt in text.doubts] == [DoubtKind.REPEATED]
    assert model.times == 0


def test_what_was_said_so_is_not_kept_where_words_are_missing(base: WhisperRecognizer) -> None:
    model = Counted(base)
    writer = PieceWriter(model, OPTIONS, Spoilt(base, without_its_beginning, twice=True))
    (text,) = writer.write([the_piece()], "en")
    assert normalised(" ".join(cue.text for cue in text.cues)) == normalised(SAID)
    assert model.times == 1


class Exhausted(Spoilt):
    """Batches that stop early, and fail when they look again."""

    def decode_again(self, piece: Samples, written: Written) -> Written:
        raise OutOfMemory("cpu")


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_what_is_written_stands_where_looking_again_fails_on_the_processor(
    base: WhisperRecognizer, device: str
) -> None:
    model = WhisperRecognizer(base.engine, replace(base.facts, device=device))
    writer = PieceWriter(model, OPTIONS, Exhausted(base, stopped_early, twice=False))
    if device == "cuda":
        with pytest.raises(OutOfMemory):
            writer.write([the_piece()], "en")
        return
    (text,) = writer.write([the_piece()], "en")
    assert normalised(" ".join(cue.text for cue in text.cues)).split() == normalised(SAID).split()[:5]
    (doubt,) = text.doubts
    assert doubt.kind is DoubtKind.MISSING
    assert doubt.start < 4.0 < doubt.end


class Careless(Counted):
    """A model whose decodes on the full window are spoilt."""

    def __init__(self, model: WhisperRecognizer, spoil: Callable[[Take], Take]) -> None:
        super().__init__(model)
        self._spoil = spoil

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        found = super().transcribe(audio, options, on_progress)
        first, last = found.segments[0], found.segments[-1]
        words = tuple(word for segment in found.segments for word in segment.words)
        whole = replace(first, text=f" {found.text}", end=last.end, words=words)
        return replace(found, segments=self._spoil(Take((whole,))).segments)


def test_what_stops_early_in_a_short_recording_is_followed_by_its_rest(base: WhisperRecognizer) -> None:
    writer = PieceWriter(Careless(base, stopped_early), OPTIONS, BatchWhisper(base, OPTIONS, 2))
    (text,) = writer.write([the_piece()], "en", is_short=True)
    assert normalised(" ".join(cue.text for cue in text.cues)) == normalised(SAID)
    assert text.doubts == ()


def test_what_stops_early_on_the_full_window_as_well_is_followed_by_its_rest(base: WhisperRecognizer) -> None:
    model = Careless(base, stopped_early)
    writer = PieceWriter(model, OPTIONS, Spoilt(base, stopped, twice=False))
    (text,) = writer.write([the_piece()], "en")
    assert model.times == 1
    assert normalised(" ".join(cue.text for cue in text.cues)) == normalised(SAID)


def test_where_words_are_missing_is_told_beside_whatever_else_is_wrong(base: WhisperRecognizer) -> None:
    writer = PieceWriter(Careless(base, without_its_beginning), OPTIONS, BatchWhisper(base, OPTIONS, 2))
    (text,) = writer.write([the_piece()], "en", is_short=True)
    assert {doubt.kind for doubt in text.doubts} == {DoubtKind.MISSING, DoubtKind.REPEATED}
    (missing,) = [doubt for doubt in text.doubts if doubt.kind is DoubtKind.MISSING]
    assert missing.start < 1.0 < 2.0 < missing.end < 4.0


def test_what_a_batch_has_left_is_given_back_before_the_next_and_before_the_full_window(
    base: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Counted(base)
    given_back: list[int] = []
    monkeypatch.setattr("app.adapters.piece_writer.give_back", lambda: given_back.append(model.times))
    PieceWriter(model, OPTIONS, BatchWhisper(base, OPTIONS, 2)).write([the_piece()], "en")
    assert given_back == [0]
    writer = PieceWriter(model, OPTIONS, Spoilt(base, without_its_beginning, twice=True))
    writer.write([the_piece()], "en")
    assert (given_back, model.times) == ([0, 0, 0], 1)


def test_what_was_right_is_decoded_once(base: WhisperRecognizer) -> None:
    model = Counted(base)
    writer = PieceWriter(model, OPTIONS, BatchWhisper(base, OPTIONS, 2))
    (text,) = writer.write([the_piece()], "en")
    assert normalised(" ".join(cue.text for cue in text.cues)) == normalised(SAID)
    assert (writer.again, model.times) == (0, 0)
