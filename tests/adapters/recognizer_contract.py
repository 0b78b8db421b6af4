"""What every recognizer must do, whatever engine computes: the same tests for each of them.

A subclass whose name begins with Test gives the fixtures: `recognizer` is tiny.en, loaded and proved,
`load` gives another one of the same each time it is called.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.spoken_parts import speech_probabilities, spoken_parts
from app.adapters.spoken_proof import proof_clip
from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.problems import RecognitionFailed
from app.domain.transcript import Segment, Transcript, Word
from app.services.ports import Recognizer
from tests.benchmarks.speech_set import score

DATA = Path(__file__).parents[1] / "data"
ROWS = [json.loads(line) for line in (DATA / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
NOISE = [row["file"] for row in ROWS if row["kind"] == "noise"]
ENGLISH = DecodingOptions(language="en")
FAST = replace(ENGLISH, beam_size=1)


def clip(name: str) -> Samples:
    return AudioFiles().read(DATA / name)


def words(text: str) -> list[str]:
    return [word.strip(".,!?").lower() for word in text.split()]


def reference(name: str) -> str:
    return str(next(row["reference"] for row in ROWS if row["file"] == name))


def phrase(recognizer: Recognizer, samples: Samples, options: DecodingOptions) -> Transcript:
    return recognizer.decode_phrase(samples, speech_probabilities(samples), options)


def draft(recognizer: Recognizer, samples: Samples, options: DecodingOptions) -> Transcript:
    return recognizer.decode_phrase(samples, speech_probabilities(samples), options, draft=True)


def careful(recognizer: Recognizer, samples: Samples, options: DecodingOptions) -> Transcript:
    return recognizer.decode_phrase(samples, speech_probabilities(samples), options, careful=True)


class RecognizerContract:
    """The tests. Not collected itself."""

    @pytest.fixture
    def recognizer(self) -> Recognizer:
        raise NotImplementedError

    @pytest.fixture
    def load(self) -> Callable[[], Recognizer]:
        raise NotImplementedError

    # --- recordings ---

    def test_what_is_in_use_is_told(self, recognizer: Recognizer) -> None:
        facts = recognizer.facts
        assert (facts.model, facts.multilingual, facts.fallbacks, facts.apart) == (
            "tiny.en",
            False,
            (),
            False,
        )
        assert facts.device in {"cpu", "cuda", "mps", "xpu"}
        assert facts.compute_type
        assert facts.load_seconds > 0

    def test_speech_is_written_with_language_model_and_length(self, recognizer: Recognizer) -> None:
        samples = clip("s02.flac")
        told: list[float] = []
        transcript = recognizer.transcribe(samples, ENGLISH, told.append)
        assert words(transcript.text) == words(reference("s02.flac"))
        assert (transcript.language, transcript.language_probability) == ("en", 1.0)
        assert (transcript.model, transcript.seconds) == ("tiny.en", seconds(samples))
        assert (transcript.suppressed, transcript.is_doubtful) == ((), False)
        assert told == [segment.end for segment in transcript.segments]

    def test_an_english_model_writes_english_whatever_is_asked(self, recognizer: Recognizer) -> None:
        transcript = recognizer.transcribe(clip("s02.flac"), DecodingOptions(language="de", beam_size=1))
        assert transcript.language == "en"
        assert words(transcript.text) == words(reference("s02.flac"))

    def test_a_long_recording_is_written_to_its_end(self, recognizer: Recognizer) -> None:
        """Over 40 s, with pauses in which nobody speaks."""
        names = ["s02.flac", "medium.flac", "s04.flac", "s10.flac", "medium.flac"]
        pause = np.zeros(SAMPLE_RATE, np.float32)
        recording = np.concatenate([part for name in names for part in (clip(name), pause)])
        told: list[float] = []
        transcript = recognizer.transcribe(recording, FAST, told.append)
        wanted = [word for name in names for word in words(reference(name))]
        assert score(wanted, words(transcript.text)).edits <= 2
        assert told == [segment.end for segment in transcript.segments]
        assert told == sorted(told)
        assert told[-1] == pytest.approx(seconds(recording) - 1.0, abs=1.0)
        assert len(told) > 1

    def test_more_than_a_window_of_speech_without_a_pause_is_written(self, recognizer: Recognizer) -> None:
        samples = clip("long.flac")
        assert seconds(samples) > 30.0
        assert len(spoken_parts(samples, FAST).regions) == 1
        transcript = recognizer.transcribe(samples, FAST)
        assert score(words(reference("long.flac")), words(transcript.text)).edits <= 3

    def test_what_a_listener_raises_stops_the_decoding(self, recognizer: Recognizer) -> None:
        class Stopped(Exception):
            pass

        def stop(_seconds: float) -> None:
            raise Stopped

        with pytest.raises(Stopped):
            recognizer.transcribe(clip("s02.flac"), FAST, stop)

    @pytest.mark.parametrize("name", NOISE)
    @pytest.mark.parametrize("detects", [True, False])
    def test_nothing_is_written_of_noise(self, recognizer: Recognizer, name: str, detects: bool) -> None:
        options = replace(ENGLISH, hints=("Sayso", "Kubernetes"), voice_detection=detects)
        assert recognizer.transcribe(clip(name), options).text == ""

    @pytest.mark.parametrize("length", [0, 640])
    def test_nothing_at_all_gives_an_empty_transcript(self, recognizer: Recognizer, length: int) -> None:
        transcript = recognizer.transcribe(np.zeros(length, np.float32), FAST)
        assert (transcript.segments, transcript.text) == ((), "")
        assert (transcript.language, transcript.seconds) == ("en", length / SAMPLE_RATE)

    def test_times_are_those_of_the_recording(self, recognizer: Recognizer) -> None:
        silence = np.zeros(4 * SAMPLE_RATE, np.float32)
        recording = np.concatenate([silence, proof_clip(), silence, proof_clip(), silence])
        told: list[float] = []
        transcript = recognizer.transcribe(recording, replace(FAST, word_times=True), told.append)
        spoken = [word for segment in transcript.segments for word in segment.words]
        starts = [word.start for word in spoken]
        assert starts == sorted(starts)
        first = [word for word in spoken if word.start < 7.5]
        second = [word for word in spoken if word.start > 10.0]
        assert len(first) >= 6
        assert len(second) >= 6
        assert len(first) + len(second) == len(spoken)
        assert 3.6 <= first[0].start <= 4.6
        assert all(0.0 <= word.probability <= 1.0 and word.start <= word.end <= 18.0 for word in spoken)
        assert told == [segment.end for segment in transcript.segments]

    def test_without_being_asked_no_word_times_are_made(self, recognizer: Recognizer) -> None:
        segments = recognizer.transcribe(proof_clip(), FAST).segments
        assert segments
        assert all(segment.words == () for segment in segments)

    def test_numbers_are_pythons_own(self, recognizer: Recognizer) -> None:
        """What numpy or PyTorch would give goes into no JSON, and holds on to memory."""
        timed = replace(FAST, word_times=True)
        for transcript in (
            recognizer.transcribe(proof_clip(), timed),
            phrase(recognizer, proof_clip(), FAST),
        ):
            assert type(transcript.language_probability) is float
            assert transcript.segments
            for segment in transcript.segments:
                assert_numbers_are_own(segment)

    # --- phrases ---

    @pytest.mark.parametrize("name", ["s02.flac", "s04.flac", "medium.flac"])
    @pytest.mark.parametrize("way", [phrase, careful])
    def test_a_phrase_gives_its_words_in_one_segment(
        self, recognizer: Recognizer, name: str, way: Callable[..., Transcript]
    ) -> None:
        samples = clip(name)
        transcript = way(recognizer, samples, ENGLISH)
        assert words(transcript.text) == words(reference(name))
        assert (transcript.language, transcript.language_probability) == ("en", 1.0)
        assert (transcript.model, transcript.seconds) == ("tiny.en", seconds(samples))
        assert (transcript.suppressed, transcript.is_doubtful) == ((), False)
        (segment,) = transcript.segments
        assert (segment.start, segment.end, segment.words) == (0.0, seconds(samples), ())
        assert segment.text.startswith(" ")
        assert -0.6 < segment.average_log_probability < 0.0

    @pytest.mark.parametrize("name", ["s02.flac", "medium.flac"])
    def test_a_draft_gives_words(self, recognizer: Recognizer, name: str) -> None:
        assert words(draft(recognizer, clip(name), ENGLISH).text) == words(reference(name))

    def test_a_draft_of_the_first_words_gives_those(self, recognizer: Recognizer) -> None:
        heard = words(draft(recognizer, clip("medium.flac")[: 3 * SAMPLE_RATE], ENGLISH).text)
        assert heard[:5] == ["she", "opened", "the", "window", "and"]
        assert len(heard) <= 9

    def test_asked_for_once_what_looks_right_is_the_answer(self, recognizer: Recognizer) -> None:
        samples = clip("medium.flac")
        found = recognizer.decode_phrase(samples, speech_probabilities(samples), ENGLISH, once=True)
        assert found == phrase(recognizer, samples, ENGLISH)
        assert not found.is_doubtful

    @pytest.mark.parametrize("language", ["de", None])
    def test_an_english_model_writes_phrases_in_english(
        self, recognizer: Recognizer, language: str | None
    ) -> None:
        transcript = phrase(recognizer, clip("s02.flac"), DecodingOptions(language=language))
        assert words(transcript.text) == words(reference("s02.flac"))
        assert (transcript.language, transcript.language_probability) == ("en", 1.0)

    @pytest.mark.parametrize("way", [phrase, draft])
    @pytest.mark.parametrize("name", NOISE)
    @pytest.mark.parametrize("hints", [("Sayso", "Kubernetes"), pytest.param((), marks=pytest.mark.slow)])
    def test_two_seconds_without_speech_give_nothing(
        self, recognizer: Recognizer, name: str, hints: tuple[str, ...], way: Callable[..., Transcript]
    ) -> None:
        transcript = way(recognizer, clip(name)[: 2 * SAMPLE_RATE], replace(FAST, hints=hints))
        assert (transcript.segments, transcript.text, transcript.seconds) == ((), "", 2.0)

    @pytest.mark.parametrize("length", [0, 100, 512, 1600])
    def test_hardly_any_sound_gives_nothing(self, recognizer: Recognizer, length: int) -> None:
        transcript = phrase(recognizer, np.zeros(length, np.float32), FAST)
        assert (transcript.text, transcript.seconds) == ("", length / SAMPLE_RATE)

    def test_hints_spell_a_word(self, recognizer: Recognizer) -> None:
        samples = clip("s04.flac")
        hinted = replace(ENGLISH, hints=("Seckond",))
        assert "second floor" in phrase(recognizer, samples, ENGLISH).text
        assert "Seckond floor" in phrase(recognizer, samples, hinted).text
        assert "Seckond floor" in recognizer.transcribe(samples, hinted).text

    @pytest.mark.parametrize("name", ["s02.flac", "medium.flac"])
    def test_times_of_words_rise_within_the_sound(self, recognizer: Recognizer, name: str) -> None:
        samples = clip(name)
        (segment,) = phrase(recognizer, samples, replace(FAST, word_times=True)).segments
        assert "".join(word.text for word in segment.words) == segment.text
        assert segment.words[0].start >= 0.0
        assert segment.words[-1].end <= seconds(samples) + 0.02
        assert all(word.start <= word.end and 0.0 <= word.probability <= 1.0 for word in segment.words)
        assert all(before.end <= after.start for before, after in pairwise(segment.words))
        assert segment.words[-1].end > 0.8 * seconds(samples)

    def test_times_begin_where_speech_does(self, recognizer: Recognizer) -> None:
        samples = np.concatenate([np.zeros(4 * SAMPLE_RATE, np.float32), proof_clip()])
        (segment,) = phrase(recognizer, samples, replace(FAST, word_times=True)).segments
        # The first word's own time is unsure, since the silence is part of what it is aligned with.
        assert 3.6 <= segment.words[1].start <= segment.words[-1].end <= seconds(samples)

    # --- its end ---

    def test_a_closed_recognizer_says_so(self, load: Callable[[], Recognizer]) -> None:
        recognizer = load()
        recognizer.close()
        recognizer.close()
        assert isinstance(recognizer.facts, EngineFacts)
        with pytest.raises(RecognitionFailed):
            recognizer.transcribe(proof_clip(), FAST)
        for way in (phrase, draft, careful):
            with pytest.raises(RecognitionFailed):
                way(recognizer, proof_clip(), FAST)


def assert_numbers_are_own(segment: Segment) -> None:
    values: list[Segment | Word] = [segment, *segment.words]
    for value in values:
        numbers = [getattr(value, field.name) for field in fields(value) if field.type == "float"]
        assert len(numbers) >= 3
        assert {type(number) for number in numbers} == {float}
